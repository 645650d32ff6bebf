"""Raises RecursionError: a tree that is its own child."""


def depth(children: list) -> int:
    """How deep the tree is."""
    return 1 + max(depth(child) for child in children)


TREE: list = []
TREE.append(TREE)
print(depth(TREE))
