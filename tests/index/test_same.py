"""What comes from the index is what would be read."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest
from corpus.single_files import FILES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from looking import fresh, known, opened, outcome, said
from test_any_bytes import _PATHS, _RECORD

from repositories import ROOT, commit, write_repository
from traite_cli.checks.running import faults_of
from traite_cli.files.revision import Revision
from traite_cli.index import outcomes
from traite_cli.index.database import Database
from traite_cli.index.place import place_of
from traite_cli.repository import load, read_configuration
from traite_cli.workspace import Workspace


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("with_git", [False, True], ids=["without git", "with git"])
def test_our_own_records(tmp_path: Path, with_git: bool) -> None:
    """The records of the working document are the same the first time, the second, and without an index."""
    files = {str(path.relative_to(ROOT).as_posix()): path.read_text(encoding="utf-8") for path in (ROOT / "records").glob("*/*.md")}
    root = write_repository(tmp_path, files, (ROOT / "traite.toml").read_text(encoding="utf-8")).root
    if with_git:
        commit(root)
    assert known(root) == fresh(root)
    assert known(root) == fresh(root)
    outcome(root)
    assert opened(root) == []


def _written(root: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.dictionaries(_PATHS, st.binary(max_size=300) | _RECORD, max_size=4))
def test_any_files(tmp_path_factory: pytest.TempPathFactory, files: Mapping[str, bytes]) -> None:
    """Bytes at random and lines that are nearly right: values, places, faults, passages and mentions are the same."""
    root = tmp_path_factory.mktemp("any")
    write_repository(root, {})
    _written(root, files)
    wanted = fresh(root)
    assert known(root) == wanted
    assert known(root) == wanted
    workspace = Workspace(root)
    assert workspace.outcomes.outcome.faults == faults_of(Workspace(root).repository, workspace.day)
    assert Workspace(root).outcomes.outcome.faults == workspace.outcomes.outcome.faults


@pytest.mark.parametrize("name", FILES)
def test_hostile_files(tmp_path: Path, name: str) -> None:
    """Files that are too deep, too long or not what they say are kept as they were read."""
    write_repository(tmp_path, {})
    kind, data = FILES[name]
    _written(tmp_path, {f"records/{kind}/2014-10-22-x.md": data})
    wanted = fresh(tmp_path)
    assert known(tmp_path) == wanted
    assert known(tmp_path) == wanted


def at(root: Path, name: str) -> Workspace:
    """The records at a revision."""
    return Workspace(root, at=name)


def test_records_of_revisions(tmp_path: Path) -> None:
    """What was committed is the same with an index and without; it is read from git once, and not at all where the folder has it."""
    root = write_repository(tmp_path, {"people/a.md": "---\nname: A #2\n---\n", "topics/b.md": "---\ntitle: B\nlead: a\n---\n"}).root
    first = commit(root)
    (root / "records/topics/b.md").write_text("---\ntitle: C\nlead: b\n---\n", encoding="utf-8")
    (root / "records/topics/Été.md").write_text("---\ntitle: D\n---\n", encoding="utf-8")
    (root / "records/topics/lien.md").symlink_to("b.md")
    second = commit(root)
    for name in (first, second, first, second):
        source = at(root, name).source
        wanted = said(load(source, read_configuration(source)))
        assert said(at(root, name).repository) == wanted
        assert said(at(root, name).repository) == wanted
        assert at(root, name).outcomes.outcome.faults == faults_of(load(source, read_configuration(source)), at(root, name).day)
    assert known(root) == fresh(root)


def test_a_revision_that_was_seen_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what the folder has is read from git, nor what another revision had."""
    root = write_repository(tmp_path, {"people/a.md": "---\nname: A\n---\n", "topics/b.md": "---\ntitle: B\n---\n"}).root
    first = commit(root)
    known(root)
    (root / "records/topics/b.md").write_text("---\ntitle: C\n---\n", encoding="utf-8")
    second = commit(root)
    read: list[str] = []
    whole = Revision.read
    monkeypatch.setattr(Revision, "read", lambda self, path, most: read.append(path) or whole(self, path, most))
    for name in (first, second, first, second):
        list(at(root, name).repository.all())
    assert [path for path in read if path != "traite.toml"] == ["records/topics/b.md"]
    read.clear()
    assert at(root, second).outcomes.outcome == at(root, second).outcomes.outcome
    assert read == ["traite.toml"]


def test_many_records(tmp_path: Path) -> None:
    """So many that two processes read and check them: the same, and the same faults, as one finds."""
    files = {
        f"topics/t{number}.md": f"---\ntitle: Sujet {number} #1\nlead: {'a' if number % 3 else 'b'}\ndue: 2014\n---\n\n::: members\nX\n:::\n"
        for number in range(600)
    }
    root = write_repository(tmp_path, {"people/a.md": "---\nname: A\n---\n", **files}).root
    wanted = fresh(root)
    assert known(root) == wanted
    source = Workspace(root).source
    repository = load(source, read_configuration(source))
    whole = [record.path for record in repository.all()]
    assert Workspace(root).outcomes.outcome.faults == faults_of(repository.focused(whole), Workspace(root).day)
    assert known(root) == wanted


@pytest.mark.usefixtures("later")
def test_what_two_processes_read_is_kept(tmp_path: Path) -> None:
    """The records that either read are in the index: the next command opens none."""
    root = _many(tmp_path)
    outcome(root)
    assert known(root) == fresh(root)
    assert opened(root) == []


def test_many_while_another_process_writes(tmp_path: Path) -> None:
    """Where nothing can be written down meanwhile, all records are read, and written down by whoever comes next."""
    root = _many(tmp_path)
    database = place_of(root).database
    Database.at(place_of(root)).close()
    with sqlite3.connect(database, isolation_level=None) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert known(root) == fresh(root)
        connection.execute("ROLLBACK")
        assert connection.execute("SELECT count(*) FROM records").fetchone() == (0,)
        assert known(root) == fresh(root)
        assert connection.execute("SELECT count(*) FROM records").fetchone() == (600,)


@pytest.mark.parametrize("is_kept", [True, False], ids=["as many as records", "more"])
def test_very_many_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_kept: bool) -> None:
    """However many faults there are, they are kept as long as there are no more of them than records."""
    monkeypatch.setattr(outcomes, "_MOST_KEPT", 1)
    text = "---\ntitle: Sujet\nlead: personne\n" + ("parent: rien\n" if not is_kept else "") + "---\n"
    root = write_repository(tmp_path, {f"topics/t{number}.md": text for number in range(3)}).root
    first = outcome(root)
    assert len(first) == (3 if is_kept else 6)
    monkeypatch.setattr(Workspace, "_found", None)
    with nullcontext() if is_kept else pytest.raises(TypeError):
        assert outcome(root) == first


def test_reading_that_was_stopped(tmp_path: Path) -> None:
    """What was written down before somebody lost patience is no truth yet: the next command finds all records."""
    root = _many(tmp_path)

    @contextmanager
    def impatient() -> Iterator[Callable[[int, int], None]]:
        def stop(_done: int, _total: int) -> None:
            raise KeyboardInterrupt

        yield stop

    workspace = Workspace(root)
    workspace.watched = impatient
    with pytest.raises(KeyboardInterrupt):
        _ = workspace.repository
    assert known(root) == fresh(root)


def _many(root: Path) -> Path:
    return write_repository(root, {f"topics/t{number}.md": f"---\ntitle: Sujet {number}\n---\n" for number in range(600)}).root


def test_whoever_waits_is_told(tmp_path: Path) -> None:
    """How far the reading has come is told where the checks ask for it, and where a command does; nothing is where nothing is read."""
    root = write_repository(tmp_path, {f"topics/t{number}.md": "---\ntitle: Sujet\n---\n" for number in range(70)}).root
    told: list[tuple[int, int]] = []

    @contextmanager
    def watched() -> Iterator[Callable[[int, int], None]]:
        yield lambda done, total: told.append((done, total))

    for ask in (lambda workspace: workspace.outcomes.outcome, lambda workspace: workspace.repository):
        shutil.rmtree(root / ".traite", ignore_errors=True)
        workspace = Workspace(root)
        workspace.watched = watched
        ask(workspace)
        assert told == [(0, 71), (64, 71)]
        told.clear()
