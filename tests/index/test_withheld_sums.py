"""What may be withheld is kept beside the records, and is always that of the files as they are."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from repositories import NAME, commit, write_repository
from traite_cli.index.place import place_of
from traite_cli.index.withheld import CIRCLE
from traite_cli.language import words
from traite_cli.language.runs import runs, sum_of
from traite_cli.repository import may_withhold
from traite_cli.workspace import Workspace

FILES = {
    "meetings/m.md": "---\ntitle: M\ndate: 2014-01-01\n---\n\nTous lisent ceci sans aucune peine.\n\n::: contributors\nun deux trois quatre cinq six\n:::\n",
    "people/p.md": "---\nname: P\ncontact_details:\n  - {type: tel, value: 01 02 03 04 05}\n---\n",
    "topics/t.md": "---\ntitle: Un sujet dont les seuls contributeurs savent\naudience: contributors\n---\n",
    "topics/u.md": "---\ntitle: Un sujet dont tous savent le titre\n---\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository in git that was looked at."""
    root = write_repository(tmp_path / "root", FILES).root
    commit(root)
    assert kept(root)
    return root


def kept(root: Path) -> set[int] | None:
    """What a command has of it."""
    found = Workspace(root).withheld_sums(CIRCLE)
    return None if found is None else set(found)  # type: ignore[call-overload]  # it is a set


def true(root: Path) -> set[int]:
    """What the files say."""
    repository = Workspace(root).repository
    texts = (text for one in repository.all() for text in may_withhold(one, CIRCLE, repository.configuration))
    return {sum_of(run) for text in texts for run in runs(words(text))}


def test_it_is_that_of_the_records(root: Path) -> None:
    """Passages, contact details and whole records are in it, and nothing that the circle may read."""
    assert kept(root) == true(root)
    assert len(true(root)) == 2 + 1 + 3


def test_it_follows_every_change(root: Path) -> None:
    """A record is written, renamed and taken away: it is that of the files each time, and of none that is gone."""
    (root / "records/topics/u.md").write_text(
        "---\ntitle: Un sujet que les autres ne voient plus\naudience: contributors\n---\n", encoding="utf-8"
    )
    assert kept(root) == true(root)
    (root / "records/topics/t.md").rename(root / "records/topics/v.md")
    assert kept(root) == true(root)
    (root / "records/people/p.md").unlink()
    assert kept(root) == true(root)
    assert len(true(root)) == 2 + 3 + 4


def test_it_follows_the_configuration(root: Path) -> None:
    """Whom records are for that say nothing of it stands in traite.toml: what they hold may be withheld too."""
    before = kept(root)
    (root / "traite.toml").write_text(NAME + 'audience = "contributors"\n', encoding="utf-8")
    assert kept(root) == true(root)
    assert before != true(root)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE withheld SET sums = x'00000000' WHERE CAST(path AS TEXT) LIKE '%meetings%'",
        "UPDATE withheld SET sums = x'' WHERE CAST(path AS TEXT) LIKE '%meetings%'",
        "DELETE FROM withheld WHERE CAST(path AS TEXT) LIKE '%meetings%'",
        "DELETE FROM withheld",
    ],
)
def test_what_is_damaged_is_not_believed(root: Path, harm: str) -> None:
    """Where something is missing or other than it was kept, nothing is told, and the records must be looked at."""
    connection = sqlite3.connect(place_of(root).database)
    assert connection.execute(harm).rowcount
    connection.commit()
    connection.close()
    assert kept(root) is None


def test_without_a_database_nothing_is_known(root: Path) -> None:
    """At a revision, and where no database can be made, the records must be looked at."""
    assert Workspace(root, None, "HEAD").withheld_sums(CIRCLE) is None
    place = place_of(root).database
    place.unlink()
    place.mkdir()
    assert kept(root) is None


@pytest.mark.parametrize("circle", ["public", "contributors"])
def test_it_is_kept_for_one_circle(root: Path, circle: str) -> None:
    """Of what everybody else is kept from there is too much; and nothing is kept from those who read all."""
    assert Workspace(root).withheld_sums(circle) is None
