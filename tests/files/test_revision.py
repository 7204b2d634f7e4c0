"""A git revision as a source: its files are those that were committed, and a name that somebody typed makes git do nothing else."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from repositories import commit, git
from traite_cli.errors import MachineError, NotFound, Refused
from traite_cli.files import Found, Source, Unreadable, WorkTree
from traite_cli.files.changes import changes_since
from traite_cli.files.git import Git
from traite_cli.files.memory import Memory
from traite_cli.files.revision import Revision

MOST = 1 << 20
FILES = {
    "traite.toml": b'name = "Essai"\n',
    "records/topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n".encode(),
    "records/topics/asile-2.md": b"---\ntitle: x\n---\r\n",
    "records/topics-2/a.md": b"",
    "records/topics/deeper/a.md": b"x",
    "records/.obsidian/app.json": b"{}",
    "records/topics/.a.md.swp": b"x",
    "records/a/b/c/d/e/f/g/h/i.md": b"deep",
    "records/a/b/c/d/e/f/g/h/i/j.md": b"too deep",
    "records/é l.md": b"name",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with these files."""
    folder = tmp_path / "repository"
    for path, data in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def everything(source: Source, folder: str = "records") -> list[tuple[Found, bytes]]:
    """What a source lists, with what can be read of it."""
    return [(found, b"" if found.refusal else source.read(found.path, MOST)) for found in source.files(folder)]


def test_a_revision_holds_what_was_committed(root: Path) -> None:
    """What is listed and read at a commit is what the work tree had then, in the same order, whatever became of it since."""
    before = everything(WorkTree(root))
    number = commit(root)
    shutil.rmtree(root / "records")
    with Revision(Git(root), number) as source:
        assert everything(source) == before
        assert source.read("traite.toml", MOST) == FILES["traite.toml"]


def test_files_in_no_folder_are_listed_as_those_of_one(root: Path) -> None:
    """An example that is read from memory is read as it would be from the disk."""
    assert everything(Memory(FILES)) == everything(WorkTree(root))


def test_links_and_other_repositories_are_refused(root: Path) -> None:
    """What a link names could be anything, and what another repository holds is not there."""
    number = commit(root)
    link = git(root, "hash-object", "-w", "traite.toml")
    git(root, "update-index", "--add", "--cacheinfo", f"120000,{link},records/people", "--cacheinfo", f"160000,{number},records/updates")
    git(root, "commit", "--quiet", "-m", "odd")
    with Revision(Git(root), git(root, "rev-parse", "HEAD")) as source:
        assert [found for found in source.files("records") if found.refusal in {"link", "special"}] == [
            Found("records/people", "link"),
            Found("records/updates", "special"),
        ]
        assert list(source.files("records/people")) == [Found("records/people", "link")]
        for path, reason in (("records/people", "link"), ("records/updates", "special"), ("records/none", "gone")):
            with pytest.raises(Unreadable) as raised:
                source.read(path, MOST)
            assert raised.value.reason == reason
    memory = Memory(FILES, ["records/people"])
    assert list(memory.files("records/people")) == [Found("records/people", "link")]


def test_a_file_in_the_place_of_a_folder_is_no_folder(root: Path) -> None:
    """A file called « records » is listed as what it is, as in a work tree."""
    for path in ("traite.toml", "records/topics/sejour.md"):
        assert list(Memory(FILES).files(path)) == list(WorkTree(root).files(path)) == [Found(path, "special")]


def test_a_repository_may_be_a_folder_of_another(root: Path) -> None:
    """Where git's top is further up, paths are still those from our own root; before the folder was there it has no files."""
    (root.parent / "README").write_bytes(b"x")
    git(root.parent, "init", "--quiet")
    git(root.parent, "add", "README")
    git(root.parent, "commit", "--quiet", "-m", "first")
    first = git(root.parent, "rev-parse", "HEAD")
    number = commit(root)
    with Revision(Git(root), number) as source:
        assert everything(source) == everything(WorkTree(root))
    with Revision(Git(root), first) as source:
        assert everything(source) == []
    (root / "records" / "new.md").write_bytes(b"x")
    (root.parent / "README").write_bytes(b"y")
    assert changes_since(root, "HEAD").paths == {"records/new.md"}


def test_no_more_is_read_than_was_asked_for(root: Path) -> None:
    """A file of any size gives a byte more than may be, by which it is known, and the next one is read rightly."""
    (root / "records" / "huge.md").write_bytes(b"x" * 300_000)
    with Revision(Git(root), commit(root)) as source:
        assert source.read("records/huge.md", 1000) == b"x" * 1001
        assert source.read("traite.toml", MOST) == FILES["traite.toml"]
    assert Memory({"a": b"x" * 9}).read("a", 3) == b"x" * 4


def test_a_part_of_the_history_that_is_not_here_is_told(root: Path) -> None:
    """A clone may lack a file's content: that is a file that is gone, and no end of the program."""
    number = commit(root)
    content = git(root, "rev-parse", f"{number}:records/topics/sejour.md")
    lost = root / ".git" / "objects" / content[:2] / content[2:]
    lost.chmod(stat.S_IWRITE | stat.S_IREAD)
    lost.unlink()
    with Revision(Git(root), number) as source:
        with pytest.raises(Unreadable) as raised:
            source.read("records/topics/sejour.md", MOST)
        assert raised.value.reason == "gone"
        assert source.read("traite.toml", MOST) == FILES["traite.toml"]


def test_every_kind_of_change_counts(root: Path) -> None:
    """Changed, staged, committed, renamed, deleted and quite new files are touched; ignored and equal ones are not."""
    for name in "abcdef":
        (root / f"{name}.md").write_bytes(name.encode() * 50)
    (root / ".gitignore").write_bytes(b"*.bak\n")
    commit(root)
    git(root, "switch", "--quiet", "-c", "work")
    (root / "a.md").write_bytes(b"changed")
    commit(root)
    (root / "b.md").write_bytes(b"staged")
    (root / "c.md").rename(root / "g.md")
    git(root, "add", "--all")
    (root / "d.md").unlink()
    (root / "new.md").write_bytes(b"")
    (root / "é\n'.md").write_bytes(b"")
    (root / "x.bak").write_bytes(b"")
    (root / "e.md").touch()
    assert changes_since(root, "main").paths == {"a.md", "b.md", "c.md", "g.md", "d.md", "new.md", "é\n'.md"}


def test_what_others_did_meanwhile_is_no_change_of_ours(root: Path) -> None:
    """A branch is compared with where it began, not with what became of the other since."""
    began = commit(root)
    git(root, "switch", "--quiet", "-c", "work")
    (root / "ours.md").write_bytes(b"")
    commit(root)
    git(root, "switch", "--quiet", "main")
    (root / "theirs.md").write_bytes(b"")
    commit(root)
    git(root, "switch", "--quiet", "work")
    assert changes_since(root, "main") == (began, {"ours.md"})


@pytest.mark.parametrize("name", ["", "--all", "-h", "--output=x", "HEAD:traite.toml", "HEAD --", "main..HEAD", "^HEAD", "no such", "é\n"])
def test_a_name_that_is_no_revision_is_told(root: Path, name: str) -> None:
    """Whatever somebody types behind an option is a name to git, and never an option."""
    commit(root)
    with pytest.raises(NotFound):
        changes_since(root, name)
    assert not (root / "x").exists()


def test_the_nearest_names_are_told(root: Path) -> None:
    """Who mistypes a branch is shown the one that was meant."""
    commit(root)
    with pytest.raises(NotFound) as raised:
        changes_since(root, "mian")
    assert raised.value.near == ("main",)


def test_a_folder_without_git_is_told(root: Path) -> None:
    """Where there is no history there is nothing to compare with, and git itself may be missing too."""
    with pytest.raises(Refused) as raised:
        changes_since(root, "HEAD")
    assert "git init" in raised.value.hint


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a script of a shell")
def test_a_program_in_the_current_folder_is_not_taken_for_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stands in a stranger's repository runs nothing of it, even where PATH names the current folder."""
    commit(root)
    (root / "git").write_text(f"#!/bin/sh\ntouch {root.parent}/run\n", encoding="utf-8")
    (root / "git").chmod(0o755)
    monkeypatch.chdir(root)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    assert changes_since(root, "HEAD").paths == {"git"}
    assert not (root.parent / "run").exists()


def test_a_machine_without_git_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is missing is the machine's fault, with what to do."""
    commit(root)
    monkeypatch.setenv("PATH", str(root))
    with pytest.raises(MachineError) as raised:
        changes_since(root, "HEAD")
    assert raised.value.hint
    with pytest.raises(MachineError), Revision(Git(root), "0" * 40) as source:
        everything(source)


def test_two_histories_without_a_common_beginning_are_told(root: Path) -> None:
    """Nothing can be said to have changed between records that never were the same."""
    commit(root)
    git(root, "switch", "--quiet", "--orphan", "other")
    commit(root)
    with pytest.raises(Refused) as raised:
        changes_since(root, "main")
    assert "--unshallow" not in raised.value.hint


def test_a_clone_of_the_last_commits_only_is_told_to_fetch(root: Path, tmp_path: Path) -> None:
    """A forge's machine often has the last commit alone: it is told which word of its configuration mends that."""
    commit(root)
    git(root, "switch", "--quiet", "-c", "work")
    for text in (b"1", b"2"):
        (root / "a.md").write_bytes(text)
        commit(root)
    git(root, "switch", "--quiet", "main")
    for text in (b"3", b"4"):
        (root / "b.md").write_bytes(text)
        commit(root)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", root.as_uri(), str(clone))
    with pytest.raises(Refused) as raised:
        changes_since(clone, "origin/work")
    assert "--unshallow" in raised.value.hint


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a script of a shell")
def test_a_program_that_the_repository_names_is_not_run(root: Path) -> None:
    """git can be told to ask a program which files changed: a folder that somebody handed over must not choose one."""
    commit(root)
    program = root.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch {root.parent}/run\n", encoding="utf-8")
    program.chmod(0o755)
    git(root, "config", "core.fsmonitor", str(program))
    (root / "new.md").write_bytes(b"")
    assert changes_since(root, "HEAD").paths == {"new.md"}
    assert not (root.parent / "run").exists()


def test_another_repository_in_the_environment_is_not_ours(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """git gives hooks the place of the repository that called them, which may be another one."""
    number = commit(root)
    (tmp_path / "other").mkdir()
    commit(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "other"))
    assert changes_since(root, "HEAD") == (number, set())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems want names that are text")
def test_names_that_are_no_text_are_the_same_in_both(root: Path) -> None:
    """A file's name may be any bytes: the work tree and the revision call it alike."""
    (root / "records" / os.fsdecode(b"a\xff.md")).write_bytes(b"x")
    with Revision(Git(root), commit(root)) as source:
        assert everything(source) == everything(WorkTree(root))
    (root / "records" / os.fsdecode(b"b\xff.md")).write_bytes(b"x")
    assert changes_since(root, "HEAD").paths == {os.fsdecode(b"records/b\xff.md")}


@pytest.mark.parametrize("order", [1, -1, 3])
def test_what_is_expected_is_read_in_whatever_order(root: Path, monkeypatch: pytest.MonkeyPatch, order: int) -> None:
    """Files that git was asked for beforehand, in that order or another, some of them twice and some never, one that is too long."""
    (root / "records/long.md").write_bytes(b"x" * 300_000)
    number = commit(root)
    monkeypatch.setattr("traite_cli.files.revision._AHEAD", 3)
    with Revision(Git(root), number) as source:
        paths = [found.path for found in source.files("records") if not found.refusal]
        source.expect([*paths, "records/none.md", *paths[:2]])
        for path in [*paths[::order], paths[0], *paths[:2]]:
            assert source.read(path, 1000) == (root / path).read_bytes()[:1001]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no second process is made of this one")
def test_a_second_process_reads_for_itself(root: Path) -> None:
    """Neither gets what git answers to the other."""
    number = commit(root)
    with Revision(Git(root), number) as source:
        everything(source)
        child = os.fork()
        if child == 0:
            os._exit(everything(source) != everything(WorkTree(root)))
        assert everything(source) == everything(WorkTree(root))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
