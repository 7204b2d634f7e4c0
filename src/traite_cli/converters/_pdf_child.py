"""The child that ``converters.pdf_reading`` starts: it limits itself, reads the pdf from its standard input, and writes its lines as JSON.

Its argument is the folder of the package ``pypdf``; it imports nothing of traite. What it writes is ``{"pages": [[line, …], …]}``, a line
being ``[text, left, baseline, size, bold, stretches]`` with a stretch ``[left, right, text]`` for all that was drawn at once, or
``{"refused": reason}``.
"""

from __future__ import annotations

import json
import re
import sys
from io import BytesIO

TYPE_CHECKING = False  # as ``typing`` has it, without the time that ``typing`` takes
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
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

_MOVES = frozenset([b"Tm"])
"""What begins text at another place."""
Line = list["Any"]
_BACK = 24
"""So many lines back is looked for one that a stretch stands beside: the cells of a row are drawn one after the other."""
_ROWS = 8.0
"""So many sizes of its letters up a stretch may stand beside one of these; what stands higher begins another column of the page."""


class _Page:
    """Gathers a page's stretches of text into lines, in the order in which they are drawn."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.letters = 0
        self.wide: Callable[[str], float] = _wide
        self._fonts: dict[int, Callable[[str], float]] = {}

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
                self.wide = self._widths(font)
                self._add(part, left, baseline, size, bold, begun=number > 0)

    def _widths(self, font: dict[str, Any] | None) -> Callable[[str], float]:
        """How wide each letter of a font is; about as wide as in most, where the font does not say."""
        if font is None:
            return _wide
        if id(font) not in self._fonts:
            self._fonts[id(font)] = _widths_of(font)
        return self._fonts[id(font)]

    def _add(self, text: str, left: float, baseline: float, size: float, bold: bool, *, begun: bool) -> None:  # noqa: FBT001  # all five, in one place
        right = left + sum(map(self.wide, text.strip())) * size
        last = self.lines[-1] if self.lines else None
        line = last if last is not None and not begun and _stands_on(last, baseline, size) else self._beside(left, baseline, size)
        if line is None:
            self._insert([text, left, baseline, size, bold, [[left, right, text]]])
        else:
            if bool(line[4]) != bold:
                line[4] = False
            # A hyphen at the end of a stretched line is no cell.
            is_cell = left - line[5][-1][1] > _CELL * size and str(line[0]).strip() and any(map(str.isalnum, text))
            is_cell = is_cell or line is not last
            line[0] = f"{str(line[0]).rstrip()}\t{text}" if is_cell else str(line[0]) + text
            line[3] = max(float(line[3]), size)
            line[5].append([left, right, text])

    def _beside(self, left: float, baseline: float, size: float) -> Line | None:
        """The line above that a stretch stands on, right of all that is there: one cell of a row was drawn before the next."""
        last = self.lines[-1] if self.lines else None
        if last is None or not 0 <= baseline - float(last[2]) + _SAME_LINE * size < _ROWS * size:
            return None
        for line in self.lines[-_BACK:]:
            if _stands_on(line, baseline, size) and left > line[5][-1][0] + size and left > line[5][-1][1] - size:
                return line
        return None

    def _insert(self, line: Line) -> None:
        """Put a line where it stands among those of its row."""
        at = len(self.lines)
        while at and 0 < float(line[2]) - float(self.lines[at - 1][2]) < _ROWS * line[3] and self._is_cell(line):
            at -= 1
        self.lines.insert(at, line)

    def _is_cell(self, line: Line) -> bool:
        """Whether a line that goes up again is in a row whose cells are beside one another."""
        return any("\t" in str(other[0]) for other in self.lines[-_BACK:]) and line[1] > float(self.lines[-1][1]) + line[3]


def _stands_on(line: Line, baseline: float, size: float) -> bool:
    return bool(abs(float(line[2]) - baseline) <= _SAME_LINE * max(size, float(line[3])))


def _widths_of(font: dict[str, Any]) -> Callable[[str], float]:
    try:
        from pypdf.generic._font import Font  # the only place in which pypdf tells them; other releases have it elsewhere, or not at all

        told = Font.from_font_resource(font)  # type: ignore[arg-type]  # what pypdf hands over is one of its dictionaries
        # The widths of a composite font go by its codes, those of the others by letters.
        names = told.character_map if told.sub_type == "Type0" else {}
        stated = {str(names.get(code, code)): float(width) / 1000 for code, width in told.character_widths.items() if width}
    except (ImportError, AttributeError, KeyError, TypeError, ValueError):
        return _wide
    return lambda letter: stated.get(letter) or _wide(letter)


def _wide(letter: str) -> float:
    """About how wide a letter is, in sizes of it."""
    return 0.29 if letter in _NARROW else 0.7 if letter.isupper() or letter in "mwMW%@" else 0.52


def _hand_over_piecewise(page: pypdf.PageObject) -> None:
    """Have pypdf hand over what is drawn before a new place as a stretch of its own: else the cells of a row come as one text."""
    from pypdf.generic import ContentStream, FloatObject, NameObject

    if "/Contents" not in page:
        return
    content = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
    nothing = [FloatObject(number) for number in (1, 0, 0, 1, 0, 0)]
    # A change of scale that changes nothing: pypdf hands over before each.
    content.operations = [
        one for operation in content.operations for one in (((nothing, b"cm"), operation) if operation[1] in _MOVES else (operation,))
    ]
    page[NameObject("/Contents")] = content


def _pages(reader: pypdf.PdfReader) -> Iterator[list[Line]]:
    letters = 0
    for number, page in enumerate(reader.pages):
        if number >= _MOST_PAGES:
            raise ValueError
        gathered = _Page()
        _hand_over_piecewise(page)
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
