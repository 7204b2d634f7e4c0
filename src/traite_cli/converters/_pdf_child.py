"""The child that ``converters.pdf_reading`` starts: it limits itself, reads the pdf from its standard input, and writes its lines as JSON.

Its argument is the folder of the package ``pypdf``; it imports nothing of traite. What it writes is ``{"pages": [[line, …], …]}``, a line
being ``[text, left, baseline, size, bold]``, or ``{"refused": reason}``.
"""

from __future__ import annotations

import json
import re
import sys
from io import BytesIO

TYPE_CHECKING = False  # as ``typing`` has it, without the time that ``typing`` takes
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    import pypdf

_MEMORY = 1024 * 1024 * 1024
_MOST_PAGES = 500
_MOST_LETTERS = 3_000_000
_BOLD = re.compile("bold|black|heavy|semibold|demi", re.IGNORECASE)
_CELL = 1.0
"""So much room, in sizes of its letters, keeps a stretch apart from the one before it as another cell."""
_NARROW = frozenset("iljtfrI.,:;'’|!()[] -°")
_SAME_LINE = 0.35
"""What part of its size a letter may be raised or lowered and still stand on its line."""

Line = list["str | float | bool"]


class _Page:
    """Gathers a page's stretches of text into lines, in the order in which they are drawn."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.letters = 0
        self.end = 0.0
        """About where the last stretch ended: what begins well behind it is another cell of a table."""

    def take(self, text: str, user: list[float], matrix: list[float], font: dict[str, Any] | None, size: float) -> None:
        """What pypdf calls with each stretch and the place at which it begins."""
        self.letters += len(text)
        if self.letters > _MOST_LETTERS:
            raise ValueError
        left = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
        baseline = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
        size = abs(size * (matrix[3] or matrix[1] or 1) * (user[3] or 1))
        bold = bool(_BOLD.search(str((font or {}).get("/BaseFont", ""))))
        for number, part in enumerate(text.split("\n")):
            if part.strip():
                self._add(part, left, baseline, size, bold, begun=number > 0)

    def _add(self, text: str, left: float, baseline: float, size: float, bold: bool, *, begun: bool) -> None:  # noqa: FBT001  # all five, in one place
        last = self.lines[-1] if self.lines else None
        if last is not None and not begun and abs(float(last[2]) - baseline) <= _SAME_LINE * max(size, float(last[3])):
            if bool(last[4]) != bold:
                last[4] = False
            # A hyphen at the end of a stretched line is no cell.
            cell = left - self.end > _CELL * size and str(last[0]).strip() and any(map(str.isalnum, text))
            last[0] = f"{str(last[0]).rstrip()}\t{text}" if cell else str(last[0]) + text
            last[3] = max(float(last[3]), size)
        else:
            self.lines.append([text, left, baseline, size, bold])
        self.end = left + _wide(text.strip()) * size


def _wide(text: str) -> float:
    """About how wide a text is, in sizes of its letters: no font is asked."""
    return sum(0.29 if letter in _NARROW else 0.7 if letter.isupper() or letter in "mwMW%@" else 0.52 for letter in text)


def _pages(reader: pypdf.PdfReader) -> Iterator[list[Line]]:
    letters = 0
    for number, page in enumerate(reader.pages):
        if number >= _MOST_PAGES:
            raise ValueError
        gathered = _Page()
        page.extract_text(visitor_text=gathered.take)
        letters += gathered.letters
        if letters > _MOST_LETTERS:
            raise ValueError
        yield gathered.lines


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return
    for limit, value in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(limit, (value, value))
        except (OSError, ValueError):
            continue


def read(document: bytes) -> dict[str, Any]:
    """The lines of each page, or why there are none."""
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = pypdf.PdfReader(BytesIO(document))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"refused": "encrypted"}
        return {"pages": list(_pages(reader))}
    except (FileNotDecryptedError, DependencyError):
        return {"refused": "encrypted"}
    except MemoryError:
        return {"refused": "memory"}
    except Exception as error:  # noqa: BLE001 - pypdf lets whatever a damaged file trips over through
        return {"refused": "large" if isinstance(error, ValueError) and not error.args else "damaged"}


def run(package: str) -> int:
    """Read a pdf, write what it says."""
    _limit()
    sys.path.append(package)
    import logging

    logging.disable(logging.CRITICAL)
    sys.stdout.buffer.write(json.dumps(read(sys.stdin.buffer.read())).encode("ascii"))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
