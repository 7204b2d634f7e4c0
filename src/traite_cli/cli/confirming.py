"""Questions that end in yes or no, or in a word, on a terminal; where nobody sits at one, nothing is asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from traite_cli.diagnostics.visible import visible
from traite_cli.files.doing import is_attended
from traite_cli.language import N_, fold

if TYPE_CHECKING:
    from traite_cli.cli.call import Call

_YES, _NO = frozenset({"y", "yes", "o", "oui"}), frozenset({"n", "no", "non"})


def is_somebody_there() -> bool:
    """Whether a question would be seen and could be answered."""
    return is_attended() and sys.stderr is not None and sys.stderr.isatty()


def agrees(call: Call, question: str) -> bool:
    """Ask until it is yes or no; the end of the answers is no."""
    while True:
        answer = asked_for(call, call.t(N_("{question} (yes/no)"), question=question))
        if answer is None or fold(answer) in _NO:
            return False
        if fold(answer) in _YES:
            return True


def asked_for(call: Call, question: str) -> str | None:
    """Ask for some words; None where the answers have ended."""
    call.console.complain(visible(question))
    line = sys.stdin.readline()
    return line.strip() if line else None
