"""Who belonged where on a day: functions of people, what an organisation is to the collective, for whom somebody sits."""

from __future__ import annotations

from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.kinds import Meeting, Organisation, Person
from traite_cli.repository import Repository, affiliation, attendee, members_on, memberships_on, role_in, standing_on

PERSON = "---\nname: A\nmemberships:\n{}---\n"


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        ("start_date: 2014-11-05, end_date: 2014-11-20", "2014-11-05", "2014-11-20"),
        ("start_date: 2014-11, end_date: 2014-12", "2014-11-01", "2014-12-31"),
        ("start_date: 2014, end_date: 2014", "2014-01-01", "2014-12-31"),
        ("start_date: 2014-11~, end_date: 2015-02~", "2014-11-01", "2015-02-28"),
    ],
)
def test_a_function_is_held_from_its_first_day_to_its_last(make_repository: MakeRepository, dates: str, first: str, last: str) -> None:
    """A month begins on its first day and ends on its last."""
    person = make_repository({"people/a.md": PERSON.format(f"  - {{organisation: o, {dates}}}\n")}).repository.of(Person)["a"]
    held = {text: len(memberships_on(person, day(text))) for text in (first, last)}
    before, after = date.fromordinal(day(first).toordinal() - 1), date.fromordinal(day(last).toordinal() + 1)
    assert held == {first: 1, last: 1}
    assert memberships_on(person, before) == memberships_on(person, after) == ()


def test_a_bound_that_is_not_given_is_open(make_repository: MakeRepository) -> None:
    """Without dates a function was always held."""
    person = make_repository(
        {"people/a.md": PERSON.format("  - o\n  - {organisation: p, end_date: 2014}\n  - {organisation: q, start_date: 2015}\n")}
    ).repository.of(Person)["a"]

    def held(text: str) -> list[str]:
        return [one.organisation.slug for one in memberships_on(person, day(text)) if one.organisation]

    assert (held("1990-01-01"), held("2014-12-31"), held("2015-01-01"), held("2099-01-01")) == (
        ["o", "p"],
        ["o", "p"],
        ["o", "q"],
        ["o", "q"],
    )


def test_what_an_organisation_is_to_the_collective(make_repository: MakeRepository) -> None:
    """The last entry on or before a day; nothing before the first; one without a date was always so."""
    repository = make_repository(
        {
            "organisations/a.md": "---\nname: A\ncollective_membership:\n  - {status: candidate, date: 2014-11}\n  - {status: member, date: 2015-01-05}\n  - {status: left, date: 2016}\n---\n",
            "organisations/b.md": "---\nname: B\ncollective_membership: observer\n---\n",
            "organisations/c.md": "---\nname: C\n---\n",
        }
    ).repository

    def standing(slug: str, text: str) -> str | None:
        found = standing_on(repository.of(Organisation)[slug], day(text))
        return found.status if found else None

    assert [standing("a", text) for text in ("2014-10-31", "2014-11-01", "2015-01-04", "2015-01-05", "2015-12-31", "2016-01-01")] == [
        None, "candidate", "candidate", "member", "member", "left",
    ]  # fmt: skip
    assert (standing("b", "1990-01-01"), standing("c", "2015-01-01")) == ("observer", None)
    assert [one.slug for one in members_on(repository, day("2015-06-01"))] == ["a"]


MEETING = "---\ntitle: m\ndate: 2014-11-18\nparticipants: [{}]\n---\n"


def organisation_of(repository: Repository) -> tuple[str | None, tuple[str, ...], str]:
    meeting = repository.of(Meeting)["m"]
    assert meeting.date
    found = attendee(repository, meeting.participants[0], meeting.date.first)
    return (found.organisation.slug if found.organisation else None), found.ambiguous, found.role


@pytest.mark.parametrize(
    ("entry", "memberships", "found"),
    [
        ("a", "  - {organisation: o, role: présidente}\n", ("o", (), "présidente")),
        ("a", "", (None, (), "")),
        ("a", "  - {organisation: o, end_date: 2014-11-17}\n", (None, (), "")),
        ("a", "  - {organisation: o, start_date: 2014-11}\n  - {organisation: p, start_date: 2014-12}\n", ("o", (), "")),
        ("a", "  - o\n  - p\n", (None, ("o", "p"), "")),
        ("a", "  - {organisation: o, role: un}\n  - {organisation: o, role: deux}\n", ("o", (), "un")),
        ("a", "  - {organisation: collectif, role: coordinatrice}\n  - o\n", ("o", (), "")),
        ("a", "  - {organisation: collectif, role: coordinatrice}\n", (None, (), "coordinatrice")),
        ("{person: a, organisation: p}", "  - {organisation: o, role: un}\n  - {organisation: p, role: deux}\n", ("p", (), "deux")),
        ("{person: a, role: invitée}", "  - {organisation: o, role: un}\n", ("o", (), "invitée")),
        ("o", "", ("o", (), "")),
        ("{organisation: o}", "", ("o", (), "")),
    ],
)
def test_for_whom_somebody_sits(
    make_repository: MakeRepository, entry: str, memberships: str, found: tuple[str | None, tuple[str, ...], str]
) -> None:
    """The entry says so, or the membership of the day; the collective's own does not count; two that fit at once are told."""
    repository = make_repository(
        {
            "people/a.md": PERSON.format(memberships) if memberships else "---\nname: A\n---\n",
            "meetings/m.md": MEETING.format(entry),
            **{f"organisations/{slug}.md": f"---\nname: {slug}\n---\n" for slug in ("o", "p", "collectif")},
        },
        toml='name = "C"\norganisation = "collectif"\n',
    ).repository
    assert organisation_of(repository) == found


def test_a_function_is_that_of_the_organisation_one_sits_for(make_repository: MakeRepository) -> None:
    """Of several held that day."""
    repository = make_repository(
        {
            "people/a.md": PERSON.format("  - {organisation: o, role: un}\n  - {organisation: p, role: deux}\n"),
            "organisations/p.md": "---\nname: P\n---\n",
        }
    ).repository
    person = repository.of(Person)["a"]
    assert (role_in(person, repository.of(Organisation)["p"], day("2015-01-01")), role_in(person, None, day("2015-01-01"))) == (
        "deux",
        "un",
    )
    assert len(affiliation(repository, person, day("2015-01-01"))) == 2
