"""What only a disk can hold: pipes, links, loops, names that are no words, folders that may not be read. None is opened, followed or written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from calling import Ended

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, and links that anybody may make, are of other systems")

Call = Callable[..., list[Ended]]
_TOPIC = b"---\ntitle: Le titre de s\xc3\xa9jour\n---\n"
_EDITION = b"---\ntitle: Document de travail\ndate: 2015-01-22\n---\n"
_FILES = {"records/topics/a.md": _TOPIC, "records/editions/2015-01-22.md": _EDITION}
_CALLS = (
    ("validate", "--format", "json"),
    ("validate", "--fix"),
    ("list", "topics"),
    ("render",),
    ("undo",),
)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _up(path: Path) -> None:
    path.symlink_to(path.parent, target_is_directory=True)


def _out(path: Path) -> None:
    path.symlink_to(_outside(path))


def _dangling(path: Path) -> None:
    path.symlink_to(_outside(path) / "nowhere")


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _outside(path: Path) -> Path:
    """The folder beside the repository that nothing may read or write."""
    return next(one for one in path.parents if one.name == "collectif").with_name("dehors")


_PLACES = (
    "records/topics/b.md",
    "records/topics/b",
    "records/people",
    "records/b",
    "records/x.txt",
    "templates",
    "templates/working-document.md.j2",
    "templates/parts",
    "templates/page.css",
    "templates/reference.docx",
    "attachments",
    "attachments/x.png",
    "attachments/x",
    "build",
    "build/2015-01-22-members.md",
    ".traite",
    ".traite/undo.json",
    ".traite/unfinished.json",
    ".traite/lock",
    ".traite/.gitignore",
    ".git",
)


_OTHERS = cycle((_folder, _loop, _up, _dangling, _device))


@pytest.mark.parametrize(
    ("place", "make"),
    [pytest.param(place, make, id=f"{make.__name__.strip('_')} at {place}") for place in _PLACES for make in (_pipe, _out, next(_OTHERS))],
)
def test_nothing_is_opened_followed_or_written_there(
    put: Callable[..., Path], caller: Callable[..., list[Ended]], make: Callable[[Path], None], place: str
) -> None:
    """Whatever stands in the place of a file or a folder of a repository, each call ends, and what is outside stays as it was."""
    root = put({**_FILES, "records/topics/mended.md": b"---\ntitle: x\r\n---\n"})
    outside = root.with_name("dehors")
    outside.mkdir()
    secrets = {"secret.md": "---\ntitle: MOT-DE-PASSE\n---\n", "secret.j2": "MOT-DE-PASSE"}
    for name, text in secrets.items():
        (outside / name).write_text(text, encoding="utf-8")
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    make(root / place)
    for ended in caller(root, *_CALLS):
        assert ended.code in {0, 1, 2, 3}
        assert "TRAITE_DEBUG" not in ended.err
        assert "MOT-DE-PASSE" not in ended.out + ended.err
    assert {one.name: one.read_text(encoding="utf-8") for one in outside.iterdir()} == secrets


@pytest.mark.parametrize("make", [_pipe, _loop, _out, _device], ids=lambda make: make.__name__.strip("_"))
@pytest.mark.parametrize("place", ["traite.toml", "records", "records/editions"])
def test_a_repository_whose_root_is_something_else(
    put: Callable[..., Path], caller: Callable[..., list[Ended]], make: Callable[[Path], None], place: str
) -> None:
    """A configuration or a folder of records that is a pipe, a device or a link is refused in words."""
    import shutil

    root = put(_FILES)
    root.with_name("dehors").mkdir()
    shutil.rmtree(root / place) if (root / place).is_dir() else (root / place).unlink()
    make(root / place)
    for ended in caller(root, *_CALLS):
        assert ended.code in {0, 1, 2, 3}
        assert "TRAITE_DEBUG" not in ended.err
    assert not list(root.with_name("dehors").iterdir())


@pytest.mark.parametrize("make", [_pipe, _folder, _loop, _device])
def test_a_list_of_known_faults_is_a_plain_file(put: Callable[..., Path], call: Call, make: Callable[[Path], None]) -> None:
    """``--baseline`` waits for no pipe and reads no device."""
    root = put(_FILES)
    make(root / "known.json")
    (ended,) = call(root, ("validate", "--baseline", str(root / "known.json")))
    assert ended.code == 2


def test_a_document_is_not_written_through_a_link(put: Callable[..., Path], call: Call) -> None:
    """``build/`` is a folder of the repository: a link in its place, which anybody may propose, is refused."""
    root = put(_FILES)
    _out(root / "build")
    root.with_name("dehors").mkdir()
    (ended,) = call(root, ("render", "--lang", "en"))
    assert (ended.code, list(root.with_name("dehors").iterdir())) == (1, [])
    assert "build is a link" in ended.err


_NAMES = [
    b"\x1b]0;x\x07\x1b[2J.md",
    b"a\nrecords:1:1: TR101 error: x.md",
    b"a\rb.md",
    b"\xe9t\xe9.md",
    "\u202edm.b.md".encode(),
    "a\u200bb.md".encode(),
    b"con.md",
    b"aux .md",
    b"a.md.",
    b"a.md ",
    b" a.md",
    b"-rf.md",
    b"--output=x.md",
    b"...md",
    b".md",
    b"A.md",
    b"x" * 240 + b".md",
    b"<script>alert(1)<%2fscript>.md",
    b"{{ x }}.md",
    b"$(touch canari).md",
    b"=1+1.md",
    "e\u0301te\u0301.md".encode(),
    b"a:b*c?.md",
    b"[bold]x[.md",
    b"a\\..\\..\\b.md",
]  # fmt: skip


@pytest.mark.skipif(sys.platform == "darwin", reason="file names are text there")
@pytest.mark.parametrize("name", _NAMES, ids=ascii)
def test_a_name_is_shown_and_never_obeyed(put: Callable[..., Path], call: Call, name: bytes) -> None:
    """A file's name is anybody's text too: it is told, listed and shown as it is."""
    root = put(_FILES)
    for folder in (b"records/topics", b"records/editions", b"attachments"):
        os.makedirs(os.fsencode(root) + b"/" + folder, exist_ok=True)  # noqa: PTH103 - pathlib takes no bytes
        with open(os.fsencode(root) + b"/" + folder + b"/" + name, "wb") as file:  # noqa: PTH123
            file.write(_EDITION.replace(b"2015-01-22", b"2015-02-22") if b"editions" in folder else _TOPIC)
    reports = [("validate", "--format", form) for form in ("text", "json", "github", "junit", "sarif")]
    lists = [("list", "topics", "--format", form) for form in ("table", "json", "csv", "markdown", "paths")]
    call(root, *reports, *lists, ("validate", "--fix", "--dry-run"), ("render", "--to", "html"))
    assert sorted(one.name for one in root.parent.iterdir()) == ["collectif", "collectif-said"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the system's administrator may read what is locked")
@pytest.mark.parametrize("place", ["records", "records/topics", "records/topics/a.md", "traite.toml", "templates", "attachments"])
def test_what_may_not_be_read_is_told(put: Callable[..., Path], caller: Callable[..., list[Ended]], place: str) -> None:
    """A locked file or folder is a fault or an error in words."""
    root = put({**_FILES, "templates/x": b"", "attachments/x": b""})
    (root / place).chmod(0)
    for ended in caller(root, *_CALLS):
        assert ended.code in {0, 1, 2, 3}
        assert "TRAITE_DEBUG" not in ended.err
    (root / place).chmod(0o700)


def test_folders_in_folders_without_end(put: Callable[..., Path], call: Call) -> None:
    """A hundred folders deep, in each folder that is read: told once, and not looked into."""
    root = put(_FILES)
    for folder in ("records/topics", "attachments", "templates"):
        (root / folder / "/".join("d" * 100)).mkdir(parents=True)
    call(root, ("validate",), ("list", "topics"), ("render",))


def test_names_that_differ_in_their_case(put: Callable[..., Path], call: Call) -> None:
    """« A.md » beside « a.md » is told: on another machine one of them would take the other's place."""
    root = put(_FILES)
    (root / "records/topics/A.md").write_bytes(_TOPIC)
    (ended,) = call(root, ("validate", "--format", "concise"))
    assert ended.code == 1
