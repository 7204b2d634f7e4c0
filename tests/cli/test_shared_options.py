"""The options of every command: where they may stand, and which one counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.cli.beginning import first_look
from traite_cli.cli.options import settings_among

Calls = Callable[..., Any]


def settled(ended: Any, name: str) -> str:
    """Give one setting as the command saw it."""
    assert ended.code == 0, ended.err
    found = re.search(rf"\b{name}=((?:[\w.]+\([^)]*\)|[^,)]+))", ended.out)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("arguments", "name", "value"),
    [
        (["settings"], "directory", "None"),
        (["settings"], "as_of", "None"),
        (["settings"], "verbosity", "0"),
        (["settings"], "color", "'auto'"),
        (["--as-of", "2015-01-22", "settings"], "as_of", "datetime.date(2015, 1, 22)"),
        (["settings", "--as-of=2015-01-22"], "as_of", "datetime.date(2015, 1, 22)"),
        (["settings", "--as-of", "2015-02"], "as_of", "datetime.date(2015, 2, 28)"),
        (["settings", "--as-of", "2014"], "as_of", "datetime.date(2014, 12, 31)"),
        (["--as-of", "2014", "settings", "--as-of", "2015-01-22"], "as_of", "datetime.date(2015, 1, 22)"),
        (["--color", "never", "settings"], "color", "'never'"),
        (["--color", "never", "settings", "--color", "always"], "color", "'always'"),
        (["--lang", "fr", "settings"], "language", "'fr'"),
        (["--lang", "fr", "settings", "--lang", "en"], "language", "'en'"),
        (["settings", "--lang=fr"], "language", "'fr'"),
        (["-v", "settings"], "verbosity", "1"),
        (["settings", "-vv"], "verbosity", "2"),
        (["-q", "settings"], "verbosity", "-1"),
        (["-q", "settings", "-v"], "verbosity", "1"),
        (["-vv", "settings", "-q"], "verbosity", "-1"),
    ],
)
def test_options_stand_before_or_after_the_command_and_the_innermost_counts(
    call: Calls, arguments: Sequence[str], name: str, value: str
) -> None:
    """Each option may stand on either side of the command's name; given on both, the one after it counts."""
    assert settled(call(*arguments), name) == value


def test_the_directory_may_stand_on_either_side(call: Calls, tmp_path: Path) -> None:
    """``-C`` names a folder that is there."""
    for arguments in (
        ["-C", str(tmp_path), "settings"],
        ["settings", "--directory", str(tmp_path)],
        ["-C", ".", "settings", "-C", str(tmp_path)],
    ):
        assert str(tmp_path) in settled(call(*arguments), "directory")


@pytest.mark.parametrize(
    ("variable", "text", "setting"),
    [
        ("TRAITE_AS_OF", "2015-01-22", "as_of=datetime.date(2015, 1, 22)"),
        ("TRAITE_COLOR", "never", "color='never'"),
        ("TRAITE_LANG", "fr", "language='fr'"),
        ("TRAITE_VERBOSE", "2", "verbosity=2"),
        ("TRAITE_QUIET", "1", "verbosity=-1"),
        ("TRAITE_QUIET", "0", "verbosity=0"),
        ("TRAITE_DIRECTORY", "..", "directory=PosixPath('..')"),
    ],
)
def test_each_option_has_its_variable(call: Calls, monkeypatch: pytest.MonkeyPatch, variable: str, text: str, setting: str) -> None:
    """The environment settles what the line leaves open."""
    monkeypatch.setenv(variable, text)
    assert setting in call("settings").out.replace("WindowsPath", "PosixPath")


@pytest.mark.parametrize("arguments", [["-v", "settings"], ["settings", "-v"]])
def test_the_line_goes_before_the_environment(call: Calls, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    """What is written on the line counts more than any variable, also where two options settle one thing."""
    monkeypatch.setenv("TRAITE_QUIET", "1")
    assert settled(call(*arguments), "verbosity") == "1"


def test_a_commands_own_option_has_its_variable(call: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    """``TRAITE_NEW_MEETING_FORMAT`` is the ``--format`` of ``new-meeting``."""
    monkeypatch.setenv("TRAITE_NEW_MEETING_FORMAT", "json")
    assert " json " in call("new-meeting", "people").out
    assert " table " in call("new-meeting", "people", "--format", "table").out


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("05/06/2015", "write which of them is meant"),
        ("soon", "for instance: 2015-01-22, 22 January 2015, 2015-01, end of February, yesterday, next Monday, 3 months ago, +30d, -6m"),
        ("2014-11/2014-12", "a day is written 2015-01-22, a month 2015-01, a year 2015"),
        ("2014-11~", "a day is written 2015-01-22, a month 2015-01, a year 2015"),
    ],
)
def test_a_day_that_is_none_is_told(call: Calls, text: str, hint: str) -> None:
    """What cannot be one day is refused with the way to write it; an interval or an « about » is no day."""
    ended = call("--as-of", text, "settings")
    assert ended.code == 2
    assert ended.err.startswith(f"error: --as-of: “{text}” ")
    assert ended.err.endswith(f"    {hint}\n")


def test_a_folder_that_is_none_is_told(call: Calls) -> None:
    """A directory that is not there is a wrong call."""
    ended = call("settings", "-C", "no\x00where")
    assert (ended.code, ended.err.splitlines()[0]) == (2, 'error: "no\\x00where" is not a folder')
    assert call("settings", "-C", "x" * 5000).err.endswith("is the folder that holds traite.toml\n")


def test_quiet_and_verbose_change_the_talk_not_the_data(call: Calls) -> None:
    """``-q`` silences remarks, ``-v`` and ``-vv`` add some; the data stays what it is."""
    talk = {option: call("speak", *option.split()) for option in ("-q", "", "-v", "-vv")}
    assert {option: ended.err.split("\n")[:-1] for option, ended in talk.items()} == {
        "-q": [],
        "": ["said"],
        "-v": ["said", "more said"],
        "-vv": ["said", "more said", "all said"],
    }
    assert len({ended.out for ended in talk.values()}) == 1


WORDS = st.lists(st.sampled_from(["--lang", "--lang=fr", "--lang=", "fr", "en", "de", "-v", "-vv", "--", "--color", "always", "list", ""]))


@given(
    WORDS,
    st.dictionaries(st.sampled_from(["TRAITE_LANG", "LANG", "LC_ALL", "TRAITE_COLOR", "TRAITE_DEBUG"]), st.sampled_from(["", "fr", "de"])),
)
def test_the_first_look_takes_anything(arguments: list[str], environ: dict[str, str]) -> None:
    """However odd a call is, there is a language to say so in, and what is said of it does not depend on what follows ``--``."""
    look = first_look(arguments, environ)
    assert look.language in {"fr", "en"}
    assert look.color in {"auto", "always", "never"}
    if "--" not in arguments:
        assert first_look([*arguments, "--", "--lang", "fr", "-vv"], environ) == first_look([*arguments, "--"], environ)


@pytest.mark.parametrize(("variable", "text"), [("TRAITE_AS_OF", "soon"), ("TRAITE_DIRECTORY", "nowhere")])
def test_a_wrong_variable_keeps_nobody_from_help(call: Calls, monkeypatch: pytest.MonkeyPatch, variable: str, text: str) -> None:
    """What is wrong in the environment is told when a command is to run, before it does anything; help is shown all the same."""
    monkeypatch.setenv(variable, text)
    assert call("speak", "--help").code == 0
    ended = call("speak")
    assert (ended.code, ended.out) == (2, "")
    assert variable in ended.err
    assert "--as-of" not in ended.err


@pytest.mark.parametrize(
    ("text", "day"), [("le 22 janvier", "2026-01-22"), ("janvier", "2026-01-31"), ("30 novembre", "2026-11-30"), ("décembre", "2025-12-31")]
)
def test_a_day_without_its_year_is_asked_about_in_the_past(text: str, day: str) -> None:
    """One asks about what was: the nearest such day that is not to come."""
    as_of = settings_among({"traite.as_of": text}, "fr").as_of
    assert callable(as_of)
    assert as_of(date(2026, 11, 30)).isoformat() == day
