"""A text typed without marks as Markdown: paragraphs, items and headings are told by what secretaries do in their place.

Lines wrapped at some column become one again; short lines stay lines. A heading is underlined, in capitals, or numbered before text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from traite_cli.language import escaped, paragraph_line
from traite_cli.writing.importing.mail import greets

_UNDERLINE = re.compile(r"\s*([=\-_~*])\1{2,}\s*$")
_BULLET = re.compile(r"\s*(?:[-–—*•‣▪▫●○■□►➢✓·+\uf0b7\uf0a7\uf0d8]|o(?=\s{1,4}[^\W\d_]))\s+(?=\S)|\s*(?=\[[ xX]?\]\s+\S)")
_BOX = re.compile(r"\[(?P<mark>[ xX]?)\]\s+")
_NUMBER = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})*\s?[.)°/]|\d{1,2}\s*[-–—]|[IVX]{1,5}\s*[.)–—-]|[A-H]\s*(?:\)|\.(?!.*\.$| \w[\w’'-]*[,;(])))\s+(?=\S)"
)
_DIGITS = re.compile(r"\s*(\d{1,2})\s*[.)°–—-]\s*(?=\S)")
_LEAD = re.compile(
    r"\s*(?:point|article|résolution|question|item|resolution|délibération|theme|thème)\s+(?:n[°o]\s*)?(\d+)\b", re.IGNORECASE
)
_BROKEN_OFF = re.compile(r"(?:[,–-]|\b(?:le|la|les|de|du|des|un|une|et|à|au|aux|en|avec|the|of|and|a|in|for))$")
_LONGEST_HEADING = 110
_LONGEST_GREETING = 40
_LONGEST_NUMBERED = 420
_LONGEST_OF_SENTENCES = 200
_INNER_STOP = re.compile(r"[a-zà-ÿ)»][.?!] +[A-ZÀ-ÖØ-Þ]")
_MOST_WIDE = 160
_LEAST_WIDE = 50
_LABEL = re.compile(r"\s*[^\W\d_a-zà-ÿ][^:.,;!?]{1,40}\s?:(?:\s|$)")
_NAMED = re.compile(r"\s*(?:MM?\.|M(?:ME|LLE|R|RS|S)S?\b|DR\b|CLLR\b)")
_FEWEST_LETTERS = 4
_WRAPPED = 0.8
_FULL = 0.85
_FULL_ENOUGH = 0.7
_USUAL_WIDTH = 72
_WRAPPED_BOLD = 0.6
"""Of lines of headings, which are of larger letters."""
_HEADING = 2


def as_markdown(text: str) -> str:
    """The text as Markdown."""
    paragraphs = list(_paragraphs(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").expandtabs(4)))
    width = _width(paragraphs)
    units = [unit for paragraph in _mended(paragraphs, width) for unit in _units(paragraph, width)]
    return "\n".join(_with_headings(units)) + "\n"


def _paragraphs(text: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _mended(paragraphs: Sequence[list[str]], width: int) -> list[list[str]]:
    """The paragraphs, those in whose midst there is an empty line being whole again: text taken out of a pdf often has some."""
    mended: list[list[str]] = []
    for lines in paragraphs:
        before = mended[-1][-1].strip() if mended else ""
        is_heading = len(mended[-1]) == 1 and _NUMBER.match(mended[-1][0]) if mended else False
        is_full = (
            bool(width)
            and (not is_heading or before[-1:].isalpha())
            and width * _FULL < len(before) <= width * 2
            and not before.endswith((".", "!", "?", ":", ";"))
        )
        begins_small = lines[0].strip()[:1].islower() and before[-1:].isalpha() and len(before) > (width or _USUAL_WIDTH) * _FULL_ENOUGH
        is_broken_off = _BROKEN_OFF.search(before) and not (len(before) < _LONGEST_GREETING and greets(before))
        if (is_broken_off or begins_small or is_full) and not (
            _BULLET.match(lines[0]) or _NUMBER.match(lines[0]) or _LABEL.match(lines[0])
        ):
            mended[-1] = [*mended[-1][:-1], f"{mended[-1][-1]} {lines[0].strip()}", *lines[1:]]
        else:
            mended.append(lines)
    return mended


def _width(paragraphs: Sequence[Sequence[str]]) -> int:
    """The column at which lines were wrapped; 0 for a text whose paragraphs are one line each."""
    lengths = sorted(len(line) for lines in paragraphs for line in lines[:-1])
    wrapped = [length for length in lengths if length >= _LEAST_WIDE]
    if not wrapped or len(wrapped) < len(lengths) // 4:
        return 0
    width = wrapped[len(wrapped) * 9 // 10]
    # Wrapped lines end near the column, others anywhere.
    near = sum(length >= width * _WRAPPED for length in wrapped)
    return width if width <= _MOST_WIDE and near * 2 > len(wrapped) else 0


def _units(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    """What belongs together in a paragraph: lists apart from text, each line whole again."""
    unit: list[str] = []
    before = ""
    for line in lines:
        if _UNDERLINE.match(line) and len(unit) == 1 and not before.startswith(" " * 3):
            yield [unit[0], line.strip()]
            unit = []
            continue
        begins = _BULLET.match(line) or _NUMBER.match(line) or _LEAD.match(line) or _LABEL.match(line)
        if unit and not begins and _goes_on(before, line, width):
            unit[-1] = _joined(unit[-1], line.strip())
        else:
            if unit and _are_apart(unit, line):
                yield unit
                unit = []
            unit.append(line)
        before = line
    if unit:
        yield unit


def _are_apart(unit: Sequence[str], line: str) -> bool:
    """Whether a line begins what is no more of a paragraph: a point, a list, the text below a title."""
    is_point = _begins_point(line) or _begins_point(unit[-1])
    return is_point or _is_in_capitals(unit, line) or bool(_BULLET.match(line)) != bool(_BULLET.match(unit[-1]))


def _begins_point(line: str) -> bool:
    return _NUMBER.match(line) is not None or _LEAD.match(line) is not None


def _is_in_capitals(unit: Sequence[str], line: str) -> bool:
    """Whether a line in capitals stands over one that is not."""
    above = unit[0].strip()
    letters = [letter for letter in above if letter.isalpha()]
    is_title = len(unit) == 1 and len(letters) > _FEWEST_LETTERS and all(map(str.isupper, letters)) and not above.endswith((".", ",", ";"))
    return is_title and not line.isupper() and not _NAMED.match(above)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line was only begun because the one before it was full."""
    if not width:
        return bool(_BULLET.match(before)) and line.startswith("  ")
    first = line.split(None, 1)[0]
    is_heading = _NUMBER.match(before) is not None and not before.rstrip().endswith((".", ":", ";"))
    is_full = len(before) + 1 + len(first) > width * (_WRAPPED_BOLD if is_heading else _WRAPPED)
    return is_full or (bool(line.strip()[:1].islower()) and not before.rstrip().endswith((".", ":", ";")) and len(before) > width // 2)


def _joined(before: str, line: str) -> str:
    if before.endswith("-") and before[-2:-1].isalpha() and line[:1].islower() and not before.endswith(" -"):
        return before + line if _is_compound(before) else before[:-1] + line
    return f"{before} {line}"


def _is_compound(before: str) -> bool:
    """Whether a hyphen at the end of a line was typed: texts typed by hand cut no words, so that few are not."""
    return len(before.rsplit(None, 1)[-1]) > 1


def _with_headings(units: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of the Markdown, an empty one between units; a list of numbered lines is a list, and one before text a heading."""
    numbers = [_number(unit[0]) if len(unit) == 1 else -1 for unit in units]
    for number, unit in enumerate(units):
        following = units[number + 1] if number + 1 < len(units) else ()
        follows = number > 0 and 0 <= numbers[number - 1] == numbers[number] - 1
        in_list = follows or (number + 1 < len(units) and 0 <= numbers[number] == numbers[number + 1] - 1)
        if number and not follows:
            yield ""
        if len(unit) == _HEADING and _UNDERLINE.match(unit[1]):
            yield f"{'#' if unit[1][0] == '=' else '##'} {escaped(unit[0].strip())}"
        elif len(unit) == 1 and not in_list and _is_heading(unit[0], following):
            yield f"## {escaped(unit[0].strip().rstrip(':').strip())}"
        elif in_list:
            yield _item(unit[0])
        else:
            yield from _broken([_line(line) for line in unit])


def _item(line: str) -> str:
    """A numbered line as an item of a list: « 3 – Le budget » is the third."""
    number = _DIGITS.match(line)
    return f"{number[1]}. {escaped(line[number.end() :].strip())}" if number else f"- {escaped(line.strip())}"


def _number(line: str) -> int:
    """The number that a line begins with; -1 for none."""
    found = _DIGITS.match(line) or _LEAD.match(line)
    return int(found[1]) if found else -1


def _is_numbered(line: str) -> bool:
    return len(line) <= _LONGEST_NUMBERED and (_NUMBER.match(line) or _LEAD.match(line)) is not None


def _is_heading(line: str, following: Sequence[str]) -> bool:
    said = line.strip()
    letters = [letter for letter in said if letter.isalpha()]
    if not following or len(letters) < 3 or _BULLET.match(line):  # noqa: PLR2004 - an acronym
        return False
    if _is_numbered(line):
        longest = _LONGEST_OF_SENTENCES if _INNER_STOP.search(said) else _LONGEST_NUMBERED
        return len(said) <= longest and not said.endswith(";")
    return len(said) <= _LONGEST_HEADING and all(letter.isupper() for letter in letters) and not said.endswith((".", ",", ";"))


def _line(line: str) -> str:
    bullet = _BULLET.match(line)
    if bullet:
        said = line[bullet.end() :].strip()
        box = _BOX.match(said)
        return f"- [{box['mark'] or ' '}] {escaped(said[box.end() :])}" if box else f"- {escaped(said)}"
    return paragraph_line(escaped(line.strip()))


def _broken(lines: Sequence[str]) -> Iterator[str]:
    """Lines of one paragraph, each of which ends where it ended."""
    for line, following in pairwise([*lines, ""]):
        yield f"{line}\\" if following and not following.startswith("- ") and not line.startswith("- ") else line
