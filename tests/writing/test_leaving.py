"""Somebody who leaves a list of a record takes nothing along: remarks, the others and every other character stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traite_cli.errors import Refused
from traite_cli.kinds import Meeting, read_record
from traite_cli.writing.completing import completion, subject
from traite_cli.writing.file_text import FileText

START = "---\ntitle: Bureau\ndate: 2025-03-04\n"
NAMES = ("alice", "karim", "zoe", "leo")


def _left(text: str, *slugs: str) -> str:
    record = read_record("meetings", "bureau", "records/meetings/bureau.md", text.encode())
    assert isinstance(record, Meeting)
    return completion(record, FileText(b"", text), {}, leaving={"participants": slugs}).new.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("participants: [alice, karim, zoe] # eux\n", "participants: [alice, zoe] # eux\n"),
        ("participants: [karim, zoe]\n", "participants: [zoe]\n"),
        ("participants: [ alice ,\n  karim ]\n", "participants: [ alice ]\n"),
        ("participants: [{person: karim, role: 'a, b'}, zoe]\n", "participants: [zoe]\n"),
        ("participants: karim\nplace: a\n", "place: a\n"),
        ("participants: [karim] # lui\n", "# lui\n"),
        ("participants: # eux\n  - karim # lui\n", "# eux\n# lui\n"),
        ("participants: {person: karim}\n", ""),
        ("participants:\n  person: karim # lui\n  role: a\n", "# lui\n"),
        (
            "participants:\n  - alice\n  -\n    person: karim\n    role: 'a # b' # c\n  - zoe\n",
            "participants:\n  - alice\n  # c\n  - zoe\n",
        ),
        ("participants:\n  - alice\n  # lui\n  - karim\n\n  - zoe\n", "participants:\n  - alice\n  # lui\n\n  - zoe\n"),
        ("participants:\n- {person: karim,\n   role: a}\n- zoe\n", "participants:\n- zoe\n"),
        ("participants:\n- person: karim\n  note: >-\n    a\n    # b\n- zoe\n", "participants:\n- zoe\n"),
        (
            "participants:\n- person: zoe\n- person: karim\n  organisation: x\n- person: karim\n  organisation: y\n",
            "participants:\n- person: zoe\n",
        ),
    ],
)
def test_an_entry_of_any_form_leaves_alone(before: str, after: str) -> None:
    """On a line of its own or between brackets, a name or more; the last one with the field."""
    assert _left(f"{START}{before}---\n\nTexte.\n", "karim") == f"{START}{after}---\n\nTexte.\n"


def test_a_remark_between_brackets_is_in_the_way() -> None:
    """No machine can tell whom it is about: nothing is changed."""
    with pytest.raises(Refused):
        _left(f"{START}participants: [alice, # elle\n  karim]\n---\n", "karim")


_ENTRY = st.sampled_from(
    ["- {}", "-   {} # vu {}", "- person: {}\n  role: x # {}", "- {{person: {}, role: 'y'}}", "# avant {}\n- {}", "-\n  person: {}\n"]
)
_LISTS = st.lists(_ENTRY, min_size=1, max_size=len(NAMES))


@settings(max_examples=150, deadline=None)
@given(_LISTS, st.sets(st.sampled_from(NAMES)), st.sampled_from(["", "  "]), st.sampled_from(["\n", "\r\n"]))
def test_only_those_who_leave_are_gone(entries: list[str], leaving: set[str], margin: str, newline: str) -> None:
    """The others stand as they stood, in their order, and so does every remark."""
    lines = [entry.format(name, name) for entry, name in zip(entries, NAMES, strict=False)]
    listed = "\n".join(f"{margin}{line}" for entry in lines for line in entry.split("\n"))
    text = f"{START}participants:\n{listed}\nplace: a # là\n---\n\nTexte.\n".replace("\n", newline)
    after = _left(text, *leaving)
    record = read_record("meetings", "bureau", "records/meetings/bureau.md", after.encode())
    assert isinstance(record, Meeting)
    assert [subject(one) for one in record.participants] == [name for name in NAMES[: len(lines)] if name not in leaving]
    remarks = [line.partition("#")[2] for line in text.split(newline) if "#" in line]
    assert [line.partition("#")[2] for line in after.split(newline) if "#" in line] == remarks
    kept = [line for line in after.split(newline) if line.strip() and not line.lstrip().startswith("#")]
    rest = iter(text.split(newline))
    assert all(line in rest for line in kept)
