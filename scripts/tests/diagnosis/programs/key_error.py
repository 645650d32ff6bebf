"""Raises KeyError: a configuration without the key."""

SETTINGS = {"host": "localhost", "port": 5432}


def database_name() -> object:
    """The name that nobody set."""
    return SETTINGS["database"]


print(database_name())
