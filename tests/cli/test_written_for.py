"""Files for one circle that stand where a call for another would write."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import MakeRepository
from traite_cli.cli.main import main

RECORDS = {
    "topics/public.md": "---\ntitle: Au public\naudience: public\n---\n",
    "topics/interne.md": "---\ntitle: Entre nous\naudience: contributors\n---\n",
    "meetings/m.md": "---\ntitle: Réunion\ndate: 2015-02-02\naudience: public\n---\n",
}


@pytest.fixture(params=[True, False], ids=["git", "no git"])
def root(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    made = make_repository(RECORDS).root
    if request.param:
        (made / ".git").mkdir()
        (made / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    monkeypatch.chdir(made)
    return made


def traite(*words: str) -> int:
    return main(["--lang", "fr", *words])


@pytest.mark.parametrize("ending", ["csv", "json", "md", "txt"])
def test_a_list_never_takes_the_place_of_one_for_another_circle(root: Path, capfd: pytest.CaptureFixture[str], ending: str) -> None:
    """What was made for the public is not made the contributors' under the same name; the same circle's is made anew."""
    path = root / f"sujets.{ending}"
    assert traite("list", "topics", "-o", path.name, "--audience", "public") == 0
    before = path.read_bytes()
    assert traite("list", "topics", "-o", path.name) == 1
    assert "a été écrit pour un autre cercle (public)" in capfd.readouterr().err
    assert path.read_bytes() == before
    assert traite("list", "topics", "-o", str(path), "--audience", "public") == 0
    assert "existait déjà" not in capfd.readouterr().err
    path.unlink()
    assert traite("list", "topics", "-o", path.name) == 0
    assert "Entre nous" in path.read_text(encoding="utf-8-sig")


def test_it_holds_whichever_command_wrote_the_file(root: Path) -> None:
    """A list, a document, an export: each knows for whom the others wrote."""
    commands = (["list", "topics"], ["minutes", "m", "--to", "md"], ["export", "json"], ["query", "SELECT 1 AS n"])
    assert traite("list", "topics", "-o", "sortie.json", "--audience", "members") == 0
    before = (root / "sortie.json").read_bytes()
    for words in commands:
        assert traite(*words, "-o", "sortie.json", "--audience", "public") == 1
        assert (root / "sortie.json").read_bytes() == before


def test_none_of_several_files_is_written_where_one_is_for_another_circle(root: Path) -> None:
    """A document in two formats is made whole or not at all."""
    assert traite("minutes", "m", "--to", "html", "-o", "cr.html", "--audience", "members") == 0
    assert traite("minutes", "m", "--to", "md,html", "-o", "cr", "--audience", "public") == 1
    assert not (root / "cr.md").exists()


def test_a_name_that_says_the_circle_is_believed(root: Path) -> None:
    """Where nothing else is known, as in another copy of the repository."""
    (root / "sujets-public.csv").write_text("de quelqu’un\n", encoding="utf-8")
    assert traite("list", "topics", "-o", "sujets-public.csv") == 1
    assert traite("list", "topics", "-o", "sujets-public.csv", "--audience", "public") == 0


def test_what_nobody_knows_of_is_not_replaced_in_silence(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A file from elsewhere is written over, as it was asked, and that is said."""
    (root / "sujets.csv").write_text("de quelqu’un\n", encoding="utf-8")
    assert traite("list", "topics", "-o", "sujets.csv") == 0
    assert "sujets.csv existait déjà et a été remplacé" in capfd.readouterr().err


@pytest.mark.parametrize("damaged", [b"\xff", b"[]", b'{"a": []}', b"[" * 100_000])
def test_what_was_kept_and_is_damaged_says_nothing(root: Path, damaged: bytes) -> None:
    """A list is made all the same."""
    assert traite("list", "topics", "-o", "sujets.csv") == 0
    (kept,) = root.rglob("index*.written.json")
    kept.write_bytes(damaged)
    assert traite("list", "topics", "-o", "sujets.csv") == 0


@pytest.mark.parametrize("ending", ["xlsx", "ods", "docx", "pdf", "html", "tsv"])
def test_an_ending_that_promises_another_form_is_refused(root: Path, capfd: pytest.CaptureFixture[str], ending: str) -> None:
    """A table of plain text under the name of a spreadsheet is opened by none: nothing is written, and the endings are told."""
    assert traite("list", "topics", "-o", f"sujets.{ending}") == 2
    assert "fins possibles" in (err := capfd.readouterr().err)
    assert ".csv" in err
    assert not (root / f"sujets.{ending}").exists()
