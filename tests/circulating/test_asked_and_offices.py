"""Questions are called what they are and printed once, and who was in the chair is said where it is said who was there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from repositories import MakeRepository
from traite_cli.workspace import Workspace

TOML = 'name = "Toits"\nlanguage = "fr"\naudience = "public"\n'
ASKED = "1. Combien de places ?\n2. Pourquoi fermer ?\n"
REPEATED = "QUESTION : Combien de places ?\n\n120.\n\nQUESTION : **Pourquoi** fermer ?\n"
ALICE = {"people/alice.md": "---\nname: Alice\n---\n", "people/bob.md": "---\nname: Bob\n---\n"}
Markdown = Callable[..., str]


def plain(text: str) -> str:
    """A text with plain spaces for those of typography."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def make(make_repository: MakeRepository) -> Callable[..., Workspace]:
    """Make a repository with a meeting at which questions were asked, and an edition."""

    def made(minutes: str = "Rien.\n", header: str = "", request: str = ASKED, section: str = "", kind: str = "questions") -> Workspace:
        files = {
            "organisations/min.md": "---\nname: Ministère\n---\n",
            "meetings/m.md": f"---\ntitle: Rencontre\ndate: 2015-01-12\nclassification: institutional\n{header}---\n\n{minutes}",
            "requests/q.md": f"---\ntitle: Q\nto: min\ndate: 2014-12-20\nraised_at: m\nclassification: {kind}\n---\n\n{request}",
            "editions/e.md": f"---\ntitle: E\ndate: 2015-01-22\n{section}---\n",
        }
        return make_repository({**files, **ALICE}, TOML)

    return made


Make = Callable[..., Workspace]


def test_minutes_say_what_a_bare_list_is(make: Make, markdown: Markdown) -> None:
    """It stands before what was said."""
    text = plain(markdown(make(), "meetings/m", without_parts=("questions",)))
    assert "## Compte rendu\n\n**Questions posées**\n\n1. Combien de places ?\n2. Pourquoi fermer ?\n\nRien." in text


def test_an_edition_says_what_a_bare_list_is(make: Make, markdown: Markdown) -> None:
    """By the sort of the request."""
    assert "**Questions posées**\n\n1. Combien" in markdown(make(), "e")
    assert "**Propositions faites**\n\n1. Combien" in markdown(make(kind="proposals"), "e")


@pytest.mark.parametrize(
    "given",
    [{"request": f"Voici nos questions :\n\n{ASKED}"}, {"section": "sections:\n  - {meeting: m, text: Voici les questions}\n"}],
    ids=["by the request", "by the section"],
)
def test_a_list_that_is_introduced_is_not_introduced_again(make: Make, markdown: Markdown, given: dict[str, str]) -> None:
    """Whoever wrote a sentence before it has said what it is."""
    text = markdown(make(**given), "e")
    assert "Voici" in text
    assert "Questions posées" not in text


@pytest.mark.parametrize("name", ["e", "meetings/m"])
def test_questions_that_the_minutes_repeat_are_printed_there_alone(make: Make, markdown: Markdown, name: str) -> None:
    """A passage is printed once in a document: with its answer."""
    text = plain(markdown(make(REPEATED), name, without_parts=("questions",)))
    assert text.count("Combien de places ?") == 1
    assert "Questions posées" not in text


def test_questions_of_which_one_is_not_repeated_are_all_printed(make: Make, markdown: Markdown) -> None:
    """A list is not torn apart."""
    text = plain(markdown(make("QUESTION : Combien de places ?\n\n120.\n"), "e"))
    assert "1. Combien de places ?\n2. Pourquoi fermer ?" in text


def test_what_stands_behind_the_questions_is_not_lost(make: Make, markdown: Markdown) -> None:
    """A sentence that the minutes do not repeat is printed, and the questions before it."""
    text = plain(markdown(make(REPEATED, request=f"{ASKED}\nRépondez avant le 1er mars.\n"), "e"))
    assert "2. Pourquoi fermer ?\n\nRépondez avant le 1er mars." in text


@pytest.mark.parametrize("name", ["e", "meetings/m"])
def test_who_was_in_the_chair_and_who_took_notes_is_printed(make: Make, markdown: Markdown, name: str) -> None:
    """In the words of the record, below the list of those who were there."""
    header = "participants:\n  - {person: alice, role: présidente de séance}\n  - {person: bob, role: secrétaire}\n"
    text = plain(markdown(make(header=header), name))
    assert "Présidente de séance : Alice\n\nSecrétaire : Bob" in text


def test_what_somebody_is_elsewhere_is_no_office_at_a_meeting(make: Make, markdown: Markdown) -> None:
    """Functions are printed of interlocutors only (RECORD-FORMAT, « meetings »)."""
    text = markdown(make(header="participants:\n  - {person: alice, role: présidente}\n"), "meetings/m")
    assert "résidente" not in text
