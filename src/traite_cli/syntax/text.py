"""Bytes to text: UTF-8, and what stands in the way of reading it.

Whatever is wrong, there is a text afterwards, so that the rest of the file is checked too.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import NamedTuple

MOST_BYTES = 1 << 20
"""A record is a page or a few; what is larger is refused before anything reads it."""

# C0 but tab and line ends, DEL, C1 (with NEL, a line break to YAML only), line and paragraph separators, the marks that
# turn the direction of writing (Unicode bidirectional algorithm, UAX 9), a byte order mark that is not at the start, and what is
# no character at all.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff\ufffe\uffff]")
_BIDIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_MARK = "\ufeff"
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)


class Trouble(NamedTuple):
    """Something wrong with the text: the check that words it, its variant, where it stands and the facts of it.

    ``mend`` are the stretches that mend it, each with the text for its place, where that is certain.
    """

    check: str
    start: int
    end: int
    variant: str = ""
    facts: tuple[tuple[str, str | int], ...] = ()
    mend: tuple[tuple[int, int, str], ...] = ()


def decode(data: bytes) -> tuple[str, list[Trouble]]:
    """Read bytes as text, with what is wrong with them.

    Hidden characters are replaced by U+FFFD, one for one, so that places stay true and nothing later obeys them.
    """
    troubles: list[Trouble] = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        troubles.append(Trouble("encoding", 0, 0, "utf-16"))
        text = data.decode("utf-16", errors="replace")
    elif data[:_BEGINNING].count(0) > len(data[:_BEGINNING]) // 3:
        troubles.append(Trouble("encoding", 0, 0, "utf-16"))
        text = data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", errors="replace")
    else:
        if data.startswith(BOM_UTF8):
            # The mark is no part of the text: with nothing to be edited in it, it goes.
            troubles.append(Trouble("byte-order-mark", 0, 0, mend=((0, 0, ""),)))
        text = _utf8(data.removeprefix(BOM_UTF8), troubles)
    text = _without_hidden(text, troubles)
    if "<<<<<<<" in text or ">>>>>>>" in text:
        troubles.extend(_conflicts(text))
    return text, troubles


def _conflicts(text: str) -> Iterator[Trouble]:
    """Each conflict once, where it begins; the end of one that lost its beginning counts too."""
    is_open = False
    for found in _CONFLICT.finditer(text):
        mark = found[0][0]
        if mark == "<" or (mark == ">" and not is_open):
            yield Trouble("conflict-marker", found.start(), found.end())
        is_open = mark == "<" or (is_open and mark != ">")


def _utf8(data: bytes, troubles: list[Trouble]) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = len(data[: error.start].decode("utf-8"))
        text = data.decode("utf-8", errors="replace")
        if _is_mostly_utf8(text):
            troubles.append(Trouble("encoding", place, place + 1))
            return text
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            troubles.append(Trouble("encoding", place, place + 1))
        else:
            # Every byte before the first wrong one may still be part of a pair: count the place in the text as it is read now.
            troubles.append(Trouble("encoding", error.start, error.start + 1, "windows", (("character", text[error.start]),)))
        return text


def _is_mostly_utf8(text: str) -> bool:
    """Whether more letters could be read as UTF-8 than could not: one slip in a file does not spoil its other accents."""
    wrong = text.count("\ufffd")
    return sum(not character.isascii() for character in text) > 2 * wrong


def _without_hidden(text: str, troubles: list[Trouble]) -> str:
    def replaced(found: re.Match[str]) -> str:
        character = found[0]
        variant = "bidirectional" if character in _BIDIRECTIONAL else ""
        place = found.start()
        if len(troubles) < _MOST_TOLD:
            # A byte order mark inside a text says nothing there; of the others one cannot be sure.
            mend = ((place, place + 1, ""),) if character == _MARK else ()
            troubles.append(Trouble("hidden-character", place, place + 1, variant, (("code_point", f"U+{ord(character):04X}"),), mend))
        return "\ufffd"

    return _HIDDEN.sub(replaced, text)


_BEGINNING = 64
"""Of UTF-16 without its mark every second byte is zero as long as the letters are Latin ones."""

_MOST_TOLD = 20
"""A file full of hidden characters is not a text; the first ones are enough to say so."""
