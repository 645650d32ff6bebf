"""Build the site with 50, 150 and 500 pages (or those you name), and print what grows how (ten minutes)."""

import tempfile
from pathlib import Path

from scripts import growth


def main(argv: list[str]) -> int:
    """Print the table; return 1 if anything grows faster than the pages."""
    sizes = []
    for pages in sorted(map(int, argv or ["50", "150", "500"])):
        with tempfile.TemporaryDirectory() as directory:
            growth.prepare(Path(directory), pages)
            sizes.append(growth.measure(Path(directory), pages))
        print(f"{pages} pages: {sizes[-1].figures['build, CPU s']:.0f} CPU s", flush=True)
    print(f"\n{growth.table(sizes)}")
    bent = growth.bending(sizes)
    print("".join(f"\n{name} grows faster than the pages" for name in bent))
    return int(bool(bent))
