"""What the page of a Markdown text says, told without making it, where that is certain.

A page says what its Markdown says, but for the numbers of its lists and for what its links lead to: those words are gone from it, so
that others stand side by side. Where anything else might differ, nothing is told, and the page must be made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from traite_cli.circulating.blocks import DEPTH, closes, opened, without_marks
from traite_cli.circulating.characters import harmless

_LINK = re.compile(r"(?<![\\!])\[([^\[\]\\\n]*)\]\((?:https?://|mailto:)[^\s()<>\[\]\\\"']*\)")
_UNCERTAIN = re.compile(
    r"[&<|]|~~~|!\[|\]\(|\]:|:::"
    # Signs that a page leaves out, between two letters: it may have one word of two.
    r"|[^\s!-/:-@\[-`{-~][*_~\\]+[^\s!-/:-@\[-`{-~]"
)
_NUMBER = re.compile(r"[0-9]{1,9}[.)](?=[ \t])")
_LIKE_A_NUMBER = re.compile(r"[\s>*+-]*\d+[.)](?:\s|$)")


def said_by_page(markdown: str) -> str | None:
    """The lines of words that a text's page has; None where the page alone can tell."""
    text = without_marks(markdown)
    lines = text.split("\n")
    if harmless(markdown) != markdown or any(map(_may_have_code, lines)) or _too_deep(markdown.split("\n")):
        return None
    numberless = list(_without_numbers(lines))
    if None in numberless:
        return None
    said = _LINK.sub(r"\1", "\n".join(filter(None, numberless)))
    return None if _UNCERTAIN.search(said) else said


def _may_have_code(line: str) -> bool:
    """Whether what looks like a link may stand in code, where it is none; and code makes one line of two."""
    return "`" in line or ("](" in line and ("    " in line or "\t" in line))


def _too_deep(lines: list[str]) -> bool:
    """Whether blocks stand in one another deeper than a page has them: there their marks are text."""
    return max(accumulate(bool(opened(line)) - closes(line) for line in lines)) > DEPTH


def _without_numbers(lines: list[str]) -> Iterator[str | None]:
    """The lines, those of lists without their numbers; None for one that may have a number or not."""
    begins = True
    for line in lines:
        number = _NUMBER.match(line) if begins else None
        said = line[number.end() :] if number else line
        yield None if _LIKE_A_NUMBER.match(said) else said
        begins = number is not None or not line.strip()
