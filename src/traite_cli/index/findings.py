"""What the checks found, kept on sheets of a few files each, with the words in which each sheet was told.

Where a file changed, its sheet alone is written anew; what was found is then that of another content of all files, and known by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from traite_cli.diagnostics import Fault, Outcome, Rule, Severity
from traite_cli.diagnostics.forms import faults_from, forms_of
from traite_cli.index.database import Database, Overtaken, Unusable, sealed, unsealed
from traite_cli.index.tree import key_of

if TYPE_CHECKING:
    from traite_cli.repository import Configuration

_CODING = ("utf-8", "surrogatepass")
_SHEET = 32
"""With so many faults a sheet is full. That of a file that changed is told anew, the others are only read."""
_WORDED = """
SELECT s.first, w.text, w.counts, w.sum FROM sheets AS s
LEFT JOIN worded AS w ON w.find = s.find AND w.form = ? AND w.first = s.first WHERE s.find = ? ORDER BY s.first
"""
_SHEET_OF = """
SELECT coalesce((SELECT max(first) FROM sheets WHERE find = ?1 AND first <= ?2), (SELECT min(first) FROM sheets WHERE find = ?1))
"""
_PUT = "INSERT INTO finds VALUES (?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM finds), ?, ?, ?)"
# Those that were made last stay: of other days, of other branches.
_PRUNE = (
    "DELETE FROM finds WHERE number NOT IN (SELECT number FROM finds ORDER BY turn DESC LIMIT 4)",
    "DELETE FROM sheets WHERE find IN (SELECT find FROM sheets EXCEPT SELECT number FROM finds)",
    "DELETE FROM worded WHERE find IN (SELECT find FROM worded EXCEPT SELECT number FROM finds)",
)


class Words(NamedTuple):
    """How faults are told, and how many of each sort they are."""

    text: str
    counts: tuple[int, ...]


class Terms(NamedTuple):
    """Of which day something is found, until which moment that is today, in seconds, and what ``traite.toml`` says."""

    day: date
    until: float
    configuration: Configuration


class About(NamedTuple):
    """What is known of a find as a whole: on which terms and from when on it was made, how many records were looked at, which silence."""

    day: str
    begun: float
    until: float
    settings: Sequence[Any]
    """What ``traite.toml`` says, as JSON has it."""
    records: int
    counts: Mapping[str, int]
    silencing: Sequence[str]
    rules: Mapping[str, Rule]

    @classmethod
    def of(cls, found: Outcome, terms: Terms, begun: float) -> About:
        counts = Counter(fault.check for fault in found.faults)
        return cls(str(terms.day), begun, terms.until, terms.configuration, found.records, counts, found.silencing, found.rules)


class Findings:
    """All that the checks found in some files about a day."""

    def __init__(self, database: Database, key: str, number: int, sheets: int, about: About) -> None:
        self._database = database
        self._key = key
        self._number = number
        self._sheets = sheets
        self._written: dict[bytes, Sequence[Fault]] = {}
        """What was put on sheets just now."""
        self.about = about

    @classmethod
    def kept(cls, database: Database, key: str) -> Findings | None:
        """What is kept under a key; None where nothing is. Raises ``Unusable`` where it is damaged."""
        for number, sheets, about, summed in database.rows("SELECT number, sheets, about, sum FROM finds WHERE key = ?", [key]):
            return cls(database, key, number, sheets, _about(unsealed(f"{key} {number} {sheets}", about, summed)))
        return None

    @classmethod
    def of_another_day(cls, database: Database, content: str) -> Findings | None:
        """What was found last in files of a content, on whatever day. Raises ``Unusable`` where it is damaged."""
        for (key,) in database.rows("SELECT key FROM finds WHERE key GLOB ? || ' *' ORDER BY turn DESC LIMIT 1", [content]):
            return cls.kept(database, key)
        return None

    @classmethod
    def keep(cls, database: Database, key: str, about: About, faults: Sequence[Fault]) -> Findings:
        """Keep all that was found, in order. Raises ``Unusable``."""
        with database.writing():
            ((last,),) = database.rows("SELECT max(number) FROM finds")
            found = cls(database, key, (last or 0) + 1, 0, about)
            found._put(faults)
            found._tell(key)
        return found

    def moved(self, key: str, about: About, files: Mapping[str, Sequence[Fault]]) -> Findings:
        """The same, once the content of all files is another, and in these files this is found. Raises ``Unusable``."""
        found = Findings(self._database, key, self._number, self._sheets, about)
        with self._database.writing():
            self._is_here()
            for first, paths in self._sheets_of(files).items():
                left = () if first is None else found._taken(first)
                there = [*(fault for fault in left if fault.path not in paths), *(fault for path in paths for fault in files[path])]
                found._put(sorted(there, key=attrgetter("order")))
            found._tell(self._key)
        return found

    def of(self, paths: Collection[str]) -> tuple[Fault, ...]:
        """What was found in some files. Raises ``Unusable``."""
        firsts = [first for first in self._sheets_of(sorted(paths)) if first is not None]
        found = tuple(fault for first in firsts for fault in self._sheet(first) if fault.path in paths)
        self._is_here()
        return found

    @property
    def records(self) -> int:
        """In how many."""
        return self.about.records

    @property
    def counts(self) -> Mapping[str, int]:
        """How many faults each check found."""
        return self.about.counts

    @property
    def rules(self) -> Mapping[str, Rule]:
        """How these checks tell them."""
        return self.about.rules

    @property
    def terms(self) -> Terms:
        """On which it was made."""
        from traite_cli.repository.configuration import Configuration, Ignored, Rendering

        said = Configuration._make(self.about.settings)
        parts, formats, *looks = said.render
        configuration = said._replace(
            letterhead=tuple(said.letterhead),
            render=Rendering._make([tuple(parts), tuple(formats), *looks]),
            ignored=tuple(Ignored._make([tuple(codes), *rest]) for codes, *rest in said.ignored),
        )
        return Terms(date.fromisoformat(self.about.day), self.about.until, configuration)

    @property
    def outcome(self) -> Outcome:
        """All of it. Raises ``Unusable``."""
        rows = self._database.rows("SELECT first, faults, sum FROM sheets WHERE find = ? ORDER BY first", [self._number])
        self._is_whole(rows)
        return self._outcome(tuple(fault for row in rows for fault in self._faults(*row)))

    def told(self, form: str, tell: Callable[[Outcome], Words]) -> Words:
        """All of it in words: those in which a sheet was told in this form, or else in which ``tell`` tells it now. Raises ``Unusable``."""
        rows = self._database.rows(_WORDED, [form, self._number])
        self._is_whole(rows)
        new = {first: tell(self._outcome(self._sheet(first))) for first, text, *_ in rows if text is None}
        if new:
            # The sheets were read after all else.
            self._is_here()
            self._keep_words(form, new)
        told = [new[first] if first in new else _words(form, first, *row) for first, *row in rows]
        return Words("".join(one.text for one in told), tuple(map(sum, zip(*(one.counts for one in told), strict=True))))

    def _outcome(self, faults: Sequence[Fault]) -> Outcome:
        return Outcome(tuple(faults), self.about.rules, self.about.records, tuple(self.about.silencing))

    def _sheets_of(self, paths: Iterable[str]) -> dict[bytes | None, list[str]]:
        """The paths on each sheet, by the first path that stands on it; under None, where there is none yet."""
        found: dict[bytes | None, list[str]] = {}
        for path in paths:
            ((first,),) = self._database.rows(_SHEET_OF, [self._number, key_of(path)])
            found.setdefault(first, []).append(path)
        return found

    def _sheet(self, first: bytes) -> Sequence[Fault]:
        if first not in self._written:
            rows = self._database.rows("SELECT first, faults, sum FROM sheets WHERE find = ? AND first = ?", [self._number, first])
            if not rows:
                self._is_here()
                raise Unusable
            self._written[first] = self._faults(*rows[0])
        return self._written[first]

    def _faults(self, first: bytes, faults: bytes, summed: object) -> list[Fault]:
        try:
            return faults_from(unsealed(repr(first), self._database.unpressed(faults), summed))
        except (TypeError, ValueError, KeyError, IndexError, AttributeError) as error:
            raise Unusable from error

    def _taken(self, first: bytes) -> Sequence[Fault]:
        """What stands on a sheet, which is taken away."""
        faults = self._sheet(first)
        self._database.do("DELETE FROM sheets WHERE find = ? AND first = ?", [self._number, first])
        self._database.do("DELETE FROM worded WHERE find = ? AND first = ?", [self._number, first])
        self._written.pop(first)
        self._sheets -= 1
        return faults

    def _put(self, faults: Sequence[Fault]) -> None:
        for sheet in _cut(faults):
            first = key_of(sheet[0].path)
            said, summed = sealed(repr(first), forms_of(sheet))
            self._database.do("INSERT INTO sheets VALUES (?, ?, ?, ?)", [self._number, first, self._database.pressed(said), summed])
            self._written[first] = sheet
            self._sheets += 1

    def _tell(self, before: str) -> None:
        """Write down what is known of the whole, in the place of what was known under two keys; what is of no use any more goes."""
        self._database.do("DELETE FROM finds WHERE key IN (?, ?)", [before, self._key])
        about = sealed(f"{self._key} {self._number} {self._sheets}", _form(self.about))
        self._database.do(_PUT, [self._number, self._key, self._sheets, *about])
        for statement in _PRUNE:
            self._database.do(statement)

    def _keep_words(self, form: str, new: Mapping[bytes, Words]) -> None:
        rows = [
            (self._number, form, first, one.text, counts := " ".join(map(str, one.counts)), _sum(form, first, one.text, counts))
            for first, one in new.items()
        ]
        with suppress(Unusable), self._database.writing():
            self._is_here()
            self._database.do_each("INSERT OR REPLACE INTO worded VALUES (?, ?, ?, ?, ?, ?)", rows)

    def _is_here(self) -> None:
        """Raises ``Overtaken`` where another process has made something else of it."""
        if not self._database.rows("SELECT 1 FROM finds WHERE key = ? AND number = ?", [self._key, self._number]):
            raise Overtaken

    def _is_whole(self, rows: Sequence[object]) -> None:
        self._is_here()
        if len(rows) != self._sheets:
            raise Unusable


def _cut(faults: Sequence[Fault]) -> Iterator[Sequence[Fault]]:
    """The sheets on which faults stand. One is not cut before there are two of them, so that they do not become ever smaller."""
    sheet: list[Fault] = []
    most = _SHEET if len(faults) > 2 * _SHEET else len(faults)
    for _, of_file in groupby(faults, key=attrgetter("path")):
        sheet += of_file
        if len(sheet) >= most:
            yield sheet
            sheet = []
    if sheet:
        yield sheet


def _sum(form: str, first: bytes, text: str, counts: str) -> int:
    return crc32(text.encode(*_CODING), crc32(f"{form} {first!r} {counts}".encode(*_CODING)))


def _words(form: str, first: bytes, text: str, counts: str, summed: int) -> Words:
    """The words that are kept. Raises ``Unusable`` where they are damaged."""
    try:
        if _sum(form, first, text, counts) != summed:
            raise Unusable
        return Words(text, tuple(map(int, counts.split())))
    except (AttributeError, ValueError) as error:
        raise Unusable from error


def _form(about: About) -> list[Any]:
    rules = {name: [rule.code, rule.severity, dict(rule.messages), dict(rule.hints)] for name, rule in about.rules.items()}
    return [*about[:-1], rules]


def _about(form: Any) -> About:
    try:
        *rest, rules = form
        return About._make([*rest, {name: Rule(code, Severity(severity), *words) for name, (code, severity, *words) in rules.items()}])
    except (TypeError, ValueError, AttributeError) as error:
        raise Unusable from error
