"""Answers given anew: one question back, by the number of a line before writing; and entries that wait to be taken up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from repositories import MakeRepository
from terminal import Terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")

FILES = {"organisations/collectif.md": "---\nname: Collectif\n---\n", "people/alice-tallon.md": "---\nname: Alice Tallon\n---\n"}
TOML = 'name = "Collectif"\norganisation = "collectif"\n'
REST = (("Quelle sorte", ""), ("relève", ""), ("Qu’est-elle", ""), ("site", ""))
_ERASE = "\x7f" * 9


@pytest.fixture
def here(make_repository: MakeRepository) -> Path:
    """A repository with hardly anything in it."""
    return make_repository(FILES, TOML).root


def _at(root: Path, *arguments: str, **environment: str) -> Terminal:
    return Terminal(root, "--lang", "fr", "--as-of", "2015-02-03", *arguments, environment=environment)


def _read(root: Path, path: str) -> str:
    return (root / "records" / path).read_bytes().decode()


def _broken_off(root: Path, title: str, *arguments: str) -> None:
    with _at(root, "new-topic", *arguments) as terminal:
        terminal.answer(("s’appelle", title))
        terminal.expect("suit")
        terminal.interrupt()
        assert terminal.ends() == 130, terminal.seen


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_one_goes_back_a_question(here: Path, term: str) -> None:
    """As often as one likes; what was answered stands there to be changed, and what was answered before it is not asked again."""
    with _at(here, "new-organisation", TERM=term) as terminal:
        terminal.expect("Pour revenir à la question précédente : <")
        terminal.answer(("s’appelle", "<"), ("C’est la première question", "Les Amis"), ("sigle", "asso"))
        erase = _ERASE if term != "dumb" else ""
        terminal.answer(("Quelle sorte", "<"), ("sigle", f"{erase}LA"), ("Quelle sorte", "<"), ("sigle", "<"))
        terminal.answer(("s’appelle", f"{erase}Les Amies"), ("sigle", f"{erase}LAM"), *REST, ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert _read(here, "organisations/lam.md") == "---\nname: Les Amies\nacronym: LAM\n---\n"


def test_an_answer_is_corrected_before_it_is_written(here: Path) -> None:
    """By the number of its line; the others are not asked again, and what is written is looked at again."""
    with _at(here, "new-organisation") as terminal:
        terminal.answer(("s’appelle", "Les Amis"), ("sigle", "asso"), *REST, ("L’écrire", "corriger"))
        terminal.expect("2. Quel est son sigle ? asso")
        terminal.answer(("", "2"), ("Tapé auparavant : asso", "LA"))
        terminal.expect("records/organisations/la.md")
        terminal.answer(("L’écrire", "oui"))
        assert terminal.ends() == 0, terminal.seen
        assert terminal.seen.count("Quelle sorte d’organisation") == 2  # asked once, and a line among the answers
    assert "acronym: LA\n" in _read(here, "organisations/la.md")


def test_what_made_more_questions_is_corrected_too(here: Path) -> None:
    """Another answer leads elsewhere: what is not known of that is asked, and what belonged to the first goes."""
    with _at(here, "new-topic") as terminal:
        terminal.answer(("s’appelle", "Essai"), ("suit", "jean dupont"), ("pas encore connu", ""), ("nom de cette personne", ""))
        terminal.answer(("organisation", ""), ("partie", ""), ("Depuis", ""), ("s’agit-il", ""), ("L’écrire", "corriger"))
        terminal.answer(("ne rien changer", "2"), ("Qui le suit", "Alice Tallon"), ("L’écrire", "oui"))
        assert terminal.ends() == 0, terminal.seen
    assert "lead:\n  - alice-tallon\n" in _read(here, "topics/essai.md")
    assert not (here / "records/people/jean-dupont.md").exists()


def test_several_entries_wait(here: Path) -> None:
    """Each is told by its answers, and another one that begins takes nothing away; one is forgotten only when that is said."""
    _broken_off(here, "Un")
    with _at(here, "new-topic") as terminal:
        terminal.expect("Une saisie a été commencée le")
        terminal.expect("Un\n")
        terminal.answer(("La reprendre ?", "non"), ("s’appelle", "Deux"))
        terminal.expect("suit")
        terminal.interrupt()
        assert terminal.ends() == 130
    with _at(here, "new-topic") as terminal:
        terminal.answer(("La reprendre ?", "effacer"))
        terminal.expect("Deux")
        terminal.answer(("La reprendre ?", "oui"), ("suit", ""), ("partie", ""), ("Depuis", ""), ("s’agit-il", ""), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert _read(here, "topics/deux.md") == "---\ntitle: Deux\n---\n"
    assert not list(here.glob(".traite/begun/*"))


def test_an_entry_of_something_else_is_not_offered(here: Path) -> None:
    """Where an option gives another title, what waits is let alone, and waits on."""
    _broken_off(here, "Un")
    with _at(here, "new-topic", "--title", "Deux") as terminal:
        terminal.answer(("suit", ""), ("partie", ""), ("Depuis", ""), ("s’agit-il", ""), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
        assert "La reprendre" not in terminal.seen
    assert len(list(here.glob(".traite/begun/*"))) == 1


def test_a_day_said_in_words_is_that_of_what_was_begun(here: Path) -> None:
    """The same call goes on with what it began: a day is compared, not how it was said; and it is shown back once."""
    call = ("new-meeting", "--date", "mardi 3 février 2015", "--title", "Bureau")
    with _at(here, *call) as terminal:
        terminal.answer(("Quelle sorte", "1"))
        terminal.expect("À quelle heure")
        terminal.expect("> ")
        terminal.type("<")
        terminal.expect("Quelle sorte")
        terminal.expect("> ")
        assert terminal.seen.count("--date") == 1
        terminal.interrupt()
        assert terminal.ends() == 130
    with _at(here, *call) as terminal:
        terminal.expect("La reprendre")
        terminal.interrupt()
        terminal.ends()
    with _at(here, "new-meeting", "--date", "mercredi 4 février 2015", "--title", "Bureau") as terminal:
        terminal.expect("Quelle sorte")
        assert "La reprendre" not in terminal.seen
        terminal.interrupt()
        terminal.ends()


def test_a_text_that_was_typed_is_told(here: Path) -> None:
    """Nobody fears that it is lost; what was chosen is said by its label."""
    with _at(here, "new-topic", "--title", "Essai") as terminal:
        terminal.answer(("suit", "jean dupont"), ("pas encore connu", "1"), ("nom de cette personne", ""), ("organisation", ""))
        terminal.answer(("partie", ""), ("Depuis", ""), ("s’agit-il", "Une ligne"))
        terminal.expect("> ")
        terminal.type("Une autre")
        terminal.expect("> ")
        terminal.interrupt()
        assert terminal.ends() == 130
    with _at(here, "new-topic") as terminal:
        terminal.expect("De qui ou de quoi s’agit-il ? une nouvelle personne")
        terminal.expect("le texte tapé (2 lignes) : Une ligne…")
        terminal.answer(("La reprendre ?", "effacer"), ("s’appelle", "<"))
        terminal.expect("première question")


def test_an_editor_that_does_not_open_loses_nothing(here: Path) -> None:
    """One is told, and asked again what to do; nothing is said to be kept that was never changed."""
    with _at(here, "new-topic", "--title", "Essai", EDITOR="no-such-editor") as terminal:
        terminal.answer(("suit", ""), ("partie", ""), ("Depuis", ""), ("s’agit-il", ""), ("L’écrire", "3"))
        terminal.expect("no-such-editor")
        terminal.answer(("L’écrire", "non"))
        assert terminal.ends() == 0, terminal.seen
        assert "l’éditeur est gardé" not in terminal.seen


def test_a_proxy_of_nobody_known_is_left_aside(here: Path) -> None:
    """Whoever leaves the giver out is not asked again who it is."""
    given = ("--date", "hier", "--title", "Plénière", "--sort", "plénière", "--time", "9h", "--place", "Paris", "--with", "alice tallon")
    with _at(here, "new-meeting", *given) as terminal:
        terminal.answer(("excusé", ""), ("pouvoir", "Marie Le Bihan à Claire Le Goff"), ("pas encore connu", "le laisser de côté"))
        terminal.answer(("dossiers", ""), ("compte rendu", ""), ("décidé", ""), ("engagement", ""), ("adressées", ""), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
        assert "ne dit pas qui a donné pouvoir" not in terminal.seen
    assert "represented" not in _read(here, "meetings/2015-02-02-pleniere.md")


def test_what_is_read_over_is_in_words_and_whole(here: Path) -> None:
    """The sort of a contact in French; a long list to its end."""
    people = ", ".join(f"Jean-Baptiste Kerbrat-Le Goff {letter}" for letter in "ABCD")
    with _at(here, "new-person", "--name", "Jean", "--contact", "06 12 34 56 78", "--other-name", people) as terminal:
        terminal.answer(("s’adresse", ""), ("organisation", ""))
        terminal.expect("Le Goff D")
        terminal.expect("06 12 34 56 78 (téléphone)")
        terminal.answer(("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
