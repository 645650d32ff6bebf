// The diagnosis rules, in order: the first that matches wins. `when` and `unless` are patterns (no case) over the facts
// that parse.js yields. Below `export default` stands JSON: Python reads this file too.
export default {
  "unknown": "This is not MissingGreenlet, nor one of the errors next to it.",
  "names": ["MissingGreenlet", "StatementError", "ResponseValidationError", "ValidationError", "InvalidRequestError",
    "greenlet_spawn", "await_only", "raise_on_sql", "raiseload", "selectinload", "joinedload", "awaitable_attrs",
    "expire_on_commit", "eager_defaults", "get_attribute_error", "DetachedInstanceError", "relationship", "alembic"],
  "rules": [
    {
      "key": "lookalikes/greenlet-not-installed",
      "when": {"text": "no module named '?greenlet|the greenlet library is required|python 'greenlet' library|greenlet (package )?(is )?(not installed|missing)|(install|missing|need|require)s? (the )?(python )?greenlet( |$)"},
      "unless": {"text": "greenlet_spawn has not been called"},
      "because": "The greenlet package is missing from the environment; nothing was awaited in the wrong place."
    },
    {
      "key": "lookalikes/raiseload",
      "when": {"text": "is not available due to (lazy=|raiseload)"},
      "because": "The mapping or the query forbids the lazy load, and the message names the attribute."
    },
    {
      "key": "causes/alembic-env",
      "when": {"text": "greenlet|sqlalche\\.me", "frames": "alembic/(command|config|script)|/env\\.py:"},
      "because": "The frames run through Alembic: its env.py opens a sync engine on an async URL."
    },
    {
      "key": "causes/alembic-env",
      "when": {"text": "alembic", "length": "^[1-3]$"},
      "unless": {"frames": "."},
      "because": "The text speaks of Alembic, whose default env.py opens a sync engine."
    },
    {
      "key": "causes/response-serialization",
      "when": {"text": "get_attribute_error|ResponseValidationError|error extracting attribute"},
      "because": "Pydantic read the attribute while FastAPI was serialising the response."
    },
    {
      "key": "causes/response-serialization",
      "when": {"text": "greenlet_spawn|MissingGreenlet", "frames": "fastapi/routing\\.py:serialize_response|fastapi/encoders\\.py|pydantic/main\\.py:model_validate"},
      "because": "The frames run through FastAPI's or Pydantic's serialisation, which reads every field."
    },
    {
      "key": "causes/sync-engine-async-driver",
      "when": {"text": "greenlet_spawn", "frames": "sqlalchemy/pool/base\\.py:\\w*connect|sqlalchemy/engine/create\\.py:connect"},
      "unless": {"frames": "orm/attributes\\.py:__(get|set)__"},
      "because": "The error comes while connecting, not from an attribute: the engine is a sync one."
    },
    {
      "key": "causes/sync-engine-async-driver",
      "when": {"text": "(sync )?create_engine.{0,80}(asyncpg|aiosqlite|aiomysql|asyncmy|async url|async driver)"},
      "unless": {"frames": "."},
      "because": "A sync engine cannot await an async driver."
    },
    {
      "key": "causes/lazy-relationship",
      "when": {"text": "greenlet_spawn", "frames": "orm/strategies\\.py:emit_lazyload"},
      "unless": {"frames": "emit_lazyload.*load_expired"},
      "because": "The frames pass _emit_lazyload: a relationship was read that no query had loaded."
    },
    {
      "key": "causes/server-generated-value",
      "when": {"text": "greenlet_spawn", "frames": "orm/state\\.py:load_expired", "source": "updated_at|modified|\\.updated|_at\\b|version"},
      "because": "An expired column was read, and its name is that of a value which the database generates on UPDATE."
    },
    {
      "key": "causes/expired-after-commit",
      "also": ["causes/server-generated-value"],
      "when": {"text": "greenlet_spawn", "frames": "orm/state\\.py:load_expired"},
      "because": "The frames pass _load_expired: the value was loaded once and then expired, most often by commit()."
    },
    {
      "key": "causes/expired-after-commit",
      "when": {"text": "^(?=.*greenlet).*((after|following) (the )?(session\\.)?commit|expire_on_commit)"},
      "unless": {"frames": "."},
      "because": "commit() expires what the session holds, unless expire_on_commit is False."
    },
    {
      "key": "causes/server-generated-value",
      "when": {"text": "^(?=.*greenlet).*(onupdate|server_default|eager_defaults|updated_at|computed\\()"},
      "unless": {"frames": "."},
      "because": "The database generates this value, and the session does not have it after the flush."
    },
    {
      "key": "causes/lazy-relationship",
      "when": {"text": "^(?=.*greenlet).*(lazy.?load|relationship|selectin|joinedload|awaitable_attrs)"},
      "unless": {"frames": "."},
      "because": "The text speaks of a relationship: the most reported cause."
    },
    {
      "key": "problem",
      "when": {"text": "MissingGreenlet|greenlet_spawn|can't call await_|await_only\\(|xd2s"},
      "because": "This is the message itself; the traceback around it tells the cause."
    }
  ]
};
