"""A text is compared with the few names that it may nearly have: what is told is what all names would tell."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repositories import write_repository
from traite_cli.checks import name_nearly_known
from traite_cli.files import WorkTree
from traite_cli.index.database import Unusable
from traite_cli.index.place import place_of
from traite_cli.kinds import read_record
from traite_cli.repository import Repository
from traite_cli.workspace import Workspace

_PEOPLE = (
    "name: Raphaël Sodini",
    "name: Raphaëlle Sodini\nother_names: [Raphaëlle Sodina]",
    "name: Alice Tallon\nsort_name: Tallon, Alice",
    "name: Alicia Talloni\nother_names: [Madame de Tallonnieres-Mirabeau]",
    "name: Marie Bertrand",
    "name: Marie Bernard",
    f"name: Camille {'o' * 31} Durand",
)
_BODIES = ("name: Ville de Vaulx-Mirande\nacronym: VAULX", "name: Marie Bernard", "name: Amicale Sodini")
_FILES = {
    **{f"records/people/p{number}.md": f"---\n{front}\n---\n" for number, front in enumerate(_PEOPLE)},
    **{f"records/organisations/o{number}.md": f"---\n{front}\n---\n" for number, front in enumerate(_BODIES)},
}
_SAID = (
    "Raphaël Sodini", "Raphaël Sodoni", "Rapahël Sodini", "M. Sodoni", "Raphaëlle Sodino", "Alice Talon", "Alicia Tallon", "Mme Talloni",
    "Marie Bertrant", "Marie Bermard", "Mairie Bernard", "Vaulx-Mirandes", "Ville de Vaulx-Mirende", "VAULT", "Camille Durant", "l’Amicale Sodoni",
    "Madame de Tallonieres-Mirabeau", f"Camille {'o' * 31} Durant", "tallon", "Bertrand", "Sodoni",
)  # fmt: skip


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = write_repository(tmp_path_factory.mktemp("names"), _FILES).root
    _ = Workspace(root).repository
    return Workspace(root)


def _sought(workspace: Workspace) -> Repository:
    return workspace.cache.sought(WorkTree(workspace.root), workspace.configuration)


def _told(repository: Repository, text: str) -> list[tuple[object, Mapping[str, object]]]:
    """What the check tells of a text, be it the one of the repository or not."""
    record = read_record("topics", "t", "records/topics/t.md", f"---\ntitle: T\n---\n\n{text}\n".encode())
    topics = {"topics": {"t": record}}
    looked = Repository(repository.configuration, {**{kind: repository.of_kind(kind) for kind in ("people", "organisations")}, **topics})
    looked.names = repository.names
    return [(fault.span, dict(fault.facts)) for fault in name_nearly_known.find(looked.focused({record.path}))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(_SAID), min_size=1, max_size=6).map(", et ".join))
def test_the_same_is_told(workspace: Workspace, text: str) -> None:
    """Of names that are known, nearly known, shared by two, or too long to be compared."""
    assert _told(_sought(workspace), text) == _told(workspace.repository, text)


def test_few_records_are_looked_at(workspace: Workspace) -> None:
    """Of the names that a text has as they are, one each is enough; of others, those that are near."""
    names = _sought(workspace).names
    assert names is not None
    assert names({"sodini"}) is not None
    assert len(list(names({"sodini"}) or ())) == 1
    assert list(names({"sodoni"}) or ()) == ["organisations/o2", "people/p0", "people/p1"]
    assert list(names({"absente"}) or ()) == []


@pytest.mark.usefixtures("later")
def test_names_that_change(tmp_path: Path) -> None:
    """What somebody is called from now on counts, and what nobody is called any more does not."""
    root = write_repository(tmp_path, _FILES).root
    assert _told(_sought(Workspace(root)), "Alice Talon")
    (root / "records/people/p2.md").write_text("---\nname: Alice Dupont\n---\n", encoding="utf-8")
    (root / "records/people/p3.md").unlink()
    assert not _told(_sought(Workspace(root)), "Alice Talon")
    assert _told(_sought(Workspace(root)), "Alice Dupond")


@pytest.mark.parametrize("statement", ["UPDATE names SET sum = 1", "UPDATE names SET word = 'sodani' WHERE word = 'sodini'"])
def test_what_is_damaged_is_not_believed(tmp_path: Path, statement: str) -> None:
    """A name that is not what was put there has all of them looked at."""
    root = write_repository(tmp_path, _FILES).root
    names = _sought(Workspace(root)).names
    assert names is not None
    names({"sodini"})
    with sqlite3.connect(place_of(root).database) as connection:
        connection.execute(statement)
    with pytest.raises(Unusable):
        names({"sodini", "sodani"})


def test_of_a_fault_the_words_are_the_same(workspace: Workspace) -> None:
    """Among several who have nearly this name it is the same one."""
    text = "Nous avons vu M. Sodoni."
    assert [facts["known"] for _, facts in _told(_sought(workspace), text)] == ["Raphaël Sodini"]
