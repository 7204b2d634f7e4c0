"""The records as they stood on a day: nothing that happened later counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repositories import MakeRepository
from traite_cli.dates import EdtfDate
from traite_cli.kinds import Commitment, Edition, Meeting, Organisation, Person, Request, Update, read_record
from traite_cli.repository import Configuration, Repository, held_by, on_day, prose_of, state_on

STORY = {
    "organisations/ecpat.md": "---\nname: ECPAT\n---\n",
    "people/alice.md": "---\nname: Alice\n---\n",
    "meetings/premiere.md": """\
        ---
        title: Première
        date: 2014-10-22
        participants: [alice]
        decisions: [Écrire.]
        minutes_approved: seconde
        agenda: [Un point]
        ---

        On a parlé.
        """,
    "meetings/seconde.md": """\
        ---
        title: Seconde
        date: 2015-02-02
        participants: [alice]
        interlocutors: [alice]
        excused: [ecpat]
        represented: [ecpat]
        decisions: [Approuver.]
        minutes_approved: premiere
        agenda: [Un autre point]
        ---

        On a reparlé.
        """,
    "meetings/sans-date.md": "---\ntitle: Événement\nclassification: event\n---\n\nUn jour.\n",
    "commitments/promesse.md": """\
        ---
        title: Promesse
        by: alice
        made_at: premiere
        due: 2014-12
        follow_ups:
          - {date: 2014-11-10, status: in_progress, note: Un brouillon, reply: {date: 2015-01-10, text: Patience}}
          - {date: 2014-12-20, due: 2015-03}
          - {date: 2015-01-22, status: kept, note: Publiée}
        ---
        """,
    "commitments/plus-tard.md": "---\ntitle: Autre\nby: alice\nmade_at: seconde\n---\n",
    "commitments/dite.md": "---\ntitle: Dite\nby: alice\nmade_on: 2014-12\n---\n",
    "requests/questions.md": """\
        ---
        title: Questions
        to: ecpat
        date: 2014-11-07
        answers:
          - {item: 1, status: partial, date: 2014-11-18}
          - {item: 1, status: answered, meeting: seconde}
          - {item: 2, status: declined}
        ---

        1. Une ?
        2. Deux ?
        """,
    "updates/nouvelle.md": "---\ntitle: Nouvelle\ndate: 2015-01-05\ntopics: []\n---\n",
    "editions/numero.md": "---\ntitle: Numéro\ndate: 2015-01-22\n---\n",
}


@pytest.fixture
def story(make_repository: MakeRepository) -> Repository:
    """A few months of a collective's life."""
    return make_repository(STORY).repository


KNOWN_LATER = {"decisions", "minutes_approved", "participants", "interlocutors", "excused", "represented"}


def test_a_later_meeting_is_planned(story: Repository) -> None:
    """It stays with its agenda; minutes, decisions and who came are not known yet."""
    then = on_day(story, date(2014, 12, 31))
    later = then.of(Meeting)["seconde"]
    assert prose_of(later) == ()
    assert all(story.of(Meeting)["seconde"].values.get(field) for field in KNOWN_LATER)
    assert not {field for field in KNOWN_LATER if later.values.get(field)}
    assert [one.title for one in later.agenda] == ["Un autre point"]
    assert not held_by(later, date(2014, 12, 31))


def test_a_meeting_that_was_has_its_minutes(story: Repository) -> None:
    """From its own day on all that is known of it counts."""
    for day in (date(2014, 10, 22), date(2014, 10, 23), date(2015, 12, 31)):
        meeting = on_day(story, day).of(Meeting)["premiere"]
        assert [prose.text for prose in prose_of(meeting)] == ["On a parlé."]
        assert len(meeting.participants) == 1


def test_a_meeting_is_held_once_its_date_is_past(story: Repository) -> None:
    """On its own day it is still planned; one without a date never is held, nor one called off."""
    meeting = story.of(Meeting)["premiere"]
    assert not held_by(meeting, date(2014, 10, 22))
    assert held_by(meeting, date(2014, 10, 23))
    assert not held_by(story.of(Meeting)["sans-date"], date(2099, 1, 1))
    assert not held_by(meeting.replaced(cancelled=True), date(2014, 10, 23))
    two_days = meeting.replaced(date=EdtfDate.parse("2014-10-22/2014-10-23"))
    assert [held_by(two_days, date(2014, 10, day)) for day in (22, 23, 24)] == [False, False, True]


def test_what_has_no_date_was_always_so(story: Repository) -> None:
    """Nothing says that it came later."""
    assert prose_of(on_day(story, date(1990, 1, 1)).of(Meeting)["sans-date"])
    assert set(on_day(story, date(1990, 1, 1)).of_kind("people")) == {"alice"}


@pytest.mark.parametrize(
    ("day", "status", "due", "replied"),
    [
        (date(2014, 10, 22), "open", "2014-12", False),
        (date(2014, 11, 9), "open", "2014-12", False),
        (date(2014, 11, 10), "in_progress", "2014-12", False),
        (date(2014, 12, 19), "in_progress", "2014-12", False),
        (date(2014, 12, 20), "in_progress", "2015-03", False),
        (date(2015, 1, 10), "in_progress", "2015-03", True),
        (date(2015, 1, 22), "kept", "2015-03", True),
    ],
)
def test_a_promise_stands_as_it_stood(story: Repository, day: date, status: str, due: str, replied: bool) -> None:
    """Follow-ups, deadlines agreed and replies count from their own day."""
    then = on_day(story, day)
    promise = then.of(Commitment)["promesse"]
    state = state_on(then, promise, day)
    assert (state.status, str(state.due)) == (status, due)
    assert any(one.reply for one in promise.follow_ups) == replied


def test_a_promise_is_not_known_before_it_is_made(story: Repository) -> None:
    """Neither one made at a meeting nor one that only has a month: a month counts from its first day."""
    assert set(on_day(story, date(2014, 10, 21)).of(Commitment)) == set()
    assert set(on_day(story, date(2014, 11, 30)).of(Commitment)) == {"promesse"}
    assert set(on_day(story, date(2014, 12, 1)).of(Commitment)) == {"promesse", "dite"}
    assert set(on_day(story, date(2015, 2, 2)).of(Commitment)) == {"promesse", "dite", "plus-tard"}


def test_answers_count_from_their_day_or_that_of_their_meeting(story: Repository) -> None:
    """One without either was always there."""
    answers = {
        day: len(on_day(story, day).of(Request)["questions"].answers) for day in (date(2014, 11, 7), date(2014, 11, 18), date(2015, 2, 2))
    }
    assert list(answers.values()) == [1, 2, 3]
    assert "questions" not in on_day(story, date(2014, 11, 6)).of(Request)


def test_updates_and_editions_come_on_their_day(story: Repository) -> None:
    """Neither is there the day before."""
    for kind, slug, day in ((Update, "nouvelle", date(2015, 1, 5)), (Edition, "numero", date(2015, 1, 22))):
        assert slug in on_day(story, day).of(kind)
        assert slug not in on_day(story, day - timedelta(days=1)).of(kind)


@given(st.dates(date(2014, 9, 1), date(2015, 4, 1)), st.dates(date(2014, 9, 1), date(2015, 4, 1)))
def test_looking_from_a_day_and_then_from_an_earlier_one_is_looking_from_the_earlier_one(one: date, other: date) -> None:
    """Time only takes away."""
    from textwrap import dedent

    records: dict[str, dict[str, object]] = {}
    for path, text in STORY.items():
        kind, slug = path.removesuffix(".md").split("/")
        records.setdefault(kind, {})[slug] = read_record(kind, slug, path, dedent(text).encode())
    repository = Repository(Configuration("C"), records)  # type: ignore[arg-type]
    early, late = sorted((one, other))

    def said(then: Repository) -> dict[str, str]:
        news = ("follow_ups", "answers", "decisions", "participants")
        return {
            record.ref: f"{sorted(record.values)} {len(record.passages)} {[len(record.values.get(one, ())) for one in news]}"
            for record in then.all()
        }

    assert said(on_day(on_day(repository, late), early)) == said(on_day(repository, early))
    assert set(said(on_day(repository, early))) <= set(said(on_day(repository, late)))


def test_what_people_and_organisations_became_later_is_gone(make_repository: MakeRepository) -> None:
    """A function taken up later, a body joined later, what the organisation is to the collective from a later day on."""
    repository = make_repository(
        {
            "organisations/miprof.md": (
                "---\nname: MIPROF\nparents: [{organisation: etat, end_date: 2014-08-25}, {organisation: droits, start_date: 2014-08-26}]\n"
                "collective_membership: [{status: observer}, {status: candidate, date: 2014-09}, {status: member, date: 2015-01-05}]\n---\n"
            ),
            "people/alice.md": "---\nname: Alice\nmemberships: [{organisation: miprof, end_date: 2014-08}, {organisation: ecpat, start_date: 2014-08-15}]\n---\n",
        }
    ).repository

    def then(day: date) -> tuple[int, int, int]:
        found = on_day(repository, day)
        organisation, person = found.of(Organisation)["miprof"], found.of(Person)["alice"]
        return len(organisation.parents), len(organisation.collective_membership), len(person.memberships)

    assert [then(date(2014, 8, 1)), then(date(2014, 8, 26)), then(date(2014, 9, 1)), then(date(2015, 1, 5))] == [
        (1, 1, 1),
        (2, 1, 2),
        (2, 2, 2),
        (2, 3, 2),
    ]
