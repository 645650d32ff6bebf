"""Posts. Who answers with one has loaded the user that `PostOut` names."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, HTTPException, Query
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.models import Post, User
from app.schemas import Page, PostIn, PostOut, PostPatch
from app.session import Session, commit
from app.tasks import count_words

router = APIRouter(prefix="/posts", tags=["posts"])

POSTS = select(Post).options(joinedload(Post.user, innerjoin=True))


async def find_post(post_id: int, session: Session) -> Post:
    post = await session.scalar(POSTS.where(Post.id == post_id))
    if post is None:
        raise HTTPException(404, "no such post")
    return post


Found = Annotated[Post, Depends(find_post)]


@router.get("")
async def read_posts(
    session: Session,
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Page[PostOut]:
    query = POSTS.where(Post.id > after).order_by(Post.id).limit(limit + 1)
    posts = (await session.scalars(query)).all()
    items = [PostOut.model_validate(post) for post in posts[:limit]]
    more = len(posts) > limit
    return Page(items=items, next=items[-1].id if more else None)


@router.post("", status_code=201)
async def create_post(
    data: PostIn,
    session: Session,
    tasks: BackgroundTasks,
) -> PostOut:
    user = await session.get(User, data.user_id)
    if user is None:
        raise HTTPException(404, "no such user")
    # user=, not user_id=: PostOut reads it, and no query loads it.
    post = Post(title=data.title, body=data.body, user=user)
    session.add(post)
    await commit(session, "the user is gone")
    tasks.add_task(count_words, post.id)  # after the commit, and the id alone
    return PostOut.model_validate(post)


@router.get("/{post_id}")
async def read_post(post: Found) -> PostOut:
    return PostOut.model_validate(post)


@router.patch("/{post_id}")
async def change_post(
    data: PostPatch,
    post: Found,
    session: Session,
    tasks: BackgroundTasks,
) -> PostOut:
    for name, value in data.model_dump(exclude_none=True).items():
        setattr(post, name, value)
    await commit(session, "the user is gone")
    tasks.add_task(count_words, post.id)
    return PostOut.model_validate(post)


@router.delete("/{post_id}", status_code=204)
async def delete_post(post: Found, session: Session) -> None:
    await session.delete(post)
    await session.commit()
