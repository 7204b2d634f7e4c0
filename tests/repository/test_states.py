"""Where a commitment stands on a day, one rule of the record format after the other (« commitments »)."""

from __future__ import annotations

from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.kinds import Commitment
from traite_cli.repository import Repository, State, made_on, parts_of, state_on

LETTER = "---\ntitle: Écrire aux préfets\nby: sodini\nmade_on: 2014-10-22\n{}\n---\n"
NEWS = "  - {{date: {}, {}}}\n"


def on(repository: Repository, day: str, slug: str = "letter") -> State:
    return state_on(repository, repository.of(Commitment)[slug], date.fromisoformat(day))


def statuses(repository: Repository, *days: str, slug: str = "letter") -> list[str]:
    return [on(repository, day, slug).status for day in days]


def test_a_state_is_that_of_the_last_follow_up_by_then(make_repository: MakeRepository) -> None:
    """Open when there is none; from its own day on; a month's news from its first day."""
    repository = make_repository(
        {
            "commitments/letter.md": LETTER.format(
                "follow_ups:\n  - {date: 2014-11-07, status: in_progress}\n  - {date: 2015-01, status: no_news}\n  - {date: 2015-03-01, status: kept, note: a}"
            )
        }
    ).repository
    assert statuses(repository, "2014-10-22", "2014-11-06", "2014-11-07", "2014-12-31", "2015-01-01", "2015-02-28", "2015-03-01") == [
        "open", "open", "in_progress", "in_progress", "no_news", "no_news", "kept",
    ]  # fmt: skip
    assert on(repository, "2014-11-06").last is None


@pytest.mark.parametrize(
    ("due", "in_time", "late"),
    [("2014-12-31", "2014-12-31", "2015-01-01"), ("2014-12", "2014-12-31", "2015-01-01"), ("2014", "2014-12-31", "2015-01-01"), ("2015-02", "2015-02-28", "2015-03-01"),
     ("2016-02", "2016-02-29", "2016-03-01"), ("2014-11-12/2014-11-13", "2014-11-13", "2014-11-14"), ("2014-12~", "2014-12-31", "2015-01-01")],
)  # fmt: skip
def test_a_deadline_falls_on_its_last_day(make_repository: MakeRepository, due: str, in_time: str, late: str) -> None:
    """A month's on the last of the month, a year's on the last of December."""
    repository = make_repository({"commitments/letter.md": LETTER.format(f"due: {due}")}).repository
    assert [on(repository, in_time).overdue, on(repository, late).overdue] == [False, True]


@pytest.mark.parametrize(
    ("status", "overdue"),
    [("in_progress", True), ("partially_kept", True), ("no_news", True), ("kept", False), ("broken", False), ("withdrawn", False)],
)
def test_what_is_kept_broken_or_withdrawn_is_not_overdue(make_repository: MakeRepository, status: str, overdue: bool) -> None:
    """All else is, when its deadline is past."""
    repository = make_repository(
        {"commitments/letter.md": LETTER.format(f"due: 2014\nfollow_ups: {{date: 2014-11, status: {status}, note: a}}")}
    ).repository
    assert on(repository, "2015-01-22").overdue is overdue


def test_without_a_deadline_nothing_is_overdue(make_repository: MakeRepository) -> None:
    """However long ago it was promised."""
    assert not on(make_repository({"commitments/letter.md": LETTER.format("")}).repository, "2099-01-01").overdue


def test_a_deadline_may_be_moved(make_repository: MakeRepository) -> None:
    """The last one agreed by that day counts; a follow-up that only moves it leaves the state as it was."""
    repository = make_repository(
        {
            "commitments/letter.md": LETTER.format(
                "due: 2014\nfollow_ups:\n  - {date: 2014-11, status: in_progress}\n  - {date: 2015-01-10, due: 2015-02}\n  - {date: 2015-02-15, due: 2015-04-01}"
            )
        }
    ).repository
    assert [str(on(repository, day).due) for day in ("2015-01-09", "2015-01-10", "2015-02-15")] == ["2014", "2015-02", "2015-04-01"]
    assert [on(repository, day).overdue for day in ("2015-01-09", "2015-01-10", "2015-04-01", "2015-04-02")] == [True, False, False, True]
    assert statuses(repository, "2015-04-02") == ["in_progress"]


ORGANISATIONS = {
    "organisations/a.md": "---\nname: A\ncollective_membership: {status: member, date: 2014}\n---\n",
    "organisations/b.md": "---\nname: B\ncollective_membership: [{status: candidate, date: 2014}, {status: coordinator, date: 2015-01-10}]\n---\n",
    "organisations/c.md": "---\nname: C\ncollective_membership: [{status: member}, {status: left, date: 2015-02}]\n---\n",
    "organisations/d.md": "---\nname: D\ncollective_membership: {status: observer}\n---\n",
}
EACH = "---\ntitle: Annoter\nmade_on: 2014-12-01\neach_member: true\ndue: 2015-03\nfollow_ups:\n{}---\n"


def test_what_each_member_owes_is_counted_by_the_members_of_the_day(make_repository: MakeRepository) -> None:
    """Members and coordinators, as they are that day; the whole is kept when each of them has kept it."""
    news = "".join(NEWS.format(day, rest) for day, rest in [
        ("2015-01-05", "by: a, status: kept, note: x"), ("2015-01-06", "by: d, status: kept, note: x"), ("2015-01-20", "by: b, status: in_progress"), ("2015-02-10", "by: b, status: kept, note: x"),
    ])  # fmt: skip
    repository = make_repository({**ORGANISATIONS, "commitments/each.md": EACH.format(news)}).repository
    found = {
        day: on(repository, day, "each") for day in ("2015-01-04", "2015-01-05", "2015-01-10", "2015-01-31", "2015-02-09", "2015-02-10")
    }
    assert [(state.kept, state.of, state.status) for state in found.values()] == [
        (0, 2, "open"), (1, 2, "open"), (1, 3, "open"), (1, 3, "open"), (1, 2, "open"), (2, 2, "kept"),
    ]  # fmt: skip
    assert not on(repository, "2016-01-01", "each").overdue


def test_the_last_news_of_a_member_is_that_members_state(make_repository: MakeRepository) -> None:
    """Kept once and broken later is not kept; news without a status changes nothing."""
    news = "".join(
        NEWS.format(day, f"by: a, {rest}")
        for day, rest in [("2015-01-05", "status: kept, note: x"), ("2015-01-07", "note: merci"), ("2015-01-09", "status: broken, note: x")]
    )
    repository = make_repository({**ORGANISATIONS, "commitments/each.md": EACH.format(news)}).repository
    assert [on(repository, day, "each").kept for day in ("2015-01-06", "2015-01-08", "2015-01-09")] == [1, 1, 0]


def test_a_follow_up_without_a_member_speaks_for_the_whole(make_repository: MakeRepository) -> None:
    """Its status and its deadline are those of the whole; a member's own deadline is not."""
    news = NEWS.format("2015-01-05", "by: a, status: broken, note: x, due: 2016") + NEWS.format(
        "2015-01-06", "status: in_progress, due: 2015-06"
    )
    repository = make_repository({**ORGANISATIONS, "commitments/each.md": EACH.format(news)}).repository
    assert [(state.status, str(state.due)) for state in (on(repository, "2015-01-05", "each"), on(repository, "2015-01-06", "each"))] == [
        ("open", "2015-03"), ("in_progress", "2015-06"),
    ]  # fmt: skip


PART = "---\ntitle: Partie\nby: sodini\nmade_on: 2014-10-22\npart_of: letter\n{}\n---\n"


def test_a_promise_in_parts_is_kept_when_its_parts_are(make_repository: MakeRepository) -> None:
    """Counted, never typed; a part that was withdrawn is not waited for."""
    kept = "follow_ups: {date: 2015-01-05, status: kept, note: x}"
    repository = make_repository(
        {
            "commitments/letter.md": LETTER.format("due: 2015-01-01"),
            "commitments/p1.md": PART.format(kept),
            "commitments/p2.md": PART.format(kept.replace("05", "10")),
            "commitments/p3.md": PART.format("follow_ups: {date: 2015-01-10, status: withdrawn}"),
        }
    ).repository
    found = [on(repository, day) for day in ("2015-01-04", "2015-01-05", "2015-01-10")]
    assert [(state.kept, state.of, state.status, state.overdue) for state in found] == [
        (0, 3, "open", True),
        (1, 3, "open", True),
        (2, 2, "kept", False),
    ]
    assert [part.slug for part in parts_of(repository, repository.of(Commitment)["letter"])] == ["p1", "p2", "p3"]


def test_a_part_without_news_shares_the_wholes_state_and_deadline(make_repository: MakeRepository) -> None:
    """Until it has its own; a deadline of its own stays."""
    repository = make_repository(
        {
            "commitments/letter.md": LETTER.format(
                "due: 2014\nfollow_ups:\n  - {date: 2015-01-22, status: no_news}\n  - {date: 2015-02-01, due: 2015-06}"
            ),
            "commitments/p1.md": PART.format(""),
            "commitments/p2.md": PART.format("due: 2015-03\nfollow_ups: {date: 2015-02-02, status: in_progress}"),
        }
    ).repository
    shared = [on(repository, day, "p1") for day in ("2014-12-31", "2015-01-22", "2015-02-01")]
    assert [(state.status, str(state.due), state.overdue) for state in shared] == [
        ("open", "2014", False),
        ("no_news", "2014", True),
        ("no_news", "2015-06", False),
    ]
    own = [on(repository, day, "p2") for day in ("2015-01-22", "2015-02-02", "2015-04-01")]
    assert [(state.status, str(state.due), state.overdue) for state in own] == [
        ("no_news", "2015-03", False),
        ("in_progress", "2015-03", False),
        ("in_progress", "2015-03", True),
    ]


@pytest.mark.parametrize("circle", [["letter"], ["a", "letter"], ["a", "b", "letter"]])
def test_promises_that_are_parts_of_one_another_come_to_an_end(make_repository: MakeRepository, circle: list[str]) -> None:
    """A slip makes a circle: there is a state all the same."""
    files = {
        f"commitments/{slug}.md": PART.replace("letter", other).format("due: 2014")
        for slug, other in zip(circle, [*circle[1:], circle[0]], strict=True)
    }
    repository = make_repository(files).repository
    assert statuses(repository, "2015-01-22") == ["open"]


def test_a_promise_part_of_none_that_exists(make_repository: MakeRepository) -> None:
    """A reference to nothing is a fault told elsewhere; the state is the promise's own."""
    repository = make_repository({"commitments/p1.md": PART.format("due: 2014")}).repository
    assert on(repository, "2015-01-22", "p1").overdue


def test_when_a_promise_was_made(make_repository: MakeRepository) -> None:
    """Its own date, or that of the meeting or the update where it was."""
    at = "---\ntitle: a\nby: b\nmade_at: {}\n---\n"
    repository = make_repository(
        {
            "commitments/a.md": at.format("m"),
            "commitments/b.md": at.format("updates/u"),
            "commitments/c.md": at.format("nowhere"),
            "commitments/letter.md": LETTER.format(""),
            "meetings/m.md": "---\ntitle: m\ndate: 2014-11\n---\n",
            "updates/u.md": "---\ntitle: u\ndate: 2015\ntopics: t\n---\n",
        }
    ).repository
    assert [str(made_on(repository, one)) for one in repository.of(Commitment).values()] == ["2014-11", "2015", "None", "2014-10-22"]


def test_a_circle_of_hundreds_of_parts_comes_to_an_end(make_repository: MakeRepository) -> None:
    """No chain of parts, however long, exhausts the stack."""
    count = 600
    files = {f"commitments/p{n}.md": PART.replace("letter", f"p{(n + 1) % count}").format("due: 2014") for n in range(count)}
    assert statuses(make_repository(files).repository, "2015-01-22", slug="p0") == ["open"]
