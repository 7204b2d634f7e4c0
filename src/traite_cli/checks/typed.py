"""The commands that hints name, as they are typed into a shell: what they are given may come from a file that a stranger wrote."""

from __future__ import annotations

import shlex

from traite_cli.kinds import Person

_ALIVE = frozenset('"$`\\!')
"""What a shell obeys between double quotes."""


def typed(*words: str) -> str:
    """A call of traite with each of its words quoted where a shell needs it: between double quotes, which French apostrophes bear."""
    return " ".join(("traite", *map(_quoted, words)))


def new(kind: str, *words: str) -> str:
    """The command that makes a record of a kind."""
    return typed(f"new-{'person' if kind == Person.KIND else kind.removesuffix('s')}", *words)


def _quoted(word: str) -> str:
    if shlex.quote(word) == word:
        return word
    return f'"{word}"' if _ALIVE.isdisjoint(word) else shlex.quote(word)
