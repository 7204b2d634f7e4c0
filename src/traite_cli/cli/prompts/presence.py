"""Whether there is a person to be asked: a script never waits for an answer."""

from __future__ import annotations

import sys


def is_somebody_there() -> bool:
    """Whether a terminal can be read from, and what is asked is seen on one."""
    return sys.stdin is not None and sys.stdin.isatty() and (sys.stderr.isatty() or sys.stdout.isatty())
