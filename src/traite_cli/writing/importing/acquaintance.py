"""Whom the records know of those that a text names, and the records of those whom they do not know, where they are wanted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from traite_cli.kinds import Organisation, Person, Record
from traite_cli.language import fold, one_slip_apart, telling_words, word_list, words
from traite_cli.repository import Candidate, How, Recognised, Recogniser, Repository, spellings
from traite_cli.writing.composing import composed
from traite_cli.writing.creating import New
from traite_cli.writing.importing.likeness import Known, Likeness
from traite_cli.writing.importing.name_signs import HONORIFIC
from traite_cli.writing.slugs import Names

_SEVERAL = re.compile(r"^(?:MM|MMES|MME|Mmes|MMes|Messieurs|Mesdames|Messrs|Cllrs|Councillors)\.?\s+")
_ADDRESS = {
    "M": "M.",
    "Monsieur": "M.",
    "Madame": "Mme",
    "MME": "Mme",
    "Mademoiselle": "Mlle",
    "MLLE": "Mlle",
    "Maître": "Me",
    "Docteur": "Dr",
    "Professeur": "Pr",
    "Councillor": "Cllr",
}
"""Forms of address as records hold them; the others are held as they are written."""
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_SMALL = word_list("de du des d la le les van von der den ben el al da di dos et")
_MOST_WORDS = 5
_CACHED = 4096
_LONG_ENOUGH = 7
"""Letters of a name that a slip makes nearly another: shorter ones are as near by chance."""
_SHORTEST = 4
"""As many of a word; two acronyms of three letters are two bodies."""


class Acquaintance:
    """Recognises names; with ``creating``, makes records of people and organisations that no record knows.

    ``same`` holds what a person said of names that may be those of records: the slug of the record by the name, '' for another body.
    """

    def __init__(self, repository: Repository, *, creating: bool = False, same: Mapping[str, str] | None = None) -> None:
        recogniser = Recogniser(repository)
        self._creating = creating
        self._same = same or {}
        self._likeness = Likeness(repository)
        self.in_doubt: dict[str, Known] = {}
        """The organisations of which a person has to say whether a name is theirs: it fits each alone, and nobody has said so yet."""
        self.names = Names(repository)
        self._made: dict[tuple[str, frozenset[str]], New] = {}
        self._named: dict[tuple[str, frozenset[str]], str] = {}
        self.person = lru_cache(_CACHED)(lambda said: recogniser.recognise(bare(said), (Person.KIND,)))
        self.organisation = lru_cache(_CACHED)(lambda said: recogniser.recognise(said, (Organisation.KIND,)))

    @property
    def newcomers(self) -> tuple[New, ...]:
        """The records that were made."""
        return tuple(self._made.values())

    def is_person(self, said: str) -> bool:
        """Whether somebody is surely meant."""
        return len(said) < 80 and self._surely(self.person(said))  # noqa: PLR2004 - a name

    def is_organisation(self, said: str) -> bool:
        """Whether an organisation is surely meant."""
        return self._surely(self.organisation(said))

    def _surely(self, recognised: Recognised) -> bool:
        return recognised.found is not None

    def organisation_in(self, said: str) -> Organisation | None:
        """The organisation that a text behind a name means: all of it, or what stands in parentheses, or before."""
        before, _, inner = said.partition("(")
        for text in dict.fromkeys((said, inner.rstrip(" )"), before.strip(), *re.split(r"\s*[/,–-]\s+", said))):
            found = self.organisation(text).found if text else None
            if isinstance(found, Organisation):
                return found
        return None

    def taken_for(self, said: str, kind: str) -> Record | None:
        """The one record that a name which none has is nearly that of: no second one is made for it."""
        recognised = self.person(said) if kind == Person.KIND else self.organisation(said)
        near = [one for one in recognised.candidates if _is_near(said, one)]
        return near[0].record if self._creating and len(near) == 1 and not recognised.ambiguous else None

    def likely(self, said: str) -> tuple[Known, ...]:
        """The organisations that a name which none has may be."""
        return self._likeness.of(said) if said not in self._same else ()

    def said_to_be(self, said: str) -> str:
        """The slug of the organisation that a name is, as a person said; '' where nobody did."""
        return self._same.get(said, "")

    def may_be_several(self, said: str, kind: str) -> bool:
        """Whether a name fits several records, or is nearly that of several: then none is made, and a person chooses."""
        recognised = self.person(said) if kind == Person.KIND else self.organisation(said)
        return len(recognised.ambiguous) > 1 or sum(_is_near(said, one) for one in recognised.candidates) > 1

    def new_person(self, said: str, organisation: str) -> str:
        """The slug of a record made for a name; '' where none is wanted, or the name is none that a record could have."""
        if not self._creating or self.may_be_several(said, Person.KIND):
            return ""
        name = full_name(said)
        if not name:
            return self._made_for(said)
        values = {"name": name, "honorific": honorific(said), "memberships": [{"organisation": organisation}] if organisation else []}
        return self._new(Person, _key(name), values)

    def name_made(self, slug: str) -> str:
        """The name that a record made here has."""
        return next((self._named[key] for key, new in self._made.items() if new.slug == slug), "")

    def _made_for(self, said: str) -> str:
        """The one record made here that a part of a name means: « Mme Rousset », behind « Hélène Rousset »."""
        told = _key(without_address(said))
        fits = [new.slug for (kind, key), new in self._made.items() if kind == Person.KIND and told and told <= key]
        return fits[0] if len(fits) == 1 else ""

    def new_organisation(self, said: str) -> str:
        """The slug of a record made for an organisation; '' as above."""
        name = said.strip(" .,;")
        is_name = name[:1].isupper() and len(name.split()) <= _MOST_WORDS + 3 and bool(name.replace(".", "").strip())
        if not self._creating or not is_name or self.may_be_several(name, Organisation.KIND):
            return ""
        key = frozenset(telling_words(words(name)))
        likely = self.likely(said) if (Organisation.KIND, key) not in self._made else ()
        if likely:
            self.in_doubt |= {said: likely[0]} if len(likely) == 1 else {}
            return ""
        slug = self._new(Organisation, key, {"name": name})
        self._likeness.add((name,), Known(name, slug))
        return slug

    def _new(self, kind: type[Person | Organisation], key: frozenset[str], values: Mapping[str, object]) -> str:
        """The record made for a name, the same one for a name one slip of the finger away from it."""
        said = " ".join(sorted(key))
        for (other, made), new in self._made.items():
            if other == kind.KIND and (made == key or (len(said) > _LONG_ENOUGH and any(one_slip_apart((said, " ".join(sorted(made))))))):
                return new.slug
        slug = self.names.give(kind.KIND, values)
        self._named[kind.KIND, key] = str(values["name"])
        self._made[kind.KIND, key] = New(kind.KIND, slug, composed(kind, values))
        return slug


def _key(name: str) -> frozenset[str]:
    return frozenset(words(name))


def _is_near(said: str, candidate: Candidate) -> bool:
    """Whether a whole name is nearly a record's: some slips of the finger away, or most of its words."""
    told = telling_words(words(without_address(said)))
    if isinstance(candidate.record, Organisation):
        # Two towns are some letters apart, and branches of a federation a word: those a person tells apart.
        return any(_are_slips(told, telling_words(words(name))) for name in spellings(candidate.record))
    known = telling_words(words(candidate.record.label))
    if candidate.how is How.NEAR:
        return len(told) == len(known) if len(told) > 1 and len(known) > 1 else len(said) > _LONG_ENOUGH
    return candidate.how is How.PART and len(told) > 1 and len(told) * 2 > len(known)


def _are_slips(told: Sequence[str], known: Sequence[str]) -> bool:
    """Whether some words are others, in any order, each but for one slip of the finger."""
    pairs = [(one, other) for one, other in zip(sorted(told), sorted(known), strict=False) if one != other]
    return len(told) == len(known) and all(min(map(len, pair)) >= _SHORTEST and any(one_slip_apart(pair)) for pair in pairs)


def bare(said: str) -> str:
    """A name without what several are addressed with: « MM. Petit »."""
    return _SEVERAL.sub("", said, count=1).lstrip("@").strip()


def without_address(said: str) -> str:
    """A name without any form of address: « Cllr Mrs A. Brown » is « A. Brown »."""
    name = bare(said)
    while found := HONORIFIC.match(name):
        name = name[found.end() :]
    return name


def honorific(said: str) -> str:
    """The form of address before a name; '' for none."""
    found = HONORIFIC.match(said)
    written = found[0].strip().rstrip(".") if found else ""
    return _ADDRESS.get(written, written)


def full_name(said: str) -> str:
    """A name as a record holds it: « Maël Reboux » for « REBOUX Maël »; '' for what is no first name with a family name."""
    name = without_address(said).replace("_", " ").strip(" .,;")
    parts = name.split()
    if not 2 <= len(parts) <= _MOST_WORDS or not all(_WORD.fullmatch(part) for part in parts):  # noqa: PLR2004 - two names
        return ""
    if not all(part[0].isupper() or fold(part) in _SMALL or "’" in part or "'" in part for part in parts):
        return ""
    capitals = [len(part) > 2 and part.isupper() for part in parts]  # noqa: PLR2004 - initials are capitals too
    if all(capitals) or len(parts[-1].strip(".")) < 2:  # noqa: PLR2004 - « Félix V » is half a name
        return "" if not all(capitals) else " ".join(map(_small_capitals, parts))
    if capitals[0] and not capitals[-1]:
        last = next(number for number, is_capital in enumerate(capitals) if not is_capital)
        parts = parts[last:] + parts[:last]
    return " ".join(_small_capitals(part) if len(part) > 2 and part.isupper() else part for part in parts)  # noqa: PLR2004  # two capitals may be initials


def _small_capitals(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)
