"""Models without the kit's guards, for the tests of what goes wrong."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from sqlalchemy import ForeignKey, String, text
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped, mapped_column, relationship, validates

from kit.database import Database
from kit.models import Base
from kit.tests.support import tables


class Lazy(AsyncAttrs, DeclarativeBase):
    metadata = Base.metadata  # so that the tables are made and dropped with the others


class Team(Lazy):
    __tablename__ = "team"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    motto: Mapped[str] = mapped_column(String(30), default="on", deferred=True)
    revision: Mapped[int] = mapped_column(default=0, onupdate=text("revision + 1"))
    players: Mapped[list["Player"]] = relationship(back_populates="team")
    queried: DynamicMapped["Player"] = relationship(viewonly=True)
    numbers: AssociationProxy[list[int]] = association_proxy("players", "number")

    @property
    def size(self) -> int:
        return len(self.players)  # here

    def __str__(self) -> str:
        return f"{self.name}: {len(self.players)}"  # here

    @validates("name")
    def longer(self, key: str, value: str) -> str:
        return f"{value} {len(self.players)}" if value == "listen" else value  # here


class Player(Lazy):
    __tablename__ = "player"
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "player"}

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    number: Mapped[int] = mapped_column(default=1)
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"))
    team: Mapped[Team | None] = relationship(back_populates="players")
    goals: Mapped[list["Goal"]] = relationship(back_populates="player")


class Keeper(Player):
    __tablename__ = "keeper"
    __mapper_args__ = {"polymorphic_identity": "keeper"}

    id: Mapped[int] = mapped_column(ForeignKey("player.id"), primary_key=True)
    saves: Mapped[int] = mapped_column(default=7)


class Goal(Lazy):
    __tablename__ = "goal"

    id: Mapped[int] = mapped_column(primary_key=True)
    player_id: Mapped[int] = mapped_column(ForeignKey("player.id"))
    player: Mapped[Player] = relationship(back_populates="goals")


@asynccontextmanager
async def teams(url: str) -> AsyncGenerator[Database, None]:
    """A database with one team, whose one player is a keeper, and nothing from before."""
    async with Database(url) as database, database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
    async with tables(url) as database:
        async with database.sessions() as session:
            session.add(Team(name="ada", players=[Keeper(number=1)]))
            await session.commit()
        yield database
