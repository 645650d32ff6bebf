// Written by `python3 -m scripts generate` from the pages; do not edit.
export default {
 "causes/alembic-env": {
  "url": "causes/alembic-env/",
  "title": "Alembic's env.py with an async URL",
  "description": "You ran alembic upgrade with an async URL, and env.py still makes a sync engine."
 },
 "causes/expired-after-commit": {
  "url": "causes/expired-after-commit/",
  "title": "The value expired after commit",
  "description": "You read an attribute of an object, even its primary key, after session.commit()."
 },
 "causes/index": {
  "url": "causes/",
  "title": "Why MissingGreenlet happens, and its causes",
  "description": "Why SQLAlchemy raises MissingGreenlet in async code, drawn, and the table of all its causes."
 },
 "causes/lazy-relationship": {
  "url": "causes/lazy-relationship/",
  "title": "A relationship that no query loaded",
  "description": "You read a relationship, such as user.posts, that no query has loaded."
 },
 "causes/server-generated-value": {
  "url": "causes/server-generated-value/",
  "title": "The database generates the value",
  "description": "You read a value that the database computes, such as updated_at, after an UPDATE; the row was saved."
 },
 "causes/sync-engine-async-driver": {
  "url": "causes/sync-engine-async-driver/",
  "title": "A sync engine with an async driver",
  "description": "You gave an async URL, such as postgresql+asyncpg://, to create_engine() and connected."
 },
 "contributing": {
  "url": "contributing/",
  "title": "Contributing: add a cause in five steps",
  "description": "Add a cause in five steps, each of them a command or a file."
 },
 "index": {
  "url": "",
  "title": "MissingGreenlet: which cause is yours?",
  "description": "Which cause of sqlalchemy.exc.MissingGreenlet is yours, and a fix that was run on your SQLAlchemy and driver."
 },
 "lookalikes/greenlet-not-installed": {
  "url": "lookalikes/greenlet-not-installed/",
  "title": "The greenlet package is not installed",
  "description": "You see that the greenlet library is required or not installed; it is another error than MissingGreenlet."
 },
 "problem": {
  "url": "problem/",
  "title": "MissingGreenlet: greenlet_spawn has not been called; can't call await_() / await_only() here",
  "description": "What “greenlet_spawn has not been called; can't call await_only() here” means, in each of its texts and classes."
 }
};
