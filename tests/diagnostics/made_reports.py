"""Reports made for tests: of one diagnostic that is as it should be, of hostile ones, and of any at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from traite_cli.diagnostics import Diagnostic, Edit, Inspection, Severity, Span, reporters

SCHEMAS = Path(__file__).resolve().parents[1] / "fixtures" / "schemas"

PLAIN = Diagnostic(
    "records/people/é.md",
    Span(7, 9, 7, 23),
    "TR310",
    Severity.ERROR,
    "« raphael-sodoni » n’est pas connu",
    "écrire « raphael-sodini »",
    "by: « é » raphael-sodoni",
    (Edit(Span(7, 9, 7, 23), "raphael-sodini"),),
)
"""What every format is shown with."""

EVIL = (
    "\x1b[2J\x1b]0;t\x07",
    "a\r\nb\rc\nd",
    "::error file=x::y",
    "\n::stop-commands::x",
    "##[add-mask]x",
    "100 %0A %250A",
    "a,b=c:d",
    "caf\udce9",
    "\ud800",
    "]]><b>&amp;'\"",
    "\x00\x08\ufffe\uffff",
    "\x85\u2028\u202e\x9b1m",
    "{0} [click](https://example.org)",
    "😀 e\u0301 日本",
    "\U000e0041",
)
"""What stands in records and file names of those who wish a report ill."""

HOSTILE = tuple(Diagnostic(f"records/{evil}.md", Span(3, 2, 3, 4), "TR210", Severity.ERROR, evil, evil, evil) for evil in EVIL)

_TEXTS = st.text(st.characters(codec=None, exclude_categories=()), max_size=20) | st.sampled_from(EVIL)
_PLACES = st.integers(1, 30)
_SPANS = st.builds(
    lambda line, start, width, down: Span(line, start, line + down, start + width), _PLACES, _PLACES, _PLACES, st.integers(0, 2)
)
DIAGNOSTICS = st.lists(
    st.builds(
        Diagnostic,
        _TEXTS.map("records/{}".format),
        _SPANS,
        st.sampled_from(["TR101", "TR310"]),
        st.sampled_from(Severity),
        _TEXTS.filter(bool),
        _TEXTS,
        _TEXTS,
        st.lists(st.builds(Edit, _SPANS, _TEXTS), max_size=2).map(tuple),
    ),
    max_size=4,
)
"""Any diagnostics at all."""


def in_place(message: str, /, **facts: object) -> str:
    """Put facts in their places, in English."""
    return message.format_map(facts)


def reported(form: str, *diagnostics: Diagnostic, inspection: Inspection = Inspection()) -> str:
    """The report in one of the formats, as the bytes of a stream give it back."""
    return "".join(reporters.load(form)(diagnostics, in_place, inspection)).encode("utf-8").decode("utf-8")


def schema(name: str) -> Any:
    """A JSON schema among the fixtures."""
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
