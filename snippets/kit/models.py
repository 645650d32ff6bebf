"""A declarative base on which nothing is loaded by accident.

Copy this file; it needs SQLAlchemy 2.0 or 2.1, and greenlet. Inherit your models from `Base`, and
import `relationship` from here instead of from `sqlalchemy.orm`. Then:

- Reading a relationship that was not loaded raises `InvalidRequestError`, which names it, where
  MissingGreenlet would come ([raise_on_sql][1]).
- What the database makes on INSERT and on UPDATE is fetched by the flush ([eager_defaults][2]).
- `repr()` loads nothing, and constraints have names that migrations can rely on.

Why a function and not an event that rewrites every mapper: `relationship` needs documented API
alone, can be seen where it is used, and leaves `lazy="select"` possible where you mean it. It
cannot see a forgotten import, a `backref=`, or a model's own `__mapper_args__`. `unguarded` can: put
`assert unguarded(Base) == []` in a test.

What can still load when it is read, and raise MissingGreenlet: a column that is deferred, expired by
a rollback, or set to an SQL expression. Read it with `await user.awaitable_attrs.name`.

[1]: https://docs.sqlalchemy.org/en/21/orm/queryguide/relationships.html#preventing-unwanted-lazy-loads-using-raiseload
[2]: https://docs.sqlalchemy.org/en/21/orm/mapping_api.html#sqlalchemy.orm.Mapper.params.eager_defaults
"""

from functools import partial
from typing import Any, ClassVar

from sqlalchemy import MetaData, inspect, orm
from sqlalchemy.ext.asyncio import AsyncAttrs

NAMING_CONVENTION = {
    "pk": "pk_%(table_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
"""Names of constraints and indexes that a model leaves unnamed ([upstream][1]). Each
`CheckConstraint` must have a name of its own; it becomes the last part. Tables that exist already
keep their old names until a migration renames those.

[1]: https://docs.sqlalchemy.org/en/21/core/constraints.html#configuring-constraint-naming-conventions
"""

MAPPER_ARGS = {"eager_defaults": True}
"""What every model starts from. A model with `__mapper_args__` of its own replaces it, and so has to
repeat it: `__mapper_args__ = {**MAPPER_ARGS, "polymorphic_on": "kind"}`."""

relationship = partial(orm.relationship, lazy="raise_on_sql")
"""[sqlalchemy.orm.relationship][1] with `lazy="raise_on_sql"` unless you say otherwise. Its other
arguments and its type are the same.

An explicit `lazy="selectin"` is kept, and `WriteOnlyMapped` and `DynamicMapped` go on choosing their
own loading. To load such a relationship, ask for it in the query,
`select(User).options(selectinload(User.posts))`, or later, `await session.refresh(user, ["posts"])`;
`awaitable_attrs` does not load it.

On a `MappedAsDataclass`, write `sqlalchemy.orm.relationship(lazy="raise_on_sql")` in full: type
checkers take only SQLAlchemy's own functions for [field specifiers][2].

[1]: https://docs.sqlalchemy.org/en/21/orm/relationship_api.html#sqlalchemy.orm.relationship
[2]: https://peps.python.org/pep-0681/
"""


class Base(AsyncAttrs, orm.DeclarativeBase):
    """The base of all models.

    The price of `eager_defaults`: where the database has no RETURNING for a statement, as MariaDB
    for UPDATE, the flush sends one more SELECT for each row that has such a column.
    """

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    __mapper_args__ = MAPPER_ARGS

    repr_attributes: ClassVar[tuple[str, ...]] = ()
    """Columns that `repr()` shows beside the primary key, for example
    `repr_attributes = ("name",)`. They are for you to choose, because `repr()` ends up in logs, where
    a password has no place."""

    def __repr__(self) -> str:
        """Show the primary key, and those of `repr_attributes` that are loaded. Never load.

        Returns:
            `User(id=1, name='ada')`, or `User(id=1)` while `name` is not loaded.
        """
        state = inspect(self)
        keys = [state.mapper.get_property_by_column(column).key for column in state.mapper.primary_key]
        values = state.identity or [state.dict.get(key) for key in keys]
        shown: dict[str, Any] = dict(zip(keys, values, strict=True))
        shown |= {name: state.dict[name] for name in self.repr_attributes if name in state.dict}
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in shown.items())})"


def unguarded(base: type[orm.DeclarativeBase]) -> list[str]:
    """Name what is mapped without the defaults of this module.

    `User.posts: lazy='select'` is a relationship that loads when it is read, and
    `User: eager_defaults='auto'` a model whose flush does not fetch what an UPDATE makes.

    Args:
        base: The base of the models. Import all modules that hold models first.

    Returns:
        Such findings, sorted.

    Raises:
        sqlalchemy.exc.InvalidRequestError: The models cannot be mapped; the message says why.
    """
    mappers = base.registry.mappers
    columns = [
        f"{mapper.class_.__name__}: eager_defaults={mapper.eager_defaults!r}"
        for mapper in mappers
        if mapper.eager_defaults is not True
    ]
    relationships = [
        f"{mapper.class_.__name__}.{entry.key}: lazy={entry.lazy!r}"
        for mapper in mappers
        for entry in mapper.relationships
        if entry.parent is mapper and entry.lazy in ("select", True)
    ]
    return sorted([*columns, *relationships])
