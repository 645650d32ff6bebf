// Written by `python3 -m scripts generate` from the pages; do not edit.
export default {
 "causes/alembic-env": {
  "url": "causes/alembic-env/",
  "title": "Alembic's env.py with an async URL",
  "description": "You ran alembic upgrade with an async URL, and env.py still makes a sync engine."
 },
 "causes/bulk-update-expiry": {
  "url": "causes/bulk-update-expiry/",
  "title": "A bulk update expired the value",
  "description": "You ran an update() through the session, and then read a column of an object that the session held."
 },
 "causes/collection-mutation": {
  "url": "causes/collection-mutation/",
  "title": "Changing a collection that is not loaded",
  "description": "You appended to, removed from or assigned over a collection, or used += on a column, that was not loaded."
 },
 "causes/deferred-column": {
  "url": "causes/deferred-column/",
  "title": "A deferred column",
  "description": "You read a column that the mapping defers, or that load_only() or defer() left out of the query."
 },
 "causes/despite-eager-loading": {
  "url": "causes/despite-eager-loading/",
  "title": "It fails despite eager loading",
  "description": "You gave the query or the mapping an eager option, and it was not applied to the object that you read."
 },
 "causes/dynamic-relationship": {
  "url": "causes/dynamic-relationship/",
  "title": "A dynamic relationship: lazy=\"dynamic\"",
  "description": "You read a relationship with lazy=\"dynamic\", or DynamicMapped, whose query nothing awaits."
 },
 "causes/event-listener": {
  "url": "causes/event-listener/",
  "title": "An event listener or a validator reads what is not loaded",
  "description": "You set an attribute, and an event listener or a @validates method of yours read another one that was not loaded."
 },
 "causes/expired-after-commit": {
  "url": "causes/expired-after-commit/",
  "title": "The value expired after commit",
  "description": "You read an attribute of an object, even its primary key, after session.commit()."
 },
 "causes/expired-after-rollback": {
  "url": "causes/expired-after-rollback/",
  "title": "The value expired after rollback",
  "description": "You read an attribute of an object after a rollback, often in the handler of an IntegrityError."
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
 "causes/new-object-collection": {
  "url": "causes/new-object-collection/",
  "title": "The collection of a new object",
  "description": "You created an object, saved it, and read a collection, or another relationship, that you never set."
 },
 "causes/polymorphic-subclass-column": {
  "url": "causes/polymorphic-subclass-column/",
  "title": "A column of a subclass",
  "description": "You queried a base class, or a relationship to it, and read a column of a subclass."
 },
 "causes/property-or-repr": {
  "url": "causes/property-or-repr/",
  "title": "A property, a repr or a template reads it",
  "description": "You read a property, printed an object, or rendered a template, and that read a relationship."
 },
 "causes/refresh-relationship": {
  "url": "causes/refresh-relationship/",
  "title": "refresh() did not bring the relationship",
  "description": "You called refresh(), and then read a relationship that it did not bring, or that it dropped."
 },
 "causes/response-serialization": {
  "url": "causes/response-serialization/",
  "title": "The response model reads the attribute",
  "description": "You returned an object from a FastAPI endpoint, and its response model read the attribute."
 },
 "causes/server-generated-value": {
  "url": "causes/server-generated-value/",
  "title": "The database generates the value",
  "description": "You read a value that the database computes, such as updated_at, after an UPDATE; the row was saved."
 },
 "causes/sync-api-on-async-engine": {
  "url": "causes/sync-api-on-async-engine/",
  "title": "A synchronous call on an async engine",
  "description": "You called create_all, inspect, automap, query or a sync Session on an async engine, or on its sync_engine."
 },
 "causes/sync-engine-async-driver": {
  "url": "causes/sync-engine-async-driver/",
  "title": "A sync engine with an async driver",
  "description": "You gave an async URL, such as postgresql+asyncpg://, to create_engine() and connected."
 },
 "causes/third-party-sync-library": {
  "url": "causes/third-party-sync-library/",
  "title": "A library that uses SQLAlchemy without await",
  "description": "You handed an object, a session or a connection to a library that uses SQLAlchemy without await."
 },
 "causes/thread-or-background-task": {
  "url": "causes/thread-or-background-task/",
  "title": "A thread or a background task reads it",
  "description": "You handed an object to a thread, a def endpoint or a background task, and it read an attribute that was not loaded."
 },
 "contributing": {
  "url": "contributing/",
  "title": "Contributing: add a cause in five steps",
  "description": "Add a cause in five steps, each of them a command or a file."
 },
 "engine/connections": {
  "url": "engine/connections/",
  "title": "Timeouts, isolation, prepared statements",
  "description": "Timeouts by driver, isolation levels and autocommit, and asyncpg's prepared statements behind PgBouncer."
 },
 "engine/index": {
  "url": "engine/",
  "title": "The engine",
  "description": "One engine and one session factory per process, a session per task, and what SQLite in memory hides."
 },
 "engine/pools": {
  "url": "engine/pools/",
  "title": "Connection pools",
  "description": "Which pool a URL gets, what its settings do, which errors they raise, and when to have no pool."
 },
 "fastapi/dependency-exit": {
  "url": "fastapi/dependency-exit/",
  "title": "When FastAPI ends the session",
  "description": "When the session of a FastAPI dependency ends, before or after the response, release by release."
 },
 "fastapi/index": {
  "url": "fastapi/",
  "title": "A FastAPI application to copy",
  "description": "A FastAPI application on async SQLAlchemy, to copy, whose tests fail where MissingGreenlet would come."
 },
 "index": {
  "url": "",
  "title": "MissingGreenlet: which cause is yours?",
  "description": "Which cause of sqlalchemy.exc.MissingGreenlet is yours, and a fix that was run on your SQLAlchemy and driver."
 },
 "loaders/awaitable-attrs": {
  "url": "loaders/awaitable-attrs/",
  "title": "awaitable_attrs: load one attribute of one object",
  "description": "What awaitable_attrs sends, what a loop over it costs, what else it loads, and what it refuses."
 },
 "loaders/benchmark": {
  "url": "loaders/benchmark/",
  "title": "What each loader costs, measured",
  "description": "What every loading strategy costs in statements, rows, bytes and time, measured, and how to measure it yourself."
 },
 "loaders/contains_eager": {
  "url": "loaders/contains_eager/",
  "title": "contains_eager: the rows that you joined",
  "description": "What contains_eager loads from a JOIN that you wrote, and what a filter, a LIMIT or an alias does to it."
 },
 "loaders/immediateload": {
  "url": "loaders/immediateload/",
  "title": "immediateload: the lazy load, inside your await",
  "description": "What immediateload sends, when the session answers instead of the database, and what it costs otherwise."
 },
 "loaders/index": {
  "url": "loaders/",
  "title": "Which loader",
  "description": "Which loader for which relationship, how many statements and rows each one costs, and what bites."
 },
 "loaders/joinedload": {
  "url": "loaders/joinedload/",
  "title": "joinedload: the related row in the same statement",
  "description": "What joinedload sends, when it needs unique(), what LIMIT does to it, and when it multiplies rows."
 },
 "loaders/raiseload": {
  "url": "loaders/raiseload/",
  "title": "raiseload: refuse what the query did not load",
  "description": "What raiseload refuses, for which objects, in which order with eager options, and how long the guard stays."
 },
 "loaders/selectinload": {
  "url": "loaders/selectinload/",
  "title": "selectinload: one more SELECT per relationship",
  "description": "What selectinload sends, statement by statement, when it sends more than two, and what it does not do."
 },
 "loaders/subqueryload": {
  "url": "loaders/subqueryload/",
  "title": "subqueryload: your query again, as a subquery",
  "description": "What subqueryload sends, why a LIMIT needs an ORDER BY, what it ignores, and which case is left for it."
 },
 "loaders/write-only": {
  "url": "loaders/write-only/",
  "title": "WriteOnlyMapped: a collection that is never loaded",
  "description": "What a WriteOnlyMapped collection sends, how to page through it, what it refuses, and what a delete needs."
 },
 "lookalikes/concurrent-session-use": {
  "url": "lookalikes/concurrent-session-use/",
  "title": "\"This session is provisioning a new connection\": one session, several tasks",
  "description": "You used one session in two tasks at the same time, with asyncio.gather(), a TaskGroup or a global session."
 },
 "lookalikes/connection-not-returned": {
  "url": "lookalikes/connection-not-returned/",
  "title": "\"The garbage collector is trying to clean up non-checked-in connection\"",
  "description": "You left a session or a connection open, and the garbage collector or the pool complains about it."
 },
 "lookalikes/detached-instance": {
  "url": "lookalikes/detached-instance/",
  "title": "DetachedInstanceError: \"… is not bound to a Session\"",
  "description": "You read an attribute of an object whose session was closed, or that belongs to none."
 },
 "lookalikes/driver-not-async": {
  "url": "lookalikes/driver-not-async/",
  "title": "The asyncio extension requires an async driver to be used",
  "description": "You gave create_async_engine() a URL whose driver cannot be awaited, or none, or one that is not installed."
 },
 "lookalikes/event-loop-mismatch": {
  "url": "lookalikes/event-loop-mismatch/",
  "title": "\"attached to a different loop\": one engine, two event loops",
  "description": "You used an engine in a second event loop, by another asyncio.run(), a test with a loop of its own or a worker's next task."
 },
 "lookalikes/greenlet-not-installed": {
  "url": "lookalikes/greenlet-not-installed/",
  "title": "The greenlet package is not installed",
  "description": "You see that the greenlet library is required or not installed; it is another error than MissingGreenlet."
 },
 "lookalikes/joined-collection-unique": {
  "url": "lookalikes/joined-collection-unique/",
  "title": "\"The unique() method must be invoked on this Result\"",
  "description": "You loaded a collection with joinedload, or lazy=\"joined\", and took the objects without unique()."
 },
 "lookalikes/missing-await": {
  "url": "lookalikes/missing-await/",
  "title": "'coroutine' object has no attribute 'scalars'",
  "description": "You used the result of a call without awaiting it, or awaited what is no coroutine."
 },
 "lookalikes/pending-rollback": {
  "url": "lookalikes/pending-rollback/",
  "title": "PendingRollbackError: \"This Session's transaction has been rolled back due to a previous exception\"",
  "description": "You caught an error of a flush, and used the session again without a rollback."
 },
 "lookalikes/raiseload": {
  "url": "lookalikes/raiseload/",
  "title": "\"… is not available due to lazy='raise_on_sql'\"",
  "description": "You read an attribute that the mapping or the query forbids to load; the message names it."
 },
 "migrate/2.1": {
  "url": "migrate/2.1/",
  "title": "Migration from SQLAlchemy 2.0 to 2.1: what changes for MissingGreenlet",
  "description": "What SQLAlchemy 2.1 changes for MissingGreenlet and its family, each by one program run on 2.0 and on 2.1."
 },
 "models/cascades": {
  "url": "models/cascades/",
  "title": "Cascades: what a flush loads by itself",
  "description": "What a delete and a flush load by themselves, and what passive_deletes and cascade=\"all\" change."
 },
 "models/dataclasses": {
  "url": "models/dataclasses/",
  "title": "MappedAsDataclass: relationships in data classes",
  "description": "Mapped data classes under asyncio, with what repr() and == load, and what default_factory does on 2.1."
 },
 "models/eager-defaults": {
  "url": "models/eager-defaults/",
  "title": "eager_defaults: fetch what the database made",
  "description": "What eager_defaults fetches with an INSERT and an UPDATE, and what it costs on each database."
 },
 "models/index": {
  "url": "models/",
  "title": "Model configuration",
  "description": "What lazy='raise_on_sql' and the other model settings change, what they leave, and where to start."
 },
 "models/interactions": {
  "url": "models/interactions/",
  "title": "Loading switches and ways to touch an attribute",
  "description": "Every loading switch against every way of touching an attribute, as programs printed it."
 },
 "myths": {
  "url": "myths/",
  "title": "Popular fixes that do not fix MissingGreenlet",
  "description": "Nine popular fixes for MissingGreenlet, each with a program that shows what it does, and what to do."
 },
 "prevent/index": {
  "url": "prevent/",
  "title": "Keep MissingGreenlet from coming back",
  "description": "Adopt the guard in an existing code base, drop in a test that sees implicit I/O, review with a checklist."
 },
 "problem": {
  "url": "problem/",
  "title": "MissingGreenlet: greenlet_spawn has not been called; can't call await_() / await_only() here",
  "description": "What “greenlet_spawn has not been called; can't call await_only() here” means, in each of its texts and classes."
 },
 "reference/changes": {
  "url": "reference/changes/",
  "title": "Changes by SQLAlchemy release",
  "description": "What each release of SQLAlchemy changes for MissingGreenlet, the newest first, with a feed that tells you."
 },
 "reference/fingerprints": {
  "url": "reference/fingerprints/",
  "title": "Fingerprints: from what you see to the cause",
  "description": "What a text or a traceback shows, and which cause it is, in the order in which the paste box asks."
 },
 "reference/glossary": {
  "url": "reference/glossary/",
  "title": "Glossary",
  "description": "The words that these pages use, each in one to three sentences, with the page or the program that shows it."
 },
 "reference/kit": {
  "url": "reference/kit/",
  "title": "The kit",
  "description": "Modules to copy into a project, with an engine, sessions, models, an explanation of the error, and a guard for tests."
 },
 "reference/messages": {
  "url": "reference/messages/",
  "title": "Messages: every text, word for word",
  "description": "Every text of MissingGreenlet and of the errors beside it, word for word, with its class, code and release."
 },
 "reference/support": {
  "url": "reference/support/",
  "title": "Support matrix: what is run on what",
  "description": "On which releases, drivers and databases every program of this site runs, how, and what is not run at all."
 }
};
