"""Searching the records: those that hold the words asked for, the best first, each with the passages where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple, Protocol

from traite_cli.asking.passages import Passage, passages_of
from traite_cli.dates import EdtfDate
from traite_cli.errors import UsageError
from traite_cli.index.full_text import Ranked
from traite_cli.index.matching import Token, places, tokens
from traite_cli.index.pieces import Piece, pieces_of
from traite_cli.index.search_terms import Asked, Term
from traite_cli.kinds import Record
from traite_cli.language import N_, nearest, words
from traite_cli.repository import Repository, dated, references

_MOST_WORDS = 100
_LITTLE, _BEGINNING, _PROPOSED = 3, 3, 3
"""Fewer records are little; fewer letters are no beginning of a word; and no more words that begin so are proposed."""
_LOOKED_AT = 20
"""So many records are looked at for how a word is written."""


class Index(Protocol):
    """What finds records by their words."""

    def ranked(self, wanted: Iterable[Term]) -> Iterable[Ranked]:
        """The records that hold all terms."""
        ...

    def vocabulary(self) -> Mapping[str, int]:
        """Every folded word, and how many records hold it."""
        ...


class Among(NamedTuple):
    """Among which records is searched; what is empty or None asks nothing."""

    kind: str = ""
    topic: str = ""
    """The topic's slug."""
    since: date | None = None
    until: date | None = None

    def takes(self, one: Ranked) -> bool:
        """Whether a record is of the kind and the time; one without a date is of no time."""
        if self.kind and not one.ref.startswith(f"{self.kind}/"):
            return False
        if self.since is None and self.until is None:
            return True
        is_late_enough = self.since is None or one.last >= self.since.isoformat()
        return bool(one.first) and is_late_enough and (self.until is None or one.first <= self.until.isoformat())


class Found(NamedTuple):
    """A record that was found, with the passages that hold the words."""

    record: Record
    date: EdtfDate | None
    passages: tuple[Passage, ...]


class Findings(NamedTuple):
    """What a search found: so many as were asked for, and whether there is more."""

    found: tuple[Found, ...]
    more: bool
    near: Mapping[str, tuple[str, ...]]
    """Of words that stand nowhere, those that are near and do; of a search that found nothing only."""
    apart: tuple[str, ...] = ()
    """The words that all stand somewhere, and never together."""
    begun: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Of a search that found little, what a word is only the beginning of."""


def asked_of(text: str) -> Asked:
    """What a search asks for. Raises ``UsageError`` where there is nothing to look for."""
    asked = Asked.parse(text)
    if not asked.wanted:
        hint = N_('write a word that must be there, and what must not be there behind it: traite search "accueil -lettre"')
        raise UsageError(N_("there is no word to look for in “{text}”"), hint=hint, text=text)
    if sum(len(term.words) for term in (*asked.wanted, *asked.unwanted)) > _MOST_WORDS:
        raise UsageError(N_("no more than {most} words can be looked for at once"), most=_MOST_WORDS)
    return asked


def search(repository: Repository, index: Index, asked: Asked, among: Among, limit: int) -> Findings:
    """The records that hold what is asked for: in their names first, then in their fields, then in their text; of equals the latest."""
    chosen = _Chooser(repository, asked, among)
    candidates = [one for one in index.ranked(asked.wanted) if among.takes(one)]
    candidates.sort(key=lambda one: one.ref)
    # The latest first: sorting keeps what was sorted before.
    candidates.sort(key=lambda one: one.last, reverse=True)
    candidates.sort(key=lambda one: (one.weight, round(one.score, 1)))
    found = tuple(islice(filter(None, (chosen.found(one.ref) for one in candidates)), limit + 1))
    if len(found) >= min(_LITTLE, limit):
        return Findings(found[:limit], len(found) > limit, {})
    begun = _begun(repository, index, asked)
    near, apart = ({}, ()) if found else _instead(repository, index, asked)
    return Findings(found, more=False, near=near, apart=apart, begun=begun)


class _Chooser:
    """Looks at the records that an index found, as they are on the day and for the circle asked about."""

    def __init__(self, repository: Repository, asked: Asked, among: Among) -> None:
        self.repository, self.asked, self.among = repository, asked, among

    def found(self, ref: str) -> Found | None:
        """The record with its passages; None when, as it is asked about, it does not hold what is wanted, or holds what is not."""
        kind, _, slug = ref.partition("/")
        record = self.repository.of_kind(kind).get(slug)
        if record is None:
            return None
        topic = self.among.topic
        filed = not topic or record.ref == f"topics/{topic}" or topic in _topics(record)
        pieces = [(piece, tokens(piece.text)) for piece in pieces_of(record) if filed or piece.topic == topic]
        if not self._holds(pieces):
            return None
        return Found(record, dated(self.repository, record), tuple(passages_of(record, pieces, self.asked.wanted)))

    def _holds(self, pieces: Iterable[tuple[Piece, list[Token]]]) -> bool:
        pieces = list(pieces)

        def stands(term: Term) -> bool:
            return any(next(places(term, found), None) for _, found in pieces)

        return all(map(stands, self.asked.wanted)) and not any(map(stands, self.asked.unwanted))


def _topics(record: Record) -> set[str]:
    """The topics that a record is filed under."""
    return {ref.slug for field, ref in references(record) if field == "topics"}


def _instead(repository: Repository, index: Index, asked: Asked) -> tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]:
    """What could have been meant: for each word that stands nowhere those near it, as they are written; else that no word is missing."""
    known = index.vocabulary()
    missing = [word for term in asked.wanted for word in _missing(term, known)]
    if not missing:
        return {}, tuple(" ".join(term.words) for term in asked.wanted) if len(asked.wanted) > 1 else ()
    return {word: tuple(_as_written(repository, index, one) for one in nearest(word, known)) for word in missing}, ()


def _begun(repository: Repository, index: Index, asked: Asked) -> Mapping[str, tuple[str, ...]]:
    """For each word asked for whole, the most frequent of those that begin with it."""
    alone = [term.words[0] for term in asked.wanted if len(term.words) == 1 and not term.begins and len(term.words[0]) >= _BEGINNING]
    known = index.vocabulary() if alone else {}
    found = {word: [one for one in known if one.startswith(word) and one != word] for word in alone}
    return {
        word: tuple(_as_written(repository, index, one) for one in sorted(longer, key=lambda one: (-known[one], one))[:_PROPOSED])
        for word, longer in found.items()
        if longer
    }


def _missing(term: Term, known: Mapping[str, int]) -> Iterator[str]:
    *before, last = term.words
    yield from (word for word in before if word not in known)
    if last not in known and not (term.begins and any(word.startswith(last) for word in known)):
        yield last


def _as_written(repository: Repository, index: Index, word: str) -> str:
    """A folded word as records write it, with its accents where one of the first does."""
    written = word
    for one in islice(index.ranked((Term((word,)),)), _LOOKED_AT):
        kind, _, slug = one.ref.partition("/")
        record = repository.of_kind(kind).get(slug)
        for piece in pieces_of(record) if record is not None else ():
            for token in tokens(piece.text) if word in words(piece.text) else ():
                if token.word == word and written.isascii():
                    written = piece.text[token.start : token.end].lower()
    return written
