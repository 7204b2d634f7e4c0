"""What a call may import before its own work begins."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from repositories import ROOT
from traite_cli import __main__
from traite_cli.circulating import templating
from traite_cli.cli.main import main
from traite_cli.workspace import Workspace

HEAVY = {
    "pydantic",
    "rich",
    "jinja2",
    "yaml",
    "babel",
    "markdown_it",
    "git",
    "rapidfuzz",
    "nh3",
    "pickle",
    "typst",
    "sqlite3",
    "pygments",
    "markdown",
    "dataclasses",
}
Children = Callable[..., "subprocess.Popen[bytes]"]

COMPLETE_ZSH = {"_TRAITE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "traite s"}
COMPLETE_FISH = {"_TRAITE_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": "traite s", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}


def imported(process: subprocess.Popen[bytes]) -> set[str]:
    """Give the modules that a child had when it ended."""
    _, err = process.communicate(timeout=60)
    modules: list[str] = json.loads(err.splitlines()[-1])
    return set(modules)


@pytest.fixture
def modules(child: Children) -> Callable[..., set[str]]:
    """Run a call in a child, and give the modules that it has imported in the end."""

    def run(*arguments: str, **environment: str) -> set[str]:
        return imported(child(*arguments, after="import json\nsys.stderr.write(json.dumps(list(sys.modules)))", environment=environment))

    return run


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--version"], {}),
        (["--help"], {}),
        (["--help"], {"TRAITE_LANG": "fr"}),
        (["settings", "--help"], {}),
        (["settings"], {}),
        (["settings", "--as-of", "2015-01"], {"TRAITE_LANG": "fr"}),
        ([], COMPLETE_ZSH),
        ([], COMPLETE_FISH),
    ],
)
def test_nothing_heavy_is_imported(modules: Callable[..., set[str]], arguments: list[str], environment: dict[str, str]) -> None:
    """No call imports a library that its own work does not need; help and completion need none."""
    loaded = modules(*arguments, **environment)
    assert "traite_cli.cli.group" in loaded
    assert not HEAVY & {name.partition(".")[0] for name in loaded}


@pytest.mark.parametrize(("arguments", "environment"), [(["--version"], {}), (["--help"], {}), ([], COMPLETE_ZSH), (["nothing"], {})])
def test_no_command_is_imported_that_was_not_asked_for(
    modules: Callable[..., set[str]], arguments: list[str], environment: dict[str, str]
) -> None:
    """Help and completion list the commands without importing one (but one whose sentence cannot be read from its file)."""
    loaded = {name for name in modules(*arguments, **environment) if name.startswith("made_for_tests.")}
    assert loaded <= {"made_for_tests.import_"}


def test_one_command_is_imported_alone(modules: Callable[..., set[str]]) -> None:
    """The command asked for is imported, and no other."""
    assert {name for name in modules("settings") if name.startswith("made_for_tests.")} == {"made_for_tests.settings"}


COMPLETE_BASH = {"_TRAITE_COMPLETE": "complete_bash", "COMP_WORDS": "traite show meetings/2014", "COMP_CWORD": "2"}


@pytest.mark.parametrize(
    ("words", "environment", "needed"),
    [
        ("--help", {}, set()),
        ("list --help", {}, set()),
        ("render --help", {}, set()),
        ("", COMPLETE_BASH, set()),
        ("list commitments --overdue", {}, {"sqlite3"}),
        ("show people/alain-regnier", {}, {"sqlite3"}),
        ("validate", {}, {"sqlite3"}),
        ("validate --format json --strict", {}, {"sqlite3"}),
        ("render --to md --dry-run", {}, {"sqlite3", "pickle"}),
        ("render --to html --dry-run", {}, {"sqlite3", "pickle", "markdown_it", "nh3", "dataclasses"}),
        ("minutes 2014-11-18-miprof --to pdf --dry-run", {}, {"sqlite3", "pickle", "markdown_it", "nh3", "dataclasses"}),
    ],
)
def test_a_command_imports_what_it_works_with(words: str, environment: dict[str, str], needed: set[str]) -> None:
    """Of the libraries and of what is slow in Python's own, a command on records that are known imports what its work needs."""
    if needed:
        _ = Workspace(ROOT).outcomes.outcome
    if words.startswith(("render --to", "minutes")):
        # What stands in the way of a document is known from the last time.
        assert main([*words.split(), "--directory", str(ROOT)]) == 0
    program = "import sys, json\nfrom traite_cli.cli.main import main\ncode = main()\nsys.stderr.write(json.dumps(list(sys.modules)))\nsys.exit(code)"
    path = os.pathsep.join(one for one in sys.path if one)
    with subprocess.Popen(
        [sys.executable, "-c", program, *words.split()],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        loaded = imported(process)
    assert process.returncode == 0
    assert HEAVY & {name.partition(".")[0] for name in loaded} <= needed


@pytest.mark.parametrize(
    ("words", "begun"),
    [
        ("render", 1),
        ("-C folder --no-color minutes x", 0),
        ("-C folder minutes x", 1),
        ("render --help", 0),
        ("search minutes", 0),
        ("-C render validate", 0),
        ("", 0),
    ],
)
def test_a_template_is_begun_for_a_document(monkeypatch: pytest.MonkeyPatch, words: str, begun: int) -> None:
    """It is begun before anything else is imported, where a document is surely asked for; another call begins none."""
    calls: list[None] = []
    monkeypatch.setattr(sys, "argv", ["traite", *words.split()])
    monkeypatch.setattr(templating, "begin", lambda: calls.append(None))
    __main__._begin_a_template()
    assert len(calls) == begun


def test_a_process_writes_what_a_call_writes(capfd: pytest.CaptureFixture[str]) -> None:
    """A document that is made by a process of its own, as it is installed, is the same to the byte."""
    words = ["-C", str(ROOT), "render", "--to", "md", "--output", "-"]
    assert main(words) == 0
    made = capfd.readouterr().out
    path = os.pathsep.join(one for one in sys.path if one)
    done = subprocess.run(
        [sys.executable, "-m", "traite_cli", *words], capture_output=True, env={**os.environ, "PYTHONPATH": path}, check=True
    )
    assert done.stdout.decode() == made
