"""The lists of a meeting's record, with the words of the text above each entry, and what is doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from traite_cli.kinds import Meeting, Organisation, Person, Record
from traite_cli.language import N_, fold, is_function, words
from traite_cli.repository import Repository, affiliation, role_in, spellings, standing_on
from traite_cli.writing.importing.acquaintance import Acquaintance, bare, without_address
from traite_cli.writing.importing.attendance import Group
from traite_cli.writing.importing.entries import Named
from traite_cli.writing.importing.page import Doubt

_FIELD = {
    "present": "participants",
    "named": "participants",
    "guests": "interlocutors",
    "excused": "excused",
    "absent": "excused",
    "represented": "represented",
}
_INSTITUTIONS = frozenset({"ministry", "public-body", "international-organisation"})
_FROM_AFAR = re.compile(
    r"(?:a distance|en (?:visio\w*|ligne|distanciel|presentiel)|par (?:visio\w*|telephone|skype|zoom)|au telephone|visio\w*|distanciel"
    r"|remote(?:ly)?|online|by (?:phone|telephone|video)|on the phone|via (?:zoom|teams|skype|jitsi))\b"
)
_MOST_NEAR = 3
_UNKNOWN = N_("{name}: no record has this name")
_NEAR = N_("{name}: no record has this name; perhaps {near}")
UNKNOWN = frozenset({_UNKNOWN, _NEAR})
"""What is told of names that are in no record."""
_TAKEN = N_("{name}: taken for {near}, whose name is nearly the same; if it is another, it needs a record of its own")
_SEVERAL = N_("{name}: several records may be meant: {near}")
_NO_ORGANISATION = N_("{name}: no record of an organisation is called “{organisation}”")
_LIKELY = N_("{name}: is “{organisation}” {near}? if so, put that one there; if not, traite new-organisation makes its record")
_NOT_UNDERSTOOD = N_("no name is understood in this line: {line}")
_HOLDER = N_("{name} gave a proxy; who holds it is in no record: {holder}")
_ABSENT = N_("{name}: listed as absent, without a word of apologies")
_MET = N_("{name} is of an institution, and is listed among the people met")
_NAMED = N_("{name} is named at the beginning of the text, and no list says who was there")
ABSENT_NOTE = N_("absence")


class Entry(NamedTuple):
    """An entry of a list of a record: its values, or none where nobody was recognised, and what is doubtful about it."""

    values: dict[str, str]
    doubts: tuple[Doubt, ...] = ()


class Line(NamedTuple):
    """A line of the text, as it is written there, and the entries that it makes; ``said`` is '' where the text still holds it."""

    said: str
    entries: tuple[Entry, ...]


def people_lines(repository: Repository, known: Acquaintance, groups: Sequence[Group], day: date) -> dict[str, list[Line]]:
    """The lines of each list, by the field of the record."""
    return _Lists(repository, known, day).of(groups)


class _Lists:
    def __init__(self, repository: Repository, known: Acquaintance, day: date) -> None:
        self.repository = repository
        self.known = known
        self.day = day
        self.listed: set[str] = set()
        self.gave: frozenset[str] = frozenset()
        """Those who gave a proxy: they are no more listed among the excused."""

    def of(self, groups: Sequence[Group]) -> dict[str, list[Line]]:
        self.gave = frozenset(self._key(one) for group in groups for one in group.named if one.proxy)
        lines: dict[str, list[Line]] = {name: [] for name in Meeting.FIELDS if name in _FIELD.values()}
        pending: list[str] = []
        for group in groups:
            if not group.named:
                heads = [*pending, group.said]
                pending = heads if _is_head(group.said) or not group.status else []
                if not pending:
                    lines[_FIELD.get(group.status, "participants")].append(Line("\n".join(heads), (self._not_understood(group.said),)))
                continue
            found: dict[str, list[Entry]] = {}
            for named in group.named:
                name, entry = self._entry(named, named.status or group.status)
                found.setdefault(name, []).append(entry)
            said = "" if group.copied else "\n".join([*pending, group.said])
            pending = []
            for number, (name, entries) in enumerate(found.items()):
                lines[name].append(Line(said if number == 0 else "", tuple(entries)))
        if pending:
            lines["participants"].append(Line("\n".join(pending), ()))
        return {name: found for name, found in lines.items() if found}

    def _not_understood(self, said: str) -> Entry:
        return Entry({}, (Doubt(_NOT_UNDERSTOOD, {"line": _cut(said)}),))

    def _key(self, named: Named) -> str:
        found = self.known.person(named.name).found
        return found.slug if found is not None else " ".join(words(bare(named.name)))

    def _entry(self, named: Named, status: str) -> tuple[str, Entry]:
        field = _FIELD.get(status, "participants")
        if field == "excused" and not named.proxy and self._key(named) in self.gave:
            return field, Entry({})
        values, doubts = self._who(named)
        who = values.get("person") or values.get("organisation", "")
        if who in self.listed:
            return field, Entry({}, tuple(doubt for doubt in doubts if doubt.message == _TAKEN))
        self.listed |= {who} if who and "person" in values else set()
        if values:
            met = self._among(field, values)
            doubts += [Doubt(_MET, {"name": named.name})] if met != field and status != "named" else []
            field = met
            if status == "absent":
                values["note"] = ABSENT_NOTE
                doubts.append(Doubt(_ABSENT, {"name": named.name}))
            if status == "named":
                doubts.append(Doubt(_NAMED, {"name": named.name}))
            if named.proxy:
                doubts += self._holder(named, values)
        return field, Entry(values, tuple(doubts))

    def _who(self, named: Named) -> tuple[dict[str, str], list[Doubt]]:
        """The values that say who is meant, none where nobody is known, and what is doubtful about them."""
        organisation, role, note, unknown = self._behind(named)
        person = self.known.person(named.name)
        unknown = [one for one in unknown if not self._is_own(person.found, one)]
        made_at, doubts = (organisation.slug, []) if organisation is not None else self._made_at(named.name, unknown)
        body = self.known.organisation(named.name) if person.found is None else None
        if isinstance(person.found, Person):
            values = self._of_person(person.found, organisation, role)
            made_at = values.get("organisation", "") or (made_at if organisation is None else "")
            values |= {"organisation": made_at} if made_at else {}
            doubts += self._of_unknown(named, person.found, unknown) if not made_at and not doubts else []
        elif body is not None and isinstance(body.found, Organisation):
            values = {"organisation": body.found.slug}
        elif taken := self.known.taken_for(named.name, Person.KIND):
            values = {"person": taken.slug} | ({"organisation": made_at} if made_at else {})
            doubts.append(_taken(named.name, taken))
        elif slug := self.known.new_person(named.name, made_at):
            values = {"person": slug} | ({"role": role} if role else {})
            doubts += self._of_made(named, slug)
        else:
            return {}, [*doubts, self._unknown(named)]
        return values | ({"note": note} if note else {}), doubts

    def _is_own(self, person: Record | None, said: str) -> bool:
        """Whether a name that no record has may be that of the organisation of which somebody is a member: then it is meant."""
        own = affiliation(self.repository, person, self.day) if isinstance(person, Person) else ()
        return bool(own) and not {one.slug for one in self.known.likely(said)}.isdisjoint(
            ref.slug for one in own if (ref := one.organisation)
        )

    def _made_at(self, name: str, unknown: Sequence[str]) -> tuple[str, list[Doubt]]:
        """The organisation that stands behind a name and is in no record, where records are made, or one is nearly called so."""
        said = unknown[0] if unknown else ""
        if slug := self.known.said_to_be(said):
            return slug, []
        taken = self.known.taken_for(said, Organisation.KIND) if said else None
        if taken is not None:
            return taken.slug, [_taken(said, taken)]
        made = self.known.new_organisation(said) if said else ""
        likely = self.known.likely(said)[:_MOST_NEAR] if said and not made else ()
        near = ", ".join(f"{one.label} ({one.slug})" for one in likely)
        return made, [Doubt(_LIKELY, {"name": name, "organisation": said, "near": near})] if likely else []

    def _of_made(self, named: Named, slug: str) -> Iterator[Doubt]:
        """What is said where the record that the same text made for another spelling is taken."""
        name = self.known.name_made(slug)
        if not set(words(without_address(named.name))) <= set(words(name)):
            yield Doubt(_TAKEN, {"name": named.name, "near": f"{name} ({slug})"})

    def _unknown(self, named: Named) -> Doubt:
        person, body = self.known.person(named.name), self.known.organisation(named.name)
        told = person.ambiguous or body.ambiguous
        near = told or person.proposals[:_MOST_NEAR] or body.proposals[:_MOST_NEAR]
        return Doubt(_SEVERAL if told else _NEAR if near else _UNKNOWN, {"name": _whole(named), "near": _names(near)})

    def _behind(self, named: Named) -> tuple[Organisation | None, str, str, list[str]]:
        """What stands behind a name: the organisation, the function, the way in which somebody was there, and what is none of these."""
        organisation: Organisation | None = None
        role, note, unknown = "", "", []
        for text in named.behind:
            if _FROM_AFAR.match(fold(text)):
                note = text
                continue
            found = self.known.organisation_in(text) if organisation is None else None
            if found is not None:
                organisation = found
                rest = text.partition(",")[0].strip()
                role = role or (rest if is_function(rest) and self.known.organisation_in(rest) is None else "")
            elif is_function(text) or text[:1].islower():
                role = role or text
            else:
                unknown.append(text)
        return organisation, role, note, unknown

    def _of_person(self, person: Person, organisation: Organisation | None, role: str) -> dict[str, str]:
        values = {"person": person.slug}
        own = affiliation(self.repository, person, self.day)
        slugs = {one.organisation.slug for one in own if one.organisation is not None}
        if organisation is not None and slugs != {organisation.slug} and organisation.slug != self.repository.configuration.organisation:
            values["organisation"] = organisation.slug
        elif organisation is None and len(slugs) > 1:
            values["organisation"] = min(slugs)
        if role and fold(role) != fold(role_in(person, organisation, self.day)):
            values["role"] = role
        return values

    def _of_unknown(self, named: Named, person: Person, unknown: Sequence[str]) -> Iterator[Doubt]:
        for text in unknown:
            if not self._says_own(person, text):
                yield Doubt(_NO_ORGANISATION, {"name": named.name, "organisation": text})

    def _says_own(self, person: Person, text: str) -> bool:
        own = [one.organisation for one in affiliation(self.repository, person, self.day) if one.organisation is not None]
        records = [self.repository.get(Organisation, ref) for ref in own]
        return any(record is not None and set(words(text)) & set(words(record.label)) for record in records)

    def _among(self, field: str, values: dict[str, str]) -> str:
        """Somebody from an institution, who is no member, was met."""
        if field != "participants":
            return field
        organisation = self._institution(values)
        if organisation is None:
            return field
        standing = standing_on(organisation, self.day)
        if standing is not None and standing.status in {"member", "coordinator", "observer"}:
            return field
        return "interlocutors"

    def _institution(self, values: dict[str, str]) -> Organisation | None:
        slug = values.get("organisation", "")
        if not slug and "person" in values:
            person = self.repository.of(Person).get(values["person"])
            own = affiliation(self.repository, person, self.day) if person is not None else ()
            slug = own[0].organisation.slug if own and own[0].organisation is not None else ""
        found = self.repository.of(Organisation).get(slug)
        return found if found is not None and found.classification in _INSTITUTIONS else None

    def _holder(self, named: Named, values: dict[str, str]) -> Iterator[Doubt]:
        holder = self.known.person(named.proxy).found or self.known.taken_for(named.proxy, Person.KIND)
        slug = holder.slug if isinstance(holder, Person) else self.known.new_person(named.proxy, "")
        if slug:
            values["by"] = slug
        else:
            yield Doubt(_HOLDER, {"name": named.name, "holder": named.proxy})


def _taken(said: str, record: Record) -> Doubt:
    return Doubt(_TAKEN, {"name": said, "near": _names((record,))})


def _is_head(said: str) -> bool:
    """Whether a line without a name announces the names below it: it is short, or a row of heads."""
    return len(words(said)) <= 8 or "|" in said  # noqa: PLR2004 - a lead-in


def _whole(named: Named) -> str:
    return f"{named.name} ({', '.join(named.behind)})" if named.behind else named.name


def _names(records: Sequence[Record]) -> str:
    return ", ".join(f"{record.label} ({record.slug})" for record in records)


def _cut(said: str) -> str:
    text = re.sub(r"\s+", " ", said)
    return text if len(text) <= 80 else f"{text[:80].rsplit(' ', 1)[0]} […]"  # noqa: PLR2004 - as much as is needed to find it


def named_at_the_beginning(repository: Repository, text: str) -> list[Group]:
    """Those whom records know and a title or a first paragraph names: they may have been there."""
    said = f" {' '.join(words(text))} "
    found: list[tuple[int, Named]] = []
    for person in repository.of(Person).values():
        places = [said.find(f" {' '.join(words(spelling))} ") for spelling in spellings(person) if len(words(spelling)) > 1]
        at = min((place for place in places if place >= 0), default=-1)
        if at >= 0:
            found.append((at, Named(person.label)))
    return [Group("", "named", (named,), copied=True) for _, named in sorted(found, key=lambda one: one[0])]
