"""``traite propose`` at a terminal: a real one, on which a person answers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from remotes import ALONE, a_clone, a_forge, state, write
from repositories import ROOT, git

pty = pytest.importorskip("pty", reason="Windows has no such terminals")
TOPIC = "records/topics/sejour.md"
BRANCH = "proposition/2015-02-02-titre-sejour"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A member's clone with a title that was changed."""
    made = a_clone(a_forge(tmp_path))
    write(made, TOPIC, "---\ntitle: Le séjour, encore\n---\n")
    return made


def at_a_terminal(clone: Path, answers: str, *arguments: str) -> tuple[int, str]:
    """Call the program with a terminal to answer on."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, **ALONE, "PYTHONPATH": str(ROOT / "src"), "TRAITE_LANG": "fr", "HOME": str(clone.parent), "TERM": "dumb"}
    environment = {name: value for name, value in environment.items() if not name.startswith(("GIT_AUTHOR", "GIT_COMMITTER", "EMAIL"))}
    command = [sys.executable, "-m", "traite_cli", "--as-of", "2015-02-02", "propose", *arguments]
    process = subprocess.Popen(command, cwd=clone, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True)
    os.close(theirs)
    os.write(ours, answers.encode())
    said = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
    os.close(ours)
    return process.wait(30), said.decode().replace("\r\n", "\n")


def test_a_yes_sends(clone: Path) -> None:
    """What would be sent is shown before the question; an answer that is neither yes nor no is asked again."""
    code, said = at_a_terminal(clone, "hm\nOui\n")
    assert code == 0, said
    assert said.index("Titre") < said.index("Envoyer ceci") < said.index("Envoyé")
    assert said.count("(oui/non)") == 2
    assert BRANCH in git(clone.parent / "forge.git", "branch", "--format=%(refname:short)")


@pytest.mark.parametrize("answer", ["non\n", "n\n", "\x04"])
def test_a_no_sends_nothing(clone: Path, answer: str) -> None:
    """Nor does the end of all answers."""
    before = state(clone)
    code, said = at_a_terminal(clone, answer)
    assert (code, "Rien n’a été envoyé." in said, state(clone)) == (0, True, before)


def test_who_one_is_is_asked_once(clone: Path) -> None:
    """Git wants a name and an address; they are kept for the next time, in this repository."""
    git(clone, "config", "--unset", "user.name")
    git(clone, "config", "--unset", "user.email")
    code, said = at_a_terminal(clone, "oui\nMoussa Diallo\nmoussa@exemple.org\n")
    assert code == 0, said
    assert git(clone.parent / "forge.git", "log", "-1", "--format=%an <%ae>", BRANCH) == "Moussa Diallo <moussa@exemple.org>"
    write(clone, TOPIC, "---\ntitle: Le séjour, enfin\n---\n")
    code, said = at_a_terminal(clone, "oui\n")
    assert (code, "adresse électronique" in said) == (0, False)


def test_somebody_who_gives_no_name_sends_nothing(clone: Path) -> None:
    """And what to do is said."""
    git(clone, "config", "--unset", "user.name")
    before = state(clone)
    code, said = at_a_terminal(clone, "oui\n\n")
    assert (code, "git config --global user.name" in said, state(clone)) == (1, True, before)
