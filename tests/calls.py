"""Calls of the command line in this process: how each ended, and what it wrote, looked at as bytes, as a program sees it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from traite_cli.cli.main import main


class Ended(NamedTuple):
    """How a call ended: its exit code, its data and its talk."""

    code: int
    out: str
    err: str


Traite = Callable[..., Ended]


def caller(capture: pytest.CaptureFixture[bytes], *first: str) -> Traite:
    """What calls traite with some words, behind those that every call begins with."""

    def run(*arguments: str) -> Ended:
        code = main([*first, *arguments])
        sys.stdout.flush()
        out, err = capture.readouterr()
        return Ended(code, out.decode(), err.decode())

    return run
