"""A docx for Word, through pandoc, with the styles of ``templates/reference.docx``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from traite_cli.circulating.office import page
from traite_cli.converters import pandoc

if TYPE_CHECKING:
    from traite_cli.circulating.manuscript import Manuscript


def write(manuscript: Manuscript) -> bytes:
    """The document as docx, its date the date of all time stamps."""
    properties = manuscript.properties
    made = pandoc.convert(
        page.html(page.prepared(manuscript)),
        to="docx",
        reference=manuscript.styles.reference_docx,
        metadata={"lang": properties.locale},
        epoch=properties.epoch,
        meanwhile=lambda: import_module(_FINISHING),
    )
    from traite_cli.circulating.office import word

    return word.finished(made, properties)


_FINISHING = "traite_cli.circulating.office.word"
"""What pandoc makes is finished by this, which is imported while pandoc works."""
