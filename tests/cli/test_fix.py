"""``validate --fix``, its ``--dry-run`` and ``undo`` as people call them: what is written, what is said, and the way back."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository
from traite_cli.cli.main import main
from traite_cli.files import journal

MEETING, TOPIC = "records/meetings/pleniere.md", "records/topics/sejour.md"
FILES = {
    MEETING: "---\ntitle: Réunion\ndate: 22/10/2014  # jour\nparticipants: [sodini, inconnue]\n---\n\nFin",
    TOPIC: "---\r\ntitre: Le titre\r\nlead: sodini\r\n---\r\n",
    "records/people/sodini.md": "---\nname: Raphaël Sodini\n---\n",
}
MENDED = {
    MEETING: FILES[MEETING].replace("22/10/2014", "2014-10-22"),
    TOPIC: FILES[TOPIC].replace("titre:", "title:"),
    "records/people/sodini.md": FILES["records/people/sodini.md"],
}


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary)


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with some faults, and the current folder in it."""
    root = make_repository({}).root
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    monkeypatch.chdir(root)
    return root


def texts(root: Path) -> dict[str, str]:
    return {path: (root / path).read_bytes().decode() for path in FILES}


def test_what_is_certain_is_mended_and_the_rest_is_told(traite: Callable, here: Path) -> None:
    """Each mend is said with its place and what stands there now, what remains is reported as ever, and so is the way back."""
    ended = traite("validate", "--fix")
    assert texts(here) == MENDED
    assert ended.code == 1
    assert [line.split(" ")[:2] for line in ended.out.splitlines() if line.startswith("records")] == [[f"{MEETING}:4:24:", "TR310"]]
    said = ended.err.splitlines()
    assert said[0].startswith(f"{MEETING}:3: TR214 mended: ")
    assert said[0].endswith(" → 2014-10-22")
    assert said[1].startswith(f"{TOPIC}:2: TR210 mended: ")
    assert said[2:] == ["2 faults mended in 2 files", "To go back: traite undo", "3 records checked: 1 error"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "2 faults can be mended by machine; to see how: traite validate --fix --dry-run"),
        ("fr", "2 fautes peuvent être corrigées par la machine\u202f; pour voir comment\u00a0: traite validate --fix --dry-run"),
    ],
)
def test_what_the_machine_can_mend_is_counted(traite: Callable, here: Path, language: str, said: str) -> None:
    """Below the count of all faults, for people who read the whole report; what is left after mending is not counted so."""
    assert traite("--lang", language, "validate").err.splitlines()[1:] == [said]
    for form in ("concise", "json"):
        assert len(traite("--lang", language, "validate", "--format", form).err.splitlines()) == 1
    assert said not in traite("--lang", language, "validate", "--fix").err


def test_without_a_sure_mend_none_is_promised(traite: Callable, here: Path) -> None:
    """The last line is the count of faults."""
    traite("validate", "--fix")
    assert traite("validate").err.splitlines() == ["3 records checked: 1 error"]


def test_a_second_time_nothing_is_written(traite: Callable, here: Path) -> None:
    """The files are not even touched, and the way back from the first time stays."""
    traite("validate", "--fix")
    before = {path: (here / path).stat().st_mtime_ns for path in FILES}
    ended = traite("validate", "--fix")
    assert {path: (here / path).stat().st_mtime_ns for path in FILES} == before
    assert "Nothing here can be mended" in ended.err
    assert traite("undo").code == 0
    assert texts(here) == FILES


def test_a_try_shows_the_difference_and_writes_nothing(traite: Callable, here: Path) -> None:
    """A unified diff alone on standard output, the end of a Windows line as text; no file is changed or made."""
    ended = traite("validate", "--fix", "--dry-run")
    assert ended.out.splitlines() == [
        f"--- a/{MEETING}", f"+++ b/{MEETING}", "@@ -1,6 +1,6 @@", " ---", " title: Réunion", "-date: 22/10/2014  # jour", "+date: 2014-10-22  # jour",
        " participants: [sodini, inconnue]", " ---", " ",
        f"--- a/{TOPIC}", f"+++ b/{TOPIC}", "@@ -1,4 +1,4 @@", " ---\\r", "-titre: Le titre\\r", "+title: Le titre\\r", " lead: sodini\\r", " ---\\r",
    ]  # fmt: skip
    assert "2 faults would be mended in 2 files; nothing was written" in ended.err
    assert texts(here) == FILES
    assert not (here / journal.PLACE).exists()
    assert ended.code == 1


def test_a_difference_obeys_nothing(traite: Callable, here: Path) -> None:
    """A record comes from anyone: what would command the screen is shown as its number, and colours are for those who ask."""
    (here / TOPIC).write_bytes("---\ntitre: a\u202eb \x1b[2J\n---\n".encode())
    ended = traite("validate", "--dry-run", TOPIC, "--color", "always")
    assert "\x1b[1;31m-titre: a\\u202eb \\x1b[2J\x1b[0m\n\x1b[32m+title:" in ended.out
    assert "\x1b[2J" not in ended.out


def test_only_the_files_asked_for_are_mended(traite: Callable, here: Path) -> None:
    """``validate PATH --fix`` keeps its hands off the others."""
    assert traite("validate", TOPIC, "--fix").code == 0
    assert texts(here) == {**FILES, TOPIC: MENDED[TOPIC]}


def test_a_program_gets_what_remains(traite: Callable, here: Path) -> None:
    """The JSON on standard output is that of the files as they are now."""
    ended = traite("validate", "--fix", "--format", "json")
    assert [one["code"] for one in json.loads(ended.out)["diagnostics"]] == ["TR310"]


def test_undo_puts_back_what_stood_there_and_once_more_undoes_that(traite: Callable, here: Path) -> None:
    """Byte for byte, whatever git knows of it; the paths are said."""
    traite("validate", "--fix")
    tried = traite("undo", "--dry-run")
    assert "+date: 22/10/2014  # jour" in tried.out
    assert texts(here) == MENDED
    ended = traite("undo")
    assert (ended.code, ended.out.split()) == (0, [MEETING, TOPIC])
    assert texts(here) == FILES
    assert traite("undo").code == 0
    assert texts(here) == MENDED


@pytest.mark.usefixtures("here")
def test_undo_says_where_one_stands(traite: Callable) -> None:
    """Each second one makes the change again, and says so; what was new and is gone is named, and so is what is there again."""
    traite("new-topic", "--title", "Le logement", "--no-ask")
    said = [traite("undo").err for _ in range(4)]
    assert ["Put back" in one for one in said] == [True, False, True, False]
    assert ["Made again" in one for one in said] == [False, True, False, True]
    assert "records/topics/logement.md is no longer there" in said[0]
    assert "records/topics/logement.md is there again" in said[1]


def test_undo_is_refused_where_somebody_wrote_since(traite: Callable, here: Path) -> None:
    """Nothing at all is put back then: neither theirs is lost nor half of it done."""
    traite("validate", "--fix")
    (here / TOPIC).write_bytes(b"---\ntitle: Autre\n---\n")
    now = texts(here)
    ended = traite("undo")
    assert (ended.code, ended.out, texts(here)) == (1, "", now)
    assert TOPIC in ended.err


def test_without_a_change_there_is_nothing_to_undo(traite: Callable, here: Path) -> None:
    """It is said, and nothing is made."""
    assert traite("undo").code == 1
    assert not (here / journal.PLACE).exists()


def test_a_file_changed_meanwhile_is_told_and_the_others_are_written(traite: Callable, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading and writing somebody saves one of them: theirs stays, the others are mended, and the exit code is the machine's."""
    keep = journal.keep

    def meanwhile(root: Path, files: Iterable[journal.Kept], *, undoes: bool) -> None:
        keep(root, files, undoes=undoes)
        (here / TOPIC).write_bytes(b"---\ntitle: Autre\n---\n")

    monkeypatch.setattr(journal, "keep", meanwhile)
    ended = traite("validate", "--fix")
    assert ended.code == 3
    assert texts(here) == {**MENDED, TOPIC: "---\ntitle: Autre\n---\n"}
    assert f"{TOPIC} was changed meanwhile" in ended.err
    assert "1 fault mended in 1 file" in ended.err
    assert traite("undo").code == 0
    assert texts(here) == {**FILES, TOPIC: "---\ntitle: Autre\n---\n"}


def test_an_interrupted_run_can_be_undone(traite: Callable, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between two files: each is old or new, nothing lies beside them, and ``undo`` knows the one that was written."""
    replaced: list[object] = []
    rename = Path.replace

    def interrupted(path: Path, target: Path) -> Path:
        if Path(target).suffix == ".md":
            replaced.append(target)
            if len(replaced) > 1:
                raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    assert traite("validate", "--fix").code == 130
    monkeypatch.undo()
    os.chdir(here)
    assert texts(here) == {**FILES, MEETING: MENDED[MEETING]}
    assert sorted(one.name for one in (here / "records").rglob("*") if one.is_file()) == ["pleniere.md", "sejour.md", "sodini.md"]
    assert main(["undo"]) == 0
    assert texts(here) == FILES


def _journal(**entry: str) -> bytes:
    one = {"path": TOPIC, "before": base64.b64encode(b"evil").decode(), "after": journal.digest(FILES[TOPIC].encode()), **entry}
    return json.dumps({"version": 1, "files": [one]}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b'{"version": 1}', b'{"version": 1, "files": [1]}', b'{"version": 2, "files": []}', b"[" * 100_000, b"\xff",
        _journal(path="../outside.md"), _journal(path="records/../../outside.md"), _journal(path="/etc/passwd"), _journal(path=".git/config"),
        _journal(path="records/topics/../../traite.toml"), _journal(path="records/topics/a\x00.md"), _journal(before="é"), _journal(before="a"),
    ],
)  # fmt: skip
def test_a_journal_that_traite_did_not_write_is_none(traite: Callable, here: Path, data: bytes) -> None:
    """It may come with somebody's change: it names records, or it is not listened to."""
    (here / journal.FOLDER).mkdir()
    (here / journal.PLACE).write_bytes(data)
    assert traite("undo").code == 1
    assert texts(here) == FILES


def test_the_journal_is_no_link_and_none_of_git_s_business(traite: Callable, here: Path) -> None:
    """A link there could lead our bytes anywhere; then nothing is written at all. Its folder tells git to leave it alone."""
    outside = here.parent / "outside"
    outside.mkdir(exist_ok=True)
    try:
        (here / journal.FOLDER).symlink_to(outside)
    except OSError:
        pytest.skip("not everybody may make links on this system")
    assert traite("validate", "--fix").code == 3
    assert (texts(here), list(outside.iterdir())) == (FILES, [])
    (here / journal.FOLDER).unlink()
    traite("validate", "--fix")
    assert (here / journal.FOLDER / ".gitignore").read_text() == "*\n"
