"""A record gets another name: everything that names it follows, or nothing is written."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from traite_cli.checks.running import faults_of
from traite_cli.errors import LostRace, Refused, UsageError
from traite_cli.repository import record_called
from traite_cli.workspace import Workspace
from traite_cli.writing import renamed, taken_back, write_together

DAY = date(2015, 1, 22)
FILES = {
    "traite.toml": 'name = "Essai"  # le nom\norganisation = "ecpat-france"\n',
    "records/people/alice-tallon.md": "---\nname: Alice Tallon  # elle\nmemberships: {organisation: ecpat-france}\n---\n\n[ECPAT](../organisations/ecpat-france.md)\n",
    "records/organisations/ecpat-france.md": "---\r\nname: ECPAT France\r\n---\r\n",
    "records/organisations/ecpat-france-lyon.md": "---\nname: ECPAT Lyon\nparents: 'ecpat-france'\n---\n",
    "records/topics/sejour.md": '---\ntitle: Séjour\nlead: [alice-tallon, "ecpat-france"]\nformer_slugs: titre\n---\n',
    "records/meetings/2015-01-05-bureau.md": (
        "---\ntitle: Bureau\ndate: 2015-01-05\ntopics: sejour\nparticipants:\n  - {person: alice-tallon, organisation: ecpat-france}\n---\n\n"
        '## [Le séjour](../topics/sejour.md)\n\nAvec [elle](../people/alice-tallon.md#x "Alice").\n\n::: topic sejour\nUn point.\n:::\n'
    ),
    "records/editions/2015-01-22.md": "---\ntitle: Édition\ndate: 2015-01-22\nsections:\n  - records: [topics/sejour, meetings/2015-01-05-bureau]\n---\n",
}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository whose records name one another in every way there is."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode())
    return tmp_path


def rename(root: Path, name: str, slug: str) -> None:
    workspace = Workspace(root, DAY)
    found = renamed(workspace.repository, workspace.source, record_called(workspace.repository, name), slug, DAY)
    assert found.faults == ()
    write_together(root, found.changes)


def texts(root: Path) -> dict[str, str]:
    """Every file, the journal aside."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".traite" not in path.parts
    }


def expected(old: str, new: str, name: str, field: str) -> dict[str, str]:
    """The files with one word for another wherever it stands alone, and the former name in the record itself."""
    path = next(path for path in FILES if path.endswith(f"/{old}.md"))
    moved = {(path.replace(old, new) if one == path else one): text for one, text in FILES.items()}
    changed = {one: text.replace(f"{old}-lyon", "\0").replace(old, new).replace("\0", f"{old}-lyon") for one, text in moved.items()}
    target = path.replace(old, new)
    return {**changed, target: changed[target].replace(name, field, 1)}


@pytest.mark.parametrize(
    ("name", "new", "before", "after"),
    [
        ("alice-tallon", "alice-martin", "france}\n---", "france}\nformer_slugs:\n  - alice-tallon\n---"),
        ("ecpat-france", "ecpat", "France\r\n---", "France\r\nformer_slugs:\r\n  - ecpat-france\r\n---"),
        ("sejour", "titre-de-sejour", "former_slugs: titre\n", "former_slugs: [titre, sejour]\n"),
    ],
)
def test_everything_that_names_a_record_follows(here: Path, name: str, new: str, before: str, after: str) -> None:
    """Fields in every form, links with what stands behind them, headings, passages, the configuration; no other character changes."""
    if name == "sejour":
        before = before.replace("sejour", new)
    rename(here, name, new)
    assert texts(here) == expected(name, new, before, after)
    workspace = Workspace(here, DAY)
    assert [fault.check for fault in faults_of(workspace.repository, DAY)] == []


def test_going_back_leaves_everything_as_it_was(here: Path) -> None:
    """The old file is there again, the new one is not; and once more the other way."""
    rename(here, "alice-tallon", "alice-martin")
    renamed_texts = texts(here)
    write_together(here, taken_back(here))
    assert texts(here) == {path: text for path, text in FILES.items()}
    write_together(here, taken_back(here))
    assert texts(here) == renamed_texts


@pytest.mark.parametrize(
    ("name", "slug", "error"),
    [
        ("alice-tallon", "Alice Martin", UsageError),
        ("alice-tallon", "ecpat-france", Refused),
        ("alice-tallon", "alice-tallon", Refused),
        ("ecpat-france", "ecpat-france-lyon", Refused),
    ],
)
def test_a_name_that_cannot_be_is_refused(here: Path, name: str, slug: str, error: type[Exception]) -> None:
    """No slug, or another's: a person never shares one with an organisation."""
    workspace = Workspace(here, DAY)
    with pytest.raises(error):
        renamed(workspace.repository, workspace.source, record_called(workspace.repository, name), slug, DAY)


def test_a_former_name_of_another_record_is_refused(here: Path) -> None:
    """Old links would lead to two records."""
    (here / "records/people/bob.md").write_text("---\nname: Bob\nformer_slugs: bob-martin\n---\n", encoding="utf-8")
    workspace = Workspace(here, DAY)
    with pytest.raises(Refused):
        renamed(workspace.repository, workspace.source, record_called(workspace.repository, "alice-tallon"), "bob-martin", DAY)


def test_a_record_that_cannot_keep_its_old_name_is_not_renamed(here: Path) -> None:
    """Old links would lead nowhere, and nobody would know why."""
    path = here / "records/people/alice-tallon.md"
    path.write_bytes(path.read_bytes().replace(b"---\nname", b"---\nformer_slugs: 'a\n  b'\nname"))
    workspace = Workspace(here, DAY)
    with pytest.raises(Refused):
        renamed(workspace.repository, workspace.source, record_called(workspace.repository, "alice-tallon"), "alice-martin", DAY)


def test_a_file_that_changed_meanwhile_stops_all_of_it(here: Path) -> None:
    """Nothing is written when one of the files is not what was read."""
    workspace = Workspace(here, DAY)
    found = renamed(workspace.repository, workspace.source, record_called(workspace.repository, "alice-tallon"), "alice-martin", DAY)
    changed = here / found.changes[-1].path
    changed.write_bytes(changed.read_bytes() + b"\n")
    before = texts(here)
    with pytest.raises(LostRace):
        write_together(here, found.changes)
    assert texts(here) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_renamed_record_is_read_by_those_who_might_before(here: Path) -> None:
    """The new file has the permissions of the old one, and so has the old one when it comes back."""
    (here / "records/people/alice-tallon.md").chmod(0o640)
    rename(here, "alice-tallon", "alice-martin")
    assert (here / "records/people/alice-martin.md").stat().st_mode & 0o777 == 0o640
    write_together(here, taken_back(here))
    assert (here / "records/people/alice-tallon.md").stat().st_mode & 0o777 == 0o640


CONFIGURATION = """# Nos réglages
name = "Collectif"  # le nôtre
organisation   =   'ecpat-france'
[[validate.ignore]]
codes = ["TR412"]
path = 'records/people/alice-tallon.md'  # écrite en 2014
reason = "path = 'records/people/bob.md', voir"

[[validate.ignore]]
codes = "TR312"
path = "records/people/alice-tallon-petit.md"
reason = "autre"

[[validate.ignore]]
codes = "TR413"
path = "records/people/alice-tall*.md"
reason = "plusieurs"
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_files_of_which_faults_are_set_aside_have_the_new_name(here: Path, end: str) -> None:
    """Of traite.toml nothing but the path changes; a pattern that no longer fits is told."""
    (here / "traite.toml").write_bytes(CONFIGURATION.replace("\n", end).encode())
    workspace = Workspace(here, DAY)
    found = renamed(workspace.repository, workspace.source, record_called(workspace.repository, "Alice Tallon"), "alice-martin", DAY)
    assert [(one.facts["codes"], one.facts["pattern"]) for one in found.told] == [("TR413", "records/people/alice-tall*.md")]
    write_together(here, found.changes)
    expected = CONFIGURATION.replace("'records/people/alice-tallon.md'", "'records/people/alice-martin.md'")
    assert (here / "traite.toml").read_bytes() == expected.replace("\n", end).encode()


def test_a_path_that_is_not_written_letter_by_letter_stops_it(here: Path) -> None:
    """An escape that says the same is for people to change: nothing is."""
    (here / "traite.toml").write_text(
        CONFIGURATION.replace("'records/people/alice-tallon.md'", '"records/people/alice\\u002dtallon.md"'), encoding="utf-8"
    )
    before = texts(here)
    with pytest.raises(Refused):
        rename(here, "alice-tallon", "alice-martin")
    assert texts(here) == before
