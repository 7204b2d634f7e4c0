"""Much of anything takes the time and memory that it should: a call ends within the limits that ``calling`` states."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import Ended
from corpus.crowds import CROWDS, Files
from corpus.known_faults import KNOWN_FAULTS
from corpus.settings import SETTINGS

Call = Callable[..., list[Ended]]
_RECORD = {"records/topics/a.md": b"---\ntitle: Le titre de s\xc3\xa9jour\nlead: x\n---\n"}


@pytest.mark.parametrize("make", CROWDS.values(), ids=CROWDS)
def test_a_crowd_is_checked_in_time(put: Callable[..., Path], call: Call, make: Callable[[], Files]) -> None:
    """Every fault is told, as JSON that a parser reads."""
    (ended,) = call(put(make()), ("validate", "--format", "json"))
    json.loads(ended.out)


def test_a_mend_that_does_not_hold_is_given_up_in_time(put: Callable[..., Path], call: Call) -> None:
    """Three hundred times the same name is mended once, since a slug twice is a new fault; no half of them is tried without end."""
    people = {f"records/people/jean-dupont-{n}.md": f"---\nname: Jean Dupont {n}\n---\n".encode() for n in range(1_000)}
    meeting = "---\ntitle: m\ndate: 2014-10-22\nparticipants:\n" + "  - Jean Dupont 7\n" * 300 + "---\n"
    root = put({**people, "records/meetings/2014-10-22-m.md": meeting.encode()})
    (ended,) = call(root, ("validate", "--fix", "--dry-run", "--lang", "en"))
    assert "+  - jean-dupont-7" in ended.out


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_settings_are_read_or_refused(put: Callable[..., Path], call: Call, settings: bytes) -> None:
    """``traite.toml`` is configuration, whose faults end a call with 2, in a sentence that is no longer than a page."""
    ended = call(put(_RECORD, settings), ("validate",), ("list", "topics"), ("show", "a"), ("doctor",))
    assert ended[0].code in {1, 2}
    for one in ended:
        assert len(one.err) < 4_000


@pytest.mark.parametrize("known", KNOWN_FAULTS.values(), ids=KNOWN_FAULTS)
def test_a_list_of_known_faults_is_read_or_refused(put: Callable[..., Path], call: Call, known: bytes) -> None:
    """``--baseline`` takes a report, whatever else is in it; what is none ends the call with 2."""
    root = put({**_RECORD, "known.json": known})
    (ended,) = call(root, ("validate", "--baseline", str(root / "known.json")))
    assert ended.code in {1, 2}
