"""The commands that hints name come through a shell as they were meant, whatever the records say."""

from __future__ import annotations

import os
import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from traite_cli.checks.typed import new, typed

posix = pytest.mark.skipif(os.name == "nt", reason="the shell of Windows is another one")
_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"))) | st.text("$`\"'\\!~*?# ;&|<>(){}’«»")


@posix
@settings(max_examples=40, deadline=None)
@given(st.lists(_WORDS, max_size=6))
@example(["$(id)", '"; id', "l'eau, l’air", "`id`", "fin!", "\\", "", "-x", "~", "a'b\"c"])
def test_a_shell_reads_each_word_as_it_is(words: list[str]) -> None:
    """Nothing is expanded, run or left out."""
    script = f'traite() {{ printf "%s\\0" "$@"; }}; {typed(*words)}'
    ended = subprocess.run(["sh", "-c", script], capture_output=True, check=True)  # noqa: S607  # the system's own
    expected = "".join(f"{word}\0" for word in words) or "\0"
    assert (ended.stdout.decode(), ended.stderr) == (expected, b"")


def test_french_is_read_as_it_is_written() -> None:
    """An apostrophe does not tear a sentence into pieces; a plain word has no quotes."""
    assert new("people", "--slug", "alice-tallon", "--name", "Alice L'Huillier") == (
        'traite new-person --slug alice-tallon --name "Alice L\'Huillier"'
    )
    assert new("commitments", "--quote", "Oui !") == "traite new-commitment --quote 'Oui !'"
