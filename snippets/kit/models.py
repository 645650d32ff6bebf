"""A declarative base on which nothing is loaded by accident.

Copy this file; it needs SQLAlchemy 2.0 or 2.1, and greenlet. Inherit your models from `Base`, and
import `relationship` from here instead of from `sqlalchemy.orm`. Then:

- Reading a relationship that was not loaded raises `InvalidRequestError`, which names it, where
  MissingGreenlet would come ([raise_on_sql][1]).
- What the database makes on INSERT and on UPDATE is fetched by the flush ([eager_defaults][2]).
- `repr()` loads nothing, and constraints have names that migrations can rely on.

Why a function, and not a [mapper event][3] that rewrites every relationship: the event would also
cover a forgotten import, a `backref=` and the models of a library. But nobody who reads the model
sees it, it works only if it is registered before the mappers are configured, and it cannot tell a
`lazy="select"` that you mean from the default. `relationship` needs documented API alone and stands
where it is used; what it cannot see, `unguarded` lists. Put `assert unguarded(Base) == []` in a test.

What can still load when it is read, and raise MissingGreenlet: a column that is deferred, expired by
a rollback, or set to an SQL expression. Read it with `await user.awaitable_attrs.name`.

[1]: https://docs.sqlalchemy.org/en/21/orm/queryguide/relationships.html#preventing-unwanted-lazy-loads-using-raiseload
[2]: https://docs.sqlalchemy.org/en/21/orm/mapping_api.html#sqlalchemy.orm.Mapper.params.eager_defaults
[3]: https://docs.sqlalchemy.org/en/21/orm/events.html#sqlalchemy.orm.MapperEvents.before_mapper_configured
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

from sqlalchemy import Column, MetaData, inspect, orm
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


LOADED_BY_READING = (True, "select", "dynamic")


def unguarded(base: type[orm.DeclarativeBase] | orm.registry) -> list[str]:
    """Name what loads when it is read, or is not fetched by the flush.

    - `User.posts: lazy='select'`: a relationship without a guard. It may be the other side of a
      `backref=`. `lazy='dynamic'` is named as well, because its query cannot be awaited; map such a
      collection as `WriteOnlyMapped`.
    - `User.bio: deferred without raiseload`: give it `deferred_raiseload=True`.
    - `User: eager_defaults='auto'`: a model whose flush does not fetch what an UPDATE makes, and with
      `False` not what an INSERT makes either. It is named whether it has such a column or not.
    - `User.updated_at: onupdate is not fetched`: a column of such a model, with `onupdate`,
      `server_onupdate` or `computed`, which has to be loaded after an UPDATE.

    A relationship or column of a base class is named there alone. Not named, because no mapping shows
    it: what a query defers, and what a commit, a rollback or an SQL expression expires.

    Args:
        base: The base of the models, or a
            [registry](https://docs.sqlalchemy.org/en/21/orm/mapping_api.html#sqlalchemy.orm.registry).
            Import all modules that hold models first.

    Returns:
        Such findings, sorted.

    Raises:
        sqlalchemy.exc.InvalidRequestError: The models cannot be mapped; the message says why.
    """
    registry = base if isinstance(base, orm.registry) else base.registry
    registry.configure()
    return sorted(finding for mapper in registry.mappers for finding in _findings(mapper))


def _findings(mapper: orm.Mapper[Any]) -> Iterator[str]:
    name = mapper.class_.__name__
    if mapper.eager_defaults is not True:
        yield f"{name}: eager_defaults={mapper.eager_defaults!r}"
    for relation in mapper.relationships:
        if relation.parent is mapper and relation.lazy in LOADED_BY_READING:
            yield f"{name}.{relation.key}: lazy={relation.lazy!r}"
    for entry in mapper.column_attrs:
        if entry.parent is mapper and entry.deferred and not entry.raiseload:
            yield f"{name}.{entry.key}: deferred without raiseload"
        made = _made_by_update(entry) if mapper.eager_defaults is not True and entry.parent is mapper else None
        if made:
            yield f"{name}.{entry.key}: {made} is not fetched"


def _made_by_update(entry: orm.ColumnProperty[Any]) -> str | None:
    """By which setting the database makes a column's value in an UPDATE."""
    for column in entry.columns:
        if isinstance(column, Column):
            if column.computed is not None:
                return "computed"
            if column.server_onupdate is not None:
                return "server_onupdate"
            if column.onupdate is not None and column.onupdate.is_clause_element:
                return "onupdate"
    return None
