"""The text layer of a pdf in, Markdown out.

pypdf reads it in a child with limits of time and memory: a pdf is a program of strangers.
"""

from __future__ import annotations

import json
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from traite_cli.converters import confined
from traite_cli.converters.pdf_lines import Line, Stretch
from traite_cli.converters.pdf_paragraphs import paragraphs
from traite_cli.errors import MachineError, Refused
from traite_cli.language import N_

_SECONDS = 60
_REFUSALS = {
    "encrypted": (
        N_("this pdf is protected by a password, and cannot be read without it"),
        N_("open it, and print or save it as a pdf without protection"),
    ),
    "large": (N_("this pdf has more pages or more text than any minutes"), N_("cut out the pages that report on the meeting")),
    "damaged": (N_("this pdf is damaged, and cannot be read"), N_("open it, and print or save it as a pdf again")),
    "memory": (N_("this pdf needs more memory to be read than it may have"), N_("open it, and print or save it as a pdf again")),
}


class PdfText(NamedTuple):
    """What a pdf says: its text as Markdown, what its pages repeat at their edges, and the pages on which there is nothing to read."""

    markdown: str
    edges: tuple[str, ...]
    silent: tuple[int, ...]


def read(document: bytes) -> PdfText:
    """The text of a pdf. ``Refused`` when it has none, or cannot be read."""
    pages = _pages(document)
    if not any(pages):
        raise Refused(
            N_("this pdf holds pictures of pages and no text: it was scanned"),
            hint=N_("have its text recognised first, for example with ocrmypdf, or with the scanner’s own program"),
        )
    text, edges = paragraphs(pages)
    return PdfText(text, edges, tuple(number for number, lines in enumerate(pages, 1) if not lines))


def _pages(document: bytes) -> list[list[Line]]:
    package = find_spec("pypdf")
    if package is None or package.origin is None:
        raise MachineError(N_("pdf files are read by pypdf, which is not installed"), hint=N_("pip install pypdf"))
    command: list[str | Path] = [sys.executable, "-I", "-S", Path(__file__).with_name("_pdf_child.py"), Path(package.origin).parent.parent]
    with tempfile.TemporaryDirectory(prefix="traite-") as name:
        finished = confined.run(command, given=document, folder=Path(name).resolve(), seconds=_SECONDS)
    try:
        said = json.loads(finished.output)
    except ValueError:
        said = {"refused": "memory"}
    if "refused" in said:
        message, hint = _REFUSALS[said["refused"]]
        raise Refused(message, hint=hint)
    return [[_line(*line) for line in page] for page in said["pages"]]


def _line(text: str, left: float, baseline: float, size: float, bold: bool, stretches: list[list[Any]]) -> Line:  # noqa: FBT001 - as the child writes it
    return Line(text, left, baseline, size, bold, tuple(Stretch(*one) for one in stretches))
