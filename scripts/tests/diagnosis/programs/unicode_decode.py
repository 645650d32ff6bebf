"""Raises UnicodeDecodeError: Latin-1 read as UTF-8."""

b"a la cr\xe8me".decode("utf-8")
