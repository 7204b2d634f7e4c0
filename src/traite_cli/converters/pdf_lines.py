"""The lines of a pdf's pages: what stands where, and what the pages repeat at their edges."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page|p\.|folio|feuillet)?\s*[-–—]?\s*\d{1,4}\s*(?:(?:/|sur|of|de)\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_EDGE = 3
"""So many lines at the top of a page, and at its foot, may be of those that pages repeat."""


# What a hyphen at the end of a line joins for good: « peut-être », « vice-président », « a-t-il ».
_KEPT = re.compile(
    r"(?:^|[\s’'(-])(?:peut|vice|sous|demi|mi|ex|non|rendez|compte|procès|celui|celle|ceux|celles|lui|elle|eux|elles|nous|vous|est|sont|a|t"
    r"|ont|dit|ci|là|au|par|avant|après|arrière|bien|quelques|grand|petit|saint|sainte|porte|chef|co|self|well|so|to|re|"
    r"vingt|trente|quarante|cinquante|soixante|quatre|dix|inter|semi|socio|franco|delà|dessus|dessous)-$",
    re.IGNORECASE,
)


class Stretch(NamedTuple):
    """Some letters that were drawn at once: where they begin, about where they end, what they say."""

    left: float
    right: float
    text: str


class Line(NamedTuple):
    """A line as it is drawn: its words, where they begin, the size of its letters, whether all are bold, the stretches it was drawn in."""

    text: str
    left: float
    baseline: float
    size: float
    bold: bool
    stretches: tuple[Stretch, ...] = ()
    lowest: float | None = None
    """Of a row of several lines, where the last one stands."""

    @property
    def foot(self) -> float:
        """Where it ends below."""
        return self.baseline if self.lowest is None else self.lowest

    @property
    def right(self) -> float:
        """About where it ends."""
        return self.stretches[-1].right if self.stretches else self.left

    @property
    def first_word(self) -> float:
        """About how wide its first word is."""
        said = self.text.strip()
        return (self.right - self.left) * len(said.split(None, 1)[0]) / len(said) if said else 0.0


def without_edges(pages: list[list[Line]]) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The pages without running heads, feet and page numbers; and the words of these, each once."""
    repeated = _repeated(pages)
    kept: list[list[Line]] = []
    edges: dict[str, None] = {}
    for lines in pages:
        at_edge = {id(line) for line in _at_edges(lines)}
        rest: list[Line] = []
        for line in lines:
            is_edge = id(line) in at_edge and (_alike(line) in repeated or _is_number(line, lines))
            if is_edge:
                edges[" ".join(line.text.split())] = None
            else:
                rest.append(line)
        kept.append(rest)
    return kept, tuple(edges)


def _repeated(pages: list[list[Line]]) -> set[tuple[str, int]]:
    counted = Counter(alike for lines in pages for alike in {_alike(line) for line in _at_edges(lines)})
    least = max(2, len(pages) // 2)
    return {alike for alike, count in counted.items() if count >= least}


def _at_edges(lines: list[Line]) -> list[Line]:
    by_height = sorted(lines, key=lambda line: line.baseline)
    return by_height if len(by_height) <= 2 * _EDGE else [*by_height[:_EDGE], *by_height[-_EDGE:]]


def _alike(line: Line) -> tuple[str, int]:
    """What a running head keeps from page to page: its words but for the numbers, and its height."""
    return _DIGITS.sub("#", " ".join(line.text.split())).casefold(), round(line.baseline / 4)


def _is_number(line: Line, lines: list[Line]) -> bool:
    """Whether a line is but a page's number, above or below all else."""
    if not _PAGE_NUMBER.fullmatch(line.text.strip()):
        return False
    others = [other.baseline for other in lines if other is not line]
    return not others or line.baseline > max(others) or line.baseline < min(others)


def joined(before: str, line: str) -> str:
    """A line put behind the one before it; a word cut at its end is whole again."""
    if before.endswith("\u00ad"):
        return before[:-1] + line
    if not before.endswith(("-", "\u2010")) or len(before) < 2 or not before[-2].isalpha() or not line[:1].isalpha():  # noqa: PLR2004  # a letter and its hyphen
        return f"{before} {line}" if before else line
    if line[:1].isupper() or _KEPT.search(before.replace("\u2010", "-")):
        return before + line
    return before[:-1] + line
