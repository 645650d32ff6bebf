"""What runs after the response: ids in, a session of its own."""

from app.models import Post
from app.session import database


async def count_words(post_id: int) -> None:
    async with database.sessions() as session:
        post = await session.get(Post, post_id)
        if post is None:  # deleted since
            return
        post.words = len(post.body.split())
        await session.commit()
