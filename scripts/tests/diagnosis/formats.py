"""What logs, terminals, test runners and web pages do to a traceback: pure functions from text to text."""

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

FRAME = re.compile(r'  File "([^"]+)", line (\d+)(?:, in (.+))?$')
MARKS = re.compile(r"\s*[\^~]+\s*$")
NOISE = re.compile(r"\S+:\d+: \w*Warning\b|RuntimeWarning: Enable tracemalloc")
LINKS = ("The above exception was the direct cause", "During handling of the above exception")
LIBRARY = re.compile(r'[^"\s]*/lib/python3\.\d+/(site-packages/)?')
WINDOWS = r"C:\Users\ada\shop"
STAMP = "2026-03-04T05:06:07"


@dataclass
class Frame:
    """One frame: where, and the source lines that stand under it, with the marks under them."""

    file: str
    line: int
    name: str
    under: list[str] = field(default_factory=list)

    @property
    def source(self) -> list[str]:
        """The source lines alone, without their margin."""
        return [line.removeprefix("    ") for line in self.under if not MARKS.match(line)]


@dataclass
class Trace:
    """One exception of a chain; ``link`` is the sentence that ties it to the one before."""

    link: str = ""
    frames: list[Frame] = field(default_factory=list)
    message: list[str] = field(default_factory=list)

    @property
    def raised(self) -> str:
        """The class, without its module."""
        return self.message[0].partition(":")[0].rpartition(".")[2] if self.message else ""


def kinds(text: str) -> Iterator[tuple[str, str]]:
    """Each line with its kind: outside, header, frame, source, message or link."""
    kind = "outside"
    for line in text.splitlines():
        kind = _kind(kind, line)
        yield kind, line


def _kind(before: str, line: str) -> str:
    if line.startswith("Traceback (most recent call last)"):
        return "header"
    if NOISE.match(line):
        return "outside"
    if before != "message" and FRAME.match(line):
        return "frame"
    if before in ("header", "frame", "source"):
        return "source" if line.startswith("    ") else "message"
    return "link" if before == "message" and line.startswith(LINKS) else before


def traces(text: str) -> list[Trace]:
    """The chain of exceptions, the last one last; a text may begin within its first."""
    found = [Trace()]
    for kind, line in kinds(text):
        _add(found, kind, line)
    for trace in found:
        while trace.message and not trace.message[-1].strip():
            trace.message.pop()
    return found


def _add(found: list[Trace], kind: str, line: str) -> None:
    if kind == "link" and line:
        found.append(Trace(link=line))
    elif kind == "frame" and (match := FRAME.match(line)):
        found[-1].frames.append(Frame(match[1], int(match[2]), match[3] or ""))
    elif kind == "source" and found[-1].frames:
        found[-1].frames[-1].under.append(line)
    elif kind == "message":
        found[-1].message.append(line)


def _lines(text: str, shown: Callable[[str], str]) -> str:
    return "".join(f"{shown(line)}\n" for line in text.splitlines())


def _chain(text: str, shown: Callable[[Trace], list[str]]) -> str:
    """The chain with each exception shown anew, and the warnings around it left out."""
    lines: list[str] = []
    for trace in traces(text):
        lines += ["", trace.link, ""] if trace.link else []
        lines += shown(trace)
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """As Python printed it."""
    return text


def crlf(text: str) -> str:
    """With the line ends of Windows."""
    return text.replace("\n", "\r\n")


def docker_compose(text: str) -> str:
    """As ``docker compose logs`` shows it."""
    return _lines(text, lambda line: f"web-1  | {line}")


def kubernetes(text: str) -> str:
    """As a container's log stands on a Kubernetes node."""
    return _lines(text, lambda line: f"{STAMP}.123456789Z stderr F {line}")


def journald(text: str) -> str:
    """As ``journalctl -u`` shows it."""
    return _lines(text, lambda line: f"Mar 04 05:06:07 shop-01 uvicorn[1234]: {line}")


def logger(text: str) -> str:
    """With timestamp, level and logger before each line."""
    return _lines(text, lambda line: f"2026-03-04 05:06:07,123 ERROR app.main: {line}")


def ansi(text: str) -> str:
    """Coloured as Python 3.13 does."""
    text = re.sub(r'(?m)^  File ("[^"]+"), line (\d+)', "  File \x1b[35m\\1\x1b[0m, line \x1b[35m\\2\x1b[0m", text)
    text = re.sub(r"(?m), in (\S+)$", ", in \x1b[35m\\1\x1b[0m", text)
    return re.sub(r"(?m)^([\w.]+(?:Error|Greenlet)): (.*)$", "\x1b[1;35m\\1\x1b[0m: \x1b[35m\\2\x1b[0m", text)


def json_line(text: str) -> str:
    """As the message of one JSON record."""
    return json.dumps({"level": "error", "message": text}) + "\n"


def json_exc_info(text: str) -> str:
    """As the ``exc_info`` of one record of Python's logging, formatted as JSON."""
    head = {"asctime": "2026-03-04 05:06:07,123", "levelname": "ERROR", "name": "uvicorn.error"}
    record = {**head, "message": "Exception in ASGI application\n", "exc_info": text}
    return json.dumps(record, ensure_ascii=False) + "\n"


def loguru(text: str) -> str:
    """As loguru shows it with ``diagnose``: arrows from each name to its value."""
    return "2026-03-04 05:06:07.123 | ERROR    | app.main:show:12 - failed\n" + _chain(text, _loguru)


def _loguru(trace: Trace) -> list[str]:
    lines = ["Traceback (most recent call last):", ""]
    for at, frame in enumerate(trace.frames):
        lines.append(f'{">" if at == 0 else " "} File "{frame.file}", line {frame.line}, in {frame.name}')
        lines += [f"    {line}" for line in frame.source]
        lines += _arrows(frame.source[-1]) if frame.source else []
        lines.append("")
    return [*lines, *trace.message]


def _arrows(source: str) -> list[str]:
    """Values under the first names of a line, the rightmost first."""
    names = list(re.finditer(r"\b[a-z_]\w*", source))[:3]
    columns = [match.start() for match in names]
    rows: list[str] = []
    for at, match in enumerate(names):
        bars = "".join("│" if column in columns[:at] else " " for column in range(match.start()))
        rows.insert(0, f"    {bars}└ <{match[0]} at 0x7f00c0ffee10>")
    return rows


def rich(text: str) -> str:
    """As rich draws it, 100 columns wide, with whatever is longer broken hard."""
    return _chain(text, _rich)


def _rich(trace: Trace) -> list[str]:
    title = " Traceback (most recent call last) ".center(98, "─")
    inside: list[str] = []
    for frame in trace.frames:
        inside += ["", *_cut(f"{frame.file}:{frame.line} in {frame.name}", 96), ""]
        inside += [part for line in frame.source[:1] for part in _cut(f"❱ {frame.line} │   │   {line}", 96)]
    boxed = [f"╭{title}╮", *(f"│ {line:<96} │" for line in inside[1:]), f"╰{'─' * 98}╯"]
    first, *rest = trace.message or [""]
    return [*boxed, *(part for line in [_classless(first), *rest] for part in _cut(line, 100))]


def _classless(line: str) -> str:
    """The class without its module, as rich, IPython and others show it."""
    return re.sub(r"^(?:\w+\.)+(?=\w+(?::|$))", "", line)


def _cut(line: str, width: int) -> list[str]:
    return [line[at : at + width] for at in range(0, len(line), width)] or [""]


def pytest_long(text: str) -> str:
    """As pytest shows it: the first and the last frame long, those between short."""
    return _chain(text, lambda trace: _pytest(trace, {0, len(trace.frames) - 1}))


def pytest_short(text: str) -> str:
    """As ``pytest --tb=short`` shows it."""
    return _chain(text, lambda trace: _pytest(trace, set()))


def _pytest(trace: Trace, long: set[int]) -> list[str]:
    lines: list[str] = []
    errors = [f"E   {'    ' if long else ''}{line}".rstrip() for line in trace.message]
    for at, frame in enumerate(trace.frames):
        is_last = at == len(trace.frames) - 1
        if at in long:
            lines += [f"    def {frame.name.strip('<>')}(self):", *(f">       {line}" for line in frame.source[:1])]
            lines += [*(errors if is_last else []), "", f"{frame.file}:{frame.line}: {trace.raised if is_last else ''}"]
        else:
            lines += [f"{frame.file}:{frame.line}: in {frame.name}", *(f"    {line}" for line in frame.source)]
            lines += errors if is_last else []
        lines += ["_ " * 40] if long and not is_last else []
    return lines or errors


def exception_group(text: str) -> str:
    """As the one exception of a group that a task group raised."""
    head = """\
  + Exception Group Traceback (most recent call last):
  |   File "/app/tasks.py", line 9, in gather
  |     async with asyncio.TaskGroup() as group:
  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
  +-+---------------- 1 ----------------
"""
    return head + _lines(text, lambda line: f"    | {line}".rstrip()) + f"    +{'-' * 36}\n"


def ipython(text: str) -> str:
    """As IPython and Jupyter show it."""
    return "-" * 75 + "\n" + _chain(text, _ipython)


def _ipython(trace: Trace) -> list[str]:
    lines = [f"{trace.raised:<42}Traceback (most recent call last)"]
    for frame in trace.frames:
        inside = f", in {frame.name}(self, *args)" if frame.name.isidentifier() else ""
        lines.append(f"File {frame.file}:{frame.line}{inside}")
        lines += [f"    {frame.line - 1}     # …", *(f"--> {frame.line}     {line}" for line in frame.source[:1])]
        lines += [*(f"    {frame.line + at}     {line}" for at, line in enumerate(frame.source[1:], 1)), ""]
    first, *rest = trace.message or [""]
    return [*lines, _classless(first), *rest]


def wrapped(text: str) -> str:
    """Broken hard at 80 columns, as a terminal's copy is."""
    return "".join(f"{part}\n" for line in text.splitlines() for part in _cut(line, 80))


def html_escaped(text: str) -> str:
    """As the source of a web page."""
    return html.escape(text)


def curly_quotes(text: str) -> str:
    """With the quotation marks of a word processor."""
    text = re.sub(r"(^|[\s(\[{=,])\"", "\\1“", text, flags=re.MULTILINE).replace('"', "”")
    return re.sub(r"(^|[\s(\[{=,“])'", "\\1‘", text, flags=re.MULTILINE).replace("'", "’")


def windows(text: str) -> str:
    """With the paths of Windows."""
    return re.sub(r'(?m)^  File "([^"<]+)"', lambda match: f'  File "{_on_windows(match[1])}"', text)


def _on_windows(path: str) -> str:
    if match := LIBRARY.match(path):
        python = r"C:\Users\ada\AppData\Local\Programs\Python\Python311\Lib"
        home = rf"{WINDOWS}\.venv\Lib\site-packages" if match[1] else python
        return home + "\\" + path[match.end() :].replace("/", "\\")
    return WINDOWS + path.replace("/", "\\")


def last_40(text: str) -> str:
    """Only the last 40 lines. When Python prints its warnings is chance, so they do not count."""
    lines = [line for line in text.splitlines(keepends=True) if not NOISE.match(line)]
    return "".join(lines[-40:])


def message(text: str) -> str:
    """Only the last exception, without its frames."""
    return "\n".join(traces(text)[-1].message) + "\n"


FORMATS: dict[str, Callable[[str], str]] = {
    made.__name__.replace("_", "-"): made
    for made in (
        *(plain, crlf, docker_compose, kubernetes, journald, logger, ansi, json_line, json_exc_info, loguru, rich),
        *(pytest_long, pytest_short, exception_group, ipython, wrapped, html_escaped, curly_quotes, windows),
        *(last_40, message),
    )
}
# The formats that leave something out which may have told the cause, and what they leave of a text.
LEFT: dict[str, Callable[[str], list[Trace]]] = {
    "last-40": lambda text: traces(last_40(text)),
    "message": lambda text: [Trace(message=traces(text)[-1].message)],
}


def left(text: str, name: str) -> list[Trace]:
    """The chain that a format leaves to be read."""
    return LEFT.get(name, traces)(text)
