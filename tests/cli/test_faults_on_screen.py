"""Faults as a person at a terminal sees them."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repositories import MakeRepository
from terminal import Terminal
from traite_cli.cli.pieces import Painted, Role, render, text_of
from traite_cli.cli.telling import shown
from traite_cli.diagnostics import Diagnostic, Severity, Span, reporters
from traite_cli.diagnostics.visible import width
from traite_cli.language import translator

T = translator("en")
SOURCE = "Nous avons longuement parlé de tout cela : le préfet s’engage à nous revoir bientôt, à la rentrée."
SPOT = Span(34, SOURCE.index("s’engage") + 1, 34, SOURCE.index("s’engage") + 9)
HINT = "if this is a promise, make records/commitments/2015-03-16-revoir.md with these lines:\n---\nquote: le préfet s’engage à nous revoir bientôt\n---"
ONE = Diagnostic(
    "records/meetings/x.md", SPOT, "TR610", Severity.WARNING, "nobody has written down this promise of the Prefect", HINT, SOURCE
)


def drawn(room: int | None) -> list[str]:
    """The lines without colours."""
    return ["".join(render(piece, colour=False) for piece in line) for line in shown(T, [ONE], room)]


def test_a_fault_fits_the_screen() -> None:
    """Sentences end their lines between words, the carets stay under their spot, and what is to be copied stays whole."""
    assert drawn(48) == [
        "records/meetings/x.md:34:54: TR610 warning:",
        "nobody has written down this promise of the",
        "Prefect",
        "   34 | …e tout cela : le préfet s’engage à nou…",
        "      |                          ^^^^^^^^",
        "    if this is a promise, make",
        "    records/commitments/2015-03-16-revoir.md",
        "    with these lines:",
        "    ---",
        "    quote: le préfet s’engage à nous revoir bientôt",
        "    ---",
    ]


def test_the_place_and_the_weight_of_a_fault_have_their_colours() -> None:
    """What sort of fault it is, where it is, and its spot meet the eye; the sentence is plain."""
    first, _, carets, *_ = shown(T, [ONE], None)
    assert first == [
        Painted("records/meetings/x.md:34:54", Role.PLACE),
        Painted(": TR610 warning: ", Role.WARNING),
        "nobody has written down this promise of the Prefect",
    ]
    assert [(text_of(piece).strip(), isinstance(piece, Painted) and piece.role) for piece in carets] == [
        ("|" + " " * 54 + "^" * 8, Role.WARNING)
    ]


@given(st.integers(20, 120), st.integers(0, 90))
def test_an_excerpt_is_never_broken_by_the_screen(room: int, start: int) -> None:
    """Wherever the spot is in its line and however wide the screen."""
    one = Diagnostic("x.md", Span(1, start + 1, 1, start + 9), "TR610", Severity.ERROR, "m", "", SOURCE)
    _, line, carets = ("".join(map(text_of, pieces)) for pieces in shown(T, [one], room))
    assert max(width(line), width(carets)) <= room
    assert "^" in carets


def test_a_wide_screen_shows_what_a_file_gets() -> None:
    """The same words in the same order."""
    assert "\n".join(drawn(None)) + "\n" == "".join(reporters.load("text")([ONE], T))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")
def test_errors_among_warnings_are_listed_below(make_repository: MakeRepository) -> None:
    """Which files have errors stands at the end of a long report, where one looks; a file is told the report alone."""
    wrong = "---\ntitle: Un\ndate: 2015-13-01\n---\n"
    files = {
        "records/topics/a.md": "---\ntitle: A\nlead: nobody\nfoo: 1\n---\n",
        "records/meetings/b.md": wrong,
        "records/topics/c.md": "---\ntitle: Vide\n---\n\n# Un\n\n#### Deux\n",
    }
    root = make_repository({name.removeprefix("records/"): text for name, text in files.items()}).root
    with Terminal(root, "--lang", "en", "validate") as terminal:
        assert terminal.ends() == 1
    assert "Records with errors, to be mended first:\n  records/meetings/b.md – 1 error\n  records/topics/a.md – " in terminal.seen
    assert "topics/c.md –" not in terminal.seen
    told = subprocess.run(
        [sys.executable, "-m", "traite_cli", "--lang", "en", "validate"], cwd=root, capture_output=True, text=True, check=False
    )
    assert "to be mended first" not in told.stdout + told.stderr
