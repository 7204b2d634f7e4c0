"""A draft as it is written: its lines, and the doubts that are marked in them, each by its line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Record
from traite_cli.kinds.block import AnyField
from traite_cli.language import Language, Translator, one_line, say_date
from traite_cli.writing.composing import field_lines
from traite_cli.writing.importing.decoding import tidy

_FENCE = ":::"
_WIDE = 140
_COLONS = re.compile("[:\ufe13\ufe55\uff1a](?=\\s*[:\ufe13\ufe55\uff1a])|\u2a74")


Facts = Mapping[str, str | int | EdtfDate]


class Doubt(NamedTuple):
    """Something that a person has to look at: a message id and its facts."""

    message: str
    facts: Mapping[str, str | int | EdtfDate] = {}

    def told(self, t: Translator) -> str:
        """It in words; a date with its day of the week."""
        return t(self.message, **{name: _said(fact, t.language) for name, fact in self.facts.items()})


class Mark(NamedTuple):
    """A doubt, or a proposal, and the line of the draft that it stands in."""

    line: int
    doubt: Doubt


class Page:
    """Lines of a record's file in the making. What is doubtful begins with « ? », in the language of the collective."""

    def __init__(self, kind: type[Record], t: Translator) -> None:
        self.kind = kind
        self.t = t
        self.lines: list[str] = ["---"]
        self.marks: list[Mark] = []
        self.fenced = False
        """Whether words that the fields were made of look like the beginning of a passage for some readers."""

    def field(self, name: str, value: object) -> None:
        """A field with its value."""
        self.lines += field_lines(self._field(name), self._safe(value))

    def begin_list(self, name: str) -> None:
        """The key of a list whose items follow."""
        self.lines.append(f"{name}:")

    def item(self, name: str, value: object) -> None:
        """An item of the list that was begun."""
        self.lines += field_lines(self._field(name), [self._safe(value)])[1:]

    def _field(self, name: str) -> AnyField:
        return self.kind.FIELDS[name]

    def _safe(self, value: object) -> object:
        """A value in whose texts nothing is a fence or hidden."""
        match value:
            case str():
                self.fenced = self.fenced or _FENCE in value
                return _COLONS.sub(lambda found: f"{found[0]} ", one_line(tidy(value)))
            case list():
                return [self._safe(one) for one in value]
            case dict():
                return {name: self._safe(one) for name, one in value.items()}
        return value

    def quote(self, said: str, indent: int = 0) -> None:
        """The words of the text that the next lines stand for."""
        self.fenced = self.fenced or _FENCE in said
        for line in said.split("\n"):
            self._comment(line, "# ", indent)

    def doubt(self, doubt: Doubt, indent: int = 0) -> None:
        """A doubt about the next line."""
        self.marks.append(Mark(len(self.lines) + 1, doubt))
        self._comment(doubt.told(self.t), "# ? ", indent)

    def _comment(self, text: str, mark: str, indent: int) -> None:
        begin = f"{' ' * indent}{mark}"
        for number, part in enumerate(_wrapped(harmless(text), _WIDE - len(begin))):
            self.lines.append(f"{begin}{part}" if number == 0 else f"{' ' * indent}#   {part}")

    def end_header(self) -> None:
        """The end of the front matter."""
        self.lines += ["---", ""]

    def body(self, text: str) -> None:
        """The text."""
        self.lines += [*text.split("\n"), ""] if text else []

    def aside(self, doubt: Doubt, *, marked: bool = True) -> None:
        """A remark below the text, which no document shows."""
        if marked:
            self.marks.append(Mark(len(self.lines) + 1, doubt))
        said = harmless(doubt.told(self.t)).replace("--", "- -").replace(">", "›")
        self.lines += [f"<!-- ? {said} -->", ""]

    @property
    def text(self) -> str:
        """The whole file."""
        return "\n".join(self.lines).rstrip("\n") + "\n"


def _said(fact: str | int | EdtfDate, language: Language) -> str | int:
    return say_date(fact, language, weekday=True) if isinstance(fact, EdtfDate) else fact


def harmless(text: str) -> str:
    """A text as a remark may hold it: in one line, and nothing in it is a fence or silences a check."""
    return _COLONS.sub(lambda found: f"{found[0]} ", one_line(tidy(text)).replace("traite: ignore", "traite : ignore"))


def _wrapped(text: str, wide: int) -> Sequence[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + len(word) < wide:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
