"""What somebody says will be: « Mme Garnier promet que le CCAS ouvrira une permanence », « la Ville annonce que dix places seront créées ».

Whoever promises, assures or guarantees it answers for it, whatever will be; who announces or confirms something may speak of anything, so
that it counts only where it is a deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from traite_cli.language.promises.deeds import PARTICIPLE, is_deed_ahead
from traite_cli.language.promises.finding import ADVERB, Found, around
from traite_cli.language.promises.subjects import KNOWN, subject

_PROMISES = r"promet(?:tent|tra|tront)?|(?:a|ont) promis|garanti(?:t|ssent|ra|ront)|(?:a|ont) garanti|assure(?:nt)?|(?:a|ont) assure"
_ANNOUNCES = r"annonce(?:nt)?|(?:a|ont) annonce|confirme(?:nt)?|(?:a|ont) confirme"
_THAT = rf"{ADVERB}(?: (?:au|aux|a) [^,;:.]{{1,40}}?)? (?:que |qu')"
_PROMISES_THAT = rf"\b(?:{_PROMISES}){_THAT}"
_ANNOUNCES_THAT = rf"\b(?:{_ANNOUNCES}){_THAT}"
# « A promis que la Ville ouvrirait »: what was to come is said so in the past.
_AHEAD = re.compile(r"\b(?P<stem>[a-z]+r)(?:a|ont|ons|ai|ait|aient)\b")
_DONE_TO = re.compile(
    rf" (?:\w+ )?(?:{PARTICIPLE}"
    r"|(?:ouvert|cree|verse|finance|attribue|recrute|installe|livre|releve|augmente|repare|renove|construit|pris)\w*)\b"
)
_CLAUSE = 140


def promises_that(said: str) -> Iterator[Found]:
    """« Promet que », « a assuré que », « garantit que », with what will be behind it."""
    yield from _foretold(said, _PROMISES_THAT, any_deed=True, letters=("prom", "garanti", "assur"))


def announces_that(said: str) -> Iterator[Found]:
    """« Annonce que », « a confirmé que », with a deed behind it."""
    yield from _foretold(said, _ANNOUNCES_THAT, any_deed=False, letters=("annonc", "confirm"))


def _foretold(said: str, pattern: str, *, any_deed: bool, letters: tuple[str, ...]) -> Iterator[Found]:
    for found in around(pattern, said, *letters) if "qu" in said else ():
        who = subject(said, found.start(), *KNOWN)
        ahead = _ahead(said, found.end(), any_deed=any_deed) if who is not None else None
        if who is not None and ahead is not None:
            yield Found(found.start(), ahead, who)


def _ahead(said: str, start: int, *, any_deed: bool) -> int | None:
    """Where the verb of what will be ends; None where nothing will be, or, unless anything counts, nothing is done."""
    end = said.find(". ", start, start + _CLAUSE)
    for found in _AHEAD.finditer(said, start, end if end >= 0 else start + _CLAUSE):
        itself = said.endswith((" se ", " s'"), start, found.start())
        is_deed = is_deed_ahead(found["stem"]) and not itself
        if any_deed or is_deed or (found["stem"] == "ser" and _DONE_TO.match(said, found.end())):
            return found.end()
    return None
