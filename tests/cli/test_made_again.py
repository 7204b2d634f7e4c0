"""Making the same document again: it is made again where it, or anything that it is made of, is other than it was."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository, commit
from traite_cli.cli import rendering
from traite_cli.index import tree
from traite_cli.workspace import Workspace

FILES = {
    "organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "meetings/2014-10-22-cabinet.md": "---\ntitle: Cabinet\ndate: 2014-10-22\n---\n\nVu.\n",
    "editions/2015-01-22.md": "---\ntitle: Document\ndate: 2015-01-22\nsections: [{meeting: 2014-10-22-cabinet}]\n---\n",
}
TEMPLATE = "# Autre\n\nModèle.\n"
RENDER = ("render", "--to", "md,html")
MADE = ("build/2015-01-22-members.md", "build/2015-01-22-members.html")


@pytest.fixture
def root(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    root: Path = make_repository(FILES).root
    (root / "templates").mkdir()
    (root / "templates/a.md.j2").write_text(TEMPLATE, encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("TRAITE_AS_OF", "2015-01-22")
    monkeypatch.setattr(tree, "MOMENT", -1_000_000_000_000)  # what was written just now would be read again
    commit(root)
    return root


@pytest.fixture
def traite(root: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:  # noqa: ARG001  # the calls are made there
    return caller(capfdbinary)


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often a document was made, one letter each time."""
    made: list[str] = []
    in_formats = rendering.in_formats

    def counted(*given: object) -> object:
        made.append(".")
        return in_formats(*given)  # type: ignore[arg-type]  # what it is called with

    monkeypatch.setattr(rendering, "in_formats", counted)
    return made


def _contents(root: Path) -> Iterator[bytes]:
    return ((root / path).read_bytes() for path in MADE)


def test_a_document_that_is_there_is_not_made_again(traite: Traite, root: Path, making: list[str]) -> None:
    """It is told as if it had been made, and its files are not touched."""
    first = traite(*RENDER)
    times = [(root / path).stat().st_mtime_ns for path in MADE]
    assert (first.code, making) == (0, ["."])
    assert traite(*RENDER) == first
    assert making == ["."]
    assert [(root / path).stat().st_mtime_ns for path in MADE] == times


def _is_gone(root: Path) -> None:
    (root / MADE[1]).unlink()


def _is_other(root: Path) -> None:
    with (root / MADE[0]).open("a", encoding="utf-8") as document:
        document.write("Relu par Alice.\n")


def _is_elsewhere(root: Path) -> None:
    (root / "build").rename(root / "autre")


@pytest.mark.parametrize("change", [_is_gone, _is_other, _is_elsewhere])
def test_a_document_that_is_not_there_is_made_again(traite: Traite, root: Path, making: list[str], change: Callable[[Path], None]) -> None:
    """One of its files is gone, somebody wrote in it, the folder has another name: afterwards all are there as they were."""
    first = traite(*RENDER)
    before = [*_contents(root)]
    change(root)
    assert traite(*RENDER) == first
    assert [*_contents(root)] == before
    assert making == ["."] * 2


def test_what_a_link_leads_to_is_not_there(traite: Traite, root: Path, tmp_path: Path) -> None:
    """A folder that became a link is refused as it would be for a document that was never made."""
    traite(*RENDER)
    (root / "build").rename(tmp_path / "elsewhere")
    (root / "build").symlink_to(tmp_path / "elsewhere")
    assert traite(*RENDER).code == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is needed")
def test_nobody_waits_for_what_stands_in_its_place(traite: Traite, root: Path) -> None:
    """A pipe in the place of a file is no document: another is made, and put there."""
    first = traite(*RENDER)
    (root / MADE[0]).unlink()
    os.mkfifo(root / MADE[0])
    assert traite(*RENDER) == first
    assert (root / MADE[0]).is_file()


def _a_record(root: Path) -> None:
    (root / "records/meetings/2014-10-22-cabinet.md").write_text("---\ntitle: Bureau\ndate: 2014-10-22\n---\n\nLu.\n", encoding="utf-8")


def _a_template(root: Path) -> None:
    (root / "templates/working-document.md.j2").write_text(TEMPLATE, encoding="utf-8")


def _a_commit(root: Path) -> None:
    subprocess.run(["git", "commit", "-q", "--allow-empty", "-m", "vide"], cwd=root, check=True)


def _what_git_knows(root: Path) -> None:
    subprocess.run(["git", "rm", "-q", "--cached", "templates/a.md.j2"], cwd=root, check=True)


def _the_settings(root: Path) -> None:
    (root / "traite.toml").write_text('name = "Autre"\n', encoding="utf-8")


@pytest.mark.parametrize("change", [_a_record, _a_template, _a_commit, _what_git_knows, _the_settings])
def test_what_a_document_is_made_of_changed(traite: Traite, root: Path, making: list[str], change: Callable[[Path], None]) -> None:
    """A record, a template, the revision at its foot or that files are not as committed, the settings: it is another document."""
    traite(*RENDER)
    before = [*_contents(root)]
    change(root)
    traite(*RENDER)
    assert making == ["."] * 2
    assert [*_contents(root)] != before


def test_a_document_for_others_is_another(traite: Traite, root: Path, making: list[str]) -> None:
    """What one circle was given is not another's, whatever stands under the same name."""
    calls = [("render", "--to", "md", "-o", "document.md", "--audience", circle) for circle in ("public", "contributors", "public")]
    made = []
    for words in calls:
        traite(*words)
        made.append((root / "document.md").read_bytes())
        (root / "document.md").unlink()
    assert made[0] == made[2] != made[1]
    assert making == ["."] * 3


def test_what_changed_while_it_was_made_is_not_told_of_it(
    traite: Traite, root: Path, making: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template that somebody is trying out meanwhile, and takes back: the document is made again."""
    order = rendering.order

    def meanwhile(workspace: Workspace, *given: object) -> object:
        made = order(workspace, *given)  # type: ignore[arg-type]  # what it is called with
        path = root / "templates/a.md.j2"
        text = path.read_bytes()
        path.unlink()
        path.write_bytes(text)
        return made

    monkeypatch.setattr(rendering, "order", meanwhile)
    first = traite(*RENDER)
    monkeypatch.setattr(rendering, "order", order)
    assert traite(*RENDER) == first
    assert making == ["."] * 2
    traite(*RENDER)
    assert making == ["."] * 2
