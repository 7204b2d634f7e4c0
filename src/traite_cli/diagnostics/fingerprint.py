"""What a fault is known by from one report to the next, though lines above it come and go.

It rests on the file, the code, the words of the line and the spot in them, not on where the line stands nor on the language; faults
that have all of this in common are told apart by their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from traite_cli.diagnostics.diagnostic import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """The fingerprint of each diagnostic, in their order: 64 hexadecimal digits, no two the same."""
    met: Counter[str] = Counter()
    source, line = "", _digest("")
    for one in diagnostics:
        # Ten thousand faults may stand on one line of a hundred thousand characters: it is digested once.
        if one.source is not source:
            source, line = one.source, _digest(one.source.strip())
        spot = one.source[one.span.column - 1 : one.span.end_column - 1]
        found = _digest(f"{one.path}\0{one.code}\0{line}\0{spot}")
        met[found] += 1
        yield _digest(f"{found} {met[found]}")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
