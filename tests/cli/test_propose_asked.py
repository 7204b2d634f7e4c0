"""``traite propose`` at a terminal: a real one, on which a person answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from remotes import ALONE, a_clone, a_forge, state, write
from repositories import ROOT, git
from terminal import Terminal

pytest.importorskip("pty", reason="Windows has no such terminals")
TOPIC = "records/topics/sejour.md"
BRANCH = "proposition/2015-02-02-titre-sejour"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A member's clone with a title that was changed."""
    made = a_clone(a_forge(tmp_path))
    write(made, TOPIC, "---\ntitle: Le séjour, encore\n---\n")
    return made


def proposing(clone: Path) -> Terminal:
    """The program at a terminal, on 2 February 2015, for somebody of whom git knows nothing from elsewhere."""
    environment = {**ALONE, "PYTHONPATH": str(ROOT / "src"), "HOME": str(clone.parent)}
    return Terminal(clone, "--lang", "fr", "--as-of", "2015-02-02", "propose", environment=environment)


def test_a_yes_sends(clone: Path) -> None:
    """What would be sent is shown before the question; an answer that is neither yes nor no is asked again."""
    with proposing(clone) as terminal:
        terminal.expect("Titre")
        terminal.answer(("Envoyer ceci", "hm"), ("Tapez oui ou non", "Oui"))
        terminal.expect("Envoyé")
        assert terminal.ends() == 0
    assert BRANCH in git(clone.parent / "forge.git", "branch", "--format=%(refname:short)")


@pytest.mark.parametrize("answer", ["non", "n", ""])
def test_a_no_sends_nothing(clone: Path, answer: str) -> None:
    """Nor does Enter alone."""
    before = state(clone)
    with proposing(clone) as terminal:
        terminal.answer(("Envoyer ceci", answer))
        terminal.expect("Rien n’a été envoyé.")
        assert (terminal.ends(), state(clone)) == (0, before)


def test_whoever_breaks_off_sends_nothing(clone: Path) -> None:
    """Nor does the end of all answers."""
    before = state(clone)
    with proposing(clone) as terminal:
        terminal.expect("Envoyer ceci")
        terminal.expect("> ")
        terminal.type("\x04", "")
        assert (terminal.ends(), state(clone)) == (130, before)


def test_who_one_is_is_asked_once(clone: Path) -> None:
    """Git wants a name and an address; they are kept for the next time, in this repository."""
    git(clone, "config", "--unset", "user.name")
    git(clone, "config", "--unset", "user.email")
    with proposing(clone) as terminal:
        terminal.answer(("Envoyer ceci", "oui"), ("nom", "Moussa Diallo"), ("adresse électronique", "moussa@exemple.org"))
        assert terminal.ends() == 0, terminal.seen
    assert git(clone.parent / "forge.git", "log", "-1", "--format=%an <%ae>", BRANCH) == "Moussa Diallo <moussa@exemple.org>"
    write(clone, TOPIC, "---\ntitle: Le séjour, enfin\n---\n")
    with proposing(clone) as terminal:
        terminal.answer(("Envoyer ceci", "oui"))
        assert (terminal.ends(), "adresse électronique" in terminal.seen) == (0, False)


def test_somebody_who_gives_no_name_sends_nothing(clone: Path) -> None:
    """And what to do is said."""
    git(clone, "config", "--unset", "user.name")
    before = state(clone)
    with proposing(clone) as terminal:
        terminal.answer(("Envoyer ceci", "oui"), ("nom", ""))
        assert (terminal.ends(), "git config --global user.name" in terminal.seen, state(clone)) == (1, True, before)
