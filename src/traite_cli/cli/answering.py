"""Asking what was asked before: as long as no file has changed and the day is the same, the same call is told the same.

That is looked for before the call is parsed, and before anything is imported that parses calls or reads records. So the question is the
call as it was written, with all that what it says may depend on besides the records and the day. A document that a call made is not
made again as long as it is there as it was made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import time_ns
from typing import Any, NamedTuple, TextIO

from traite_cli.cli.early import MAKING, command, root_of, values
from traite_cli.cli.streams import Said, say_again
from traite_cli.cli.unfinished import may_be_left
from traite_cli.files.plain import content_of
from traite_cli.files.source import WorkTree
from traite_cli.index.answers import Answer, Answers
from traite_cli.index.cache import Cache
from traite_cli.index.database import Unusable

_NAMES = frozenset({"LANG", "LANGUAGE", "TERM", "NO_COLOR", "COLUMNS", "LINES", "TZ", "HOME", "XDG_CONFIG_HOME"})
_MOST = 1 << 30
_BEGINNINGS = ("TRAITE_", "LC_", "GIT_")
"""The variables that a command or its git may look at."""


class Asked(NamedTuple):
    """A question, and what was answered to others about the records of the same root."""

    root: Path
    question: str
    answers: Answers
    words: Sequence[str]
    environ: Mapping[str, str]

    @classmethod
    def by(cls, words: Sequence[str], environ: Mapping[str, str]) -> Asked | None:
        """What a call asks; None where what its answer depends on cannot be told.

        A Windows console is set up by whoever parses the call, and its language is no variable.
        """
        if sys.platform == "win32" or sys.stdout is None or sys.stderr is None:
            return None
        root = root_of(words, environ)
        if root is None:
            return None
        try:
            question = _question(root, words, environ) + (_revision(root) if command(words) in MAKING else "")
        except (OSError, ValueError):  # the current folder is gone, or a screen has no size
            return None
        at = next(values(words, "--at"), environ.get("TRAITE_AT", ""))
        return cls(root, question, Answers(Cache(root, time_ns), at), words, environ)

    def told_again(self) -> int | None:
        """Tell what is kept, and give the exit code; None where nothing is, or records may be half changed.

        Raises ``ClosedPipe``, ``OSError``.
        """
        kept = None
        if not may_be_left(self.root):
            with suppress(Unusable):
                kept = self.answers.answer_unless_changed(self.question)
        return _tell(kept) if kept is not None and _is_there(kept) else None

    def answered(self, ask: Callable[[], int], heard: Sequence[Said], wrote: Mapping[str, str], until: Callable[[], float]) -> int:
        """Tell what is kept, now that all files were looked at, or ask and keep what is ``heard`` then; gives the exit code.

        ``wrote`` are the files that were written by then, each with its sum.

        What ends in an error, and what is asked when records may be half changed, is asked each time. ``until`` gives the end of the day,
        in seconds.
        """
        if may_be_left(self.root):
            return ask()
        # Where something was said already, it would be said twice.
        kept = self.answers.answer(self.question) if not heard else None
        if kept is not None and _is_there(kept):
            return _tell(kept)
        code = ask()
        if not wrote or self._would_be_asked_again():
            self.answers.keep(self.question, Answer(code, heard, wrote), until())
        return code

    def _would_be_asked_again(self) -> bool:
        """Whether the same call would be the same question now: templates and pictures were read after all files were looked at."""
        now = Asked.by(self.words, self.environ)
        if now is None or now.question != self.question:
            return False
        try:
            return bool(now.answers.at) or now.answers.cache.unchanged() == self.answers.cache.content(WorkTree(self.root))
        except Unusable:
            return False
        finally:
            now.answers.cache.close()


def sum_of(data: bytes) -> str:
    """What a file that was written is known again by."""
    from hashlib import sha256

    return sha256(data).hexdigest()


def _is_there(kept: Answer) -> bool:
    """Whether all that was written with an answer is there as it was written; what a link leads to is elsewhere."""
    try:
        return all(os.path.realpath(path) == path and sum_of(content_of(path, _MOST)) == summed for path, summed in kept.wrote.items())
    except OSError:
        return False


def _revision(root: Path) -> str:
    """What stands at the foot of a document's pages."""
    from traite_cli.files.described import Described

    with Described(root) as described:
        return described.revision


def _tell(kept: Answer) -> int:
    say_again(kept.said, sys.stdout, sys.stderr)
    return kept.code


def _question(root: Path, words: Sequence[str], environ: Mapping[str, str]) -> str:
    """All that an answer depends on besides the records and the day."""
    surroundings = sorted((name, value) for name, value in environ.items() if name in _NAMES or name.startswith(_BEGINNINGS))
    return repr((str(root), os.getcwd(), list(words), surroundings, _screen(sys.stdout), _screen(sys.stderr)))  # noqa: PTH109  # as in place


def _screen(stream: TextIO) -> tuple[Any, ...]:
    """What is different on another screen."""
    return stream.encoding, tuple(os.get_terminal_size(stream.fileno())) if stream.isatty() else ()
