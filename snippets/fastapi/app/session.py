"""The database of this process, and the session of a request."""

from typing import Annotated

from fastapi import Depends, HTTPException
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.settings import settings
from kit.database import Database

database = Database(settings.database_url)

# scope="function" ends the session before the response is sent: no background
# task and no slow client keeps its connection. FastAPI has it since 0.121.
Session = Annotated[AsyncSession, Depends(database.session, scope="function")]


async def commit(session: AsyncSession, conflict: str) -> None:
    """Commit; if a constraint of the database says no, answer 409.

    A commit that fails is rolled back, and that expires every object of the
    session, whatever `expire_on_commit` says. So nothing reads them any more.
    """
    try:
        await session.commit()
    except IntegrityError as error:
        raise HTTPException(409, conflict) from error
