"""The tables: what they say on a day is what every other command says, however the day is reached."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from repositories import ROOT, MakeRepository
from traite_cli.index import tables
from traite_cli.index.keywords import KEYWORDS
from traite_cli.index.schema import ATTENDANCE, CHILDREN, MOMENT, child_of
from traite_cli.index.schema import tables as all_tables
from traite_cli.kinds import KINDS, Commitment, Meeting, Organisation, Person, Struct
from traite_cli.repository import Repository, for_audience, held_by, memberships_on, on_day, standing_on, state_on
from traite_cli.workspace import Workspace

FILES = {
    "organisations/collectif.md": "---\nname: Le Collectif\n---\n",
    "organisations/miprof.md": "---\nname: MIPROF\nparents: [{organisation: etat, start_date: 2014-06}]\n---\n",
    "organisations/etat.md": "---\nname: État\nclassification: ministry\n---\n",
    "organisations/a.md": "---\nname: A\ncollective_membership: [{status: candidate, date: 2014-06}, {status: member, date: 2015-01-05}, {status: left, date: 2015-02-20}]\n---\n",
    "organisations/b.md": "---\nname: B\ncollective_membership: [coordinator, {status: observer, date: 2015-03}, {status: candidate, date: 2014-12}]\n---\n",
    "organisations/c.md": "---\nname: C\ncollective_membership: member\n---\n",
    "organisations/d.md": "---\nname: D\ncollective_membership: {status: member, date: 2013}\n---\n",
    "people/sodini.md": "---\nname: Raphaël Sodini\nmemberships: [{organisation: miprof, role: conseiller, end_date: 2014}, {organisation: etat, start_date: 2015-02}]\n---\n",
    "people/zoe.md": "---\nname: Zoé\naudience: members\ncontact_details: {type: email, value: zoe@exemple.org}\n---\n",
    "topics/sejour.md": "---\ntitle: Le titre de séjour\nlead: zoe\n---\n",
    "topics/rapport.md": "---\ntitle: Le rapport\nparent: sejour\nclosed: 2015-02\n---\nVoir [le titre](sejour.md).\n",
    "meetings/un.md": "---\ntitle: Avec la MIPROF\ndate: 2014-11-18\nparticipants: [sodini, {organisation: miprof, note: deux personnes}]\nexcused: zoe\ndecisions: Écrire\nagenda: {title: Un point, topics: sejour}\n---\nAvant.\n\n## [Le titre](../topics/sejour.md)\n\nDessus.\n\n::: contributors\nEntre nous, [Zoé](../people/zoe.md).\n:::\n",
    "meetings/deux.md": "---\ntitle: Plénière\ndate: 2015-02-02\nminutes_approved: trois\nparticipants: sodini\nrepresented: {person: zoe, by: sodini}\nnotices: [2015-01-05, 2015-01-20]\nx: {dossier: 12, clé: [a, b]}\n---\nLe compte rendu.\n",
    "meetings/trois.md": "---\ntitle: Annulée\ndate: 2015-03\ncancelled: true\n---\n",
    "meetings/sans-date.md": "---\ntitle: Sans date\nclassification: event\n---\nPlus tard.\n",
    "commitments/tout.md": "---\ntitle: Tout\nby: sodini\non_behalf_of: miprof\nmade_at: un\ndue: 2014\ntopics: sejour\nfollow_ups: [{date: 2015-01-10, due: 2015-02, note: reporté}, {date: 2015-01, status: in_progress, reply: {date: 2015-02-14, text: Oui, by: sodini}}]\n---\n",
    "commitments/part-un.md": "---\ntitle: Un\nby: sodini\nmade_at: un\npart_of: tout\nfollow_ups: {date: 2015-01-15, status: kept, note: x}\n---\n",
    "commitments/part-deux.md": "---\ntitle: Deux\nby: sodini\nmade_on: 2015-02-10\npart_of: tout\nfollow_ups: {date: 2015-03-05, status: kept, note: x}\n---\n",
    "commitments/part-de-part.md": "---\ntitle: Deux un\nby: sodini\nmade_on: 2015-02-15\npart_of: part-deux\n---\n",
    "commitments/chacun.md": "---\ntitle: Annoter\nmade_on: 2014-12\neach_member: true\ndue: 2015-02\nfollow_ups: [{date: 2015-01-10, status: kept, by: b, note: x}, {date: 2015-02-12, by: a, status: kept, note: y}, {date: 2015-04-02, status: broken, note: z}]\n---\n",
    "commitments/un-seul.md": "---\ntitle: Un seul\nmade_on: 2014-12\neach_member: true\nfollow_ups: {date: 2015-01-10, status: kept, by: a, note: x}\n---\n",
    "commitments/part-de-chacun.md": "---\ntitle: Part\nmade_on: 2014-12\nby: sodini\npart_of: tous\n---\n",
    "commitments/tous.md": "---\ntitle: Tous\nmade_on: 2014-11\neach_member: true\nfollow_ups:\n"
    + "".join(f"  - {{date: 2015-01-{12 + number}, status: kept, by: {name}, note: x}}\n" for number, name in enumerate("cdb"))
    + "---\n",
    "commitments/en-rond.md": "---\ntitle: En rond\nby: zoe\nmade_at: updates/n\npart_of: en-rond-aussi\n---\n",
    "commitments/en-rond-aussi.md": "---\ntitle: En rond aussi\nby: nul-part\nmade_on: 2014\npart_of: en-rond\ndue: 9999-12-31\n---\n",
    "requests/q.md": "---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\nanswers: [{item: 1, meeting: un, status: partial}, {item: 1, date: 2015-02-01, status: answered, text: Oui}, {item: 9, date: 2015-01-01, status: declined}]\n---\n\n1. Un\n2. Deux\n3. Trois\n",
    "updates/n.md": "---\ntitle: Nouvelles\ndate: 2015-01-22\ntopics: rapport\nmeetings: un\n---\nDu neuf.\n",
    "documents/d.md": "---\ntitle: Rapport\ndate: 2014\nauthors: [miprof, {name: Jean Dupont}]\nlinks: {url: https://exemple.org, note: là}\n---\n",
    "editions/e.md": "---\ntitle: Document\ndate: 2015-01-22\naudience: contributors\nsections: [{title: La MIPROF, meeting: un, records: [updates/n, meetings/deux]}]\nenclosures: {document: d, note: à lire}\n---\n",
}
TOML = 'name = "C"\norganisation = "collectif"\n'
DAYS = [date(2013, 6, 1), *(date(2014, 10, 25) + timedelta(days=one) for one in range(0, 170, 1)), date(2031, 1, 1)]


@pytest.fixture
def repository(make_repository: MakeRepository) -> Repository:
    return make_repository(FILES, toml=TOML).repository


def filled(repository: Repository) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    tables.create(connection)
    tables.fill(connection, repository)
    return connection


def contents(connection: sqlite3.Connection) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """What every table says; the place in a list is that in the file, also of what is not there yet, and ``states`` tells of all days."""
    for name, table in all_tables().items():
        columns = ", ".join(one.name for one in table.columns if one.name != "position")
        rows = [tuple(row) for row in connection.execute(f"SELECT {columns} FROM {name}")]
        if name != "states":
            yield name, sorted(rows, key=repr)


def test_a_day_is_reached_by_turning_to_it_as_by_filling_for_it(repository: Repository) -> None:
    """What is filled once and turned to a day says what the records as of that day say, in every table."""
    connection = filled(repository)
    for day in DAYS[::7]:
        tables.look_at(connection, day, nothing_later=True)
        then = filled(on_day(repository, day))
        tables.look_at(then, day)
        for (name, found), (_, expected) in zip(contents(connection), contents(then), strict=True):
            assert found == expected, (day, name)


@pytest.mark.parametrize("records", ["made", "real"])
def test_a_commitment_is_in_the_state_that_every_command_gives_it(repository: Repository, records: str) -> None:
    """State, deadline, overdue and counts are those of ``state_on`` on every day."""
    repository = repository if records == "made" else Workspace(ROOT).repository
    connection = filled(repository)
    for day in DAYS if records == "made" else DAYS[::15]:
        tables.look_at(connection, day, nothing_later=True)
        then = on_day(repository, day)
        expected = {}
        for slug, one in then.of(Commitment).items():
            state = state_on(then, one, day)
            expected[slug] = (state.status, str(state.due) if state.due else None, int(state.overdue), state.kept, state.of)
        rows = connection.execute("SELECT slug, status, deadline, overdue, kept, total FROM commitments")
        assert {row[0]: tuple(row[1:]) for row in rows} == expected, day


def test_states_follow_one_another_without_a_gap(repository: Repository) -> None:
    """The states of a commitment cover all days, each once."""
    connection = filled(repository)
    for slug in repository.of(Commitment):
        spells = connection.execute("SELECT from_day, until_day FROM states WHERE commitment = ? ORDER BY from_day", (slug,)).fetchall()
        assert spells[0][0] == date.min.isoformat()
        assert spells[-1][1] == date.max.isoformat()
        for (_, until), (begun, _) in zip(spells, spells[1:], strict=False):
            assert date.fromisoformat(until) + timedelta(days=1) == date.fromisoformat(begun)


def test_no_news_is_known_before_the_promise(make_repository: MakeRepository) -> None:
    """Whatever day somebody wrote beside it."""
    promise = "---\ntitle: C\nby: a\nmade_on: 2015-03-01\nfollow_ups: [{date: 2014-12-01, status: in_progress}]\n---\n"
    connection = filled(make_repository({"commitments/c.md": promise}).repository)
    for day, known in ((date(2015, 1, 1), 0), (date(2015, 3, 1), 1)):
        tables.look_at(connection, day, nothing_later=True)
        assert len(connection.execute("SELECT * FROM follow_ups").fetchall()) == known


def test_meetings_functions_and_standings_are_those_of_the_day(repository: Repository) -> None:
    """Held, in office, in the collective: the same as the functions say on every day."""
    connection = filled(repository)
    for day in DAYS:
        tables.look_at(connection, day)
        for slug, meeting in repository.of(Meeting).items():
            state = "cancelled" if meeting.cancelled else "held" if held_by(meeting, day) else "planned"
            assert connection.execute("SELECT state FROM meetings WHERE slug = ?", (slug,)).fetchone()[0] == state
        for slug, organisation in repository.of(Organisation).items():
            standing = standing_on(organisation, day)
            found = connection.execute("SELECT standing FROM organisations WHERE slug = ?", (slug,)).fetchone()[0]
            assert found == (standing.status if standing else None), (day, slug)
        for slug, person in repository.of(Person).items():
            held = [one.organisation.slug for one in memberships_on(person, day) if one.organisation]
            found = connection.execute("SELECT organisation FROM memberships WHERE person = ? AND held ORDER BY position", (slug,))
            assert [row[0] for row in found] == held, (day, slug)


def test_attendance_says_for_whom_people_came(repository: Repository) -> None:
    """Organisation and function are those of the day of the meeting."""
    rows = filled(repository).execute(
        "SELECT meeting, capacity, person, organisation, role, by_ FROM attendance ORDER BY meeting, capacity"
    )
    assert [tuple(row) for row in rows] == [
        ("deux", "participants", "sodini", "etat", None, None),
        ("deux", "represented", "zoe", None, None, "sodini"),
        ("un", "excused", "zoe", None, None, None),
        ("un", "participants", "sodini", "miprof", "conseiller", None),
        ("un", "participants", None, "miprof", None, None),
    ]


def test_questions_have_the_last_answer(repository: Repository) -> None:
    """A question is in the state of its last answer by the day, unanswered without one."""
    connection = filled(repository)
    asked = "SELECT status FROM questions ORDER BY number"
    assert [row[0] for row in connection.execute(asked)] == ["answered", "unanswered", "unanswered"]
    tables.look_at(connection, date(2015, 1, 22), nothing_later=True)
    assert [row[0] for row in connection.execute(asked)] == ["partial", "unanswered", "unanswered"]
    assert tuple(connection.execute("SELECT questions, answered FROM requests").fetchone()) == (3, 1)


def test_a_circle_reads_what_is_for_it(repository: Repository) -> None:
    """Filled from the records cut to a circle, no table holds a word of what is withheld."""
    connection = filled(for_audience(repository, "public").repository)
    told = repr([rows for _, rows in contents(connection)])
    assert "Entre nous" not in told
    assert "zoe" not in told
    assert "Raphaël Sodini" in told


def test_no_name_is_a_word_of_sql() -> None:
    """Each table and column can be written as it is: SQLite itself takes all of them, and none is in its list of words."""
    connection = sqlite3.connect(":memory:")
    for table in (*all_tables().values(), MOMENT):
        names = [column.name for column in table.columns]
        assert not KEYWORDS & {table.name, *names}
        assert len(names) == len(set(names))
        connection.execute(f"CREATE TABLE {table.name} ({', '.join(names)})")
        connection.execute(f"SELECT {', '.join(names)} FROM {table.name} ORDER BY {', '.join(table.key)}")


def test_the_words_of_sql_are_sqlites() -> None:
    """There are 147 of them; each is a word that SQLite itself does not take for just any name, or has a meaning for."""
    assert len(KEYWORDS) == 147
    refused = 0
    for word in KEYWORDS:
        try:
            sqlite3.connect(":memory:").execute(f"CREATE TABLE {word} ({word})")
        except sqlite3.OperationalError:
            refused += 1
    assert refused > 50  # the others, such as « key », it takes where nothing else can be meant


def test_every_list_of_mappings_has_a_table() -> None:
    """A list of mappings that a kind comes to have is missed here until it has a table."""
    for kind, declared in KINDS.items():
        for name, field in declared.FIELDS.items():
            if field.many and isinstance(field.type, Struct):
                assert name in ATTENDANCE or child_of(kind, name), (kind, name)
    assert len({child.name for child in CHILDREN.values()}) == len(CHILDREN)


def test_what_a_column_leads_to_is_there(repository: Repository) -> None:
    """A foreign key leads to a column of a table that tells its rows apart."""
    for table in all_tables().values():
        for column in table.columns:
            if column.to:
                name, _, target = column.to.partition(".")
                assert all_tables()[name].key in {(target,), ("ref",), ("slug",)}
