"""``export`` as people call it: where files go, for whom they are, and what is refused."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from repositories import MakeRepository
from traite_cli.cli.main import main

FILES = {
    "topics/public.md": "---\ntitle: Au public\n---\n",
    "topics/interne.md": "---\ntitle: Entre nous\naudience: contributors\n---\n",
    "meetings/m.md": "---\ntitle: Réunion\ndate: 2015-02-02\naudience: public\n---\n",
    "people/zoe.md": "---\nname: Zoé\n---\n",
}


@pytest.fixture
def root(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = make_repository(FILES).root
    monkeypatch.chdir(made)
    return made


def traite(*words: str) -> int:
    return main(["--lang", "fr", "export", *words])


@pytest.mark.parametrize(
    ("form", "path"),
    [
        ("sqlite", "build/records-public.sqlite"),
        ("json", "build/records-public.json"),
        ("csv", "build/tables-public.zip"),
        ("popolo", "build/popolo-public.json"),
        ("ics", "build/calendar-public.ics"),
        ("vcard", "build/contacts-public.vcf"),
    ],
)
def test_an_export_goes_into_build(root: Path, capfd: pytest.CaptureFixture[str], form: str, path: str) -> None:
    """The name says for whom it is; the path is the answer, the rest is talk."""
    assert traite(form, "--as-of", "2015-01-22") == 0
    out, err = capfd.readouterr()
    assert out == f"{Path(path)}\n"
    assert "Public" in err
    assert "22 janvier 2015" in err
    assert (root / path).stat().st_size > 0


def test_it_is_for_the_public_unless_it_is_said(root: Path) -> None:
    """``--audience`` widens what is written, and the name says so."""
    traite("json")
    traite("json", "--audience", "contributors")
    found = [
        json.loads((root / f"build/records-{circle}.json").read_text(encoding="utf-8"))["records"]["topics"]
        for circle in ("public", "contributors")
    ]
    assert [set(topics) for topics in found] == [{"public"}, {"public", "interne"}]


def test_tables_go_into_a_folder_or_an_archive(root: Path) -> None:
    """A path that ends with .zip is an archive, any other a folder of tables."""
    assert traite("csv", "-o", "tables/") == 0
    assert traite("csv", "-o", "autres") == 0
    assert traite("csv", "-o", "tout.zip") == 0
    table = (root / "tables" / "meetings-public.csv").read_bytes()
    assert (root / "autres" / "meetings-public.csv").read_bytes() == table
    with zipfile.ZipFile(root / "tout.zip") as archive:
        assert archive.read("meetings-public.csv") == table


@pytest.mark.parametrize("form", ["sqlite", "json", "csv", "popolo", "ics", "vcard"])
def test_exports_for_two_circles_stand_beside_each_other_in_a_folder(root: Path, form: str) -> None:
    """Each file’s name says for whom it is, and none takes another’s place."""
    traite(form, "-o", "sortie/")
    public = {path: path.read_bytes() for path in (root / "sortie").iterdir()}
    traite(form, "-o", "sortie/", "--audience", "members")
    members = {*(root / "sortie").iterdir()} - public.keys()
    assert all("-public." in path.name for path in public)
    assert len(members) == len(public)
    assert all("-members." in path.name for path in members)
    assert {path: path.read_bytes() for path in public} == public


@pytest.mark.parametrize("form", ["sqlite", "json", "csv", "popolo", "ics", "vcard"])
def test_an_export_never_takes_the_place_of_one_for_another_circle(root: Path, capfd: pytest.CaptureFixture[str], form: str) -> None:
    """Whoever hands a file on goes by its name; the same circle’s is written anew."""
    assert traite(form, "-o", "fiches.zip", "--audience", "members") == 0
    before = (root / "fiches.zip").read_bytes()
    assert traite(form, "-o", "fiches.zip") == 1
    assert "pour un autre cercle (membres)" in capfd.readouterr().err
    assert (root / "fiches.zip").read_bytes() == before
    assert traite(form, "-o", "fiches.zip", "--audience", "members") == 0


def test_a_file_of_ones_own_choice(root: Path) -> None:
    """The path given is the path written."""
    assert traite("sqlite", "-o", "ici/fiches.db") == 0
    with sqlite3.connect(root / "ici" / "fiches.db") as connection:
        assert connection.execute("SELECT slug FROM topics").fetchall() == [("public",)]


def test_standard_output_takes_the_bytes(root: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """With - nothing is written to the disk."""
    assert traite("vcard", "-o", "-") == 0
    out, _ = capfdbinary.readouterr()
    assert out.startswith(b"BEGIN:VCARD\r\n")
    assert not (root / "build").exists()


def test_a_dry_run_writes_nothing(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What would be written is told."""
    assert traite("csv", "-o", "tables/", "--dry-run") == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert "meetings-public.csv" in err
    assert not (root / "tables").exists()


@pytest.mark.parametrize("place", ["records/x.json", "attachments/x.json", "queries/x.json", "traite.toml", ".git/x.json"])
def test_the_collectives_own_files_are_left_alone(root: Path, place: str) -> None:
    """An export never lands among the records."""
    before = (root / "traite.toml").read_bytes()
    assert traite("json", "-o", place) == 1
    assert (root / "traite.toml").read_bytes() == before
    assert not (root / "records" / "x.json").exists()


def test_a_format_that_is_none_is_told_with_those_there_are(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Wrong usage, with what is near."""
    assert traite("sqllite") == 2
    assert "sqlite" in capfd.readouterr().err
