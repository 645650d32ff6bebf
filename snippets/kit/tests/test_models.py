"""What the base and its relationships do, and what they leave alone."""

import asyncio
import gc
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import (
    CheckConstraint,
    Computed,
    FetchedValue,
    ForeignKey,
    MetaData,
    String,
    Table,
    exc,
    func,
    inspect,
    orm,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DynamicMapped, Mapped, WriteOnlyMapped, load_only, mapped_column, selectinload

from kit.database import Database
from kit.models import MAPPER_ARGS, NAMING_CONVENTION, Base, relationship, unguarded
from kit.tests.support import statements, tables


class Author(Base):
    __tablename__ = "author"
    repr_attributes = ("name",)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30), unique=True)
    password: Mapped[str] = mapped_column(String(30), default="secret")
    kind: Mapped[str] = mapped_column(String(30), server_default="human")
    revision: Mapped[int] = mapped_column(default=0, onupdate=text("revision + 1"))
    books: Mapped[list["Book"]] = relationship(back_populates="author")
    chosen: Mapped[list["Book"]] = relationship(lazy="selectin", viewonly=True)
    dynamic: DynamicMapped["Book"] = relationship(viewonly=True)
    write_only: WriteOnlyMapped["Book"] = relationship(viewonly=True)


class Book(Base):
    __tablename__ = "book"
    __table_args__ = (CheckConstraint("pages > 0", name="pages_positive"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30), index=True)
    pages: Mapped[int] = mapped_column(default=1)
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")


class Shop(Base):
    """Has what `unguarded` looks for."""

    __tablename__ = "shop"
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "shop"}

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("shop.id"))
    forgotten: Mapped[list["Shop"]] = orm.relationship(viewonly=True)
    parent: Mapped["Shop | None"] = relationship(remote_side=[id], backref="branches")


class Stall(Shop):
    """Inherits a relationship, which is reported once; repeats what it replaces."""

    __mapper_args__ = {**MAPPER_ARGS, "polymorphic_identity": "stall"}


Check = Callable[[Database, AsyncSession], Awaitable[None]]


def run(url: str, check: Check) -> None:
    """Run ``check`` in a new session on a database with one author and one book."""

    async def main() -> None:
        async with tables(url) as database:
            async with database.sessions() as session:
                session.add(Author(name="ada", books=[Book(title="notes")]))
                await session.commit()
            async with database.sessions() as session:
                await check(database, session)

    asyncio.run(main())


def refusal(name: str) -> str:
    """What SQLAlchemy says of a relationship that is not loaded."""
    return re.escape(f"'{name}' is not available due to lazy='raise_on_sql'") + "$"


def test_an_unloaded_relationship_is_named(url: str) -> None:
    async def check(database: Database, session: AsyncSession) -> None:
        author = (await session.scalars(select(Author))).one()
        with pytest.raises(exc.InvalidRequestError, match=refusal("Author.books")):
            _ = author.books
        session.expunge_all()
        book = (await session.scalars(select(Book))).one()
        with pytest.raises(exc.InvalidRequestError, match=refusal("Book.author")):
            _ = book.author

    run(url, check)


def test_a_target_that_the_session_holds_is_no_load(url: str) -> None:
    async def check(database: Database, session: AsyncSession) -> None:
        author = (await session.scalars(select(Author))).one()
        book = (await session.scalars(select(Book))).one()
        assert book.author is author

    run(url, check)


def test_a_relationship_is_loaded_on_request(url: str) -> None:
    async def check(database: Database, session: AsyncSession) -> None:
        author = (await session.scalars(select(Author).options(selectinload(Author.books)))).one()
        assert [book.title for book in author.books] == ["notes"]
        session.expunge_all()
        author = (await session.scalars(select(Author))).one()
        with pytest.raises(exc.InvalidRequestError, match=refusal("Author.books")):
            await author.awaitable_attrs.books
        await session.refresh(author, ["books"])
        assert [book.title for book in author.books] == ["notes"]

    run(url, check)


def test_an_explicit_loading_is_kept(url: str) -> None:
    async def check(database: Database, session: AsyncSession) -> None:
        author = (await session.scalars(select(Author))).one()
        assert [book.title for book in author.chosen] == ["notes"]

    run(url, check)


def test_dynamic_and_write_only_are_left_alone(url: str) -> None:
    assert inspect(Author).relationships["dynamic"].lazy == "dynamic"
    assert inspect(Author).relationships["write_only"].lazy == "write_only"

    async def check(database: Database, session: AsyncSession) -> None:
        author = (await session.scalars(select(Author))).one()
        books = await session.scalars(author.write_only.select())
        assert [book.title for book in books] == ["notes"]

    run(url, check)


def test_what_the_database_makes_is_readable_after_the_flush(url: str) -> None:
    async def check(database: Database, session: AsyncSession) -> None:
        author = Author(name="grace")
        session.add(author)
        await session.commit()
        assert (author.kind, author.revision) == ("human", 0)
        author.name = "hopper"
        with statements(database) as sent:
            await session.flush()
        assert author.revision == 1
        returning = database.engine.dialect.name != "mysql"
        assert sent == (["UPDATE"] if returning else ["UPDATE", "SELECT"])

    run(url, check)


def test_repr_never_loads(url: str) -> None:
    async def check(database: Database, session: AsyncSession) -> None:
        assert repr(Author(name="grace")) == "Author(id=None, name='grace')"
        author = (await session.scalars(select(Author))).one()
        assert repr(author) == "Author(id=1, name='ada')"
        with statements(database) as sent:
            session.expire(author)
            assert repr(author) == "Author(id=1)"
            session.expunge(author)
            assert repr(author) == "Author(id=1)"
        assert sent == []

    run(url, check)


async def rolled_back(session: AsyncSession) -> Author:
    author = (await session.scalars(select(Author))).one()
    await session.rollback()
    await session.connection()  # so that the load itself fails, and not the ping of the pool
    return author


async def set_to_an_expression(session: AsyncSession) -> Author:
    author = (await session.scalars(select(Author))).one()
    author.name = func.lower(Author.name)
    await session.flush()
    return author


async def deferred(session: AsyncSession) -> Author:
    return (await session.scalars(select(Author).options(load_only(Author.id)))).one()


@pytest.mark.filterwarnings("ignore:coroutine 'Connection.cursor' was never awaited:RuntimeWarning")
@pytest.mark.parametrize("unloaded", [rolled_back, set_to_an_expression, deferred])
def test_some_columns_still_need_an_await(url: str, unloaded: Callable[..., Awaitable[Author]]) -> None:
    async def check(database: Database, session: AsyncSession) -> None:
        author = await unloaded(session)
        with pytest.raises(exc.SQLAlchemyError) as caught:
            _ = author.name
        assert caught.value.code == "xd2s"
        assert await author.awaitable_attrs.name == "ada"

    run(url, check)
    gc.collect()  # SQLAlchemy 2.1 leaves a coroutine behind, which warns when it is collected


def test_constraints_and_indexes_have_names(url: str) -> None:
    def names(connection: Any) -> set[str | None]:
        found = inspect(connection)
        return {
            *(entry["name"] for entry in found.get_foreign_keys("book")),
            *(entry["name"] for entry in found.get_indexes("book")),
            *(entry["name"] for entry in found.get_check_constraints("book")),
            *(entry["name"] for entry in found.get_unique_constraints("author")),
        }

    async def check(database: Database, session: AsyncSession) -> None:
        wanted = {"fk_book_author_id_author", "ix_book_title", "ck_book_pages_positive", "uq_author_name"}
        assert wanted <= await (await session.connection()).run_sync(names)

    run(url, check)


def test_a_check_constraint_needs_a_name() -> None:
    with pytest.raises(exc.InvalidRequestError, match="explicitly named"):
        Table("book", MetaData(naming_convention=NAMING_CONVENTION), CheckConstraint("1 = 1"))


def test_unguarded_finds_what_was_forgotten() -> None:
    assert unguarded(Base) == [
        "Author.dynamic: lazy='dynamic'",
        "Shop.branches: lazy='select'",
        "Shop.forgotten: lazy='select'",
        "Shop: eager_defaults='auto'",
    ]


def test_unguarded_maps_what_is_not_mapped_yet() -> None:
    class Other(orm.DeclarativeBase):
        pass

    class Node(Other):
        __tablename__ = "node"

        id: Mapped[int] = mapped_column(primary_key=True)
        parent_id: Mapped[int | None] = mapped_column(ForeignKey("node.id"))
        parent: Mapped["Node | None"] = orm.relationship(lazy=True, remote_side=[id], backref="children")

    assert unguarded(Other) == [
        "Node.children: lazy='select'",
        "Node.parent: lazy=True",
        "Node: eager_defaults='auto'",
    ]


def test_unguarded_finds_columns_and_takes_a_registry() -> None:
    class Other(orm.DeclarativeBase):
        pass

    class Page(Other):
        __tablename__ = "page"

        id: Mapped[int] = mapped_column(primary_key=True)
        body: Mapped[str] = mapped_column(deferred=True)
        notes: Mapped[str] = mapped_column(deferred=True, deferred_raiseload=True)
        revision: Mapped[int] = mapped_column(onupdate=text("revision + 1"))
        seen: Mapped[int] = mapped_column(server_onupdate=FetchedValue())
        double: Mapped[int] = mapped_column(Computed("revision * 2"))
        python: Mapped[int] = mapped_column(onupdate=lambda: 1)
        size: Mapped[int] = orm.column_property(func.length("body"), deferred=True)

    class Fetched(Other):  # pyright: ignore[reportUnusedClass]
        __tablename__ = "fetched"
        __mapper_args__ = MAPPER_ARGS

        id: Mapped[int] = mapped_column(primary_key=True)
        revision: Mapped[int] = mapped_column(onupdate=text("revision + 1"))

    class Special(Page):  # pyright: ignore[reportUnusedClass]
        """Inherits all of it, which is reported once; but has flushes of its own."""

    findings = [
        "Page.body: deferred without raiseload",
        "Page.double: computed is not fetched",
        "Page.revision: onupdate is not fetched",
        "Page.seen: server_onupdate is not fetched",
        "Page.size: deferred without raiseload",
        "Page: eager_defaults='auto'",
        "Special: eager_defaults='auto'",
    ]
    assert unguarded(Other) == findings
    assert unguarded(Other.registry) == findings


def test_unguarded_takes_a_registry_without_a_base() -> None:
    registry = orm.registry()

    @registry.mapped
    class Imperative:  # pyright: ignore[reportUnusedClass]
        __tablename__ = "imperative"
        __mapper_args__ = MAPPER_ARGS

        id: Mapped[int] = mapped_column(primary_key=True)
        parent_id: Mapped[int | None] = mapped_column(ForeignKey("imperative.id"))
        parent: Mapped["Imperative | None"] = orm.relationship(remote_side=[id])

    assert unguarded(registry) == ["Imperative.parent: lazy='select'"]


@pytest.mark.filterwarnings("ignore:coroutine 'Connection.cursor' was never awaited:RuntimeWarning")
def test_a_dynamic_relationship_cannot_be_awaited(url: str) -> None:
    async def check(database: Database, session: AsyncSession) -> None:
        author = (await session.scalars(select(Author))).one()
        with pytest.raises(exc.SQLAlchemyError) as caught:
            author.dynamic.all()
        assert caught.value.code == "xd2s"

    run(url, check)
    gc.collect()
