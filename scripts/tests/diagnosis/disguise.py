"""Make a program's traceback another project's: other paths, other models, no comments. And compare what is left."""

import random
import re
from functools import cache

from scripts.tests.diagnosis import names
from scripts.tests.diagnosis.formats import LIBRARY, MARKS, Trace, kinds

FILES = ("/app/main.py", "/srv/shop/app/api.py", "/home/ada/shop/src/shop/service.py", "/code/app/routers/items.py")
ENVIRONMENTS = ("/opt/venv/lib/python3.12/", "/home/ada/shop/.venv/lib/python3.13/", "/usr/local/lib/python3.11/")
PYTHONS = ("/usr/local/lib/python3.12/", "/usr/lib/python3.11/", "/home/ada/.pyenv/versions/3.13.1/lib/python3.13/")
COMMENT = re.compile(r"\s+#\s.*$")
STATEMENT = re.compile(r"\bSELECT (?!count)([^()]+?)\s+FROM (\S+)\s+WHERE (\S+) =")
OWN = re.compile(r'"(?:broken[\w-]*\.py)"')


def words(text: str) -> list[str]:
    """The words of the text that the program chose, each once, in the order in which they come."""
    return list(dict.fromkeys(match[0] for match in WORD.finditer(text) if match[0] in CHOSEN))


CHOSEN = frozenset(names.words())
WORD = re.compile(r"(?<!client\.)\b[A-Za-z_]\w*")
# What is done to the marked expression and stands behind the marks: a method that changes it, or an assignment.
DONE_TO_IT = re.compile(r"\.(?:append|remove|extend|insert|add|discard|pop|clear)\(|\s*[-+*/|&]?=(?!=)")


@cache
def disguise(text: str, seed: str) -> str:
    """The text as another project would print it; the same seed gives the same text."""
    chosen = random.Random(seed)
    renamings = names.drawn(chosen)
    lines: list[str] = []
    library, above = False, ""
    for kind, line in kinds(text):
        if kind == "frame":
            library = bool(is_library(line))
        renamed = line if library and kind in ("frame", "source") else _rename(line, renamings)
        if kind == "source" and MARKS.fullmatch(line) and not library:
            renamed = _marks(above, line, renamings)
        else:
            above = line
        lines.append(COMMENT.sub("", renamed) if kind == "source" else renamed)
    return _paths("\n".join(lines) + "\n", chosen)


def is_library(line: str) -> bool:
    """Whether a frame's line, or its file, is not the program's."""
    return bool(LIBRARY.search(line)) or "<" in line.partition(", line ")[0]


def _rename(text: str, renamings: dict[str, str]) -> str:
    return WORD.sub(lambda match: renamings.get(match[0], match[0]), text)


def _marks(above: str, line: str, renamings: dict[str, str]) -> str:
    """The marks under the renamed line, under the same expression as before."""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    return " " * len(_rename(above[:start], renamings)) + "^" * len(_rename(above[start:end], renamings))


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
    """The source below a frame; of the program's own, what is marked and what is done to it, if anything is marked."""
    source = [COMMENT.sub("", line).strip() for line in under if not MARKS.fullmatch(line)]
    marks = next((line for line in under if MARKS.fullmatch(line)), "")
    if library or not marks:
        return source
    end = len(marks.rstrip())
    done = DONE_TO_IT.match(under[0], end)
    return [under[0][len(marks) - len(marks.lstrip()) : end] + (done[0].strip() if done else "")]


def _asked(statement: re.Match[str]) -> str:
    """A statement by whether it asks for the key that it looks for: how many columns a model has tells nothing."""
    columns, condition = statement[1], statement[3]
    return (
        f"SELECT {'with key' if f'{condition} ' in f'{columns} '.replace(',', ' ') else '…'} FROM w WHERE {condition} ="
    )


def _hide_names(text: str) -> str:
    text = STATEMENT.sub(_asked, text)
    text = OWN.sub('"own"', text)
    hidden = {word: f"w{at}" for at, word in enumerate(words(text))}
    text = WORD.sub(lambda match: hidden.get(match[0], match[0]), text)
    return re.sub(r"line \d+", "line 0", text)
