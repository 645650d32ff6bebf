"""Raises RuntimeError: from a ValueError that came from an OSError."""


def read(path: str) -> str:
    """A file's text."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError as error:
        raise ValueError(f"no settings in {path}") from error


try:
    read("/nowhere/settings.toml")
except ValueError as error:
    raise RuntimeError("the service cannot start") from error
