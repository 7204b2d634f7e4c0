"""What is put on the screen: pieces of text, plain or painted, in which control characters are shown and never obeyed.

A record's text comes from anyone who can send a change: left alone, an escape sequence could repaint the screen, hide
a line or make one name look like another (Unicode Technical Report 36, « Bidirectional Text Spoofing »).
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from traite_cli.diagnostics.visible import safe


class Role(StrEnum):
    """What a painted piece says; its value is the terminal's code for it (ECMA-48, Select Graphic Rendition)."""

    HEADING = "1"
    FAINT = "2"
    ERROR = "1;31"
    GOOD = "32"
    WARNING = "33"
    PLACE = "36"
    NEW = "4;32"
    OLD = "9;31"
    FOUND = "1;33"


class Painted(NamedTuple):
    """A piece of text with a role: coloured where colours are wanted, plain text elsewhere."""

    text: str
    role: Role


Piece = str | Painted


def text_of(piece: Piece) -> str:
    """Give a piece without its role."""
    return piece if isinstance(piece, str) else piece.text


def render(piece: Piece, *, colour: bool) -> str:
    """Give a piece as it is sent to the screen."""
    if isinstance(piece, str):
        return safe(piece)
    text = safe(piece.text)
    return f"\x1b[{piece.role.value}m{text}\x1b[0m" if colour and text else text
