"""Whole entries on a terminal that can be drawn on, as a person sees them: each question is answered with Enter, to the last one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from repositories import MakeRepository
from terminal import Terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")

FILES = {
    "organisations/collectif.md": "---\nname: Collectif\n---\n",
    "organisations/alc.md": "---\nname: ALC\n---\n",
    "people/alice-tallon.md": "---\nname: Alice Tallon\nmemberships: alc\n---\n",
    "meetings/2015-02-02-rencontre.md": "---\ntitle: Rencontre\ndate: 2015-02-02\nplace: Lyon\n---\n",
}
TOML = 'name = "Collectif"\norganisation = "collectif"\n'
GIVEN = ("--date", "hier", "--title", "Plénière", "--sort", "plénière", "--time", "9h", "--place", "Paris", "--with", "alc")


@pytest.fixture
def here(make_repository: MakeRepository) -> Path:
    """A repository with a few people, and a meeting that waits to be completed."""
    return make_repository(FILES, TOML).root


def _at(root: Path, *arguments: str, **environment: str) -> Terminal:
    seen = {"TERM": "xterm-256color", **environment}
    return Terminal(root, "--lang", "fr", "--as-of", "2015-02-03", *arguments, environment=seen, columns=80)


def _read(root: Path, path: str) -> str:
    return (root / "records" / path).read_bytes().decode()


@pytest.mark.parametrize("minutes", [(), ("Bonjour à tous.", "Fin.", "", "", ".")], ids=["passed", "typed"])
def test_a_new_meeting_to_its_end(here: Path, minutes: tuple[str, ...]) -> None:
    """Enter accepts every answer after the minutes, be they typed or passed over."""
    with _at(here, "new-meeting", *GIVEN) as terminal:
        terminal.answer(("excusé", ""), ("pouvoir", ""), ("dossiers", ""))
        terminal.answer(("un point seul sur une ligne", (minutes or ("",))[0]))
        for line in minutes[1:]:
            terminal.type(line)
        if minutes:
            terminal.expect("Pour finir le texte : un point seul")
        terminal.answer(("Qu’est-ce qui a été décidé", "Une décision"), ("décidé", ""), ("engagement", "non"), ("adressées", ""))
        terminal.answer(("L’écrire", "oui"))
        assert terminal.ends() == 0, terminal.seen
    written = _read(here, "meetings/2015-02-02-pleniere.md")
    assert "decisions:\n  - Une décision\n---\n" in written
    assert ("Bonjour à tous." in written, "Fin." in written) == (bool(minutes), bool(minutes))


def test_a_meeting_that_is_completed_to_its_end(here: Path) -> None:
    """``hold`` asks for the minutes too, and goes on behind them."""
    with _at(here, "hold", "2015-02-02-rencontre") as terminal:
        terminal.answer(("eu lieu comme prévu", "oui"), ("Quelle sorte", ""), ("heure", ""), ("Qui était là", "alice tallon"))
        terminal.answer(("excusé", ""), ("pouvoir", ""), ("dossiers", ""), ("compte rendu", "Un mot."))
        terminal.type(".")
        terminal.answer(("décidé", "Écrire"), ("décidé", ""), ("engagement", ""), ("adressées", "n"), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    written = _read(here, "meetings/2015-02-02-rencontre.md")
    assert ("  - Écrire\n" in written, written.endswith("\nUn mot.\n")) == (True, True), written


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_minutes_that_were_typed_are_never_lost(here: Path, term: str) -> None:
    """However often one goes back behind them, changed or not, and broken off at another question: they are offered again."""
    with _at(here, "hold", "2015-02-02-rencontre", TERM=term) as terminal:
        terminal.answer(("eu lieu comme prévu", "oui"), ("Quelle sorte", ""), ("heure", ""), ("Qui était là", "alice tallon"))
        terminal.answer(("excusé", ""), ("pouvoir", ""), ("dossiers", ""), ("compte rendu", "Texte D"))
        terminal.type(".")
        terminal.answer(("décidé", "<"))
        terminal.expect("Texte D")
        for line in ("", "La suite", "<"):
            terminal.type(line)
        terminal.answer(("dossiers", "<"), ("pouvoir", ""), ("dossiers", "<"), ("pouvoir", ""))
        terminal.expect("dossiers")
        terminal.interrupt()
        assert terminal.ends() == 130, terminal.seen
    with _at(here, "hold", "2015-02-02-rencontre", TERM=term) as terminal:
        terminal.answer(("La reprendre", ""), ("dossiers", ""))
        terminal.expect("La suite")
        terminal.type("<")
        terminal.answer(("dossiers", ""))
        terminal.expect("La suite")
        terminal.type("")
        terminal.type(".")
        terminal.answer(("décidé", ""), ("engagement", ""), ("adressées", "n"), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert _read(here, "meetings/2015-02-02-rencontre.md").endswith("\nTexte D\n\nLa suite\n")
