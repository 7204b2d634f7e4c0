"""``traite init`` as people call it: a repository that works at once, and nothing that was there is touched."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from calls import Ended
from repositories import commit, git
from traite_cli.cli.main import main
from traite_cli.files import atomic

NAMED = ("--name", "Les Voisins du Port")
_NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions and links")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable:
    """Call the command line in this process."""

    def run(*arguments: str) -> Ended:
        code = main(list(arguments))
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    """Every file below a folder but git's, and what it holds."""
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    return {path: data for path, data in found.items() if not path.startswith(".git/")}


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "10 fiches vérifiées\u00a0: rien à signaler"), ("en", "10 records checked: no fault")]
)
def test_what_is_made_validates_and_renders_in_every_format(call: Callable, here: Path, language: str, said: str) -> None:
    """At once, whatever the name; all in the language asked for."""
    made = call(
        "--lang",
        language,
        "init",
        "voisins",
        "--name",
        'A "b" \\ """ <i>c</i> {{ d }} $e',
        "--letterhead",
        '"',
        "--letterhead",
        "x@example.org",
    )
    assert (made.code, files(here / "voisins") != {}) == (0, True)
    checked = call("--lang", language, "-C", "voisins", "validate", "--strict")
    assert (checked.code, checked.err.strip()) == (0, said)
    rendered = call("-C", "voisins", "render", "--to", "md,html,docx,odt,pdf")
    assert rendered.code == 0, rendered.err
    assert [Path(path).stat().st_size > 0 for path in rendered.out.split()] == [True] * 5


def test_it_says_what_it_made_and_how_to_go_on(call: Callable, here: Path) -> None:
    """What stands at the top of the repository on standard output, each path from here; what to do next as talk."""
    made = call("init", "my neighbours", *NAMED)
    top = {f"my neighbours{os.sep}{path.name}{'/' * path.is_dir()}" for path in (here / "my neighbours").iterdir()}
    assert {*made.out.splitlines()} == top - {f"my neighbours{os.sep}.git/", f"my neighbours{os.sep}.traite/"}
    assert 'traite -C "my neighbours" validate' in made.err
    assert 'traite -C "my neighbours" init --remove-examples' in made.err


def test_a_folder_may_be_there_and_hold_other_files(call: Callable, here: Path) -> None:
    """The one that one is in, too: what it held stays, and the hints need no folder."""
    (here / "notes.txt").write_bytes(b"mine")
    made = call("init", ".", *NAMED)
    assert (made.code, (here / "notes.txt").read_bytes()) == (0, b"mine")
    assert "traite.toml" in made.out.split()
    assert "To look at it: traite validate" in made.err


def test_a_file_that_holds_just_what_would_be_written_is_in_nobody_s_way(call: Callable, here: Path) -> None:
    """Begun again after an accident, or beside an .editorconfig that is the same."""
    call("init", "a", *NAMED)
    (here / "b").mkdir()
    shutil.copy(here / "a" / ".editorconfig", here / "b" / ".editorconfig")
    assert call("init", "b", *NAMED).code == 0
    assert files(here / "b").keys() == files(here / "a").keys()


def test_everything_in_the_way_is_named_and_nothing_is_written(call: Callable, here: Path) -> None:
    """Files, files where folders should be, folders where files should be, and links, even broken ones."""
    root = here / "voisins"
    (root / ".gitignore").mkdir(parents=True)
    (root / "README.md").write_bytes(b"mine")
    (root / "records").write_bytes(b"mine")
    in_the_way = [".gitignore", "README.md", "records"]
    if sys.platform != "win32":
        (root / "templates").symlink_to(here / "nowhere")
        in_the_way.append("templates")
    before = files(root)
    made = call("init", "voisins", *NAMED)
    assert (made.code, made.out, files(root)) == (1, "", before)
    assert [line.strip() for line in made.err.splitlines() if line.startswith("  voisins")] == [
        f"voisins{os.sep}{path}" for path in in_the_way
    ]
    assert "nothing was written" in made.err


def test_a_repository_is_not_made_twice(call: Callable, here: Path) -> None:
    """It is told what to do instead, before any question is asked."""
    call("init", "voisins", *NAMED)
    before = files(here / "voisins")
    for name in (("--name", "Another"), ()):
        again = call("init", "voisins", *name)
        assert (again.code, files(here / "voisins")) == (1, before)
        assert "traite -C voisins init --update" in again.err


def test_a_try_writes_nothing(call: Callable, here: Path) -> None:
    """Not even the folder; it names what would be there."""
    tried = call("init", "voisins", *NAMED, "--dry-run")
    assert (tried.code, [*here.iterdir()]) == (0, [])
    assert f"voisins{os.sep}traite.toml" in tried.out.split()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("voisins",), '--name "Les Voisins du Port"'),
        ((*NAMED,), "traite init FOLDER"),
        (("voisins", "--name", "a\nb"), "“a\\nb” holds a line end"),
        (("voisins", "--name", "a\u202eb"), "“a\\u202eb” holds a line end, or a character that nobody sees"),
        (("voisins", "--name", " "), "at least one letter"),
        (("voisins", "--name", "a" * 201), "longer than 200 characters"),
        (("voisins", "--name", "::: members"), "leave out the colons"),
        (("voisins", *NAMED, "--letterhead", "a\rb"), "“a\\rb” holds a line end"),
        (("voisins", *NAMED, "--timezone", "Europe/Pariss"), "Europe/Paris"),
        (("voisins", *NAMED, "--timezone", "paris"), "perhaps: Europe/Paris"),
        (("voisins", *NAMED, "--timezone", '"\n'), "is no time zone"),
        (("voisins", *NAMED, "--language", "de"), "fr"),
        (("voisins", *NAMED, "--update"), "they are changed in traite.toml"),
        (("voisins", "--update", "--remove-examples"), "do not go together"),
        (("voisins", *NAMED, "--mark-conflicts"), "write both, or neither"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said(call: Callable, here: Path, arguments: tuple[str, ...], said: str) -> None:
    """With what could stand there; a script never waits for an answer, and nothing is made."""
    ended = call("init", *arguments)
    assert (ended.code, [*here.iterdir()]) == (2, [])
    assert said in ended.err


def test_a_file_is_no_folder(call: Callable, here: Path) -> None:
    """It is told so, and stays."""
    (here / "voisins").write_bytes(b"mine")
    assert call("init", "voisins", *NAMED).code == 2
    assert (here / "voisins").read_bytes() == b"mine"


def test_the_folder_is_looked_for_where_the_repository_is_asked_for(call: Callable, here: Path) -> None:
    """``-C FOLDER init NAME`` makes it there."""
    (here / "a").mkdir()
    assert call("-C", "a", "init", "voisins", *NAMED).code == 0
    assert (here / "a" / "voisins" / "traite.toml").is_file()


def test_it_becomes_a_git_repository_that_ignores_what_can_be_made_again(call: Callable, here: Path) -> None:
    """Nothing is committed; what is added is what was written, and every line end stays."""
    call("init", "voisins", *NAMED)
    root = here / "voisins"
    call("-C", "voisins", "render")
    assert git(root, "log", "--all", "--oneline") == ""
    git(root, "-c", "core.autocrlf=true", "add", "--all")
    added = git(root, "ls-files").splitlines()
    assert {*added} == {path for path in files(root) if not path.startswith((".traite/", "build/"))}
    assert git(root, "check-attr", "binary", "attachments/a/b.txt") == "attachments/a/b.txt: binary: set"
    assert git(root, "check-attr", "eol", "records/topics/a.md") == "records/topics/a.md: eol: lf"


def test_records_merge_field_by_field_from_the_start(call: Callable, here: Path) -> None:
    """Its .gitattributes names the driver, and git knows it; a clone learns it by setup-git."""
    call("init", "voisins", *NAMED)
    assert "merge-driver" in git(here / "voisins", "config", "merge.traite.driver")
    assert git(here / "voisins", "check-attr", "merge", "records/people/x.md").endswith(": traite")


def test_a_git_repository_that_is_there_is_respected(call: Callable, here: Path) -> None:
    """A folder in one is a part of it."""
    (here / "README.md").write_bytes(b"mine")
    commit(here)
    assert call("init", "voisins", *NAMED).code == 0
    assert not (here / "voisins" / ".git").exists()


def test_without_git_it_is_made_all_the_same(call: Callable, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is said what is missing."""
    monkeypatch.setenv("PATH", str(here))
    made = call("init", "voisins", *NAMED)
    assert (made.code, "git is not installed" in made.err) == (0, True)
    assert call("-C", "voisins", "validate").code == 0


@_NOT_ON_WINDOWS
def test_a_folder_that_may_not_be_written_is_told(call: Callable, here: Path) -> None:
    """The machine's refusal, in words."""
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    here.chmod(0o500)
    made = call("init", "voisins", *NAMED)
    here.chmod(0o700)
    assert (made.code, [*here.iterdir()]) == (3, [])


def test_a_way_that_leads_through_a_file_is_told(call: Callable, here: Path) -> None:
    """The system's refusal, in words, and the file stays."""
    (here / "notes").write_bytes(b"mine")
    made = call("init", "notes/voisins", *NAMED)
    assert (made.code, files(here)) == (3, {"notes": b"mine"})


@pytest.mark.parametrize("number", [1, 3, 9, 30, 40])
@pytest.mark.parametrize("is_there", [False, True])
def test_a_disk_that_fills_leaves_nothing_behind(
    call: Callable, here: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, is_there: bool
) -> None:
    """Whichever file it is that no longer fits: no file, no folder; what somebody had stays."""
    if is_there:
        (here / "voisins" / "records").mkdir(parents=True)
        (here / "voisins" / "notes.txt").write_bytes(b"mine")
    before = sorted(here.rglob("*"))
    flushed = iter(range(1, 1000))
    fsync = os.fsync

    def full(descriptor: int) -> None:
        if next(flushed) == number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(descriptor)

    monkeypatch.setattr(atomic.os, "fsync", full)
    made = call("init", "voisins", *NAMED)
    assert (made.code, sorted(here.rglob("*"))) == (3, before)
    assert "could not be written" in made.err


def test_it_can_be_undone(call: Callable, here: Path) -> None:
    """No file is left but the journal; and where somebody wrote since, nothing is taken away."""
    call("init", "voisins", *NAMED)
    (here / "voisins" / "README.md").write_bytes(b"mine")
    before = files(here / "voisins")
    assert (call("-C", "voisins", "undo").code, files(here / "voisins")) == (1, before)
    (here / "voisins").rename(here / "other")
    call("init", "voisins", *NAMED)
    undone = call("-C", "voisins", "undo")
    assert (undone.code, {*files(here / "voisins")}) == (0, {".traite/.gitignore", ".traite/lock", ".traite/undo.json"})
    assert "before there was a repository" in undone.err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_examples_are_taken_away_in_one_go(call: Callable, here: Path, language: str) -> None:
    """One of each kind, and nothing else: the collective's own record stays, and nothing is wrong; undo brings them back."""
    call("--lang", language, "init", "voisins", *NAMED)
    before = files(here / "voisins")
    tried = call("-C", "voisins", "init", "--remove-examples", "--dry-run")
    removed = call("-C", "voisins", "init", "--remove-examples")
    after = files(here / "voisins")
    assert len(removed.out.split()) == 9
    assert tried.out == removed.out
    assert {*before} - {*after} == {*removed.out.split()}
    assert [path for path in after if path.startswith("records/")] == ["records/organisations/les-voisins-du-port.md"]
    assert call("-C", "voisins", "validate", "--strict").code == 0
    call("-C", "voisins", "undo")
    assert files(here / "voisins").keys() == before.keys()
    assert call("-C", "voisins", "init", "--remove-examples").code == 0
    assert call("-C", "voisins", "init", "--remove-examples").code == 1


def test_an_example_that_somebody_wrote_into_stays(call: Callable, here: Path) -> None:
    """It is theirs; who still refers to one that goes is named. Line ends that git changed are nobody's words."""
    call("init", "voisins", *NAMED)
    records = here / "voisins" / "records"
    meeting = records / "meetings" / "2024-05-02-example-town-hall.md"
    meeting.write_bytes(meeting.read_bytes() + b"One more sentence.\n")
    person = records / "people" / "example-robin-martin.md"
    person.write_bytes(person.read_bytes().replace(b"\n", b"\r\n"))
    (records / "topics" / "other.md").write_bytes(b"---\ntitle: Other\nparent: example-north-quay\n---\n")
    removed = call("-C", "voisins", "init", "--remove-examples")
    assert meeting.exists()
    assert not person.exists()
    assert len(removed.out.split()) == 8
    assert "2024-05-02-example-town-hall.md: somebody wrote into this one" in removed.err
    assert "records/topics/other.md: refers to an example that goes" in removed.err


def test_a_repository_that_init_did_not_make_has_nothing_to_take_away(call: Callable, here: Path) -> None:
    """It is told, and its records stay."""
    (here / "traite.toml").write_bytes(b'name = "x"\n')
    (here / "records" / "topics").mkdir(parents=True)
    (here / "records" / "topics" / "example-a.md").write_bytes(b"---\ntitle: A\n---\n")
    for wish in ("--remove-examples", "--update"):
        ended = call("init", wish)
        assert (ended.code, "was not made by traite init" in ended.err) == (1, True)
    assert (here / "records" / "topics" / "example-a.md").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made otherwise there")
def test_a_person_at_a_terminal_is_asked(here: Path) -> None:
    """What the options leave open, line by line; an answer that cannot be is asked again."""
    from terminal import Terminal

    terminal = Terminal(here, "--lang", "fr", "init", "voisins")
    terminal.answer(
        ("Comment s’appelle le collectif", ""), ("Comment s’appelle le collectif", "Les Voisins « du Port »"), ("Une ligne", "3 quai"), ("Une ligne", ""),
        ("Dans quelle langue", "anglais"), ("fuseau horaire", "paris"), ("fuseau horaire", "Europe/Paris"),
    )  # fmt: skip
    assert terminal.ends() == 0
    text = (here / "voisins" / "traite.toml").read_text(encoding="utf-8")
    assert 'name = "Les Voisins « du Port »"' in text
    assert 'language = "en"' in text
    assert '    "3 quai",\n' in text


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made otherwise there")
def test_whoever_breaks_off_has_made_nothing(here: Path) -> None:
    """Ctrl-C at a question."""
    from terminal import Terminal

    terminal = Terminal(here, "--lang", "en", "init", "voisins")
    terminal.answer(("What is the collective called", "Les Voisins"))
    terminal.expect("A line")
    terminal.interrupt()
    assert (terminal.ends(), [*here.iterdir()]) == (130, [])
