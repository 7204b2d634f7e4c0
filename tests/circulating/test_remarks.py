"""Nothing that a circle may read is left out of a document without a word to whoever makes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from made_documents import made

from calls import caller
from repositories import MakeRepository
from traite_cli.workspace import Workspace

TOML = 'name = "Toits"\nlanguage = "fr"\n'
EDITION = "---\ntitle: Un trimestre\ndate: 2015-03-17\n{}---\n"
PLENARY = "---\ntitle: Plénière\ndate: 2014-11-06\nclassification: plenary\n{}---\n\nLe 115 ne répond plus.\n"
TOPICS = {"topics/hebergement.md": "---\ntitle: Hébergement\n---\n", "topics/sejour.md": "---\ntitle: Séjour\n---\n"}
Markdown = Callable[..., str]


def repository(make: MakeRepository, meeting: str = "", edition: str = "", more: dict[str, str] | None = None) -> Workspace:
    files = {"meetings/pleniere.md": PLENARY.format(meeting), "editions/e.md": EDITION.format(edition)}
    return make({**files, **TOPICS, **(more or {})}, TOML)


def remarks(workspace: Workspace, **order: object) -> list[str]:
    """The sentences and hints that are said of an edition, with their facts."""
    return [text.format(**one.facts) for one in made(workspace, "e", **order).remarks for text in (one.message, one.hint) if text]


def test_minutes_belong_to_the_only_topic_of_their_meeting(make_repository: MakeRepository, markdown: Markdown) -> None:
    """What stands under no heading is in the section of the topic that the meeting names, and nothing is to be said."""
    workspace = repository(make_repository, "topics: hebergement\n")
    assert "### 1 – Hébergement\n\nLe 115 ne répond plus." in markdown(workspace, "e")
    assert not remarks(workspace)


def test_of_two_topics_neither_is_guessed(make_repository: MakeRepository, markdown: Markdown) -> None:
    """The text stands under neither, and it is said what to write above it."""
    workspace = repository(make_repository, "topics: [hebergement, sejour]\n")
    assert "115" not in markdown(workspace, "e")
    sentence, hint = remarks(workspace)
    assert "“Plénière”" in sentence
    assert "records/meetings/pleniere.md" in hint
    assert hint.endswith("## [Hébergement](../topics/hebergement.md)")


def test_of_two_topics_that_one_is_hidden_files_nothing_under_the_other(make_repository: MakeRepository, markdown: Markdown) -> None:
    """Where minutes belong does not depend on who reads."""
    hidden = {"topics/sejour.md": "---\ntitle: Séjour\naudience: contributors\n---\n"}
    workspace = repository(make_repository, "topics: [hebergement, sejour]\n", more=hidden)
    assert "115" not in markdown(workspace, "e", audience="members")


def test_minutes_without_a_topic_are_told(make_repository: MakeRepository) -> None:
    """With the command that gives the meeting one."""
    sentence, hint = remarks(repository(make_repository))
    assert "“Plénière”" in sentence
    assert hint.endswith("traite hold pleniere --topic NAME")


def test_an_edition_with_sections_is_told_what_none_of_them_prints(make_repository: MakeRepository) -> None:
    """Its own list is what has to be longer."""
    workspace = repository(make_repository, "topics: hebergement\n", "sections:\n  - topic: sejour\n")
    assert remarks(workspace)[1].endswith("records/editions/e.md: - meeting: pleniere")


def test_headings_without_a_word_below_are_nothing_left_out(make_repository: MakeRepository) -> None:
    """The frame of minutes that nobody wrote says nothing."""
    frame = {"meetings/pleniere.md": "---\ntitle: x\ndate: 2014-11-06\n---\n\n## Divers\n\n### Suites\n"}
    assert not remarks(repository(make_repository, more=frame))


def test_a_document_in_which_nothing_is_for_its_circle_is_said_to_be_blank(make_repository: MakeRepository) -> None:
    """It is made all the same, and what would open it is told, the title included."""
    said = "\n".join(remarks(repository(make_repository, "topics: hebergement\n"), audience="public"))
    assert "the document is blank: nothing of what this edition reports on is for the public" in said
    assert "traite hold pleniere --audience public" in said
    assert "the title of the edition was left out: it is for members only" in said
    assert "records/editions/e.md: audience: public" in said


def test_a_public_edition_with_a_public_meeting_is_not_called_blank(make_repository: MakeRepository) -> None:
    """Nothing is to be said of it."""
    workspace = repository(make_repository, "topics: hebergement\naudience: public\n", "audience: public\n")
    assert not remarks(workspace, audience="public")


def test_the_command_says_it_and_succeeds(make_repository: MakeRepository, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """On standard error, once the document is made."""
    workspace = repository(make_repository)
    call = caller(capsysbinary)("-C", str(workspace.root), "--lang", "fr", "render", "--to", "md", "-o", "-")
    assert call.code == 0
    assert "à noter : ce qui s’est dit à « Plénière » (6 novembre 2014) ne figure pas dans le document" in call.err.replace("\u00a0", " ")
    assert "115" not in call.out


def test_doubts_that_nobody_settled_are_told(make_repository: MakeRepository) -> None:
    """Whoever sends the document learns that somebody may be missing from it, from minutes too."""
    workspace = repository(make_repository, "topics: hebergement\nparticipants:\n  # ? qui est « M. Le Gall » ?\n")
    for name in ("e", "meetings/pleniere"):
        (remark,) = made(workspace, name).remarks
        assert "qui est « M. Le Gall » ?" in remark.message.format(**remark.facts)
        assert "records/meetings/pleniere.md" in remark.hint.format(**remark.facts)


def test_all_doubts_of_a_meeting_are_one_remark(make_repository: MakeRepository) -> None:
    """They are counted, those below the text too; what only looks like one in the text is none."""
    doubts = "topics: hebergement\n# ? une\n"
    more = {"meetings/pleniere.md": f"{PLENARY.format(doubts)}\n# ? un titre\n\n<!-- ? deux -->\n"}
    (remark,) = made(repository(make_repository, more=more), "e").remarks
    assert remark.facts["n"] == 2


def test_ways_to_reach_somebody_are_told_before_everyone_reads_them(make_repository: MakeRepository) -> None:
    """In an edition and in minutes, with the file and what to do there, as the check of records finds them; members need no such word."""
    body = "\nÉcrire à jean_paul.roux@exemple.fr ou au 06 12 34 56 78, sinon à contact@exemple.fr.\n"
    files = {"meetings/pleniere.md": PLENARY.format("topics: hebergement\naudience: public\n") + body}
    workspace = repository(make_repository, edition="audience: public\n", more=files)
    for name in ("e", "meetings/pleniere"):
        (remark,) = made(workspace, name, audience="public").remarks
        assert remark.facts["n"] == 2
        assert "“Plénière”, such as: jean_paul.roux@exemple.fr" in remark.message.format(**remark.facts)
        assert "in records/meetings/pleniere.md, take it out" in remark.hint.format(**remark.facts)
    assert not made(workspace, "e", audience="members").remarks


def test_only_what_the_document_prints_is_told(make_repository: MakeRepository) -> None:
    """A passage for the members, and a note of another day, are no matter of it."""
    fenced = PLENARY.format("topics: hebergement\naudience: public\n") + "\n::: members\nLe 06 12 34 56 78.\n:::\n"
    other = {"updates/x.md": "---\ntitle: x\ndate: 2016-01-01\ntopics: sejour\naudience: public\n---\n\nLe 06 12 34 56 78.\n"}
    workspace = repository(make_repository, edition="audience: public\n", more={"meetings/pleniere.md": fenced, **other})
    assert not remarks(workspace, audience="public")


def test_a_part_asked_for_that_has_nothing_is_told(make_repository: MakeRepository) -> None:
    """By its name and the circle, without a word of what others would read there; one that nobody asked for is not told."""
    promise = {
        "commitments/p.md": "---\ntitle: Payer le loyer\nby: alice\naudience: members\n---\n",
        "people/alice.md": "---\nname: Alice\n---\n",
    }
    meeting = "topics: hebergement\naudience: public\ndecisions:\n  - text: On écrit.\n"
    workspace = repository(make_repository, meeting, "audience: public\nparts: [questions]\n", promise)
    (said,) = remarks(workspace, audience="public", with_parts=("commitments", "decisions"))
    assert said == "the part “commitments” that was asked for is left out: it has nothing for the public"
    assert not remarks(workspace, audience="members", with_parts=("commitments",))
    (said,) = remarks(workspace, audience="contributors", with_parts=("questions",))
    assert said.endswith("“questions” that was asked for is left out: it has nothing to say")
