"""A picture per page, which chats and social sites show beside a link to it.

The font comes with the pinned packages, so no system library and no network is needed, and the bytes are the same on
every machine. A card is one ramp of sixteen colours, from the ground to white: it stays small.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from scripts import keys
from scripts.bootstrap import ToolError
from scripts.diagnosis_pages import description, title

WIDTH, HEIGHT, EDGE = 1200, 630, 80
GROUND = (11, 93, 71)
WHITE, SOFT, FAINT = 255, 205, 60  # shades of the ramp
TOP, GAP, SMALL = 150, 24, 34
SITE = "MissingGreenlet"
COLOURS = 16


def run(site: Path) -> None:
    """Draw the card of every page.

    Raises:
        ToolError: a page's title and description are too long.
    """
    for key in keys.pages():
        target = site / keys.card(key)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            drawn = draw(title(key), description(key))
        except ValueError as error:
            raise ToolError(f"docs/{key}.md:1: {error}: shorten one of them") from error
        drawn.save(target, optimize=True, bits=4)


def draw(heading: str, answer: str) -> Image.Image:
    """The card that shows a page's title and its one-line answer."""
    shades = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(shades)
    pen.rectangle((0, 0, 24, HEIGHT), fill=FAINT)
    pen.text((EDGE, 60), SITE, fill=SOFT, font=font(34, True))
    size, above, below = laid_out(heading, answer)
    top = TOP
    for line in above:
        pen.text((EDGE, top), line, fill=WHITE, font=font(size, True))
        top += leading(size)
    for line in below:
        pen.text((EDGE, top + GAP), line, fill=SOFT, font=font(SMALL, False))
        top += leading(SMALL)
    return _coloured(shades)


def laid_out(heading: str, answer: str) -> tuple[int, list[str], list[str]]:
    """The size of the title in which all fits, its lines, and those of the answer.

    Raises:
        ValueError: it fits in none.
    """
    below = wrapped(answer, SMALL, False)
    for size in range(64, SMALL, -4):
        above = wrapped(heading, size, True)
        if TOP + len(above) * leading(size) + GAP + len(below) * leading(SMALL) <= HEIGHT - EDGE // 2:
            return size, above, below
    raise ValueError(f"“{heading}” and its description are too long for a card")


def leading(size: int) -> int:
    """From one line to the next."""
    return size * 4 // 3


def wrapped(text: str, size: int, bold: bool) -> list[str]:
    """``text`` in lines that are as wide as the card at most."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font(size, bold).getlength(longer) <= WIDTH - 2 * EDGE or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    """DejaVu Sans, as matplotlib brings it; finding it does not import matplotlib."""
    spec = find_spec("matplotlib")
    folder = Path(spec.origin if spec and spec.origin else "").parent / "mpl-data" / "fonts" / "ttf"
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(folder / name, size, layout_engine=ImageFont.Layout.BASIC)


def _coloured(shades: Image.Image) -> Image.Image:
    """The ramp from the ground to white in place of shades of grey."""
    card = shades.point([shade * (COLOURS - 1) // 255 for shade in range(256)])
    ramp = [part + (255 - part) * step // (COLOURS - 1) for step in range(COLOURS) for part in GROUND]
    indexed = Image.frombytes("P", card.size, card.tobytes())
    indexed.putpalette(ramp)
    return indexed
