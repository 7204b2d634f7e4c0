"""An odt for LibreOffice, through pandoc, with the styles of ``templates/reference.odt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.circulating.office import opendocument, page
from traite_cli.converters import pandoc

if TYPE_CHECKING:
    from traite_cli.circulating.manuscript import Manuscript


def write(manuscript: Manuscript) -> bytes:
    """The document as odt, its date the date of all time stamps."""
    properties = manuscript.properties
    body = page.prepared(manuscript)
    made = pandoc.convert(
        page.html(body),
        to="odt",
        reference=manuscript.styles.reference_odt,
        metadata={"lang": properties.locale},
        epoch=properties.epoch,
    )
    return opendocument.finished(made, properties, page.alternatives(body))
