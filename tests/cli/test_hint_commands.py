"""What a hint gives to type does what it says when it is pasted."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository

MEETING = "records/meetings/2025-03-04-bureau.md"
FILES = {
    MEETING: "---\ntitle: Bureau\ndate: 2025-03-04\nparticipants: [alice-tallon]\n---\n\n{}\n",
    "records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
}


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary, "--lang", "en", "--as-of", "2025-03-06")


def _pasted(error: str) -> list[str]:
    """The commands on lines of their own, or behind a colon."""
    return [line.strip() for line in error.splitlines() if line.strip().startswith("traite new-commitment")]


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows is another one")
@pytest.mark.parametrize(
    "said",
    [
        "Alice Tallon se charge d'écrire à la mairie d’ici fin mars.",
        "**Alice Tallon** se charge de relancer « [la mairie](https://exemple.org) »\net d’écrire.",
        'Alice Tallon s’engage à écrire "$HOME $(touch pris)" ; touch pris ! \\ `touch pris`',
        "ENGAGEMENT : Alice Tallon relira l'affiche !",
        "Alice Tallon se charge de relire " + "très " * 90 + "longtemps.",
    ],
)
def test_the_command_of_a_promise_records_it(
    traite: Traite, make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    """Pasted into a shell where nobody can be asked, it makes the record, and nothing is left to say of the promise."""
    root = make_repository({path: text.format(said) for path, text in FILES.items()}).root
    monkeypatch.chdir(root)
    (command,) = _pasted(traite("validate").err + traite("validate").out)[:1]
    script = f'traite() {{ {shlex.quote(sys.executable)} -m traite_cli "$@"; }}; {command}'
    ended = subprocess.run(["sh", "-c", script], capture_output=True, check=False)  # noqa: S607  # the system's own
    assert ended.returncode == 0, ended.stderr.decode()
    assert not Path("pris").exists()
    assert traite("validate").err == "3 records checked: no fault\n"


def test_the_command_of_a_record_that_is_missing_makes_it(
    traite: Traite, make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the very name that is referred to."""
    root = make_repository({**FILES, MEETING: FILES[MEETING].replace("alice-tallon", "zoe-petit")}).root
    monkeypatch.chdir(root)
    hint = traite("validate").out.partition("traite new-person")[2].split()
    assert hint[:2] == ["--slug", "zoe-petit"]
    assert traite("new-person", "--slug", "zoe-petit", "--name", "Zoé Petit", "--no-ask").code == 0
    assert traite("validate").code == 0
