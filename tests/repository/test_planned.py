"""Which meeting of a day is the one that somebody is about to record again."""

from __future__ import annotations

import pytest

from repositories import MakeRepository
from traite_cli.dates import EdtfDate
from traite_cli.kinds import Meeting, read_record
from traite_cli.repository import DAYS_AROUND, planned_like


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


ORGANISATIONS = {
    "organisations/mairie.md": "---\nname: Mairie de Valbourg\n---\n",
    "organisations/prefecture.md": "---\nname: Préfecture\n---\n",
    "people/zoe.md": "---\nname: Zoé Petit\nmemberships: mairie\n---\n",
}


@pytest.mark.parametrize(
    ("planned", "told", "alike"),
    {
        "renamed, with the same people": ("title: Bureau\nparticipants: [a, b, c]", "title: Point jardins\nparticipants: [c, a, d]", True),
        "renamed, with hardly the same people": ("title: Bureau\nparticipants: [a, b, c]", "title: Point jardins\nparticipants: [c, d, e]", False),
        "at another hour": ("title: Bureau\ntime: 9:00\nparticipants: [a, b]", "title: Point\ntime: 14:00\nparticipants: [a, b]", False),
        "before the institution comes": ("title: Préparation\nparticipants: [a, b]", "title: Visite\nparticipants: [a, b]\ninterlocutors: mairie", False),
        "renamed, with the same institution": (
            "title: Bureau\nparticipants: [a, b]\ninterlocutors: mairie", "title: Point\nparticipants: [a, b]\ninterlocutors: zoe", True
        ),
        "called by whom it meets": ("title: Rencontre municipale\ninterlocutors: mairie", "title: Point avec la mairie", True),
        "with another institution": ("title: Rencontre\ninterlocutors: mairie", "title: Rencontre\ninterlocutors: prefecture", False),
        "organised by others": ("title: Rencontre\norganisers: mairie", "title: Rencontre\norganisers: prefecture", False),
        "elsewhere, and of no name": ("title: Réunion\nplace: chez Alice", "title: Rencontre\nplace: à la mairie", False),
        "at the same place, and of no name": ("title: Réunion\nplace: la mairie", "title: Rencontre\nplace: à la mairie", True),
    }.values(),
)  # fmt: skip
def test_what_else_is_told_counts(make_repository: MakeRepository, planned: str, told: str, *, alike: bool) -> None:
    """Who takes part, where and at what hour: a renamed meeting is met, and two that have nothing to do with each other are two."""
    repository = make_repository({**ORGANISATIONS, "meetings/x.md": f"---\n{planned}\ndate: 2025-03-04\n---\n"}).repository
    one = read_record("meetings", "y", "records/meetings/y.md", f"---\n{told}\ndate: 2025-03-04\n---\n".encode())
    assert isinstance(one, Meeting)
    assert bool(planned_like(repository, EdtfDate.parse("2025-03-04"), one.title or "", one)) == alike


@pytest.mark.parametrize(
    ("planned", "title", "day", "alike"),
    [
        ("title: Réunion du bureau", "Bureau", "2025-03-05", True),
        ("title: Réunion du bureau", "Bureau", "2025-03-11", False),
        ("title: Réunion", "Bureau", "2025-03-05", False),
        ("title: Réunion du bureau\nparticipants: a\ndecisions: Oui.", "Bureau", "2025-03-05", False),
        ("title: Réunion du bureau\ncancelled: true", "Bureau", "2025-03-05", False),
    ],
)
def test_a_meeting_held_on_another_day(make_repository: MakeRepository, planned: str, title: str, day: str, *, alike: bool) -> None:
    """A few days from the one planned, by its name alone, and only while nothing is told of it."""
    repository = make_repository({"meetings/x.md": f"---\n{planned}\ndate: 2025-03-04\n---\n"}).repository
    assert bool(planned_like(repository, EdtfDate.parse(day), title, near=DAYS_AROUND)) == alike
