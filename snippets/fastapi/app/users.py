"""Users. Who answers with one has loaded the posts that `UserOut` names."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.models import User
from app.schemas import Page, UserIn, UserOut
from app.session import Session, commit

router = APIRouter(prefix="/users", tags=["users"])

USERS = select(User).options(selectinload(User.posts))
TAKEN = "this name is taken"


async def find_user(user_id: int, session: Session) -> User:
    # Not session.get(): of a user that the session holds, it loads no posts.
    user = await session.scalar(USERS.where(User.id == user_id))
    if user is None:
        raise HTTPException(404, "no such user")
    return user


Found = Annotated[User, Depends(find_user)]


@router.get("")
async def read_users(
    session: Session,
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Page[UserOut]:
    query = USERS.where(User.id > after).order_by(User.id).limit(limit + 1)
    users = (await session.scalars(query)).all()
    items = [UserOut.model_validate(user) for user in users[:limit]]
    more = len(users) > limit
    return Page(items=items, next=items[-1].id if more else None)


@router.post("", status_code=201)
async def create_user(data: UserIn, session: Session) -> UserOut:
    # Without posts=[] they are not loaded, and UserOut reads them.
    user = User(name=data.name, posts=[])
    session.add(user)
    await commit(session, TAKEN)
    return UserOut.model_validate(user)


@router.get("/{user_id}")
async def read_user(user: Found) -> UserOut:
    return UserOut.model_validate(user)


@router.put("/{user_id}")
async def rename_user(data: UserIn, user: Found, session: Session) -> UserOut:
    user.name = data.name
    await commit(session, TAKEN)
    return UserOut.model_validate(user)


@router.delete("/{user_id}", status_code=204)
async def delete_user(user: Found, session: Session) -> None:
    await session.delete(user)
    await commit(session, "the user has a new post")
