"""The questions of a request: the items of its numbered lists, counted through the whole body."""

from __future__ import annotations

import pytest

from traite_cli.kinds import Request, read_record
from traite_cli.syntax import Passage

HEAD = "---\ntitle: a\nto: b\ndate: 2014\n---\n"


def request(body: str) -> Request:
    record = read_record("requests", "x", "records/requests/x.md", (HEAD + body).encode())
    assert isinstance(record, Request)
    return record


def test_questions_are_counted_through_the_body() -> None:
    """A second list goes on counting, whatever its own numbers say; a heading or the next item ends one."""
    found = request("Madame,\n\n1. Un\n   suite\n2. Deux\n\n## Ensuite\n\n1. Trois\n1) Quatre\n").questions()
    assert [(one.number, one.text) for one in found] == [(1, "Un suite"), (2, "Deux"), (3, "Trois"), (4, "Quatre")]


def test_a_question_knows_where_it_stands() -> None:
    """From its number to what follows it."""
    record = request("1. Un\n2. Deux")
    text = record.document.text
    assert [text[one.start : one.end] for one in record.questions()] == ["1. Un\n", "2. Deux"]


def test_a_withheld_question_keeps_its_number() -> None:
    """Those that are left are the second and the third, so that answers stay with their questions."""
    record = request("::: members\n1. Un\n:::\n2. Deux\n::: contributors\n3. Trois\n:::\n4. Quatre\n")
    shown = record.showing(tuple(one for one in record.passages if one.audience is None))
    assert [(one.number, one.text) for one in shown.questions()] == [(2, "Deux"), (4, "Quatre")]


def test_a_question_ends_with_its_passage() -> None:
    """What stands in the next passage is no part of it: it may be for others."""
    record = request("1. Un\n::: members\nsecret\n:::\n")
    assert [one.text for one in record.questions()] == ["Un"]
    assert isinstance(record.passages[0], Passage)


def test_a_letter_has_no_questions() -> None:
    """Nor has an empty body."""
    assert request("Madame,\n\nBien à vous\n").questions() == ()
    assert request("").questions() == ()


def test_what_a_comment_holds_is_no_question() -> None:
    """Neither counted nor told; a comment inside a question is not part of its words, and one never closed is text."""
    found = request("<!--\n1. Ancienne\n2. Autre\n-->\n1. Un <!-- à revoir -->\n   suite\n<!-- 3. Non -->\n2. Deux\n").questions()
    assert [(one.number, one.text) for one in found] == [(1, "Un suite"), (2, "Deux")]
    assert [one.text for one in request("1. Un\n<!-- ouvert\n2. Deux\n").questions()] == ["Un <!-- ouvert", "Deux"]


@pytest.mark.parametrize(
    ("behind", "belongs"),
    [
        ("\n\nVeuillez agréer nos salutations.", False),
        ("\r\n\r\nVeuillez agréer nos salutations.", False),
        ("\n\n   Et quand ?", True),
        ("\n\n- à l’école\n- au collège", True),
        ("\nà la ligne", True),
    ],
)
def test_a_question_ends_before_a_text_at_the_margin(behind: str, belongs: bool) -> None:
    """How a letter ends is no part of its last question; what is indented, or a list, is."""
    (found,) = request(f"1. Un{behind}\n").questions()
    assert (found.text != "Un") is belongs
