"""Who was there, and who was not, as a text lists it: under a heading, behind a colon, a name to a line, in a table.

What is understood is taken out of the text, line by line; a line in which no name is met stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from traite_cli.language import fold, words
from traite_cli.syntax import Chunk, text_chunk
from traite_cli.writing.importing.attendance_tables import table_rows
from traite_cli.writing.importing.entries import Known, Named, named_in, unmarked
from traite_cli.writing.importing.labels import is_about_people, is_of_some, label_of, lead_in, parted
from traite_cli.writing.importing.name_signs import is_function

_MOST_WORDS = 14
_SHORT = 60
_NAME = r"(?:M\.|Mme|Mlle|Mr|Mrs|Ms|Cllr)?\s?[A-ZÉÈ][\w’'-]+(?: (?:de |du |d['’]|le |la )?[A-ZÉÈ][\w’'-]+){0,3}"
_PROSE = re.compile(
    rf"(?P<who>{_NAME}),?(?: (?:[a-zé ]{{3,40}}),)? (?:(?:a|ayant|qui a) donné|donne|donnant|gave|has given|gives)\s+"
    rf"(?:son |sa |his |her |their )?(?:pouvoir|procuration|mandat|proxy)\s+(?:à|to)\s+(?P<by>{_NAME})"
)
_MAY_PROXY = ("pouvoir", "procuration", "mandat", "proxy")
_OTHERS = re.compile(
    r"\W*(?:prise de notes?|redact|redig|anim|releve par|scribe|moderat|quorum|ouverture|debut|fin |objet|sujet|rapport|reunion|seance)"
)
_LETTERS = re.compile(r"[^\W\d_]")


class Group(NamedTuple):
    """A line of the text, and whom it names; ``label`` is what announced it. A line that was ``copied`` still stands in the text."""

    said: str
    status: str
    named: tuple[Named, ...]
    copied: bool = False


class Attendance(NamedTuple):
    """Who is listed, in order, and what is left of the text."""

    groups: tuple[Group, ...]
    body: tuple[Chunk, ...]


def attendance(chunks: Sequence[Chunk], known: Known) -> Attendance:
    """The lists of people in a text."""
    reader = _Reader(chunks, known)
    reader.read()
    groups = [*reader.groups, *_proxies(reader.body)]
    return Attendance(tuple(groups), tuple(reader.body))


def _proxies(body: Sequence[Chunk]) -> Iterator[Group]:
    """« Mme Petit donne pouvoir à M. Durand » in the midst of a text."""
    for chunk in body:
        if chunk.kind in {"text", "list"} and any(sign in chunk.written for sign in _MAY_PROXY):
            for found in _PROSE.finditer(" ".join(chunk.written.split())):
                named = Named(found["who"].strip(), proxy=found["by"].strip(), status="represented")
                yield Group(found[0], "represented", (named,), copied=True)


class _Reader:
    """Goes through the chunks once. ``status`` is what the last heading or lead-in announced, while names go on to follow."""

    def __init__(self, chunks: Sequence[Chunk], known: Known) -> None:
        self.chunks = chunks
        self.known = known
        self.groups: list[Group] = []
        self.body: list[Chunk] = []
        self.status = ""
        self.announced: Chunk | None = None
        """The heading or line that announced it: it goes with the first name, and stays where none follows."""
        self.inline = False
        """Whether names stood behind what announced them: then the list below is another one."""

    def read(self) -> None:
        for chunk in self.chunks:
            if chunk.kind == "heading":
                self._heading(chunk)
            elif not self._chunk(chunk):
                self._leave()
                self.body.append(chunk)
        self._leave()

    def _heading(self, chunk: Chunk) -> None:
        label = label_of(chunk.text)
        if label is not None and is_about_people(label.name) and label.rest and self._line(chunk.text):
            return
        name = lead_in(chunk.text)
        self._leave()
        if is_about_people(name):
            self._announce(name, chunk)
        else:
            self.body.append(chunk)

    def _announce(self, status: str, chunk: Chunk) -> None:
        self._leave()
        self.status, self.announced, self.inline = status, chunk, False

    def _leave(self) -> None:
        """No more names follow: what announced them, and had none, is text."""
        if self.announced is not None:
            self.body.append(self.announced)
        self.status, self.announced, self.inline = "", None, False

    def _take(self, group: Group) -> None:
        if self.announced is not None:
            self.groups.append(Group(self.announced.written.lstrip("# ").strip(), group.status, ()))
            self.announced = None
        self.groups.append(group)

    def _chunk(self, chunk: Chunk) -> bool:
        match chunk.kind:
            case "text":
                return self._text(chunk)
            case "list":
                return self._list(chunk)
            case "table":
                return self._table(chunk)
            case "comment":
                # A remark of whoever wrote the list, about its signs.
                self.body.append(chunk)
                return True
        return False

    def _text(self, chunk: Chunk) -> bool:
        lines = [part for line in chunk.sentences for part in parted(line)]
        if self.status and self.announced is None and not all(map(self._may_go_on, lines)):
            # A paragraph behind names is one of names as a whole, or none.
            self._leave()
        kept: list[str] = []
        for line in lines:
            if not self._line(line):
                kept.append(line)
                self._leave()
        if len(kept) == len(lines):
            return False
        if kept:
            self.body.append(text_chunk(kept))
        if self.inline:
            self._leave()
        return True

    def _may_go_on(self, line: str) -> bool:
        label = label_of(line)
        return (label is not None and is_about_people(label.name)) or is_about_people(lead_in(line)) or bool(self._names_of(line))

    def _line(self, line: str) -> bool:
        """Whether a line was understood as one of names, or as what announces some."""
        label = label_of(line)
        if label is not None and is_about_people(label.name):
            named = tuple(named_in(label.rest, label.name, self.known, inline=True))
            if named:
                self._leave()
                self.status, self.inline = label.name, True
                self._take(Group(line, label.name, named))
                return True
            if not _LETTERS.search(label.rest):
                self._announce(label.name, Chunk("text", (line,)))
                return True
            return False
        if label is None and is_about_people(name := lead_in(line)) and len(line) < _SHORT:
            self._announce(name, Chunk("text", (line,)))
            return True
        named = self._names_of(line) if self.status else ()
        if named:
            self._take(Group(line, self.status, named))
        return bool(named)

    def _names_of(self, line: str) -> tuple[Named, ...]:
        """Whom a line by itself names, where names are expected."""
        head, colon, rest = line.partition(":")
        if (colon and is_function(unmarked(head))) or lead_in(line) or _OTHERS.match(fold(line)):
            return ()
        if colon and is_of_some(head):
            return tuple(one._replace(status=one.status or "present") for one in named_in(rest, "present", self.known, inline=True))
        is_sentence = line.rstrip(" *_").endswith((".", "?", "!", ":")) and not line.rstrip().endswith("etc.")
        if len(line.split()) > _MOST_WORDS or is_sentence:
            return ()
        is_list = "," in line and "(" not in line and self.announced is not None
        return tuple(named_in(line, self.status, self.known, inline=is_list))

    def _list(self, chunk: Chunk) -> bool:
        items = chunk.items
        first = label_of(items[0].text) if items else None
        if not self.status and not (first is not None and is_about_people(first.name)):
            return False
        found: list[Group] = []
        status, above = self.status, ""
        missed = 0
        for number, item in enumerate(items):
            label = label_of(item.text)
            if label is not None and is_about_people(label.name):
                status, text, inline = label.name, label.rest, True
                if not text:
                    found.append(Group(item.text, status, ()))
                    continue
            else:
                text, inline = item.text, False
            is_head = number + 1 < len(items) and items[number + 1].depth > item.depth and not self.known.is_person(text)
            if is_head and item.depth == 1:
                above = text.rstrip(" :")
                found.append(Group(item.text, status, ()))
                continue
            named = named_in(text, status, self.known, inline=inline) if status else []
            if above and item.depth > 1:
                named = [one._replace(behind=(*one.behind, above)) for one in named]
            missed += not named
            found.append(Group(item.text, status, tuple(named)))
        if not any(group.named for group in found) or missed * 3 > len(items):
            return False
        for group in found:
            self._take(group)
        self.status = status
        return True

    def _table(self, chunk: Chunk) -> bool:
        rows = table_rows(chunk.rows, self.status, self.known)
        if not rows:
            return False
        told = {" ".join(words(said)) for said, _, _ in rows}
        for line in chunk.lines:
            # A row whose cells hold more than they show, as a link does, is quoted as it stands.
            cells = words(unescape(line))
            if cells and " ".join(cells) not in told:
                self._take(Group(line, "", ()))
        for said, status, named in rows:
            self._take(Group(said, status, named))
        self._leave()
        return True
