"""Every sentence that ``traite validate`` can tell, each with a small repository that has it told.

A check's tests read this table, and so does ``scripts/gallery.py``: an example added here is a test, and a message to be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from faulty.elsewhere import SHELVED
from faulty.fields import FIELDS
from faulty.forms import FORMS
from faulty.notices import NOTICES
from faulty.reading import READING
from faulty.references import REFERENCES
from faulty.sayings import SAYINGS
from faulty.written import Files
from traite_cli.files.source import Found, Unreadable, listed

DAY = date(2015, 1, 22)
"""The day asked about."""
UNWORDED = {
    ("not-yaml", ""),  # for a problem that libyaml words in a way nobody met yet
    ("not-yaml", "+"),
    ("not-a-date", ""),  # one hint for several variants
    ("not-a-date", "end_before_start"),  # its message is that of the variant with a suggestion
    ("not-a-time", ""),
    ("follow-up-unproved", ""),
    ("contact-for-the-public", ""),
    ("circle", ""),
    ("days-out-of-order", ""),
}
"""Wordings that no fault is told in as they stand, or that no file is known for."""


@dataclass(frozen=True)
class Faulty:
    """A check, the variant it is told in, and files that show it; ``unread`` says of further paths why they cannot be read."""

    check: str
    variant: str
    files: Files
    unread: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Shelf:
    """The files of a ``Faulty``, as a source that touches no disk: some of them no disk could hold, or not every one."""

    shown: Faulty

    def files(self, folder: str) -> Iterator[Found]:
        yield from listed({**dict.fromkeys(self.shown.files, ""), **self.shown.unread}, folder)

    def read(self, path: str, most: int) -> bytes:
        content = {"traite.toml": b'name = "Ensemble"\n', **self.shown.files}.get(path)
        if content is None:
            raise Unreadable(path, self.shown.unread.get(path, "gone"))
        return (content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)[: most + 1]


ON_DISK = [Faulty(*one) for one in (*READING, *FIELDS, *REFERENCES, *SAYINGS, *NOTICES, *FORMS)]
"""Those that every disk can hold."""
FAULTY = [*ON_DISK, *(Faulty(*one) for one in SHELVED)]
