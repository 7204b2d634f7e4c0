"""The words that a shell may complete: each as people call it in the call's language, and as the records write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from traite_cli.cli.call import Call  # Typer looks at the signature of what completes

Completed = Iterator[tuple[str, str]]
"""Words, each with what it means."""


def kinds(call: Call, incomplete: str) -> Completed:
    """The kinds of record."""
    from traite_cli.kinds import SEVERAL

    return _begun(call, incomplete, SEVERAL)


def states(call: Call, incomplete: str) -> Completed:
    """The states of the kind that the call names."""
    from traite_cli.saying.vocabulary import STATES

    return _begun(call, incomplete, STATES.get(_kind(call), {}))


def sorts(call: Call, incomplete: str) -> Completed:
    """The classifications of the kind that the call names."""
    from traite_cli.kinds import KINDS
    from traite_cli.saying.vocabulary import labels_of

    return _begun(call, incomplete, labels_of(KINDS[_kind(call)], "classification"))


def columns(call: Call, incomplete: str) -> Completed:
    """The columns of the kind that the call names."""
    from traite_cli.asking.listing import COLUMNS

    return _begun(call, incomplete, {column.name: column.heading for column in COLUMNS[_kind(call)]})


def _kind(call: Call) -> str:
    from traite_cli.saying.vocabulary import kind_named

    # Of a line that ends with an option without its value, the words are not told apart yet.
    return kind_named(call.params.get("kind") or next(iter(call.args), ""))


def _begun(call: Call, incomplete: str, labels: Mapping[str, str]) -> Completed:
    """The words that begin so. What people call them comes first, with hyphens for its spaces."""
    found: dict[str, str] = {}
    for word, label in labels.items():
        said = call.t(label)
        found.setdefault("-".join(said.lower().split()), word)
        found.setdefault(word, said)
    yield from ((word, meaning) for word, meaning in found.items() if word.startswith(incomplete.lower()))
