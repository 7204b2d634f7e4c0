"""What a call may import before its own work begins."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest

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
    "typst",
    "sqlite3",
    "pygments",
    "markdown",
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
