"""The database is made when it is missing, made anew when it cannot be relied on, and done without when it cannot be used."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from looking import fresh, known, outcome

from repositories import commit, write_repository
from traite_cli.index import edition
from traite_cli.index.database import Database, Unusable
from traite_cli.index.place import place_of

FILES = {
    "people/alice.md": "---\nname: Alice\n---\n",
    "topics/asile.md": "---\ntitle: Asile #2\nlead: alice\n---\n\nVoir [elle](../people/alice.md).\n",
    **{f"topics/t{number}.md": f"---\ntitle: Sujet {number}\nlead: personne\n---\n\nUn texte.\n" for number in range(30)},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository in git that was looked at."""
    root = write_repository(tmp_path / "root", FILES).root
    commit(root)
    known(root)
    outcome(root)
    return root


@pytest.fixture
def database(root: Path) -> Path:
    """Its database."""
    path = place_of(root).database
    assert path.is_file()
    return path


def is_true(root: Path) -> None:
    """What a command has and tells is what the files hold, twice."""
    wanted = fresh(root)
    for _ in range(2):
        assert known(root) == wanted
        assert ("records/topics/asile.md", "text-cut") in outcome(root)
        assert len(outcome(root)) == 31


def test_deleting_it_loses_nothing(root: Path, database: Path) -> None:
    """It is made again."""
    database.unlink()
    is_true(root)
    assert database.is_file()
    shutil.rmtree(database.parent)
    is_true(root)
    assert database.is_file()


@pytest.mark.parametrize("seed", range(40))
def test_any_damage(root: Path, database: Path, seed: int) -> None:
    """Bytes that are other than they were, anywhere, are noticed: nothing untrue is told."""
    chance = random.Random(seed)
    data = bytearray(database.read_bytes())
    for _ in range(chance.choice([1, 3, 200])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    database.write_bytes(data)
    is_true(root)


def test_damage_does_not_stay(root: Path, database: Path) -> None:
    """Where a record is damaged its file is read, and the next one finds an index that is whole."""
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE records SET said = 'x'")
    assert known(root) == fresh(root)
    known(root)
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM records WHERE said = 'x'").fetchone() == (0,)


@pytest.mark.parametrize("length", [0, 1, 100, 16384, 20000, 40000])
def test_a_part_of_it(root: Path, database: Path, length: int) -> None:
    """A file that was cut off is made anew."""
    database.write_bytes(database.read_bytes()[:length])
    is_true(root)


@pytest.mark.parametrize("data", [b"x" * 5000, b"SQLite format 3\x00" + b"\xff" * 5000, b"\x00" * 20000])
def test_something_else(root: Path, database: Path, data: bytes) -> None:
    """A file that is no database is made anew."""
    database.write_bytes(data)
    is_true(root)


def test_another_version(root: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of the program kept is not believed."""
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE records SET said = 'x'")
    monkeypatch.setattr("traite_cli.index.database.this_edition", lambda: "another")
    is_true(root)


def test_the_program_is_another_when_a_file_of_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A line changed in a check makes another program of it, though its version's number stays."""
    before = edition.edition()
    copy = tmp_path / "traite_cli"
    shutil.copytree(Path(edition.__file__).parents[1], copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(edition, "__file__", str(copy / "index/edition.py"))
    same = edition.edition()
    assert same == before
    os.utime(copy / "checks/dead_link.py", (1, 1))
    assert edition.edition() != same


def test_a_database_of_another_folder(root: Path, database: Path, tmp_path: Path) -> None:
    """One that came with an archive is not believed, whatever it says."""
    other = tmp_path / "other"
    shutil.copytree(root, other)
    copied = place_of(other).database
    with sqlite3.connect(copied) as connection:
        connection.execute("UPDATE outcomes SET value = x'7b7d', sum = 0")
        connection.execute("UPDATE records SET said = x'', sum = 0")
    is_true(other)
    assert Database.at(place_of(other)).path == copied


def test_another_schema(root: Path, database: Path) -> None:
    """Tables that are missing are made again."""
    with sqlite3.connect(database) as connection:
        connection.execute("DROP TABLE records")
    is_true(root)
    with sqlite3.connect(database) as connection:
        connection.execute("DROP TABLE about")
    is_true(root)


@pytest.mark.parametrize(
    "statements",
    [
        "DROP TABLE about; CREATE VIEW about AS WITH RECURSIVE n(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n) SELECT key, key AS value, key AS sum FROM n",
        "CREATE TRIGGER t AFTER INSERT ON outcomes BEGIN UPDATE records SET said = 'x'; END",
        "CREATE VIEW other AS SELECT 1",
    ],
)
def test_what_somebody_planted_in_it(root: Path, database: Path, statements: str) -> None:
    """A view that never ends, a trigger: tables that are not ours alone are made anew."""
    connection = sqlite3.connect(database)
    connection.executescript(statements)
    connection.close()
    is_true(root)


def test_one_that_is_locked(root: Path, database: Path) -> None:
    """Where another process holds it, nobody waits for long, and nothing is missing."""
    with sqlite3.connect(database, isolation_level=None) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert known(root) == fresh(root)
        assert len(outcome(root)) == 31
        (root / "records/topics/t1.md").write_text("---\ntitle: autre\n---\n", encoding="utf-8")
        assert known(root) == fresh(root)
        connection.execute("ROLLBACK")
    assert len(outcome(root)) == 30
    with sqlite3.connect(database, isolation_level=None) as connection:
        connection.execute("BEGIN IMMEDIATE")
        (root / "records/topics/t2.md").write_text("---\ntitle: autre\n---\n", encoding="utf-8")
        assert known(root) == fresh(root)
        assert len(outcome(root)) == 29


@pytest.fixture
def somebody(root: Path) -> Iterator[None]:
    """Whoever runs the tests is a user to whom permissions apply, and the files are theirs."""
    if os.geteuid() != 0:
        yield
        return
    parents = {path: path.stat().st_mode for path in list(root.parents)[:4]}
    for path in parents:
        path.chmod(0o755)
    for path in (root, *root.rglob("*")):
        os.chown(path, _NOBODY, _NOBODY, follow_symlinks=False)
    os.seteuid(_NOBODY)
    yield
    os.seteuid(0)
    for path, mode in parents.items():
        path.chmod(mode)


_NOBODY = 65534


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no users")
@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize("place", [".git", ".git/traite", ".git/traite/index.sqlite", ".", "records"])
def test_what_may_only_be_read(root: Path, place: str) -> None:
    """A checkout that may not be written is read, with what was kept and without it."""
    locked = {path: path.stat().st_mode for path in (root / place, *(root / place).rglob("*"))}
    for path in locked:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        is_true(root)
    finally:
        for path, mode in locked.items():
            if path.exists():
                path.chmod(mode)
    (root / "records/topics/t1.md").write_text("---\ntitle: autre\n---\n", encoding="utf-8")
    assert len(outcome(root)) == 30


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no users")
@pytest.mark.usefixtures("somebody")
def test_one_may_not_write_where_nothing_is_kept(root: Path, database: Path) -> None:
    """Where there is no index and none can be made, the work is done without."""
    shutil.rmtree(database.parent)
    (root / ".git").chmod(0o555)
    is_true(root)
    (root / ".git").chmod(0o755)
    assert not database.exists()


@pytest.mark.parametrize("make", ["link", "folder", "dangling link"])
def test_something_stands_in_its_place(root: Path, database: Path, make: str) -> None:
    """No link is followed, and the work goes on without."""
    outside = root.parent / "outside"
    outside.write_bytes(database.read_bytes())
    database.unlink()
    if make == "folder":
        database.mkdir()
    else:
        database.symlink_to(outside if make == "link" else root.parent / "nothing")
    before = outside.read_bytes()
    is_true(root)
    assert outside.read_bytes() == before
    assert not (root.parent / "nothing").exists()
    with pytest.raises(Unusable):
        Database.at(place_of(root))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="nobody tells which files are open")
def test_room_that_is_free_is_given_back(root: Path, database: Path) -> None:
    """What was kept and is of no use any more takes none."""
    before = database.stat().st_size
    kept = Database.at(place_of(root))
    kept.do("INSERT INTO answers VALUES ('key', x'', 0, zeroblob(1000000))")
    assert database.stat().st_size > before + 900_000
    kept.do("DELETE FROM answers")
    kept.close()
    assert database.stat().st_size <= before


def test_nothing_is_left_open(root: Path, database: Path) -> None:
    """Whoever looks at records again and again in one process does not run out of files."""
    for _ in range(5):
        known(root)
        outcome(root)
    is_open = [one for one in Path("/proc/self/fd").iterdir() if one.exists() and one.samefile(database)]
    assert len(is_open) <= 1
