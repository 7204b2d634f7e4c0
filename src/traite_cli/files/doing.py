"""git made to do something for a person, as it would at their own hands: fetch, push, run their hooks.

What it may use is the person's: the network, hooks, the helpers that keep passwords. It asks nothing on the terminal that is not there,
opens no editor or pager, and speaks no protocol that is a program's name (``ext::``). All arguments are ours: a name is handed over
behind ``--end-of-options``, a branch as ``refs/heads/…``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from traite_cli.files.failures import SLOW, failure
from traite_cli.files.git import Git, environment, name_of, program

_LONGEST = 900
"""Seconds: attachments over a slow line take their time."""
_THEIRS = ("GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_SSH", "GIT_ASKPASS", "GIT_SSL_", "GIT_HTTP_", "GIT_PROXY_")
_SETTINGS = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "https:http:ssh:git:file",
    "GIT_EDITOR": ":",
    "GIT_SEQUENCE_EDITOR": ":",
    "GIT_MERGE_AUTOEDIT": "no",
}
_OURS = ("GIT_NO_LAZY_FETCH", "GIT_OPTIONAL_LOCKS")


class Done(NamedTuple):
    """How it went: git's exit code, its answer, and what it and its hooks said besides."""

    code: int
    answer: str
    said: str


def do(git: Git, *arguments: str, more: Mapping[str, str] | None = None) -> Done:
    """Have git do something. Raises ``MachineError`` where it cannot be begun, or does not end."""
    import subprocess

    try:
        done = subprocess.run(  # noqa: S603  # git, with arguments of our own
            [program(), "-C", str(git.root), "--no-pager", "-c", "core.fsmonitor=false", *arguments],
            capture_output=True,
            check=False,
            env={**their_environment(), **(more or {})},
            stdin=subprocess.DEVNULL,
            timeout=_LONGEST,
            # Away from the terminal ssh can ask nothing either.
            start_new_session=not is_attended(),
        )
    except subprocess.TimeoutExpired:
        # What it was called with may be an address that holds a password: neither the message nor a traceback tells it.
        raise failure(SLOW) from None
    except (OSError, subprocess.SubprocessError) as error:
        raise failure(str(error)) from error
    return Done(done.returncode, name_of(done.stdout), done.stderr.decode("utf-8", "replace"))


def their_environment() -> dict[str, str]:
    """Git's surroundings with what the person's own say of their name, their keys and the network."""
    theirs = {name: value for name, value in os.environ.items() if name.startswith(_THEIRS)}
    plain = {name: value for name, value in environment().items() if name not in _OURS}
    return {**plain, **theirs, **_SETTINGS}


def is_attended() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def hook(git: Git, name: str, *arguments: str, more: Mapping[str, str]) -> Done | None:
    """Run one of the person's hooks as git does; None where there is none."""
    path = hook_path(git, name)
    if path is None:
        return None
    # Git's own shell runs it, so that it runs on Windows too; it begins in the folder at the top.
    return do(git, "-c", "alias.traite-hook=!true && exec", "traite-hook", str(path), *arguments, more=more)


def hook_path(git: Git, name: str) -> Path | None:
    """Where a hook lies that git would run."""
    answer = do(git, "rev-parse", "--git-path", f"hooks/{name}").answer.removesuffix("\n")
    path = git.root / answer
    return path if answer and path.is_file() and os.access(path, os.X_OK) else None
