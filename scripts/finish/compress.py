"""Put a ``.gz`` and a ``.br`` beside every file of text, for servers that send those instead of packing each time."""

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md", ".py", ".out", ".inv"}
FEWEST = 256  # bytes; below that a packed file is hardly smaller


def run(site: Path) -> None:
    """Compress as small as it goes: it is done once, and read often."""
    files = [path for path in sorted(site.rglob("*")) if path.suffix in TEXT and path.is_file()]
    # Both libraries work without Python's lock, so threads use every core.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_compress, files))


def _compress(path: Path) -> None:
    content = path.read_bytes()
    if len(content) < FEWEST:
        return
    packed = {".br": brotli.compress(content, quality=11), ".gz": gzip.compress(content, 9, mtime=0)}
    for ending, smaller in packed.items():
        if len(smaller) < len(content):
            path.with_name(path.name + ending).write_bytes(smaller)
