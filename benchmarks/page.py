"""The tables as Markdown, and the page that they are written into: what is written around them stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bench import HOME
from bounds import at_size
from measuring import Measured
from pairing import milliseconds

_DOCUMENT = HOME / "docs" / "performance.md"
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"


def operation_row(one: Measured) -> tuple[str, ...]:
    """An operation: how long it took, and the memory of its largest process."""
    operation, bound = one.operation, one.operation.bound(one.size)
    memory = at_size(operation.memory, one.size)
    return (
        f"`{operation.name}`",
        one.records,
        f"{milliseconds(one.own):.0f}",
        f"{one.ratio:.2f} {bound.unit}",
        *(_held(one.ratio, bound.factor, bound.text) if operation.marks else ("none", "")),
        f"{one.memory:.0f}",
        *(_held(one.memory, memory, f"{memory}") if memory else ("", "")),
    )


def growth_row(one: Measured) -> tuple[str, ...]:
    """How the time of an operation grows from one size to the next."""
    mark = at_size(one.operation.growth, one.size) or 1.0
    sizes, found = f"{one.before:,} → {one.size:,}", f"exponent {one.growth:.2f}"
    return (f"time of `{one.operation.name}`", sizes, found, *_held(one.growth, mark, f"{mark}"))


def index_row(size: int, found: float, mark: float) -> tuple[str, ...]:
    """How large the index is."""
    return ("index on disk", f"{size:,}", f"{found:.2f} × the records", *_held(found, mark, f"{mark:g} ×"))


def _held(found: float, mark: float, text: str) -> tuple[str, str]:
    """A mark, and whether it is met."""
    return f"≤ {text}", "yes" if found <= mark else "**no**"


def table(heads: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table, line by line."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def write(text: str) -> None:
    """Put the tables where the last ones stood."""
    document = _DOCUMENT.read_text(encoding="utf-8")
    before, after = document.partition(_BEGIN)[0], document.partition(_END)[2]
    _DOCUMENT.write_text(f"{before}{_BEGIN}\n\n{text}\n\n{_END}{after}", encoding="utf-8", newline="\n")
