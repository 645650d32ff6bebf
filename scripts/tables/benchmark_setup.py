"""What the benchmark was run on, and how far its round trips were off."""

from scripts.bench import results


def render(key: str) -> str:
    """A list of the machine, the versions and the clock's check."""
    found = results.load()
    versions, machine, clock = found["versions"], found["machine"], found["clock"]
    base = clock["0"]
    waits = ", ".join(f"{ms - base:.2f} ms for {rtt} ms" for rtt, ms in clock.items() if rtt != "0")
    runs = [figures["runs"] for entry in found["points"].values() for figures in entry["strategies"].values()]
    return "\n".join(
        [
            f"- Measured on {found['date']}: {machine['processor']}, {machine['cores']} cores, {machine['system']}.",
            f"- Python {versions['python']}, SQLAlchemy {versions['sqlalchemy']}, asyncpg {versions['asyncpg']}, "
            f"{versions['postgresql']}, aiosqlite {versions['aiosqlite']}, SQLite {versions['sqlite']}.",
            f"- {len(found['points'])} points, {len(runs)} measurements of {min(runs)} to {max(runs)} interleaved runs "
            "each. A time is the median; the small figures are the fastest and the slowest run.",
            f"- The smallest statement takes {base:.2f} ms without the proxy. With it, the clock shows {waits} more.",
        ]
    )
