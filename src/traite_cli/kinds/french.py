"""French words that people write where a field wants one of its own, each with the one thing it can mean there.

Folded, one space between words; the field's own list decides between two words that one French word stands for.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from traite_cli.language import mistyped, words

TRUTHS = {"oui": "true", "vrai": "true", "yes": "true", "on": "true", "non": "false", "faux": "false", "no": "false", "off": "false"}
"""Yes and no, in French and as YAML 1.1 has them."""

_CHOICES = {
    "pleniere": "plenary", "preparatoire": "preparatory", "institutionnelle": "institutional", "evenement": "event",
    "en cours": "in_progress", "tenu": "kept", "tenue": "kept", "partiellement tenu": "partially_kept",
    "partiellement tenue": "partially_kept", "tenu en partie": "partially_kept", "tenue en partie": "partially_kept",
    "non tenu": "broken", "non tenue": "broken", "pas tenu": "broken", "pas tenue": "broken", "rompu": "broken", "rompue": "broken",
    "not kept": "broken", "no news": "no_news",
    "sans nouvelle": "no_news", "sans nouvelles": "no_news",
    "retire": "withdrawn", "retiree": "withdrawn", "en retard": "overdue",
    "ministere": "ministry", "organisme public": "public-body", "organisation internationale": "international-organisation",
    "syndicat": "union", "entreprise": "company", "collectif": "collective", "autre": "other",
    "candidat": "candidate", "candidate": "candidate", "membre": "member", "coordinateur": "coordinator",
    "refuse": "refused", "refusee": "refused", "parti": "left", "partie": "left", "sorti": "left", "sortie": "left",
    "coordinatrice": "coordinator", "observateur": "observer", "observatrice": "observer",
    "rapport": "report", "courrier": "letter", "lettre": "letter", "brouillon": "draft", "livre": "book", "communique": "statement",
    "propositions": "proposals", "repondu": "answered", "repondue": "answered", "partiel": "partial", "partielle": "partial",
}  # fmt: skip


def choice_meant(value: str, choices: Sequence[str]) -> str:
    """The one of a field's words that ``value`` certainly is, or is the French of; '' when it is none."""
    return french_of(value, choices) or mistyped(value, choices)


def french_of(value: str, choices: Container[str]) -> str:
    """The one of a field's words of which ``value`` is the French; '' when it is none's."""
    french = _CHOICES.get(" ".join(words(value)), "")
    return french if french in choices else ""
