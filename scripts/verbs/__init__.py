"""A module per verb, each with ``main(argv) -> int``; the first line of its docstring is its help."""
