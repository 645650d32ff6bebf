"""Addresses within the site: the way from one to another, so that the site works from any base path."""

import posixpath


def relative(base: str, url: str) -> str:
    """The way from the folder ``base`` to ``url``, both from the site's root; the fragment is kept."""
    path, mark, name = url.lstrip("/").partition("#")
    way = posixpath.relpath(f"/{path}", f"/{base.strip('/')}")
    return f"{way}/{mark}{name}" if not path or path.endswith("/") else f"{way}{mark}{name}"


def joined(base: str, way: str) -> str:
    """Where ``way`` leads from the folder ``base``, from the site's root with a leading slash; the fragment is kept."""
    path, mark, name = way.partition("#")
    found = posixpath.normpath(f"/{base.strip('/')}/{path}").replace("//", "/")
    is_folder = not path or path.endswith(("/", ".")) or found == "/"
    return f"{found.rstrip('/')}/{mark}{name}" if is_folder else f"{found}{mark}{name}"
