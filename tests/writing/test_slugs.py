"""What a new record's file is called."""

from __future__ import annotations

from typing import Any

import pytest

from repositories import MakeRepository
from traite_cli.errors import Refused, UsageError
from traite_cli.writing.slugs import Names

FILES = {
    "people/alice-tallon.md": "---\nname: Alice Tallon\nformer_slugs: alice-talon\n---\n",
    "meetings/2015-02-02-pleniere.md": "---\ntitle: Plénière\ndate: 2015-02-02\n---\n",
    "updates/note.md": "---\ntitle: Note\ndate: 2015-01\ntopics: x\n---\n",
}


@pytest.mark.parametrize(
    ("kind", "values", "slug"),
    [
        ("meetings", {"title": "Rencontre avec la MIPROF", "date": "2014-11-18"}, "2014-11-18-rencontre-avec-la-miprof"),
        ("meetings", {"title": "Une longue rencontre", "short_title": "avec la MIPROF", "date": "2014-11-18"}, "2014-11-18-miprof"),
        ("meetings", {"title": "Plénière du 2 février 2015", "date": "2015-02-02"}, "2015-02-02-pleniere-2"),
        ("meetings", {"title": "Réunion du 4 décembre avec la mairie", "date": "2014-12-04"}, "2014-12-04-reunion-avec-la-mairie"),
        ("meetings", {"title": "Meeting on 4 December 2014 at the mill", "date": "2014-12-04"}, "2014-12-04-meeting-at-the-mill"),
        ("meetings", {"title": "Séminaire", "date": "2014-11-12/2014-11-13"}, "2014-11-12-seminaire"),
        ("meetings", {"title": "Colloque", "date": "2014-11~"}, "2014-11-colloque"),
        ("meetings", {"title": "Les rencontres"}, "rencontres"),
        ("people", {"name": "Sylvie O’Dy"}, "sylvie-o-dy"),
        ("people", {"name": "Alice Tallon"}, "alice-tallon-2"),
        ("people", {"name": "Alice Talon"}, "alice-talon-2"),
        ("organisations", {"name": "Mission interministérielle", "acronym": "MIPROF"}, "miprof"),
        ("organisations", {"name": "Alice Tallon"}, "alice-tallon-2"),
        ("organisations", {"name": "Aux"}, "aux-2"),
        ("commitments", {"title": "La lettre aux préfets", "made_at": "2015-02-02-pleniere"}, "2015-02-02-lettre-aux-prefets"),
        ("commitments", {"title": "Lettre", "made_at": "updates/note"}, "2015-01-lettre"),
        ("commitments", {"title": "Lettre", "made_at": "2016-03-04-a-venir"}, "2016-03-04-lettre"),
        ("commitments", {"title": "Lettre", "made_on": "2014"}, "2014-lettre"),
        ("requests", {"title": "Questions à la MIPROF", "date": "2014-11-07"}, "2014-11-07-questions-a-la-miprof"),
        ("documents", {"title": "Rapport de la France", "date": "2014-09-23"}, "2014-rapport-de-la-france"),
        ("documents", {"title": "Rapport du GRETA 2015", "date": "2015"}, "2015-rapport-du-greta"),
        ("editions", {"title": "Document de travail", "date": "2015-01-22"}, "2015-01-22"),
        ("topics", {"title": "???"}, "dossier"),
        ("topics", {"title": "Трафик"}, "dossier"),
        ("topics", {"title": "L’identification " + "des victimes de la traite " * 3}, "identification-des-victimes-de-la-traite"),
        ("topics", {"title": "De la"}, "de-la"),
        ("topics", {"title": "x" * 300}, "x" * 50),
    ],
)
def test_the_name_is_made_of_title_and_day(make_repository: MakeRepository, kind: str, values: dict[str, Any], slug: str) -> None:
    """As people name files here, short, and never one that is or was another record's."""
    made = Names(make_repository(FILES).repository).give(kind, values)
    assert made == slug


def test_two_of_one_name_are_numbered(make_repository: MakeRepository) -> None:
    """Records made together do not take one another's place."""
    names = Names(make_repository({}).repository)
    assert [names.give("people", {"name": "Éric"}) for _ in range(3)] == ["eric", "eric-2", "eric-3"]
    assert names.give("organisations", {"name": "Éric"}) == "eric-4"


def test_a_name_that_is_chosen_is_looked_at(make_repository: MakeRepository) -> None:
    """It must be a slug, and free."""
    names = Names(make_repository(FILES).repository)
    with pytest.raises(UsageError, match="cannot be the name"):
        names.take("people", "Élodie")
    for kind in ("people", "organisations"):
        with pytest.raises(Refused, match="already"):
            names.take(kind, "alice-talon")
    assert names.take("topics", "alice-talon") == "alice-talon"
