"""A changed passage with only a few words around each change: what stays the same is left out."""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.together.prose import Run

_AROUND = 60
"""Signs kept on each side of a change."""


def abridged(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs, those that stand in both versions cut to a few words next to what changed."""
    for number, run in enumerate(runs):
        yield run if run.sort != "same" else run._replace(text=_cut(run.text, first=number == 0, last=number == len(runs) - 1))


def _cut(text: str, *, first: bool, last: bool) -> str:
    text = " ".join(text.split("\n"))
    head = "" if first else _head(text)
    tail = "" if last else _tail(text)
    if len(head) + len(tail) >= len(text):
        return text
    return f"{head}…{tail}" if head or tail else text


def _head(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND].rsplit(" ", 1)[0] + " "


def _tail(text: str) -> str:
    return text if len(text) <= _AROUND else " " + text[-_AROUND:].split(" ", 1)[-1]
