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


def follow_ups(*news: str) -> str:
    return "follow_ups:\n" + "\n".join(f"  - {{{one}}}" for one in news)


def test_a_part_of_what_each_member_owes_does_not_take_one_members_state(make_repository: MakeRepository) -> None:
    """Only a follow-up without a member speaks for the whole, and so for its parts."""
    news = NEWS.format("2015-01-05", "by: a, status: broken, note: x, due: 2016") + NEWS.format("2015-01-08", "status: in_progress")
    part = PART.replace("letter", "each").format("")
    repository = make_repository({**ORGANISATIONS, "commitments/each.md": EACH.format(news), "commitments/p1.md": part}).repository
    shared = [on(repository, day, "p1") for day in ("2015-01-05", "2015-01-08")]
    assert [(state.status, str(state.due)) for state in shared] == [("open", "2015-03"), ("in_progress", "2015-03")]


def test_a_part_of_what_every_member_has_kept_is_kept(make_repository: MakeRepository) -> None:
    """It shares the whole's state, which its members made."""
    news = "".join(NEWS.format("2015-03-05", f"by: {slug}, status: kept, note: x") for slug in "ab")
    part = PART.replace("letter", "each").format("")
    repository = make_repository({**ORGANISATIONS, "commitments/each.md": EACH.format(news), "commitments/p1.md": part}).repository
    assert statuses(repository, "2015-03-04", "2015-03-05", slug="p1") == ["open", "kept"]


def test_a_part_of_a_part_shares_through_the_chain(make_repository: MakeRepository) -> None:
    """State and deadline come from the nearest whole that says them, each on its own."""
    repository = make_repository(
        {
            "commitments/letter.md": LETTER.format("due: 2014\n" + follow_ups("date: 2015-01-05, status: no_news")),
            "commitments/p1.md": PART.format(""),
            "commitments/p2.md": PART.replace("letter", "p1").format("due: 2015-02"),
            "commitments/p3.md": PART.replace("letter", "p2").format(""),
        }
    ).repository
    found = [on(repository, "2015-01-22", slug) for slug in ("p1", "p2", "p3")]
    assert [(state.status, str(state.due), state.overdue) for state in found] == [
        ("no_news", "2014", True), ("no_news", "2015-02", False), ("no_news", "2015-02", False),
    ]  # fmt: skip


@pytest.mark.parametrize("news", ["note: On nous a rappelés.", "meeting: m", "due: 2015-06"])
def test_news_without_a_status_leaves_the_shared_state(make_repository: MakeRepository, news: str) -> None:
    """A note or a new deadline says nothing of the state; and a note nothing of the deadline."""
    repository = make_repository(
        {
            "commitments/letter.md": LETTER.format("due: 2015-03\n" + follow_ups("date: 2015-01-05, status: in_progress")),
            "commitments/p1.md": PART.format(follow_ups(f"date: 2015-01-10, {news}")),
        }
    ).repository
    found = on(repository, "2015-01-22", "p1")
    assert (found.status, str(found.due)) == ("in_progress", "2015-06" if "due" in news else "2015-03")
    assert found.last is not None


@pytest.mark.parametrize("said", ["withdrawn", "broken"])
def test_what_is_said_of_the_whole_counts_for_more_than_its_parts(make_repository: MakeRepository, said: str) -> None:
    """A promise that was withdrawn stays so, although its parts are kept, then or later."""
    kept = "follow_ups: {date: 2015-01-05, status: kept, note: x}"
    repository = make_repository(
        {
            "commitments/letter.md": LETTER.format(
                follow_ups("date: 2015-01-10, status: in_progress", f"date: 2015-01-20, status: {said}, note: x")
            ),
            "commitments/p1.md": PART.format(kept),
            "commitments/p2.md": PART.format(kept.replace("05", "25")),
        }
    ).repository
    assert statuses(repository, "2015-01-10", "2015-01-20", "2015-01-25") == ["in_progress", said, said]


def test_what_is_said_of_the_whole_counts_for_more_than_its_members(make_repository: MakeRepository) -> None:
    """Withdrawn stays withdrawn, and kept is kept, whoever has or has not."""
    kept = [f"by: {slug}, status: kept, note: x" for slug in "ab"]
    for said, news, expected in (("withdrawn", kept, (2, 2)), ("kept", kept[:1], (1, 2)), ("in_progress", kept, (2, 2))):
        told = "".join(NEWS.format("2015-03-05", one) for one in [*news, f"status: {said}, note: x"])
        found = on(make_repository({**ORGANISATIONS, "commitments/each.md": EACH.format(told)}).repository, "2015-03-06", "each")
        assert (found.status, (found.kept, found.of)) == ("kept" if said == "in_progress" else said, expected)


def test_the_silent_parts_of_a_whole_declared_kept_are_kept(make_repository: MakeRepository) -> None:
    """They share its state, and are counted so; a part that says otherwise is not."""
    repository = make_repository(
        {
            "commitments/letter.md": LETTER.format(follow_ups("date: 2015-01-10, status: kept, note: x")),
            "commitments/p1.md": PART.format(""),
            "commitments/p2.md": PART.format("follow_ups: {date: 2015-01-05, status: broken, note: x}"),
            "commitments/p3.md": PART.replace("letter", "p1").format(""),
        }
    ).repository
    found = on(repository, "2015-01-22")
    assert (found.status, found.kept, found.of) == ("kept", 1, 2)
    assert statuses(repository, "2015-01-22", slug="p3") == ["kept"]


def test_the_silent_parts_of_a_whole_that_was_withdrawn_are_not_waited_for(make_repository: MakeRepository) -> None:
    """What was kept before is still counted."""
    repository = make_repository(
        {
            "commitments/letter.md": LETTER.format(follow_ups("date: 2015-01-10, status: withdrawn")),
            "commitments/p1.md": PART.format("due: 2014"),
            "commitments/p2.md": PART.format("follow_ups: {date: 2015-01-05, status: kept, note: x}"),
        }
    ).repository
    found = on(repository, "2015-01-22")
    assert (found.status, found.kept, found.of) == ("withdrawn", 1, 1)
    assert not on(repository, "2015-01-22", "p1").overdue


def test_parts_are_counted_with_the_parts_that_they_have(make_repository: MakeRepository) -> None:
    """A silent part whose own parts are all kept is kept; its whole does not count theirs."""
    kept = "follow_ups: {date: 2015-01-05, status: kept, note: x}"
    repository = make_repository(
        {
            "commitments/letter.md": LETTER.format(follow_ups("date: 2015-01-02, status: no_news")),
            "commitments/p1.md": PART.format(""),
            "commitments/p2.md": PART.format(""),
            "commitments/q1.md": PART.replace("letter", "p1").format(kept),
            "commitments/q2.md": PART.replace("letter", "p1").format(kept),
        }
    ).repository
    found = on(repository, "2015-01-22")
    assert (found.status, found.kept, found.of) == ("no_news", 1, 2)
    assert [statuses(repository, "2015-01-22", slug=slug) for slug in ("p1", "p2")] == [["kept"], ["no_news"]]


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


def test_a_circle_still_shares_what_one_of_it_says(make_repository: MakeRepository) -> None:
    """Round the circle, and no further."""
    files = {
        "commitments/a.md": PART.replace("letter", "b").format(""),
        "commitments/b.md": PART.replace("letter", "c").format(""),
        "commitments/c.md": PART.replace("letter", "a").format("due: 2014\nfollow_ups: {date: 2015-01-05, status: no_news}"),
    }
    repository = make_repository(files).repository
    assert [(on(repository, "2015-01-22", slug).status, on(repository, "2015-01-22", slug).overdue) for slug in "abc"] == [
        ("no_news", True)
    ] * 3
