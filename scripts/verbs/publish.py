"""Append every new URL and anchor to the list of published ones."""

from scripts import ledger


def main(argv: list[str]) -> int:
    """Write scripts/published.txt."""
    for url in ledger.append():
        print(f"published {url}")
    return 0
