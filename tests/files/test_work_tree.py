"""The work tree is read without following anything out of it: links, devices and pipes are told and never opened."""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from traite_cli.checks.running import faults_of
from traite_cli.files import Unreadable, WorkTree
from traite_cli.files import source as source_module
from traite_cli.repository import Repository, load, read_configuration

TOPIC = b"---\ntitle: Le titre\n---\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one record, and beside it a file that is none of its business."""
    folder = tmp_path / "repository"
    (folder / "records" / "topics").mkdir(parents=True)
    (folder / "traite.toml").write_text('name = "Essai"\n', encoding="utf-8")
    (folder / "records" / "topics" / "sejour.md").write_bytes(TOPIC)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_bytes(b"---\ntitle: Secret\n---\n")
    return folder


def loaded(root: Path) -> Repository:
    source = WorkTree(root)
    return load(source, read_configuration(source))


def told(root: Path) -> list[tuple[str, str, str]]:
    """What is wrong with the files of a repository: path, check, variant."""
    return [(fault.path, fault.check, fault.variant) for fault in faults_of(loaded(root), date(2015, 1, 22))]


def link(path: Path, target: str | Path) -> None:
    """Make a symbolic link, where one may."""
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("not everybody may make links on this system")


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("records/topics/a.md", "sejour.md"),
        ("records/topics/a.md", "../../../outside/secret.md"),
        ("records/topics/a.md", "/etc/passwd"),
        ("records/topics/a.md", "nowhere"),
        ("records/topics/a.md", "a.md"),
        ("records/topics/README.md", "sejour.md"),
        ("records/people", "../../outside"),
        ("records/loop", "."),
        ("records/topics/up", "../.."),
        ("attachments/a.pdf", "../../outside/secret.md"),
        ("attachments", "../outside"),
        ("templates/a.md.j2", "../../outside/secret.md"),
        ("templates", "../outside"),
    ],
)
def test_links_are_told_and_not_followed(root: Path, name: str, target: str) -> None:
    """A link to a file, to a folder, to nothing or to itself: one fault, and nothing behind it is read."""
    (root / name).parent.mkdir(exist_ok=True)
    link(root / name, target)
    assert told(root) == [(name, "not-a-plain-file", "link")]
    repository = loaded(root)
    assert [record.slug for record in repository.all()] == ["sejour"]
    assert repository.attachments == frozenset()


def test_a_link_in_the_place_of_all_records_is_told(root: Path, tmp_path: Path) -> None:
    """`records` itself may not lead elsewhere."""
    (root / "records").rename(tmp_path / "moved")
    link(root / "records", tmp_path / "moved")
    assert told(root) == [("records", "not-a-plain-file", "link")]
    assert list(loaded(root).all()) == []


def test_a_file_in_the_place_of_all_records_is_told(root: Path) -> None:
    """So is a file."""
    (root / "records" / "topics" / "sejour.md").unlink()
    (root / "records" / "topics").rmdir()
    (root / "records").rmdir()
    (root / "records").write_text("a", encoding="utf-8")
    assert told(root) == [("records", "not-a-plain-file", "special")]


def test_a_repository_without_records_is_empty(tmp_path: Path) -> None:
    """No folder is no fault."""
    (tmp_path / "traite.toml").write_text('name = "Essai"\n', encoding="utf-8")
    assert told(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_pipes_and_sockets_are_not_opened(root: Path) -> None:
    """Opening one could wait for ever."""
    os.mkfifo(root / "records" / "topics" / "pipe.md")
    (root / "attachments").mkdir()
    os.mkfifo(root / "attachments" / "pipe.pdf")
    before = Path.cwd()
    os.chdir(root / "records" / "topics")  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("socket.md")
    finally:
        os.chdir(before)
    assert told(root) == [
        ("attachments/pipe.pdf", "not-a-plain-file", "special"),
        ("records/topics/pipe.md", "not-a-plain-file", "special"),
        ("records/topics/socket.md", "not-a-plain-file", "special"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
@pytest.mark.parametrize("make", ["link", "pipe"])
def test_what_took_a_files_place_after_it_was_listed_is_not_read(root: Path, make: str) -> None:
    """Between the listing and the reading somebody may put another thing there."""
    path = root / "records" / "topics" / "sejour.md"
    path.unlink()
    if make == "link":
        link(path, "../../../outside/secret.md")
    else:
        os.mkfifo(path)
    with pytest.raises(Unreadable) as refused:
        WorkTree(root).read("records/topics/sejour.md", 1000)
    assert refused.value.reason == {"link": "link", "pipe": "special"}[make]


def test_a_link_is_not_followed_where_the_system_cannot_refuse_to(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no O_NOFOLLOW: there a link is told by what it is."""
    monkeypatch.setattr(source_module, "_NO_FOLLOW", 0)
    link(root / "a.md", "traite.toml")
    with pytest.raises(Unreadable) as refused:
        WorkTree(root).read("a.md", 1000)
    assert refused.value.reason == "link"
    assert WorkTree(root).read("traite.toml", 1000) == b'name = "Essai"\n'


@pytest.mark.parametrize(
    ("name", "reason"), [("nowhere.md", "gone"), ("records", "special"), ("records/topics/sejour.md/a.md", "permission")]
)
def test_what_is_no_file_is_not_read(root: Path, name: str, reason: str) -> None:
    """Nothing, a folder, and what would lie below a file."""
    with pytest.raises(Unreadable) as refused:
        WorkTree(root).read(name, 1000)
    assert refused.value.reason in {reason, "permission"}  # Windows refuses to open a folder


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_what_may_not_be_read_is_told(root: Path) -> None:
    """A file and a folder without permission hide no other."""
    (root / "records" / "people").mkdir()
    (root / "records" / "topics" / "b.md").write_bytes(TOPIC)
    (root / "records" / "topics" / "b.md").chmod(0)
    (root / "records" / "people").chmod(0)
    try:
        assert told(root) == [
            ("records/people", "not-a-plain-file", "permission"),
            ("records/topics/b.md", "not-a-plain-file", "permission"),
        ]
    finally:
        (root / "records" / "people").chmod(0o700)


@pytest.mark.parametrize("where", ["open", "scandir"])
def test_a_refusal_of_the_system_is_told(root: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """The same, for those who may read everything: the system's refusal is a fault of that file or folder only."""
    real = getattr(os, where)

    def refusing(path: str, *arguments: int) -> object:
        if str(path).endswith(("b.md", "people")):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments)

    (root / "records" / "people").mkdir()
    (root / "records" / "topics" / "b.md").write_bytes(TOPIC)
    monkeypatch.setattr(os, where, refusing)
    found = told(root)
    monkeypatch.undo()
    assert found == [("records/topics/b.md" if where == "open" else "records/people", "not-a-plain-file", "permission")]


def test_a_huge_file_is_not_read_whole(root: Path) -> None:
    """A terabyte of nothing is one fault: no more of it is asked for than a record may have."""
    path = root / "records" / "topics" / "huge.md"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert len(WorkTree(root).read("records/topics/huge.md", 1000)) == 1001
    assert told(root) == [("records/topics/huge.md", "too-large", "")]


def test_a_file_is_read_to_its_end(root: Path) -> None:
    """Up to the most that is asked for, and one byte more to tell that there is more."""
    (root / "a").write_bytes(b"x" * 200_000)
    assert len(WorkTree(root).read("a", 1 << 20)) == 200_000
    assert len(WorkTree(root).read("a", 199_999)) == 200_000
    assert len(WorkTree(root).read("a", 10)) == 11


@pytest.mark.parametrize(
    ("name", "check", "variant"),
    [
        ("topics/Sejour.md", "file-name", "taken"),
        ("topics/séjour.md", "file-name", "taken"),
        ("topics/le séjour.md", "file-name", ""),
        ("topics/le_sejour.md", "file-name", ""),
        ("topics/-a.md", "file-name", ""),
        ("topics/a--b.md", "file-name", ""),
        ("topics/日本.md", "file-name", "nameless"),
        ("topics/a.b.md", "file-name", ""),
        ("topics/a.MD", "misplaced-file", "ending-near"),
        ("topics/a.markdown", "misplaced-file", "ending-near"),
        ("topics/a.yaml", "misplaced-file", "ending-near"),
        ("topics/a.docx", "misplaced-file", "ending"),
        ("topics/a", "misplaced-file", "ending"),
        ("topics/a.md~", "misplaced-file", "ending"),
        ("topics/deeper/a.md", "misplaced-file", "deeper"),
        ("topics/x.md/a.md", "misplaced-file", "deeper"),
        ("topic/a.md", "misplaced-file", "folder-near"),
        ("Topics/a.md", "misplaced-file", "folder-near"),
        ("divers/a.md", "misplaced-file", "folder"),
        ("a.md", "misplaced-file", "folder"),
    ],
)
def test_a_file_that_is_no_record_is_told(root: Path, name: str, check: str, variant: str) -> None:
    """Another name, ending or folder: no list would ever show it."""
    path = root / "records" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(TOPIC)
    if sorted(one.name for one in (root / "records").iterdir()) != sorted({"topics", name.split("/", maxsplit=1)[0]}):
        pytest.skip("this disk does not tell capitals from small letters")
    assert told(root) == [(f"records/{name}", check, variant)]


@pytest.mark.parametrize(
    "name",
    ["README.md", "topics/README.md", "topics/readme.md", ".gitkeep", "topics/.a.md.swp", ".obsidian/app.json", "topics/.trash/a.md"],
)
def test_what_other_tools_leave_is_passed_over(root: Path, name: str) -> None:
    """Read-me files and hidden ones are no records, and no faults."""
    path = root / "records" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"anything")
    assert told(root) == []


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="file names are text there")
@pytest.mark.parametrize(
    "name",
    [b"a\nb.md", b"a\x1b[2Jb.md", b"a\xff.md", b"\xe9t\xe9.md", b"a\xe2\x80\xaeb.md", b"a:3:b.md", b" .md", b"-rf.md", b"'; ls #.md"],
)
def test_names_that_are_no_text_are_read_and_told(root: Path, name: bytes) -> None:
    """A line end, an escape, a byte that is no UTF-8: one fault about the name, and the record is there."""
    (root / "records" / "topics" / os.fsdecode(name)).write_bytes(TOPIC)
    (path, check, _), *others = told(root)
    assert (os.fsencode(path), check, others) == (b"records/topics/" + name, "file-name", [])
    assert len(list(loaded(root).all())) == 2


def test_files_are_listed_in_the_same_order_everywhere(root: Path) -> None:
    """By name, folder by folder, whatever the disk answers."""
    for name in ("b.md", "a.md", "c/z.md", "c/a.md", "B.md"):
        (root / "records" / "topics" / name).parent.mkdir(exist_ok=True)
        (root / "records" / "topics" / name).write_bytes(TOPIC)
    listed = [found.path.removeprefix("records/topics/") for found in WorkTree(root).files("records")]
    assert [name for name in listed if name != "B.md"] == ["a.md", "b.md", "c/a.md", "c/z.md", "sejour.md"]


def test_folders_in_folders_come_to_an_end(root: Path) -> None:
    """A thousand folders in one another are not walked to the bottom."""
    deep = root / "records" / "topics"
    for _ in range(60):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.md").write_bytes(TOPIC)
    assert [record.slug for record in loaded(root).all()] == ["sejour"]


def test_a_file_that_disappears_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody deletes one while the records are being read: that is one fault, and the others are read."""
    (root / "records" / "topics" / "b.md").write_bytes(TOPIC)
    real = WorkTree.files

    def listed(self: WorkTree, folder: str) -> Iterator[source_module.Found]:
        for found in list(real(self, folder)):
            if found.path.endswith("b.md"):
                (root / found.path).unlink()
            yield found

    monkeypatch.setattr(WorkTree, "files", listed)
    repository = loaded(root)
    assert [(fault.path, fault.variant) for fault in repository.faults] == [("records/topics/b.md", "gone")]
    assert [record.slug for record in repository.all()] == ["sejour"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_nothing_waits_for_a_pipe(root: Path) -> None:
    """Even asked for by its name, a pipe is refused at once."""
    os.mkfifo(root / "pipe")
    refused: list[str] = []

    def ask() -> None:
        try:
            WorkTree(root).read("pipe", 10)
        except Unreadable as error:
            refused.append(error.reason)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(5)
    assert refused == ["special"]
