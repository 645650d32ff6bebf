"""Find the Nu checker, W3C's own for HTML, and the Java that runs it, or fetch it in CI, or say how."""

import hashlib
import io
import os
import shutil
import tarfile
import urllib.request
from pathlib import Path

from scripts.bootstrap import ToolError
from scripts.paths import CACHE

VERSION = "26.9.27"
ADDRESS = f"https://registry.npmjs.org/vnu-jar/-/vnu-jar-{VERSION}.tgz"
SHA256 = "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"
MEMBER = "package/build/dist/vnu.jar"
REPAIR = "install Java, and set VNU_JAR=/path/to/vnu.jar"


def find_or_fetch() -> Path:
    """The checker's file: $VNU_JAR, or what was fetched; in CI it is fetched (30 MB) if it is not there.

    Raises:
        ToolError: Java or the checker is not here, or what came is not what is pinned.
    """
    if not shutil.which("java"):
        raise ToolError(f"Java is not installed: {REPAIR}")
    if named := os.environ.get("VNU_JAR"):
        return Path(named)
    kept = CACHE / f"vnu-{VERSION}.jar"
    if not kept.is_file():
        if not os.environ.get("CI"):
            raise ToolError(f"the Nu checker is not here: {REPAIR}")
        _fetch(kept)
    return kept


def _fetch(kept: Path) -> None:
    try:
        with urllib.request.urlopen(ADDRESS, timeout=60) as answer:
            packed = answer.read()
    except OSError as error:
        raise ToolError(f"{ADDRESS} cannot be read ({error}): {REPAIR}") from error
    if hashlib.sha256(packed).hexdigest() != SHA256:
        raise ToolError(f"{ADDRESS} is not what scripts/nu.py pins: correct SHA256 there, or {REPAIR}")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        member = archive.extractfile(MEMBER)
        assert member, MEMBER
        kept.parent.mkdir(exist_ok=True)
        fresh = kept.with_suffix(".part")
        fresh.write_bytes(member.read())
        fresh.replace(kept)
