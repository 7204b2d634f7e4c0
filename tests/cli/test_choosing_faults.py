"""``validate`` with all that chooses what it tells, and ``explain``, as people and scripts call them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from repositories import MakeRepository, commit, git
from traite_cli.cli.main import main

Traite = Callable[..., tuple[int, str, str]]
FILES = {
    "topics/cut.md": "---\ntitle: Réunion #3\n---\n",
    "topics/faux.md": "---\ntitle: Faux\nlead: absente\n---\n\nVoir [elle](../people/absente.md).\n",
    "topics/juste.md": "---\ntitle: Juste\n---\n",
}


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two errors and a warning, and the current folder in it."""
    root = make_repository(FILES).root
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def traite(capsys: pytest.CaptureFixture[str]) -> Traite:
    """Call the command line in this process: exit code, what is data, what is talk."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        return (code, *capsys.readouterr())

    return run


def codes(text: str) -> list[str]:
    """The codes of the faults told, in their order."""
    return re.findall(r"^records/\S+: (TR\d+) ", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("options", "told", "code"),
    [
        ((), ["TR115", "TR310", "TR312"], 1),
        (("--select", "TR115"), ["TR115"], 0),
        (("--select", "TR115", "--strict"), ["TR115"], 1),
        (("--select", "tr1,dead-link"), ["TR115", "TR312"], 1),
        (("--select", "TR115", "--select", "TR312"), ["TR115", "TR312"], 1),
        (("--ignore", "TR3"), ["TR115"], 0),
        (("--ignore", "TR3", "--strict"), ["TR115"], 1),
        (("--ignore", "TR3,TR1", "--strict"), [], 0),
        (("--select", "TR3", "--ignore", "TR310", "records/topics/faux.md"), ["TR312"], 1),
    ],
)
def test_faults_are_chosen_and_the_exit_code_is_theirs(
    here: Path, traite: Traite, options: tuple[str, ...], told: list[str], code: int
) -> None:
    """What is not told does not count: errors fail, warnings only when one is strict."""
    ended = traite("validate", *options)
    assert (ended[0], codes(ended[1])) == (code, told)


def test_what_is_about_audiences_may_be_left_out_on_a_screen(here: Path, traite: Traite) -> None:
    """Who asks for some faults at their own terminal sees those; nobody else's sight is changed by it."""
    (here / "records/topics/faux.md").write_text("---\ntitle: x\n---\n\n::: membres\nx\n", encoding="utf-8")
    assert codes(traite("validate")[1]) == ["TR115", "TR510"]
    assert codes(traite("validate", "--ignore", "TR510")[1]) == ["TR115"]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_a_wrong_call(here: Path, traite: Traite, option: str) -> None:
    """2, with the nearest."""
    code, out, err = traite("validate", option, "dead-lnk")
    assert (code, out) == (2, "")
    assert err == f"error: {option}: no fault has the code “dead-lnk”\n    perhaps: dead-link\n"


def test_known_faults_pass_and_mended_ones_must_leave(here: Path, traite: Traite) -> None:
    """The report of one day is the list of known faults of the next; what is mended is named, with what to do, and fails."""
    known = here / "known.json"
    known.write_text(traite("validate", "--format", "json")[1], encoding="utf-8")
    assert traite("validate", "--baseline", "known.json", "--strict") == (0, "", "3 records checked: 3 known\n")
    assert traite("validate", "--baseline", "known.json", "--lang", "fr")[2].startswith("3 fiches vérifiées\u00a0: 3 déjà connues")
    (here / "records/topics/cut.md").write_text(FILES["topics/juste.md"], encoding="utf-8")
    assert traite("-q", "validate", "--baseline", "known.json") == (
        1,
        "",
        (
            "This known fault is mended, and must leave known.json:\n"
            "    records/topics/cut.md: TR115 the text stops before “#”: “Réunion” is all that is read\n"
            "Delete their lines, or make the file anew: traite validate --format json > known.json\n"
        ),
    )
    lines = known.read_text(encoding="utf-8").splitlines(keepends=True)
    known.write_text("".join(line for line in lines if "TR115" not in line), encoding="utf-8")
    assert traite("validate", "--baseline", "known.json")[0] == 0
    (here / "records/topics/juste.md").write_text(FILES["topics/cut.md"], encoding="utf-8")
    assert codes(traite("validate", "--baseline", "known.json")[1]) == ["TR115"]


def test_known_faults_of_others_are_not_called_mended(here: Path, traite: Traite) -> None:
    """Some records, some codes or a change asked for say nothing of the rest of the list."""
    commit(here)
    known = here / "known.json"
    known.write_text(traite("validate", "--format", "json")[1], encoding="utf-8")
    for options in (("records/topics/juste.md",), ("--select", "TR310"), ("--ignore", "TR1"), ("--since", "HEAD")):
        assert traite("validate", "--baseline", "known.json", *options)[:2] == (0, "")


@pytest.mark.parametrize("content", [None, "", "[]"])
def test_a_list_of_known_faults_that_cannot_be_used_is_told(here: Path, traite: Traite, content: str | None) -> None:
    """2, with the command that makes one: nothing passes unnoticed because a file is missing."""
    if content is not None:
        (here / "known.json").write_text(content, encoding="utf-8")
    code, out, err = traite("validate", "--baseline", "known.json")
    assert (code, out) == (2, "")
    assert "traite validate --format json > known.json" in err


def test_faults_since_a_revision(here: Path, traite: Traite) -> None:
    """Only those that touch the change are told and counted; the records checked are all."""
    commit(here)
    (here / "records/topics/neuf.md").write_text("---\ntitle: Neuf\nparent: absent\n---\n", encoding="utf-8")
    code, out, err = traite("validate", "--since", "HEAD")
    assert (code, codes(out), err) == (1, ["TR310"], "4 records checked: 1 error\n")
    assert traite("validate", "--since", "HEAD", "records/topics/juste.md")[:2] == (0, "")


@pytest.mark.parametrize(("revision", "words"), [("mian", "perhaps: main"), ("--all", "git fetch"), ("", "“”")])
def test_an_unknown_revision_is_told(here: Path, traite: Traite, revision: str, words: str) -> None:
    """1: what was asked for does not exist."""
    commit(here)
    code, out, err = traite("validate", f"--since={revision}")
    assert (code, out) == (1, "")
    assert words in err


def test_no_history_is_told(here: Path, traite: Traite) -> None:
    """In a folder without git there is nothing to compare with."""
    code, out, err = traite("validate", "--since", "HEAD")
    assert (code, out) == (1, "")
    assert "git init" in err


def test_comments_in_a_record_silence_for_everybody(here: Path, traite: Traite) -> None:
    """A silenced error is none for the command, nor is one that is set aside in ``traite.toml``."""
    for name, line in (("cut", "title: Réunion #3"), ("faux", "lead: absente")):
        path = here / f"records/topics/{name}.md"
        text = path.read_text(encoding="utf-8").replace(line, f"# traite: ignore[TR115, TR310] connu de tous\n{line}")
        path.write_text(text, encoding="utf-8")
    assert codes(traite("validate")[1]) == ["TR910", "TR910", "TR312"]
    assert codes(traite("validate", "--select", "TR310,TR115,TR312")[1]) == ["TR312"]


def test_times_are_talk(here: Path, traite: Traite) -> None:
    """Reading and each check that was run have a line on standard error; what is data stays the same."""
    code, out, err = traite("validate", "--timings", "--format", "json", "--select", "TR312")
    assert json.loads(out)["diagnostics"]
    assert code == 1
    assert [line.split()[0] for line in err.splitlines()[1:]] == ["Part", "reading", "dead-link", "together"]
    assert all(re.fullmatch(r"\d+\.\d", line.split()[1]) for line in err.splitlines()[2:])


# --- explain ----------------------------------------------------------------------------------------------------------------


def test_a_code_is_explained(traite: Traite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anywhere, in the language asked: the rule, its reason, an example with its fault told, and a healthy one."""
    monkeypatch.chdir(tmp_path)
    code, out, err = traite("explain", "tr115")
    assert (code, err) == (0, "")
    assert out.startswith("TR115 text-cut (warning)\n\nA text is not cut by a number sign.\n\n")
    assert "  records/topics/sejour.md:2:16: TR115 warning: the text stops before “#”" in out
    assert '    title: "Réunion #3 du groupe"  # du jeudi\n' in out
    french = traite("explain", "text-cut", "--lang", "fr")[1]
    assert french.startswith("TR115 text-cut (avertissement)\n\nUn texte n’est pas coupé par un dièse.\n\n")


def test_all_codes_are_listed(traite: Traite) -> None:
    """With their rules, those that begin alike together; a beginning lists its own."""
    everything, some = traite("explain")[1], traite("explain", "TR31")[1]
    assert everything.startswith("Files and front matter\n  TR101 A file is UTF-8 text.\n")
    assert some in everything
    assert re.findall(r"TR\d+", some)[:2] == ["TR310", "TR311"]


def test_an_unknown_code_is_told_with_the_nearest(traite: Traite) -> None:
    """1, and where all are listed."""
    code, out, err = traite("explain", "dead-lnk")
    assert (code, out) == (1, "")
    assert err == "error: no fault has the code “dead-lnk”\n    perhaps: dead-link\n    all codes: traite explain\n"


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("traite explain TR51", ["TR510", "TR511", "TR512"]),
        ("traite explain dead", ["dead-link", "deadline-unwatched"]),
        ("traite validate --select TR51", ["TR510", "TR511", "TR512"]),
        ("traite validate --ignore TR310,TR51", ["TR310,TR510", "TR310,TR511", "TR310,TR512"]),
    ],
)
def test_codes_are_completed(traite: Traite, monkeypatch: pytest.MonkeyPatch, line: str, offered: list[str]) -> None:
    """Of several with commas between, the last."""
    words = line.split(" ")
    monkeypatch.setenv("_TRAITE_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "\n".join(words))
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    assert traite()[1].split() == offered


def test_revisions_are_completed(here: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Branches and tags by their names; where there is no git repository, none."""
    monkeypatch.setenv("_TRAITE_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "traite\nvalidate\n--since\nma")
    monkeypatch.setenv("COMP_CWORD", "3")
    assert traite()[1].split() == []
    commit(here)
    git(here, "tag", "mars")
    git(here, "tag", "v1")
    assert traite()[1].split() == ["main", "mars"]
