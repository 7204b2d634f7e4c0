"""What a secretary would notice as time passes: told when it is sure, on the day asked about, and not before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from traite_cli.diagnostics import Day, Fault

Found = Callable[..., tuple[Fault, ...]]
_MIPROF = {"records/organisations/miprof.md": "---\nname: MIPROF\n---\n"}


def _told(found: Found, files: dict[str, str], day: date) -> list[str]:
    return [fault.check for fault in found(files, day)]


@pytest.mark.parametrize(("day", "told"), [(date(2015, 1, 5), []), (date(2015, 1, 6), ["question-unanswered"])])
def test_a_question_waits_two_months(found: Found, day: date, told: list[str]) -> None:
    """Sixty days after it was sent, and not a day sooner, a question without an answer is told."""
    request = "---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\n---\n\n1. Quel statut ?\n"
    assert _told(found, {"records/requests/q.md": request, **_MIPROF}, day) == told


def test_a_request_is_told_once_whatever_its_questions(found: Found) -> None:
    """Fourteen questions in one letter are one silence: one line, with their numbers."""
    items = "".join(f"{number}. Question ?\n" for number in range(1, 15))
    request = (
        f"---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\nanswers: {{item: 2, date: 2014-11-18, status: declined}}\n---\n\n{items}"
    )
    faults = found({"records/requests/q.md": request, **_MIPROF}, date(2015, 6, 1))
    assert [fault.check for fault in faults] == ["question-unanswered"]
    assert faults[0].facts["n"] == 13
    assert faults[0].facts["items"] == "1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14"


def _promise(rest: str) -> dict[str, str]:
    return {"records/commitments/p.md": f"---\ntitle: Écrire aux préfets\nby: miprof\nmade_on: 2014-09-23\n{rest}---\n", **_MIPROF}


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "due: 2014-11\n",
        "due: 2014-10\nfollow_ups: {date: 2014-11-18, status: no_news}\n",
        "due: 2014-10\nfollow_ups: {date: 2014-10-20, status: kept, note: La lettre est partie.}\n",
        "due: 2014-10\nfollow_ups: {date: 2014-10-20, due: 2015-02}\n",
    ],
    ids=["no deadline", "not long past", "looked at since", "kept", "put off"],
)
def test_a_promise_that_somebody_looked_at_is_not_told(found: Found, rest: str) -> None:
    """Ninety days after its deadline a promise is told, unless it has no deadline, news since, a good end or a new date."""
    assert _told(found, _promise(rest), date(2015, 2, 1)) == []


def test_a_deadline_that_was_put_off_is_told_at_the_new_date(found: Found) -> None:
    """The last deadline agreed is the one that counts, and the one pointed at."""
    files = _promise("due: 2014-09\nfollow_ups:\n  - {date: 2014-09-30, due: 2014-10}\n")
    faults = found(files, date(2015, 2, 1))
    assert [(fault.check, fault.span.line) for fault in faults] == [("deadline-unwatched", 7)]
    assert faults[0].facts["date"] == Day("2014-10-31")


def _meeting(header: str, body: str = "") -> dict[str, str]:
    return {"records/meetings/m.md": f"---\ntitle: Réunion\n{header}\n---\n{body}"}


@pytest.mark.parametrize(
    "header",
    [
        "date: 2015-01-01",
        "date: 2014-11-18\ncancelled: true",
        "date: 2014-11-18\nclassification: event",
        "date: 2014-11-18\ndecisions: Écrire.",
    ],
    ids=["lately", "called off", "by others", "its decisions stand there"],
)
def test_no_minutes_are_missed_where_none_are_due(found: Found, header: str) -> None:
    """A month is given; what was called off, organised by others, or told by its decisions needs none."""
    assert _told(found, _meeting(header), date(2015, 1, 22)) == []


def test_minutes_may_stand_in_an_update(found: Found) -> None:
    """A meeting that a dated note draws on is told there."""
    update = "---\ntitle: Suite\ndate: 2014-12-01\ntopics: t\nmeetings: m\n---\n\nLe point sur la réunion.\n"
    files = {**_meeting("date: 2014-11-18"), "records/updates/u.md": update, "records/topics/t.md": "---\ntitle: T\n---\n"}
    assert _told(found, files, date(2015, 1, 22)) == []


def _sat(memberships: str) -> dict[str, str]:
    return {
        **_meeting("date: 2015-01-05\nparticipants: {person: alice, organisation: miprof}", "\nLe rapport.\n"),
        "records/people/alice.md": f"---\nname: Alice Tallon\nmemberships:\n{memberships}---\n",
        **_MIPROF,
    }


@pytest.mark.parametrize(
    ("memberships", "told"),
    [
        ("  - {organisation: miprof, end_date: 2014-12}\n", ["membership-over"]),
        ("  - {organisation: miprof, end_date: 2015}\n", []),
        ("  - {organisation: miprof, end_date: 2013}\n  - {organisation: miprof, start_date: 2014-06}\n", []),
        ("  - {organisation: miprof, end_date: 2014}\n  - {organisation: miprof}\n", []),
    ],
    ids=["left", "left later that year", "came back", "one without an end"],
)
def test_who_had_left_is_told_when_nothing_says_that_they_came_back(found: Found, memberships: str, told: list[str]) -> None:
    """Only memberships that all ended before the meeting make it sure."""
    assert _told(found, _sat(memberships), date(2015, 1, 22)) == told
