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
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from traite_cli.cli.early import MAKING, command, root_of, values
from traite_cli.cli.streams import Said, say_again
from traite_cli.cli.unfinished import may_be_left
from traite_cli.files.plain import content_of
from traite_cli.index.answers import Answer, Answers
from traite_cli.index.cache import Cache
from traite_cli.index.database import Unusable
from traite_cli.index.place import MARK

if TYPE_CHECKING:
    from traite_cli.files.described import Described

_NAMES = frozenset({"LANG", "LANGUAGE", "TERM", "NO_COLOR", "COLUMNS", "LINES", "TZ", "HOME", "XDG_CONFIG_HOME"})
_MOST = 1 << 30
_BESIDES = ("templates", "attachments")
"""The folders from which documents take what is in no record."""
Stamps = Mapping[str, tuple[int, ...]]
_BEGINNINGS = ("TRAITE_", "LC_", "GIT_")
"""The variables that a command or its git may look at."""


class Asked(NamedTuple):
    """A question, and what was answered to others about the records of the same root."""

    root: Path
    question: str
    answers: Answers
    described: Described | None
    """What stands at the foot of a document's pages, where the call makes one."""
    stamps: Stamps
    """Of what a document is made of besides records."""

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
            question = _question(root, words, environ)
        except (OSError, ValueError):  # the current folder is gone, or a screen has no size
            return None
        makes = command(words) in MAKING
        described, stamps = (_described(root), _stamps(root)) if makes else (None, {})
        question += described.revision if described is not None else ""
        at = next(values(words, "--at"), environ.get("TRAITE_AT", ""))
        return cls(root, question, Answers(Cache(root, time_ns), at), described, stamps)

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
        # Templates and pictures were read after all files were looked at; records are known by the sum of what was read.
        if self.described is None or _stamps(self.root) == self.stamps:
            self.answers.keep(self.question, Answer(code, heard, wrote), until())
        return code


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


def _described(root: Path) -> Described:
    from traite_cli.files.described import Described

    return Described(root)


def _stamps(root: Path) -> Stamps:
    """What tells files that somebody writes into from what they were, without reading them."""
    found: dict[str, tuple[int, ...]] = {}
    # A Path for each of many files takes longer than the look at it.
    folders = (where for part in _BESIDES for where in os.walk(os.path.join(root, part)))  # noqa: PTH118  # as said
    below = (os.path.join(folder, name) for folder, _, names in folders for name in names)  # noqa: PTH118  # as said
    for path in (os.path.join(root, MARK), *below):  # noqa: PTH118  # as said
        with suppress(OSError):
            status = os.lstat(path)
            found[path] = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return found


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
