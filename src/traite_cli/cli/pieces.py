"""What is put on the screen: pieces of text, plain or painted, in which control characters are shown and never obeyed.

A record's text comes from anyone who can send a change: left alone, an escape sequence could repaint the screen, hide
a line or make one name look like another (Unicode Technical Report 36, « Bidirectional Text Spoofing »).
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple

# Control characters but for line ends and tabs, marks that turn the direction of writing, characters without a width that
# hide in a name, tags, and what a file's undecodable name leaves behind (surrogates). Compiled when needed, which is rarely.
_OBEYED = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
    "|\r(?!\n)"
)
_LINE_ENDS = "[\r\n\t]"


class Role(StrEnum):
    """What a painted piece says; its value is the terminal's code for it (ECMA-48, Select Graphic Rendition)."""

    HEADING = "1"
    FAINT = "2"
    ERROR = "1;31"
    GOOD = "32"
    WARNING = "33"
    PLACE = "36"


class Painted(NamedTuple):
    """A piece of text with a role: coloured where colours are wanted, plain text elsewhere."""

    text: str
    role: Role


Piece = str | Painted


def safe(text: str) -> str:
    r"""Make characters that a terminal would obey visible, as ``\x1b`` or ``\u202e``; line ends and tabs stay."""
    return text if text.isprintable() else re.sub(_OBEYED, _shown, text)


def safe_line(text: str) -> str:
    r"""Make text safe that must stay on its line: line ends and tabs become ``\n``, ``\t`` too."""
    return text if text.isprintable() else re.sub(_LINE_ENDS, _shown, safe(text))


def width(text: str) -> int:
    """Columns that a terminal gives to the text (Unicode Standard Annex 11)."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def text_of(piece: Piece) -> str:
    """Give a piece without its role."""
    return piece if isinstance(piece, str) else piece.text


def render(piece: Piece, *, colour: bool) -> str:
    """Give a piece as it is sent to the screen."""
    if isinstance(piece, str):
        return safe(piece)
    text = safe(piece.text)
    return f"\x1b[{piece.role.value}m{text}\x1b[0m" if colour and text else text


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    if character in named:
        return named[character]
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 (Python's own escapes)
