"""``traite init --update``: what traite does better comes along, what people changed stays, and nothing is lost."""

from __future__ import annotations

import errno
import json
import os
import sys
import zlib
from base64 import b85decode, b85encode
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import pytest

from calls import Ended, Traite
from traite_cli import __version__
from traite_cli.cli.main import main
from traite_cli.files import journal
from traite_cli.writing.starting import PLACE, Collective, found, made_for, origin_of, with_pristine

COLLECTIVE = Collective("Les Voisins du Port", ("3 quai",), "en")
NOW = made_for(COLLECTIVE, origin_of(None, __version__), __version__)
JOB, HOOKS, PAGE, TOML = ".github/workflows/validate.yml", ".pre-commit-config.yaml", "README.md", "traite.toml"
STYLE, LETTER, LOOK = "templates/reference.docx", "templates/parts/letterhead.md.j2", "templates/page.css"
OLD = "0.0.9"
EARLIER = {
    **{path: data.replace(f"v{__version__}".encode(), f"v{OLD}".encode()) for path, data in NOW.items()},
    PAGE: NOW[PAGE].replace(b"## Where things are", b"## Where all things are"),
    TOML: NOW[TOML].replace(b"# The language of documents: fr or en.", b"# The language."),
    STYLE: NOW[STYLE] + b"\0older",
    LOOK: NOW[LOOK].replace(b"--ink: #1d1d1f", b"--ink: #000"),
    "templates/gone.md.j2": b"no longer written\n",
}
"""What an earlier traite would have written: a few lines, a style and a file otherwise, and one file not at all."""
del EARLIER[LETTER]


@pytest.fixture
def traite(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Traite:
    """Call the command line in the repository."""

    def run(*arguments: str) -> Ended:
        monkeypatch.chdir(tmp_path)
        code = main(["--lang", "en", *arguments])
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository that the earlier traite made."""
    make(tmp_path, EARLIER)
    return tmp_path


def packed(data: bytes, level: int = 9) -> str:
    """A text as it is kept."""
    return b85encode(zlib.compress(data, level)).decode()


def unpacked(text: str) -> bytes:
    """What is kept, as a text."""
    return zlib.decompress(b85decode(text))


def make(root: Path, files: Mapping[str, bytes], version: str = OLD) -> None:
    """Make a repository of the files of an earlier version."""
    found(root, with_pristine(files, COLLECTIVE, version))


def now(root: Path) -> dict[str, bytes]:
    """What every file holds now, but those that traite keeps for itself."""
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    return {path: data for path, data in found.items() if path != PLACE and not path.startswith((".traite/", "build/"))}


def change(root: Path, path: str, old: str, new: str) -> None:
    """Change a file as a person does."""
    data = (root / path).read_bytes()
    assert data.count(old.encode()) == 1
    (root / path).write_bytes(data.replace(old.encode(), new.encode()))


def test_what_nobody_touched_is_as_this_version_has_it(traite: Callable, root: Path) -> None:
    """Files changed and new ones; what is no longer written stays with its people. A second time there is nothing to do."""
    updated = traite("init", "--update")
    assert updated.code == 0, updated.err
    assert now(root) == {**NOW, "templates/gone.md.j2": b"no longer written\n"}
    assert {*updated.out.split()} == {path for path, data in NOW.items() if EARLIER.get(path) != data} | {PLACE}
    assert f"Brought from traite {OLD} to {__version__}" in updated.err
    assert f"{LETTER}: new" in updated.err
    kept = json.loads((root / PLACE).read_bytes())
    kept["files"] = {path: [one, text and packed(unpacked(text), 1)] for path, (one, text) in kept["files"].items()}
    (root / PLACE).write_text(json.dumps(kept), encoding="utf-8")  # as another zlib would have packed it
    again = traite("init", "--update")
    assert (again.code, again.out) == (0, "")
    assert "nothing to bring" in again.err
    assert traite("validate", "--strict").code == 0


def test_what_people_changed_stays_and_the_rest_comes_along(traite: Callable, root: Path) -> None:
    """In one file too: a merge of three."""
    change(root, PAGE, "This repository is the collective's memory", "This is our memory")
    change(root, TOML, '"3 quai"', '"4 quai"')
    change(root, "templates/minutes.md.j2", "# {{ document.title }}", "# Minutes: {{ document.title }}")
    mine = now(root)
    updated = traite("init", "--update")
    assert updated.code == 0, updated.err
    after = now(root)
    assert after[PAGE] == NOW[PAGE].replace(b"This repository is the collective's memory", b"This is our memory")
    assert after[TOML] == NOW[TOML].replace(b'"3 quai"', b'"4 quai"')
    assert after["templates/minutes.md.j2"] == mine["templates/minutes.md.j2"]
    assert f"{PAGE}: traite’s changes and yours brought together" in updated.err
    assert "minutes" not in updated.err


def test_what_was_deleted_stays_deleted(traite: Callable, root: Path) -> None:
    """Examples, files of forges that one does not have, a style: also at the next update."""
    gone = [path for path in NOW if "example" in path] + [JOB, STYLE, LOOK]
    for path in gone:
        (root / path).unlink()
    for _ in range(2):
        assert traite("init", "--update").code == 0
        assert now(root) == {path: data for path, data in NOW.items() if path not in gone} | {
            "templates/gone.md.j2": b"no longer written\n"
        }


def test_where_both_changed_the_same_line_it_is_listed_and_left(traite: Callable, root: Path) -> None:
    """The rest is brought; the exit code says that something is left to do, each time until it is done."""
    change(root, LOOK, "--ink: #000", "--ink: #00f")
    mine = (root / LOOK).read_bytes()
    for _ in range(2):
        updated = traite("init", "--update")
        assert (updated.code, (root / LOOK).read_bytes()) == (1, mine)
        assert f"{LOOK}: changed by you and by traite in one place" in updated.err
        assert "traite init --update --mark-conflicts" in updated.err
        assert {path: data for path, data in now(root).items() if path not in {LOOK, "templates/gone.md.j2"}} == {
            path: data for path, data in NOW.items() if path != LOOK
        }
    change(root, LOOK, "--ink: #00f", "--ink: #1d1d1f")
    assert traite("init", "--update").code == 0


def test_conflicts_are_written_between_marks_when_asked(traite: Callable, root: Path) -> None:
    """Both versions stand there; then it is settled, and asked no more."""
    change(root, LOOK, "--ink: #000", "--ink: #00f")
    updated = traite("init", "--update", "--mark-conflicts")
    text = (root / LOOK).read_text(encoding="utf-8")
    assert f"<<<<<<< HEAD\n  --ink: #00f;\n=======\n  --ink: #1d1d1f;\n>>>>>>> traite {__version__}\n" in text
    assert (updated.code, f"{LOOK}: both changes between marks" in updated.err) == (0, True)
    assert (traite("init", "--update").code, (root / LOOK).read_text(encoding="utf-8")) == (0, text)


def test_a_style_that_both_changed_stays_as_people_have_it(traite: Callable, root: Path) -> None:
    """Word's files cannot be merged: it is said once."""
    (root / STYLE).write_bytes(b"mine\0")
    updated = traite("init", "--update")
    assert (updated.code, (root / STYLE).read_bytes()) == (0, b"mine\0")
    assert f"{STYLE}: changed by you and by traite, and yours stays" in updated.err
    assert STYLE not in traite("init", "--update").err


@pytest.mark.parametrize(
    "make_own",
    [lambda path: path.write_bytes(b"mine"), lambda path: path.mkdir(), lambda path: path.symlink_to("x")],
    ids=["file", "folder", "link"],
)
def test_a_file_of_somebody_s_own_is_not_written_over(traite: Callable, root: Path, make_own: Callable) -> None:
    """It stands where the new version has a file of its own: it is said, and it stays."""
    if sys.platform == "win32":
        pytest.skip("links are not for everybody there")
    make_own(root / LETTER)
    before = (root / LETTER).lstat()
    updated = traite("init", "--update")
    assert updated.code == 0
    assert f"{LETTER}: yours, left as it is" in updated.err
    assert (root / LETTER).lstat().st_mode == before.st_mode
    assert LETTER not in json.loads((root / PLACE).read_bytes())["files"]


def test_the_address_of_traite_that_people_put_is_no_conflict(traite: Callable, root: Path) -> None:
    """They are asked to adapt that line, and each version changes it: theirs is the address, ours the version."""
    for path in (JOB, ".gitlab-ci.yml", HOOKS):
        change(root, path, "https://example.org/traite.git", "https://forge.org/us/traite.git")
    other = "repos:\n  - repo: https://github.com/pre-commit/pre-commit-hooks\n    rev: v6.0.0\n    hooks:\n      - id: end-of-file-fixer"
    change(root, HOOKS, "repos:", other)
    updated = traite("init", "--update")
    assert updated.code == 0, updated.err
    after = now(root)
    for path in (JOB, ".gitlab-ci.yml"):
        assert after[path] == NOW[path].replace(b"https://example.org/traite.git", b"https://forge.org/us/traite.git")
    assert other.encode() in after[HOOKS]
    assert f"repo: https://forge.org/us/traite.git\n    rev: v{__version__}\n".encode() in after[HOOKS]


@pytest.mark.parametrize("version", [OLD, __version__])
def test_an_installation_that_does_not_know_its_address_changes_none(traite: Callable, tmp_path: Path, version: str) -> None:
    """Made by a traite of the forge, brought up to date by one of a folder: the forge goes on installing from where it did."""
    url = {"url": "https://forge.org/us/traite.git", "vcs_info": {"commit_id": "a" * 40}}
    make(tmp_path, made_for(COLLECTIVE, origin_of(json.dumps(url), version), __version__), version)
    before = now(tmp_path)
    assert traite("init", "--update").code == 0
    revision = "a" * 40 if version == __version__ else f"v{__version__}"
    assert f"git+https://forge.org/us/traite.git@{revision}".encode() in (tmp_path / JOB).read_bytes()
    assert f"repo: https://forge.org/us/traite.git\n    rev: {revision}\n".encode() in (tmp_path / HOOKS).read_bytes()
    assert (now(tmp_path) == before) == (version == __version__)


def test_a_version_that_people_chose_themselves_is_theirs(traite: Callable, root: Path) -> None:
    """Whoever went to another version than either is asked."""
    change(root, JOB, f"@v{OLD}", "@v0.0.10")
    assert traite("init", "--update").code == 1
    assert b"@v0.0.10" in (root / JOB).read_bytes()


def test_line_ends_of_windows_are_nobody_s_change(traite: Callable, root: Path) -> None:
    """As git gives them there: untouched files are brought along, and a merged one keeps its own."""
    for path, data in now(root).items():
        if b"\0" not in data:
            (root / path).write_bytes(data.replace(b"\n", b"\r\n"))
    (root / PLACE).write_bytes((root / PLACE).read_bytes().replace(b"\n", b"\r\n"))
    change(root, PAGE, "This repository is", "This is")
    assert traite("init", "--update").code == 0
    assert (root / PAGE).read_bytes() == NOW[PAGE].replace(b"This repository is", b"This is").replace(b"\n", b"\r\n")
    assert {path: data.replace(b"\r\n", b"\n") for path, data in now(root).items() if path in NOW and path not in {PAGE, STYLE}} == {
        path: data for path, data in NOW.items() if path not in {PAGE, STYLE}
    }


def test_a_merge_that_could_not_be_read_is_not_written(traite: Callable, tmp_path: Path) -> None:
    """The same key from both sides, at different lines: the configuration would serve nobody."""
    gaps = b"# true: the document says where a passage is missing because it is for a narrower circle.\n# gaps = true\n"
    make(tmp_path, {**NOW, TOML: NOW[TOML].replace(b"format = 1\n", b"")})
    change(tmp_path, TOML, gaps.decode(), gaps.decode().replace("# gaps", "gaps"))
    change(tmp_path, TOML, 'name = "Les Voisins du Port"\n', 'name = "Les Voisins du Port"\n')
    (tmp_path / TOML).write_bytes(b"format = 1\n" + (tmp_path / TOML).read_bytes())
    mine = (tmp_path / TOML).read_bytes()
    updated = traite("init", "--update")
    assert (updated.code, (tmp_path / TOML).read_bytes()) == (1, mine)


def test_a_try_shows_the_difference_and_writes_nothing(traite: Callable, root: Path) -> None:
    """Of texts as a diff; of what is no text the name only."""
    before = {**now(root), PLACE: (root / PLACE).read_bytes()}
    tried = traite("init", "--update", "--dry-run")
    assert {"-## Where all things are", "+## Where things are", STYLE} <= {*tried.out.splitlines()}
    assert PLACE not in tried.out
    assert (tried.code, {**now(root), PLACE: (root / PLACE).read_bytes()}) == (0, before)
    assert "nothing was written" in tried.err


def test_undo_puts_back_what_stood_there(traite: Callable, root: Path) -> None:
    """What was merged, added and kept in mind; then the update can be made again."""
    change(root, PAGE, "This repository is", "This is")
    before = {**now(root), PLACE: (root / PLACE).read_bytes()}
    traite("init", "--update")
    assert traite("undo").code == 0
    assert {**now(root), PLACE: (root / PLACE).read_bytes()} == before
    assert traite("init", "--update").code == 0


@pytest.mark.parametrize("number", [1, 5, 8])
def test_a_disk_that_fills_leaves_all_as_it_was(traite: Callable, root: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """No file is half brought, and none of several."""
    change(root, PAGE, "This repository is", "This is")
    before = {**now(root), PLACE: (root / PLACE).read_bytes()}
    flushed, fsync = count(1), os.fsync

    def full(descriptor: int) -> None:
        if next(flushed) == number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    assert traite("init", "--update").code == 3
    assert {**now(root), PLACE: (root / PLACE).read_bytes()} == before


def test_a_folder_may_be_named(traite: Callable, root: Path, tmp_path: Path) -> None:
    """``traite init --update FOLDER``."""
    assert traite("init", "--update", str(tmp_path)).code == 0


def test_a_newer_traite_s_repository_is_left_alone(traite: Callable, tmp_path: Path) -> None:
    """An old one would take away what the newer brought."""
    make(tmp_path, EARLIER, "99.0")
    before = now(tmp_path)
    ended = traite("init", "--update")
    assert (ended.code, now(tmp_path)) == (1, before)
    assert "99.0" in ended.err


@pytest.mark.parametrize(
    "kept",
    [
        b"", b"{", b"[]", b"null", b"[" * 100_000, b"\xff", b'{"format": 2}',
        b'{"format": 1, "version": "0.0.9", "language": "de", "name": "x", "letterhead": [], "timezone": "Europe/Paris", "files": {}}',
        b'{"format": 1, "version": "x\\u001b", "language": "fr", "name": "x", "letterhead": [], "timezone": "Europe/Paris", "files": {}}',
        b'{"format": 1, "version": "0.0.9", "language": "fr", "name": "x\\ny", "letterhead": [], "timezone": "Europe/Paris", "files": {}}',
        b'{"format": 1, "version": "0.0.9", "language": "fr", "name": "x", "letterhead": [], "timezone": "\\"\\n", "files": {}}',
        b'{"format": 1, "version": "0.0.9", "language": "fr", "name": "x", "letterhead": [], "timezone": "Europe/Paris", "files": {"README.md": ["", "~"]}}',
        b'{"format": 1, "version": "0.0.9", "language": "fr", "name": "x", "letterhead": [], "timezone": "Europe/Paris", "files": {"README.md": []}}',
        json.dumps({"format": 1, "version": "0.0.9", "language": "fr", "name": "x", "letterhead": [], "timezone": "Europe/Paris", "files": {"README.md": ["", packed(b"a" * (1 << 28))]}}).encode(),
    ],
    ids=range(14),
)  # fmt: skip
def test_what_traite_did_not_write_is_no_base(traite: Callable, root: Path, kept: bytes) -> None:
    """The file is a stranger's as every other: it is told in words, fills no memory, and nothing is written."""
    (root / PLACE).write_bytes(kept)
    before = now(root)
    for wish in ("--update", "--remove-examples"):
        ended = traite("init", wish)
        assert (ended.code, now(root)) == (1, before)
        assert f"{PLACE} cannot be read as traite wrote it" in ended.err


@pytest.mark.parametrize(
    "path",
    [
        "records/../../example-outside.md",
        "records/./example-a.md",
        "/etc/example-passwd.md",
        "records/a\\\\example-a.md",
        "c:/example-a.md",
    ],
)
def test_a_stranger_s_path_leads_nowhere_else(traite: Callable, tmp_path: Path, path: str) -> None:
    """A file that is no file of a repository is no example of it, even if it is what is said."""
    root = tmp_path / "a" / "b"
    make(root, EARLIER)
    (root.parent / "example-outside.md").write_bytes(b"outside")
    kept = json.loads((root / PLACE).read_bytes())
    kept["files"][path] = [journal.digest(b"outside"), packed(b"outside")]
    (root / PLACE).write_text(json.dumps(kept), encoding="utf-8")
    ended = traite("init", "--remove-examples", str(root))
    assert (ended.code, (root.parent / "example-outside.md").read_bytes()) == (1, b"outside")
    assert f"{PLACE} cannot be read" in ended.err


def test_every_file_that_is_written_can_be_taken_back(tmp_path: Path) -> None:
    """The journal knows the name of each."""
    paths = [*NOW, PLACE, *made_for(Collective("x", (), "fr"), origin_of(None, __version__), __version__)]
    journal.keep(tmp_path, [journal.Kept(path, None, "") for path in paths])
    assert [one.path for one in journal.unfinished(tmp_path)] == paths
