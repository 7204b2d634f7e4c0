"""CSV: a file for each table, in a zip archive or a folder; its name says for whom it is, as it may be handed on alone."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from traite_cli.asking.exporting import Export
from traite_cli.asking.spreadsheet import csv_of
from traite_cli.index.snapshot import rows_of

NAME, ENDING = "tables", "zip"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The moment of every file in the archive: the first that a zip archive can tell, so that the same records make the same bytes."""
_ON_UNIX = 3
_READABLE = 0o644 << 16


def files(export: Export) -> Mapping[str, bytes]:
    """The files by their names. Spreadsheets tell UTF-8 by the mark at the beginning."""
    return {
        f"{table.name}-{export.audience}.csv": csv_of((column.name for column in table.columns), rows).encode(
            "utf-8-sig", "backslashreplace"
        )
        for table, rows in rows_of(export.repository, export.day)
    }


def write(export: Export) -> bytes:
    """The archive."""
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in files(export).items():
            entry = ZipInfo(name, _LONG_AGO)
            entry.create_system, entry.external_attr = _ON_UNIX, _READABLE
            archive.writestr(entry, content, ZIP_DEFLATED)
    return data.getvalue()
