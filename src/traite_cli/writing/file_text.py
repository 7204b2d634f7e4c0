"""The text of a record's file as its bytes have it, and what edits make of it: every byte outside them stays."""

from __future__ import annotations

from bisect import bisect_left, insort
from codecs import BOM_UTF8
from collections.abc import Iterable
from typing import NamedTuple

from traite_cli.diagnostics import Fault
from traite_cli.syntax import Document

_Stretch = tuple[int, int, str]


class FileText(NamedTuple):
    """A file's text, and the byte order mark before it, if there is one."""

    mark: bytes
    text: str

    @property
    def data(self) -> bytes:
        return self.mark + self.text.encode()


def read_text(document: Document, data: bytes) -> FileText | None:
    """The text that a document was read from, character for character; None where its bytes are not what the document shows."""
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    try:
        text = data.removeprefix(mark).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return FileText(mark, text) if len(text) == len(document.text) else None


def mended(file: FileText, document: Document, faults: Iterable[Fault]) -> tuple[FileText, tuple[Fault, ...]]:
    """The file with the edits of the faults that mend it without touching one another, and these faults; the others have to wait."""
    done: list[Fault] = []
    taken: list[_Stretch] = []
    mark = file.mark
    for fault in faults:
        stretches = [(*document.stretch(edit.span), edit.text) for edit in fault.edits]
        if fault.check == _MARK:
            mark = b""
        elif not all(_is_free(taken, one) and _is_seen(file, document, one) for one in stretches):
            continue
        else:
            for one in stretches:
                insort(taken, one)
        done.append(fault)
    return FileText(mark, with_stretches(file.text, taken)), tuple(done)


def _is_free(taken: list[_Stretch], one: _Stretch) -> bool:
    """Whether a stretch neither overlaps nor touches those that are taken."""
    index = bisect_left(taken, one)
    before, after = taken[index - 1] if index else None, taken[index] if index < len(taken) else None
    return (before is None or before[1] < one[0]) and (after is None or one[1] < after[0])


def _is_seen(file: FileText, document: Document, one: _Stretch) -> bool:
    """Whether what is edited was read as it is: a hidden character was not, and may only be taken out."""
    start, end, text = one
    return not text or file.text[start:end] == document.text[start:end]


def with_stretches(text: str, stretches: Iterable[_Stretch]) -> str:
    """A text in which some stretches, in their order, give way to others."""
    parts: list[str] = []
    place = 0
    for start, end, new in stretches:
        parts += (text[place:start], new)
        place = end
    return "".join([*parts, text[place:]])


_MARK = "byte-order-mark"
"""What stands before a file's text is no stretch of it."""
