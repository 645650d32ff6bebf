// The diagnosis rules, in order: the first that matches wins, later ones are the next-likeliest. `when` and `unless` are
// patterns (no case) over the facts that parse.js yields; of a list, every one must match. `decide` names the question
// that settles it where a rule has next-likeliest pages (`also`). `fix` and the questions may hold {model}, {attribute}
// and {variable} of the text. `shown` are the functions and files of its frames that the tables name.
// `others` are well-known errors that this site does not treat.
// Below `export default` stands JSON: Python reads this file too.
export default {
  "message": "greenlet_spawn has not|MissingGreen|\\bxd2s\\b|can't call await_|coroutine 'AsyncAdapt_\\w+\\.\\w+' was never awaited",
  "mention": "greenlet_spawn|missing greenlet|\\bgreenlet (error|exception|problem|issue|thing|stuff)|\\bawait_only\\b",
  "unknown": "This is not MissingGreenlet, nor one of the errors next to it.",
  "binary": "This is no text: the bytes of a file or a picture, perhaps. Paste the text of the error.",
  "near": "greenlet|sqlalche|await_|AsyncEngine|AsyncSession|coroutine '|event loop|non-checked-in|get_attribute_error|ResponseValidationError",
  "names": [
    "MissingGreenlet",
    "StatementError",
    "ResponseValidationError",
    "ValidationError",
    "InvalidRequestError",
    "greenlet_spawn",
    "await_only",
    "raise_on_sql",
    "raiseload",
    "selectinload",
    "joinedload",
    "awaitable_attrs",
    "expire_on_commit",
    "eager_defaults",
    "get_attribute_error",
    "DetachedInstanceError",
    "relationship",
    "alembic"
  ],
  "other": "The text ends in {class}, which this site does not treat.",
  "others": [
    [
      "IntegrityError",
      "the database refused a row, by a unique, foreign key, NOT NULL or check constraint. The lines after it name which."
    ],
    [
      "ProgrammingError|UndefinedTableError|UndefinedColumnError",
      "the database did not understand the statement: mostly a table or a column that no migration has made."
    ],
    [
      "OperationalError",
      "the database could not be reached, or refused the work: see the text after the driver's name."
    ],
    [
      "DataError",
      "a value does not fit its column."
    ],
    [
      "NoResultFound|MultipleResultsFound",
      "one() or scalar_one() found no row, or more than one."
    ],
    [
      "TimeoutError",
      "something waited too long: for a connection of the pool, if the text says QueuePool."
    ],
    [
      "ConnectionRefusedError|ConnectionResetError",
      "no server answers at that address."
    ],
    [
      "ModuleNotFoundError|ImportError",
      "a package or a name cannot be imported in this environment."
    ],
    [
      "UnmappedInstanceError|UnmappedClassError|ArgumentError|NoForeignKeysError|AmbiguousForeignKeysError|NoReferencedTableError",
      "the mapping itself is not complete; nothing was loaded yet."
    ],
    [
      "ObjectDeletedError|StaleDataError",
      "the row is gone, or another transaction changed it."
    ],
    [
      "ValidationError|ResponseValidationError|RequestValidationError",
      "a value does not fit the Pydantic model; no attribute failed to load."
    ],
    [
      "AttributeError|KeyError|TypeError|ValueError|NameError|IndexError|ZeroDivisionError",
      "a Python error, not one of SQLAlchemy's loading."
    ]
  ],
  "questions": {
    "expired": "Print inspect({variable}).expired before the failing line. True: a commit or a rollback expired the whole object, or a refresh() of its owner with cascade=\"all\". False: only some columns are missing, which the database makes, a bulk update touched, a refresh() did not name, or a subclass has.",
    "subclass": "Did the query name a base class of {variable}? Then this is your page. If it named the class itself, the database made the value, or a bulk update touched it.",
    "relationship": "Does the query that loads {variable} carry an option for {attribute}? Without one, this is your page, unless a refresh() stands before the line. With one, the session held the object before, or you created it and never queried it.",
    "field": "Is {attribute} a relationship? Then the query must load it: a refresh() without its name does not, nor a get() of an object that the session holds. Is it a column? Then look for the commit, the rollback or the UPDATE before the return, or for a query or a mapping that leaves it out.",
    "created": "Does the endpoint return an object that it created? Then this is your page. If it queried the object, the query must load {attribute}; if {attribute} is a column, look for the commit.",
    "change": "Does the line change the collection, or only read it? A read is a relationship that no query loaded.",
    "replaced": "Is {attribute} a collection? Then this is your page. Is it a column? Then its mapping has active_history=True, which this page treats too, or a listener of its set event has.",
    "plus": "Which value does the line read before it changes it? inspect({variable}).expired is True if a commit or a rollback took it away.",
    "listener": "Which of your functions listens to this attribute? The line inside it that reads another attribute is the one to change.",
    "thread": "Which thread runs the line? Print threading.current_thread().name: under a server a coroutine runs in MainThread.",
    "task": "Does the task get an object of the request? Give it the object's key, and open a session in the task.",
    "unseen": "Which function of yours stands right above SQLAlchemy's frames? If it is a property, a __repr__ or a template, this is your page; else the relationship itself is.",
    "library": "What do you hand to the library: an object, or an engine or session? Load the object first; drive the engine or session through run_sync().",
    "query": "Does your line say .query(, or does it name a relationship? A relationship with lazy=\"dynamic\" is the second page.",
    "driven": "Which call made the engine? With create_async_engine() and engine.sync_engine this is your page; create_engine() with an async URL is the other.",
    "driver": "Which line stands above the cut? A library's commit(), flush() or query(): the first page. Your own on a sync session: the second. A read of an attribute, which flushes first: the third.",
    "connect": "Which call made the engine? create_engine() with an async URL is the first page; inspect(), create_all() or a Session on engine.sync_engine the other.",
    "migration": "Did an alembic command print it? If not, look for create_engine() with an async URL in your own code.",
    "update": "Did an INSERT or an UPDATE of this row run before, and is expire_on_commit off? Then the database made the value; else the commit expired it.",
    "refreshed": "Does the refresh() name the relationship, as in refresh({variable}, [\"{attribute}\"])? Without the name a lazy one stays as it is.",
    "closed": "Does the line run after the session's block has ended, or in a task that outlives the request?",
    "engine": "What is the last line of the whole traceback? “the greenlet library is required” confirms this page; “attached to a different loop” leads to the second.",
    "repeated": "Does the log show an IntegrityError before this error? If not, look at the commit of the first call.",
    "cut": "What is the last line, and which line of yours stands above SQLAlchemy's? If that line reads an attribute after a commit, this is the page.",
    "logged": "Log it with logger.exception(), which keeps the traceback. Does a commit() or rollback() come before the failing line? If not, it reads a relationship.",
    "chained": "Is {attribute} mapped with lazy=\"dynamic\", or as DynamicMapped? Then this is your page. If the line starts from query() on a session, it is the second.",
    "operation": "Is there an earlier error, “attached to a different loop”, or an engine shared by tests, fixtures or workers? Then it is the second page; else two tasks share the session.",
    "flushing": "Do two tasks share the session, by gather() or a TaskGroup? If not, which listener of yours calls flush() or runs a query?",
    "streamed": "Which option does the query, or the mapping, carry: joinedload() is this page, subqueryload() the second, contains_eager() the third. selectinload() takes the place of each.",
    "started": "Who was given the engine? A Session, a sessionmaker() or a library: this is your page. If your own line calls engine.connect() without await or async with, it is the second."
  },
  "rules": [
    {
      "key": "lookalikes/greenlet-not-installed",
      "when": {
        "text": "no module named '?\"?greenlet|greenlet library is required|'greenlet' library is installed"
      },
      "because": "The greenlet package is missing from this environment; nothing was awaited in the wrong place.",
      "fix": "pip install \"sqlalchemy[asyncio]\""
    },
    {
      "key": "lookalikes/greenlet-not-installed",
      "when": {
        "frames": "util/concurrency\\.py:not_implemented"
      },
      "because": "The frames end where SQLAlchemy reports that greenlet could not be imported.",
      "fix": "pip install \"sqlalchemy[asyncio]\"",
      "shown": [
        "not_implemented"
      ]
    },
    {
      "key": "lookalikes/greenlet-not-installed",
      "when": {
        "text": "(install|missing(?! ?greenlet)|without|requir|depend|found)[^.]{0,80}\\bgreenlet\\b(?!_)|\\bgreenlet\\b(?!_)[^.]{0,80}(install|missing|requir|depend|found)|\\bgreenlet\\b(?!_).{0,80}(apple silicon|\\bm[1-9]\\b|\\barm64\\b|macos|alpine|musl|python 3\\.1[3-9])|(apple silicon|\\bm[1-9]\\b|\\barm64\\b|macos|alpine|musl|python 3\\.1[3-9]).{0,80}\\bgreenlet\\b(?!_)"
      },
      "unless": {
        "text": "greenlet_spawn has not|MissingGreen|missing greenlet (error|exception)|\\bxd2s\\b|can't call await_|successfully installed|^collecting ",
        "frames": "."
      },
      "because": "The text says that the greenlet package is missing; that is another error than MissingGreenlet.",
      "fix": "pip install \"sqlalchemy[asyncio]\""
    },
    {
      "key": "lookalikes/greenlet-not-installed",
      "also": [
        "lookalikes/event-loop-mismatch",
        "lookalikes/driver-not-async"
      ],
      "when": {
        "told": "cut",
        "last": "^(async with \\w*engine\\w*\\.(begin|connect)\\(\\)|async with conn:$|await greenlet_spawn\\()"
      },
      "unless": {
        "frames": "alembic/|dialects/|sqlalchemy/(pool|engine|orm|sql)/"
      },
      "because": "The traceback is cut at the engine's first await, where SQLAlchemy first needs the greenlet package.",
      "decide": "engine",
      "fix": "pip install \"sqlalchemy[asyncio]\""
    },
    {
      "key": "lookalikes/raiseload",
      "when": {
        "text": "is not available due to (lazy=|raiseload)"
      },
      "because": "The mapping or the query forbids the lazy load, and the message names the attribute.",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "loaders/contains_eager",
      "when": {
        "text": "can't use (the orm )?yield_per",
        "sources": "contains_eager\\("
      },
      "because": "contains_eager() on a collection repeats its owner in every row, and yield_per refuses to make rows unique.",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "loaders/subqueryload",
      "when": {
        "text": "can't use (the orm )?yield_per",
        "sources": "subqueryload\\("
      },
      "because": "subqueryload() needs all rows before the first is handed out, and yield_per hands them out in parts.",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "loaders/joinedload",
      "also": [
        "loaders/subqueryload",
        "loaders/contains_eager"
      ],
      "when": {
        "text": "can't use (the orm )?yield_per"
      },
      "because": "A stream hands its rows out in parts, and the query carries a loader that needs all of them, most often joinedload() of a collection.",
      "decide": "streamed",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "lookalikes/joined-collection-unique",
      "when": {
        "text": "unique\\(\\) method|joined eager loads against collections"
      },
      "because": "A joined eager load of a collection repeats its owner in every row, so the result must be made unique.",
      "fix": "result = (await session.scalars(query)).unique().all()"
    },
    {
      "key": "lookalikes/joined-collection-unique",
      "when": {
        "text": [
          "\\bunique\\(\\)",
          "joined"
        ]
      },
      "unless": {
        "frames": "."
      },
      "because": "The text speaks of unique() and a joined load: a joined collection repeats its owner in every row.",
      "fix": "result = (await session.scalars(query)).unique().all()"
    },
    {
      "key": "loaders/awaitable-attrs",
      "when": {
        "text": "cannot import name '?\"?AsyncAttrs\\b"
      },
      "because": "AsyncAttrs is not in this SQLAlchemy: it came with 2.0.13.",
      "fix": "pip install --upgrade \"sqlalchemy[asyncio]\""
    },
    {
      "key": "lookalikes/driver-not-async",
      "when": {
        "text": "requires an async driver|\\bthe loaded '\\w+' is not async|AwaitRequired|required an async execution|\\bxd1r\\b"
      },
      "because": "create_async_engine() was given a URL whose driver cannot be awaited.",
      "fix": "create_async_engine(\"postgresql+asyncpg://…\")"
    },
    {
      "key": "lookalikes/driver-not-async",
      "when": {
        "told": "cut",
        "frames": "ext/asyncio/engine\\.py:(create_async_engine|__init__)$"
      },
      "because": "The traceback is cut inside create_async_engine(): it refuses a driver that cannot be awaited.",
      "fix": "create_async_engine(\"postgresql+asyncpg://…\")",
      "shown": [
        "create_async_engine"
      ]
    },
    {
      "key": "lookalikes/driver-not-async",
      "when": {
        "text": "AsyncEngine expected, got Engine"
      },
      "because": "An async session was given the engine of create_engine().",
      "fix": "Session = async_sessionmaker(create_async_engine(url))"
    },
    {
      "key": "lookalikes/driver-not-async",
      "when": {
        "text": "No module named ['\"]?(psycopg2?|asyncpg|MySQLdb|pymysql|aiomysql|asyncmy|aiosqlite|pyodbc|aioodbc|cx_Oracle|oracledb)\\b",
        "frames": "^$|ext/asyncio/engine\\.py:"
      },
      "because": "create_async_engine() cannot import the driver that the URL names, or the one that it stands for.",
      "fix": "create_async_engine(\"postgresql+asyncpg://…\")"
    },
    {
      "key": "reference/messages",
      "when": {
        "text": "pool class \\w{1,80} cannot be used with (non-)?asyncio engine|/pcls\\b|^(code )?pcls$"
      },
      "because": "The engine was given a pool class of the other kind: one for sync engines on an async engine, or the reverse.",
      "fix": "engine = create_async_engine(url)  # without poolclass"
    },
    {
      "key": "lookalikes/event-loop-mismatch",
      "when": {
        "text": "attached to (a )?different (event )?loop|(new|another|second|different) event loop|bound to a different event loop"
      },
      "because": "The engine's connections belong to another event loop than the one that uses them.",
      "fix": "await engine.dispose()  # before the loop ends"
    },
    {
      "key": "lookalikes/concurrent-session-use",
      "when": {
        "text": "concurrent operations are not permitted|IllegalStateChangeError|method '\\w+\\(\\)' is already in progress|/e/\\d+/isce|called while another coroutine is already waiting for incoming data"
      },
      "because": "Two tasks used one session, or one connection, at the same time.",
      "fix": "async with Session() as session:  # one per task"
    },
    {
      "key": "lookalikes/concurrent-session-use",
      "also": [
        "lookalikes/event-loop-mismatch"
      ],
      "when": {
        "text": "another operation is in progress"
      },
      "because": "The driver was given a second operation while the first has not ended on the same connection.",
      "decide": "operation",
      "fix": "async with Session() as session:  # one per task"
    },
    {
      "key": "lookalikes/concurrent-session-use",
      "also": [
        "causes/event-listener"
      ],
      "when": {
        "text": "session is already flushing"
      },
      "because": "A flush of this session has not ended yet: another task runs it, or a listener inside it flushes again.",
      "decide": "flushing",
      "fix": "async with Session() as session:  # one per task"
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "also": [
        "causes/sync-engine-async-driver",
        "causes/third-party-sync-library"
      ],
      "when": {
        "told": "message|cut",
        "frames": "sqlalchemy/engine/(base\\.py:run_ddl_visitor|reflection\\.py:)"
      },
      "unless": {
        "frames": "alembic/|/env\\.py:",
        "caller": "^library:"
      },
      "because": "The frames pass create_all(), drop_all() or the inspector: a synchronous call on an engine whose driver is async.",
      "decide": "driven",
      "fix": "async with engine.begin() as connection:\n    await connection.run_sync(Base.metadata.create_all)"
    },
    {
      "key": "lookalikes/connection-not-returned",
      "when": {
        "text": "non-checked-in connection|terminate_force_close|exception terminating connection|exception during reset or similar"
      },
      "because": "A connection was left to the garbage collector, or its task was cancelled, instead of being closed.",
      "fix": "async with Session() as session:"
    },
    {
      "key": "lookalikes/connection-not-returned",
      "when": {
        "text": "QueuePool limit of size",
        "frames": "ext/asyncio/|util/_?concurrency\\w*\\.py:"
      },
      "because": "All connections of the pool are taken: sessions or connections were opened and not closed, or too many work at once.",
      "fix": "async with Session() as session:",
      "shown": [
        "ext/asyncio/"
      ]
    },
    {
      "key": "lookalikes/connection-not-returned",
      "when": {
        "text": "QueuePool limit of size"
      },
      "unless": {
        "caller": "."
      },
      "because": "All connections of the pool are taken; in async code mostly by sessions that were opened and not closed.",
      "fix": "async with Session() as session:"
    },
    {
      "key": "lookalikes/event-loop-mismatch",
      "when": {
        "text": "event loop is closed",
        "exceptions": "^$|RuntimeError$"
      },
      "because": "The loop that the connections belong to has ended.",
      "fix": "await engine.dispose()  # before the loop ends"
    },
    {
      "key": "lookalikes/raiseload",
      "when": {
        "text": "\\braiseload\\b"
      },
      "unless": {
        "frames": "."
      },
      "because": "The text speaks of raiseload, which forbids lazy loads.",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "lookalikes/detached-instance",
      "also": [
        "causes/expired-after-commit",
        "causes/thread-or-background-task"
      ],
      "when": {
        "text": "attribute refresh operation cannot proceed"
      },
      "because": "A commit or a rollback expired the object, and then its session was closed before the attribute was read.",
      "decide": "closed",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)"
    },
    {
      "key": "lookalikes/detached-instance",
      "when": {
        "text": "is already attached to session '"
      },
      "because": "Another session holds the object; it can be in one at a time.",
      "fix": "{variable} = await session.merge({variable}, load=False)"
    },
    {
      "key": "lookalikes/detached-instance",
      "also": [
        "causes/thread-or-background-task"
      ],
      "when": {
        "text": "raise orm_exc\\.D|DetachedInstanceError|is not bound to a session|/bhk3|(attribute refresh|(lazy|deferred) load) operation (of attribute .{1,80} )?cannot proceed|parent instance .{1,120} is not bound"
      },
      "because": "The object has no session any more: the session was closed before the attribute was read.",
      "decide": "closed",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "lookalikes/detached-instance",
      "also": [
        "causes/expired-after-commit"
      ],
      "when": {
        "told": "cut",
        "text": "value = state\\._load_expired\\("
      },
      "because": "This line of source is of a SQLAlchemy older than 1.4, which has no asyncio: there the read of an expired object fails when its session is gone.",
      "decide": "closed",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/event-listener",
      "when": {
        "text": "session is in 'committed' state; no further SQL"
      },
      "because": "A listener of after_commit sends SQL, but its transaction is over.",
      "fix": "@event.listens_for(Session, \"before_commit\")"
    },
    {
      "key": "lookalikes/pending-rollback",
      "when": {
        "text": "PendingRollbackError|transaction has been rolled back due to a previous exception|session's transaction.{0,20}rolled back|until .{0,20}transaction is rolled back"
      },
      "because": "An earlier error left the session waiting for a rollback.",
      "fix": "await session.rollback()"
    },
    {
      "key": "causes/third-party-sync-library",
      "also": [
        "causes/sync-api-on-async-engine"
      ],
      "when": {
        "text": "(?:site|dist)-packages[/\\\\](?!sqlalchemy)[^\\s:]{1,300}:\\d+: RuntimeWarning: coroutine 'Async\\w{1,40}\\.\\w{1,60}' was never awaited"
      },
      "because": "A library called a method of an async connection without awaiting it: it is made for a synchronous one.",
      "decide": "library",
      "fix": "await connection.run_sync(lambda sync: read(query, sync))"
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "also": [
        "causes/third-party-sync-library"
      ],
      "when": {
        "text": "(?:site|dist)-packages[/\\\\]sqlalchemy[^\\s:]{1,300}:\\d+: RuntimeWarning: coroutine 'Async\\w{1,40}\\.\\w{1,60}' was never awaited"
      },
      "because": "SQLAlchemy's own synchronous code was handed an async connection, and called it without awaiting it.",
      "decide": "library",
      "fix": "await connection.run_sync(Base.metadata.create_all)"
    },
    {
      "key": "lookalikes/missing-await",
      "when": {
        "text": "'coroutine' object (has no attribute|is not (iterable|subscriptable))|coroutine 'Async(Engine|Connection|Session)\\.(?!close)\\w+' was never awaited|can't be (used in 'await' expression|awaited)|requires an object with __(aiter|aenter)__ method, got coroutine|object does not support the asynchronous (context manager|iterat\\w+) protocol"
      },
      "because": "A coroutine was used as if it were its result, or something that is no coroutine was awaited.",
      "fix": "result = await session.execute(query)"
    },
    {
      "key": "loaders/write-only",
      "when": {
        "text": "can't load the existing state from the database for this operation"
      },
      "because": "A flush is not allowed to load a write-only collection, and must not need to.",
      "fix": "relationship(passive_deletes=True)"
    },
    {
      "key": "loaders/write-only",
      "when": {
        "text": "WriteOnly collections don't support iteration|'WriteOnlyCollection' (has no len|is not iterable)|does not support implicit iteration"
      },
      "because": "A write-only collection holds no rows: it makes statements, which you execute.",
      "fix": "await session.scalars({variable}.{attribute}.select())"
    },
    {
      "key": "causes/dynamic-relationship",
      "when": {
        "text": "does not support object population|AppenderQuery"
      },
      "because": "A lazy=\"dynamic\" relationship loads on its own terms, which async code cannot await.",
      "fix": "await session.scalars({variable}.{attribute}.statement)"
    },
    {
      "key": "causes/dynamic-relationship",
      "when": {
        "told": "message|cut",
        "frames": "orm/dynamic\\.py:"
      },
      "because": "The frames pass the dynamic loader's query.",
      "fix": "await session.scalars({variable}.{attribute}.statement)",
      "shown": [
        "orm/dynamic.py"
      ]
    },
    {
      "key": "causes/dynamic-relationship",
      "when": {
        "told": "message",
        "shape": "^query$"
      },
      "because": "The statement asks for rows that refer to yours and carries their key itself, as the query of a dynamic relationship does; a lazy load passes the key beside the statement.",
      "fix": "await session.scalars({variable}.{attribute}.statement)"
    },
    {
      "key": "causes/dynamic-relationship",
      "also": [
        "causes/sync-api-on-async-engine"
      ],
      "when": {
        "told": "message|cut",
        "frames": "orm/query\\.py:",
        "source": "\\b[a-z_]\\w*\\.[a-z_]\\w*\\.(all|filter|filter_by|order_by|limit|offset|count|first|one|one_or_none|paginate)\\("
      },
      "unless": {
        "source": "\\bquery\\(|\\bsession\\.|\\bdb\\.",
        "frames": "orm/(strategies|attributes|state)\\.py"
      },
      "because": "Your line calls a method of a query on a relationship: it is dynamic, and the query runs without an await.",
      "decide": "chained",
      "fix": "await session.scalars({variable}.{attribute}.statement)",
      "shown": [
        "orm/query.py"
      ]
    },
    {
      "key": "causes/polymorphic-subclass-column",
      "also": [
        "causes/deferred-column",
        "causes/server-generated-value",
        "causes/bulk-update-expiry"
      ],
      "when": {
        "told": "message",
        "shape": "^subclass$"
      },
      "because": "The statement asks another table for columns by its key, and carries the key itself: SQLAlchemy does so for the columns of a subclass alone.",
      "decide": "subclass",
      "fix": "select(with_polymorphic({model}, \"*\"))"
    },
    {
      "key": "causes/refresh-relationship",
      "when": {
        "text": "no column-based properties specified for refresh"
      },
      "because": "refresh() cannot bring this relationship as it was called.",
      "fix": "await session.refresh({variable}, [\"{attribute}\"])"
    },
    {
      "key": "causes/third-party-sync-library",
      "when": {
        "text": "_run_ddl_visitor|inspection system is .{0,160}async|inspection on an async(engine|connection)|'Async(Engine|Connection|Session)' object has no attribute|AsyncContextNotStarted|context has not been started",
        "caller": "^library:"
      },
      "because": "A library calls SQLAlchemy's synchronous API on an async engine or session."
    },
    {
      "key": "lookalikes/missing-await",
      "when": {
        "text": "Async(Session)?Transaction context has not been started"
      },
      "because": "begin() gives a transaction that an await, or async with, starts; neither did.",
      "fix": "async with session.begin():"
    },
    {
      "key": "lookalikes/missing-await",
      "when": {
        "text": "AsyncContextNotStarted|context has not been started and object has not been awaited",
        "caller": "^own$"
      },
      "unless": {
        "frames": "sqlalchemy/(orm|engine|pool|sql)/"
      },
      "because": "engine.connect() gives a connection that an await, or async with, starts; neither did.",
      "fix": "async with engine.connect() as connection:"
    },
    {
      "key": "lookalikes/missing-await",
      "when": {
        "text": [
          "AsyncContextNotStarted|context has not been started and object has not been awaited",
          "(?<!await )(?<!with )\\b\\w+\\.connect\\(\\)"
        ]
      },
      "unless": {
        "frames": "."
      },
      "because": "The text calls connect() without await or async with, so nothing started the connection.",
      "fix": "async with engine.connect() as connection:"
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "also": [
        "lookalikes/missing-await"
      ],
      "when": {
        "text": "AsyncContextNotStarted|context has not been started and object has not been awaited"
      },
      "unless": {
        "frames": "."
      },
      "because": "A connection of an async engine was used before it was started, most often by a sync Session that was given that engine.",
      "decide": "started",
      "fix": "Session = async_sessionmaker(engine)"
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "when": {
        "text": "inspection on an async(engine|connection)|\\bxd3s\\b"
      },
      "because": "inspect() was given an async engine or connection, and refuses it: call it inside run_sync().",
      "fix": "await connection.run_sync(lambda sync: inspect(sync).get_table_names())"
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "when": {
        "text": "_run_ddl_visitor|inspection system is .{0,160}async|'Async(Engine|Connection|Session)' object has no attribute|AsyncContextNotStarted|coroutine 'AsyncConnection\\.close' was never awaited|(doesn't|does not) support `?AsyncEngine"
      },
      "because": "A synchronous call was made on an async engine, connection or session.",
      "fix": "async with engine.begin() as connection:\n    await connection.run_sync(Base.metadata.create_all)"
    },
    {
      "key": "causes/alembic-env",
      "also": [
        "causes/sync-engine-async-driver"
      ],
      "when": {
        "told": "message|cut",
        "frames": "alembic/(command|config|script|runtime|util)|/env\\.py:"
      },
      "unless": {
        "frames": "^(?!.*/env\\.py:).*alembic/autogenerate/"
      },
      "because": "The frames run through Alembic: its env.py opens a sync engine on an async URL.",
      "decide": "migration",
      "fix": "alembic init -t async migrations",
      "shown": [
        "alembic/",
        "env.py"
      ]
    },
    {
      "key": "causes/response-serialization",
      "also": [
        "causes/expired-after-commit",
        "causes/expired-after-rollback"
      ],
      "when": {
        "text": "get_attribute_error",
        "locations": "\\.(id|uuid|pk)( |$)"
      },
      "because": "Every field fails, the primary key too: the whole object had expired before the response was made.",
      "decide": "field",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)"
    },
    {
      "key": "causes/server-generated-value",
      "also": [
        "causes/expired-after-commit",
        "causes/response-serialization"
      ],
      "when": {
        "text": "get_attribute_error",
        "locations": "^(\\S*\\.\\w*(_at|_on|date|time|stamp|updated|modified|created|version)\\w* ?)+$"
      },
      "because": "Only columns of a date or a time fail: values that the database generates.",
      "decide": "update",
      "fix": "__mapper_args__ = {\"eager_defaults\": True}"
    },
    {
      "key": "causes/new-object-collection",
      "also": [
        "causes/response-serialization",
        "causes/lazy-relationship"
      ],
      "when": {
        "text": [
          "ResponseValidationError",
          "get_attribute_error",
          ", in \\w{1,80}\\s{1,8}POST /"
        ]
      },
      "unless": {
        "text": "extracting attribute: (?!MissingGreenlet|StatementError)",
        "locations": "\\.(id|uuid|pk)( |$)"
      },
      "because": "FastAPI names a POST endpoint, and such an endpoint mostly returns what it created: no query loaded it.",
      "decide": "created",
      "fix": "{variable} = {model}(…, {attribute}=[])"
    },
    {
      "key": "causes/response-serialization",
      "also": [
        "causes/lazy-relationship",
        "causes/new-object-collection",
        "causes/expired-after-commit",
        "causes/deferred-column",
        "causes/refresh-relationship",
        "causes/despite-eager-loading"
      ],
      "when": {
        "text": "get_attribute_error|error extracting attribute"
      },
      "unless": {
        "text": "extracting attribute: (?!MissingGreenlet|StatementError|DetachedInstanceError)"
      },
      "because": "Pydantic read the attribute while the response was made; the last name in loc is the attribute.",
      "decide": "field",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/response-serialization",
      "when": {
        "text": "ResponseValidationError",
        "frames": "fastapi/routing\\.py:serialize_response"
      },
      "unless": {
        "text": "'type': '(?!get_attribute_error)"
      },
      "because": "The response did not fit its model: FastAPI read an attribute that could not be read.",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))",
      "shown": [
        "serialize_response"
      ]
    },
    {
      "key": "causes/event-listener",
      "also": [
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message|cut",
        "frames": "(event/attr\\.py:__call__|orm/attributes\\.py:fire_[arp]).*orm/attributes\\.py:__get__"
      },
      "because": "The frames pass an event: its listener, or a validator, runs outside every awaited call, and made the session load.",
      "decide": "listener",
      "shown": [
        "event/attr.py",
        "__get__"
      ]
    },
    {
      "key": "causes/thread-or-background-task",
      "also": [
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message|cut",
        "frames": "(futures/thread\\.py|anyio/_backends/_asyncio\\.py|/threading\\.py):run\\b.*orm/attributes\\.py:__(get|set)__"
      },
      "because": "The read happens in another thread, which no awaited call of SQLAlchemy reaches.",
      "decide": "thread",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))",
      "shown": [
        "futures/thread.py",
        "anyio/_backends/_asyncio.py"
      ]
    },
    {
      "key": "causes/thread-or-background-task",
      "also": [
        "causes/lazy-relationship",
        "causes/expired-after-commit"
      ],
      "when": {
        "told": "message|cut",
        "frames": "starlette/background\\.py:__call__.*orm/attributes\\.py:__(get|set)__"
      },
      "because": "The frames run through Starlette's background tasks: the read happens after the response was sent.",
      "decide": "task",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/collection-mutation",
      "also": [
        "causes/lazy-relationship",
        "causes/event-listener"
      ],
      "when": {
        "told": "message|cut",
        "frames": "orm/attributes\\.py:__set__.*(emit_lazyload|load_expired|load_for_state)"
      },
      "because": "The frames pass __set__: the old value must be loaded before a new one can replace it.",
      "decide": "replaced",
      "fix": "(await {variable}.awaitable_attrs.{attribute}).append(…)",
      "shown": [
        "__set__",
        "emit_lazyload"
      ]
    },
    {
      "key": "causes/collection-mutation",
      "also": [
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message|cut",
        "frames": "emit_lazyload",
        "source": "\\w\\.\\w+\\.(append|remove|extend|insert|add|discard|pop|clear)\\("
      },
      "because": "Your line changes a collection, and it must be loaded before it can be changed.",
      "decide": "change",
      "fix": "(await {variable}.awaitable_attrs.{attribute}).append(…)",
      "shown": [
        "emit_lazyload"
      ]
    },
    {
      "key": "causes/collection-mutation",
      "also": [
        "causes/expired-after-commit"
      ],
      "when": {
        "told": "message|cut",
        "frames": "orm/state\\.py:load_expired",
        "source": "\\.\\w+ [-+*/|&]= "
      },
      "because": "Your line adds to an attribute that must be read first, and it had expired.",
      "decide": "plus",
      "fix": "await session.refresh({variable})",
      "shown": [
        "load_expired"
      ]
    },
    {
      "key": "causes/response-serialization",
      "also": [
        "causes/lazy-relationship",
        "causes/expired-after-commit"
      ],
      "when": {
        "told": "message|cut",
        "frames": "(fastapi/(routing\\.py:serialize_response|encoders\\.py)|pydantic/main\\.py:).*orm/attributes\\.py:__get__"
      },
      "because": "The frames run through FastAPI's or Pydantic's serialisation, which reads every field.",
      "decide": "field",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))",
      "shown": [
        "serialize_response",
        "pydantic/main.py"
      ]
    },
    {
      "key": "causes/property-or-repr",
      "also": [
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message|cut",
        "frames": "(:__(repr|str|eq|hash|format)__|/dataclasses\\.py:|logging/__init__\\.py:|jinja2/\\S+:|ext/associationproxy\\.py:|ext/hybrid\\.py:).*orm/attributes\\.py:__get__"
      },
      "unless": {
        "frames": "load_expired"
      },
      "because": "Something that looks harmless (a repr, a property, a template, a log line) reads the attribute.",
      "decide": "unseen",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))",
      "shown": [
        "__repr__",
        "dataclasses.py",
        "logging/__init__.py",
        "jinja2/",
        "ext/associationproxy.py"
      ]
    },
    {
      "key": "causes/property-or-repr",
      "also": [
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message|cut",
        "source": "\\b(has|get)attr\\(",
        "frames": "orm/attributes\\.py:__get__"
      },
      "unless": {
        "frames": "load_expired"
      },
      "because": "Your line asks by name, with hasattr() or getattr(); the attribute is there, and reading it failed.",
      "decide": "unseen",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/property-or-repr",
      "also": [
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message|cut",
        "text": "\\.(\\w{1,60})\\b(?! ?\\()(?:[^\"]{0,200}?File \"(?![^\"]{0,200}(?:site-packages|lib.python3))[^\"]{1,200}\", line \\d+, in|.{0,200}?\\.py:\\d+[:,]? in) \\1\\b.{0,400}?orm[/\\\\]attributes\\.py",
        "frames": "orm/attributes\\.py:__get__"
      },
      "unless": {
        "frames": "load_expired"
      },
      "because": "A line reads a name without calling it, and the next frame is a function of that name: a property, which reads the attribute.",
      "decide": "unseen",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/third-party-sync-library",
      "also": [
        "causes/lazy-relationship",
        "causes/sync-engine-async-driver",
        "causes/sync-api-on-async-engine"
      ],
      "when": {
        "told": "message",
        "caller": "^library:",
        "frames": "sqlalchemy/(orm|engine|ext|sql|pool)/"
      },
      "unless": {
        "caller": "^library:(fastapi|starlette|pydantic|sqlmodel|asyncio|jinja2)$"
      },
      "because": "A library reads the attribute, or drives the session, without an await.",
      "decide": "library",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/deferred-column",
      "when": {
        "told": "message|cut",
        "frames": "strategies\\.py:(load_for_state|load_for_\\w{0,5}) > (\\S{1,120}:\\w{1,60} > )?\\S{1,120}loading\\.py:(load_scalar_attributes|load_scalar)"
      },
      "unless": {
        "frames": "emit_lazyload|load_expired"
      },
      "because": "The frames load a single column without _load_expired: the query left it out.",
      "fix": "query = select({model}).options(undefer({model}.{attribute}))",
      "shown": [
        "load_for_state",
        "load_scalar_attributes"
      ]
    },
    {
      "key": "causes/deferred-column",
      "when": {
        "told": "message|cut",
        "frames": "strategies\\.py:load_for_state( > \\S{1,120}util/\\S{1,60})?$",
        "last": "load_scalar_attributes"
      },
      "unless": {
        "frames": "emit_lazyload|load_expired"
      },
      "because": "The last frame loads a single column by itself: the query left it out.",
      "fix": "query = select({model}).options(undefer({model}.{attribute}))",
      "shown": [
        "load_for_state"
      ]
    },
    {
      "key": "causes/polymorphic-subclass-column",
      "also": [
        "causes/server-generated-value",
        "causes/bulk-update-expiry"
      ],
      "when": {
        "told": "message|cut",
        "frames": "orm/state\\.py:load_expired",
        "text": "\\breturn _?load_on_ident\\("
      },
      "because": "The frames load columns of a joined subclass's table alone: the query was for its base class.",
      "decide": "subclass",
      "fix": "query = select({model}).options(selectin_polymorphic({model}, [Subclass]))"
    },
    {
      "key": "causes/dynamic-relationship",
      "also": [
        "causes/sync-api-on-async-engine"
      ],
      "when": {
        "told": "message|typed",
        "text": "\\b(?!session|query|db)[a-z_]\\w*\\.[a-z_]\\w*\\.(order_by|filter|filter_by|limit|offset|all|paginate)\\("
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text calls a method of a query on a relationship, which a dynamic one has.",
      "decide": "chained",
      "fix": "await session.scalars({variable}.{attribute}.statement)"
    },
    {
      "key": "causes/despite-eager-loading",
      "also": [
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message|typed",
        "text": "\\.get\\([^)]{0,200}options ?=|\\bget\\b.{0,40}\\boptions\\b|(selectinload|joinedload|selectin|eager\\w*|loader options?)\\b.{0,80}\\b(ignored|no effect|not applied|does(n't| not) (work|help|apply))|\\bjoin\\(\\)?.{0,60}(does(n't| not)|not) load|after (a |the )?\\.?join\\b|identity map"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text has a loader option, or a join, and the load does not happen: the session held the object, or the option stops short.",
      "decide": "relationship",
      "fix": "session.get({model}, key, options=[selectinload({model}.{attribute})], populate_existing=True)"
    },
    {
      "key": "causes/new-object-collection",
      "also": [
        "causes/lazy-relationship",
        "causes/refresh-relationship"
      ],
      "when": {
        "told": "message|typed",
        "text": [
          "default_factory|\\bnew(ly)? (created )?(object|instance|row|parent|record)s?\\b|\\b(just|freshly|newly) (created|added|flushed|inserted)|\\b(POST|create) (endpoint|route|request|handler)|empty (list|collection)s?|== \\[\\]",
          "\\b(collections?|relationships?|children|lists?|default_factory)\\b|\\[\\]"
        ]
      },
      "unless": {
        "frames": "orm/|pool/|engine/",
        "text": "onupdate|server_default|updated_at"
      },
      "because": "The text speaks of an object that was created, not queried, and of a collection that it was never given.",
      "decide": "relationship",
      "fix": "{model}({attribute}=[])"
    },
    {
      "key": "causes/bulk-update-expiry",
      "also": [
        "causes/expired-after-commit",
        "causes/server-generated-value"
      ],
      "when": {
        "told": "message|typed",
        "text": "\\bupdate\\([A-Z]\\w*\\)|bulk.?update|synchronize_session"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text has an update() through the session, which expires what the session holds.",
      "decide": "expired",
      "fix": "await session.refresh({variable})"
    },
    {
      "key": "causes/polymorphic-subclass-column",
      "when": {
        "text": [
          "(single|joined|concrete)([- ]table)? inheritance|polymorphic|with_polymorphic|\\bsubclass(es)?\\b.{0,40}(column|attribute|field)",
          "\\basync|await|greenlet|\\bselect\\(|\\bload"
        ]
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of inheritance: a query for the base class leaves the subclass's columns out.",
      "fix": "select(with_polymorphic({model}, \"*\"))"
    },
    {
      "key": "causes/response-serialization",
      "also": [
        "causes/lazy-relationship",
        "causes/expired-after-commit"
      ],
      "when": {
        "told": "message|typed",
        "text": [
          "response.?model|ResponseValidationError|from_attributes",
          "\\b(drop|remov|without|no)\\w*\\b.{0,30}response.?model|\\b(missing|gone|empty|silently|disappear\\w*)\\b|`?\\{\\}`?"
        ]
      },
      "unless": {
        "frames": "orm/|pool/|engine/",
        "text": "\\brefresh\\("
      },
      "because": "The text speaks of a response whose model reads the object, or of what is missing from it.",
      "decide": "field",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/expired-after-commit",
      "also": [
        "causes/expired-after-rollback"
      ],
      "when": {
        "told": "message|typed",
        "text": "expire[sd]?\\b.{0,40}\\b(by|after|on|at|every)\\b.{0,20}\\bcommit|\\bcommit\\b.{0,40}\\bexpire[sd]?\\b|\\b(one|a) commit per\\b|\\bcommit\\b.{0,30}\\b(in|inside) (a|the|my) loop|read.{0,40}after (the |a )?commit\\b"
      },
      "unless": {
        "frames": "orm/|pool/|engine/",
        "text": "rollback|savepoint|onupdate"
      },
      "because": "The text speaks of a commit, after which objects are read that it expired.",
      "decide": "expired",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)"
    },
    {
      "key": "causes/polymorphic-subclass-column",
      "also": [
        "causes/server-generated-value",
        "causes/bulk-update-expiry"
      ],
      "when": {
        "told": "message",
        "shape": "^columns$",
        "sql": "WHERE .{1,200} AND \\S{1,120} IN \\("
      },
      "because": "The statement asks for single columns, and compares a discriminator: the object is of a subclass.",
      "decide": "subclass",
      "fix": "query = select({model}).options(selectin_polymorphic({model}, [Subclass]))"
    },
    {
      "key": "causes/expired-after-rollback",
      "also": [
        "causes/expired-after-commit",
        "causes/server-generated-value"
      ],
      "when": {
        "told": "message",
        "text": "during handling of the above exception|IntegrityError|\\brollback\\(",
        "frames": "orm/state\\.py:load_expired"
      },
      "because": "An error was being handled: the rollback before this line expired the object.",
      "decide": "expired",
      "fix": "await session.refresh({variable})",
      "shown": [
        "load_expired"
      ]
    },
    {
      "key": "causes/server-generated-value",
      "also": [
        "causes/expired-after-commit",
        "causes/expired-after-rollback"
      ],
      "when": {
        "told": "message|cut",
        "frames": "orm/state\\.py:load_expired",
        "source": "\\.\\w*(updated|modified|created|changed|_at\\b|_on\\b|version|timestamp|counter|computed|total)"
      },
      "unless": {
        "frames": "emit_lazyload[^\n]{0,400}load_expired"
      },
      "because": "An expired column was read, and its name is that of a value which the database generates.",
      "decide": "expired",
      "fix": "__mapper_args__ = {\"eager_defaults\": True}",
      "shown": [
        "load_expired"
      ]
    },
    {
      "key": "causes/server-generated-value",
      "also": [
        "causes/polymorphic-subclass-column",
        "causes/bulk-update-expiry",
        "causes/refresh-relationship",
        "causes/expired-after-commit"
      ],
      "when": {
        "told": "message",
        "frames": "orm/state\\.py:load_expired",
        "shape": "^columns$"
      },
      "unless": {
        "frames": "emit_lazyload"
      },
      "because": "The statement asks for single columns without the key: values that a flush left to the database.",
      "decide": "expired",
      "fix": "__mapper_args__ = {\"eager_defaults\": True}",
      "shown": [
        "load_expired"
      ]
    },
    {
      "key": "causes/expired-after-commit",
      "also": [
        "causes/server-generated-value",
        "causes/expired-after-rollback",
        "causes/bulk-update-expiry",
        "causes/polymorphic-subclass-column",
        "causes/collection-mutation",
        "causes/refresh-relationship"
      ],
      "when": {
        "told": "message|cut",
        "frames": "orm/state\\.py:load_expired"
      },
      "because": "The frames pass _load_expired: the value was loaded once and then expired, most often by commit().",
      "decide": "expired",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)",
      "shown": [
        "load_expired"
      ]
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/despite-eager-loading",
        "causes/new-object-collection",
        "causes/refresh-relationship"
      ],
      "when": {
        "told": "message|cut",
        "frames": "orm/strategies\\.py:",
        "caller": "."
      },
      "because": "The frames pass _emit_lazyload: a relationship was read that no query had loaded.",
      "decide": "relationship",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))",
      "shown": [
        "orm/strategies.py"
      ]
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/despite-eager-loading",
        "causes/new-object-collection",
        "causes/refresh-relationship",
        "causes/collection-mutation",
        "causes/event-listener",
        "causes/property-or-repr",
        "causes/response-serialization",
        "causes/third-party-sync-library",
        "causes/thread-or-background-task"
      ],
      "when": {
        "told": "message|cut",
        "frames": "orm/strategies\\.py:"
      },
      "because": "The frames pass _emit_lazyload: a relationship was read that no query had loaded. The frame that read it is cut off.",
      "decide": "unseen",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))",
      "shown": [
        "orm/strategies.py"
      ]
    },
    {
      "key": "causes/expired-after-commit",
      "also": [
        "causes/expired-after-rollback"
      ],
      "when": {
        "told": "message|typed",
        "source": "\\b[a-z_]\\w*\\.id\\b"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "Your line reads a primary key, which is never lazy: the object had expired.",
      "decide": "expired",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)"
    },
    {
      "key": "causes/alembic-env",
      "also": [
        "causes/sync-engine-async-driver"
      ],
      "when": {
        "told": "message",
        "frames": "pool/base\\.py:checkout > \\S{1,80}pool/impl\\.py:do_get > \\S{1,80}pool/base\\.py:create_connection"
      },
      "unless": {
        "caller": ".",
        "frames": "orm/"
      },
      "because": "The traceback is cut; what is left connects without a pool, as Alembic's env.py does.",
      "decide": "migration",
      "fix": "alembic init -t async migrations",
      "shown": [
        "create_connection"
      ]
    },
    {
      "key": "causes/sync-engine-async-driver",
      "also": [
        "causes/sync-api-on-async-engine"
      ],
      "when": {
        "told": "message|cut",
        "frames": "sqlalchemy/pool/\\S+:\\w*connect|sqlalchemy/engine/(create|default)\\.py:connect|dialects/\\S+:connect"
      },
      "unless": {
        "frames": "orm/attributes\\.py:__(get|set)__"
      },
      "because": "The error comes while connecting, not from an attribute: a sync engine was made with an async driver.",
      "decide": "connect",
      "fix": "engine = create_async_engine(url)",
      "shown": [
        "pool/",
        "connect"
      ]
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "when": {
        "told": "message|cut",
        "caller": ".",
        "frames": "orm/(session|query)\\.py:(execute|scalars|scalar|commit|flush|rollback|get|query|all|first|one|iter)|engine/base\\.py:(execute|begin|run_ddl_visitor)|sql/schema\\.py:create|engine/reflection\\.py:"
      },
      "unless": {
        "frames": "orm/attributes\\.py:__get__"
      },
      "because": "No attribute is read here: the session or engine is driven by a synchronous call.",
      "fix": "await session.execute(query)",
      "shown": [
        "orm/session.py",
        "engine/base.py",
        "engine/reflection.py"
      ]
    },
    {
      "key": "causes/new-object-collection",
      "also": [
        "causes/server-generated-value",
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message",
        "text": "\\b(\\w{1,40}) = [A-Z]\\w{0,60}\\([^=]{0,200}=?[^=]{0,200}\\.add\\(\\1\\)(?!.{0,200}commit\\().{0,200}flush\\(\\).{0,200}\\b\\1\\.[a-z]\\w*"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The code makes an object, adds it and flushes it, and then reads an attribute that it never set.",
      "decide": "relationship",
      "fix": "{model}({attribute}=[])"
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/expired-after-commit",
        "causes/property-or-repr",
        "causes/response-serialization"
      ],
      "when": {
        "told": "message",
        "frames": "."
      },
      "unless": {
        "frames": "sqlalchemy/(orm|pool|engine|ext|sql)/",
        "text": "env\\.py|alembic|rollback|IntegrityError|create_engine\\("
      },
      "because": "The traceback is cut before SQLAlchemy's own frames, which would decide.",
      "decide": "field",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "when": {
        "text": "DBAPIError: \\(sqlalchemy\\.exc\\.MissingGreenlet\\)"
      },
      "unless": {
        "frames": "orm/"
      },
      "because": "DBAPIError is what a connection without a transaction makes of the error: it was used by a synchronous call, and no session was.",
      "fix": "async with engine.begin() as connection:\n    await connection.run_sync(Base.metadata.create_all)",
      "also": [
        "causes/third-party-sync-library"
      ],
      "decide": "library"
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "when": {
        "told": "message",
        "sql": "^SELECT (?!.* WHERE )"
      },
      "unless": {
        "frames": "orm/(state|strategies|attributes)\\.py"
      },
      "because": "The statement has no WHERE, so it loads no attribute: a query of yours was run by a synchronous call.",
      "fix": "await session.execute(query)"
    },
    {
      "key": "causes/server-generated-value",
      "also": [
        "causes/deferred-column",
        "causes/polymorphic-subclass-column",
        "causes/refresh-relationship",
        "causes/expired-after-commit",
        "causes/bulk-update-expiry"
      ],
      "when": {
        "told": "message",
        "shape": "^columns$"
      },
      "unless": {
        "frames": "orm/(state|strategies)\\.py"
      },
      "because": "The statement asks for single columns without the key: values that a flush left to the database.",
      "decide": "expired",
      "fix": "__mapper_args__ = {\"eager_defaults\": True}"
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/new-object-collection",
        "causes/despite-eager-loading",
        "causes/thread-or-background-task",
        "causes/collection-mutation",
        "causes/property-or-repr",
        "causes/event-listener",
        "causes/third-party-sync-library",
        "causes/refresh-relationship",
        "causes/response-serialization"
      ],
      "when": {
        "told": "message",
        "shape": "^collection$"
      },
      "unless": {
        "frames": "orm/(state|strategies)\\.py"
      },
      "because": "The statement asks for rows that refer to yours: a collection that no query had loaded.",
      "decide": "relationship",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/new-object-collection",
        "causes/despite-eager-loading"
      ],
      "when": {
        "told": "message",
        "sql": "^SELECT .{1,3000} FROM \\S{1,120}, \\S{1,120} WHERE (\\?|%s|%\\(\\w{1,60}\\)s|\\$\\d|:\\w{1,60})\\S* = "
      },
      "unless": {
        "frames": "orm/(state|strategies|attributes)\\.py"
      },
      "because": "The statement asks for rows that a second table connects with yours: a many-to-many that no query had loaded.",
      "decide": "relationship",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/third-party-sync-library",
      "also": [
        "causes/sync-api-on-async-engine"
      ],
      "when": {
        "told": "message",
        "shape": "^sent$"
      },
      "unless": {
        "frames": "orm/(state|strategies)\\.py"
      },
      "because": "The statement looks for a value that is no key, which no load of an attribute does: a synchronous query sent it, a library's or your own.",
      "decide": "library"
    },
    {
      "key": "causes/expired-after-commit",
      "also": [
        "causes/lazy-relationship",
        "causes/expired-after-rollback",
        "causes/new-object-collection",
        "causes/response-serialization",
        "causes/event-listener",
        "causes/third-party-sync-library",
        "causes/refresh-relationship",
        "causes/collection-mutation"
      ],
      "when": {
        "told": "message",
        "shape": "^row$"
      },
      "unless": {
        "frames": "orm/(state|strategies)\\.py"
      },
      "because": "The statement asks for a row by its key: it had expired, or a relationship leads to it.",
      "decide": "expired",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)"
    },
    {
      "key": "causes/expired-after-commit",
      "also": [
        "causes/server-generated-value",
        "causes/expired-after-rollback",
        "causes/lazy-relationship",
        "causes/deferred-column"
      ],
      "when": {
        "told": "message",
        "frames": "orm/loading\\.py:(load_on_ident|load_scalar_attributes)"
      },
      "unless": {
        "caller": ".",
        "frames": "orm/(state|strategies|attributes)\\.py"
      },
      "because": "The traceback is cut; what is left loads one object's row again: it had expired.",
      "decide": "expired",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)",
      "shown": [
        "load_on_ident",
        "load_scalar_attributes"
      ]
    },
    {
      "key": "causes/third-party-sync-library",
      "also": [
        "causes/sync-api-on-async-engine",
        "causes/dynamic-relationship"
      ],
      "when": {
        "told": "message",
        "frames": "orm/query\\.py:one_or_none\\b"
      },
      "unless": {
        "caller": ".",
        "frames": "orm/(state|strategies|attributes|dynamic)\\.py"
      },
      "because": "The frames are of a Query that looks one object up: a library's get-or-create, or your own query() on a sync session.",
      "decide": "library",
      "shown": [
        "orm/query.py",
        "one_or_none"
      ]
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "also": [
        "causes/dynamic-relationship",
        "causes/third-party-sync-library"
      ],
      "when": {
        "told": "message",
        "frames": "orm/query\\.py:(all|first|one|one_or_none|scalar|iter|count|get)\\b"
      },
      "unless": {
        "caller": ".",
        "frames": "orm/(state|strategies|attributes|dynamic)\\.py"
      },
      "because": "The frames are of a Query: that of query() on a sync session, or of a dynamic relationship.",
      "decide": "query"
    },
    {
      "key": "causes/third-party-sync-library",
      "also": [
        "causes/sync-api-on-async-engine",
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message",
        "frames": "orm/session\\.py:flush\\b|engine/base\\.py:rollback_impl"
      },
      "unless": {
        "caller": ".",
        "frames": "orm/(state|strategies|attributes)\\.py"
      },
      "because": "The traceback is cut; what is left flushes, or rolls back after a failure, outside every awaited call.",
      "decide": "driver",
      "fix": "await session.run_sync(lambda session: session.commit())"
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/expired-after-commit",
        "causes/server-generated-value",
        "causes/deferred-column",
        "causes/response-serialization"
      ],
      "when": {
        "told": "message|cut",
        "frames": "orm/attributes\\.py:"
      },
      "unless": {
        "frames": "orm/(state|strategies|dynamic)\\.py"
      },
      "because": "The traceback is cut below the read of an attribute: which kind of attribute it is decides.",
      "decide": "field",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))",
      "shown": [
        "orm/attributes.py"
      ]
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/expired-after-commit",
        "causes/server-generated-value",
        "causes/response-serialization",
        "causes/expired-after-rollback",
        "causes/sync-api-on-async-engine",
        "causes/thread-or-background-task",
        "causes/bulk-update-expiry",
        "causes/collection-mutation",
        "causes/dynamic-relationship",
        "causes/polymorphic-subclass-column",
        "causes/property-or-repr",
        "causes/new-object-collection",
        "causes/event-listener",
        "causes/third-party-sync-library",
        "causes/refresh-relationship",
        "causes/despite-eager-loading",
        "causes/deferred-column"
      ],
      "when": {
        "told": "message",
        "frames": "orm/(session|query|loading|context)\\.py"
      },
      "unless": {
        "caller": ".",
        "frames": "orm/(state|strategies|attributes)\\.py"
      },
      "because": "The traceback is cut above the frames that would decide.",
      "decide": "field",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))",
      "shown": [
        "orm/loading.py",
        "orm/context.py"
      ]
    },
    {
      "key": "lookalikes/event-loop-mismatch",
      "when": {
        "text": [
          "event loop|asyncio\\.run|loop_scope",
          "RuntimeError|dispose\\(|\\bfixture|pytest|celery|per task|each (task|test)|new loop",
          " ?(engine|session|connection|dispose|pool)"
        ]
      },
      "unless": {
        "frames": ".",
        "text": "greenlet_spawn has not|MissingGreen|already running|no running"
      },
      "because": "The text speaks of an engine that several event loops use.",
      "fix": "await engine.dispose()  # before the loop ends"
    },
    {
      "key": "lookalikes/concurrent-session-use",
      "when": {
        "text": [
          "gather\\(|asyncio\\.gather|concurren|in parallel|simultaneous|\\bshar(e|ed|ing)\\b.{0,40}session",
          "async ?session|sqlalchemy|\\bsession\\b.{0,60}(task|request|coroutine)"
        ]
      },
      "unless": {
        "frames": ".",
        "text": "greenlet_spawn has not|MissingGreen"
      },
      "because": "The text speaks of one session that several tasks use.",
      "fix": "async with Session() as session:  # one per task"
    },
    {
      "key": "lookalikes/connection-not-returned",
      "when": {
        "text": [
          "(connection|session)s?\\b.{0,60}(leak|not (closed|returned|released)|never (closed|returned|released))|garbage.collect|cancel(l)?ed.{0,60}connection",
          "async ?session|sqlalchemy|async ?engine|asyncpg|aiomysql|asyncmy|aiosqlite"
        ]
      },
      "unless": {
        "frames": ".",
        "text": "greenlet_spawn has not|MissingGreen"
      },
      "because": "The text speaks of connections that are not given back.",
      "fix": "async with Session() as session:"
    },
    {
      "key": "lookalikes/driver-not-async",
      "when": {
        "text": "create_async_engine\\([^)]{0,200}(psycopg2|pymysql|mysqldb|pysqlite)|async (engine|extension|sqlalchemy).{0,60}(psycopg2|pymysql|mysqlclient|pysqlite)|(psycopg2|pymysql|mysqlclient|pysqlite).{0,60}(async engine|async sqlalchemy|not async)"
      },
      "unless": {
        "frames": "."
      },
      "because": "The text names a driver that cannot be awaited.",
      "fix": "create_async_engine(\"postgresql+asyncpg://…\")"
    },
    {
      "key": "lookalikes/missing-await",
      "when": {
        "told": "other|typed",
        "text": [
          "(forg[eo]t\\w*( to)?|missing|without|add(ed|ing)?( an?| the)?) `?await|coroutine object|'coroutine' object",
          "session|execute|scalars|sqlalchemy|scalar\\("
        ]
      },
      "unless": {
        "frames": "."
      },
      "because": "The text speaks of a coroutine that nothing awaited.",
      "fix": "result = await session.execute(query)"
    },
    {
      "key": "causes/third-party-sync-library",
      "when": {
        "told": "message|typed|other",
        "text": [
          "read_sql|read_database|to_sql|dataframe",
          "async"
        ]
      },
      "unless": {
        "frames": "."
      },
      "because": "A data frame library reads through SQLAlchemy's synchronous API: hand it the connection inside run_sync().",
      "fix": "await connection.run_sync(lambda sync: read(query, sync))"
    },
    {
      "key": "causes/third-party-sync-library",
      "also": [
        "causes/sync-api-on-async-engine",
        "causes/sync-engine-async-driver"
      ],
      "when": {
        "told": "message|typed",
        "text": "factory[_ ]?boy|SQLAlchemyModelFactory|\\bpandas\\b|\\bpolars\\b|SQLAlchemyJobStore|\\bsqladmin\\b|flask.admin|marshmallow|\\bgraphene\\b|\\bwtforms\\b|sqlalchemy[-_]utils|sqlacodegen"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text names a library that uses SQLAlchemy's synchronous API.",
      "decide": "library",
      "fix": "await session.run_sync(lambda sync: library_call(sync))"
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "when": {
        "told": "message|typed",
        "text": "\\bsync_(session|engine|connection)\\b"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text names the synchronous half of an async object, whose calls nothing awaits.",
      "fix": "async with engine.begin() as connection:\n    await connection.run_sync(Base.metadata.create_all)"
    },
    {
      "key": "causes/alembic-env",
      "when": {
        "told": "message|typed",
        "text": "alembic|env\\.py|run_migrations|upgrade head|multi.?(db|database)\\b.{0,40}template"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of Alembic, whose default env.py opens a sync engine.",
      "fix": "alembic init -t async migrations"
    },
    {
      "key": "causes/sync-engine-async-driver",
      "also": [
        "causes/sync-api-on-async-engine"
      ],
      "when": {
        "told": "message|typed",
        "text": [
          "(^|[^_\\w])create_engine\\(",
          "\\+(asyncpg|aiosqlite|aiomysql|asyncmy)\\b|async (url|driver)"
        ]
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "create_engine() makes a sync engine, and the text names an async driver.",
      "decide": "connect",
      "fix": "engine = create_async_engine(url)"
    },
    {
      "key": "causes/sync-api-on-async-engine",
      "when": {
        "told": "message|typed",
        "text": "\\b(inspect|create_all|drop_all|reflect|automap)\\b.{0,60}(async|engine)|(async|engine).{0,60}\\b(inspect(or|ion)?|create_all|drop_all|reflect(ion)?|automap)\\b|\\bsync_engine\\b|\\bsync_session\\b|session\\.query\\("
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text names a synchronous call, made on an async engine or session.",
      "fix": "async with engine.begin() as connection:\n    await connection.run_sync(Base.metadata.create_all)"
    },
    {
      "key": "causes/sync-engine-async-driver",
      "also": [
        "causes/third-party-sync-library",
        "causes/sync-api-on-async-engine"
      ],
      "when": {
        "told": "cut",
        "text": "\\+(asyncpg|aiosqlite|aiomysql|asyncmy)://",
        "last": "\\b(inspect|create_all|reflect|automap_base|prepare|connect)\\("
      },
      "because": "The traceback is cut where a synchronous call meets an async URL.",
      "decide": "connect",
      "fix": "engine = create_async_engine(url)"
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/new-object-collection",
        "causes/expired-after-commit"
      ],
      "when": {
        "text": [
          "\\basync",
          "lazy",
          "implicit (io|i/o)"
        ]
      },
      "unless": {
        "frames": "."
      },
      "because": "Implicit I/O is SQLAlchemy's word for a load that nobody awaits: most often of a relationship.",
      "decide": "relationship",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/third-party-sync-library",
      "when": {
        "told": "message|typed",
        "text": "(third.party|sync library|synchronous library)"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of a library that drives SQLAlchemy's synchronous API."
    },
    {
      "key": "causes/sync-engine-async-driver",
      "when": {
        "told": "message|typed",
        "text": "(\\b(non.async|sync|synchronous) (engine|session|connection)|(^|[^_\\w])create_engine\\b|(database|connection) url|(asyncpg|aiosqlite|aiomysql|asyncmy|psycopg)`? (database )?driver|using (mysql|mariadb|postgres\\w*|sqlite)|postgresql\\+asyncpg)"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "A sync engine cannot await an async driver.",
      "fix": "engine = create_async_engine(url)"
    },
    {
      "key": "causes/dynamic-relationship",
      "when": {
        "told": "message|typed",
        "text": "lazy ?= ?['\"`]?dynamic|DynamicMapped|dynamic (relationship|loader|collection)"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of a dynamic relationship, whose query nothing awaits.",
      "fix": "await session.scalars({variable}.{attribute}.statement)"
    },
    {
      "key": "causes/event-listener",
      "when": {
        "told": "message|typed|other",
        "text": [
          "listens_for|event listener|event\\.listen\\(|AsyncAdapt_\\w+_connection|callback|listener|after_commit\\b|before_flush\\b|(connect|checkout|pool|attribute|mapper|session) events?\\b|event (hook|handler)",
          "greenlet_spawn has not|MissingGreen|\\bxd2s\\b|can't call await_|listens_for|event listener|event\\.listen\\(|AsyncAdapt_\\w+_connection|\\basync"
        ]
      },
      "unless": {
        "frames": "."
      },
      "because": "The text speaks of an event listener."
    },
    {
      "key": "causes/collection-mutation",
      "when": {
        "told": "message|typed",
        "text": "\\.(append|remove|extend)\\b|\\b(append|add|remov|assign)(ed|ing|e|s)?\\b.{0,30}\\b(to|from|over)\\b.{0,30}(collection|relationship|list)|collection\\.remove"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of changing a collection, which must be loaded first.",
      "fix": "(await {variable}.awaitable_attrs.{attribute}).append(…)"
    },
    {
      "key": "causes/polymorphic-subclass-column",
      "when": {
        "text": "polymorphic|subclass(es)?'? column|inheritance.{0,80}(load|field|column)"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of inheritance: a query for the base class leaves the subclass's columns out.",
      "fix": "select(with_polymorphic({model}, \"*\"))"
    },
    {
      "key": "causes/expired-after-rollback",
      "when": {
        "told": "message|typed",
        "text": "(rollback|rolled back|IntegrityError|savepoint|duplicate key|unique (constraint|violation))"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of a rollback, which expires every object.",
      "fix": "await session.refresh({variable})"
    },
    {
      "key": "causes/expired-after-rollback",
      "also": [
        "causes/expired-after-commit",
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message",
        "text": "\\b(second|2nd\\+?|third|repeated) (call|time|request|run)|\\bmultiple times|\\bcalled (twice|again)|duplicates?\\b"
      },
      "unless": {
        "frames": "orm/|pool/|engine/",
        "text": "\\bcommit"
      },
      "because": "It fails when the same call is repeated: a constraint refuses the row, and the rollback that follows expires every object.",
      "decide": "repeated",
      "fix": "await session.refresh({variable})"
    },
    {
      "key": "causes/server-generated-value",
      "also": [
        "causes/expired-after-commit"
      ],
      "when": {
        "text": [
          "onupdate ?=|server_default|server_onupdate|eager_defaults|\\bFetchedValue\\(|\\bComputed\\(|SQL expression",
          "flush|refresh|greenlet|expire",
          "\\basync|await|greenlet|endpoint|\\b500\\b"
        ]
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of a value that the database makes; after the flush the session does not have it.",
      "decide": "update",
      "fix": "__mapper_args__ = {\"eager_defaults\": True}"
    },
    {
      "key": "causes/server-generated-value",
      "also": [
        "causes/expired-after-commit"
      ],
      "when": {
        "told": "message|typed",
        "text": "(server.?(side )?(default|generated)|server_(default|onupdate)|onupdate|eager_defaults|\\b\\w{1,40}_at\\b|computed|after `?flush|func\\.now|identity\\(|fetchedvalue|column_property)"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of values that the database generates; the session does not have them after the flush.",
      "decide": "update",
      "fix": "__mapper_args__ = {\"eager_defaults\": True}"
    },
    {
      "key": "causes/server-generated-value",
      "also": [
        "causes/expired-after-commit",
        "causes/response-serialization"
      ],
      "when": {
        "text": [
          "greenlet|commit|session|flush",
          "\\b(patch|put|update)\\b[^.]{0,80}\\b500\\b|\\b500\\b.{0,120}(saved|persist|applied)"
        ]
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "An update that is saved and answers 500 mostly reads a value that the database generated.",
      "decide": "update",
      "fix": "__mapper_args__ = {\"eager_defaults\": True}"
    },
    {
      "key": "causes/bulk-update-expiry",
      "when": {
        "told": "message|typed",
        "text": "(bulk.update|synchronize_session)"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of a bulk update, which expires what the session holds.",
      "fix": "await session.refresh({variable})"
    },
    {
      "key": "causes/refresh-relationship",
      "also": [
        "causes/lazy-relationship"
      ],
      "when": {
        "told": "message|typed",
        "text": "\\brefresh(ed|ing|es)?\\b|attribute_names"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of refresh().",
      "decide": "refreshed",
      "fix": "await session.refresh({variable}, [\"{attribute}\"])"
    },
    {
      "key": "causes/deferred-column",
      "when": {
        "told": "message|typed",
        "text": "(deferred|load_only|defer\\()"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of deferred columns.",
      "fix": "query = select({model}).options(undefer({model}.{attribute}))"
    },
    {
      "key": "causes/thread-or-background-task",
      "when": {
        "told": "message|typed",
        "text": "(background.?task|to_thread|thread ?pool|run_in_executor)"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of a thread or a background task."
    },
    {
      "key": "causes/expired-after-commit",
      "also": [
        "causes/expired-after-rollback",
        "causes/server-generated-value"
      ],
      "when": {
        "told": "message|typed",
        "text": "(commit|insert)(\\(\\)|ed|ing)?\\b.{0,60}\\b[a-z_]\\w*\\.id\\b|\\b[a-z_]\\w*\\.id\\b.{0,60}\\b(after (the |a )?)?(commit|insert)|after .{0,40}\\b(session|transaction|commit) ?\\w{0,8} (close|end|commit)|after (the )?commit|expire_on_commit(?! ?(=|is) ?(already )?False)"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of a read after the end of a transaction, which expires every object.",
      "decide": "expired",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)"
    },
    {
      "key": "causes/property-or-repr",
      "also": [
        "causes/lazy-relationship",
        "causes/response-serialization"
      ],
      "when": {
        "told": "message|typed",
        "text": "__(repr|str|eq|hash)__|\\brepr\\(|hybrid|@property|association.?proxy|jinja|template|hasattr|\\basdict\\b|data ?class|f-string|logging an? "
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text names something that reads attributes unseen: a repr, a property, a template or a data class.",
      "decide": "unseen",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/response-serialization",
      "also": [
        "causes/lazy-relationship",
        "causes/expired-after-commit"
      ],
      "when": {
        "told": "message|typed",
        "text": "response_model|model_dump|model_validate|from_attributes|orm_mode|from_orm|serializ|serialis|pydantic|jsonable_encoder|paginat"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text names what makes the response, and that reads every field of its model.",
      "decide": "field",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/response-serialization",
        "causes/property-or-repr"
      ],
      "when": {
        "told": "message|typed",
        "text": "(lazy|relation|selectin|joinedload|awaitable_attrs|eager|one.to.(one|many)|many.to|backref|getattr|from_orm|outside)"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of a relationship, the most reported cause.",
      "decide": "relationship",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "lookalikes/detached-instance",
        "causes/property-or-repr"
      ],
      "when": {
        "text": [
          "\\b(load|lazy|access|read)\\w*\\b.{0,80}\\b(outside|after)\\b.{0,30}\\b(session|transaction)",
          "\\b(orm|relationship|sqlalchemy|sqlmodel|lazy)\\b"
        ]
      },
      "unless": {
        "frames": "."
      },
      "because": "The text speaks of a load outside the session: with the session closed it is DetachedInstanceError, else this one. Both want the load in the query.",
      "decide": "relationship",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/new-object-collection",
        "causes/despite-eager-loading",
        "causes/response-serialization"
      ],
      "when": {
        "text": [
          "\\basync",
          "\\b(relationships?|lazy|selectin(load)?|joinedload)\\b",
          "\\b(models?|orm|sqlmodel|sqlalchemy|parent|child(ren)?|object|load(s|ed|ing)?)\\b"
        ]
      },
      "unless": {
        "frames": "."
      },
      "because": "The text speaks of a relationship in async code, where it can be read only after a query loaded it.",
      "decide": "relationship",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "causes/expired-after-commit",
      "when": {
        "told": "message|typed",
        "text": "(\\bcommit|expire)"
      },
      "unless": {
        "frames": "orm/|pool/|engine/"
      },
      "because": "The text speaks of a commit, which expires what the session holds.",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)"
    },
    {
      "key": "causes/expired-after-commit",
      "also": [
        "causes/lazy-relationship",
        "causes/server-generated-value",
        "causes/sync-api-on-async-engine"
      ],
      "when": {
        "told": "cut",
        "frames": "sqlalchemy/engine/base\\.py:(execute_context|handle_dbapi_exception|execute_clauseelement)"
      },
      "unless": {
        "frames": "orm/|ext/asyncio/"
      },
      "because": "The traceback is cut inside a statement that nothing awaits; if it ends in MissingGreenlet, an attribute was read.",
      "decide": "cut",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)",
      "shown": [
        "execute_context"
      ]
    },
    {
      "key": "causes/expired-after-commit",
      "also": [
        "causes/lazy-relationship",
        "causes/expired-after-rollback",
        "problem"
      ],
      "when": {
        "told": "message",
        "text": "\\b(fail\\w*|error|could not|cannot|unable|exception)\\b[^:]{2,80}: (\\(sqlalchemy\\S{1,40}\\) )?greenlet_spawn"
      },
      "unless": {
        "frames": "."
      },
      "because": "The code that logged this line caught the error and kept the message only. A job that goes on like this has mostly committed before, and reads what the commit expired.",
      "decide": "logged",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)"
    },
    {
      "key": "causes/expired-after-commit",
      "also": [
        "causes/lazy-relationship",
        "causes/expired-after-rollback"
      ],
      "when": {
        "told": "message|typed",
        "reads": "\\.(id|uuid|pk)\\b(?!.* )"
      },
      "unless": {
        "frames": "."
      },
      "because": "The text reads a primary key, which is never lazy: the object had expired.",
      "decide": "expired",
      "fix": "async_sessionmaker(engine, expire_on_commit=False)"
    },
    {
      "key": "causes/lazy-relationship",
      "also": [
        "causes/expired-after-commit",
        "causes/response-serialization",
        "problem"
      ],
      "when": {
        "told": "message|typed",
        "reads": "."
      },
      "unless": {
        "frames": "."
      },
      "because": "The text names an attribute that was read: most often a relationship that no query loaded.",
      "decide": "field",
      "fix": "query = select({model}).options(selectinload({model}.{attribute}))"
    },
    {
      "key": "problem",
      "when": {
        "told": "message"
      },
      "because": "This is the message itself; the traceback around it would tell the cause."
    }
  ]
};
