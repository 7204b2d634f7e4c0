"""The word of a list that people mean, in French or English, and the one that they certainly do not."""

from __future__ import annotations

import pytest

from traite_cli.kinds import FOLLOW_UP_STATUSES, kind_among, meant_among
from traite_cli.kinds.french import choice_meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("pas tenu", "broken"), ("non tenue", "broken"), ("rompu", "broken"), ("tenu", "kept"), ("Tenue en partie", "partially_kept"),
        ("sans nouvelle", "no_news"), ("retirée", "withdrawn"), ("pas encore tenu", ""), ("jamais", ""), ("rien", ""),
    ],
)  # fmt: skip
def test_what_says_no_is_never_meant_for_what_says_yes(said: str, meant: str) -> None:
    """« Pas tenu » is not a slip of « tenu »: it is its contrary, or nothing."""
    assert choice_meant(said, tuple(FOLLOW_UP_STATUSES)) == meant
    assert meant_among(FOLLOW_UP_STATUSES, said) == meant


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("réunions", "meetings"), ("Une réunion", "meetings"), ("REUNION", "meetings"), ("meeting", "meetings"), ("personne", "people"), ("person", "people"),
        ("organismes", "organisations"), ("organisation", "organisations"), ("promesse", "commitments"), ("engagement", "commitments"), ("note", "updates"),
        ("nouvelle", "updates"), ("dossiers", "topics"), ("topics", "topics"), ("édition", "editions"), ("", ""), ("chose", ""),
    ],
)  # fmt: skip
def test_a_kind_has_several_names(word: str, kind: str) -> None:
    """The folder's, and what people call it in either language, one or several."""
    assert kind_among(word) == kind
