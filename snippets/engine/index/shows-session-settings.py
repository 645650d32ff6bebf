"""Compare expire_on_commit and autoflush, on and off."""

import asyncio

from sqlalchemy import String, exc, func, select, update
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        # --8<-- [start:read]
        for expire in True, False:
            sessions = async_sessionmaker(engine, expire_on_commit=expire)
            async with sessions() as session:
                user = User(name="Ada")
                session.add(user)
                await session.commit()
                async with engine.begin() as other:
                    await other.execute(update(User).values(name="Eve"))
                try:
                    print(f"expire={expire}:", user.name)
                except exc.SQLAlchemyError as error:
                    print(f"expire={expire}:", error.code)
                await session.refresh(user)
                print("refreshed:", user.name)
        for flush in True, False:
            sessions = async_sessionmaker(engine, autoflush=flush)
            async with sessions() as session:
                session.add(User(name="Bob"))
                bobs = select(func.count()).where(User.name == "Bob")
                print(f"autoflush={flush}:", await session.scalar(bobs))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
