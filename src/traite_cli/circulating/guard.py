"""The last look at a document before it leaves: no run of five withheld words that stands nowhere in what may be shown.

A document is put together: names, functions, dates and the templates' own words make lines that stand in no record. A run all of whose
words are accounted for in that way is no find.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.kinds import Block, Record, Request
from traite_cli.language import say_date, say_deadline, say_time, words
from traite_cli.language.runs import RUN, Run, runs, sum_of
from traite_cli.repository import Repository, plain

_BLOCK_TAG = re.compile(r"</?(?:p|h[1-6]|li|ul|ol|td|th|tr|div|blockquote|pre|br|hr)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_TEMPLATE_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_QUOTED = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'")
_JOINING = frozenset(("et", "and", "de", "du", "des", "d", "l", "la", "le", "les", "a", "au", "aux", "of", "the"))
"""Words that filters put between names and dates."""
_ARTICLES = frozenset(("le", "la", "l", "les"))
"""What a name begins with that stands behind « de »: « Les Amis », « des Amis »."""
_COUNTED = 2
"""Digits of the numbers that a document counts with: sections, days and months in figures, « 3 sur 7 »."""


def leaks(documents: Iterable[str], withheld: Iterable[str], shown: Repository, extra: Iterable[str]) -> tuple[str, ...]:
    """The withheld runs that the forms of a document hold, in their order, as folded words.

    ``extra`` are the texts that may be shown besides the records: those of the template and of the configuration. Where a run goes over
    the end of a line of the document, its parts may come from two texts that were shown: then each part must be accounted for.
    """

    def among(printed: frozenset[Run]) -> set[Run]:
        return {run for text in withheld for run in printed.intersection(runs(words(text)))}

    return _leaks(documents, among, tuple(shown.all()), extra)


def is_clear(documents: Iterable[str], sums: Container[int] | None, shown: Iterable[Record], extra: Iterable[str]) -> bool:
    """Whether ``leaks`` would find nothing, told without looking at every record; where that is not certain, it must look.

    ``sums`` are those of all runs that may be withheld, if not of those alone; None where any may be. ``shown`` are some of the records
    that are shown: fewer of them account for less.
    """

    def among(printed: frozenset[Run]) -> set[Run]:
        return {run for run in printed if sums is None or sum_of(run) in sums}

    return not _leaks(documents, among, tuple(shown), extra)


def _leaks(
    documents: Iterable[str], among: Callable[[frozenset[Run]], set[Run]], shown: Sequence[Record], extra: Iterable[str]
) -> tuple[str, ...]:
    pages = [_Page([words(line) for line in document.splitlines()]) for document in documents]
    printed = frozenset(chain.from_iterable(page.runs() for page in pages))
    known = _Known(shown, tuple(extra), printed)
    strange = known.strange(among(printed))
    found = (run for page in pages for run, stretches in page.places(strange) if not all(map(known.accounts_for, stretches)))
    return tuple(dict.fromkeys(" ".join(run) for run in found))


def lines_of_html(page: str) -> str:
    """The text of a page, a line for each block."""
    from html import unescape

    return unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", page)))


class _Stretch(NamedTuple):
    """Some words of a line of the document."""

    line: Sequence[str]
    start: int
    end: int

    @property
    def words(self) -> Sequence[str]:
        return self.line[self.start : self.end]


class _Page:
    """One form of a document, in lines of words."""

    def __init__(self, lines: Iterable[Sequence[str]]) -> None:
        self._lines = [line for line in lines if line]

    def runs(self) -> Iterator[Run]:
        """Its runs in their order, those over the ends of lines included."""
        return runs(list(chain.from_iterable(self._lines)))

    def places(self, wanted: set[Run]) -> Iterator[tuple[Run, tuple[_Stretch, ...]]]:
        """Where some runs stand, with a stretch for each line that they go over."""
        if not wanted:
            return
        starts = list(accumulate(map(len, self._lines), initial=0))
        for first, run in enumerate(self.runs()):
            if run in wanted:
                yield run, tuple(self._stretches(starts, first))

    def _stretches(self, starts: Sequence[int], first: int) -> Iterator[_Stretch]:
        number, end = bisect_right(starts, first) - 1, first + RUN
        while first < end:
            line, begin = self._lines[number], starts[number]
            last = min(end, begin + len(line))
            yield _Stretch(line, first - begin, last - begin)
            number, first = number + 1, last


class _Known:
    """What may be shown: the texts of records, whole values that are put into lines, and the words that join them."""

    def __init__(self, shown: Sequence[Record], extra: tuple[str, ...], printed: frozenset[Run]) -> None:
        # What a document is made of stands in long texts more often than in short ones.
        self.shown = sorted(shown, key=lambda one: len(one.document.text), reverse=True)
        self.extra, self.printed = extra, printed
        self._words = cache(words)

    def strange(self, suspect: Iterable[Run]) -> set[Run]:
        """Those of some runs that stand in none of the texts."""
        strange = set(suspect)
        for found in self._folded():
            if not strange:
                break
            strange.difference_update(runs(found))
        return strange

    def _folded(self) -> Iterator[Sequence[str]]:
        return map(self._words, chain(_texts_shown(self.shown), self.extra))

    @cached_property
    def _nowhere(self) -> set[Run]:
        """The runs of the document that stand in none of the texts."""
        return self.strange(self.printed)

    @cached_property
    def _texts(self) -> str:
        return "\n".join(map(_spaced, self._folded()))

    @cached_property
    def _values(self) -> set[Run]:
        """Short values, whole."""
        blocks = chain.from_iterable(map(texts, self.shown))
        questions = (question.text for request in self.shown if isinstance(request, Request) for question in request.questions())
        found = (tuple(self._words(text)) for text in chain(blocks, questions, self.extra, chain.from_iterable(map(_said_by, self.extra))))
        forms = (form for value in found for form in (value, value[1:] if value[:1] and value[0] in _ARTICLES else ()))
        return {form for form in forms if form}

    @cached_property
    def _lengths(self) -> dict[str, set[int]]:
        """How many words the values have that begin with a word."""
        lengths: dict[str, set[int]] = {}
        for value in self._values:
            lengths.setdefault(value[0], set()).add(len(value))
        return lengths

    @cached_property
    def _singles(self) -> frozenset[str]:
        moments = {moment for record in self.shown for moment in _moments(record)}
        return _JOINING.union(*(words(said) for moment in moments for said in _said(moment)))

    def accounts_for(self, stretch: _Stretch) -> bool:
        """Whether a stretch stands in a text that is shown, or each of its words belongs to something that is."""
        if all(self._accounts_for_word(stretch.line, index) for index in range(stretch.start, stretch.end)):
            return True
        return len(stretch.words) < RUN and _spaced(stretch.words) in self._texts

    def _accounts_for_word(self, line: Sequence[str], index: int) -> bool:
        if line[index] in self._singles or (line[index].isdigit() and len(line[index]) <= _COUNTED):
            return True
        windows = runs(line[max(index - RUN + 1, 0) : index + RUN])
        return any(window not in self._nowhere for window in windows) or self._in_a_value(line, index)

    def _in_a_value(self, line: Sequence[str], index: int) -> bool:
        return any(
            tuple(line[start : start + length]) in self._values
            for start in range(index + 1)
            for length in self._lengths.get(line[start], ())
            if start + length > index
        )


def _spaced(found: Iterable[str]) -> str:
    return f" {' '.join(found)} "


def _texts_shown(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield from texts(record)
        for passage in record.passages:
            yield plain(record.document.text[passage.start : passage.end])


def texts(block: Block) -> Iterator[str]:
    """Every text of a block's fields, those of blocks inside it included."""
    return (value for value in _leaves(block) if isinstance(value, str))


def _moments(block: Block) -> Iterator[EdtfDate | TimeSpan]:
    return (value for value in _leaves(block) if isinstance(value, EdtfDate | TimeSpan))


def _leaves(block: Block) -> Iterator[object]:
    for value in block.values.values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Block):
                yield from _leaves(one)
            else:
                yield one


def _said(moment: EdtfDate | TimeSpan) -> tuple[str, ...]:
    if isinstance(moment, TimeSpan):
        return say_time(moment, "fr"), say_time(moment, "en")
    return tuple(said for language in ("fr", "en") for said in (say_date(moment, language, weekday=True), say_deadline(moment, language)))


def _said_by(template: str) -> Iterator[str]:
    """The words that a template prints by itself: those outside its tags, line by line, and those between quotes in them."""
    for part in _TEMPLATE_TAG.split(template):
        yield from part.splitlines()
    for found in _QUOTED.finditer(template):
        yield found[1] or found[2] or ""
