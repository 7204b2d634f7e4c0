"""vCard 4 (RFC 6350): people and organisations for an address book, with the functions held on the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from traite_cli.asking.exporting import Export
from traite_cli.asking.exporting._identity import identity
from traite_cli.asking.exporting._unseen import without_unseen
from traite_cli.kinds import ContactDetail, Organisation, Person, Record
from traite_cli.language import fold, sorted_as
from traite_cli.repository import memberships_on, sorting_name

NAME, ENDING = "contacts", "vcf"
_MOST_OCTETS = 75
R = TypeVar("R", bound=Record)
_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
_REACHED_BY = {
    **dict.fromkeys(("email", "mail", "courriel", "e-mail", "mel"), "EMAIL"),
    **dict.fromkeys(("phone", "tel", "telephone", "voice", "fixe"), "TEL;TYPE=voice"),
    **dict.fromkeys(("mobile", "cell", "portable"), "TEL;TYPE=cell"),
    **dict.fromkeys(("fax", "telecopie"), "TEL;TYPE=fax"),
    **dict.fromkeys(("url", "site", "website", "web"), "URL"),
    **dict.fromkeys(("address", "adresse"), "ADR"),
}
"""What a way to reach somebody is in an address book, by its folded name; others become notes."""


def write(export: Export) -> bytes:
    """A card for each person, then for each organisation."""
    cards = (
        *(_person(export, one) for one in _in_order(export.repository.of(Person).values())),
        *(_organisation(export, one) for one in _in_order(export.repository.of(Organisation).values())),
    )
    return "".join(_folded(line) for card in cards for line in card).encode("utf-8", "replace")


def _in_order(records: Iterable[R]) -> list[R]:
    """As a directory has them; what is called alike, by its file."""
    return sorted(records, key=lambda one: (sorted_as(sorting_name(one)), one.slug))


def _person(export: Export, person: Person) -> Iterator[str]:
    yield from _begun(export, person, "individual")
    if name := _name(person):
        yield f"N:{name}"
    if person.other_names:
        yield f"NICKNAME:{_list(person.other_names)}"
    for number, held in enumerate(memberships_on(person, export.day), start=1):
        organisation = export.repository.get(Organisation, held.organisation)
        if organisation is not None:
            yield f"f{number}.ORG:{_text(organisation.label)}"
        if held.role:
            yield f"f{number}.TITLE:{_text(held.role)}"
    for detail in person.contact_details:
        yield from _contact(detail)
    yield from _ended(person)


def _name(person: Person) -> str:
    """Family name, given names and honorific, as far as the record tells them apart: by the comma of the name that it is sorted by."""
    family, comma, given = (person.sort_name or "").partition(",")
    parts = (family.strip() if comma else "", given.strip(), "", person.honorific or "", "")
    return ";".join(map(_text, parts)) if any(parts) else ""


def _organisation(export: Export, organisation: Organisation) -> Iterator[str]:
    yield from _begun(export, organisation, "org")
    yield f"ORG:{_text(organisation.label)}"
    if names := [*([organisation.acronym] if organisation.acronym else []), *organisation.other_names]:
        yield f"NICKNAME:{_list(names)}"
    if organisation.website:
        yield f"URL:{_value(organisation.website)}"
    yield from _ended(organisation)


def _begun(export: Export, record: Record, kind: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"X-TRAITE-AUDIENCE:{export.audience}"
    yield f"KIND:{kind}"
    yield f"UID:urn:uuid:{identity(export.repository.configuration, record)}"
    yield f"REV:{export.day.isoformat().replace('-', '')}T000000Z"
    yield f"FN:{_text(record.label)}"


def _ended(record: Record) -> Iterator[str]:
    yield from (f"URL:{_value(one.url)}" for one in record.links if one.url)
    yield "END:VCARD"


def _contact(detail: ContactDetail) -> Iterator[str]:
    value = detail.value or ""
    match _REACHED_BY.get(fold(detail.type or "")):
        case None:
            yield f"NOTE:{_text(f'{detail.type} : {value}')}"
        case "ADR":
            # The parts of an address are not told apart: the whole of it stands where the street does.
            yield f"ADR:;;{_text(value)};;;;"
        case "URL":
            yield f"URL:{_value(value)}"
        case name:
            yield f"{name}:{_text(value)}"


def _list(texts: Iterable[str]) -> str:
    return ",".join(map(_text, texts))


def _text(text: str) -> str:
    return _value(text).translate(_ESCAPED)


def _value(text: str) -> str:
    """A value without what no card may hold."""
    return without_unseen(text).replace("\t", "")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, no character cut in two (RFC 6350, 3.2)."""
    pieces: list[str] = []
    piece, octets = "", 0
    for character in line:
        length = len(character.encode("utf-8", "replace"))
        if octets + length > _MOST_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += character
        octets += length
    return "\r\n".join([*pieces, piece]) + "\r\n"
