"""What was decided is told in the words of the text, with what a verdict is about."""

from __future__ import annotations

import pytest

from traite_cli.syntax import chunks
from traite_cli.writing.importing.decided import decided


def told(text: str) -> list[str]:
    return [one.text for one in decided(chunks(text))]


@pytest.mark.parametrize(
    ("text", "decisions"),
    [
        ("Le bureau présente les comptes.\n\nAdoptée à l’unanimité", ["Le bureau présente les comptes. Adoptée à l’unanimité"]),
        (
            "L’assemblée approuve les comptes.\n\nCette résolution est adoptée à l’unanimité des présents et représentés.",
            ["L’assemblée approuve les comptes. Cette résolution est adoptée à l’unanimité des présents et représentés."],
        ),
        ("## Rapport moral\n\nAdopté à la majorité.", ["Rapport moral – Adopté à la majorité."]),
        (
            "RÉSOLUTION N° 2 : approbation des comptes\n\nPour : 12, contre : 3.\n\nAdoptée par 12 voix contre 3.",
            ["approbation des comptes – Adoptée par 12 voix contre 3."],
        ),
        ("The accounts were presented.\n\nCarried unanimously.", ["The accounts were presented. Carried unanimously."]),
        ("Adoptée à l’unanimité.", []),
        ("On parle du toit.\n\n## Caisse\n\nAdoptée.", []),
        ("DÉCISION : on achète la tente.\n\nAdopté à l’unanimité.", ["on achète la tente. Adopté à l’unanimité."]),
        (
            "Proposed by Ann and resolved unanimously that the fee be raised.",
            ["Proposed by Ann and resolved unanimously that the fee be raised."],
        ),
    ],
)
def test_a_verdict_belongs_to_what_stands_before(text: str, decisions: list[str]) -> None:
    """« Adoptée à l’unanimité » alone decides nothing: it goes with the sentence, the decision or the title before it, and no section further."""
    assert told(text) == decisions
