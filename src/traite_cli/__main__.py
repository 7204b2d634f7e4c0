"""``traite`` as a process: ``python -m traite_cli``, and what is installed under that name."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from traite_cli.cli.early import MAKING, command, root_of, values

_GARBAGE = 100_000
"""How many objects are made before Python looks for some that nobody needs: what imports and records make stays to the end."""


def run() -> NoReturn:
    """Run the command that the arguments name, and end the process with its exit code.

    The system takes back all that a command made at once. Python would take it apart piece by piece, which is a sixth of a start.
    """
    gc.set_threshold(_GARBAGE)
    _begin_a_template()
    _look_at_the_files()
    # Importing this makes most of what a short command makes.
    from traite_cli.cli.main import main

    code = main()
    for stream in (sys.stdout, sys.stderr):
        # Python has None for a stream that was closed before it began; one that closed since has nobody to read it.
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def _begin_a_template() -> None:
    """Have Jinja imported in another process while Typer is in this one, where the call seems to make a document."""
    if command(sys.argv[1:]) in MAKING:
        from traite_cli.circulating.templating import begin

        with suppress(OSError):  # where there are too many processes, whoever needs one says so
            begin()


def _look_at_the_files() -> None:
    """Have git look which files changed while Typer is imported, where the call seems to be about a repository as it is now."""
    words = sys.argv[1:]
    if not command(words) or "TRAITE_AT" in os.environ or any(values(words, "--at")):
        return
    from traite_cli.index.glance import begin

    root = root_of(words, os.environ)
    with suppress(Exception):  # whatever is wrong is told by whoever finds it with all that belongs to it
        if root is not None:
            begin(root)


if __name__ == "__main__":
    run()
