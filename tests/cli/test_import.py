"""``traite import`` at the command line: drafts written and told, tried only, refused, taken back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from repositories import MakeRepository
from terminal import Terminal
from traite_cli.cli.main import main

MINUTES = "Réunion du bureau du 3 mars 2020\n\nPrésents : Alice Tallon, Zoé Roux\n\nAlice Tallon se charge d’écrire au maire.\n"


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that knows Alice Tallon, and minutes beside it."""
    root = make_repository({"people/alice-tallon.md": "---\nname: Alice Tallon\n---\n"}).root
    (root / "cr.txt").write_text(MINUTES, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def test_a_draft_is_written_and_told(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The path goes to standard output; what has to be looked at, by its line, to standard error; undo takes it back."""
    assert main(["--lang", "en", "import", "cr.txt"]) == 0
    out, err = capfd.readouterr()
    path = "records/meetings/2020-03-03-reunion-du-bureau.md"
    assert out == f"{path}\n"
    assert f"{path}:7: Zoé Roux: no record has this name" in err
    assert "1 name is in no record" in err
    assert "1 sentence sounds like a commitment; --commitments" in err
    assert "traite undo" in err
    assert "  - alice-tallon\n" in (here / path).read_text(encoding="utf-8")
    assert main(["--lang", "en", "validate", "-q"]) == 0
    assert main(["undo"]) == 0
    assert not (here / path).exists()


def test_only_trying_writes_nothing(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """--dry-run shows the draft as it would be, with what is to be looked at."""
    assert main(["--lang", "en", "import", "cr.txt", "--dry-run", "--title", "Bureau", "--date", "2020-03-04"]) == 0
    out, err = capfd.readouterr()
    assert "+title: Bureau" in out
    assert "+date: 2020-03-04" in out
    assert "nothing was written" in err
    assert not (here / "records" / "meetings").exists()


def test_records_of_people_and_promises_come_with_it(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """All records are written together."""
    assert main(["--lang", "en", "import", "cr.txt", "--people", "--commitments"]) == 0
    assert capfd.readouterr().out.splitlines() == [
        "records/people/zoe-roux.md",
        "records/meetings/2020-03-03-reunion-du-bureau.md",
        "records/commitments/2020-03-03-ecrire-au-maire.md",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["import", "rien.docx"], 1, "there is no file rien.docx"),
        (["import", "records"], 1, "records is a folder"),
        (["import", "sans.txt"], 1, "does not say on which day"),
        (["import", "cr.txt", "--date", "bientôt"], 2, "error: --date: “bientôt”"),
    ],
)
def test_refusals(arguments: list[str], code: int, said: str, here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What cannot be done is said, and nothing is written."""
    (here / "sans.txt").write_text("Réunion du bureau\n\nOui.\n", encoding="utf-8")
    assert main(["--lang", "en", *arguments]) == code
    assert said in capfd.readouterr().err
    assert not (here / "records" / "meetings").exists()


def test_without_pandoc_the_command_that_adds_it_is_named(
    here: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts and pdf files are read without it; office files say what is missing."""
    monkeypatch.setattr("traite_cli.converters.pandoc.find_spec", lambda _: None)
    assert main(["--lang", "en", "import", "cr.txt", "--dry-run"]) == 0
    (here / "cr.html").write_text("<h1>Réunion du 3 mars 2020</h1>", encoding="utf-8")
    assert main(["--lang", "en", "import", "cr.html"]) == 3
    assert "pip install 'traite[office]'" in capfd.readouterr().err


def test_what_people_makes_no_record_of_is_told_otherwise(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever used --people is not told to use it: a family name alone needs the rest of it."""
    (here / "cr.txt").write_text("Réunion du bureau du 3 mars 2020\n\nPrésents : Alice Tallon, Mme Bourdin (UDAF)\n", encoding="utf-8")
    assert main(["--lang", "en", "import", "cr.txt", "--people"]) == 0
    told = capfd.readouterr().err
    assert "1 name is in no record, and does not suffice for one" in told
    assert "--people" not in told


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")
@pytest.mark.parametrize(("answer", "made"), [("oui", []), ("non", ["ecpat-rhone.md"])])
def test_at_a_terminal_it_is_asked_whether_a_name_is_that_of_a_record(
    answer: str, made: list[str], make_repository: MakeRepository
) -> None:
    """« ECPAT Rhône », where ECPAT is known: yes takes that one, no makes another."""
    root = make_repository({"organisations/ecpat.md": "---\nname: ECPAT\n---\n"}).root
    (root / "cr.txt").write_text("Réunion du bureau du 3 mars 2020\n\nPrésents : Alice Tallon (ECPAT Rhône)\n", encoding="utf-8")
    with Terminal(root, "--lang", "fr", "import", "cr.txt", "--people") as terminal:
        terminal.answer(("« ECPAT Rhône » : est-ce ECPAT ?", answer))
        assert terminal.ends() == 0, terminal.seen
    folder = root / "records" / "organisations"
    assert {one.name for one in folder.iterdir()} == {"ecpat.md", *made}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")
def test_nobody_is_asked_who_does_not_want_to_be(make_repository: MakeRepository) -> None:
    """``--no-ask`` at a terminal is as without one: what would have been asked is told, and no record is made twice."""
    root = make_repository({"organisations/ecpat.md": "---\nname: ECPAT\n---\n"}).root
    (root / "cr.txt").write_text("Réunion du bureau du 3 mars 2020\n\nPrésents : Alice Tallon (ECPAT Rhône)\n", encoding="utf-8")
    with Terminal(root, "--lang", "fr", "import", "cr.txt", "--people", "--no-ask") as terminal:
        assert terminal.ends() == 0, terminal.seen
    assert [one.name for one in (root / "records" / "organisations").iterdir()] == ["ecpat.md"]


def test_what_is_recorded_is_not_proposed_again(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The same file once more adds nothing, and proposes only what no commitment of that meeting records; a deleted remark stays so."""
    (here / "cr.txt").write_text(
        "Réunion du bureau du 3 mars 2020\n\nPrésents : Alice Tallon\n\nAlice Tallon se charge d’écrire au maire avant Pâques.\n\n"
        "Action : réserver la grande salle communale (Alice Tallon, 15/12/2020)\n\nLe préfet s’engage à répondre par écrit.\n",
        encoding="utf-8",
    )
    assert main(["--lang", "en", "import", "cr.txt", "--commitments"]) == 0
    made = capfd.readouterr().out.splitlines()
    assert len(made) == 3
    meeting = here / made[0]
    kept = [line for line in meeting.read_text(encoding="utf-8").split("\n") if not line.startswith("<!--")]
    meeting.write_text("\n".join(kept).rstrip("\n") + "\n", encoding="utf-8")
    assert main(["--lang", "en", "import", "cr.txt", "--into", meeting.stem, "--dry-run"]) == 0
    out, err = capfd.readouterr()
    assert "maire" not in err
    assert "salle" not in err
    assert "1 sentence sounds like a commitment" in err
    assert "écrire au maire" not in out.lower()
