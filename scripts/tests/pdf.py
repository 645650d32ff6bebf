"""The text of a PDF that Chromium printed: what stands on its sheets, in the order in which it is drawn."""

import re
import unicodedata
import zlib

# Glyphs are numbers of a font of the file's own; a table in the file says which characters they are.
OBJECT = re.compile(rb"^(\d+) 0 obj\s(.*?)(?=^endobj|\bstream\r?\n)", re.DOTALL | re.MULTILINE)
LENGTH = re.compile(rb"/Length (\d+)")
UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
FONT = re.compile(rb"/(F\d+) (\d+) 0 R")
TABLE = re.compile(rb"beginbf(char|range)\s(.*?)endbf", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
# In a drawing: a font is taken, or glyphs of it are shown; numbers between them only move the pen.
DRAWN = re.compile(rb"/(F\d+) [\d.]+ Tf|(<[0-9A-Fa-f]+>|\[[^\]]*\]) T[jJ]")


def text(content: bytes) -> str:
    """All text without blank space, which a PDF does not need to write."""
    objects = dict(_objects(content))
    fonts = {
        name: _characters(objects[int(found[1])][1])
        for told, _ in objects.values()
        for name, number in FONT.findall(told)
        if (found := UNICODE.search(objects[int(number)][0]))
    }
    drawn = "".join(_shown(stream, fonts) for _, stream in objects.values() if b" Tf" in stream)
    return squeezed(drawn)


def squeezed(text: str) -> str:
    """Text without blank space, and without ligatures."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _objects(content: bytes):
    """Number -> what the object says of itself, and its stream."""
    place = 0
    while match := OBJECT.search(content, place):
        place, length = match.end(), LENGTH.search(match[2])
        stream = b""
        if length and content[place : place + 6] == b"stream":
            start = content.index(b"\n", place) + 1
            place = start + int(length[1])
            stream = content[start:place]
            stream = zlib.decompress(stream) if b"/FlateDecode" in match[2] else stream
        yield int(match[1]), (match[2], stream)


def _characters(table: bytes) -> dict[int, str]:
    """Glyph -> the characters that it shows."""
    found: dict[int, str] = {}
    for kind, lines in TABLE.findall(table):
        for line in lines.splitlines():
            parts = HEX.findall(line)
            first, last = int(parts[0], 16), int(parts[-2], 16)
            text = bytes.fromhex(parts[-1].decode()).decode("utf-16-be")
            for step in range(last - first + 1 if kind == b"range" else 1):
                found[first + step] = text[:-1] + chr(ord(text[-1]) + step)
    return found


def _shown(stream: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    """What a drawing shows."""
    said, font = [], {}
    for name, glyphs in DRAWN.findall(stream):
        font = fonts.get(name, {}) if name else font
        for each in HEX.findall(glyphs):
            codes = (int(each[at : at + 4], 16) for at in range(0, len(each), 4))
            said += [font.get(code, "�") for code in codes]
    return "".join(said)
