"""A response model for both classes loses the subclass's column."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, ConfigDict
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm import selectin_polymorphic


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    kind: Mapped[str] = mapped_column(String(30))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "u"}


class Admin(User):
    __tablename__ = "admin"
    id: Mapped[int] = mapped_column(ForeignKey(User.id), primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    __mapper_args__ = {"polymorphic_identity": "a"}


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


# --8<-- [start:schema]
class UserOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str


class AdminOut(UserOut):
    title: str
# --8<-- [end:schema]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(Admin(id=1, name="Ada", title="Moderator"))
            session.add(User(id=2, name="Bob"))
        yield
    finally:
        await engine.dispose()


app = FastAPI(lifespan=lifespan)


async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session


Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:endpoint]
@app.get("/users", response_model=list[AdminOut | UserOut])
async def users(session: Database):
    return await session.scalars(select(User).order_by(User.id))


@app.get("/loaded", response_model=list[AdminOut | UserOut])
async def loaded(session: Database):
    admins = selectin_polymorphic(User, [Admin])
    query = select(User).options(admins).order_by(User.id)
    return await session.scalars(query)
# --8<-- [end:endpoint]


with TestClient(app) as client:
    for path in ("/users", "/loaded"):
        response = client.get(path)
        print(response.status_code, response.json())
