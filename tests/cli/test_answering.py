"""Asking the same again: what is told is what would be told anew, whatever changed meanwhile."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from calls import Ended, Traite, caller
from repositories import MakeRepository
from traite_cli.index.answers import Answers
from traite_cli.index.cache import Cache
from traite_cli.workspace import Workspace

FILES = {
    "organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "people/zoe.md": "---\nname: Zoé Été\n---\n",
    "commitments/a.md": "---\ntitle: Écrire\nby: miprof\nmade_on: 2014-10-22\ndue: 2014\n---\n",
    "commitments/b.md": "---\ntitle: Publier\nby: zoe\nmade_on: 2014-10-22\ndue: 2015\n---\n",
}
ASKED = [
    ("list", "commitments"),
    ("list", "commitments", "--overdue"),
    ("list", "commitments", "--overdue", "--format", "json"),
    ("list", "people", "--overdue"),
    ("list", "organisations", "--state", "member"),
    ("show", "miprof"),
    ("show", "miprof", "--format", "markdown"),
    ("show", "nobody"),
    ("search", "écrire"),
    ("search", "nulle-part"),
    ("status",),
    ("status", "--fail-on", "overdue"),
    ("status", "--format", "json"),
]


@pytest.fixture
def root(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    root: Path = make_repository(FILES).root
    monkeypatch.chdir(root)
    monkeypatch.setenv("TRAITE_AS_OF", "2015-01-22")
    return root


@pytest.fixture
def traite(root: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:  # noqa: ARG001  # the calls are made there
    return caller(capfdbinary)


@pytest.fixture
def asked_of(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often the records were asked for, one letter each time."""
    asked: list[str] = []
    whole = Workspace.repository.func

    def counted(workspace: Workspace) -> object:
        asked.append(".")
        return whole(workspace)

    monkeypatch.setattr(Workspace.repository, "func", counted)
    return asked


def anew(traite: Traite, root: Path, words: tuple[str, ...]) -> Ended:
    """What is told where nothing is known."""
    for file in (root / ".traite").glob("*"):
        with suppress(FileNotFoundError):
            file.unlink()
    return traite(*words)


@pytest.mark.parametrize("words", ASKED)
def test_the_same_is_told_again(traite: Traite, root: Path, words: tuple[str, ...]) -> None:
    """Data, remarks and exit code, the second time and the third."""
    first = anew(traite, root, words)
    assert traite(*words) == first
    assert traite(*words) == first


def test_nothing_is_asked_of_the_records(traite: Traite, asked_of: list[str]) -> None:
    """The second time no record is looked at."""
    traite("list", "commitments")
    asked_of.clear()
    traite("list", "commitments")
    assert asked_of == []
    traite("list", "commitments", "--as-of", "2015-01-23")
    assert asked_of == ["."]


def _a_record(root: Path) -> None:
    (root / "records/commitments/a.md").write_text("---\ntitle: Lire\nby: miprof\nmade_on: 2014-10-22\ndue: 2013\n---\n", encoding="utf-8")


def _a_name(root: Path) -> None:
    (root / "records/organisations/miprof.md").write_text("---\nname: La Mission\n---\n", encoding="utf-8")


def _one_more(root: Path) -> None:
    (root / "records/commitments/c.md").write_text("---\ntitle: Dire\nby: zoe\nmade_on: 2014\ndue: 2014\n---\n", encoding="utf-8")


def _one_less(root: Path) -> None:
    (root / "records/commitments/a.md").unlink()


def _the_configuration(root: Path) -> None:
    (root / "traite.toml").write_text('name = "Autre"\norganisation = "miprof"\n', encoding="utf-8")


@pytest.mark.parametrize("change", [_a_record, _a_name, _one_more, _one_less, _the_configuration])
@pytest.mark.parametrize("words", [("list", "commitments"), ("status",), ("show", "miprof")])
def test_what_changed_is_told(traite: Traite, root: Path, change: Callable[[Path], None], words: tuple[str, ...]) -> None:
    """A record of its own or of others, one more, one less, the collective's name: the answer is that of the files as they are."""
    traite(*words)
    change(root)
    found = traite(*words)
    assert found == anew(traite, root, words)


def test_each_call_has_its_own_answer(traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another language, day, circle, colour or filter is another question."""
    calls = [
        ("list", "commitments"),
        ("list", "commitments", "--lang", "fr"),
        ("list", "commitments", "--as-of", "2014-12-01"),
        ("list", "commitments", "--color", "always"),
        ("list", "commitments", "--audience", "public"),
        ("list", "commitments", "--by", "zoe"),
        ("list", "commitments", "--quiet"),
    ]
    first = [traite(*words) for words in calls]
    assert len(set(first)) == len(calls)
    assert [traite(*words) for words in calls] == first
    monkeypatch.setenv("TRAITE_LIST_FORMAT", "json")
    assert json.loads(traite("list", "commitments").out)["kind"] == "commitments"


def test_where_records_may_be_half_changed_nothing_is_told_from_memory(traite: Traite, root: Path, asked_of: list[str]) -> None:
    """A command that was stopped while it wrote is told of by whoever reads the records: they are read each time."""
    traite("list", "commitments")
    (root / ".traite/unfinished.json").write_text("{}", encoding="utf-8")
    asked_of.clear()
    traite("list", "commitments")
    assert asked_of == ["."]


def test_today_is_over_at_midnight(root: Path) -> None:
    """What is told of a day that nobody named is told until it ends, and not by a clock that was set back; of a named day for ever."""
    now = [1_000]

    def answers(day: str) -> Answers:
        return Answers(Cache(root, lambda: now[0] * 1_000_000_000), Workspace(root).source, day, lambda: 2_000)

    for day in ("", "2015-01-22"):
        answers(day).keep("?", "!")
    told = {}
    for moment in (999, 1_000, 1_999, 2_000):
        now[0] = moment
        told[moment] = (answers("").answer("?"), answers("2015-01-22").answer("?"))
    assert told == {999: (None, "!"), 1_000: ("!", "!"), 1_999: ("!", "!"), 2_000: (None, "!")}


def test_a_damaged_answer_is_none(root: Path) -> None:
    """What does not bear its sum is not told."""
    workspace = Workspace(root)
    workspace.answers.keep("?", "!")
    assert workspace.cache.database is not None
    workspace.cache.database.do("UPDATE answers SET value = x'00'")
    assert Workspace(root).answers.answer("?") is None
