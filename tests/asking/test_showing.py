"""One record with what follows from it and all that refers to it, for the eye and for other programs."""

from __future__ import annotations

import json
from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.asking.plain import derived, plain_record
from traite_cli.asking.showing import Line, plain, show
from traite_cli.kinds import KINDS
from traite_cli.repository import Repository, for_audience
from traite_cli.workspace import Workspace

DAY = date(2015, 1, 22)
FILES = {
    "organisations/miprof.md": "---\nname: MIPROF\ncollective_membership: observer\n---\n",
    "people/sodini.md": "---\nname: Raphaël Sodini\n---\n",
    "meetings/m.md": (
        "---\ntitle: Réunion\ndate: 2014-11-18\ntime: 9h30\ncancelled: false\nparticipants:\n  - sodini\n  - {organisation: miprof, note: pour\n      l’accueil}\n"
        "  - inconnu\nagenda:\n  - {title: Un, topics: [t, u, v], part: Rapide}\nx: {a: 08, b: [NO, {c: .nan}]}\n---\n\nUn.\n\n::: members\nDeux.\n:::\n<!-- trois -->\n"
    ),
    "commitments/c.md": "---\ntitle: Écrire\nby: sodini\nmade_at: m\ndue: 2014\nfollow_ups: {date: 2015, reply: oui, meeting: m}\n---\n",
}


@pytest.fixture
def repository(make_repository: MakeRepository) -> Repository:
    return make_repository(FILES).repository


def test_a_record_for_the_eye(repository: Repository) -> None:
    """Fields in the order of their declaration, references with what they are called, lists one a line."""
    shown = show(repository, repository.find("m"), DAY)
    lines = [(line.depth, line.name, line.value) for line in shown.lines]
    assert lines[:4] == [(0, "title", "Réunion"), (0, "date", "2014-11-18"), (0, "time", "09:30"), (0, "cancelled", "false")]
    assert (1, "-", "Raphaël Sodini (people/sodini)") in lines
    assert (1, "-", "inconnu") in lines
    assert (1, "-", "organisation MIPROF (organisations/miprof), note pour l’accueil") in lines
    assert Line(0, "x", "a: 8, b: ['NO', {'c': nan}]") in shown.lines
    assert shown.body == "Un.\n\nDeux."
    assert shown.derived == {"state": "held"}


def test_who_refers_to_it_each_once_in_order(repository: Repository) -> None:
    """Through which field."""
    shown = show(repository, repository.find("m"), DAY)
    assert [(one.ref, one.field, one.label) for one in shown.referrers] == [
        ("commitments/c", "follow_ups.meeting", "Écrire"),
        ("commitments/c", "made_at", "Écrire"),
    ]


def test_a_record_for_other_programs(repository: Repository) -> None:
    """A version, the fields as they are written, what is derived, the body, who refers to it: JSON that everybody reads."""
    found = json.loads(json.dumps(plain(repository, show(repository, repository.find("m"), DAY), DAY), allow_nan=False))
    assert (found["version"], found["record"]["ref"], found["record"]["path"], found["record"]["audience"]) == (
        1,
        "meetings/m",
        "records/meetings/m.md",
        "members",
    )
    assert found["record"]["participants"] == [{"ref": "sodini"}, {"organisation": "miprof", "note": "pour l’accueil"}, {"ref": "inconnu"}]
    assert found["record"]["x"] == {"a": 8, "b": ["NO", {"c": ".nan"}]}
    assert (found["record"]["time"], found["record"]["cancelled"], found["record"]["derived"]) == ("09:30", False, {"state": "held"})
    assert (found["body"], len(found["referrers"])) == ("Un.\n\nDeux.", 2)


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("m", date(2014, 11, 18), {"state": "planned"}),
        ("m", date(2014, 11, 19), {"state": "held"}),
        ("c", date(2014, 12, 31), {"status": "open", "due": "2014", "overdue": False}),
        ("c", date(2015, 1, 1), {"status": "open", "due": "2014", "overdue": True}),
        ("miprof", DAY, {"standing": "observer"}),
        ("sodini", DAY, {}),
    ],
)
def test_what_is_derived_is_that_of_a_day(repository: Repository, name: str, day: date, expected: dict[str, object]) -> None:
    """Never stored: state, deadline, overdue, standing."""
    assert derived(repository, repository.find(name), day) == expected


def test_what_a_circle_may_not_see_is_not_shown(repository: Repository) -> None:
    """Neither passages, nor records that refer to it."""
    cut = for_audience(repository, "public").repository
    assert [record.ref for record in cut.all()] == ["people/sodini", "organisations/miprof"]
    assert show(cut, cut.find("sodini"), DAY).referrers == ()


def test_every_record_of_ours_can_be_shown(own: Workspace) -> None:
    """For the eye and as JSON, with every field that it has."""
    for record in own.repository.all():
        shown = show(own.repository, record, DAY)
        found = json.loads(json.dumps(plain(own.repository, shown, DAY), allow_nan=False))["record"]
        names = {name for name, value in record.values.items() if value not in (None, ())}
        assert names <= set(found)
        assert {line.name for line in shown.lines if line.depth == 0} == names
    assert {record.KIND for record in own.repository.all()} == set(KINDS)
    assert plain_record(own.repository, next(own.repository.all()), DAY)["derived"]
