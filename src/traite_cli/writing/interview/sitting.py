"""One sitting: who is asked, what is known by now, and the records that are to be made, which are written together at its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from traite_cli.errors import TraiteError
from traite_cli.kinds import KINDS, Record, read_record
from traite_cli.language import Translator
from traite_cli.repository import Repository
from traite_cli.writing.composing import composed
from traite_cli.writing.creating import New
from traite_cli.writing.interview.asker import Asker
from traite_cli.writing.interview.understanding import Sense
from traite_cli.writing.slugs import Names

Newcomer = Callable[["Sitting", str, str], Record]


class Sitting:
    """What an interview works with. Without an asker nobody is asked: what is not certain is an error.

    ``newcomer`` makes a record of a kind for a name that nobody has yet, and asks for what belongs into it.
    """

    def __init__(self, repository: Repository, day: date, t: Translator, asker: Asker | None, newcomer: Newcomer) -> None:
        self.repository = repository
        """The records, with those that are to be made."""
        self.sense = Sense(day, t.language)
        self.t = t
        self.asker = asker
        self.newcomer = newcomer
        self.names = Names(repository)
        self.made: list[New] = []

    def make(self, kind: str, values: Mapping[str, Any], body: str = "", slug: str = "") -> Record:
        """Make a record, as far as it is in our hands: it is written with the others."""
        slug = self.names.take(kind, slug) if slug else self.names.give(kind, values)
        return self.put(New(kind, slug, composed(KINDS[kind], values, body)))

    def put(self, new: New) -> Record:
        """Take in the text of a record, in the place of one that is to be made under this name already."""
        self.made = [*(one for one in self.made if one.path != new.path), new]
        record = read_record(new.kind, new.slug, new.path, new.text.encode())
        self.repository = self.repository.replacing([record])
        return record

    def said(self, error: TraiteError) -> str:
        """What is wrong with an answer, in words."""
        parts = [self.t(error.message, **error.facts), *([self.t(error.hint, **error.facts)] if error.hint else [])]
        sentence = " – ".join(parts)
        return f"{sentence[:1].upper()}{sentence[1:]}."
