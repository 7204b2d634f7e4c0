"""The gallery of questions in ``queries/``: each asked of the real records, its answer reckoned once more without SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from repositories import ROOT
from traite_cli.asking.querying import answer
from traite_cli.asking.saved_queries import said, saved_queries, saved_query, values_of
from traite_cli.asking.sql_faults import Query
from traite_cli.index.guarded import Answer
from traite_cli.index.opening import opened
from traite_cli.kinds import Commitment, Meeting, Organisation, Person, Request, Topic, Update
from traite_cli.language import Sense
from traite_cli.repository import (
    SETTLED,
    Repository,
    attendee,
    held_by,
    made_on,
    members_on,
    memberships_on,
    on_day,
    prose_of,
    short_name,
    standing_on,
    state_on,
)
from traite_cli.workspace import Workspace

DAY = date(2015, 1, 22)
WORKSPACE = Workspace(Path(ROOT), DAY)
NAMES = sorted(saved_queries(WORKSPACE.source))


@pytest.fixture(scope="module")
def records() -> Repository:
    return on_day(WORKSPACE.repository, DAY)


def asked(records: Repository, name: str, **parameters: str) -> Answer:
    query = saved_query(WORKSPACE.source, name)
    return answer(opened(records, DAY), DAY, Query(query.sql, query.path), values_of(query, parameters, records, Sense(DAY)))


def column(found: Answer, name: str) -> list[object]:
    return [row[found.columns.index(name)] for row in found.rows]


def commitments(records: Repository, chosen: Callable[[Commitment], bool]) -> list[str]:
    return sorted(one.label for one in records.of(Commitment).values() if chosen(one))


def held(records: Repository) -> list[Meeting]:
    return [one for one in records.of(Meeting).values() if held_by(one, DAY)]


def test_there_are_twenty() -> None:
    """A coordinator finds twenty questions ready, each with a title in both languages."""
    assert len(NAMES) == 20
    for name in NAMES:
        query = saved_query(WORKSPACE.source, name)
        assert {"fr", "en"} <= set(query.titles), name
        assert said(query.titles, "fr").endswith("?"), name
        assert all(one.default is not None for one in query.parameters), f"{name} answers without being given anything"
        assert all(set(filter(None, one.meanings.values())) for one in query.parameters)


@pytest.mark.parametrize("name", NAMES)
def test_each_column_is_called_something_in_both_languages(records: Repository, name: str) -> None:
    """A title in French has an answer in French below it."""
    called = {one.name: one.titles for one in saved_query(WORKSPACE.source, name).columns}
    assert tuple(called) == asked(records, name).columns
    assert all(titles["fr"] and titles["en"] for titles in called.values())


@pytest.mark.parametrize("name", NAMES)
def test_each_answers(records: Repository, name: str) -> None:
    """Each question has an answer in the real records."""
    found = asked(records, name)
    assert found.rows
    assert len(set(found.rows)) == len(found.rows)


@pytest.mark.parametrize("name", NAMES)
def test_each_has_a_test_of_its_answer(name: str) -> None:
    """A question that is added is checked below, or this fails."""
    assert f"def test_{name.replace('-', '_')}(" in Path(__file__).read_text(encoding="utf-8")


def test_en_retard(records: Repository) -> None:
    """The same as `list commitments --overdue`."""
    found = asked(records, "en-retard")
    assert sorted(column(found, "title")) == commitments(records, lambda one: state_on(records, one, DAY).overdue)
    assert set(column(found, "days_late")) == {22.0}


def test_echeances(records: Repository) -> None:
    """What is open and due within so many days."""
    for days in (5, 10, 90):

        def soon(one: Commitment, last: date = DAY + timedelta(days=days)) -> bool:
            state = state_on(records, one, DAY)
            return state.status not in SETTLED and state.due is not None and DAY <= state.due.last <= last

        assert sorted(column(asked(records, "echeances", days=str(days)), "title")) == commitments(records, soon)


def test_promesses_par_organisation(records: Repository) -> None:
    """Each promise counts for the organisation that made it, or on whose behalf it was made, once."""
    counted: Counter[str] = Counter()
    for one in records.of(Commitment).values():
        refs = {ref.slug for ref in (*one.by, *([one.on_behalf_of] if one.on_behalf_of else []))}
        counted.update(short_name(records.of(Organisation)[slug]) for slug in refs if slug in records.of(Organisation))
    found = asked(records, "promesses-par-organisation")
    assert dict(zip(column(found, "organisation"), column(found, "promised"), strict=True)) == counted
    assert sum(column(found, "overdue")) == 8


def test_sans_suivi(records: Repository) -> None:
    """Not settled, no part of another, and the last news, or else the promise itself, is that old."""

    def silent(one: Commitment) -> bool:
        last = max((news.date.last for news in one.follow_ups if news.date), default=None)
        made = made_on(records, one)
        when = last or (made.last if made else None)
        return (
            state_on(records, one, DAY).status not in SETTLED
            and one.part_of is None
            and when is not None
            and when < DAY - timedelta(days=30)
        )

    assert sorted(column(asked(records, "sans-suivi"), "title")) == commitments(records, silent)


def test_engagements_d_une_reunion(records: Repository) -> None:
    """All that was promised there."""
    for slug in ("2014-10-22-cabinet-interieur", "2014-12-17-cncdh"):
        found = asked(records, "engagements-d-une-reunion", meeting=slug)
        assert sorted(column(found, "title")) == commitments(
            records, lambda one, slug=slug: one.made_at is not None and one.made_at.slug == slug
        )
        assert found.rows


def test_engagements_d_une_personne(records: Repository) -> None:
    """Whole promises of somebody, with their parts counted."""
    found = asked(records, "engagements-d-une-personne")
    assert column(found, "parts_kept") == [None, 0]
    assert column(found, "parts") == [None, 7]
    assert sorted(column(found, "title")) == commitments(
        records, lambda one: any(ref.slug == "raphael-sodini" for ref in one.by) and one.part_of is None
    )


def test_promesses_en_parties(records: Repository) -> None:
    """Those that are counted."""
    found = asked(records, "promesses-en-parties")
    assert sorted(column(found, "title")) == commitments(records, lambda one: state_on(records, one, DAY).of > 0)
    assert ("Préparer une lettre du Ministre aux préfets", 0, 7, "no_news") in found.rows


def test_questions_sans_reponse(records: Repository) -> None:
    """Every question that no answer says to be answered."""
    (request,) = records.of(Request).values()
    last = {one.item: one.status for one in request.answers}
    expected = [one.number for one in request.questions() if last.get(one.number) in {None, "partial"}]
    assert column(asked(records, "questions-sans-reponse"), "number") == expected


def test_taux_de_reponse(records: Repository) -> None:
    """Questions with any answer, of all; those without one, and those answered in part, are the questions that wait."""
    (request,) = records.of(Request).values()
    numbers = {one.number for one in request.questions()}
    answered = len(numbers & {one.item for one in request.answers})
    last = {one.item: one.status for one in request.answers}
    in_part = sum(last.get(number) == "partial" for number in numbers)
    left = len(numbers) - answered
    percent = round(100 * answered / len(numbers))
    assert asked(records, "taux-de-reponse").rows == ((request.label, len(numbers), answered, in_part, left, percent),)
    assert in_part + left == len(asked(records, "questions-sans-reponse").rows)


def test_presences_par_organisation(records: Repository) -> None:
    """Meetings held at which somebody sat for the organisation."""
    counted: Counter[str] = Counter()
    for meeting in held(records):
        day = meeting.date.first if meeting.date else None
        there = {found.organisation.slug for entry in meeting.participants if (found := attendee(records, entry, day)).organisation}
        counted.update(short_name(records.of(Organisation)[slug]) for slug in there)
    found = asked(records, "presences-par-organisation")
    assert dict(found.rows) == counted


def test_reunions_d_une_personne(records: Repository) -> None:
    """Every list of a meeting that names somebody."""
    titles = [
        meeting.label
        for meeting in records.of(Meeting).values()
        for entries in (meeting.participants, meeting.interlocutors, meeting.excused, meeting.represented)
        for entry in entries
        if (person := attendee(records, entry, None).person) and person.slug == "genevieve-colas"
    ]
    assert sorted(column(asked(records, "reunions-d-une-personne"), "title")) == sorted(titles)


def test_interlocuteurs(records: Repository) -> None:
    """Everybody who was met at a meeting held."""
    met = {
        person.label for meeting in held(records) for entry in meeting.interlocutors if (person := attendee(records, entry, None).person)
    }
    found = asked(records, "interlocuteurs")
    assert set(column(found, "name")) == met
    assert column(found, "last_met") == sorted(column(found, "last_met"), reverse=True)


def test_annuaire(records: Repository) -> None:
    """Those who hold a function there on the day."""
    expected = [
        one.label
        for one in records.of(Person).values()
        for held in memberships_on(one, DAY)
        if held.organisation and held.organisation.slug == "miprof"
    ]
    assert sorted(column(asked(records, "annuaire"), "name")) == sorted(expected)


def test_membres(records: Repository) -> None:
    """The members of the day, coordinators and observers too."""
    observers = [one for one in records.of(Organisation).values() if (standing := standing_on(one, DAY)) and standing.status == "observer"]
    expected = sorted(short_name(one) for one in (*members_on(records, DAY), *observers))
    assert sorted(column(asked(records, "membres"), "organisation")) == expected


def test_candidatures(records: Repository) -> None:
    """Each paper asked of a candidate, and whether it came."""
    expected = [
        (one.label, paper, int(paper in standing.received))
        for one in records.of(Organisation).values()
        if (standing := standing_on(one, DAY)) and standing.status == "candidate"
        for paper in standing.required
    ]
    found = asked(records, "candidatures")
    assert list(zip(column(found, "name"), column(found, "paper"), column(found, "received"), strict=True)) == expected


def test_decisions(records: Repository) -> None:
    """All decisions in the order of time; with a day, those since."""
    everything = [(str(one.date), decision.text) for one in records.of(Meeting).values() for decision in one.decisions]
    found = asked(records, "decisions")
    assert list(zip(column(found, "date"), column(found, "text"), strict=True)) == sorted(everything, key=lambda pair: pair[0])
    assert len(asked(records, "decisions", since="2014-12").rows) == sum(day >= "2014-12" for day, _ in everything)


def test_fil_d_un_dossier(records: Repository) -> None:
    """What is filed under the topic, by its field or by a passage."""
    for topic in ("rapport-union-europeenne", "traite-des-mineurs"):
        expected = [
            one.label
            for kind in (Meeting, Commitment, Request, Update)
            for one in records.of(kind).values()
            if topic in {ref.slug for ref in one.topics} or topic in {prose.topic for prose in prose_of(one)}
        ]
        assert sorted(column(asked(records, "fil-d-un-dossier", topic=topic), "label")) == sorted(expected)


def test_dossiers_silencieux(records: Repository) -> None:
    """Every open topic once, with the last day on which something was filed under it."""
    found = asked(records, "dossiers-silencieux")
    assert sorted(column(found, "title")) == sorted(one.label for one in records.of(Topic).values() if one.closed is None)
    days = dict(zip(column(found, "title"), column(found, "last_news"), strict=True))
    assert days["Le rapporteur national"] == "2014-12-17"
    assert column(found, "last_news") == sorted(column(found, "last_news"))


def test_reunions_sans_compte_rendu(records: Repository) -> None:
    """Held, no event, and no text."""
    expected = [one.label for one in held(records) if one.classification != "event" and not prose_of(one)]
    assert sorted(column(asked(records, "reunions-sans-compte-rendu"), "title")) == sorted(expected)


def test_reunions_par_mois(records: Repository) -> None:
    """Meetings held, by the month in which they began."""
    counted = Counter(f"{one.date.first:%Y-%m}" for one in held(records) if one.date)
    assert dict(asked(records, "reunions-par-mois").rows) == counted
