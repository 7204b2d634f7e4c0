"""Questions in SQL and saved ones: what they are given, what they answer, and mistakes told in words, at their place."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from repositories import MakeRepository
from traite_cli.asking.querying import answer, given, told, untyped
from traite_cli.asking.saved_queries import looks_like_name, said, saved_queries, saved_query, values_of
from traite_cli.asking.sql_faults import Query, is_sql
from traite_cli.asking.sql_names import column_meant, table_meant
from traite_cli.asking.sql_remarks import remarks
from traite_cli.errors import ConfigurationError, NotFound, Refused, TraiteError, UsageError
from traite_cli.index.guarded import Answer, Limits
from traite_cli.index.opening import opened
from traite_cli.index.schema import tables
from traite_cli.kinds import SEVERAL, SINGULAR
from traite_cli.language import LANGUAGES, Language, Sense, translator
from traite_cli.workspace import Workspace

DAY = date(2015, 1, 22)
FILES = {
    "people/zoe.md": "---\nname: Zoé\n---\n",
    "topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n",
    "updates/u.md": "---\ntitle: Nouvelles\ndate: 2014-12\ntopics: sejour\n---\n",
}
SAVED = """\
-- title.fr: Les nouvelles
-- title.en: The news
-- about: Une phrase.
-- param: since date = "depuis quand" "since when"
-- param: topic topic "le dossier"
-- param: most number = 10
-- param: word text = tout
-- A comment that says nothing.
SELECT title, :since, :since_last, :topic, :most, :word FROM updates
-- param: later text
"""


@pytest.fixture
def workspace(make_repository: MakeRepository) -> Workspace:
    made = make_repository(FILES)
    folder = made.root / "queries"
    (folder / "sub").mkdir(parents=True)
    (folder / "nouvelles.sql").write_text(SAVED, encoding="utf-8")
    (folder / "faute.sql").write_text("-- title: Faute\nSELECT\n  titre\nFROM updates\n", encoding="utf-8")
    (folder / "param.sql").write_text("-- param: a nombre\nSELECT 1", encoding="utf-8")
    (folder / "latin.sql").write_bytes(b"-- title: Latin\nSELECT '\xe9'")
    (folder / "long.sql").write_bytes(b" " * 200_000)
    (folder / "notes.txt").write_text("nothing", encoding="utf-8")
    return made


def test_names_of_tables_are_asked_for_in_any_case(workspace: Workspace) -> None:
    """SQL sets capitals aside in names, in what is counted without reading a column too; what is kept for us is refused in any case."""
    for sql in ("SELECT count(*) FROM Updates", 'SELECT * FROM "UPDATES"'):
        assert answer(opened(workspace.repository, DAY), DAY, Query(sql), {}).rows
    with pytest.raises(UsageError):
        answer(opened(workspace.repository, DAY), DAY, Query("WITH Updates AS (SELECT * FROM Kept_updates) SELECT * FROM Updates"), {})


def test_saved_questions_are_found_by_their_names(workspace: Workspace) -> None:
    """Each file with the ending is one; of others, and of names that look like SQL, nothing is said."""
    assert list(saved_queries(workspace.source)) == ["faute", "latin", "long", "nouvelles", "param"]
    assert looks_like_name("en-retard.sql")
    assert looks_like_name("réunions-à-venir")
    assert not looks_like_name("SELECT 1")


@pytest.mark.parametrize("said", ["nouvelles", "Les nouvelles", "les  NOUVELLES ?", "The news", "nouvelles.sql"])
def test_a_saved_question_is_found_by_its_title(workspace: Workspace, said: str) -> None:
    """In either language, without regard to capitals, accents and signs."""
    assert saved_query(workspace.source, said).name == "nouvelles"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("SELECT 1", True), ("-- all\n(SELECT 1)", True), (".tables", True), ("drop table x", True), ("", True), ("Qui est membre ?", False)],
)
def test_what_begins_as_sql_is_sql(text: str, is_one: bool) -> None:  # noqa: FBT001  # what is expected
    """All else is what a saved question is called."""
    assert is_sql(text) is is_one


def test_a_name_with_accents_is_found_however_the_disk_spells_it(workspace: Workspace) -> None:
    """An accent may be a character of its own on the disk, or in what is typed."""
    (workspace.root / "queries" / unicodedata.normalize("NFD", "présents.sql")).write_text("SELECT 1", encoding="utf-8")
    assert "présents" in saved_queries(workspace.source)
    assert saved_query(workspace.source, unicodedata.normalize("NFD", "présents")).sql == "SELECT 1"


def test_a_saved_question_says_what_it_is_and_asks_for(workspace: Workspace) -> None:
    """Titles in both languages, one word for both where there is one; parameters with type, default and meaning."""
    query = saved_query(workspace.source, "nouvelles")
    assert (said(query.titles, "fr"), said(query.titles, "en"), said(query.abouts, "en")) == ("Les nouvelles", "The news", "Une phrase.")
    assert [(*one.names, one.type, one.default) for one in query.parameters] == [
        ("since", "date", ""),
        ("topic", "topic", None),
        ("most", "number", "10"),
        ("word", "text", "tout"),
    ]
    assert said(query.parameters[0].meanings, "en") == "since when"
    assert said(query.parameters[1].meanings, "en") == "le dossier"


@pytest.mark.parametrize(
    ("parameters", "values"),
    [
        (["topic=sejour"], (None, None, "sejour", 10, "tout")),
        (["topic=topics/sejour", "since=2014-11", "most=2,5", "word=a=b"], ("2014-11-01", "2014-11-30", "sejour", 2.5, "a=b")),
        (["topic=sejour", "most=-3", "word=", "since="], (None, None, "sejour", -3, None)),
        (["topic=sejour", "since=depuis fin novembre"], ("2014-11-21", "2014-11-30", "sejour", 10, "tout")),
    ],
)
def test_what_is_given_is_put_in_as_its_type(workspace: Workspace, parameters: list[str], values: tuple[object, ...]) -> None:
    """Dates as their first and last day, records as their slug, numbers as numbers; what is left out is nothing or its default."""
    query = saved_query(workspace.source, "nouvelles")
    bound = values_of(query, given(parameters), workspace.repository, Sense(DAY))
    assert answer(opened(workspace.repository, DAY), DAY, Query(query.sql, query.path), bound).rows == (("Nouvelles", *values),)


@pytest.mark.parametrize(
    ("parameters", "error", "facts"),
    [
        ([], UsageError, {"name": "topic", "asked": "--param topic=…"}),
        (["topic=sejuor"], NotFound, {"name": "sejuor"}),
        (["topic=sejour", "since=bientôt"], UsageError, {"said": "bientôt"}),
        (["topic=sejour", "most=deux"], UsageError, {"value": "deux"}),
        (["topic=sejour", "snice=2014"], UsageError, {"name": "snice", "near": "since"}),
        (["topic"], UsageError, {"value": "topic"}),
        (["=1"], UsageError, {"value": "=1"}),
    ],
)
def test_what_is_missing_or_of_another_type_is_told(
    workspace: Workspace, parameters: list[str], error: type[TraiteError], facts: dict[str, str]
) -> None:
    """A parameter that was not given, is not known or does not fit is named, with what could stand there."""
    query = saved_query(workspace.source, "nouvelles")
    with pytest.raises(error) as raised:
        values_of(query, given(parameters), workspace.repository, Sense(DAY))
    assert facts.items() <= raised.value.facts.items()


@pytest.mark.parametrize(
    ("name", "error", "place"),
    [
        ("nouvelle", NotFound, ""),
        ("latin", ConfigurationError, "queries/latin.sql:2"),
        ("long", ConfigurationError, "queries/long.sql"),
        ("param", ConfigurationError, "queries/param.sql:1"),
    ],
)
def test_a_saved_question_that_cannot_be_read_is_told(workspace: Workspace, name: str, error: type[TraiteError], place: str) -> None:
    """One that is not there, is no text, is too long, or declares what nobody knows."""
    with pytest.raises(error) as raised:
        saved_query(workspace.source, name)
    assert raised.value.place == place


def test_a_link_is_not_followed(workspace: Workspace, tmp_path: Path) -> None:
    """A question that leads out of the repository is none."""
    outside = tmp_path / "outside.sql"
    outside.write_text("SELECT 1", encoding="utf-8")
    (workspace.root / "queries" / "lien.sql").symlink_to(outside)
    assert "lien" not in saved_queries(workspace.source)


def test_a_mistake_in_a_file_is_told_with_its_place(workspace: Workspace) -> None:
    """Path, line and column of the word that is wrong."""
    query = saved_query(workspace.source, "faute")
    with pytest.raises(ConfigurationError) as raised:
        answer(opened(workspace.repository, DAY), DAY, Query(query.sql, query.path), {})
    assert raised.value.place == "queries/faute.sql:3:3"
    assert raised.value.facts["near"] == "title"


@pytest.mark.parametrize(
    ("sql", "place", "facts"),
    [
        ("SELECT * FROM peple", "SQL:1:15", {"name": "peple", "near": "people"}),
        ("SELECT * FROM engagements", "SQL:1:15", {"near": "commitments"}),
        ("SELECT * FROM main.réunions", "SQL:1:20", {"near": "meetings"}),
        ("SELECT * FROM main.people", "SQL:1:15", {"name": "people", "database": "main"}),
        ("SELECT * FROM xyzzy", "SQL:1:15", {"near": ""}),
        ("SELECT * FROM kept_people", "SQL:1:15", {"near": "people"}),
        ("SELECT 'titel', titel -- titel\nFROM updates", "SQL:1:17", {"near": "title"}),
        ("SELECT u.titel FROM updates u", "SQL:1:10", {"name": "u.titel"}),
        ("SELECT by FROM commitments", "SQL:1:8", {"name": "by", "near": "by_"}),
        ("SELECT to FROM commitments", "SQL:1:8", {"name": "to", "column": "to_"}),
        ("SELECT xyzzy FROM updates", "SQL:1:8", {"table": "updates"}),
        ("SELECT title\nFROM updates, topics", "SQL:1:8", {"name": "title"}),
        ("SELECT cuont(*) FROM people", "SQL:1:8", {"near": "count"}),
        ("SELECT load_extension('a')", "SQL:1:8", {"name": "load_extension"}),
        ("SELECT abs()", "SQL:1:8", {"name": "abs"}),
        ("SELECT :topic", "SQL:1:8", {"name": "topic"}),
        ("SELECT ?", "SQL:1:8", {}),
        ("SELECT title FROM", "", {}),
        ("SELECT 'a", "SQL:1:8", {}),
        ("SELECT title\nFROM FROM updates", "SQL:2:6", {"name": "FROM"}),
        ("SELECT 1; SELECT 2", "", {}),
        ("DROP TABLE people", "", {}),
        ("VACUUM INTO 'copy.db'", "", {}),
        ("; -- nothing", "", {}),
        ("SELCT title FROM updates", "SQL:1:1", {"name": "SELCT"}),
        (".tables", "", {"table": ""}),
        ("show tables;", "", {"table": ""}),
        (".schema updates", "", {"table": "updates"}),
        ("\\d réunions", "", {"table": "meetings"}),
        ("PRAGMA table_info(people)", "", {"table": "people"}),
        ("SELECT '\0'", "", {}),
        ("SELECT '\ud800'", "", {}),
        ("SELECT json_extract('{', '$')", "", {}),
        ("SELECT 1 ORDER BY 2", "", {}),
        ("SELECT year(date) FROM updates", "SQL:1:8", {"near": "substr(date, 1, 4)"}),
        ("SELECT title FROM updates WHERE title = 'l'accueil'", "SQL:1:44", {"name": "accueil"}),
        ("SELECT title FROM updates WHERE title = « accueil »", "SQL:1:43", {"name": "accueil"}),
        ("SELECT title FROM updates WHERE title = ’accueil’", "SQL:1:41", {"near": ""}),
        ("SELECT TOP 5 title FROM updates", "SQL:1:12", {"name": "5"}),
        ("SELECT title FROM updates WHERE title ILIKE 'n%'", "SQL:1:39", {"name": "ILIKE"}),
        ("SELECT title FROM updates WHERE title REGEXP 'n.*'", "SQL:1:39", {"name": "REGEXP", "near": ""}),
        ("SELECT * FROM dbstat", "SQL:1:15", {"name": "dbstat"}),
    ],
)
def test_a_mistake_is_told_in_words(workspace: Workspace, sql: str, place: str, facts: dict[str, str]) -> None:
    """The place where it stands, what was probably meant, and no sentence of SQLite's where we have one."""
    with pytest.raises(UsageError) as raised:
        answer(opened(workspace.repository, DAY), DAY, Query(sql), {})
    assert raised.value.place == place
    assert facts.items() <= raised.value.facts.items()
    assert str(raised.value)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        *((t(SEVERAL[kind]), kind) for t in map(translator, LANGUAGES) for kind in SEVERAL),
        *((t(SINGULAR[kind]).partition(" ")[2], kind) for t in map(translator, LANGUAGES) for kind in SINGULAR),
        ("REUNION", "meetings"), ("persone", "people"), ("meetin", "meetings"), ("presences", "attendance"), ("suivi", "follow_ups"),
        ("réponses", "answers"), ("ordre_du_jour", "agenda_items"), ("fonctions", "memberships"), ("états", "states"),
        ("followups", "follow_ups"), ("xyzzy", ""), ("sqlite_master", ""),
    ],
)  # fmt: skip
def test_a_table_is_proposed_by_whatever_people_call_what_it_holds(name: str, table: str) -> None:
    """One record or several, in either language, with a slip; what means nothing proposes nothing."""
    assert table_meant(name) == table


@pytest.mark.parametrize(
    ("name", "asked", "column"),
    [
        ("titre", "meetings", "title"), ("nom", "people", "name"), ("nmae", "people", "name"), ("échéance", "commitments", "due"),
        ("ETAT", "commitments", "status"), ("pris_par", "commitments", "by_"), ("fonction", "attendance", "role"),
        ("statut", "follow_ups", "status"), ("responsable", "meetings", ""), ("titre", "people", ""), ("numéro", "questions", "number"),
    ],
)  # fmt: skip
def test_a_column_is_proposed_by_whatever_people_call_it(name: str, asked: str, column: str) -> None:
    """A field's label, a list's heading, a slip; only what the table has."""
    assert column_meant(name, [tables()[asked]]) == column


def test_what_a_file_does_not_declare_is_told_where_to_declare_it(workspace: Workspace) -> None:
    """A parameter that a saved question uses and does not declare is a fault of the file."""
    (workspace.root / "queries" / "oubli.sql").write_text("-- title: Oubli\nSELECT :qui\n", encoding="utf-8")
    query = saved_query(workspace.source, "oubli")
    with pytest.raises(ConfigurationError) as raised:
        answer(opened(workspace.repository, DAY), DAY, Query(query.sql, query.path), {})
    assert raised.value.place == "queries/oubli.sql:2:8"
    assert "-- param: {name}" in raised.value.hint


TWO_NAMES = """\
-- param: depuis/since date = "depuis quand" "since when"
-- column: status commitments.status "état" "state"
-- column: late truth "en retard"
SELECT 'no_news' AS status, 1 AS late, :depuis, :since, :depuis_last FROM updates
"""


@pytest.mark.parametrize("name", ["depuis", "since", "DEPUIS"])
def test_what_a_saved_question_asks_for_may_have_a_name_in_each_language(workspace: Workspace, name: str) -> None:
    """Either is given, and either stands in the SQL."""
    (workspace.root / "queries" / "deux.sql").write_text(TWO_NAMES, encoding="utf-8")
    query = saved_query(workspace.source, "deux")
    values = values_of(query, {name: "2014-12"}, workspace.repository, Sense(DAY))
    found = answer(opened(workspace.repository, DAY), DAY, Query(query.sql, query.path), values)
    assert found.rows == (("no_news", 1, "2014-12-01", "2014-12-01", "2014-12-31"),)


@pytest.mark.parametrize(
    ("language", "columns", "row"),
    [("fr", ("état", "en retard"), ("sans nouvelles", "oui")), ("en", ("state", "en retard"), ("no news", "yes"))],
)
def test_columns_are_told_as_the_saved_question_says(
    workspace: Workspace, language: Language, columns: tuple[str, ...], row: tuple[str, ...]
) -> None:
    """Their names and the words of vocabularies, in the language asked, or in the one there is."""
    (workspace.root / "queries" / "deux.sql").write_text(TWO_NAMES, encoding="utf-8")
    query = saved_query(workspace.source, "deux")
    values = values_of(query, {}, workspace.repository, Sense(DAY))
    found = answer(opened(workspace.repository, DAY), DAY, Query(query.sql, query.path), values)
    shown = told(found, query, translator(language))
    assert shown.columns == (*columns, ":depuis", ":since", ":depuis_last")
    assert shown.rows == ((*row, None, None, None),)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ('-- column: status commitments.stats "état"', "queries/x.sql:1"),
        ('-- column: status "état" et le reste', "queries/x.sql:1"),
        ('-- column: autre "autre"', "queries/x.sql:1"),
    ],
)
def test_a_column_that_cannot_be_told_is_a_fault_of_the_file(workspace: Workspace, line: str, place: str) -> None:
    """One that holds no such words, cannot be read, or is not in the answer."""
    (workspace.root / "queries" / "x.sql").write_text(f"{line}\nSELECT 'open' AS status", encoding="utf-8")
    with pytest.raises(ConfigurationError) as raised:
        told(Answer(("status",), (("open",),)), saved_query(workspace.source, "x"), translator("fr"))
    assert raised.value.place == place


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELECT * FROM commitments WHERE status = 'ouvert'", [("status", "ouvert", "open")]),
        ("SELECT * FROM commitments c WHERE c.status NOT IN ('kept', 'Retiré')", [("status", "Retiré", "withdrawn")]),
        ('SELECT * FROM commitments WHERE status = "ouvert"', [("status", "ouvert", "open")]),
        ("SELECT * FROM commitments WHERE fold(status) <> :state", [("status", "tenu", "kept")]),
        ("SELECT * FROM meetings WHERE state = 'prévue' AND classification IS 'xyzzy'",
         [("state", "prévue", "planned"), ("classification", "xyzzy", "plenary, preparatory, institutional, event")]),
        ("SELECT * FROM records WHERE kind = 'réunions'", [("kind", "réunions", "meetings")]),
        ("SELECT * FROM attendance WHERE capacity = 'excusés'", [("capacity", "excusés", "excused")]),
        ("SELECT * FROM commitments WHERE overdue = 'oui' AND kept > '2'", [("overdue", "oui", None), ("kept", "2", None)]),
        ("SELECT * FROM commitments WHERE by_ = 'miprof'", [("by_", "miprof", None)]),
        ("SELECT * FROM meetings WHERE date > '1er décembre' AND date_last < '2014-12-01'", [("date", "1er décembre", None)]),
        ("SELECT * FROM meetings WHERE date BETWEEN '01/11/2014' AND '30/11/2014' AND title = 'x'",
         [("date", "01/11/2014", None), ("date", "30/11/2014", None)]),
        ("SELECT * FROM commitments WHERE deadline < '2014-12-01' AND deadline >= '2014'", [("deadline", "2014-12-01", None)]),
        ("SELECT CASE status WHEN 'ouvert' THEN 'open' END FROM commitments", [("status", "ouvert", "open")]),
        ("SELECT status 'état', title FROM commitments WHERE status LIKE 'ouv%' AND title = 'ouvert' AND status <> ''", []),
        ("SELECT 'ouvert' FROM commitments WHERE status IN ('open') AND title IN ('ouvert') -- status = 'ouvert'", []),
        ("SELECT * FROM topics WHERE title = 'x' AND overdue = 'oui'", []),
    ],
)  # fmt: skip
def test_what_a_column_never_holds_is_told(sql: str, told: list[tuple[str, str, str | None]]) -> None:
    """Whatever was found: with <> the wrong word finds all. Of a vocabulary, with the word that was probably meant, else with all."""
    assert [
        tuple(one.facts.get(fact) for fact in ("column", "value", "words")) for one in remarks(sql, {"state": "tenu"}, found=True)
    ] == told


@pytest.mark.parametrize(
    ("sql", "facts"),
    [
        ("SELECT * FROM organisations WHERE slug = 'MIPROF' AND name = 'x'", [{"value": "MIPROF"}]),
        ("SELECT * FROM commitments WHERE made_at = '2014-11-18-miprof'", [{"kind": "meetings", "value": "2014-11-18-miprof"}]),
        ("SELECT * FROM commitments WHERE on_behalf_of = 'organisations/miprof'", [{"slug": "miprof"}]),
        ("SELECT * FROM organisations WHERE slug = 'MIPROF' AND collective = 'x' AND classification = 'ministère'", [{"value": "ministère"}]),
        ("SELECT * FROM people WHERE fold(name) = fold('Zoe')", []),
        ("SELECT * FROM people WHERE name LIKE '%d''Zoe%'", [{"value": "%d''Zoe%"}]),
        ("SELECT * FROM commitments WHERE topics LIKE '%sejuor%' AND made_at = 'meetings/x'", []),
        ("SELECT * FROM people WHERE name = NULL", [{}]),
        ("SELECT * FROM people WHERE sort_name IN ('')", []),
    ],
)  # fmt: skip
def test_why_nothing_was_found_is_told(sql: str, facts: list[dict[str, str]]) -> None:
    """How the column writes records, or that capitals and accents count, where nothing else is wrong; of what found something, nothing."""
    told = list(remarks(sql, {}, found=False))
    assert len(told) == len(facts)
    assert all(wanted.items() <= one.facts.items() for one, wanted in zip(told, facts, strict=True))
    assert list(remarks(sql, {}, found=True)) == [one for one in told if "words" in one.facts]


@pytest.mark.parametrize(
    ("said", "written"),
    [("18 novembre 2014", "2014-11-18"), ("18 November 2014", "2014-11-18"), ("novembre 2014", "2014-11"), ("chou", None)],
)
def test_a_date_in_words_is_told_as_it_is_to_be_written(said: str, written: str | None) -> None:
    """Whatever such a query finds was not asked for."""
    (told,) = remarks(f"SELECT title FROM meetings WHERE date > '{said}'", {}, found=True)
    assert told.facts.get("date") == written
    assert "not the answer that is sought" in told.message


@pytest.mark.parametrize(
    ("sql", "near"),
    [
        ("SELECT title FROM meetings m JOIN commitments c", "m.title, c.title"),
        ("SELECT title FROM meetings AS réunion, commitments WHERE 1", "réunion.title, commitments.title"),
        ('SELECT title FROM "meetings" LEFT JOIN people p ON 1 JOIN topics ON topics.slug = p.slug', "meetings.title, topics.title"),
        ("SELECT slug FROM (SELECT slug FROM topics) JOIN people", "topics.slug, people.slug"),
        ("WITH a AS (SELECT 1 AS n), b AS (SELECT 2 AS n) SELECT n FROM a JOIN b", ""),
    ],
)
def test_a_column_of_several_tables_is_told_with_those_that_have_it(workspace: Workspace, sql: str, near: str) -> None:
    """By the names that the query gives them; no table that it does not ask, none without that column."""
    with pytest.raises(UsageError) as raised:
        answer(opened(workspace.repository, DAY), DAY, Query(sql), {})
    assert raised.value.facts["near"] == near


def test_a_query_that_takes_too_long_is_refused(workspace: Workspace) -> None:
    """It is no fault of the call: the query is stopped, and that is said."""
    with pytest.raises(Refused):
        answer(
            opened(workspace.repository, DAY),
            DAY,
            Query("WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT max(n) FROM a"),
            {},
            Limits(seconds=0.2),
        )


def test_values_without_a_type_are_numbers_or_text(workspace: Workspace) -> None:
    """On the command line ``n=3`` is a number, all else a text."""
    assert untyped(given(["a=3", "b=3,5", "c=2014-11", "d=x"])) == {"a": 3, "b": 3.5, "c": "2014-11", "d": "x"}
