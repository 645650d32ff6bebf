"""A test that passes by accident, and the same one as it should be."""

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from kit.models import Base
from kit.testing import no_implicit_io

Sessions = async_sessionmaker[AsyncSession]


class Unguarded(DeclarativeBase):
    metadata = Base.metadata


class User(Unguarded):
    __tablename__ = "accident_user"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship()


class Post(Unguarded):
    __tablename__ = "accident_post"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(80))
    user_id: Mapped[int] = mapped_column(ForeignKey("accident_user.id"))


# --8<-- [start:tests]
async def titles(session: AsyncSession) -> list[str]:
    user = (await session.scalars(select(User))).one()
    return [post.title for post in user.posts]


async def test_by_accident(sessions: Sessions) -> None:
    async with sessions() as session:
        ada = User(name="Ada", posts=[Post(title="Hello")])
        session.add(ada)
        await session.commit()
        assert await titles(session) == ["Hello"]


async def test_as_in_production(sessions: Sessions) -> None:
    async with sessions() as session:
        ada = User(name="Ada", posts=[Post(title="Hello")])
        session.add(ada)
        await session.commit()
    async with sessions() as session:
        with no_implicit_io():
            assert await titles(session) == ["Hello"]


# --8<-- [end:tests]
