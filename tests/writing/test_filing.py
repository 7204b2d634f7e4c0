"""Minutes go under the headings of the agenda, and every character that stands there stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traite_cli.errors import Refused
from traite_cli.kinds import Meeting, read_record
from traite_cli.writing.completing import completion
from traite_cli.writing.file_text import FileText
from traite_cli.writing.filing import headings_to_fill

HEAD = "---\ntitle: Bureau\ndate: 2025-03-04\n---\n"
POINTS = "---\ntitle: Bureau\ndate: 2025-03-04\nagenda:\n  - Le compostage\n  - {title: Les points d’eau, topics: eau}\n---\n"


def _meeting(text: str) -> Meeting:
    record = read_record("meetings", "bureau", "records/meetings/bureau.md", text.encode())
    assert isinstance(record, Meeting)
    return record


def _with(text: str, minutes: str) -> str:
    """The file with minutes in it."""
    return completion(_meeting(text), FileText(b"", text), {}, minutes).new.text


@pytest.mark.parametrize(
    ("body", "minutes", "after"),
    [
        ("", "Vu.", "\nVu.\n"),
        ("\n", "Vu.\n\n", "\nVu.\n"),
        ("\nDéjà dit.\n", "Vu.", "\nDéjà dit.\n\nVu.\n"),
        ("\nDéjà dit.", "Vu.", "\nDéjà dit.\n\nVu."),
        ("\n## A\n## B\n", "Avant.\n\nA :\nUn.\n\n**B**\nDeux.", "\nAvant.\n\n## A\n\nUn.\n\n## B\n\nDeux.\n"),
        ("\n## 1. Le budget\n\n## 2. Divers  \n", "LE BUDGET\nÉlevé.", "\n## 1. Le budget\n\nÉlevé.\n\n## 2. Divers  \n"),
        ("\n## A\n\nDit.\n\n### x\n", "# x\nPlus.\n# A\nEncore.", "\n## A\n\nDit.\n\nEncore.\n\n### x\n\nPlus.\n"),
        ("\n## A\n", "## A\nUn.\n## Z\nTrois.\n### z\nQuatre.", "\n## A\n\nUn.\n\n## Z\n\nTrois.\n### z\nQuatre.\n"),
        ("\n## A\n", "## A\nUn.\n### x\nDeux.\n- A\n", "\n## A\n\nUn.\n### x\nDeux.\n- A\n"),
        ("\n## A\n\n::: members\n## B\n:::\n", "A\nUn.\n\nB\nDeux.", "\n## A\n\nUn.\n\n::: members\n## B\n\nDeux.\n\n:::\n"),
        ("\n## A\n", "## A\nUn.\n## Z\n## A", "\n## A\n\nUn.\n\n## Z\n"),
        ("\n<!-- Vu. -->\n", "Vu.", "\n<!-- Vu. -->\n\nVu.\n"),
        ("\nVu.\n", "<!-- vu -->", "\nVu.\n\n<!-- vu -->\n"),
        ("\nVu.\n\n<!-- à revoir -->\n", "<!-- à revoir -->", "\nVu.\n\n<!-- à revoir -->\n"),
        ("\n## A\n\n## B\n", "::: members\nA\nSecret.\n:::", "\n::: members\nA\nSecret.\n:::\n\n## A\n\n## B\n"),
    ],
)
def test_each_passage_stands_under_its_heading(body: str, minutes: str, after: str) -> None:
    """Numbers, marks and capitals aside; what has no heading there stands before the first, or behind all under its own."""
    assert _with(HEAD + body, minutes) == HEAD + after


def test_points_without_a_heading_get_one() -> None:
    """A point of one topic is filed under it, as the format has it."""
    minutes = "1) Le compostage\nOn composte.\n\n2) Les points d'eau :\nIl en manque."
    assert _with(POINTS, minutes) == POINTS + (
        "\n## Le compostage\n\nOn composte.\n\n## [Les points d’eau](../topics/eau.md)\n\nIl en manque.\n"
    )
    assert headings_to_fill(_meeting(POINTS + "\n## Le compostage\n\nVu.\n")) == ["Les points d’eau"]
    assert headings_to_fill(_meeting(HEAD + "\n## A\n\n### [a](../topics/eau.md)\n\n## B\n\nDit.\n")) == ["a"]


def test_line_ends_are_those_of_the_file() -> None:
    """What is put into a file of Windows is as the rest of it."""
    text = (HEAD + "\n## A\n\n## B\n").replace("\n", "\r\n")
    assert _with(text, "## A\nUn.\nDeux.") == (HEAD + "\n## A\n\nUn.\nDeux.\n\n## B\n").replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("body", "minutes"),
    [("\n## A\n-->\n", "Dit.\n<!--"), ("\n<!--\n\n## A\n", "## A\nDit.\n-->"), ("\n## A\n\n## B\n<!-- b -->\n", "## A\nDit.\n<!--")],
)
def test_a_remark_hides_nothing_of_the_file(body: str, minutes: str) -> None:
    """One that only begins or ends in the minutes would reach into what stands there; one of their own goes in whole."""
    with pytest.raises(Refused, match="remark"):
        _with(HEAD + body, minutes)
    assert "<!-- entre nous -->" in _with(HEAD + "\n## A\n", "## A\nDit.\n<!-- entre nous -->")


_LINES = st.lists(
    st.sampled_from(
        [
            "## A",
            "### x",
            "## [B](../topics/b.md)",
            "# C",
            "Dit.",
            "A",
            "1. A",
            "B :",
            "",
            "",
            "- A",
            "```\n## A\n```",
            "<!--",
            "-->",
            "  x  ",
        ]
    ),
    max_size=9,
)


@settings(max_examples=150, deadline=None)
@given(_LINES, _LINES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_whatever_stands_there_stays_and_twice_is_once(body: list[str], minutes: list[str], newline: str, ends: bool) -> None:
    """All lines of the file are there in their order, and minutes that were put in are not put in again."""
    text = HEAD.replace("\n", newline) + newline.join(body) + newline * ends
    try:
        after = _with(text, "\n".join(minutes))
    except Refused:
        return
    rest = iter(after.split(newline))
    assert all(any(line == other for other in rest) for line in text.rstrip("\r\n").split(newline))
    assert len(after) >= len(text)
    # A line by itself, and a lower heading, begin a passage only where the text has that heading, which it may have now.
    headings = [line for line in minutes if line.startswith("#")]
    is_plain = not {"A", "1. A", "B :", "  x  ", "### x", "<!--", "-->"} & set(minutes) and len(set(headings)) == len(headings)
    assert not is_plain or _with(after, "\n".join(minutes)) == after
