"""What waits on a day: each concern from the rules of the format, each promise once where it belongs."""

from __future__ import annotations

import json
from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.asking.listing import listing
from traite_cli.asking.plain_status import plain_status
from traite_cli.asking.status import CONCERNS, Faulty, Status, faults_by_file, faulty_files, status
from traite_cli.checks.running import outcome_of
from traite_cli.kinds import word_among
from traite_cli.language import LANGUAGES, translator
from traite_cli.repository import Repository
from traite_cli.workspace import Workspace

DAY = date(2015, 1, 22)


def promise(head: str, news: str = "") -> str:
    return f"---\ntitle: x\nby: ana\n{head}\n{f'follow_ups: [{news}]' if news else ''}\n---\n"


FILES = {
    "people/ana.md": "---\nname: Ana\n---\n",
    "commitments/kept.md": promise("made_on: 2014-01-01\ndue: 2014", "{date: 2014-12-01, status: kept, note: x}"),
    "commitments/late.md": promise("made_on: 2014-12-20\ndue: 2014"),
    "commitments/today.md": promise("made_on: 2015-01-20\ndue: 2015-01-22"),
    "commitments/soon.md": promise("made_on: 2015-01-20\ndue: 2015-02-21"),
    "commitments/later.md": promise("made_on: 2015-01-20\ndue: 2015-02-22"),
    "commitments/old.md": promise("made_on: 2014-10-24"),
    "commitments/old-looked.md": promise("made_on: 2014-01-01", "{date: 2014-10-25, status: no_news}"),
    "commitments/part.md": promise("made_on: 2014-01-01\npart_of: late"),
    "commitments/part-with-news.md": promise("made_on: 2014-12-01\npart_of: late", "{date: 2015-01-05, status: in_progress}"),
}
RULED = {
    "no_news": ("{date: 2015-01-05, status: no_news}", "no_news"),
    "open": ("", "no_news"),
    "overdue": ("", "overdue"),
    "broken": ("{date: 2015-01-05, status: broken, note: x}", "broken"),
    "kept": ("{date: 2015-01-05, status: kept, note: x}", "overdue"),
}


@pytest.fixture
def repository(make_repository: MakeRepository) -> Repository:
    return make_repository(FILES).repository


def slugs(found: Status, concern: str) -> list[str]:
    return [one.commitment.slug for one in getattr(found, concern)]


def test_promises(repository: Repository) -> None:
    """Overdue, due by the end of thirty days, not looked at for ninety; a part that says nothing of its own is told with the whole."""
    found = status(repository, DAY)
    assert slugs(found, "overdue") == ["late", "part-with-news"]
    assert [(one.commitment.slug, one.days) for one in found.due] == [("today", 0), ("soon", 30)]
    assert [[part.slug for part in one.parts] for one in found.overdue] == [["part"], []]
    assert slugs(found, "silence") == ["old", "part"]
    assert slugs(status(repository, date(2015, 1, 23)), "silence") == ["old", "old-looked", "part"]
    assert (found.overdue[0].days, found.overdue[0].state.of) == (22, 2)


def test_what_is_overdue_is_what_a_list_has(repository: Repository, own: Workspace) -> None:
    """Each overdue promise of a list is in ``status``, once: in a line of its own, or with the whole that it is a part of."""
    for records, day in ((repository, DAY), (own.repository, DAY), (own.repository, date(2016, 1, 1))):
        listed = listing(records, "commitments", {"overdue": True}, day)
        told = [record.slug for one in status(records, day).overdue for record in (one.commitment, *one.parts)]
        assert sorted(told) == sorted(record.slug for record in listed.records)


@pytest.mark.parametrize(
    ("name", "after", "fired"),
    [("no_news", "", True), ("no_news", "2015-01-22", True), ("no_news", "2015-01-23", False), ("no_news", "2015-01", True), ("no_news", "2015-02", False),
     ("open", "", False), ("overdue", "", True), ("broken", "", True), ("kept", "", False)],
)  # fmt: skip
def test_what_is_to_be_escalated(make_repository: MakeRepository, name: str, after: str, fired: bool) -> None:
    """A rule whose case has come, from its day on."""
    news, case = RULED[name]
    rule = f"escalation: {{if: {case}, {f'after: {after}, ' if after else ''}to: ana, action: Écrire.}}"
    repository = make_repository(
        {"people/ana.md": "---\nname: Ana\n---\n", "commitments/c.md": promise(f"made_on: 2014-12-01\ndue: 2014\n{rule}", news)}
    ).repository
    assert bool(status(repository, DAY).escalation) == fired


def test_questions(make_repository: MakeRepository) -> None:
    """Those without an answer, the oldest request first; a letter until it has one; what is not sent yet waits for nothing."""
    files = {
        "requests/b.md": "---\ntitle: B\nto: o\ndate: 2014-12-01\nanswers: {item: 1, status: partial, date: 2014-12-02}\n---\n\n1. Un\n2. Deux\n3. Trois\n",
        "requests/a.md": "---\ntitle: A\nto: o\ndate: 2014-11-01\n---\n\nMadame,\n",
        "requests/done.md": "---\ntitle: C\nto: o\ndate: 2014-11-01\nanswers: {item: 1, status: declined, date: 2014-12-02}\n---\n\n1. Un\n",
        "requests/later.md": "---\ntitle: D\nto: o\ndate: 2015-02-01\n---\n\n1. Un\n",
    }
    found = status(make_repository(files).repository, DAY)
    assert [(one.request.slug, [question.number for question in one.questions], one.days) for one in found.unanswered] == [
        ("a", [], 82),
        ("b", [2, 3], 52),
    ]
    assert found.concerns()["unanswered"] == 3


MEETINGS = {
    "meetings/past.md": "---\ntitle: a\ndate: 2015-01-21\n---\n",
    "meetings/off.md": "---\ntitle: b\ndate: 2015-01-25\ncancelled: true\n---\n",
    "meetings/theirs.md": "---\ntitle: c\ndate: 2015-01-26\nclassification: event\n---\n",
    "meetings/far.md": "---\ntitle: e\ndate: 2015-06-01\n---\n",
}


@pytest.mark.parametrize(
    ("next_one", "days", "noticed", "missing"),
    [("", 130, None, 0), ("date: 2015-02-02", 11, None, 1), ("date: 2015-02-02\nnotices: [2015-01-10, 2015-01-20, 2015-01-30]", 11, "2015-01-20", 0), ("date: 2015-01-22", 0, None, 1)],
)  # fmt: skip
def test_the_next_meeting(make_repository: MakeRepository, next_one: str, days: int, noticed: str | None, missing: int) -> None:
    """Not what was called off; what others organise by itself; a notice that goes out later is not out, one for a far day is not missing."""
    files = {**MEETINGS, **({"meetings/next.md": f"---\ntitle: d\n{next_one}\n---\n"} if next_one else {})}
    found = status(make_repository(files).repository, DAY)
    assert found.next_meeting is not None
    assert (found.next_meeting.days, found.next_meeting.noticed and str(found.next_meeting.noticed)) == (days, noticed)
    assert found.concerns()["notice"] == missing
    assert found.next_event is not None
    assert (found.next_event.meeting.slug, found.next_event.days) == ("theirs", 4)


def test_faulty_files(make_repository: MakeRepository) -> None:
    """Counted by file; those of records that are shown, when a circle asks."""
    workspace = make_repository({"topics/a.md": "---\ntitel: x\n---\n", "topics/b.md": "---\ntitle: x\n---\n"})
    counted = faults_by_file(outcome_of(workspace.repository, DAY))
    assert [(one.path, one.errors > 0) for one in faulty_files(counted)] == [("records/topics/a.md", True)]
    assert faulty_files(counted, ["records/topics/b.md"]) == ()
    assert status(workspace.repository, DAY, (Faulty("x", 0, 2), Faulty("y", 1, 0))).concerns()["faults"] == 1


def test_a_quiet_morning(make_repository: MakeRepository) -> None:
    """Nothing waits, and nothing is counted."""
    found = status(make_repository({}).repository, DAY)
    assert set(found.concerns().values()) == {0}
    assert list(found.concerns()) == list(CONCERNS)


_TOLD = "participants: [a]\n---\n\nVu.\n"
_BARE = "---\n"


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        (_BARE, 1), ("---\n\n## Le budget\n\n::: members\n:::\n", 1), ("---\n\nVu.\n", 1), ("participants: [a]\n---\n", 1), (_TOLD, 0), ("interlocutors: [a]\ndecisions: [Oui.]\n---\n", 0),
        ("classification: event\n---\n", 0), ("cancelled: true\n---\n", 0), ("participants: [a]\nminutes_approved: b\n---\n", 0), ("---\n\n<!-- Vu.\nVu. -->\n", 1), ("participants: [a]\n---\n\nVenez.\n\n## Le budget\n", 1), ("participants: [a]\n---\n\n# Réunion\n\nVu.\n", 0),
    ],
)  # fmt: skip
def test_a_meeting_that_was_held_and_is_not_told(make_repository: MakeRepository, rest: str, count: int) -> None:
    """Who was there and what was said are both wanted; headings and remarks say neither. Cut to a circle, nobody can say what lacks."""
    repository = make_repository({"meetings/a.md": f"---\ntitle: a\ndate: 2015-01-21\n{rest}"}).repository
    assert (len(status(repository, DAY).incomplete), status(repository, DAY).concerns()["minutes"]) == (count, count)
    assert status(repository, date(2015, 4, 22)).incomplete == ()
    assert status(repository, date(2015, 1, 21)).incomplete == status(repository, DAY, is_whole=False).incomplete == ()


def test_minutes_elsewhere_are_minutes(make_repository: MakeRepository) -> None:
    """A meeting on which an update draws is told there."""
    files = {
        "meetings/a.md": f"---\ntitle: a\ndate: 2015-01-21\n{_BARE}",
        "updates/b.md": "---\ntitle: b\ndate: 2015-01-21\ntopics: c\nmeetings: a\n---\n",
    }
    assert status(make_repository(files).repository, DAY).incomplete == ()


def test_for_other_programs(repository: Repository, own: Workspace) -> None:
    """JSON that everybody reads, of these records and of ours."""
    found = json.loads(json.dumps(plain_status(status(repository, DAY)), allow_nan=False))
    assert found["concerns"] == {
        "overdue": 2,
        "due": 2,
        "unanswered": 0,
        "escalation": 0,
        "silence": 2,
        "notice": 0,
        "minutes": 0,
        "faults": 0,
    }
    assert found["overdue"][0] == {
        "ref": "commitments/late", "label": "x", "path": "records/commitments/late.md", "by": ["ana"], "status": "open", "due": "2014", "overdue": True,
        "days": 22, "looked": "2014-12-20", "kept": 0, "of": 2, "parts": ["commitments/part"],
    }  # fmt: skip
    ours = plain_status(status(own.repository, DAY))
    assert ours["next_meeting"]["ref"] == "meetings/2015-02-02-collectif"
    assert [one["number"] for one in ours["unanswered"][0]["questions"]] == [5, 9, 12, 13, 14]
    assert ours["escalation"][0]["to"] == ["bernard-cazeneuve"]


def test_each_concern_has_words_of_its_own() -> None:
    """In both languages, so that either can be asked for."""
    for t in map(translator, LANGUAGES):
        assert [word_among(CONCERNS, t(label)) for label in CONCERNS.values()] == list(CONCERNS)
