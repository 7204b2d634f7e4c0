"""What the branch and the message of a proposal say, and what they must not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from planting import Garden, marks_in

from traite_cli.language import LANGUAGES, translator
from traite_cli.together.differences import Difference
from traite_cli.together.naming import File, Spoken, branch_name, message, spoken

DAY = date(2015, 2, 2)
Differ = Callable[..., Difference]
SECRET = "---\ntitle: Plainte contre le préfet\naudience: contributors\ndate: 2015-02-01\n---\n\nUn texte.\n"
TOPIC = "---\ntitle: {}\n---\n"


def said(found: Spoken, language: str = "fr") -> tuple[str, str]:
    t = translator(language)
    return branch_name(found, DAY, t, ()), message(found, DAY, t).replace("\u00a0", " ")


def test_a_record_for_the_contributors_is_named_nowhere(differ: Differ) -> None:
    """Neither its title nor its name: only that something is there."""
    found = spoken(differ({}, {"meetings/plainte.md": SECRET}), ())
    assert said(found) == (
        "proposition/2015-02-02-modification-interne",
        "Modification interne\n\nUne autre fiche a changé, dont la diffusion est ou était plus\nrestreinte.\n",
    )


def test_beside_others_it_is_counted(differ: Differ) -> None:
    """The first that the members may read gives the name."""
    found = spoken(differ({}, {"meetings/plainte.md": SECRET, "topics/sejour.md": TOPIC.format("Le séjour")}), ())
    branch, text = said(found)
    assert branch == "proposition/2015-02-02-sejour"
    assert text.startswith("Nouveau dossier : Le séjour\n")
    assert "Une autre fiche a changé" in text
    assert "plainte" not in (branch + text).lower()


def test_what_it_was_called_when_it_was_closed_counts_too(differ: Differ) -> None:
    """Closed or opened by the proposal itself."""
    sides = {"meetings/plainte.md": SECRET}, {"meetings/plainte.md": SECRET.replace("contributors", "public")}
    for before, after in (sides, sides[::-1]):
        branch, text = said(spoken(differ(before, after), ()))
        assert "plainte" not in (branch + text).lower()


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("attachments/plan.pdf", True),
        ("attachments/plainte.pdf", False),
        ("attachments/rien.pdf", False),
        ("records/meetings/plainte.md", False),
        ("records/topics/sejour.md", True),
        ("traite.toml", True),
        ("README.md", True),
    ],
)
def test_a_file_is_named_where_a_record_that_may_be_read_names_it(differ: Differ, path: str, *, told: bool) -> None:
    """An attachment may be called what nobody is to know; one that no record names is counted."""
    document = "---\ntitle: D\nfile: {}\n{}---\n"
    files = {
        "attachments/plan.pdf": "x",
        "attachments/plainte.pdf": "x",
        "documents/d.md": document.format("plan.pdf", ""),
        "documents/e.md": document.format("plainte.pdf", "audience: contributors\n"),
        "meetings/plainte.md": SECRET,
        "topics/sejour.md": TOPIC.format("Le séjour"),
    }
    branch, text = said(spoken(differ(files, files), [File("changed", path)]))
    assert (path in text) is told
    assert ("plainte" in (branch + text).lower()) is False
    assert ("une pièce jointe" in text) is (path.startswith("attachments") and not told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_of_the_contributors_is_in_a_name_or_a_message(differ: Differ, language: str) -> None:
    """A mark in every field of every kind, and in every passage."""
    files = Garden().files
    found = spoken(differ({}, files), [File("added", path) for path in files])
    for circle, expected in (("c", False), ("m", True)):
        assert bool(set(marks_in("\n".join(said(found, language)), circle))) is expected
