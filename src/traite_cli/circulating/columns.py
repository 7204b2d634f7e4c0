"""How wide the columns of a table should be: enough for their longest word, and what is left of the line for those that hold more.

What several columns want is shared by square roots, so that one of long sentences does not starve one of names; none gets more than it
wants.
"""

from __future__ import annotations

import re
from math import sqrt

from traite_cli.circulating.tree import Element, text_of, walk

_WORD = re.compile(r"(?:\d+ (?=[^\W\d]))?[^ \t\n]+")  # « 18 novembre » is one, and so is what a non-breaking space holds together
_LONGEST_WORD = 17.0
_CAPITAL = 0.35
_SHORT = 30.0
_LINE = 105.0
_PADDING = 3


def rows(table: Element) -> tuple[Element, ...]:
    """The rows of a table, its header's first."""
    return tuple(element for element in walk(table) if element.tag == "tr")


def widths(table: Element) -> tuple[int, ...]:
    """A share of a hundred for each column; together they are a hundred."""
    texts = [[text_of(cell) for cell in row.elements()] for row in rows(table)]
    columns = list(zip(*texts, strict=False))
    least = [
        _PADDING + max((min(_room(word), _LONGEST_WORD) for text in column for word in _WORD.findall(text)), default=1)
        for column in columns
    ]
    wanted = [max(floor, _PADDING + _wanted([_room(text) for text in column])) for floor, column in zip(least, columns, strict=True)]
    return _hundred(_fitted(least, wanted))


def with_widths(table: Element) -> Element:
    """The table with its columns' widths said, as HTML says them."""
    columns = tuple(Element("col", {"style": f"width:{width}%"}) for width in widths(table))
    return table.having([Element("colgroup", {}, columns), *table.children])


def _room(text: str) -> float:
    """How wide a text is, in ordinary small letters."""
    return len(text) + _CAPITAL * sum(1 for character in text if character.isupper())


def _wanted(lengths: list[float]) -> float:
    """A column of short texts wants its longest on one line, one of long texts something between the usual and the longest."""
    longest = max(lengths)
    return longest if longest <= _SHORT else max(_SHORT, (sum(lengths) / len(lengths) + longest) / 2)


def _fitted(least: list[float], wanted: list[float]) -> list[float]:
    """Every column at its least, and what is left of the line poured out until all of it is used or nobody wants more."""
    given = list(least)
    while (spare := _LINE - sum(given)) > 1:
        wanting = {index: sqrt(wanted[index] - have) for index, have in enumerate(given) if wanted[index] - have > 1}
        if not wanting:
            break
        for index, share in wanting.items():
            given[index] = min(wanted[index], given[index] + share * spare / sum(wanting.values()))
    return given


def _hundred(parts: list[float]) -> tuple[int, ...]:
    """The parts as whole numbers that make a hundred: what rounding loses goes to the widest."""
    total = sum(parts)
    shares = [max(1, int(part * 100 / total)) for part in parts]
    if shares:
        shares[shares.index(max(shares))] += 100 - sum(shares)
    return tuple(shares)
