"""Whether a promise that a body makes is on record: a commitment made there whose words or title say it, a decision, a meeting planned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from traite_cli.kinds import Commitment, Meeting, Record
from traite_cli.language import words
from traite_cli.repository import Repository, plain

_OMISSION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)")
_TELLING_LETTERS = 4
_TELLING_WORDS = 3
_MOST_OF = 0.6
_RUN = 4


class Recording:
    """What is recorded, by the record that it was made at."""

    def __init__(self, repository: Repository) -> None:
        self._made_at: dict[str, list[Commitment]] = {}
        self._made_on: dict[str, list[Commitment]] = {}
        self._meetings: dict[str, set[str]] = {}
        for meeting in repository.of(Meeting).values():
            self._meetings.setdefault(str(meeting.date or ""), set()).add(meeting.ref)
        for commitment in repository.of(Commitment).values():
            where = repository.resolve(commitment.made_at)
            if where is not None:
                self._made_at.setdefault(where.ref, []).append(commitment)
            elif commitment.made_on is not None:
                self._made_on.setdefault(str(commitment.made_on), []).append(commitment)

    def has(self, record: Record, sentence: str, paragraph: str) -> bool:
        """Whether a sentence of a record's body, or the paragraph it stands in, is said by something recorded there."""
        said, around = words(plain(sentence)), words(plain(paragraph))
        return any(_says(one, said, around) for one in self._of(record)) or any(_shares(text, said) for text in _decided(record))

    def plans(self, record: Record, day: str) -> bool:
        """Whether another meeting is recorded on a day that a sentence names: what it says will happen is then on record."""
        return bool(day) and bool(self._meetings.get(day, set()) - {record.ref})

    def _of(self, record: Record) -> Iterator[Commitment]:
        yield from self._made_at.get(record.ref, ())
        yield from self._made_on.get(str(record.get("date")), ())


def _decided(record: Record) -> Iterator[str]:
    if isinstance(record, Meeting):
        yield from (decision.text for decision in record.decisions if decision.text)


def _says(commitment: Commitment, said: list[str], around: list[str]) -> bool:
    quoted = any(_overlap(words(part), said) for part in _OMISSION.split(commitment.quote or ""))
    # A quote that does not stand there letter by letter is told as such; what it means to quote is on record all the same.
    return quoted or _shares(commitment.quote or "", said) or _shares(commitment.title or "", around if not commitment.quote else said)


def _overlap(quoted: list[str], said: list[str]) -> bool:
    """Whether one stands in the other, or they have some words in a row in common."""
    run = min(_RUN, len(quoted), len(said))
    if run == 0:
        return False
    text = f" {' '.join(said)} "
    return any(f" {' '.join(quoted[at : at + run])} " in text for at in range(len(quoted) - run + 1))


def _shares(text: str, said: list[str]) -> bool:
    """Whether most of the telling words of a text are among those said."""
    telling = {word for word in words(text) if len(word) >= _TELLING_LETTERS}
    return len(telling) >= _TELLING_WORDS and len(telling.intersection(said)) >= _MOST_OF * len(telling)
