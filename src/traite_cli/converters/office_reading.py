"""docx, odt and html in, Markdown out: pandoc reads them, confined as it is when it writes."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Literal

from traite_cli.converters import confined
from traite_cli.converters.pandoc import HEAP_FULL, MEMORY, READS, SECONDS, binary
from traite_cli.converters.pandoc_markdown import markdown_of
from traite_cli.errors import MachineError, Refused
from traite_cli.language import N_


def read(document: bytes, kind: Literal["docx", "odt", "html"]) -> str:
    """The Markdown of a document. ``Refused`` when it is no such document, or is damaged.

    What somebody changed and nobody accepted yet is read as if it were accepted. The document comes through a pipe: nothing of it, its
    name included, is ever an argument.
    """
    command: list[str | Path] = [
        binary(READS),
        *("+RTS", f"-M{MEMORY}", "-RTS"),
        "--sandbox",
        f"--from={kind}",
        "--to=json",
    ]
    with tempfile.TemporaryDirectory(prefix="traite-") as name:
        finished = confined.run(command, given=document, folder=Path(name).resolve(), seconds=SECONDS)
    if finished.code == HEAP_FULL or finished.code < 0:
        raise MachineError(N_("pandoc needed more memory than it may have and was stopped"))
    if finished.code != 0:
        raise Refused(
            N_("the document is damaged, or is not what its name says: {reason}"),
            hint=N_("open it in Word or LibreOffice and save it again"),
            reason=finished.complaint.partition("\n")[0],
        )
    try:
        return markdown_of(json.loads(finished.output))
    except RecursionError:
        raise Refused(N_("the document nests lists or tables deeper than anybody can read")) from None
