"""What a shell is told that asks what could stand next."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer._click.shell_completion import CompletionItem

from traite_cli.cli.completion import _SHELLS, _Zsh

Calls = Callable[..., Any]
Asks = Callable[[str, str], Any]


@pytest.fixture
def asked(call: Calls, monkeypatch: pytest.MonkeyPatch) -> Asks:
    """Ask as a shell does for what completes a line."""

    def ask(shell: str, line: str) -> Any:
        words = line.split(" ")
        monkeypatch.setenv("_TRAITE_COMPLETE", f"complete_{shell}")
        monkeypatch.setenv("COMP_WORDS", "\n".join(words))
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", words[-1])
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        return call()

    return ask


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("traite ", ["fail", "import", "new-meeting", "required", "settings", "speak"]),
        ("traite s", ["settings", "speak"]),
        ("traite -C . --as-of 2015 s", ["settings", "speak"]),
        ("traite --l", ["--lang"]),
        ("traite --lang ", ["fr", "en"]),
        ("traite new-meeting ", ["people", "topics"]),
        ("traite new-meeting people --fo", ["--format"]),
        ("traite new-meeting people --format ", ["table", "json"]),
        ("traite new-meeting --c", ["--color"]),
        ("traite nothing ", ["fail", "import", "new-meeting", "required", "settings", "speak"]),
        ("traite new-meeting --as-of nonsense t", ["topics"]),
    ],
)
def test_commands_options_and_choices_are_offered(asked: Asks, line: str, offered: list[str]) -> None:
    """What could stand next is offered, also after options of every command and after mistakes; an error is never shown."""
    ended = asked("bash", line)
    assert (ended.code, ended.out.split(), ended.err) == (0, offered, "")


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("zsh", '_arguments \'*: :(("speak":"Speak (loudly)"))\''),
        ("fish", "speak\tSpeak (loudly)"),
        ("powershell", "speak:::Speak (loudly)"),
        ("pwsh", "speak:::Speak (loudly)"),
        ("bash", "speak"),
    ],
)
def test_each_shell_gets_its_own_form(asked: Asks, shell: str, line: str) -> None:
    """Shells that show a meaning beside each word get it."""
    assert asked(shell, "traite sp") == (0, line + "\n", "")


def test_a_broken_command_is_silent(asked: Asks, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is being typed is never disturbed by an error of ours; who looks for it can see it."""
    monkeypatch.delenv("COMP_WORDS", raising=False)
    monkeypatch.setattr("traite_cli.cli.group.Group.shell_complete", lambda *_: 1 / 0)
    assert asked("bash", "traite ") == (0, "\n", "")
    monkeypatch.setenv("TRAITE_DEBUG", "1")
    assert "ZeroDivisionError" in asked("bash", "traite ").err


@pytest.mark.parametrize("value", ["$(touch x)", "a b", "a;b", "`x`", 'a"b', "a'b", "a\\b", "a*b", "a\nb", "<(x)"])
def test_a_word_that_a_shell_could_run_is_not_offered(monkeypatch: pytest.MonkeyPatch, asked: Asks, value: str) -> None:
    """Names come from records that others sent: one that is more than a word to a shell is left out."""
    monkeypatch.setattr("traite_cli.cli.group.Group.shell_complete", lambda *_: [CompletionItem(value), CompletionItem("people/sodini")])
    for shell in _SHELLS:
        told = asked(shell, "traite ").out
        assert value not in told
        assert "people/sodini" in told


# What zsh's own _arguments does with a list of words, and what its completion system does with our answer.
ZSH = """
_arguments() { local action=${1#*: :}; eval ws\\=\\( "${action[3,-3]}" \\); }
eval $(cat answer)
"""


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not here")
@pytest.mark.parametrize("meaning", ['\\" <(touch run) \\"', "\\`touch run\\`", "$(touch run)", "' ; touch run ; '", '" ; touch run #'])
def test_zsh_runs_no_meaning(tmp_path: Path, meaning: str) -> None:
    """Zsh evaluates what completion tells it twice; a meaning made to be run there stays words."""
    item = _Zsh.format_completion(object.__new__(_Zsh), CompletionItem("a", help=meaning))
    (tmp_path / "answer").write_text(f"_arguments '*: :(({item}))'", encoding="utf-8")
    subprocess.run(["zsh", "-c", ZSH], cwd=tmp_path, check=True, timeout=60)  # noqa: S607 (the zsh of the path)
    assert not (tmp_path / "run").exists()


def test_a_meaning_keeps_its_words() -> None:
    """Marks that mean something to zsh are replaced by marks that do not."""
    item = CompletionItem("kind:slug", help="l'œuvre \"d'Ana\" coûte `5 $`: \\")
    assert _Zsh.format_completion(object.__new__(_Zsh), item) == '"kind\\\\:slug":"l\u2019œuvre ”d\u2019Ana” coûte \u20195  \u2019\\\\: /"'


def test_the_script_can_be_had_for_any_shell(call: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each shell has a script that asks in our variable; an unknown one is told which there are."""
    for shell in _SHELLS:
        monkeypatch.setenv("_TRAITE_COMPLETE", f"source_{shell}")
        ended = call()
        assert ended.code == 0
        assert "_TRAITE_COMPLETE" in ended.out
    monkeypatch.setenv("_TRAITE_COMPLETE", "source_tcsh")
    ended = call()
    assert (ended.code, ended.err.splitlines()[0]) == (2, "error: no completion for this shell: tcsh")


def test_completion_is_installed_and_says_how_to_undo_it(call: Calls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Installing writes the script, tells where it is, and how to be rid of it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setattr("traite_cli.cli.completion._get_shell_name", lambda: "bash")
    ended = call("--install-completion")
    script = tmp_path / ".bash_completions" / "traite.sh"
    assert ended.code == 0
    assert ended.err.startswith(f"written: {script}\n")
    assert "To undo it, delete that file" in ended.err
    assert "_TRAITE_COMPLETE" in script.read_text(encoding="utf-8")
    assert call("--show-completion").out.strip() == script.read_text(encoding="utf-8").strip()
