"""The accents of a text are those that were typed.

A text saved as UTF-8 and opened as something else shows « Ã© » for « é » and « â€™ » for « ’ ». Saved once more, it stays so, and is
circulated so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Edit, Fact, Fault, Severity
from traite_cli.kinds import Record
from traite_cli.language import N_
from traite_cli.repository import Repository

CHECK = Check(
    code="TR122",
    severity=Severity.ERROR,
    messages={
        "": N_("“{written}” was damaged by opening the text in another encoding and saving it; it was “{meant}”"),
        "more": N_("“{written}” was damaged, as {count} places of this text were, by opening it in another encoding; it was “{meant}”"),
    },
    hints={
        "": N_("write “{meant}”"),
        "more": N_("write “{meant}” and mend the others likewise, or let the machine do it: traite validate --fix {path}"),
    },
    faulty=Example({"records/topics/sejour.md": "---\ntitle: Le titre de s⟦Ã©⟧jour\n---\n"}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n"}),
    mends=True,
    of_text=True,
)

# What the bytes 80 to BF of UTF-8 are in Windows-1252; five of them are nothing there.
_GOES_ON = re.escape("".join(bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xC0)))
# Both are compiled when needed, which is rarely.
_SURE = rf"Ã[{_GOES_ON}]|â€[“”˜™œ¦¢¯°¹º]|Â[«°]"
"""Sequences that no language writes."""
_ANY = rf"{_SURE}|â‚¬|â„¢|Â[\u00a0-\u00bf]|Å[“’¡¸½¾]"
"""With those that some could: they count where a sure one stands in the same file."""

_MOST_MENDED = 5000
"""More of them than a long record has letters with accents: such a file is better opened again in its own encoding."""


def find(repository: Repository) -> Iterator[Fault]:
    """The texts that were read in a wrong encoding and saved so: each file once, with all that mends it."""
    for record in repository.all_examined():
        text = record.document.text
        # Most texts hold none of the signs that these begin with, which is seen quickly.
        if not text.isascii() and ("Ã" in text or "Â" in text or "€" in text) and re.search(_SURE, text):
            yield from _of(record, text)


def _of(record: Record, text: str) -> Iterator[Fault]:
    # What would become no letter or sign was typed.
    found = [one for one in re.finditer(_ANY, text) if _meant(one[0]).isprintable()]
    if not found:
        return
    mended = found if len(found) <= _MOST_MENDED else ()
    edits: tuple[Edit, ...] = tuple(record.document.edit(*one.span(), _meant(one[0])) for one in mended)
    facts: dict[str, Fact] = {"written": found[0][0], "meant": _meant(found[0][0]), "count": len(found), "path": record.path}
    yield record.document.fault("mojibake", *found[0].span(), "more" if len(found) > 1 else "", facts, edits)


def _meant(written: str) -> str:
    return written.encode("cp1252").decode("utf-8")
