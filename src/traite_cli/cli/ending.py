"""How a call that goes wrong ends: in words, on standard error, with its exit code.

0 done, 1 faults or refusal, 2 wrong usage or configuration, 3 the machine failed, 130 interrupted. A traceback is shown only to
those who ask for it, with ``-vv`` or ``TRAITE_DEBUG=1``.
"""

from __future__ import annotations

from traceback import format_exception
from typing import TYPE_CHECKING

from typer import Abort, TyperException

from traite_cli.cli.pieces import Painted, Role
from traite_cli.cli.streams import ClosedPipe
from traite_cli.cli.usage import told
from traite_cli.diagnostics.visible import visible
from traite_cli.errors import MachineError, NotFound, TraiteError
from traite_cli.language import N_, system_reason
from traite_cli.saying.facts import facts_in_words

if TYPE_CHECKING:
    from traite_cli.cli.console import Console
    from traite_cli.language import Translator

INTERRUPTED = 130


def ended(error: BaseException, console: Console, t: Translator, *, debug: bool) -> int:
    """Say why a call ended, and give its exit code."""
    console.let_go()
    if isinstance(error, ClosedPipe):
        return 0
    if isinstance(error, (KeyboardInterrupt, Abort)):
        return INTERRUPTED
    known = as_ours(error)
    try:
        if debug:
            console.complain("".join(format_exception(error)).rstrip())
        for line in said(known, t):
            console.complain(*line)
    except (ClosedPipe, OSError):
        pass  # nobody is there to be told
    return known.exit_code


def as_ours(error: BaseException) -> TraiteError:
    """Give any error as one of ours."""
    match error:
        case TraiteError():
            return error
        case TyperException():
            return told(error)
        case MemoryError():
            return MachineError(N_("there is not enough memory"))
        case OSError():
            return _of_the_system(error)
    from traite_cli.files.failures import failure
    from traite_cli.files.git import Unanswered

    if isinstance(error, Unanswered):
        return failure(error.reason)
    return MachineError(
        N_("traite met something it was not made for: {error}"),
        hint=N_("this is a fault of the program; with TRAITE_DEBUG=1 it says where, which helps to mend it"),
        error=f"{type(error).__name__}: {error}",
    )


def said(error: TraiteError, t: Translator) -> list[tuple[Painted | str, ...]]:
    """Word an error: its sentence, then what can be done about it."""
    facts = facts_in_words(error.facts, t)
    place = (Painted(f"{visible(error.place)}: ", Role.PLACE),) if error.place else ()
    sentence = t(error.message, **facts)
    sentence = t(N_("{option}: {sentence}"), option=error.option, sentence=sentence) if error.option else sentence
    lines: list[tuple[Painted | str, ...]] = [(*place, Painted(t(N_("error:")), Role.ERROR), " ", sentence)]
    if isinstance(error, NotFound) and error.near:
        near = list(map(visible, error.near))
        # Which of them it is, is for whoever asks to say: each stands on a line, to be copied.
        lines.extend(("    ", one) for one in (near if error.is_choice else [t(N_("perhaps: {near}"), near=", ".join(near))]))
    lines.extend(("    | ", visible(line)) for line in error.quoted)
    if error.hint:
        lines.append(("    ", t(error.hint, **facts)))
    return lines


def _of_the_system(error: OSError) -> MachineError:
    reason = system_reason(error)
    if error.filename is None:
        return MachineError(N_("the system refused: {reason}"), reason=reason)
    name = error.filename if isinstance(error.filename, str) else repr(error.filename)
    return MachineError(N_("{path}: {reason}"), path=name, reason=reason)
