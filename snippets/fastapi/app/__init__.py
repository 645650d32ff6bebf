"""Users and their posts: a FastAPI application on async SQLAlchemy."""
