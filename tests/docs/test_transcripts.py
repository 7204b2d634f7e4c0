"""What tries the documents' commands: it sees what is wrong, and leaves alone what is left out on purpose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

TOPIC = "---\ntitle: Le titre de séjour\n---\n"


@pytest.fixture
def tried(transcripts: Any, tmp_path: Path) -> Any:
    """The differences of a document that is told in a repository with one record."""
    root = tmp_path / "root"
    (root / "records" / "topics").mkdir(parents=True)
    (root / "traite.toml").write_text('name = "Essai"\n', encoding="utf-8")
    (root / "records" / "topics" / "sejour.md").write_text(TOPIC, encoding="utf-8")

    def tried(text: str, name: str = "page.md") -> list[Any]:
        copy = tmp_path / "copy"
        copy.mkdir()
        (root / name).write_text(text, encoding="utf-8")
        return list(transcripts.differences(root / name, copy, root))

    return tried


def block(*lines: str) -> str:
    """A block of commands and what they say."""
    return "\n".join(["```console", *lines, "```", ""])


def test_what_is_shown_as_it_is_said_is_right(tried: Any) -> None:
    """A block that shows data and talk as they come is left alone."""
    assert tried(block("$ traite list topics", "Title               Record", "Le titre de séjour  sejour", "1 record")) == []


def test_another_word_is_told_with_what_is_said(tried: Any) -> None:
    """A block that shows something else is told, with the whole of what belongs there."""
    (one,) = tried(block("$ traite validate", "2 records checked: no fault"))
    assert one.said == "$ traite validate\n1 record checked: no fault\n"


def test_a_missing_line_is_told(tried: Any) -> None:
    """What is not shown has to be left out in so many words."""
    assert len(tried(block("$ traite validate"))) == 1


def test_lines_left_out_are_no_fault(tried: Any) -> None:
    """A line « … » stands for some lines, an end of a line « … » for the rest of it."""
    assert tried(block("$ traite show sejour", "Le titre …", "…")) == []


def test_lines_left_out_stand_for_at_least_one(tried: Any) -> None:
    """Where nothing is left out, nothing is said to be."""
    assert len(tried(block("$ traite validate", "1 record checked: no fault", "…"))) == 1


def test_what_the_reader_is_asked_to_do_is_done(tried: Any) -> None:
    """A change to a file that the text asks for, and a file that it shows, are there for the next command."""
    text = (
        '<!-- in records/topics/sejour.md: "title: Le" becomes "titel: Le" -->\n\n'
        "<!-- the next block is records/topics/asile.md -->\n\n```markdown\n---\ntitle: L’asile\n---\n```\n\n"
        + block("$ traite validate", "records/topics/sejour.md:2:1: TR210 …", "…", "2 records checked: 1 error", "1 fault can …")
    )
    assert [str(one) for one in tried(text)] == []


def test_a_change_that_finds_nothing_to_change_stops(tried: Any) -> None:
    """A story whose files have moved on is not told on regardless."""
    with pytest.raises(SystemExit):
        tried('<!-- in records/topics/sejour.md: "due: 2014" becomes "due: 2015" -->\n')


def test_only_our_own_commands_are_run(tried: Any) -> None:
    """No document can have another program run by the tests."""
    with pytest.raises(SystemExit):
        tried(block("$ echo no"))


def test_french_documents_are_told_in_french(tried: Any) -> None:
    """A reader of the French page sees the French messages."""
    assert tried(block("$ traite validate", "1 fiche vérifiée\u00a0: rien à signaler"), "page.fr.md") == []


def test_what_changed_is_cut_as_it_was(transcripts: Any) -> None:
    """When output changes, the new one is left out where the old one was."""
    said = ["Due   Who      Commitment", "2014  Raphaël  Écrire aux préfets", "2015  MIPROF  Autre", "2 records"]
    assert transcripts._left_out(said, ["Due  Qui …", "…", "3 records"]) == ["Due …", "…", "2 records"]


def test_lines_between_two_cuts_stay_when_they_are_still_said(transcripts: Any) -> None:
    """A line that the document picked out stays picked out; one that is no longer said goes, and leaves one cut."""
    said = ["Title", "one", "two", "three", "done"]
    assert transcripts._left_out(said, ["Title", "…", "two", "…", "made"]) == ["Title", "…", "two", "…", "done"]
    assert transcripts._left_out(said, ["Title", "…", "gone", "…", "made"]) == ["Title", "…", "done"]
