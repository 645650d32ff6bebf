"""Inside a program's process: write what it died of to a file, then let Python print it as ever.

Runs on the Python of every environment, with the standard library alone.
"""

import json
import sys
import traceback


def install(path):
    """Report the exception that ends this process to ``path``, as JSON."""

    def hook(kind, error, trace):
        # A report that fails must not hide the error itself.
        try:
            with open(path, "w", encoding="utf-8") as file:
                json.dump(describe(error), file)
        finally:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = hook


def describe(error):
    """The last exception as Python prints it without frames, and the chain that led to it."""
    links = list(chain(error))
    return {
        "text": "".join(traceback.format_exception_only(type(error), error)),
        "chain": [
            {"class": full_name(type(link)), "code": getattr(link, "code", None), "entries": entries(link)}
            for link in links
        ],
        "attribute": next(filter(None, map(attribute, links)), None),
    }


def chain(error):
    """The exception and those behind it: its cause, its context, and what SQLAlchemy keeps as ``orig``."""
    seen, todo = [], [error]
    while todo:
        link = todo.pop(0)
        if link is None or any(link is other for other in seen):
            continue
        seen.append(link)
        context = None if link.__suppress_context__ else link.__context__
        todo += [link.__cause__, context, getattr(link, "orig", None)]
        todo += getattr(link, "exceptions", ())
    return seen


def full_name(kind):
    """The class as a traceback names it."""
    return kind.__qualname__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__qualname__


def entries(error):
    """The entries of a Pydantic or FastAPI validation error."""
    if not type(error).__name__.endswith("ValidationError") or not callable(getattr(error, "errors", None)):
        return []
    return [{"type": e["type"], "loc": [str(part) for part in e["loc"]], "msg": e["msg"]} for e in error.errors()]


def attribute(error):
    """``Class.name`` of the mapped attribute that was being read or set, from the frames or the entries."""
    for entry in entries(error):
        if entry["type"] == "get_attribute_error":
            return ".".join(entry["loc"])
    found = None
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_name in ("__get__", "__set__") and code.co_filename.endswith("attributes.py"):
            key = trace.tb_frame.f_locals["self"]
            found = found or "%s.%s" % (key.class_.__name__, key.key)
        trace = trace.tb_next
    return found
