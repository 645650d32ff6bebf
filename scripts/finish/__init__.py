"""What ``build`` adds to what MkDocs made. Each step is a module with ``run(site) -> None``; they run in this order."""

from importlib import import_module
from pathlib import Path

STEPS: tuple[str, ...] = (
    "moved",
    "twins",
    "cards",
    "tidy",
    "feed",
    "offline",  # copies the pages while scripts still have their own names
    "slim",
    "styles",
    "later",
    "fingerprint",
    "policy",  # the pages are final from here on
    "compress",
)


def finish(site: Path) -> None:
    """Take every step on the built site."""
    for name in STEPS:
        import_module(f"scripts.finish.{name}").run(site)
