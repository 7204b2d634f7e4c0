"""What a key that a block does not know was probably meant for: a field spelt otherwise, one of another place, or a derived fact.

A name that says exactly what it means goes before one that is only near: `status` of a commitment is no slip for `source`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.language import mistyped, nearest, words

if TYPE_CHECKING:
    from traite_cli.diagnostics import Fact
    from traite_cli.kinds.block import AnyField, Block

Kinds = Mapping[str, type["Block"]]


class Meant(NamedTuple):
    """What a key was meant for; nothing of it is set where nobody can say."""

    near: str = ""
    """A field of the same block under another name."""
    derived: str = ""
    """The sort of fact that traite works out by itself (a variant of ``derived-fact``)."""
    misplaced: str = ""
    """Where it belongs instead (a variant of ``misplaced-key``) …"""
    facts: Mapping[str, Fact] = MappingProxyType({})
    """… and the facts of it."""


def meant_by(key: str, around: Sequence[type[Block]], kinds: Kinds) -> Meant:
    """What a key was meant for; ``around`` are the block that it stands in and before it those around that one, the record first."""
    block, record = around[-1], around[0]
    name = "_".join(words(key))
    if name in block.FIELDS:
        return Meant(near=name)
    derived = _derived(name, record) if block is record else ""
    if derived:
        return Meant(derived=derived)
    other = OTHER_WORDS.get(name, "")
    if block is record:
        other = _NAMES.get(name, other) if _NAMES.get(name, "") in block.FIELDS else other
    if other in block.FIELDS:
        return Meant(near=other)
    return (
        _elsewhere_in_the_record(name, around)
        or _near(key, other, block.FIELDS)
        or _elsewhere_in_the_record(other, around)
        or _of_another_kind(name, record, block, kinds)
        or Meant()
    )


def certainly_meant(key: str, block: type[Block]) -> str:
    """The field of a block that a key can only mean, so that a machine may write it; '' for none, or for the one that says for whom."""
    other = OTHER_WORDS.get("_".join(words(key)), "")
    meant = other if other in block.FIELDS else mistyped(key, block.FIELDS)
    return "" if meant == "audience" else meant


def _near(key: str, other: str, known: Iterable[str]) -> Meant | None:
    names = list(known)
    near = next((found[0] for one in (key, other) if one and (found := nearest(one, names, most=1))), "")
    return Meant(near=near) if near else None


# --- another place ------------------------------------------------------------------------------------------------------------


def _elsewhere_in_the_record(name: str, around: Sequence[type[Block]]) -> Meant | None:
    """A field of the record given in an entry of a list, one of an entry given for the record, or the text itself."""
    block, record = around[-1], around[0]
    if block is record:
        lists = [one for one in _lists_with(name, record) if one != "links" or name == "url"]
        if name in _BODY or (name == "note" and len(lists) != 1):
            return Meant(misplaced="text")
        return _in_an_entry(name, record, lists) if lists else None
    if "audience" not in block.FIELDS and nearest(name, ("audience",), most=1):
        return Meant(misplaced="audience")
    if name in record.FIELDS:
        return Meant(misplaced="record")
    kin = [one for one in _lists_with(name, record) if issubclass(_block_of(record, one) or type(None), block)]
    return _in_an_entry(name, record, kin) if kin else None


def _lists_with(name: str, record: type[Block]) -> list[str]:
    """The fields of a record whose entries have a field of this name."""
    return [one for one in record.FIELDS if name in _fields_within(record, one)]


def _block_of(record: type[Block], name: str) -> type[Block] | None:
    """The block that each entry of a list is; None for a field that has none."""
    return getattr(record.FIELDS[name].type, "block", None)


def _fields_within(record: type[Block], name: str) -> Mapping[str, AnyField]:
    block = _block_of(record, name)
    return {} if block is None else block.FIELDS


def _in_an_entry(name: str, record: type[Block], lists: Sequence[str]) -> Meant:
    inner = _fields_within(record, lists[0])
    shown = dict.fromkeys([*(one.name for one in inner.values() if one.required), name])
    # An entry of an attendance list has no field that it cannot do without, and says nothing without the person.
    shown = {"person": None, **shown} if "person" in inner else shown
    line = f"{lists[0]}: [{{{', '.join(f'{one}: {inner[one].example}' for one in shown)}}}]"
    return Meant(misplaced="entry", facts={"fields": tuple(lists), "line": line})


def _of_another_kind(name: str, record: type[Block], block: type[Block], kinds: Kinds) -> Meant | None:
    folders = [folder for folder, kind in kinds.items() if name in kind.FIELDS] if block is record else []
    if not 0 < len(folders) <= _MOST_FOLDERS:
        return None
    own = next((folder for folder, kind in kinds.items() if kind is record), "")
    return Meant(misplaced="kind", facts={"folders": tuple(f"{one}/" for one in folders), "own": f"{own}/"})


_MOST_FOLDERS = 3
"""A field that more kinds have says too little of what was meant."""

_BODY = frozenset({
    "text", "texte", "body", "content", "contents", "contenu", "corps", "minutes", "compte_rendu", "cr", "notes",
    "questions", "propositions",
})  # fmt: skip
"""What people call the text of a record when they write it among the fields."""


# --- derived facts ------------------------------------------------------------------------------------------------------------


def _derived(name: str, record: type[Block]) -> str:
    return _OF_EVERY_RECORD.get(name) or _OF_A_KIND.get(getattr(record, "KIND", ""), {}).get(name, "")


_STATE = ("status", "state", "etat", "statut", "open", "closed", "ouvert", "clos")
_FOLLOWED = (*_STATE, "kept", "broken", "withdrawn", "tenu", "tenue", "rompu", "rompue")
_LATE = ("overdue", "late", "en_retard", "retard")
_COUNTED = ("progress", "progression", "avancement", "percent", "percentage", "pourcentage", "completion")
_MET = ("meetings", "reunions", "rencontres", "attended", "attendance", "presences", "presence")
_PROMISED = ("commitments", "promises", "engagements", "promesses")

_OF_EVERY_RECORD: Mapping[str, str] = {
    **dict.fromkeys(("slug", "id", "identifier", "uid", "identifiant"), "slug"),
    **dict.fromkeys(("kind", "folder"), "kind"),
    **dict.fromkeys(("created", "created_at", "created_on", "modified", "modified_at", "updated", "updated_at"), "history"),
    **dict.fromkeys(("last_modified", "last_updated", "cree_le", "modifie_le", "version"), "history"),
}
_OF_A_KIND: Mapping[str, Mapping[str, str]] = {
    "commitments": {
        **dict.fromkeys(_FOLLOWED, "state"),
        **dict.fromkeys(_LATE, "overdue"),
        **dict.fromkeys(_COUNTED, "progress"),
        "parts": "parts",
    },
    "meetings": {
        **dict.fromkeys(("held", "tenu", "tenue", "planned", "past", "upcoming", *_STATE), "held"),
        **dict.fromkeys((*_PROMISED, "requests", "demandes", "updates", "nouvelles"), "referrers"),
    },
    "people": {**dict.fromkeys(_MET, "attendance"), **dict.fromkeys((*_PROMISED, "requests", "demandes", "documents"), "referrers")},
    "organisations": {
        **dict.fromkeys(_MET, "attendance"),
        **dict.fromkeys((*_PROMISED, "requests", "demandes", "members", "membres", "people", "personnes"), "referrers"),
    },
    "requests": {**dict.fromkeys(_STATE, "answers"), **dict.fromkeys(("answered", "unanswered", "repondu", "pending"), "answers")},
    "topics": {
        **dict.fromkeys(("status", "state", "etat", "statut", "open", "ouvert"), "topic"),
        **dict.fromkeys((*_PROMISED, "meetings", "reunions", "updates", "nouvelles", "requests", "documents"), "referrers"),
    },
}


# --- other words --------------------------------------------------------------------------------------------------------------

_NAMES = {
    "name": "title", "nom": "title", "titre": "name", "title": "name", "intitule": "title", "type": "classification",
    "category": "classification", "categorie": "classification", "date": "made_on", "member": "collective_membership",
    "membre": "collective_membership", "organisations": "memberships", "email": "contact_details", "mail": "contact_details",
    "courriel": "contact_details", "phone": "contact_details", "telephone": "contact_details", "tel": "contact_details",
}  # fmt: skip
"""What a record is called, what sort it is, and the like, under the name that it has in records of another kind or elsewhere."""

OTHER_WORDS = {
    "titre": "title", "nom": "name", "lieu": "place", "salle": "room", "heure": "time", "participantes": "participants",
    "attendees": "participants", "presents": "participants", "absents": "excused", "deadline": "due",
    "excuses": "excused", "representes": "represented", "ordre_du_jour": "agenda", "odj": "agenda", "decision": "decisions",
    "echeance": "due", "par": "by", "citation": "quote", "suivi": "follow_ups", "suivis": "follow_ups", "statut": "status",
    "reponses": "answers", "reponse": "answers", "etat": "status", "fonction": "role",
    "debut": "start_date", "fin": "end_date", "sujet": "subject", "texte": "text", "rubriques": "sections", "auteurs": "authors",
    "sigle": "acronym", "adhesions": "memberships", "prochaine_rencontre": "next_meeting", "pieces_jointes": "enclosures",
    "dossiers": "topics", "dossier": "topics", "theme": "topics", "themes": "topics", "public": "audience",
    "diffusion": "audience", "confidentialite": "audience", "fait_le": "made_on", "pris_le": "made_on",
}  # fmt: skip
"""Words that people write for a key, French ones above all, folded."""
