"""Lines of an attendance list as people type them, taken apart: who, with which function, for whom.

« Alice Tallon (ALC) », « M. Dupont – ministère de l’Intérieur », « Amicale du Nid : Geneviève Colas, présidente », and several at once:
« Alice Tallon, Jean Dupont et ALC ; Mme Roux (Cimade) ». Known names go before commas and « et », which they may hold themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from traite_cli.kinds import Organisation, Person, Record
from traite_cli.language import heads_a_list, is_function, is_honorific, looks_like_organisation, looks_like_person
from traite_cli.repository.enumerating import Atom, atoms, chunks
from traite_cli.repository.memberships import held_on
from traite_cli.repository.recognising import Candidate, How, Recognised, Recogniser

_PERSON, _ORGANISATION, _FUNCTION = "person", "organisation", "function"
_MOST_JOINED = 6
"""So many pieces with commas or « et » between them may be one known name."""
_OF = re.compile(r"\s+(?:(?:de\s+la|des|du|de|[àa]\s+la|au|la|le|pour|chez|of\s+the|of|from|at|for)\s+|(?:de\s+|[àa]\s+)?l['’]|d['’]|@\s*)")
_LONGEST = 400


class Entry(NamedTuple):
    """What one line says; a piece that it does not say is None, one that no record has is recognised as nobody."""

    said: str
    person: Recognised | None = None
    organisation: Recognised | None = None
    role: str = ""
    rest: str = ""
    """What could not be told apart."""


def entries(recogniser: Recogniser, said: str, day: date | None = None) -> tuple[Entry, ...]:
    """The entries that a text lists, in their order; functions held on a day tell two of one name apart."""
    reading = _Reading(recogniser, day)
    return tuple(one for chunk in chunks(said) for one in reading.entries(chunk) if any(one[1:]))


def entry(recogniser: Recogniser, said: str, day: date | None = None) -> Entry:
    """One entry, be there commas in it or not."""
    return _Reading(recogniser, day).entry(said)


class _Reading:
    """Takes lines apart with what a recogniser knows."""

    def __init__(self, recogniser: Recogniser, day: date | None) -> None:
        self._recogniser = recogniser
        self._day = day

    def entries(self, text: str) -> Iterator[Entry]:
        """The entries of a text without semicolons; after « Cimade : » all are for it."""
        if self._recogniser.called(text) is not None:
            yield self.entry(text)
            return
        headed = self._headed(text)
        if headed is None:
            yield from self._listed(text)
            return
        head, rest = headed
        for one in self._listed(rest):
            beside = one._replace(rest=_and(head.said, one.rest)) if one.organisation else one._replace(organisation=head)
            yield self._settled(beside._replace(said=f"{head.said} : {one.said}"))

    def _headed(self, text: str) -> tuple[Recognised, str] | None:
        """An organisation before a colon, or before brackets with people in them, and what follows it."""
        at = _HEADED.fullmatch(text) or _BRACKETED.fullmatch(text)
        first = next(iter(atoms(at["rest"])), None) if at is not None else None
        if at is None or first is None or heads_a_list(at["head"]):
            return None
        kind, follows = self._kind(at["head"]), self._kind(at["rest"][first.start : first.end])
        is_unknown = kind != _FUNCTION and self._recogniser.recognise(at["head"]).found is None
        is_body = kind == _ORGANISATION or (is_unknown and at.re is _HEADED and follows == _PERSON and at["head"][:1].isupper())
        if not is_body or (at.re is _BRACKETED and follows != _PERSON):
            return None
        return self._organisation(at["head"]), at["rest"]

    def _listed(self, text: str) -> Iterator[Entry]:
        """The entries of a text: its pieces put together as far as they are one name, or say more about one person."""
        pieces = list(self._joined(text, atoms(text)))
        kinds = [self._kind(text[piece.start : piece.end]) for piece in pieces]
        paired = kinds.count(_PERSON) == kinds.count(_ORGANISATION)
        start = 0
        while start < len(pieces):
            end = start + 1
            while end < len(pieces) and _goes_on(kinds[start:end], kinds[end], pieces[end], paired=paired):
                end += 1
            said = text[pieces[start].start : pieces[end - 1].end]
            yield from self.entries(said) if _BRACKETED.fullmatch(said) and len(said) < len(text) else (self.entry(said),)
            start = end

    def _joined(self, text: str, parts: Sequence[Atom]) -> Iterator[Atom]:
        """The pieces of a text, those that are one known name together: « Femmes et migrations », « Tallon, Alice »."""
        at = 0
        while at < len(parts):
            lasts = range(min(at + _MOST_JOINED, len(parts)) - 1, at, -1)
            end = next((last for last in lasts if self._is_one(text, parts[at], parts[last])), at)
            while end + 1 < len(parts) and self._goes_with(text, parts[end], parts[end + 1]):
                end += 1
            yield Atom(parts[at].start, parts[end].end, parts[at].comma)
            at = end + 1

    def _is_one(self, text: str, first: Atom, last: Atom) -> bool:
        return self._recogniser.called(text[first.start : last.end]) is not None

    def _goes_with(self, text: str, before: Atom, part: Atom) -> bool:
        """Whether a piece behind « et » is the rest of what stands before it: « Femmes et migrations », « M. et Mme Dupont »."""
        said = text[part.start : part.end]
        if part.comma or is_honorific(text[before.start : before.end]):
            return not part.comma
        written_small = said[:1].islower() and not text.islower()
        return written_small and not is_function(said) and self._recogniser.recognise(said).found is None

    def _kind(self, piece: str) -> str:
        """What a piece names: a person, an organisation, a function; '' where nothing tells."""
        bare = _BRACKETS.sub("", piece).strip() or piece
        recognised = self._recogniser.recognise(bare)
        known = recognised.found or next(iter(recognised.ambiguous), None)
        if known is None and is_function(bare):
            return _FUNCTION
        if known is None and looks_like_organisation(bare):
            return _ORGANISATION
        known = known or next(iter(recognised.proposals), None)
        if known is None:
            return _PERSON if any(map(looks_like_person, (bare, _DASH.split(bare)[0]))) else ""
        return _PERSON if isinstance(known, Person) else _ORGANISATION

    def entry(self, said: str) -> Entry:
        """One line, taken apart at its brackets, dashes, colons and commas unless it is a name as it stands."""
        text = said[:_LONGEST].strip(" .;,")
        whole = [text] if self._recogniser.called(text) is not None else _PIECES.split(text)
        made = Entry(said.strip(), rest=said[_LONGEST:].strip())
        for piece in filter(None, (one.strip(" .,;:") for one in whole)):
            made = self._with(made, piece)
        return self._settled(made)

    def _with(self, made: Entry, piece: str) -> Entry:
        """An entry with one more piece in the place that it belongs into."""
        kind = self._kind(piece)
        if kind == _FUNCTION:
            role, body = self._function(piece)
            return made._replace(role=_and(made.role, role), organisation=made.organisation or body)
        if kind == _PERSON and made.person is None:
            name, role, body = self._affiliated(piece)
            made = made._replace(role=_and(made.role, role))
            return made._replace(person=self._person(name), organisation=made.organisation or body)
        is_unknown = made.person is not None and piece[:1].isupper() and self._recogniser.recognise(piece).found is None
        if (kind == _ORGANISATION or is_unknown) and made.organisation is None:
            return made._replace(organisation=self._organisation(piece))
        return made._replace(rest=_and(made.rest, piece))

    def _organisation(self, said: str) -> Recognised:
        return self._recogniser.recognise(said, (Organisation.KIND,))

    def _function(self, piece: str) -> tuple[str, Recognised | None]:
        """« directrice d’ALC »: the function, and where it is held."""
        for at in _OF.finditer(piece):
            said = piece[at.end() :]
            body = self._organisation(said)
            if body.found is not None or (said.isupper() and looks_like_organisation(said)):
                return piece[: at.start()], body
        return piece, None

    def _affiliated(self, piece: str) -> tuple[str, str, Recognised | None]:
        """« Alice Tallon, de la Cimade », « Alice Tallon directrice d’ALC »: the name, the function, and for whom, where that is known."""
        if self._person(piece).found is None:
            for space in _SPACE.finditer(piece):
                if is_function(piece[space.end() :]) and self._person(piece[: space.start()]).found is not None:
                    return piece[: space.start()], *self._function(piece[space.end() :])
            for at in _OF.finditer(piece):
                body = self._organisation(piece[at.end() :])
                if body.found is not None:
                    return piece[: at.start()], "", body
        return piece, "", None

    def _person(self, said: str) -> Recognised:
        return self._recogniser.recognise(said, (Person.KIND,))

    def _settled(self, made: Entry) -> Entry:
        """Of those whom a name may mean, the one who belongs to the organisation; somebody who belongs elsewhere is only proposed."""
        body = made.organisation.found if made.organisation is not None else None
        named = made.person.candidates if made.person is not None else ()
        if made.person is None or body is None or not named or (made.person.found is not None and named[0].how is How.NAME):
            return made
        fits = [one for one in named if one.how < How.NEAR and self._belongs(one.record, body.slug)]
        others = (one for one in named if one not in fits)
        if len(fits) == 1:
            return made._replace(person=made.person._replace(candidates=(Candidate(fits[0].record, How.NAME), *others)))
        if fits or not any(one.record.get("memberships") for one in named):
            return made
        return made._replace(person=made.person._replace(candidates=tuple(Candidate(one.record, How.NEAR) for one in named)))

    def _belongs(self, person: Record, slug: str) -> bool:
        held = person.memberships if isinstance(person, Person) else ()
        return any(
            one.organisation is not None
            and one.organisation.slug == slug
            and (self._day is None or held_on(one.start_date, one.end_date, self._day))
            for one in held
        )


def _goes_on(before: Sequence[str], kind: str, piece: Atom, *, paired: bool) -> bool:
    """Whether a piece says more about the one before it: a function, or where there is one for each person, the organisation."""
    if kind == _FUNCTION:
        return True
    return kind == _ORGANISATION and piece.comma and _PERSON in before and _ORGANISATION not in before and (paired or _FUNCTION in before)


def _and(before: str, more: str) -> str:
    return f"{before}, {more}" if before else more


_PIECES = re.compile(r"\s*[()\[\]<>|\t]\s*|\s+[-\u2010-\u2015]+\s+|\s*[\u2013\u2014]\s*|\s*:\s+|\s*,\s*|\s+/\s+")
_DASH = re.compile(r"\s+[-\u2013\u2014]\s+|,")
_BRACKETS = re.compile(r"\s*\([^()]*\)?")
_HEADED = re.compile(r"(?P<head>[^:()]{2,120}?)(?:\s*:\s+|,?\s+(?:repr[ée]sent[ée]e?s?\s+par|represented\s+by)\s+)(?P<rest>.+)", re.DOTALL)
_SPACE = re.compile(r"\s+")
_BRACKETED = re.compile(r"(?P<head>[^:()]{2,120}?)\s*\((?P<rest>[^()]+)\)", re.DOTALL)
