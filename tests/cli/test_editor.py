"""``--edit``: a record written in the person's own editor, and what becomes of it when something goes wrong."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from calls import Ended, Traite
from repositories import MakeRepository
from terminal import Terminal
from traite_cli.cli.editor import editor
from traite_cli.cli.main import main
from traite_cli.errors import MachineError, UsageError

TITLE = "text = text.replace('title:\\n', 'title: Essai\\n')"


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, and the current folder in it."""
    root = make_repository({}).root
    monkeypatch.chdir(root)
    monkeypatch.delenv("VISUAL", raising=False)
    return root


def _editor(folder: Path, *changes: str) -> str:
    """An editor that does one of some changes at each call, in their order."""
    script = folder.parent / "an editor.py"
    program = f"""
import sys
from pathlib import Path

path, calls = Path(sys.argv[-1]), Path(__file__).with_suffix(".calls")
number = int(calls.read_text()) if calls.exists() else 0
calls.write_text(str(number + 1))
text = path.read_bytes().decode()
Path(__file__).with_suffix(f".{{number}}").write_bytes(text.encode())
exec({list(changes)!r}[number])
path.write_bytes(text.encode())
"""
    script.write_text(program, encoding="utf-8")
    return shlex.join([sys.executable, str(script)]) if os.name != "nt" else f'"{sys.executable}" "{script}"'


def _seen(folder: Path, number: int) -> str:
    """What the editor was shown."""
    return (folder.parent / f"an editor.{number}").read_bytes().decode()


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Traite:
    """Call the command line in this process with an editor."""

    def run(chosen: str, *arguments: str) -> Ended:
        monkeypatch.setenv("EDITOR", chosen)
        code = main(["--lang", "en", *arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return run


def test_a_record_is_written_in_the_editor(here: Path, traite: Traite) -> None:
    """It begins with what options give and every field explained; the explanations do not stay, remarks of one's own do."""
    change = "text = text.replace('title:', 'title: Essai  # à revoir').replace('# opened:', 'opened:').replace('\\n---\\n', '\\n# Mon mot.\\n---\\n')"
    ended = traite(_editor(here, change), "new-topic", "--edit", "--body", "Le texte.")
    assert (ended.code, ended.out) == (0, "records/topics/essai.md\n"), ended.err
    shown = _seen(here, 0)
    assert "# Title: what it is called\ntitle:\n" in shown
    assert "# Opened: since when it is followed\n# opened: 2014-10\n" in shown
    text = "---\ntitle: Essai  # à revoir\nopened: 2014-10\n# Mon mot.\n---\n\nLe texte.\n"
    assert (here / "records/topics/essai.md").read_bytes().decode() == text
    assert not list(here.glob(".traite/begun/*"))


def test_a_text_that_is_as_it_was_is_not_written(here: Path, traite: Traite) -> None:
    """Whoever closes the editor at once has changed their mind."""
    ended = traite(_editor(here, ""), "new-topic", "--edit")
    assert ended.code == 1
    assert "the text is as it was" in ended.err
    assert not list(here.glob(".traite/begun/*"))
    assert not (here / "records").exists()


def test_what_has_errors_is_kept(here: Path, traite: Traite) -> None:
    """Without a terminal nobody can be asked: the errors are told with their lines, and the text is kept where it is told."""
    ended = traite(_editor(here, f"{TITLE}; text = text.replace('# opened: 2014-10', 'opened: hier')"), "new-topic", "--edit")
    assert ended.code == 1
    assert "TR" in ended.err
    assert ".traite/begun/topics.md" in ended.err
    assert "title: Essai" in (here / ".traite/begun/topics.md").read_text(encoding="utf-8")
    assert not (here / "records").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")
def test_one_goes_back_in_and_takes_a_draft_up_again(here: Path) -> None:
    """Errors are told when the editor closes; back in, given up, and taken up again at the next call."""
    wrong = f"{TITLE}; text = text.replace('# opened: 2014-10', 'opened: hier')"
    environment = {"EDITOR": _editor(here, wrong, "text += '\\nUn mot.\\n'", "text = text.replace('hier', '2014-10')")}
    with Terminal(here, "--lang", "en", "new-topic", "--edit", environment=environment) as terminal:
        terminal.answer(("Back into the editor?", ""), ("Back into the editor?", "no"))
        assert terminal.ends() == 1, terminal.seen
        assert "kept in .traite/begun/topics.md" in terminal.seen
    with Terminal(here, "--lang", "en", "new-topic", "--edit", environment=environment) as terminal:
        terminal.answer(("Go on with it?", "yes"))
        assert terminal.ends() == 0, terminal.seen
    assert (here / "records/topics/essai.md").read_text(encoding="utf-8") == "---\ntitle: Essai\nopened: 2014-10\n---\n\nUn mot.\n"
    assert not list(here.glob(".traite/begun/*"))


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (f"{TITLE}; path.write_bytes(text.encode()); sys.exit(7)", 3, "ended with an error (7)"),
        ("path.unlink(); sys.exit(0)", 3, "left nothing behind"),
        ("path.write_bytes('---\\ntitle: Été\\n---\\n'.encode('cp1252')); sys.exit(0)", 1, "is not UTF-8"),
    ],
)
def test_an_editor_that_fails_is_told(here: Path, traite: Traite, change: str, code: int, said: str) -> None:
    """Nothing is written, and what there is is kept."""
    ended = traite(_editor(here, change), "new-topic", "--edit")
    assert ended.code == code, ended.err
    assert said in ended.err
    assert not (here / "records").exists()


def test_an_editor_that_is_missing_is_told(here: Path, traite: Traite) -> None:
    """With the name that was asked for; nobody has written anything that would be kept."""
    ended = traite("no-such-editor-at-all", "new-topic", "--edit", "--title", "Essai")
    assert ended.code == 3
    assert "“no-such-editor-at-all” cannot be opened" in ended.err
    assert not list(here.glob(".traite/begun/*"))


def test_what_a_windows_editor_leaves_is_read(here: Path, traite: Traite) -> None:
    """Its mark at the beginning and its line ends are not of the text."""
    change = f"{TITLE}; path.write_bytes(b'\\xef\\xbb\\xbf' + text.replace('\\n', '\\r\\n').encode()); sys.exit(0)"
    assert traite(_editor(here, change), "new-topic", "--edit").code == 0
    assert (here / "records/topics/essai.md").read_bytes() == b"---\ntitle: Essai\n---\n"


def test_the_editor_is_the_one_that_was_chosen(tmp_path: Path) -> None:
    """$VISUAL before $EDITOR, with its arguments; a path with a space in it may stand without quotes."""
    with_space = tmp_path / "my editor"
    with_space.touch()
    assert editor({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor({"VISUAL": " ", "EDITOR": str(with_space)}) == [str(with_space)]


def test_where_no_editor_is_chosen_a_usual_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has its own; elsewhere the first that is there; a quote that never ends is told."""
    monkeypatch.setattr("shutil.which", lambda name: name if name == "vi" else None)
    monkeypatch.setattr("os.name", "posix")
    assert editor({}) == ["vi"]
    with pytest.raises(UsageError, match="never closed"):
        editor({"EDITOR": "'code"})
    monkeypatch.setattr("shutil.which", lambda name: None)  # noqa: ARG005  # as the one it stands for
    with pytest.raises(MachineError, match="no editor is chosen"):
        editor({})


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")
def test_what_minutes_mark_is_offered_when_the_editor_closes(here: Path) -> None:
    """A commitment in the minutes is made with the meeting."""
    (here / "records/people").mkdir(parents=True)
    (here / "records/people/alice-tallon.md").write_text("---\nname: Alice Tallon\n---\n", encoding="utf-8")
    change = "text = text + '\\nENGAGEMENT : Alice Tallon relira la lettre\\n'"
    arguments = ("--lang", "en", "new-meeting", "--edit", "--date", "2015-02-02", "--title", "Essai")
    with Terminal(here, *arguments, environment={"EDITOR": _editor(here, change)}) as terminal:
        terminal.answer(("Make its record?", ""), ("in a few words", "Relire"), ("Who made it", ""), ("On behalf", ""), ("By when", ""))
        terminal.answer(("How will one know", ""), ("topics", ""))
        assert terminal.ends() == 0, terminal.seen
    promise = (here / "records/commitments/2015-02-02-relire.md").read_text(encoding="utf-8")
    assert "made_at: 2015-02-02-essai\nquote: Alice Tallon relira la lettre\n" in promise
    assert (here / "records/meetings/2015-02-02-essai.md").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")
@pytest.mark.parametrize("change", ["text = ''", "path.unlink(); raise SystemExit(1)"])
def test_an_editor_that_loses_the_text_loses_nothing_written_before(here: Path, change: str) -> None:
    """A draft that was kept is still kept when the editor empties its file, or takes it away; nothing is said to be kept that is not."""
    command = _editor(here, f"{TITLE}; text = text.replace('# lead', 'lead: x # lead')", change)
    with Terminal(here, "--lang", "en", "new-topic", "--edit", environment={"EDITOR": command}) as terminal:
        terminal.answer(("Back into the editor?", "no"))
        assert terminal.ends() == 1, terminal.seen
    (kept,) = here.glob(".traite/begun/*")
    before = kept.read_bytes()
    assert b"title: Essai" in before
    with Terminal(here, "--lang", "en", "new-topic", "--edit", environment={"EDITOR": command}) as terminal:
        terminal.answer(("Go on with it?", "yes"))
        if "unlink" not in change:
            terminal.answer(("Back into the editor?", "no"))
        assert terminal.ends() != 0, terminal.seen
    assert kept.read_bytes() == before
