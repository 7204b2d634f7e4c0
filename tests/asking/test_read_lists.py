"""Lists in an answer are read as people say them, and stay lists for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository

FILES = {
    "people/zoe.md": "---\nname: Zoé Ké\nother_names: [Zoë, Z.]\n---\n",
    "people/cachee.md": "---\nname: SECRET\naudience: contributors\n---\n",
    "organisations/miprof.md": "---\nname: Mission\nacronym: MIPROF\n---\n",
    "topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n",
    "commitments/c.md": "---\ntitle: Écrire\nby: [zoe, miprof, cachee]\nmade_on: 2015-01-01\ntopics: [sejour]\n---\n",
}
QUESTION = "SELECT by_, topics, (SELECT other_names FROM people WHERE other_names IS NOT NULL) AS noms FROM commitments"


@pytest.fixture
def traite(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process, in a repository."""
    root: Path = make_repository(FILES).root
    monkeypatch.chdir(root)
    return caller(capfdbinary)


def test_people_read_names(traite: Traite) -> None:
    """Those of records by what they are called where there is little room; a circle reads those that it may see."""
    assert traite("query", QUESTION, "--format", "markdown").out.splitlines()[-1] == (
        "| Zoé Ké, MIPROF, SECRET | Le titre de séjour | Zoë, Z. |"
    )
    assert "| Zoé Ké, MIPROF |" in traite("query", QUESTION, "--format", "markdown", "--audience", "members").out


def test_programs_read_lists(traite: Traite) -> None:
    """As the tables hold them."""
    (row,) = json.loads(traite("query", QUESTION, "--format", "json").out)["rows"]
    assert json.loads(row["by_"]) == ["people/zoe", "organisations/miprof", "people/cachee"]
    assert '""sejour""' in traite("query", QUESTION, "--format", "csv").out


@pytest.mark.parametrize("text", ['["a", 1]', '["a"', '[["a"]]', '["x/y"]', "[]", '["' + "[" * 5000 + '"]', '["a",' + "[" * 5000 + '"]'])
def test_other_text_stays(traite: Traite, text: str) -> None:
    """What is no list of texts, or names no record."""
    told = traite("query", f"SELECT '{text}' AS t", "--format", "table")
    assert told.code == 0
    assert told.out.splitlines()[1] == {'["x/y"]': "x/y", '["' + "[" * 5000 + '"]': "[" * 5000}.get(text, text)
