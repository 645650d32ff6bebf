"""A module per generated block, each with ``render(key) -> str`` (see ``scripts.generated``)."""
