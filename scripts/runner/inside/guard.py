"""The kit's guard, put on a program that does not have it: stands before the program's own text.

A relationship that names no ``lazy=`` gets ``raise_on_sql``; every mapper gets ``eager_defaults=True`` and every
session ``expire_on_commit=False``, whatever the program says.
"""

from functools import wraps as _wraps

from sqlalchemy import event as _event
from sqlalchemy import orm as _orm

_orm.relationship.__kwdefaults__["lazy"] = "raise_on_sql"


@_event.listens_for(_orm.Mapper, "instrument_class")
def _fetch(mapper, kind):
    mapper.eager_defaults = True


def _keep(start):
    @_wraps(start)
    def init(self, *args, **options):
        start(self, *args, **{**options, "expire_on_commit": False})

    return init


_orm.Session.__init__ = _keep(_orm.Session.__init__)
