"""``traite import`` into the record of a meeting that is there: what the file says besides is added, and no word of it is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository
from terminal import Terminal

INTO = "records/meetings/2025-03-04-bureau.md"
THERE = (
    '---\r\ntitle: "Réunion du bureau"   # le mardi\r\ndate: 2025-03-04\r\ntime: 14:00\r\nplace: chez Alice\r\n'
    "participants: [alice-tallon]\r\nagenda:\r\n- Le compostage\r\n---\r\n\r\n## Le compostage\r\n\r\n"
)
FILE = """Réunion du bureau du 4 mars 2025

Présents : Alice Tallon, Karim Benali
Excusée : Zoé Roux
Lieu : à la mairie

1. Le compostage
On composte. Karim Benali se charge d'acheter un broyeur avant fin mai.

2. Divers
Rien.
"""
AFTER = (
    '---\n# title: Réunion du bureau du 4 mars 2025\ntitle: "Réunion du bureau"   # le mardi\n# Lieu : à la mairie\ndate: 2025-03-04\ntime: 14:00\n'
    "# ? the file says otherwise: place: à la mairie\nplace: chez Alice\n# Présents : Alice Tallon, Karim Benali\n"
    "participants: [alice-tallon, karim-benali]\n# ? the agenda is made of the headings of the text\nagenda:\n- Le compostage\n- Divers\n"
    "source: cr.txt\n# Excusée : Zoé Roux\n# ? Zoé Roux: no record has this name\n---\n\n## Le compostage\n\n"
    "On composte. Karim Benali se charge d'acheter un broyeur avant fin mai.\n\n## Divers\n\nRien.\n\n"
)


@pytest.fixture
def planned(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a meeting that was planned, and minutes of it in a file."""
    files = {
        INTO: THERE,
        "people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
        "people/karim-benali.md": "---\nname: Karim Benali\n---\n",
    }
    root = make_repository(files, 'name = "Essai"\nlanguage = "en"\n').root
    (root / "cr.txt").write_text(FILE, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary, "--lang", "en", "--as-of", "2025-03-06")


def _text(root: Path) -> str:
    return (root / INTO).read_bytes().decode()


def test_what_the_file_says_besides_is_added(planned: Path, traite: Traite) -> None:
    """Line ends, remarks, quotes and order stay; what the file says otherwise is told, with its line, and once is enough."""
    ended = traite("import", "cr.txt", "--into", "réunion du 4 mars", "--commitments")
    assert (ended.code, ended.out) == (0, f"{INTO}\nrecords/commitments/2025-03-04-acheter-un-broyeur.md\n")
    assert _text(planned) == AFTER.replace("\n", "\r\n")
    assert f"{INTO}:7: the file says otherwise: place: à la mairie" in ended.err
    assert f"{INTO}:17: Zoé Roux: no record has this name" in ended.err
    promise = (planned / "records/commitments/2025-03-04-acheter-un-broyeur.md").read_text(encoding="utf-8")
    assert "made_at: 2025-03-04-bureau\n" in promise
    again = traite("import", "cr.txt", "--into", "2025-03-04-bureau", "--commitments")
    assert (again.code, again.out, _text(planned)) == (0, "", AFTER.replace("\n", "\r\n"))
    assert traite("validate", "-q").code == 0
    assert traite("undo").code == 0
    assert _text(planned) == THERE


def test_a_second_record_is_not_made_in_silence(planned: Path, traite: Traite) -> None:
    """Where nobody is asked, the option that completes the record is named; another title makes another record."""
    ended = traite("import", "cr.txt")
    assert (ended.code, "traite import FILE --into 2025-03-04-bureau" in ended.err) == (1, True)
    assert _text(planned) == THERE
    assert traite("import", "cr.txt", "--title", "Visite du lavoir").out.startswith("records/meetings/2025-03-04-visite-du-lavoir.md")


def test_the_day_may_be_that_of_the_record(planned: Path, traite: Traite) -> None:
    """Minutes that say no day are those of the meeting that is named."""
    (planned / "cr.txt").write_text("Présents : Karim Benali\n\nOn composte.\n", encoding="utf-8")
    assert traite("import", "cr.txt", "--into", "2025-03-04-bureau").code == 0
    assert "participants: [alice-tallon, karim-benali]" in _text(planned)


def test_of_several_meetings_that_of_the_day(planned: Path, traite: Traite) -> None:
    """A file that reports on several goes into the records that are there, or says that none is meant."""
    parts = "## Réunion du bureau, 4 mars 2025\n\nOn composte.\n\n## Visite, le 2 mars 2025\n\nOn regarde.\n"
    (planned / "cr.md").write_text(parts, encoding="utf-8")
    ended = traite("import", "cr.md", "--into", "2025-03-04-bureau")
    assert sorted(ended.out.split()) == ["records/meetings/2025-03-02-visite.md", INTO]
    assert "On composte." in _text(planned)
    visit = planned / "records/meetings/2025-03-02-visite.md"
    (planned / "cr.md").write_text(f"{parts}\nOn rentre.\n", encoding="utf-8")
    assert traite("import", "cr.md", "--into", "2025-03-04-bureau").out.split() == ["records/meetings/2025-03-02-visite.md"]
    assert "On rentre." in visit.read_text(encoding="utf-8")
    (planned / "cr.md").write_text(parts.replace("4 mars", "5 mars"), encoding="utf-8")
    assert "reports on several meetings" in traite("import", "cr.md", "--into", "2025-03-04-bureau").err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")
@pytest.mark.parametrize(("answer", "files"), [("", 1), ("n", 2)])
def test_at_a_terminal_it_is_offered(planned: Path, answer: str, files: int) -> None:
    """Yes completes the record, no makes another."""
    with Terminal(planned, "--lang", "fr", "--as-of", "2025-03-06", "import", "cr.txt") as terminal:
        terminal.answer(("La compléter avec ce que dit le fichier", answer))
        assert terminal.ends() == 0, terminal.seen
    assert len(list(planned.glob("records/meetings/*"))) == files
    assert ("karim-benali" in _text(planned)) == (files == 1)
