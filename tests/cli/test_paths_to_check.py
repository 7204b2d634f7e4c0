"""``validate PATH`` with files that hold no record, as hooks and editors name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import MakeRepository
from traite_cli.cli.main import main

FILES = {"topics/cut.md": "---\ntitle: Réunion #3\n---\n", "README.md": "", "templates/page.css": ""}


@pytest.fixture
def root(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with other files in it, and the current folder there."""
    root: Path = make_repository(FILES).root
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("path", ["traite.toml", "templates/page.css", "records/README.md", "./traite.toml"])
def test_a_file_that_holds_no_record_is_passed_over(root: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    """There is nothing in it to check, and that is no fault; by its whole path as well."""
    assert main(["validate", path]) == 0
    assert main(["validate", str(root / path)]) == 0
    assert capsys.readouterr() == ("", "0 records checked: no fault\n" * 2)


def test_beside_it_records_are_checked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is named with it is looked at as ever."""
    assert main(["validate", "traite.toml", "records/topics/cut.md"]) == 0
    assert capsys.readouterr().err.splitlines()[0] == "1 record checked: 1 warning"


@pytest.mark.parametrize("path", ["templates", "templates/pgae.css", "records/meetings", "../outside.md", "x" * 300, "x" * 5000])
def test_what_is_no_file_of_the_repository_is_told(root: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    """A slip of the pen, a folder without records, a file elsewhere and a name longer than a disk takes are said not to be there."""
    (root.parent / "outside.md").write_text("", encoding="utf-8")
    assert main(["validate", path]) == 1
    assert "there is no record at" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("record/", "records/"),
        ("records/topic", "records/topics/"),
        ("tpics", "records/topics/"),
        ("dosiers", "records/topics/"),
        ("records/topics/cot.md", "records/topics/cut.md"),
        ("elsewhere", ""),
    ],
)
@pytest.mark.usefixtures("root")
def test_a_slip_in_a_folder_s_name_is_told_with_the_folder(capsys: pytest.CaptureFixture[str], path: str, near: str) -> None:
    """And one in a file's with the file."""
    assert main(["validate", path]) == 1
    _, second, *_ = capsys.readouterr().err.splitlines()
    assert (second.strip() == f"perhaps: {near}") if near else ("name a file" in second and "the kinds: meetings, people" in second)


@pytest.mark.parametrize("path", ["topics", "topic", "dossiers", "Dossier/", "dossiers/cut", "topics/cut.md"])
@pytest.mark.usefixtures("root")
def test_a_kind_is_named_as_people_call_it(capsys: pytest.CaptureFixture[str], path: str) -> None:
    """One record or several of them, in either language, alone or before a record's name."""
    assert main(["validate", path]) == 0
    assert capsys.readouterr().err.startswith("1 record checked")
