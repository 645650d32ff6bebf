"""What the kit's guard makes of the causes' failing programs: a row per cause, from the file of guarded runs."""

from collections import Counter

from scripts import guarded, keys
from scripts.diagnosis_pages import title
from scripts.runner.matrix import Matrix
from scripts.runner.programs import Program
from scripts.tables.causes import causes, relative

# Cause -> what it takes beside the guard, with the section of its page; ``{}`` stands for the link.
NEEDED = {
    "causes/lazy-relationship": "[Load it in the query]({}#selectinload).",
    "causes/despite-eager-loading": "[Load each step]({}#whole-way); for a tree set `join_depth`.",
    "causes/new-object-collection": "[Set it when you create the object]({}#set).",
    "causes/refresh-relationship": "[Name it in `refresh()`]({}#names).",
    "causes/collection-mutation": "[Set the other side]({}#other-side), or map it [write-only]({}#write-only).",
    "causes/dynamic-relationship": "Map it [write-only]({}#write-only).",
    "causes/expired-after-commit": "Nothing.",
    "causes/expired-after-rollback": "[Keep plain values]({}#plain-value), or [refresh]({}#refresh).",
    "causes/server-generated-value": "[Refresh]({}#refresh) after an SQL expression, and a `column_property`.",
    "causes/bulk-update-expiry": "[Refresh]({}#refresh) after the UPDATE.",
    "causes/deferred-column": "[Undefer it]({}#undefer); `deferred_raiseload=True` [names it](#deferred-raiseload).",
    "causes/polymorphic-subclass-column": "[Load the subclasses' columns]({}#selectin-polymorphic).",
    "causes/sync-engine-async-driver": "[`create_async_engine()`]({}#create-async-engine).",
    "causes/sync-api-on-async-engine": "[`run_sync()`]({}#run-sync).",
    "causes/alembic-env": "[Alembic's async template]({}#async-env).",
    "causes/response-serialization": "[Load what the response model names]({}#selectinload).",
    "causes/property-or-repr": "[Load what it reads]({}#selectinload), or [read less]({}#repr).",
    "causes/thread-or-background-task": "[Load it before the hand-over]({}#selectinload).",
    "causes/event-listener": "[Load what the listener reads]({}#load).",
    "causes/third-party-sync-library": "[`run_sync()`]({}#run-sync), with [relationships loaded first]({}#load-first).",
}
HEADS = {"named": "named error", "works": "works", "still": "still MissingGreenlet"}
OTHERS = {"other": "another error", "differs": "differ by version or driver", "not verified": "not verified"}


def render(key: str) -> str:
    """The sentence of the totals, the table, and the fixes that the guard refuses, linked from the page ``key``."""
    known = guarded.load()
    counts = tallies(known)
    lines = [_sentence(sum(counts.values(), Counter())), ""]
    lines += [f"| Cause | Programs | {' | '.join(HEADS.values())} | What else it takes |", "|---|---|---|---|---|---|"]
    lines += [_row(key, cause, counts[cause]) for cause in causes() if cause in counts]
    return "\n".join([*lines, "", _fixes(key, known)])


def tallies(known: Matrix) -> dict[str, Counter[str]]:
    """Cause -> how many of its failing programs do what under the guard, the same on all their cells."""
    found: dict[str, Counter[str]] = {}
    for program in guarded.programs():
        if program.kind == "broken":
            found.setdefault(keys.key_of_code(program.path), Counter())[_told(program, known)] += 1
    return found


def _told(program: Program, known: Matrix) -> str:
    done = guarded.outcomes(program, known)
    return "not verified" if "not verified" in done else done.pop() if len(done) == 1 else "differs"


def _fixes(key: str, known: Matrix) -> str:
    """How many fixes work under the guard, and links to those that do not."""
    told = {program: _told(program, known) for program in guarded.programs() if program.kind == "fixed"}
    works = sum(text == "works" for text in told.values())
    refused = [_link(key, program) for program, text in told.items() if text == "named"]
    others = [
        f"{_link(key, program)} ({OTHERS.get(text, text)})"
        for program, text in told.items()
        if text not in ("works", "named")
    ]
    lines = [f"Of {len(told)} fixes on those pages, {works} work under the same settings."]
    lines += [f"{len(refused)} end with the named error: {', '.join(refused)}."] * bool(refused)
    lines += [f"Of the others: {', '.join(others)}."] * bool(others)
    return " ".join(lines)


def _link(key: str, program: Program) -> str:
    cause = keys.key_of_code(program.path)
    base = relative(key, cause).removesuffix(".md")
    return f"[{cause.rpartition('/')[2]}/{program.path.name}]({base}/{program.path.name})"


def _sentence(total: Counter[str]) -> str:
    told = [
        f"{total['named']} end with the named error instead",
        f"{total['works']} work",
        f"{total['still']} still end with MissingGreenlet",
    ]
    rest = [f"{total[name]} {OTHERS[name]}" for name in OTHERS if total[name]]
    return f"Of {total.total()} programs of this site that end with MissingGreenlet: {'; '.join([*told, *rest])}."


def _row(key: str, cause: str, count: Counter[str]) -> str:
    page = relative(key, cause)
    cells = [str(count[name] or "–") for name in HEADS]
    rest = "".join(f" ({count[name]} {OTHERS[name]})" for name in OTHERS if count[name])
    needed = NEEDED.get(cause, "[What its page says]({}#fix).").replace("{}", page)
    return f"| [{title(cause)}]({page}) | {count.total()}{rest} | {' | '.join(cells)} | {needed} |"
