"""Which meeting of a day is the one that somebody is about to record again."""

from __future__ import annotations

import pytest

from repositories import MakeRepository
from traite_cli.dates import EdtfDate
from traite_cli.repository import planned_like


@pytest.mark.parametrize(
    ("planned", "title", "alike"),
    [
        ("Réunion plénière", "Plénière du 4 mars 2025", True),
        ("Réunion", "Bureau", True),
        ("Bureau élargi", "Compte rendu de la réunion du bureau", True),
        ("Rencontre avec la mairie de Valbourg", "Mairie : les jardins", True),
        ("Comité technique", "Comité de pilotage", False),
        ("Comité technique", "Comité", True),
        ("Groupe de travail sur l’eau", "Groupe de travail sur le budget", False),
        ("Réunion du bureau", "Visite du lavoir", False),
        ("Réunion du bureau", "", True),
    ],
)
@pytest.mark.parametrize(
    ("date", "is_there"), [("2025-03-04", True), ("2025-03", True), ("2025-03-03/2025-03-05", True), ("2025-03-05", False)]
)
def test_a_meeting_of_the_day_in_like_words(
    make_repository: MakeRepository, planned: str, title: str, date: str, *, alike: bool, is_there: bool
) -> None:
    """By telling words of the title; a word for those who meet tells nothing without the next one."""
    repository = make_repository({"meetings/a.md": f"---\ntitle: {planned}\ndate: {date}\n---\n"}).repository
    assert bool(planned_like(repository, EdtfDate.parse("2025-03-04"), title)) == (alike and is_there)
