"""One sitting: who is asked, what is known by now, and the records that are to be made, which are written together at its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from traite_cli.dates import EdtfDate
from traite_cli.errors import TraiteError
from traite_cli.kinds import KINDS, Meeting, Record, read_record
from traite_cli.language import Sense, Translator
from traite_cli.repository import Repository
from traite_cli.saying.facts import facts_in_words
from traite_cli.writing.completing import Leaving, completion
from traite_cli.writing.composing import composed
from traite_cli.writing.creating import New
from traite_cli.writing.file_text import FileText
from traite_cli.writing.interview.asker import Asker, Candidate
from traite_cli.writing.interview.naming import Naming
from traite_cli.writing.slugs import Names

Filled = dict[str, Any]
"""Values by the names of fields, and the text under ``body``."""
Newcomer = Callable[["Sitting", str, str, Filled], Record]


class Sitting:
    """What an interview works with. Without an asker nobody is asked: what is not certain is an error.

    ``newcomer`` makes a record of a kind for a name that nobody has yet, and asks for what belongs into it.
    """

    def __init__(self, repository: Repository, day: date, t: Translator, asker: Asker | None, newcomer: Newcomer) -> None:
        self.repository = repository
        """The records, with those that are to be made."""
        self.sense = Sense(day, t.language)
        self.day = day
        """The day of what is being written: functions are those held then."""
        self.t = t
        self.asker = asker
        self.newcomer = newcomer
        self.names = Names(repository)
        self.made: list[New] = []
        self.told: dict[str, str] = {}
        """Whom a name meant that had to be asked for, by its folded spelling: nobody is asked twice."""
        self.candidates: dict[tuple[str, ...], list[Candidate]] = {}
        """What an asker offers for some kinds; gone when a record comes."""
        self.kept: tuple[str, ...] = ()
        """Those who stand otherwise in a record that is completed than was said, and stay as they stand there."""
        self._naming: Naming | None = None

    def learn(self, filled: Filled) -> None:
        """Take in of what day that is which is being written."""
        day = filled.get("date")
        self.day = day.first if isinstance(day, EdtfDate) else self.sense.day

    @property
    def naming(self) -> Naming:
        """Whom names mean, those included that are to be made."""
        if self._naming is None:
            self._naming = Naming(self.repository, self.sense)
        return self._naming

    def make(self, kind: str, values: Mapping[str, Any], body: str = "", slug: str = "") -> Record:
        """Make a record, as far as it is in our hands: it is written with the others."""
        slug = self.names.take(kind, slug) if slug else self.names.give(kind, values)
        return self.put(New(kind, slug, composed(KINDS[kind], values, body)))

    def complete(self, meeting: Meeting, file: FileText, values: Mapping[str, Any], minutes: str, leaving: Leaving) -> Record:
        """Add to the record of a meeting, and take those ``leaving`` from its lists, as far as it is in our hands. Raises ``Refused``."""
        found = completion(meeting, file, values, minutes, leaving)
        self.kept = found.kept
        return self.put(found.new)

    def put(self, new: New) -> Record:
        """Take in the text of a record, in the place of one that is to be made under this name already."""
        self.made = [*(one for one in self.made if one.path != new.path), new]
        record = read_record(new.kind, new.slug, new.path, new.text.encode())
        self.repository = self.repository.replacing([record])
        self._naming = None
        self.candidates = {}
        return record

    def said(self, error: TraiteError) -> str:
        """What is wrong with an answer, in words."""
        facts = facts_in_words(error.facts, self.t)
        parts = [self.t(one, **facts) for one in (error.message, error.hint) if one]
        sentence = " – ".join(parts)
        return f"{sentence[:1].upper()}{sentence[1:]}."
