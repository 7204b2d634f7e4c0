r"""Text of a record made fit to be shown: control characters seen and never obeyed, widths as a fixed-width screen has them.

What a terminal would obey is written as its number, ``\x1b`` or ``\u202e`` (Unicode Technical Report 36 on text that turns
direction); tabs become spaces up to the next stop; wide characters take two columns and combining ones none (Unicode Standard
Annex 11).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TAB = 4

# This and the one below are compiled when needed, which is rarely.
OBEYED = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What a screen obeys, and what no other format can hold: half characters, and the two that are none."""


def safe(text: str) -> str:
    """The text with nothing in it that a screen would obey but its line ends and tabs."""
    # A report of a thousand lines is looked over line by line: each end of a line would be tried otherwise. To Python, spaces that
    # break no line, of which French texts are full, are not to be printed.
    lines = text.replace("\u00a0", "").replace("\u202f", "").split("\n")
    return text if all(map(str.isprintable, lines)) else re.sub(_BUT_LINE_ENDS, _number, text)


def visible(text: str) -> str:
    """The text on one line, with nothing in it that a screen would obey."""
    return text if text.isprintable() else re.sub(OBEYED, _number, text)


def encodable(text: str) -> str:
    """The text with its half characters alone written as numbers: what UTF-8 can hold."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


# A carriage return alone would let a line be written over. The set stands first, so that it is looked for and not tried everywhere.
_BUT_LINE_ENDS = rf"{OBEYED}(?:(?<![\r\n\t])|(?<=\r)(?!\n))"


def shown(text: str, column: int = 0) -> str:
    """A part of a line that begins at a column (from 0) as it is shown: tabs reach the next stop, the rest is ``visible``."""
    if "\t" not in text:
        return visible(text)
    parts: list[str] = []
    for part in re.split("(\t)", text):
        piece = " " * (TAB - column % TAB) if part == "\t" else visible(part)
        column += width(piece)
        parts.append(piece)
    return "".join(parts)


def width(text: str) -> int:
    """The columns that a text which is ``visible`` takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _number(found: re.Match[str]) -> str:
    # Python's own way of writing them: half a character, which has no other, included.
    return found[0].encode("unicode_escape").decode("ascii")
