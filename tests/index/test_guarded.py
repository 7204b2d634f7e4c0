"""Anybody's query: it reads the documented tables, reckons, and can do nothing else, nor for long."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repositories import ROOT, MakeRepository
from traite_cli.index.guarded import Forbidden, Guarded, Limits, Mistaken, Stop, Stopped, Wanted, asking
from traite_cli.index.opening import opened
from traite_cli.index.schema import tables
from traite_cli.repository import Repository
from traite_cli.workspace import Workspace

DAY = date(2015, 1, 22)
LONG = "replace(printf('%900d', 1), ' ', printf('%900d', 1))"
"""SQL for a text of some 800,000 characters."""


@pytest.fixture(scope="module")
def real() -> Repository:
    return Workspace(Path(ROOT)).repository


@pytest.fixture(scope="module")
def guarded(real: Repository) -> Guarded:
    return asking(opened(real, DAY), DAY, Limits(seconds=2, rows=2000, characters=2_000_000))


@pytest.mark.parametrize("table", [*tables(), "moment"])
def test_every_table_can_be_asked(guarded: Guarded, table: str) -> None:
    """Each documented table answers, with its columns."""
    answer = guarded.ask(f"SELECT * FROM {table}")
    assert table == "moment" or answer.columns == tuple(column.name for column in tables()[table].columns)
    assert guarded.ask(f"SELECT count(*) FROM {table}").rows == ((len(answer.rows),),)


@pytest.mark.parametrize(
    ("query", "wanted", "name"),
    [
        ("SELECT * FROM kept_commitments", Wanted.TABLE, "kept_commitments"),
        ("SELECT count(*) FROM kept_commitments", Wanted.TABLE, "kept_commitments"),
        ("WITH people AS (SELECT * FROM kept_people) SELECT known FROM people", Wanted.TABLE, "kept_people"),
        ('SELECT known FROM (SELECT * FROM "Kept_People") AS people', Wanted.TABLE, "Kept_People"),
        ("DELETE FROM kept_people", Wanted.TABLE, "kept_people"),
        ("SELECT * FROM sqlite_master", Wanted.TABLE, "sqlite_master"),
        ("SELECT count(*) FROM sqlite_schema", Wanted.TABLE, "sqlite_schema"),
        ("SELECT * FROM pragma_table_info('people')", Wanted.TABLE, "pragma_table_info"),
        ("SELECT load_extension('x')", Wanted.FUNCTION, "load_extension"),
        ("WITH people AS (SELECT kept_whole(x'00')) SELECT * FROM people", Wanted.TABLE, "kept_whole"),
        ("SELECT zeroblob(1000000000)", Wanted.FUNCTION, "zeroblob"),
        ("SELECT randomblob(1000000000)", Wanted.FUNCTION, "randomblob"),
        ("SELECT random()", Wanted.FUNCTION, "random"),
        ("SELECT sqlite_version()", Wanted.FUNCTION, "sqlite_version"),
        *(
            (query, Wanted.STATEMENT, "")
            for query in (
                "PRAGMA table_info(people)",
                "PRAGMA query_only = off",
                "PRAGMA hard_heap_limit = 0",
                "ATTACH ':memory:' AS other",
                "ATTACH '/tmp/traite-never' AS other",
                "DETACH main",
                "VACUUM",
                "VACUUM INTO '/tmp/traite-never'",
                "DELETE FROM people",
                "UPDATE moment SET day = ''",
                "INSERT INTO moment VALUES ('', '')",
                "CREATE TABLE other (a)",
                "CREATE TEMP TABLE other (a)",
                "CREATE VIRTUAL TABLE other USING fts5 (a)",
                "DROP VIEW people",
                "BEGIN",
                "COMMIT",
                "REINDEX",
                "ANALYZE",
                "SAVEPOINT a",
                "WITH a AS (SELECT 1) DELETE FROM people",
                "",
                "-- nothing",
            )
        ),
        ("SELECT 1; SELECT 2", Wanted.SEVERAL, ""),
        ("SELECT 1; DELETE FROM people", Wanted.SEVERAL, ""),
    ],
)
def test_nothing_but_reading_is_allowed(guarded: Guarded, query: str, wanted: Wanted, name: str) -> None:
    """What writes, attaches, loads, sets or looks behind the tables is refused, and named."""
    with pytest.raises(Forbidden) as refused:
        guarded.ask(query)
    assert (refused.value.what, refused.value.name) == (wanted, name)
    assert not Path("/tmp/traite-never").exists()
    assert guarded.ask("SELECT count(*) FROM people").rows == ((57,),)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT count(*) FROM a", Stop.TIME),
        ("SELECT count(*) FROM people a, people b, people c, people d, people e", Stop.TIME),
        ("WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT n FROM a", Stop.ROWS),
        ("SELECT a.*, b.* FROM people a, people b, people c", Stop.ROWS),
        (f"SELECT {LONG} FROM people", Stop.ANSWER),
        (f"SELECT hex(hex({LONG})) || hex({LONG})", Stop.VALUE),
        ("SELECT printf('%1000000000d', 1)", Stop.VALUE),
        ("SELECT printf('%.*c', 1000000000, 'x')", Stop.VALUE),
        (f"SELECT replace({LONG}, ' ', 'xxxxxx')", Stop.VALUE),
        (f"SELECT group_concat({LONG}) FROM people", Stop.VALUE),
        (f"SELECT json_group_array({LONG}) FROM people", Stop.VALUE),
        (f"WITH RECURSIVE a(n, t) AS (SELECT 1, {LONG} UNION ALL SELECT n + 1, t || n FROM a) SELECT n FROM a ORDER BY t", Stop.MEMORY),
    ],
)
def test_a_bomb_is_stopped(guarded: Guarded, query: str, reason: Stop) -> None:
    """What would never end, or fill the memory, is stopped and says why; the next query is answered."""
    begun = monotonic()
    with pytest.raises(Stopped) as stopped:
        guarded.ask(query)
    assert stopped.value.reason in ({reason, Stop.MEMORY} if reason is Stop.VALUE else {reason})
    assert monotonic() - begun < 10
    assert guarded.ask("SELECT 1").rows == ((1,),)


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT instr({LONG} || {LONG}, {LONG} || 2)",
        f"SELECT trim({LONG} || {LONG}, {LONG})",
        f"SELECT length(replace({LONG} || {LONG}, {LONG} || 2, ''))",
        f"SELECT {LONG} LIKE '%' || replace(printf('%90s', '%'), ' ', '%_') || 'b'",
        f"SELECT strftime({LONG})",
    ],
)
def test_one_step_takes_no_hours(guarded: Guarded, query: str) -> None:
    """No single function takes long, however long its values: the limit of time is looked at between steps."""
    begun = monotonic()
    try:
        guarded.ask(query)
    except Stopped:
        pass
    assert monotonic() - begun < 5


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("SELECT date('now'), date(), current_date, today()", ("2015-01-22",) * 4),
        ("SELECT strftime('%Y-%m', 'now', '+1 month'), strftime('%d')", ("2015-02", "22")),
        ("SELECT datetime('now'), current_timestamp, current_time", ("2015-01-22 00:00:00", "2015-01-22 00:00:00", "00:00:00")),
        ("SELECT julianday('now') - julianday('2015-01-01')", (21.0,)),
        ("SELECT date('2015-01-31', '+1 month', 'start of month'), date('pas une date'), date(NULL)", ("2015-03-01", None, None)),
        ("SELECT fold('Œuvre À L’Été'), lower('ÉTÉ'), upper('été'), fold(NULL)", ("oeuvre a l'ete", "été", "ÉTÉ", None)),
        ("SELECT instr('préfecture', 'fec'), instr('a', 'b'), instr(NULL, 'b'), instr(12, 2)", (4, 0, None, 2)),
        ("SELECT replace('aXbX', 'X', '-'), replace('a', '', 'b'), replace(NULL, 'a', 'b')", ("a-b-", "a", None)),
        ("SELECT trim('  a '), ltrim('xxa', 'x'), rtrim('a ', ' '), trim(NULL)", ("a", "a", "a", None)),
        ("SELECT value ->> '$.a' FROM json_each('[{\"a\": 7}]')", (7,)),
        ("WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a WHERE n < 5) SELECT count(*) FROM a", (5,)),
        ("SELECT slug, row_number() OVER (ORDER BY slug) FROM meetings LIMIT 1", ("2014-09-23-ministre-interieur", 1)),
        ("SELECT cast(x'ff' AS text)", ("\ufffd",)),
        ("SELECT 1;", (1,)),
    ],
)
def test_functions_reckon_of_the_day_asked_about(guarded: Guarded, query: str, answer: tuple[object, ...]) -> None:
    """There is no clock in an answer, letters have their accents, and what was made anew answers as SQLite's own does."""
    assert guarded.ask(query).rows == (answer,)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("selct 1", 0),
        ("SELECT from FROM people", 7),
        ("SELECT name, FROM people", 13),
        ("SELECT 'name' FROM people name name", 31),
        ("SELECT name FROM people WHERE name = = 'x'", 37),
    ],
)
def test_the_place_of_a_mistake_is_found(guarded: Guarded, query: str, place: int) -> None:
    """Of several words that are alike the one is found at which the query cannot be read on."""
    with pytest.raises(Mistaken) as mistaken:
        guarded.ask(query)
    assert mistaken.value.place == place


def test_columns_of_one_name_are_told_apart(guarded: Guarded) -> None:
    """Each column of an answer has a name of its own."""
    assert guarded.ask("SELECT slug, slug, slug AS slug_2 FROM people LIMIT 1").columns == ("slug", "slug_2", "slug_2_2")


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from("SELECT FROM people name * ( ) , ' \" ; -- :a ? WHERE 1 = AS x'ff' \0 json_each NULL".split(" ")), max_size=10
    ).map(" ".join)
)
def test_whatever_is_asked_is_answered_or_refused(guarded: Guarded, query: str) -> None:
    """No query ends in anything but an answer or one of the three refusals."""
    try:
        guarded.ask(query)
    except (Stopped, Forbidden, Mistaken):
        pass


def test_a_query_sees_no_more_than_its_circle(make_repository: MakeRepository) -> None:
    """Tables are filled from records already cut: there is nothing behind them to be looked at."""
    from traite_cli.repository import for_audience

    files = {"topics/a.md": "---\ntitle: A\naudience: contributors\n---\nSecret.\n", "topics/b.md": "---\ntitle: B\n---\n"}
    cut = for_audience(make_repository(files).repository, "public").repository
    connection = opened(cut, DAY)
    assert "Secret" not in "".join(connection.iterdump())
    assert isinstance(connection, sqlite3.Connection)
