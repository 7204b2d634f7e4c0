"""Why git refuses to answer on this machine, told from what it said: a sentence, and a thing to do.

Git has one exit code for all of it. Its words are those of git 2.x, which is asked in English. Why a remote refuses is told in
``refusals``.
"""

from __future__ import annotations

import re
import shlex
from functools import cache
from typing import NamedTuple

from traite_cli.errors import LostRace, MachineError
from traite_cli.language import N_

DAMAGED = "bad object HEAD"
"""What git says of a last commit that cannot be read."""


SLOW = "timed out"
"""Said in git's place where it does not end."""


class _Failure(NamedTuple):
    """A reason: how it is told from git's words, what is said of it, and which error it is."""

    words: re.Pattern[str]
    message: str
    hint: str
    error: type[MachineError] = MachineError


def _failure(words: str, message: str, hint: str, error: type[MachineError] = MachineError) -> _Failure:
    """A reason; ``words`` are git's, one to a line, and the parts with names are facts of the sentences."""
    return _Failure(re.compile("|".join(line.strip() for line in words.strip().splitlines()), re.IGNORECASE), message, hint, error)


@cache
def _failures() -> tuple[_Failure, ...]:
    return (
        _failure(
            r"""
            (?:dubious ownership in|unsafe) repository (?:at )?\(?'(?P<path>[^'\n]*)'
            """,
            N_("the folder {path} belongs to somebody else on this machine, and git reads nothing in it before it is told to"),
            N_("if you trust whoever wrote there, once: git config --global --add safe.directory {quoted}"),
        ),
        _failure(
            r"""
            '(?P<path>[^'\n]*\.lock)': File exists
            could not lock config file (?P<settings>[^:\n]*)[^\n]*File exists
            """,
            N_("another git is at work here"),
            N_("when it has ended, run the command again; if none is at work, it has left something behind: {path}"),
            LostRace,
        ),
        _failure(
            r"""
            failed to sign
            cannot run [^\n]*(?:gpg|ssh-keygen)
            user\.signingkey
            no secret key
            couldn't load public key
            """,
            N_("git signs every change here, as its settings say (commit.gpgSign), and could not: {reason}"),
            N_("is the key still good, and does git know it? it says so by: git config user.signingKey"),
        ),
        _failure(
            r"""
            bad config
            bad (?:numeric|boolean) config
            could not parse config
            unable to parse
            """,
            N_("git cannot read its own settings: {reason}"),
            N_("mend what it names, or ask whoever set git up on this machine"),
        ),
        _failure(
            r"""
            index file (?:smaller|corrupt|open failed)
            bad (?:index file|signature)
            """,
            N_("git’s list of the files that it knows (its index) is damaged"),
            N_("your files are untouched: delete the file .git/index, then: git reset"),
        ),
        _failure(
            r"""
            object file [^\n]* is empty
            is corrupt
            object corrupt
            bad object
            not a valid object
            could not parse (?:commit|object)
            unable to (?:read|unpack)
            missing (?:blob|tree|object)
            packfile [^\n]* (?:cannot|is)
            invalid object
            """,
            N_("what git keeps of earlier states is damaged here: {reason}"),
            N_("your files are untouched: clone the repository into another folder (git clone), and put what you changed there"),
        ),
        _failure(
            r"""
            insufficient permission
            permission denied
            unable to create temporary
            read-only file system
            """,
            N_("git may not write into its own folder: {reason}"),
            N_("whose are the files in .git? somebody else may have worked here, or you as another user (sudo)"),
        ),
    )


def failure(said: str) -> MachineError:
    """The error of a git that refuses for a reason of its own."""
    reason = next(iter(said.strip().splitlines()), "?")
    for one in _failures():
        if found := one.words.search(said):
            settings, path = (found.groupdict().get(name) or "" for name in ("settings", "path"))
            path = f"{settings}.lock" if settings else path
            return one.error(one.message, hint=one.hint, reason=reason, path=path, quoted=shlex.quote(path))
    if said == SLOW:
        return MachineError(
            N_("git did not come to an end, and was stopped"), hint=N_("is the network slow, or the disk? run the command again")
        )
    return MachineError(N_("git does not answer: {reason}"), reason=reason)
