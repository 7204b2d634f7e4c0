"""What the kinds of record are called, one of them and several, and the kind that a word means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from traite_cli.language import LANGUAGES, N_, translator, words

SINGULAR = {
    "meetings": N_("a meeting"),
    "people": N_("a person"),
    "organisations": N_("an organisation"),
    "commitments": N_("a commitment"),
    "requests": N_("a request"),
    "topics": N_("a topic"),
    "updates": N_("an update"),
    "documents": N_("a document"),
    "editions": N_("an edition"),
}
"""What one record of a kind is called in messages."""

SEVERAL = {
    "meetings": N_("meetings"),
    "people": N_("people"),
    "organisations": N_("organisations"),
    "commitments": N_("commitments"),
    "requests": N_("requests"),
    "topics": N_("topics"),
    "updates": N_("updates"),
    "documents": N_("documents"),
    "editions": N_("editions"),
}
"""What several of them are called."""


_ALSO = {
    **dict.fromkeys(("organisme", "organismes"), "organisations"),
    **dict.fromkeys(("promesse", "promesses", "promise", "promises"), "commitments"),
    **dict.fromkeys(("note", "notes", "news"), "updates"),
    **dict.fromkeys(("dossier", "dossiers"), "topics"),
}
"""Other words that people have for them."""


def kind_among(text: str) -> str:
    """The kind that a word means, in either language, singular or plural (« réunions », « une personne »); '' for none."""
    return _kinds().get(" ".join(words(text)), "")


@cache
def _kinds() -> Mapping[str, str]:
    found = {**_ALSO, **{kind: kind for kind in SEVERAL}}
    for t in map(translator, LANGUAGES):
        for kind, label in SEVERAL.items():
            several, one = (" ".join(words(t(said))) for said in (label, SINGULAR[kind]))
            # « une réunion », and the word without its article.
            found |= dict.fromkeys((several, one, one.partition(" ")[2]), kind)
    return found
