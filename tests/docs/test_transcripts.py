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


def test_a_day_is_todays_until_another_is_told(tried: Any) -> None:
    """A story goes through a year whatever the day on which it is told."""
    meeting = "<!-- the next block is records/meetings/a.md -->\n\n```markdown\n---\ntitle: A\ndate: 2015-03-02\n---\n```\n\n"
    shown = [block("$ traite list meetings --columns state --format csv", "State", state) for state in ("planned", "held")]
    assert [str(one) for one in tried(f"{meeting}<!-- it is 2015-02-02 -->\n\n{shown[0]}\n<!-- it is 2015-04-02 -->\n\n{shown[1]}")] == []


def test_a_story_may_begin_with_a_repository_of_its_own(tried: Any) -> None:
    """What is typed after `cd` is done in that folder, files that are made included; a Word file is one."""
    begun = block('$ traite init other --name "Autre" --language fr -q', "…", "$ cd other", "$ traite init --remove-examples -q", "…")
    file = "<!-- the next block is ../minutes.docx -->\n\n```text\nPlenary meeting of 2 March 2015\n\nAll is well.\n```\n\n"
    text = begun + file + block("$ traite import ../minutes.docx", "records/meetings/2015-03-02-plenary-meeting.md", "Written. …")
    assert [str(one) for one in tried(text)] == []


def test_a_page_may_go_on_from_another(tried: Any, tmp_path: Path) -> None:
    """What happened on the page before has happened; what it shows is that page's own affair."""
    before = "<!-- the next block is records/topics/asile.md -->\n\n```markdown\n---\ntitle: L’asile\n---\n```\n\n" + block(
        "$ traite list topics"
    )
    (tmp_path / "root" / "before.md").write_text(before, encoding="utf-8")
    assert tried("<!-- this goes on from before.md -->\n\n" + block("$ traite validate", "2 records checked: no fault")) == []
