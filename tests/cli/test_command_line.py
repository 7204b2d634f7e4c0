"""How a call is understood and how it ends, whoever asks for what."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import traite_cli

Calls = Callable[..., Any]
Children = Callable[..., "subprocess.Popen[bytes]"]

WRONG_CALLS = {
    # arguments: (the sentence, its hint)
    ("new-meeting",): ("KIND is missing", "one of: people, topics"),
    ("required",): ("the option --due is missing", "see: traite required --help"),
    ("new-meeting", "peple"): ('KIND cannot take "peple"', "perhaps: people (one of: people, topics)"),
    ("new-meeting", "people", "--format", "yellow"): ('--format cannot take "yellow"', "one of: table, json"),
    ("new-meeting", "people", "--formt", "json"): ("traite new-meeting has no option --formt", "perhaps: --format"),
    ("new-meeting", "people", "-z"): ("traite new-meeting has no option -z", "see: traite new-meeting --help"),
    ("new-meeting", "people", "--note"): ("--note needs a value after it", "see: traite new-meeting --help"),
    ("new-meeting", "people", "--overdue=yes"): ("--overdue takes no value", "see: traite new-meeting --help"),
    ("new-meeting", "people", "--number", "12"): ('--number cannot take "12"', "it takes a whole number from 1 to 9"),
    ("new-meeting", "people", "--only", "1", "--only", "two"): ('--only cannot take "two"', "it takes a whole number"),
    ("new-meeting", "people", "--file", "not/there"): ('--file: "not/there" does not exist', None),
    ("settings", "one"): ("one word too many: one", "see: traite settings --help"),
    ("settings", "one", "two"): ("2 words too many: one two", "see: traite settings --help"),
    ("new-meting",): ("there is no command new-meting", "perhaps: new-meeting"),
    ("../fail",): ("there is no command ../fail", "perhaps: fail"),
    ("_private",): ("there is no command _private", "see: traite --help"),
    ("fail\x1b[2J\n",): ("there is no command fail\\x1b[2J\\n", "perhaps: fail"),
    ("--formt", "x", "settings"): ("traite has no option --formt", "see: traite --help"),
    ("--lang", "de", "settings"): ('--lang cannot take "de"', "one of: fr, en"),
    ("settings", "--color", "allways"): ('--color cannot take "allways"', "perhaps: always (one of: auto, always, never)"),
}  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG_CALLS)
def test_a_wrong_call_is_told_in_our_words(call: Calls, arguments: tuple[str, ...]) -> None:
    """A wrong call ends with 2, says in one line what is wrong, and in the next what to do; nothing goes to standard output."""
    sentence, hint = WRONG_CALLS[arguments]
    ended = call(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"error: {sentence}\n" + (f"    {hint}\n" if hint else "")


def test_a_wrong_value_from_the_environment_is_told_by_its_variable(call: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who wrote no ``--number`` is told of the variable, not of the option."""
    monkeypatch.setenv("TRAITE_NEW_MEETING_NUMBER", "many")
    assert 'TRAITE_NEW_MEETING_NUMBER cannot take "many"' in call("new-meeting", "people").err


def test_wrong_calls_are_told_in_french(call: Calls) -> None:
    """The language asked for on the line, wherever it stands, is the one in which its own faults are told."""
    expected = "erreur\u00a0: --format n\u2019accepte pas «\u00a0jsn\u00a0»\n    le plus proche\u00a0: json (au choix\u00a0: table, json)\n"
    assert call("new-meeting", "people", "--format", "jsn", "--lang", "fr").err == expected
    assert call("--lang=fr", "new-meeting", "people", "--format", "jsn").err == expected


ENDINGS = {
    "refused": (1, "error: no way\\x1b[2J\n    ask someone\\nelse\n"),
    "unknown": (1, "error: no record raphael-sodoni\n    perhaps: raphael-sodini\n"),
    "configuration": (2, "error: bad\n"),
    "extra": (3, "error: needs pdf\n"),
    "interrupted": (130, ""),
    "memory": (3, "error: there is not enough memory\n"),
    "full": (3, "error: build/x.pdf: the disk is full\n"),
    "strange": (3, "error: the system refused: odd\n"),
    "pipe": (3, "error: a program ended before it had read what it was given\n"),
}


@pytest.mark.parametrize("how", ENDINGS)
def test_every_error_has_its_sentence_and_its_exit_code(call: Calls, how: str) -> None:
    """What stops a command is told in words with the contract's exit code, and what it had written before stands."""
    code, words = ENDINGS[how]
    assert call("fail", how) == (code, "begun\n", words)


@pytest.mark.parametrize("how", ["fault", "deep"])
def test_a_fault_of_the_program_shows_no_traceback(call: Calls, how: str) -> None:
    """Even an error nobody foresaw is one sentence, and says how to see more."""
    ended = call("fail", how)
    assert ended.code == 3
    assert "Traceback" not in ended.err
    assert "TRAITE_DEBUG=1" in ended.err


@pytest.mark.parametrize("arguments", [["-vv", "fail", "fault"], ["fail", "fault", "-v", "--verbose"]])
def test_a_traceback_is_there_for_who_asks(call: Calls, arguments: list[str]) -> None:
    """``-v`` given twice shows where an error comes from."""
    assert "ZeroDivisionError: a fault of ours" in call(*arguments).err
    assert "Traceback" in call(*arguments).err


def test_the_environment_asks_for_a_traceback(call: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    """So does ``TRAITE_DEBUG``."""
    monkeypatch.setenv("TRAITE_DEBUG", "1")
    assert "Traceback" in call("fail", "fault").err


def test_a_command_gives_its_exit_code(call: Calls) -> None:
    """What a command returns is the exit code; nothing returned is success."""
    assert call("new-meeting", "people", "--note", "refused").code == 1
    assert call("settings").code == 0


def test_words_after_two_hyphens_are_words(call: Calls) -> None:
    """After ``--`` nothing is an option, not even ``--lang``."""
    ended = call("new-meeting", "people", "--", "--lang", "de")
    assert (ended.code, ended.out.split(" table")[0]) == (0, "people ['--lang', 'de']")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-v"]])
def test_without_a_command_there_is_help(call: Calls, arguments: list[str]) -> None:
    """``traite`` alone answers with the list of commands on standard output, and that is no error."""
    ended = call(*arguments)
    assert (ended.code, ended.err) == (0, "")
    for line in ("new-meeting  Write down what was said.", "speak        Speak (loudly)", "import       Read (a ) file)."):
        assert f"\n  {line}\n" in ended.out
    assert "_private" not in ended.out


@pytest.mark.parametrize("arguments", [["--version"], ["settings", "--version"], ["-C", "nowhere", "--version"]])
def test_version(call: Calls, arguments: list[str]) -> None:
    """The version is told anywhere, and needs no repository."""
    assert call(*arguments) == (0, f"traite {traite_cli.__version__}\n", "")


def test_help_of_a_command(call: Calls) -> None:
    """Help shows usage, meaning, arguments, options with their choices and defaults, examples, and the options of every command.

    What an option is for is a sentence, even where it is the meaning of a field.
    """
    page = call("new-meeting", "--help").out
    assert page.startswith("Usage: traite new-meeting [OPTIONS] KIND [WORDS...]\n\n  Write down what was said.\n\n  A second paragraph.\n")
    assert "\nArguments:\n  KIND      Which records.\n  WORDS...  What to look for.\n" in page
    assert "\n  --format table|json  How to show them.  [default: table]\n" in page
    assert "\nExamples:\n  a program's way\n    traite new-meeting people --format json\n" in page
    shared = page.partition("\nOptions of every command:\n")[2]
    for option in ("-C, --directory FOLDER", "--as-of DATE", "--lang fr|en", "--color auto|always|never", "-q, --quiet", "-v, --verbose"):
        assert f"  {option} " in shared
    assert "--version" in shared
    assert "--help" in shared


def test_help_in_french(call: Calls) -> None:
    """Headings, options and remarks are in the language asked; nothing is left in English."""
    page = call("required", "--help", "--lang", "fr").out
    for words in (
        "Usage\u00a0: traite required [OPTIONS]",
        "Options\u00a0:",
        "Exemples\u00a0:",
        "[obligatoire]",
        "RÉPERTOIRE",
        "Afficher cette aide.",
    ):
        assert words in page
    for words in ("Show", "default", "required]", "Options of", "FOLDER"):
        assert words not in page


def test_help_never_touches_the_locale(call: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    """The locale chooses the language only where nothing else does."""
    monkeypatch.delenv("TRAITE_LANG")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert call("--help").out.startswith("Usage\u00a0: ")
    assert call("--help", "--lang", "en").out.startswith("Usage: ")


def test_a_file_named_after_a_word_of_python_is_a_command(call: Calls) -> None:
    """``import_.py`` is ``traite import``."""
    assert call("import").out == "imported\n"


def test_a_closed_pipe_ends_quietly(child: Children) -> None:
    """``traite … | head`` says nothing and is no error, however much was still to be written."""
    process = child("speak", "100000")
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told(child: Children) -> None:
    """Data that could not be written to standard output is an error of the machine, not a success."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        process = child("speak", stdout=full)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err.decode()) == (3, "error: the system refused: the disk is full\n")


@pytest.mark.parametrize(("encoding", "written"), [("ascii", 'Elodie : " l\'oeuvre "'), ("latin-1", "Élodie : «\u00a0l'oeuvre\u00a0»")])
def test_an_encoding_without_our_letters_gets_their_kin(child: Children, encoding: str, written: str) -> None:
    """A screen that lacks a letter shows its nearest kin, never an error."""
    process = child("speak", environment={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    out, _ = process.communicate(timeout=60)
    assert (process.returncode, out.decode(encoding).strip()) == (0, written)


def test_python_runs_the_package() -> None:
    """``python -m traite_cli`` is ``traite``."""
    ended = subprocess.run([sys.executable, "-m", "traite_cli", "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert ended.stdout == f"traite {traite_cli.__version__}\n"
