"""What the words of a call say before it is parsed, for what must begin before anything is imported that parses it.

Whoever parses the call has the last word: what is begun on a wrong guess is done without.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from traite_cli.index.place import root_above

ASKING = frozenset({"list", "search", "show", "status", "validate"})
"""The commands whose answers are kept: each says so itself, with ``ASKS_WITHOUT``."""
MAKING = frozenset({"render", "minutes"})
"""Those that make documents, which need not be made again as long as they are there."""
VARIABLE = "_TRAITE_COMPLETE"
"""Set where a shell asks what could stand next, and nothing is to be done."""
_END = "--"
"""What stands behind it is no option."""


def own_words(words: Sequence[str]) -> Sequence[str]:
    """The words among which options are looked for."""
    return words[: list(words).index(_END)] if _END in words else words


def values(words: Sequence[str], *options: str) -> Iterator[str]:
    """What an option with these names is given, the last first: that one counts."""
    own = own_words(words)
    for place in reversed(range(len(own))):
        name, given, value = own[place].partition("=")
        if name in options and (given or place + 1 < len(own)):
            yield value if given else own[place + 1]


def command(words: Sequence[str]) -> str:
    """The command that a call seems to be for; '' where it names none, asks for help, or what is asked is how to go on."""
    if VARIABLE in os.environ or {"--help", "-h", "--version"} & set(words):
        return ""
    # What stands behind an option may be its value.
    return next((word for before, word in pairwise(["", *words]) if not before.startswith("-") and not word.startswith("-")), "")


def root_of(words: Sequence[str], environ: Mapping[str, str]) -> Path | None:
    """The repository that a call seems to be about."""
    with suppress(OSError, ValueError):  # whatever is wrong is told by whoever finds it with all that belongs to it
        return root_above(next(values(words, "-C", "--directory"), environ.get("TRAITE_DIRECTORY")))
    return None
