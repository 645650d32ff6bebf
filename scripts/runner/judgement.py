"""Did a run do what its program's kind promises? Each answer is a sentence, or nothing."""

import re

from scripts import keys
from scripts.runner.cells import Cell
from scripts.runner.execution import TIMEOUT, Result
from scripts.runner.programs import MISSING_GREENLET, Program

# What a program that catches the error on 2.1 may leave behind, and nothing else.
NEVER_AWAITED = re.compile(
    r"\S+:\d+: RuntimeWarning: coroutine 'Connection\.cursor' was never awaited\n(  .*\n)?"
    r"(RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n)?"
)
VALIDATION = ("ResponseValidationError", "ValidationError")


def judge(program: Program, cell: Cell, result: Result) -> list[str]:
    """What is wrong with ``result``, as ``path:line: sentence``, with the repair."""
    where = f"{keys.included(program.path, program.snippets)}:1:"
    if result.timed_out:
        return [f"{where} on {cell} it was still running after {TIMEOUT} s: make it end by itself"]
    judged = _judge_broken if program.kind == "broken" else _judge_working
    return [f"{where} {sentence}" for sentence in judged(program, cell, result)]


def _judge_broken(program: Program, cell: Cell, result: Result) -> list[str]:
    wanted = " or ".join(program.raises)
    hit = any(raises(result, name) for name in program.raises)
    if program.expected_on(cell) and not hit:
        return [f"on {cell} it must end with {wanted}, but it {_told(result)}"]
    if not program.expected_on(cell) and result.status != 0:
        return [f"on {cell} its “# cells:” line says that it does not fail, but it {_told(result)}"]
    return []


def _judge_working(program: Program, cell: Cell, result: Result) -> list[str]:
    if not program.expected_on(cell):
        works = result.status == 0 and not result.stderr
        return [f"on {cell} its “# cells:” line says that it does not work, but it does"] if works else []
    if result.status != 0:
        return [f"on {cell} it must work, but it {_told(result)}"]
    noise = result.stderr
    if program.kind == "shows":
        noise = NEVER_AWAITED.sub("", noise, count=1)
    if noise:
        return [f"on {cell} it must print nothing to standard error, but it prints: {noise.strip()[:300]}"]
    return []


def raises(result: Result, name: str) -> bool:
    """Whether the run ended with ``name``: a code in the exception's chain, or the last exception's class."""
    if name == MISSING_GREENLET:
        return name in result.codes or _extraction_failed(result)
    return name in result.codes or result.raised.rpartition(".")[2] == name


def _extraction_failed(result: Result) -> bool:
    """FastAPI's and Pydantic's form: the exception is a validation error, the code stands in an entry."""
    return result.raised.rpartition(".")[2] in VALIDATION and any(
        entry["type"] == "get_attribute_error" and f"/{MISSING_GREENLET}" in entry["msg"] for entry in result.entries
    )


def _told(result: Result) -> str:
    if result.exception:
        return f"ended with {result.exception.strip().splitlines()[0][:200]}"
    if result.status:
        return f"exited with status {result.status}: {result.stderr.strip()[-300:]}"
    return "ended normally"
