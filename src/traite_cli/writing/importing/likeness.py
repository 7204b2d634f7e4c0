"""Organisations that a name may be, though no record has it: « DAL 44 » where the DAL is known, « Emmaüs » for Emmaüs Saint-Nazaire.

One of two names goes on where the other ends, small words and what the sort of body is called (« association », « collectif ») aside; or
all that is said stands in the name of a single record. « Mairie », « Ville » and « Commune » are one. None of it is sure: two branches
of a federation are called so too, and a person is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from traite_cli.kinds import Organisation
from traite_cli.language import telling_words, word_list, words
from traite_cli.repository import Repository, spellings

_SORTS = word_list("association asso ass collectif federation fede fondation mouvement groupe comite antenne section delegation")
_TOWN = word_list("mairie ville commune municipalite city town")
_MOST = 40


class Known(NamedTuple):
    """An organisation that has a record, or gets one: what it is called, and its slug."""

    label: str
    slug: str


class Likeness:
    """The organisations of a repository by the words of their names, and those that are made besides."""

    def __init__(self, repository: Repository) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        for record in repository.of(Organisation).values():
            self.add(spellings(record), Known(record.label, record.slug))

    def add(self, names: Iterable[str], known: Known) -> None:
        """Take in an organisation."""
        for name in names:
            told = _telling(name)
            for word in dict.fromkeys(told):
                self._by_word.setdefault(word, []).append((told, known))

    def of(self, said: str) -> tuple[Known, ...]:
        """The organisations that a name may be, each once."""
        told = _telling(said)
        return tuple(dict.fromkeys(self._beginning(told))) or self._holding(told) if told else ()

    def _beginning(self, told: Sequence[str]) -> Iterator[Known]:
        """Those of whose names one goes on where the other ends."""
        for name, known in self._by_word.get(told[0], ())[:_MOST]:
            shorter = min(len(name), len(told))
            if tuple(told[:shorter]) == name[:shorter]:
                yield known

    def _holding(self, told: Sequence[str]) -> tuple[Known, ...]:
        """The only one whose name has all the words."""
        rarest = min((self._by_word.get(word, []) for word in told), key=len)
        found = dict.fromkeys(known for name, known in rarest[:_MOST] if set(told) <= set(name))
        return tuple(found) if len(found) == 1 else ()


def _telling(name: str) -> tuple[str, ...]:
    told = telling_words(words(name))
    while len(told) > 1 and told[0] in _SORTS:
        told = told[1:]
    return ("ville", *told[1:]) if told and told[0] in _TOWN else told
