"""What may reach a screen: nothing that the screen would obey."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.cli.pieces import Painted, Role, render
from traite_cli.diagnostics.visible import safe, visible, width

TEXTS = st.text(st.characters())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Éléonore Chiossone\u202f: «\u00a0oui\u00a0»", "Éléonore Chiossone\u202f: «\u00a0oui\u00a0»"),
        ("red \x1b[31m", "red \\x1b[31m"),
        ("\x9b2J", "\\x9b2J"),
        ("over\rwritten", "over\\rwritten"),
        ("line\r\nline", "line\r\nline"),
        ("evil\u202etxt.exe", "evil\\u202etxt.exe"),
        ("hid\u200bden\ufeff", "hid\\u200bden\\ufeff"),
        ("\U000e0041", "\\U000e0041"),
        (b"caf\xe9".decode("utf-8", "surrogateescape"), "caf\\udce9"),
        ("e\u0301 \u200d नी", "e\u0301 \u200d नी"),
        ("tab\tnew\nline", "tab\tnew\nline"),
    ],
)
def test_safe(text: str, shown: str) -> None:
    """Controls, turned writing and hidden characters are seen; ordinary letters, joiners and spaces stay as they are."""
    assert safe(text) == shown


@given(TEXTS)
def test_nothing_is_left_to_obey(text: str) -> None:
    """Whatever the text, no control but a line's end or a tab comes through, nothing that cannot be encoded; once is enough."""
    shown = safe(text)
    assert not [one for one in shown.replace("\r\n", "\n") if unicodedata.category(one) in {"Cc", "Cs"} and one not in "\n\t"]
    assert not [one for one in shown if unicodedata.bidirectional(one) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}]
    assert safe(shown) == shown
    assert visible(text).splitlines() in ([], [visible(text)])


@given(text=TEXTS, role=st.sampled_from(Role), colour=st.booleans())
def test_paint_adds_nothing_but_its_own_codes(text: str, role: Role, *, colour: bool) -> None:
    """A painted piece has its own two codes and none of the text's."""
    painted = render(Painted(text, role), colour=colour)
    assert painted.count("\x1b") == (2 if colour and text else 0)
    assert safe(text) in painted


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("\u00a0", 1), ("a\u200db", 2), ("", 0)])
def test_width(text: str, columns: int) -> None:
    """Width is what the eye sees: accents that join take none, wide letters take two."""
    assert width(text) == columns
