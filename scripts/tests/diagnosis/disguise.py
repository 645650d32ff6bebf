"""Make a program's traceback another project's: other paths, other models, no comments. And compare what is left."""

import random
import re

from scripts.tests.diagnosis.formats import LIBRARY, MARKS, Trace, kinds

# A model as its class, its table, its plural, its name in code, and its foreign key are called.
USERS = ("User", "user_account", "users", "user", "user_id")
POSTS = ("Post", "post", "posts", "", "")
MODELS = (
    ("Customer", "customers", "customer"),
    ("Invoice", "invoices", "invoice"),
    ("OrderLine", "order_lines", "order_line"),
    ("Team", "teams", "team"),
    ("Document", "documents", "document"),
    ("Vehicle", "vehicles", "vehicle"),
    ("Tag", "tags", "tag"),
    ("Address", "addresses", "address"),
)
COLUMNS = {
    "name": ("label", "email", "nickname", "slug", "status"),
    "title": ("subject", "headline", "caption", "code"),
    "visits": ("amount", "counter", "stock", "rank"),
    "points": ("total", "score", "balance", "weight"),
    "updated_at": ("changed", "last_change", "touched_on", "modified_at"),
}
TABLES = ("user_account", "post")
FILES = ("/app/main.py", "/srv/shop/app/api.py", "/home/ada/shop/src/shop/service.py", "/code/app/routers/items.py")
ENVIRONMENTS = ("/opt/venv/lib/python3.12/", "/home/ada/shop/.venv/lib/python3.13/", "/usr/local/lib/python3.11/")
PYTHONS = ("/usr/local/lib/python3.12/", "/usr/lib/python3.11/", "/home/ada/.pyenv/versions/3.13.1/lib/python3.13/")
COMMENT = re.compile(r"\s+#\s.*$")
OWN = re.compile(r'"(?:broken[\w-]*\.py)"')


def words(text: str) -> list[str]:
    """The words of the text that the program chose, each once, in the order in which they come."""
    return list(dict.fromkeys(match[0] for match in WORD.finditer(text)))


def _all_words() -> list[str]:
    columns = [*COLUMNS, "id", "user_id"]
    labels = [f"{table}_{column}" for table in TABLES for column in columns]
    return [*labels, *(word for word in (*USERS, *POSTS, "UserOut", "PostOut", *COLUMNS) if word)]


WORD = re.compile(rf"(?<!client\.)\b(?:{'|'.join(_all_words())})\b")


def disguise(text: str, seed: str) -> str:
    """The text as another project would print it; the same seed gives the same text."""
    chosen = random.Random(seed)
    names = _names(chosen)
    lines: list[str] = []
    library, above = False, ""
    for kind, line in kinds(text):
        if kind == "frame":
            library = bool(is_library(line))
        renamed = line if library and kind in ("frame", "source") else _rename(line, names)
        if kind == "source" and MARKS.fullmatch(line) and not library:
            renamed = _marks(above, line, names)
        else:
            above = line
        lines.append(COMMENT.sub("", renamed) if kind == "source" else renamed)
    return _paths("\n".join(lines) + "\n", chosen)


def is_library(line: str) -> bool:
    """Whether a frame's line, or its file, is not the program's."""
    return bool(LIBRARY.search(line)) or "<" in line.partition(", line ")[0]


def _names(chosen: random.Random) -> dict[str, str]:
    """Another name for each word, drawn anew for each text."""
    user, post = chosen.sample(MODELS, 2)
    names = {column: chosen.choice(others) for column, others in COLUMNS.items()}
    names |= dict(zip(USERS, (user[0], f"{user[2]}_table", user[1], user[2], f"{user[2]}_id"), strict=True))
    names |= {
        "Post": post[0],
        "post": post[2],
        "posts": post[1],
        "UserOut": f"{user[0]}Read",
        "PostOut": f"{post[0]}Read",
    }
    labels = [(table, column) for table in TABLES for column in (*COLUMNS, "id", "user_id")]
    return names | {f"{table}_{column}": f"{names[table]}_{names.get(column, column)}" for table, column in labels}


def _rename(text: str, names: dict[str, str]) -> str:
    return WORD.sub(lambda match: names[match[0]], text)


def _marks(above: str, line: str, names: dict[str, str]) -> str:
    """The marks under the renamed line, under the same expression as before."""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    return " " * len(_rename(above[:start], names)) + "^" * len(_rename(above[start:end], names))


def _paths(text: str, chosen: random.Random) -> str:
    own, environment, python = chosen.choice(FILES), chosen.choice(ENVIRONMENTS), chosen.choice(PYTHONS)
    text = OWN.sub(f'"{own}"', text).replace('"migrations/env.py"', '"/app/migrations/env.py"')
    return LIBRARY.sub(lambda match: f"{environment}site-packages/" if match[1] else python, text)


def skeleton(chain: list[Trace]) -> str:
    """What is left of a chain when paths, line numbers, and all names that the program chose are hidden.

    Two texts with one skeleton cannot be told apart by anything but the names that someone gave to columns.
    """
    told: list[str] = []
    for trace in chain:
        for frame in trace.frames:
            told += [_place(frame.file, frame.name), *_touched(frame.under, is_library(frame.file))]
        told += [trace.link, *trace.message]
    return _hide_names("\n".join(told))


def _place(file: str, name: str) -> str:
    if match := LIBRARY.match(file):
        return f"{file[match.end() :]} in {name}"
    return f"{file if '<' in file else file.rpartition('/')[2] if 'env.py' in file else 'own'} in {name}"


def _touched(under: list[str], library: bool) -> list[str]:
    """The source below a frame; of the program's own, the marked expression alone, if one is marked."""
    source = [COMMENT.sub("", line).strip() for line in under if not MARKS.fullmatch(line)]
    marks = next((line for line in under if MARKS.fullmatch(line)), "")
    if library or not marks:
        return source
    return [under[0][len(marks) - len(marks.lstrip()) : len(marks.rstrip())]]


def _hide_names(text: str) -> str:
    text = OWN.sub('"own"', text)
    hidden = {word: f"w{at}" for at, word in enumerate(words(text))}
    text = WORD.sub(lambda match: hidden[match[0]], text)
    return re.sub(r"line \d+", "line 0", text)
