"""The hooks for pre-commit, run by pre-commit itself in a real repository."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pre_commit.clientlib import load_config, load_manifest
from ruamel.yaml import YAML

from repositories import ROOT

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
EACH = pytest.mark.parametrize("hook", ["traite", "traite-changed"])


def hooks() -> dict[str, dict[str, Any]]:
    """The hooks that we offer, by name, as pre-commit reads them."""
    return {hook["id"]: hook for hook in load_manifest(str(MANIFEST))}


def test_there_are_two_hooks() -> None:
    """One for the whole repository, one for what changed; both leave a commit of other files alone."""
    found = hooks()
    assert {name: hook["pass_filenames"] for name, hook in found.items()} == {"traite": False, "traite-changed": True}
    for hook in found.values():
        assert (hook["entry"], hook["language"], hook["always_run"]) == ("traite validate", "python", False)
        assert re.search(hook["files"], "records/topics/x.md")
        assert re.search(hook["files"], "traite.toml")
        assert not re.search(hook["files"], "README.md")


def test_the_file_to_copy_asks_for_a_hook_that_there_is() -> None:
    """As pre-commit reads it, with the version of this repository."""
    config = load_config(str(ROOT / "ci" / "pre-commit" / ".pre-commit-config.yaml"))
    (repo,) = config["repos"]
    assert {hook["id"] for hook in repo["hooks"]} <= set(hooks())
    assert f'version = "{repo["rev"].removeprefix("v")}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.fixture
def committing(collective: Path, shell: Any, tmp_path: Path) -> Any:
    """Run a hook on the files that are about to be committed; ``git`` has only them.

    pre-commit would install traite anew from the web: the hook is declared as ours is, but for a program that is there.
    """

    def run(hook: str, *files: str) -> subprocess.CompletedProcess[str]:
        declared = {key: value for key, value in hooks()[hook].items() if value not in ("", [], None)} | {"language": "system"}
        config = {"repos": [{"repo": "local", "hooks": [declared]}]}
        with (collective / ".pre-commit-config.yaml").open("w", encoding="utf-8") as file:
            YAML().dump(config, file)
        git = "git -c init.defaultBranch=main"
        shell(f"{git} init -q && git add .pre-commit-config.yaml {' '.join(files)}", collective)
        home = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "HOME": str(tmp_path), "PRE_COMMIT_COLOR": "never"}
        return shell(f'"{sys.executable}" -m pre_commit run --verbose', collective, **home)

    return run


@EACH
def test_a_faulty_record_keeps_the_commit_back(committing: Any, hook: str) -> None:
    """The fault is told, with what to do."""
    done = committing(hook, "records/meetings/2015-03-16.md")
    assert done.returncode == 1
    assert "records/meetings/2015-03-16.md:3:7: TR214 error" in done.stdout


def test_the_whole_repository_is_looked_at(committing: Any) -> None:
    """A healthy change does not hide the fault of another file."""
    assert "2015-03-16.md:3:7: TR214" in committing("traite", "records/topics/sejour.md").stdout


def test_only_what_changed_is_looked_at(committing: Any) -> None:
    """The fault of another file keeps no healthy one back."""
    done = committing("traite-changed", "records/topics/sejour.md")
    assert done.returncode == 0
    assert "1 record checked: no fault" in done.stdout


def test_files_that_are_no_records_keep_nothing_back(committing: Any, collective: Path) -> None:
    """The configuration, a template, an attachment and a note beside the records can change: there is nothing in them to check."""
    others = ["traite.toml", "templates/page.css", "attachments/a b.pdf", "records/README.md"]
    for name in others[1:]:
        (collective / name).parent.mkdir(exist_ok=True)
        (collective / name).write_text("", encoding="utf-8")
    done = committing("traite-changed", *(f'"{name}"' for name in others))
    assert done.returncode == 0, done.stdout
    assert "0 records checked: no fault" in done.stdout


@EACH
def test_other_files_start_nothing(committing: Any, collective: Path, hook: str) -> None:
    """A commit about something else waits for no check."""
    (collective / "README.md").write_text("", encoding="utf-8")
    done = committing(hook, "README.md")
    assert done.returncode == 0
    assert "no files to check" in done.stdout
