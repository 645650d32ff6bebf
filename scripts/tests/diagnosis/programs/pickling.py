"""Raises AttributeError: a local function cannot be pickled."""

import pickle


def factory():
    """A function inside a function."""

    def local() -> None: ...

    return local


pickle.dumps(factory())
