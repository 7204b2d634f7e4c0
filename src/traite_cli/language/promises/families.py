"""The families of phrases by which a promise is known, the surest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping

from traite_cli.language.promises import foretold, impersonal
from traite_cli.language.promises import phrases as personal
from traite_cli.language.promises.finding import Found

_FAMILIES: Mapping[str, Callable[[str], Iterator[Found]]] = {
    "promises that": foretold.promises_that,
    "engages": personal.engages,
    "charged": personal.charged,
    "takes on": personal.takes_on,
    "agreed": impersonal.agreed,
    "will": personal.will,
    "going": personal.going,
    "calls": personal.calls,
    "will be done": impersonal.will_be_done,
    "announces that": foretold.announces_that,
    "by a day": impersonal.by_a_day,
    "english": impersonal.english,
}
# A rule of statutes, a law, a habit.
_RULE = re.compile(
    r"\b(?:[Aa]rticles? \d|[Aa]rt\. ?\d|alinea|stipule|prevoit qu|dispose qu|[Ss]tatuts prevoient|reglement interieur|jours avant"
    r"|jours francs|chaque annee|tous les ans|aux termes|conformement|en vertu)\b"
)

_PERHAPS = re.compile(r"\bsi (?:personne|jamais|besoin|necessaire|possible)\b")


def phrases(said: str, families: Container[str]) -> Iterator[Found]:
    """The telling words of a sentence by the families named; none of a question, a condition or a rule."""
    if said.rstrip(' )"').endswith("?") or said.lstrip().startswith(("Si ", "S'il")):
        return
    for name, family in _FAMILIES.items():
        for found in family(said) if name in families else ():
            if not (_RULE.search(said) or _PERHAPS.search(said)):
                yield found
