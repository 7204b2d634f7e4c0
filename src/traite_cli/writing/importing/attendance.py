"""Who was there, and who was not, as a text lists it: under a heading, behind a colon, a name to a line, in a table.

What is understood is taken out of the text, line by line; a line in which no name is met stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from traite_cli.language import fold, in_small_letters, is_function, words
from traite_cli.syntax import Chunk, Item, text_chunk
from traite_cli.writing.importing.attendance_tables import table_rows
from traite_cli.writing.importing.entries import Known, Named, named_in, unmarked
from traite_cli.writing.importing.labels import is_about_people, is_of_some, label_of, lead_in, parted
from traite_cli.writing.importing.name_signs import GIVEN_BY, HONORIFIC
from traite_cli.writing.importing.sides import side_in

_MOST_WORDS = 14
_SHORT = 60
_MOST_BEFORE = 3
"""So many paragraphs may stand before those who met."""
_SHORT_HEAD = 8
_SHORT_SENTENCE = 9
_NAME = r"(?:M\.|Mme|Mlle|Mr|Mrs|Ms|Cllr)?\s?[A-ZÉÈ][\w’'-]+(?: (?:de |du |d['’]|le |la )?[A-ZÉÈ][\w’'-]+){0,3}"
_PROSE = re.compile(
    rf"(?P<who>{_NAME}),?(?: (?:[a-zé ]{{3,40}}),)? (?:(?:a|ayant|qui a) donné|donne|donnant|gave|has given|gives)\s+"
    rf"(?:son |sa |his |her |their )?(?:pouvoir|procuration|mandat|proxy)\s+(?:à|a|to)\s+(?P<by>{_NAME})"
)
_MAY_TELL = (
    "xcus",
    "bsent",
    "résent",
    "pologies",
    "egrets",
    " dont ",
    "parmi lesquel",
    " including ",
    "pouvoir",
    "procuration",
    "mandat",
    "proxy",
)
_OTHERS = re.compile(
    r"\W*(?:prise de notes?|note[- ]?tak|notes? (?:by|par)|minute[- ]?tak|minutes taken|facilit|recorder|redact|redig|anim|releve par"
    r"|pv\b|scribe|moderat|quorum|ouverture|debut|fin |objet|sujet|rapport|reunion|seance)"
)
_RECEIVED = re.compile(
    r"\b(?:[Aa]pologies|[Rr]egrets)(?: for absence)? (?:were|was|have been|had been) (?:received|given|offered|tendered|accepted|sent)"
    r"(?: and accepted)? (?:from|by) (?P<who>(?:[^.\n]|(?<=\b[A-Z])\.|(?<=Mr)\.|(?<=Mrs)\.|(?<=Ms)\.|(?<=Dr)\.|(?<=Cllr)\.){3,300})"
)
"""« Apologies were received from Mr. T. Jones and K. White »."""
_AMONG = re.compile(
    r"\b(?:[Nn]ous étions|[Oo]n était|[Éé]taient (?:là|présents?)|[Pp]articipants|[Ww]e were|attended by)\b"
    r"[^.:]{0,60}?,? (?:dont|parmi lesquel\w+|including) "
    r"(?P<who>(?:[^.\n]|(?<=\bM)\.|(?<=\bMM)\.|(?<=Mr)\.|(?<=Mrs)\.|(?<=Dr)\.){3,300})"
)
"""« Nous étions une quinzaine, dont Mme Leroux et M. Tessier »."""
_COUNTED = re.compile(
    r"\d+ (?:(?:autres |other )?(?:membres?|personnes?|conseill\w+|members?|people) )?"
    r"(?P<status>excus|absent|présent|present|représent)[\w·]*"
    r"\s*[(:]\s*(?P<who>(?-i:(?=[A-ZÀ-Þ]))[^()\n]{3,300})\)?",
    re.IGNORECASE,
)
"""« 6 excusés (Mmes Favre, Jaquet, M. Bovay) »."""
_HOLDING = re.compile(
    rf"(?P<by>{_NAME}) (?:holds|held|détient|détenait|porte|portait) (?:a |the |le |un )?(?:pouvoir|procuration|mandat|proxy) "
    rf"(?:de |d['’]|pour |for |of |from )(?P<who>{_NAME})"
)
_OFFICE = re.compile(
    r"(?:(?<!\w)(?:présidence|président(?:e)?(?: de (?:la )?séance)?|secrétaire(?: de (?:la )?séance)?|animation|prise de notes"
    r"|chair(?:man|woman|person)?|minutes(?: taken by)?|note[- ]taker|facilitator)\s*:\s*"
    r"|\b(?:présidée? par|sous la présidence de|assistée? de|chaired by)\s+)"
    rf"(?!L[ae]s? )(?P<who>(?-i:{_NAME}))",
    re.IGNORECASE,
)
"""« Présidence : M. Rochat », « présidée par Mme Rousset »."""
_FOR = re.compile(r"(?:pour|for|de|d[’'])\s+(?:la |le |les |l[’']|the )?|(?:de la |du |des |de l[’'])", re.IGNORECASE)
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
    groups = [*reader.groups, *_told(reader.body, known)]
    if not any(group.named and (group.status == "present") for group in groups):
        groups += _in_office(reader.body, known)
    return Attendance(tuple(groups), tuple(reader.body))


def _even(said: str) -> str:
    """A line without marks that were left alone where it was parted from another."""
    return said.replace("**", "") if said.count("**") % 2 else said.rstrip("\\")


def _numbered(item: Item) -> str:
    """An item as it is quoted: with its number, which is a word."""
    return f"{item.mark} {item.text}" if item.mark[0].isdigit() else item.text


def _is_sentence(line: str) -> bool:
    """Whether a line ends as sentences do; a name with a stop behind it is short, and has none within."""
    said = line.rstrip(" *_")
    if said.endswith("etc."):
        return False
    capitals = sum(word[:1].isupper() for word in said.split())
    most = _SHORT_SENTENCE if HONORIFIC.match(said) else _SHORT_SENTENCE // 2 if capitals > 1 else 0
    return said.endswith(("?", "!", ":")) or (said.endswith(".") and len(said.split()) > most)


def _is_office(head: str) -> bool:
    """Whether what stands before a colon is a function, as « Secrétaire de séance » is, and « Médecins du Monde » or « DGS » are not."""
    own = [word for word in head.split()[1:] if fold(word) not in {"seance", "session", "meeting"}]
    return is_function(head) and not head.isupper() and not any(word[:1].isupper() for word in own)


def _told(body: Sequence[Chunk], known: Known) -> Iterator[Group]:
    """« Mme Petit donne pouvoir à M. Durand », "apologies were received from Mr Jones": what the midst of a text says."""
    for chunk in body:
        written = in_small_letters(chunk.written) if chunk.kind in {"text", "list"} else ""
        if any(sign in written for sign in _MAY_TELL):
            said = " ".join(written.split())
            for found in (*_PROSE.finditer(said), *_HOLDING.finditer(said)):
                named = Named(found["who"].strip(), proxy=found["by"].strip(), status="represented")
                yield Group(found[0], "represented", (named,), copied=True)
            for found in _COUNTED.finditer(said):
                status = {"e": "excused", "a": "absent", "p": "present", "r": "represented"}[found["status"][0].lower()]
                named_here = tuple(named_in(found["who"], status, known, inline=True))
                yield from [Group(found[0], status, named_here, copied=True)] if named_here else []
            for status, pattern in (("excused", _RECEIVED), ("present", _AMONG)):
                for found in pattern.finditer(said):
                    named_here = tuple(named_in(found["who"], status, known, inline=True))
                    yield from [Group(found[0], status, named_here, copied=True)] if named_here else []


def _in_office(body: Sequence[Chunk], known: Known) -> Iterator[Group]:
    """Who was in the chair, and who took the minutes, where no list says who was there."""
    for chunk in body:
        for line in chunk.sentences if chunk.kind == "text" else [item.text for item in chunk.items]:
            for found in _OFFICE.finditer(unmarked(line)):
                named = tuple(named_in(found["who"], "present", known, inline=False))
                yield from [Group(found[0], "present", named, copied=True)] if named else []


class _Reader:
    """Goes through the chunks once. ``status`` is what the last heading or lead-in announced, while names go on to follow."""

    def __init__(self, chunks: Sequence[Chunk], known: Known) -> None:
        self.chunks = chunks
        self.known = known
        self.groups: list[Group] = []
        self.body: list[Chunk] = []
        self.status = ""
        self.announced: list[Chunk] = []
        """The headings or lines that announced it: they go with the first name, and stay where none follows."""
        self.level = 0
        """That of the heading that announced it."""
        self.under = ""
        """The head below it whose names these are: « Pour la direction : », « CFDT »."""
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
        if label is not None and is_about_people(label.name) and label.rest and self._text(text_chunk([chunk.text])):
            return
        name = lead_in(chunk.text)
        if not name and self.level and chunk.level > self.level and self._may_head(chunk.text):
            self._head(chunk.text, chunk)
            return
        self._leave()
        if is_about_people(name):
            self._announce(name, chunk)
            self.level = chunk.level
        else:
            self.body.append(chunk)

    def _announce(self, status: str, chunk: Chunk) -> None:
        self._leave()
        self.status, self.announced, self.inline = status, [chunk], False

    def _may_head(self, text: str) -> bool:
        """Whether a short line may say whose names follow it: the first ones, or more of them where others stood under such a line."""
        said = unmarked(text).rstrip(" :")
        is_begun = bool(self.announced or self.under) or is_of_some(said)
        return is_begun and 0 < len(words(said)) <= _SHORT_HEAD and not _OTHERS.match(fold(said))

    def _head(self, text: str, chunk: Chunk) -> None:
        self.announced.append(chunk)
        said = _FOR.sub("", unmarked(text).rstrip(" :"))
        self.under = said if not is_of_some(said) else " "

    def _leave(self) -> None:
        """No more names follow: what announced them, and had none, is text."""
        self.body += self.announced
        self.status, self.announced, self.inline = "", [], False
        self.level, self.under = 0, ""

    def _take(self, group: Group) -> None:
        self.groups += [Group(_even(one.written.lstrip("# ").strip()), group.status, ()) for one in self.announced]
        self.announced = []
        above = self.under.strip()
        named = tuple(one._replace(behind=(*one.behind, above)) for one in group.named) if above else group.named
        self.groups.append(group._replace(said=_even(group.said), named=named))

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
        if self.status and not self.announced and not all(map(self._may_go_on, lines)):
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
        if (label is not None and is_about_people(label.name)) or is_about_people(lead_in(line)):
            return True
        return bool(self._names_of(line)) or self._is_head(line)

    def _is_head(self, line: str) -> bool:
        return bool(self.status) and line.rstrip(" *_").endswith(":") and not lead_in(line) and self._may_head(line)

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
        if self._is_head(line):
            self._head(line, Chunk("text", (line,)))
            return True
        group = self._side(line) or self._unlabelled(line)
        if group.named:
            self._take(group)
        return bool(group.named)

    def _side(self, line: str) -> Group | None:
        """« Pour la Ville : Sylvie Garnier », before the text begins."""
        if self.status or sum(chunk.kind != "heading" for chunk in self.body) > _MOST_BEFORE:
            return None
        status, named = side_in(line, self.known)
        return Group(line, status, named) if named else None

    def _unlabelled(self, line: str) -> Group:
        if GIVEN_BY.fullmatch(unmarked(line).rstrip(".")) and len(line) < 2 * _SHORT:
            return Group(line, "represented", tuple(named_in(line, "represented", self.known, inline=False)))
        return Group(line, self.status, self._names_of(line) if self.status else ())

    def _names_of(self, line: str) -> tuple[Named, ...]:
        """Whom a line by itself names, where names are expected."""
        head, colon, rest = line.partition(":")
        is_office = _is_office(unmarked(head).strip())
        if colon and is_office and head.split()[0].rstrip(" *_").endswith("s") and (HONORIFIC.match(rest.strip()) or "," in rest):
            # « Enseignants : Mmes Roche et Vidal » is a group, « Secrétaire : M. Blanc » an office.
            return tuple(named_in(rest, self.status, self.known, inline=True))
        if (colon and is_office) or lead_in(line) or _OTHERS.match(fold(line)) or (is_office and len(head.split()) == 1):
            return ()
        if colon and is_of_some(head):
            return tuple(one._replace(status=one.status or "present") for one in named_in(rest, "present", self.known, inline=True))
        if len(line.split()) > _MOST_WORDS * (3 if colon or line.count(",") > 1 else 1) or _is_sentence(line):
            return ()
        is_list = "," in line and bool(self.announced) and ("(" not in line or ")," in line)
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
                    found.append(Group(_numbered(item), status, ()))
                    continue
            else:
                text, inline = item.text, False
            is_head = number + 1 < len(items) and items[number + 1].depth > item.depth and not self.known.is_person(text)
            if is_head and item.depth == 1:
                above = text.rstrip(" :")
                found.append(Group(_numbered(item), status, ()))
                continue
            named = named_in(text, status, self.known, inline=inline) if status else []
            if above and item.depth > 1:
                named = [one._replace(behind=(*one.behind, above)) for one in named]
            missed += not named
            found.append(Group(_numbered(item), status, tuple(named)))
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
        told = f" {' '.join(word for said, _, _ in rows for word in words(said))} "
        for line in chunk.lines:
            # A row whose cells hold more than they show, as a link does, is quoted as it stands.
            cells = words(unescape(line))
            if cells and f" {' '.join(cells)} " not in told:
                self._take(Group(line, "", ()))
        for said, status, named in rows:
            self._take(Group(said, status, named))
        self._leave()
        return True
