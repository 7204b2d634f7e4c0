"""Words that were for few, in a text that more people may read.

Sentence is compared with sentence. A new one lets out an old one when it says a good share of it, or enough of what is rare in it: words
in a row, aside from those that tell nothing (``telling``), and from what stood already where these people could read it. So five words
that any minutes hold are no alarm, and one word put for another does not hide the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from traite_cli.kinds import AUDIENCES, Record
from traite_cli.language import words
from traite_cli.repository import Repository, audience_of, wider
from traite_cli.together.said import Said, said
from traite_cli.together.telling import Telling, Words

_RUN = 5
"""So many words in a row make two sentences worth comparing; a shorter sentence has to be there whole."""
_SHORTEST = 2
_BLOCK = 3
"""Words in a row that count once two sentences are compared."""
_SHARE = 0.5
_FEWEST = 2
"""Telling words that a good share must hold; one is enough where a sentence stays in its record, three where a field is a few words."""
_ENOUGH = 3
"""So much tells a sentence whatever its length: a word that nobody could read yet counts one, another half."""
_USUAL = 0.5
_AT_ONCE = 50_000
"""Words of new texts that are looked for in one go through the old ones."""


class New(NamedTuple):
    """A text that a record did not have before; what was no narrower than ``than`` is told of the whole record already."""

    said: Said
    record: Record
    was: Record | None
    than: str


class LetOut(NamedTuple):
    """Sentences of a new text, the circle that what they say was for, and the record that it stood in."""

    new: New
    text: str
    before: str
    source: Record


class _Sentence(NamedTuple):
    new: New
    text: str
    words: Words


class _Meeting(NamedTuple):
    """An old sentence that shares words with a new one."""

    new: _Sentence
    text: str
    words: Words
    said: Said
    source: Record


class _Weighed(NamedTuple):
    """How much of the old sentence is let out, the place of its circle among the circles, widest first, and the meeting."""

    share: float
    circle: int
    meeting: _Meeting


def let_out(before: Repository, news: Iterable[New]) -> Iterator[LetOut]:
    """What of some new texts was for fewer people before."""
    sentences = [_Sentence(new, text, tuple(words(text))) for new in news for text in new.said.sentences()]
    meetings = [one for some in _at_once(sentences) for one in _meetings(before, _Sought(some))]
    if not meetings:
        return
    judge = _Judge(before, meetings)
    best: dict[int, _Weighed] = {}
    for one in meetings:
        share = judge.share(one)
        if share:
            weighed = _Weighed(share, -AUDIENCES.index(one.said.circle), one)
            known = best.get(id(one.new))
            best[id(one.new)] = weighed if known is None or weighed[:2] > known[:2] else known
    yield from _by_text(sentences, best)


def _at_once(sentences: Sequence[_Sentence]) -> Iterator[list[_Sentence]]:
    some: list[_Sentence] = []
    count = 0
    for one in sentences:
        some.append(one)
        count += len(one.words)
        if count >= _AT_ONCE:
            yield some
            some, count = [], 0
    yield some


def _by_text(sentences: Sequence[_Sentence], best: Mapping[int, _Weighed]) -> Iterator[LetOut]:
    """The sentences of one text that stood in one record, together."""
    groups: dict[tuple[int, str, str], list[_Meeting]] = {}
    for sentence in sentences:
        if id(sentence) in best:
            one = best[id(sentence)].meeting
            groups.setdefault((id(sentence.new), one.said.circle, one.source.ref), []).append(one)
    for (_, circle, _), found in groups.items():
        yield LetOut(found[0].new.new, " ".join(one.new.text for one in found), circle, found[0].source)


class _Sought:
    """Knows the runs of words of new sentences."""

    def __init__(self, sentences: Sequence[_Sentence]) -> None:
        self._with: dict[Words, list[_Sentence]] = {}
        for one in sentences:
            for length in range(_SHORTEST, _RUN + 1):
                for run in dict.fromkeys(_runs(one.words, length)):
                    self._with.setdefault(run, []).append(one)
        self.readers = min((AUDIENCES.index(one.new.said.circle) for one in sentences), default=len(AUDIENCES))

    def sharing(self, sentence: Words) -> Iterator[_Sentence]:
        """The new sentences that share a run with an old one, or hold the whole of it where it is short."""
        runs = _runs(sentence, _RUN) if len(sentence) >= _RUN else [sentence] if len(sentence) >= _SHORTEST else []
        found = {id(one): one for run in runs for one in self._with.get(run, ())}
        yield from found.values()


def _runs(found: Words, length: int) -> Iterable[Words]:
    return zip(*(found[start:] for start in range(length)), strict=False)


def _meetings(before: Repository, sought: _Sought) -> Iterator[_Meeting]:
    """The old sentences that are worth comparing, each where it stands first."""
    met: set[tuple[int, Words, str, bool, bool]] = set()
    for record in before.all():
        for one in said(record, audience_of(record, before.configuration)):
            if AUDIENCES.index(one.circle) <= sought.readers:
                continue
            for text in one.sentences():
                found = tuple(words(text))
                for new in sought.sharing(found):
                    known = (id(new), found, one.circle, one.is_field, record is new.new.was)
                    if known not in met and wider(new.new.said.circle, one.circle) and wider(new.new.than, one.circle):
                        met.add(known)
                        yield _Meeting(new, text, found, one, record)


class _Judge:
    """Weighs what a new sentence says of an old one."""

    def __init__(self, before: Repository, meetings: Sequence[_Meeting]) -> None:
        self._blocks = {id(one): tuple(_shared(one.new.words, one.words)) for one in meetings}
        runs = {run for one in meetings for start, end in self._blocks[id(one)] for run in _parts(one.words[start:end])}
        vocabulary = {word for one in meetings for word in one.words}
        self._open: dict[str, set[Words]] = {}
        self._usual: dict[str, set[str]] = {}
        self._telling: dict[str, Telling] = {}
        for circle in {one.new.new.said.circle for one in meetings}:
            self._open[circle], self._usual[circle] = _known_to(before, circle, runs, vocabulary)
            titles = (one.label for one in before.all() if not wider(circle, audience_of(one, before.configuration)))
            self._telling[circle] = Telling(before, titles)

    def share(self, one: _Meeting) -> float:
        """How much of the old sentence the new one lets out; 0 where that is nothing to speak of."""
        readers = one.new.new.said.circle
        telling = self._telling[readers].places(one.text)
        out = {place for start, end in self._blocks[id(one)] for place in self._strange(one.words, start, end, readers)} & telling
        weights = {place: _USUAL if one.words[place] in self._usual[readers] else 1.0 for place in telling}
        share = sum(weights[place] for place in out) / (sum(weights.values()) or 1)
        is_few = one.said.is_field and len(one.words) < _RUN
        fewest = 1 if one.new.new.was is one.source else _ENOUGH if is_few else _FEWEST
        is_much = sum(weights[place] for place in out) >= _ENOUGH
        return share if is_much or (share >= _SHARE and len({one.words[place] for place in out}) >= fewest) else 0

    def _strange(self, sentence: Words, start: int, end: int, readers: str) -> Iterator[int]:
        """The places of a block that stood in no text that the readers could read."""
        length = min(_RUN, end - start)
        known = {
            place
            for first in range(start, end - length + 1)
            if sentence[first : first + length] in self._open[readers]
            for place in range(first, first + length)
        }
        return (place for place in range(start, end) if place not in known)


def _shared(new: Words, old: Words) -> Iterator[tuple[int, int]]:
    """The blocks of the old sentence that stand in the new one."""
    least = min(_BLOCK, len(old))
    for block in SequenceMatcher(None, new, old, autojunk=False).get_matching_blocks():
        if block.size >= least:
            yield block.b, block.b + block.size


def _parts(block: Words) -> Iterable[Words]:
    return _runs(block, min(_RUN, len(block)))


def _known_to(before: Repository, circle: str, runs: set[Words], vocabulary: set[str]) -> tuple[set[Words], set[str]]:
    """Those of some runs, and of some words, that stood where a circle could read them."""
    lengths = sorted({len(run) for run in runs})
    open_runs: set[Words] = set()
    usual: set[str] = set()
    for record in before.all():
        for one in said(record, audience_of(record, before.configuration)):
            if not wider(circle, one.circle):
                found = tuple(words(one.text))
                usual.update(vocabulary.intersection(found))
                for length in lengths:
                    open_runs.update(runs.intersection(_runs(found, length)))
    return open_runs, usual
