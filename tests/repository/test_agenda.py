"""What a meeting could speak about."""

from __future__ import annotations

from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.language import translator
from traite_cli.repository import Repository, agenda_proposals
from traite_cli.workspace import Workspace

_DAY, _MEETING = date(2015, 3, 1), date(2015, 3, 20)
_FILES = {
    "organisations/collectif.md": "---\nname: Collectif\n---\n",
    "organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "organisations/ministere.md": "---\nname: Ministère de l’Intérieur\n---\n",
    "organisations/alc.md": "---\nname: ALC\ncollective_membership: [{status: member}]\n---\n",
    "people/alice.md": "---\nname: Alice Tallon\nmemberships: [{organisation: alc}, {organisation: collectif}]\n---\n",
    "people/elisabeth.md": "---\nname: Élisabeth Moiron\nmemberships: [{organisation: miprof, end_date: 2016}]\n---\n",
    "commitments/circulaire.md": "---\ntitle: Envoyer la circulaire\nby: elisabeth\nto: collectif\nmade_on: 2014-10-22\ndue: 2014-12\ntopics: titre\n---\n",
    "commitments/lettre.md": "---\ntitle: La lettre\nby: ministere\nto: collectif\nmade_on: 2014-10-22\ndue: 2015-03-15\n---\n",
    "commitments/apres.md": "---\ntitle: Après\nby: ministere\nmade_on: 2014-10-22\ndue: 2015-04\n---\n",
    "commitments/tenu.md": (
        "---\ntitle: Tenu\nby: miprof\nmade_on: 2014-10-22\ndue: 2014-12\nfollow_ups: [{date: 2015-01-05, status: kept, note: oui}]\n---\n"
    ),
    "commitments/annoter.md": "---\ntitle: Annoter le rapport\neach_member: true\nmade_on: 2015-01-22\ndue: 2015-02-02\n---\n",
    "commitments/plus-tard.md": "---\ntitle: Promis plus tard\nby: miprof\nmade_on: 2015-03-10\ndue: 2015-03-12\n---\n",
    "topics/titre.md": "---\ntitle: Le titre de séjour\n---\n",
    "requests/questions.md": (
        "---\ntitle: Questions à la MIPROF\nto: miprof\ndate: 2014-11-07\n"
        "answers: [{item: 1, date: 2014-11-18, status: answered, text: Oui.}, {item: 2, date: 2015-03-10, status: answered, text: Non.}]\n"
        "---\n\n1. Un ?\n2. Deux ?\n3. Trois ?\n"
    ),
    "requests/futures.md": "---\ntitle: Futures\nto: miprof\ndate: 2015-03-05\n---\n\n1. Un ?\n",
}
_TOML = 'name = "Collectif"\norganisation = "collectif"\n'


@pytest.fixture
def repository(make_repository: MakeRepository) -> Repository:
    """Promises due before, between and after, one kept, one that each member owes, and questions of which one is answered."""
    return make_repository(_FILES, toml=_TOML).repository


def _proposed(repository: Repository, day: date = _DAY) -> list[tuple[str, str]]:
    proposals = agenda_proposals(repository, day, _MEETING)
    return [(one.title, one.why(translator("fr")).replace("\u00a0", " ")) for one in proposals]


def test_what_is_overdue_due_or_unanswered_is_proposed(repository: Repository) -> None:
    """The most pressing first; nothing settled, nothing that comes later, nothing that is not known on the day."""
    assert _proposed(repository) == [
        ("Envoyer la circulaire", "en retard depuis le 1er janvier 2015"),
        ("Annoter le rapport", "en retard depuis le 3 février 2015"),
        ("La lettre", "échéance avant la réunion : 15 mars 2015"),
        ("Questions à la MIPROF", "les questions 2 et 3 du 7 novembre 2014 n’ont pas encore de réponse"),
    ]


def test_a_point_has_its_dossiers(repository: Repository) -> None:
    """So that the agenda of the new meeting is filed."""
    assert agenda_proposals(repository, _DAY)[0].topics == ("titre",)


def test_answers_count_from_their_day(repository: Repository) -> None:
    """On a later day one question is left, and later requests are open too."""
    told = dict(_proposed(repository, date(2015, 3, 12)))
    assert told["Questions à la MIPROF"] == "la question 3 du 7 novembre 2014 n’a pas encore de réponse"
    assert told["Futures"] == "la question 1 du 5 mars 2015 n’a pas encore de réponse"
    assert told["Promis plus tard"] == "échéance avant la réunion : 12 mars 2015"


def test_a_promise_in_parts_is_one_point(make_repository: MakeRepository) -> None:
    """As a whole where that is due; a part alone where only the part is; parts of each other in a circle are not lost."""
    whole = "---\ntitle: Le tout\nby: x\nmade_on: 2014-01-01\n{}---\n"
    part = "---\ntitle: Une part\nby: x\nmade_on: 2014-01-01\npart_of: {}\ndue: 2014-06\n---\n"
    due = {"commitments/tout.md": whole.format("due: 2014-06\n"), "commitments/part.md": part.format("tout")}
    assert [one.title for one in agenda_proposals(make_repository(due).repository, _DAY)] == ["Le tout"]
    open_ = due | {"commitments/tout.md": whole.format("")}
    assert [one.title for one in agenda_proposals(make_repository(open_).repository, _DAY)] == ["Une part"]
    circle = {"commitments/a.md": part.format("b"), "commitments/b.md": part.format("a")}
    assert len(agenda_proposals(make_repository(circle).repository, _DAY)) == 2


def test_the_own_records_have_points_on_any_day(own: Workspace) -> None:
    """Each with a title and a reason, in both languages."""
    for day in (date(2014, 10, 1), date(2015, 1, 22), date(2030, 1, 1)):
        for one in agenda_proposals(own.repository, day, day):
            assert one.title
            assert all(one.why(translator(language)) for language in ("fr", "en"))
