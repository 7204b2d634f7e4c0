"""``traite`` as a process: ``python -m traite_cli``, and what is installed under that name."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

_GARBAGE = 100_000
"""How many objects are made before Python looks for some that nobody needs: what imports and records make stays to the end."""


def run() -> NoReturn:
    """Run the command that the arguments name, and end the process with its exit code.

    The system takes back all that a command made at once. Python would take it apart piece by piece, which is a sixth of a start.
    """
    gc.set_threshold(_GARBAGE)
    # Importing this makes most of what a short command makes.
    from traite_cli.cli.main import main

    code = main()
    for stream in (sys.stdout, sys.stderr):
        # Python has None for a stream that was closed before it began; one that closed since has nobody to read it.
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
