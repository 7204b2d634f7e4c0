"""Asking the same again: what is told is what would be told anew, whatever changed meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calls import Ended, Traite, caller
from repositories import MakeRepository, commit
from traite_cli.cli import answering
from traite_cli.cli.early import ASKING, MAKING
from traite_cli.cli.group import Group
from traite_cli.cli.main import COMMANDS
from traite_cli.index.answers import Answer, Answers
from traite_cli.index.cache import Cache
from traite_cli.language import translator
from traite_cli.workspace import Workspace

FILES = {
    "organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "people/zoe.md": "---\nname: Zoé Été\n---\n",
    "commitments/a.md": "---\ntitle: Écrire\nby: miprof\nmade_on: 2014-10-22\ndue: 2014\n---\n",
    "meetings/2014-10-22-cabinet.md": "---\ntitle: Cabinet\ndate: 2014-10-22\n---\n",
    "editions/2015-01-22.md": "---\ntitle: Document\ndate: 2015-01-22\n---\n",
    "commitments/b.md": "---\ntitle: Publier\nby: zoe\nmade_on: 2014-10-22\ndue: 2015\n---\n",
}
ANSWER = Answer(1, [(False, "Été".encode()), (True, b"!\n")], {"/a": "b"})
LATER = 1e12
PROGRAM = """
import json, sys
import traite_cli.index.tree
traite_cli.index.tree.MOMENT = 0  # what was written just now would be read again
from traite_cli.cli.main import main
main()
sys.stderr.write("\\n" + json.dumps(list(sys.modules)))
"""
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
    ("status", "--as-of", "hier"),
    ("validate",),
    ("validate", "--format", "json", "--strict"),
    ("validate", "--fix", "--dry-run"),
    ("render",),
    ("render", "--to", "html"),
    ("render", "-o", "-"),
    ("render", "--dry-run"),
    ("render", "nulle-part"),
    ("minutes", "2014-10-22-cabinet"),
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
def in_git(root: Path) -> Path:
    """The same in git."""
    commit(root)
    subprocess.run(["git", "branch", "-M", "main"], cwd=root, check=True)
    return root


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The environment of a process of its own."""
    monkeypatch.delenv("TRAITE_AS_OF")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one), "TRAITE_LANG": "en"}


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


def known(answers: Answers, question: str) -> Answer | None:
    """What is kept of a question, as it was."""
    kept = answers.answer(question)
    return kept and kept._replace(said=list(kept.said))


def test_today_is_over_at_midnight(root: Path) -> None:
    """What is told is told until the day ends, and not by a clock that was set back."""
    now = [1_000]

    def answers() -> Answers:
        return Answers(Cache(root, lambda: now[0] * 1_000_000_000), "")

    answers().keep("?", ANSWER, 2_000)
    told = {}
    for moment in (999, 1_000, 1_999, 2_000):
        now[0] = moment
        told[moment] = known(answers(), "?")
    assert told == {999: None, 1_000: ANSWER, 1_999: ANSWER, 2_000: None}


@pytest.mark.parametrize("column", ["said", "about"])
def test_a_damaged_answer_is_none(root: Path, column: str) -> None:
    """What does not bear its sum is not told."""
    answers = Answers(Workspace(root).cache, "")
    answers.keep("?", ANSWER, LATER)
    assert known(answers, "?") == ANSWER
    assert answers.cache.database is not None
    answers.cache.database.do(f"UPDATE answers SET {column} = x'00'")
    assert known(answers, "?") is None


def test_many_answers_take_little_room(root: Path) -> None:
    """The newest is kept however long it is, and of the others what has room beside it."""
    answers = Answers(Workspace(root).cache, "")
    long = Answer(0, [(False, os.urandom(20_000))], {})
    for number in range(40):
        answers.keep(f"{number}", long if number == 39 else ANSWER, LATER)
    assert known(answers, "39") == long
    assert [known(answers, f"{number}") for number in (8, 7)] == [ANSWER, None]
    answers.keep("40", long, LATER)
    assert [known(answers, question) for question in ("40", "39", "38")] == [long, None, None]


def test_what_is_told_again_needs_no_typer(in_git: Path, surroundings: dict[str, str]) -> None:
    """The same call is told before anything is imported that parses it; a call that is other is parsed."""

    def imported(*words: str) -> set[str]:
        done = subprocess.run([sys.executable, "-c", PROGRAM, *words], cwd=in_git, env=surroundings, capture_output=True, check=True)
        return set(json.loads(done.stderr.splitlines()[-1]))

    for words in (["list", "commitments"], ["validate"], ["list", "commitments", "--at", "HEAD"]):
        assert "typer" in imported(*words)
        told = imported(*words)
        assert "traite_cli.cli.answering" in told
        assert not {"typer", "yaml", "subprocess", "traite_cli.repository", "traite_cli.cli.console"} & told
        assert "typer" in imported(*words, "--quiet")


def test_a_revision_that_moves_is_another(traite: Traite, in_git: Path) -> None:
    """A branch, or the last commit, is asked for anew when it is at another commit; so is a day, once it has a later commit."""
    calls = [("list", "commitments", "--at", at) for at in ("HEAD", "main", date.today().isoformat())]  # noqa: DTZ011  # as git has it here
    before = [traite(*words) for words in calls]
    assert [traite(*words) for words in calls] == before
    _a_record(in_git)
    assert [traite(*words) for words in calls] == before
    commit(in_git)
    after = [traite(*words) for words in calls]
    assert ["Lire" in one.out for one in after] == [True, True, True]
    assert not any("Lire" in one.out for one in before)


def test_a_question_is_all_that_an_answer_depends_on(traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever variable a command that asks looks at is a part of its question."""
    seen: set[str] = set()

    class Watched(dict[str, str]):
        def __getitem__(self, name: str) -> str:
            seen.add(os.fsdecode(name))
            return super().__getitem__(name)

        def get(self, name: str, default: Any = None) -> Any:
            seen.add(os.fsdecode(name))
            return super().get(name, default)

        def __contains__(self, name: object) -> bool:
            seen.add(str(name))
            return super().__contains__(name)

    monkeypatch.setattr(os, "environ", Watched(os.environ))
    for words in ASKED:
        traite(*words)
    known = {name for name in seen if name in answering._NAMES or name.startswith(answering._BEGINNINGS)}
    of_libraries = {name for name in seen if name.startswith(("PYTHON", "_PYTHON", "RAPIDFUZZ_"))}
    assert seen - known - of_libraries <= {"PATH", "_TRAITE_COMPLETE"}
    assert {"TRAITE_AS_OF", "LANG"} <= known


def test_each_command_that_asks_is_told_again() -> None:
    """What is looked for before a call is parsed are the commands that say that their answers may be kept."""
    group = Group(COMMANDS, translator("en"))
    assert {name for name in group.files if hasattr(group._module(name), "ASKS_WITHOUT")} == ASKING | MAKING


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is needed")
def test_what_fails_to_be_told_again_is_told(in_git: Path, surroundings: dict[str, str]) -> None:
    """A disk that is full is told of, and who reads no more is none of our business, as with what is told for the first time."""
    program = [sys.executable, "-m", "traite_cli", "list", "commitments"]
    subprocess.run(program, cwd=in_git, env=surroundings, capture_output=True, check=True)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(program, cwd=in_git, env=surroundings, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith(b"error: ")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that somebody is in cannot be taken away")
def test_a_question_from_a_folder_that_is_gone(in_git: Path, surroundings: dict[str, str]) -> None:
    """A repository that is named is asked from anywhere."""
    program = f"import os\nos.mkdir('x'); os.chdir('x'); os.rmdir('../x')\nfrom traite_cli.cli.main import main\nraise SystemExit(main(['-C', {str(in_git)!r}, 'list', 'commitments']))"
    done = subprocess.run([sys.executable, "-c", program], cwd=in_git.parent, env=surroundings, capture_output=True, check=False)
    assert (done.returncode, b"MIPROF" in done.stdout) == (0, True)
