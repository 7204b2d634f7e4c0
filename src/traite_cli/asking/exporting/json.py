"""JSON: every record with its fields, its text and what follows from it on the day."""

from __future__ import annotations

from typing import Any

from traite_cli.asking.exporting import Export
from traite_cli.diagnostics.json_text import json_page
from traite_cli.kinds import KINDS, Record
from traite_cli.repository import prose_of
from traite_cli.saying.plain import plain_record

NAME, ENDING = "records", "json"


def write(export: Export) -> bytes:
    """One object: what it is of, and the records by kind and name."""
    records = {kind: {slug: _record(export, one) for slug, one in export.repository.of_kind(kind).items()} for kind in KINDS}
    page = {
        "version": 1,
        "collective": export.repository.configuration.name,
        "as_of": export.day.isoformat(),
        "audience": export.audience,
        "revision": export.revision,
        "records": records,
    }
    return json_page(page).encode("utf-8", "backslashreplace")


def _record(export: Export, record: Record) -> dict[str, Any]:
    return {**plain_record(export.repository, record, export.day), "body": "\n\n".join(prose.text for prose in prose_of(record))}
