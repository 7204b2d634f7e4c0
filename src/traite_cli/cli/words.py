"""The words that a shell may complete: each as people call it in the call's language, and as the records write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from traite_cli.cli.call import Call  # Typer looks at the signature of what completes
from traite_cli.cli.filter_table import KINDS

Completed = Iterator[tuple[str, str]]
"""Words, each with what it means."""


def kinds(call: Call, incomplete: str) -> Completed:
    """The kinds of record."""
    return begun(call, incomplete, {kind: kind for kind in KINDS})


def states(call: Call, incomplete: str) -> Completed:
    """The states of the kind that the call names."""
    from traite_cli.saying.vocabulary import STATES

    return begun(call, incomplete, STATES.get(_kind(call), {}))


def sorts(call: Call, incomplete: str) -> Completed:
    """The classifications of the kind that the call names."""
    from traite_cli.kinds import KINDS
    from traite_cli.saying.vocabulary import labels_of

    return begun(call, incomplete, labels_of(KINDS[_kind(call)], "classification"))


def columns(call: Call, incomplete: str) -> Completed:
    """The columns of the kind that the call names, behind those that stand before with commas, and behind the sign of « backwards »."""
    from traite_cli.asking.column_table import columns_of

    before, comma, started = incomplete.rpartition(",")
    before += comma + "-" * started.startswith("-")
    known = {column.name: column.heading for column in columns_of(_kind(call)).values()}
    yield from ((before + word, meaning) for word, meaning in begun(call, started.removeprefix("-"), known))


def concerns(call: Call, incomplete: str) -> Completed:
    """What a morning may hold, behind what stands before with commas."""
    from traite_cli.asking.status import CONCERNS

    before, comma, started = incomplete.rpartition(",")
    yield from ((before + comma + word, meaning) for word, meaning in begun(call, started, CONCERNS))


def _kind(call: Call) -> str:
    from traite_cli.saying.vocabulary import kind_named

    # Of a line that ends with an option without its value, the words are not told apart yet.
    return kind_named(call.params.get("kind") or next(iter(call.args), ""))


def begun(call: Call, incomplete: str, labels: Mapping[str, str]) -> Completed:
    """The words that begin so. What people call them comes first, with hyphens for its spaces."""
    found: dict[str, str] = {}
    for word, label in labels.items():
        said = call.t(label)
        found.setdefault("-".join(said.lower().split()), word)
        found.setdefault(word, said)
    yield from ((word, meaning) for word, meaning in found.items() if word.startswith(incomplete.lower()))
