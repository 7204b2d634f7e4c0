"""An SQLite database, which Datasette and many other programs open: the tables of ``traite query`` on one day."""

from __future__ import annotations

from traite_cli.asking.exporting import Export
from traite_cli.index.snapshot import snapshot

NAME, ENDING = "records", "sqlite"


def write(export: Export) -> bytes:
    """The database, with a table ``about`` that says what it is of."""
    about = {
        "version": "1",
        "collective": export.repository.configuration.name,
        "as_of": export.day.isoformat(),
        "audience": export.audience,
        "revision": export.revision,
    }
    return snapshot(export.repository, export.day, about, export.t)
