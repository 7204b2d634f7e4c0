"""``status`` on the screen, for a message and for a job that runs by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository
from traite_cli.cli import console, main

FILES = {
    "organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "meetings/2015-02-02-pleniere.md": "---\ntitle: Plénière\ndate: 2015-02-02\n---\n",
    "commitments/lettre.md": (
        "---\ntitle: Écrire *aux* préfets\nby: miprof\nmade_on: 2014-10-22\ndue: 2014\nfollow_ups: {date: 2015-01-20, status: no_news}\n"
        "escalation: {if: no_news, to: miprof, action: Relancer.}\n---\n"
    ),
    "commitments/secret.md": "---\ntitle: Se taire\naudience: contributors\nby: miprof\nmade_on: 2014-12-01\ndue: 2014\n---\n",
    "commitments/bientot.md": "---\ntitle: Publier\nby: miprof\nmade_on: 2015-01-20\ndue: 2015-02\n---\n",
    "requests/q.md": "---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\n---\n\n1. Un\n2. Deux\n",
    "topics/faux.md": "---\ntitel: Faux\n---\n",
}


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository on 22 January 2015, and the current folder in it."""
    root: Path = make_repository(FILES).root
    monkeypatch.chdir(root)
    monkeypatch.setenv("TRAITE_AS_OF", "2015-01-22")
    return root


@pytest.fixture
def traite(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary)


def test_the_morning_page(traite: Traite) -> None:
    """What is most pressing first, each with what comes next; in French as in English."""
    assert traite("status").out == (
        "Collectif: Thursday 22 January 2015\n"
        "\nTo be escalated (1)\n  no news  Écrire *aux* préfets (lettre)\n           Relancer.\n           turn to: MIPROF\n"
        "  → traite follow-up lettre --status … --note …\n"
        "\nOverdue commitments (2)\n  22 days late  Écrire *aux* préfets (lettre)\n                MIPROF · last news: 20 January 2015\n"
        "  22 days late  Se taire (secret)\n                MIPROF\n  → traite follow-up lettre --status … --note …\n"
        "\nQuestions without an answer (2)\n  76 days ago  Questions (q)\n               MIPROF · 2 questions without an answer (1, 2)\n"
        "  → traite answer q 1 --status … --text …\n"
        "\nNext meeting (1)\n  in 11 days  Plénière (2015-02-02-pleniere)\n              2 February 2015 · notice not sent yet\n"
        "              send it to those who are to come, then note the day, as below\n"
        "  → traite hold 2015-02-02-pleniere --notice 2015-01-22 --no-ask\n"
        "\nRecords with faults (2)\n  records/topics/faux.md – 1 error\n  and 1 more with warnings alone\n  → traite validate\n"
    )
    assert "Engagements en retard (2)\n  22 jours de retard  Écrire" in traite("--lang", "fr", "status").out


def test_what_comes_next_can_be_done(traite: Traite) -> None:
    """The commands that the page names are commands, and its dots stand for what only a person knows."""
    for line in traite("status").out.splitlines():
        if line.startswith("  → traite "):
            words = (
                line.removeprefix("  → traite ")
                .replace("--status …", "--status no_news")
                .split(" --note …")[0]
                .split(" --text …")[0]
                .split()
            )
            if words[:1] == ["answer"]:
                words[words.index("--status") + 1] = "declined"
            assert traite(*words, *(["--dry-run"] if words[0] in {"follow-up", "answer"} else [])).code == int(words == ["validate"])


def test_a_meeting_that_was_held_waits_to_be_completed(traite: Traite, here: Path) -> None:
    """With the command that does it, and not for others."""
    (here / "records/meetings/2015-01-20-bureau.md").write_text("---\ntitle: Bureau\ndate: 2015-01-20\n---\n", encoding="utf-8")
    told = traite("status").out
    section = "\nMeetings to be completed (1)\n  20 January 2015  Bureau (2015-01-20-bureau)\n                   no minutes\n  → traite hold 2015-01-20-bureau\n"
    assert section in told
    assert "Meetings to be completed" not in traite("status", "--format", "markdown").out
    assert json.loads(traite("status", "--format", "json").out)["incomplete"][0]["ref"] == "meetings/2015-01-20-bureau"
    (here / "records/meetings/2015-01-20-bureau.md").write_text("---\ntitle: Bureau\ndate: 2015-01-20\n---\n\nVu.\n", encoding="utf-8")
    assert "it does not say who was there" in traite("status").out


@pytest.mark.parametrize(
    "asked", [["--as-of", "2015-01-29"], ["--as-of", "2015-03-05"], ["--as-of", "2015-01-30", "--audience", "members"]]
)
def test_the_list_of_what_falls_due_holds_as_much(traite: Traite, here: Path, asked: list[str]) -> None:
    """Neither what is late, nor what is kept; and of the same day, for the same circle."""
    text = "---\ntitle: T\naudience: {0}\nby: miprof\nmade_on: 2015-01-20\ndue: {1}\nfollow_ups: {{date: 2015-01-21, status: {2}, note: x}}\n---\n"
    for number, values in enumerate(
        [
            ("members", "2015-02-28", "kept"),
            ("contributors", "2015-02-28", "no_news"),
            ("members", "2015-03-31", "no_news"),
            ("members", "2015-04-04", "open"),
        ]
    ):
        (here / f"records/commitments/n{number}.md").write_text(text.format(*values), encoding="utf-8")
    told = traite("status", *asked).out
    count = int(told.partition("Due within 30 days (")[2].partition(")")[0])
    line = next(line for line in told.splitlines() if "--due-since" in line)
    words = line.split("traite ")[1].split()
    assert traite(*words, "--count").out == f"{count}\n"
    assert words[-len(asked) :] == asked


def test_what_is_far_is_told_by_its_day(traite: Traite) -> None:
    """Thousands of days say nothing."""
    assert traite("status", "--as-of", "9999-12-31").code == 0
    told = traite("status", "--as-of", "1990-01-01").out
    assert "\nNext meeting (1)\n  2 February 2015  Plénière (2015-02-02-pleniere)\n                   notice not sent yet\n" in told


def test_a_message_is_for_a_circle(traite: Traite) -> None:
    """As Markdown: for the audience of ``traite.toml`` unless another is asked for; names of files and what is a mark are left out."""
    told = traite("status", "--format", "markdown").out
    assert (
        "## Overdue commitments (1)\n\n- **22 days late** – Écrire \\*aux\\* préfets\n  - MIPROF · last news: 20 January 2015\n\n" in told
    )
    assert "Se taire" not in told
    assert "lettre" not in told
    assert "Se taire" in traite("status", "--format", "markdown", "--audience", "contributors").out
    public = traite("status", "--format", "markdown", "--audience", "public").out
    assert public == "# Collectif: Thursday 22 January 2015\n\n## Records with faults (1)\n\n- records/topics/faux.md – 1 error\n"
    assert "Se taire" not in traite("status", "--audience", "members").out


def test_for_a_program(traite: Traite) -> None:
    """JSON holds everything, with a version."""
    found = json.loads(traite("status", "--format", "json").out)
    assert (found["version"], found["as_of"], found["concerns"]["overdue"], found["concerns"]["faults"]) == (1, "2015-01-22", 2, 1)


@pytest.mark.parametrize(
    ("wanted", "code", "said"),
    [
        ("overdue", 1, "2 overdue commitments"), ("overdue,faults", 1, "2 overdue commitments, 1 record with errors"), ("silence", 0, ""),
        ("due", 0, ""), ("en retard", 1, "2 overdue commitments"), ("notice", 1, "1 notice that is not out"),
        ("unanswered,silence", 1, "2 questions without an answer"), ("escalation", 1, "1 commitment to be escalated"),
    ],
)  # fmt: skip
def test_a_job_fails_on_what_it_is_told(traite: Traite, wanted: str, code: int, said: str) -> None:
    """With 1, and says on what; the page is the same."""
    ended = traite("status", "--fail-on", wanted)
    assert (ended.code, ended.out) == (code, traite("status").out)
    assert ended.err == (f"--fail-on found {said}\n" if said else "")


@pytest.mark.parametrize(("wanted", "hint"), [("overdu", "perhaps: overdue"), ("x", "one of: overdue, due"), ("", "")])
def test_a_concern_that_is_none_is_told(traite: Traite, wanted: str, hint: str) -> None:
    """Before anything is read."""
    ended = traite("status", "--fail-on", wanted)
    assert (ended.code, ended.out) == (2, "")
    assert hint in ended.err


def test_concerns_are_completed(traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind others too."""
    monkeypatch.setenv("_TRAITE_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "traite\nstatus\n--fail-on\noverdue,fau")
    monkeypatch.setenv("COMP_CWORD", "3")
    assert traite().out.split() == ["overdue,faults"]


def test_nothing_waits(traite: Traite, here: Path) -> None:
    """Which is said."""
    for name in FILES:
        (here / "records" / name).unlink()
    assert traite("status").out == "Collectif: Thursday 22 January 2015\n\nNothing waits.\n"
    assert traite("status", "--format", "markdown").out.endswith("\n\nNothing that this circle may see waits.\n")


def test_it_fits_on_one_screen(here: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets as many of each section as it has lines for, and what is left is counted; a file gets all."""
    for number in range(40):
        (here / f"records/commitments/n{number}.md").write_text(FILES["commitments/secret.md"], encoding="utf-8")
    assert traite("status").out.count("22 days late") == 42
    monkeypatch.setattr(main, "ASKING", frozenset())  # the screen below is none that a kept answer could know of
    for lines in (60, 36, 24):
        monkeypatch.setattr(console.Console, "room", 80)
        monkeypatch.setattr(console.Console, "height", lines)
        told = traite("status").out
        assert told.count("\n") <= max(lines, 30)
        assert f"… and {42 - told.count('22 days late')} more" in told
        assert all(len(line) <= 80 for line in told.splitlines())
