"""The tables and the full text that are kept: whatever happened to the files, they are those that would be made anew."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_sql_tables import FILES, TOML

from repositories import commit, write_repository
from traite_cli.asking.filtering import chosen
from traite_cli.asking.filters import filters
from traite_cli.index import full_text, tables
from traite_cli.index.database import Unusable
from traite_cli.index.kept_tables import KeptTables
from traite_cli.index.layout import KEPT
from traite_cli.index.schema import MOMENT
from traite_cli.index.schema import tables as all_tables
from traite_cli.index.search_terms import Asked
from traite_cli.language import Sense
from traite_cli.repository import Repository, for_audience, load, on_day, read_configuration, references
from traite_cli.workspace import Workspace

UN = FILES["meetings/un.md"]
OTHERS = {
    "meetings/un.md": [UN.replace("2014-11-18", "2015-02-18"), UN.replace("../topics", "../people")],
    "meetings/deux.md": ["---\ntitle: Plénière\ndate: 2014\nparticipants: [etat, zoe, nul]\n---\n"],
    "organisations/a.md": ["---\nname: A\ncollective_membership: member\n---\n"],
    "organisations/etat.md": ["---\nname: Autre\nparents: miprof\n---\n"],
    "organisations/zoe.md": ["---\nname: Zoé et fils\ncollective_membership: member\n---\n"],
    "people/sodini.md": ["---\nname: Raphaël Sodini\n---\n", "---\nname: R\nmemberships: {organisation: a, role: x}\n---\n"],
    "people/miprof.md": ["---\nname: Une personne\n---\n"],
    "commitments/part-un.md": ["---\ntitle: Un\nby: sodini\nmade_at: updates/n\npart_of: tous\n---\n"],
    "commitments/tout.md": ["---\ntitle: Tout\npart_of: tous\nmade_on: 2015\neach_member: true\n---\n"],
    "commitments/tous.md": ["---\ntitle: Tous\nby: a\nmade_at: deux\n---\n"],
    "updates/n.md": ["---\ntitle: Plus tard\ndate: 2015-03-01\ntopics: [rapport, sejour]\n---\n[Tout](../commitments/tout.md)\n"],
    "topics/sejour.md": ["---\ntitle: Le séjour\n---\n"],
}
"""What some records may become."""
VERSIONS = {path: [None, FILES.get(path), *OTHERS.get(path, ())] for path in {*FILES, *OTHERS}}
_EDITS = st.dictionaries(st.sampled_from(sorted(VERSIONS)), st.integers(0, 9), max_size=3)


def kept(root: Path) -> KeptTables:
    """The tables as another process has them."""
    found = Workspace(root).kept_tables
    assert found is not None
    return found


def anew(root: Path) -> Repository:
    """The records, read without an index."""
    source = Workspace(root).source
    return load(source, read_configuration(source))


def asked(connection: sqlite3.Connection) -> Mapping[str, list[str]]:
    """All that is kept, in its order, each row with the name of its record in the place of its number."""
    found: dict[str, list[str]] = {}
    numbered = {
        ("mentions", "target"): f"(SELECT ref FROM {KEPT}owners WHERE id = t.target)",
        ("mentions", "field"): f"(SELECT name FROM {KEPT}fields WHERE id = t.field)",
    }
    for name in all_tables():
        columns = [column[1] for column in connection.execute(f"PRAGMA table_info({KEPT}{name})") if column[1] != "owner"]
        said = ", ".join(numbered.get((name, column), f"t.{column}") for column in columns)
        rows = connection.execute(
            f"SELECT o.ref, {said} FROM {KEPT}{name} AS t JOIN {KEPT}owners AS o ON o.id = t.owner ORDER BY t.owner, t.nth"
        )
        found[name] = list(map(repr, rows))
    names = connection.execute(f"SELECT o.ref, n.name FROM {KEPT}names AS n JOIN {KEPT}owners AS o ON o.id = n.owner")
    return found | {"names": sorted(map(repr, names))}


def filled(repository: Repository) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in (*tables.statements(), *full_text.STATEMENTS):
        connection.execute(statement)
    tables.keep(connection, repository, {})
    tables.add(connection, repository, repository.all())
    full_text.add(connection, repository, repository.all())
    return connection


def found_by(connection: sqlite3.Connection) -> object:
    """What the full text knows: every word, and how well each record holds some."""
    terms = [Asked.parse(text).wanted for text in ("tout", "séjour", "un", "deux", "miprof", "sodini", '"le titre"', "pl*")]
    ranked = [sorted((*one[:2], round(one.score, 6), *one[3:]) for one in full_text.ranked(connection, wanted)) for wanted in terms]
    return dict(full_text.vocabulary(connection)), ranked


def write(root: Path, files: Mapping[str, str | None]) -> None:
    for path, text in files.items():
        file = root / "records" / path
        if text is None:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def are_those_made_anew(root: Path) -> bool:
    """Whether what is kept is what would be made of the files as they are."""
    wanted = filled(anew(root))
    kept(root).turned_to(date(2015, 1, 22), nothing_later=False).close()
    with closing(kept(root).finder().connection) as found:
        return asked(found) == asked(wanted) and found_by(found) == found_by(wanted)


def fill(root: Path) -> None:
    """Have the tables and the full text filled, as by commands that are over by then."""
    kept(root).turned_to(date(2015, 1, 22), nothing_later=False).close()
    kept(root).finder().connection.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_repository(tmp_path, FILES, TOML).root


def number(root: Path) -> int:
    """The number on the disk of the file of tables."""
    return next((root / ".traite").glob("*.tables")).stat().st_ino


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(_EDITS, min_size=1, max_size=4))
def test_after_any_edits_all_is_as_if_made_anew(tmp_path_factory: pytest.TempPathFactory, edits: list[Mapping[str, int]]) -> None:
    """Whatever is written, taken away and put back, in whatever order: every row, every name, every word."""
    root = write_repository(tmp_path_factory.mktemp("kept"), FILES, TOML).root
    fill(root)
    made = number(root)
    for edit in edits:
        write(root, {path: VERSIONS[path][place % len(VERSIONS[path])] for path, place in edit.items()})
        assert are_those_made_anew(root)
    assert number(root) == made, "the tables were made anew, not brought up to date"


def test_however_many_come_between_two(root: Path) -> None:
    """Each time nearer to its neighbour, more than there are numbers between: rows stand in the order of names, as if made anew."""
    fill(root)
    for count in range(15):
        write(root, {f"people/sodini{'-a' * count}.md": "---\nname: A\n---\n", f"people/rod{'z' * count}.md": "---\nname: B\n---\n"})
        with closing(kept(root).turned_to(date(2015, 1, 22), nothing_later=False)) as connection:
            slugs = [slug for (slug,) in connection.execute("SELECT slug FROM people")]
        assert slugs == sorted(slugs)
    assert are_those_made_anew(root)


def test_nothing_is_read_while_nothing_changed(root: Path) -> None:
    """Tables that are up to date are asked without the records."""
    fill(root)
    workspace = Workspace(root)
    assert workspace.kept_tables is not None
    connection = workspace.kept_tables.turned_to(workspace.day, nothing_later=False)
    assert connection.execute("SELECT count(*) FROM records").fetchone() == (len(FILES),)
    assert "repository" not in vars(workspace)


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _other_bytes(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = data.index("Plénière".encode())
    data[at : at + 2] = b"Xx"
    path.write_bytes(data)


def _other_rows(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"DELETE FROM {KEPT}records")
    connection.commit()


def _gone(path: Path) -> None:
    path.unlink()


def _a_link(path: Path) -> None:
    path.rename(path.with_suffix(".moved"))
    path.symlink_to(path.with_suffix(".moved"))


@pytest.mark.parametrize("harm", [_cut_short, _other_bytes, _other_rows, _gone, _a_link])
def test_what_somebody_touched_is_made_anew(root: Path, harm: Callable[[Path], None]) -> None:
    """A file that is not the one that was left is not believed."""
    fill(root)
    harm(next((root / ".traite").glob("*.tables")))
    assert are_those_made_anew(root)


def _left_with(root: Path, content: bytes) -> KeptTables:
    """Kept tables whose file has other content than was written, and is in all else the one that was left: the power failed."""
    fill(root)
    workspace = Workspace(root)
    path, database = next((root / ".traite").glob("*.tables")), workspace.cache.database
    path.write_bytes(content)
    assert database is not None
    assert workspace.cache.content(workspace.source)
    database.put_down("tables", [getattr(path.stat(), f"st_{one}") for one in ("mode", "ino", "size", "mtime_ns", "ctime_ns")])
    return workspace.kept_tables


def test_what_never_came_to_the_disk_is_made_anew(root: Path) -> None:
    """Whoever finds it does without; whoever comes next has tables again."""
    with pytest.raises(Unusable):
        _left_with(root, bytes(4096)).turned_to(date(2015, 1, 22), nothing_later=False)
    with closing(kept(root).turned_to(date(2015, 1, 22), nothing_later=False)) as connection:
        assert connection.execute("SELECT count(*) FROM records").fetchone() == (len(FILES),)
    assert are_those_made_anew(root)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="nobody tells which files are open")
def test_a_file_that_cannot_be_read_is_let_go(root: Path) -> None:
    """Whatever fails, nobody is kept from making it anew."""
    tables = _left_with(root, b"")
    with pytest.raises(Unusable) as failed:
        tables.finder()
    assert failed.value.__cause__ is not None
    path = next((root / ".traite").glob("*.tables"))
    assert not [one for one in Path("/proc/self/fd").iterdir() if one.exists() and one.samefile(path)]


def test_what_another_makes_anew_meanwhile_has_all_its_parts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has added the full text, or the rows, and finds tables without them, does not take that for records that say nothing."""
    write = KeptTables._write
    for ask in (KeptTables.finder, lambda one: one.turned_to(date(2015, 1, 22), nothing_later=False)):
        again: list[int] = []

        def written(tables: KeptTables, change: Callable[[sqlite3.Connection], None], again: list[int] = again) -> None:
            write(tables, change)
            if not again:
                again.append(1)
                next((root / ".traite").glob("*.tables")).unlink()

        monkeypatch.setattr(KeptTables, "_write", written)
        found = ask(kept(root))
        connection = getattr(found, "connection", found)
        table = "kept_searched" if found is not connection else "records"
        assert len(connection.execute(f"SELECT * FROM {table}").fetchall()) == len(FILES)
        connection.close()
        assert again


def test_another_configuration_is_another_filling(root: Path) -> None:
    """Whom records are for by default, and which organisation is the collective, are in the rows of records that did not change."""
    fill(root)
    (root / "traite.toml").write_text('name = "C"\norganisation = "miprof"\naudience = "public"\n', encoding="utf-8")
    assert are_those_made_anew(root)


def test_what_git_checks_out_is_what_the_tables_are_of(root: Path) -> None:
    """A branch and back."""
    commit(root)
    fill(root)
    os.system(f"cd '{root}' && git checkout -q -b other")  # noqa: S605  # a folder of our own
    write(root, {"topics/sejour.md": None, "people/sodini.md": OTHERS["people/sodini.md"][1]})
    commit(root)
    assert are_those_made_anew(root)
    os.system(f"cd '{root}' && git checkout -q -")  # noqa: S605  # as above
    assert are_those_made_anew(root)


def test_where_another_process_reads_the_tables_are_left_as_they_are(root: Path) -> None:
    """Whoever has asked goes on with what was there; whoever comes with a change makes tables of their own meanwhile."""
    first = kept(root).finder().connection
    before = asked(first)
    write(root, {"topics/sejour.md": None})
    with pytest.raises(Unusable):
        kept(root).finder()
    assert asked(first) == before
    first.close()
    assert are_those_made_anew(root)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere")
def test_where_nothing_may_be_written_there_are_none(root: Path) -> None:
    """A checkout that can only be read is asked without kept tables."""
    (root / ".traite").chmod(0o500)
    with pytest.raises(Unusable):
        kept(root).finder()


def test_who_is_named_is_known_without_looking_at_all(root: Path) -> None:
    """Referrers, parts and attendance are the same through the tables as through all records."""
    wanted = anew(root)
    found = Workspace(root).related
    for record in wanted.all():
        mine = found.record(record.ref)
        assert [(one.record.ref, one.field) for one in found.referrers(mine)] == [
            (one.record.ref, one.field) for one in wanted.referrers(record)
        ]


def _filtered(repository: Repository) -> Mapping[str, list[str]]:
    """What every filter that takes a record leaves of every kind, whichever record is given."""
    found: dict[str, list[str]] = {}
    for one in filters().values():
        for kind in one.kinds if one.takes == "record" else ():
            for target in (record.ref for name in one.records for record in repository.of_kind(name).values()):
                fresh = repository.related_by(repository.relations)
                left = chosen(fresh, kind, {one.name: target}, lambda ref, *_: fresh.record(ref), Sense(date(2015, 1, 22), "en"))
                found[f"{kind} {one.option} {target}"] = sorted(record.slug for record in left)
    return found


@pytest.mark.parametrize("day", [None, date(2014, 12, 1), date(2015, 1, 22), date(2015, 2, 20)])
@pytest.mark.parametrize("files", ["as they are", "other"])
def test_looking_at_few_finds_what_looking_at_all_finds(root: Path, files: str, day: date | None) -> None:
    """No filter loses a record because only those are looked at that the tables name."""
    if files == "other":
        write(root, {path: texts[-1] for path, texts in OTHERS.items()})
    wanted, found = anew(root), Workspace(root).related
    if day is not None:
        wanted, found = on_day(wanted, day), on_day(found, day)
    assert found.relations is not None
    assert _filtered(found) == _filtered(wanted)


@pytest.mark.parametrize("day", [date(2014, 12, 1), date(2015, 6, 1)])
@pytest.mark.parametrize("circle", ["public", "members"])
def test_a_circle_sees_the_same_through_the_tables(root: Path, circle: str, day: date) -> None:
    """What is withheld the tables tell, and the records where they alone can: what is of a later day, what was narrower once."""
    part = "---\ntitle: Part\nby: [sodini, membre, proche]\nmade_on: 2014-10-22\npart_of: plus-tard\naudience: public\n---\n"
    write(root, {"commitments/part.md": part, "commitments/plus-tard.md": part.replace("2014-10-22\npart_of: plus-tard", "2015-03-01")})
    write(
        root,
        {f"people/{slug}.md": f"---\nname: X\naudience: {own}\n---\n" for slug, own in (("membre", "members"), ("proche", "contributors"))},
    )

    def seen(whole: Repository) -> Mapping[str, list[str]]:
        cut = for_audience(on_day(whole, day), circle, besides=frozenset({"people/sodini"})).repository
        return {record.ref: [f"{field} {ref.slug}" for field, ref in references(record)] for record in cut.all()}

    found = Workspace(root).related
    assert found.relations is not None
    assert seen(found) == seen(anew(root))
    assert [one for one in seen(found)["commitments/part"] if one.startswith("by ")] == ["by membre"] * (circle == "members")
    assert ("part_of plus-tard" in seen(found)["commitments/part"]) is (day.year > 2014)


def test_no_word_of_a_query_is_taken_for_a_name(root: Path) -> None:
    """What lies in the file beside the tables has names that nobody writes: a query that holds another word is answered."""
    with closing(kept(root).turned_to(date(2015, 1, 22), nothing_later=False)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master UNION SELECT name FROM sqlite_temp_master")}
    assert {name for name in names if not name.startswith((KEPT, "sqlite_"))} == {*all_tables(), MOMENT.name}


def test_rows_go_in_a_few_records_at_a_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many records' rows are put in at once, the tables are the same."""
    at_once = asked(filled(anew(root)))
    monkeypatch.setattr(tables, "_SOME", 2)
    assert asked(filled(anew(root))) == at_once
