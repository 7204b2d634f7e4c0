"""A record that is completed says what it said, and what was added; every other character stays."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traite_cli.errors import Refused
from traite_cli.kinds import Meeting, read_record
from traite_cli.writing.completing import Completion, completion
from traite_cli.writing.file_text import FileText

START = "---\ntitle: Bureau\ndate: 2025-03-04\n"


def _completed(text: str, values: dict[str, Any], minutes: str = "", mark: bytes = b"") -> Completion:
    record = read_record("meetings", "bureau", "records/meetings/bureau.md", mark + text.encode())
    assert isinstance(record, Meeting)
    return completion(record, FileText(mark, text), values, minutes)


@pytest.mark.parametrize(
    ("header", "values", "after"),
    [
        ("", {"participants": ["alice", {"person": "karim", "role": "secrétaire"}]}, "participants:\n  - alice\n  - person: karim\n    role: secrétaire\n"),
        ("participants: [alice] # elle\n", {"participants": ["alice", "karim"]}, "participants: [alice, karim] # elle\n"),
        ("participants: alice\n", {"participants": [{"person": "karim", "role": "a"}]}, "participants: [alice, {person: karim, role: a}]\n"),
        ("participants:\n- 'alice'\n# rien\nplace: a\n", {"participants": ["karim"]}, "participants:\n- 'alice'\n- karim\n# rien\nplace: a\n"),
        ("participants:\n", {"participants": ["alice"]}, "participants:\n  - alice\n"),
        ("participants:\n  - alice\n", {"participants": [{"person": "alice", "role": "a"}]}, "participants:\n  - {person: alice, role: a}\n"),
        (
            "participants:\n  - person: alice # elle\n    note: n\n",
            {"participants": [{"person": "alice", "role": "a"}]},
            "participants:\n  - person: alice # elle\n    note: n\n    role: a\n",
        ),
        ("time: 14:00 # dit\n", {"time": "15:00/16:00"}, "time: 15:00/16:00 # dit\n"),
        ("place: 'a'\n", {"place": "à la mairie"}, "place: à la mairie\n"),
        ("place:\n", {"place": "Lyon : siège"}, 'place: "Lyon : siège"\n'),
        ("decisions:\n  - Écrire.\n", {"decisions": ["écrire.", "Partir."]}, "decisions:\n  - Écrire.\n  - Partir.\n"),
        ("", {"decisions": [{"text": "Un.", "topics": ["a", "b"]}]}, "decisions:\n  - text: Un.\n    topics:\n      - a\n      - b\n"),
        ("decisions: [Un.]\n", {"decisions": [{"text": "Deux.", "topics": ["a"]}]}, "decisions: [Un., {text: Deux., topics: [a]}]\n"),
    ],
)  # fmt: skip
def test_what_is_new_is_added_as_its_neighbours_are_written(header: str, values: dict[str, Any], after: str) -> None:
    """Into lists of every form; a function to somebody who stands there; one value in the place of another, its remark kept."""
    assert _completed(f"{START}{header}---\n", values).new.text == f"{START}{after}---\n"


def test_what_stands_otherwise_stays_and_is_told() -> None:
    """Somebody who stands there with another function keeps it."""
    text = f"{START}participants: [{{person: alice, role: a}}]\n---\n"
    found = _completed(text, {"participants": [{"person": "alice", "role": "b"}]})
    assert (found.new.text, found.kept, found.new.is_new) == (text, ("alice",), False)


@pytest.mark.parametrize(
    "text",
    [
        f"{START}participants: *a\n---\n",
        f"{START}participants: [a\n---\n",
        f"{START}place: |\n  a\n  b\nparticipants: {{a: b}}\n---\n",
        "---\n- a\n---\n",
        "Rien.\n",
        f"{START}---\n\n::: members\nSecret.\n",
    ],
)
def test_what_no_machine_can_add_to_is_refused(text: str) -> None:
    """A file of which something has to be mended first is left as it is."""
    with pytest.raises(Refused):
        _completed(text, {"participants": ["karim"], "place": "b"}, "Un.")


_HEADER = st.lists(
    st.sampled_from([
        "place: 'a'  # là", "time: 9:30", "participants: [alice]", "participants:\n- alice # elle\n", "excused: zoe", "# remarque", "", "x: {a: 1}",
        "participants:\n  -   person: alice\n      role: a", "decisions:\n    - Écrire.", "topics: []", "represented:", 'room: "1"', "excused: []",
    ]),
    max_size=6, unique_by=lambda line: line.partition(":")[0],
)  # fmt: skip


def _whom(entry: Any) -> object:
    return entry if isinstance(entry, str) else next(iter(entry.values()))


_VALUES = st.fixed_dictionaries(
    {},
    optional={
        "participants": st.lists(
            st.sampled_from(["alice", "karim", {"person": "alice", "role": "b"}, {"organisation": "x"}]), max_size=3, unique_by=_whom
        ),
        "excused": st.lists(st.sampled_from(["zoe", "alice", {"person": "karim", "note": "a, b"}]), max_size=2, unique_by=_whom),
        "represented": st.lists(st.just({"person": "zoe", "by": "karim"}), max_size=1),
        "decisions": st.lists(st.sampled_from(["écrire.", "Un : deux", {"text": "Trois", "topics": ["a"]}]), max_size=2),
        "place": st.sampled_from(["a", "à la mairie", "a # b", "b: c"]),
        "time": st.just("10:00"),
    },
)


@settings(max_examples=200, deadline=None)
@given(
    _HEADER,
    _VALUES,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    st.sampled_from(["", "\n", "\nDit.", "\nDit.\n"]),
)
def test_nothing_but_what_is_new_changes(header: list[str], values: dict[str, Any], newline: str, mark: bytes, body: str) -> None:
    """Marks, line ends, remarks, order and quotes stay; the same once more changes nothing."""
    text = "\n".join([START.rstrip(), *header, "---", body]).replace("\n", newline)
    found = _completed(text, values, "Vu.", mark)
    after = found.new.text.encode().removeprefix(mark).decode()
    gone = [
        text[a:b] for tag, a, b, _, _ in SequenceMatcher(None, text, after, autojunk=False).get_opcodes() if tag in {"delete", "replace"}
    ]
    assert found.new.text.encode().startswith(mark)
    assert len("".join(gone)) <= (40 if {"place", "time"} & set(values) else 0), gone
    assert _completed(after, values, "Vu.", mark).new.text.encode() == found.new.text.encode()
