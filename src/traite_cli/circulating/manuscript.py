"""What a format is handed: a document's text, what it says of itself, its pictures, and the collective's styles.

All of it is already cut to the audience. Nothing here is read from a clock, an environment or a disk.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.circulating.characters import line
from traite_cli.language import N_, Language, translator

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

_VERSION = N_("version {revision}")
_CHANGED = N_("version {revision}, changed since")
_FIRST = 719_163
"""The number of 1 January 1970 among all days."""
_DAY = 24 * 60 * 60


class Properties(NamedTuple):
    """What the document says of itself, in its foot and in the file's properties.

    ``date`` is the moment of every time stamp in the file; ``audience`` and ``date_said`` are said aloud
    (« Réservé aux contributeurs », « 22 janvier 2015 »); ``revision`` is a short object id of git, or nothing.
    """

    title: str
    language: Language
    date: dt.date
    authors: tuple[str, ...] = ()
    organisation: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    audience: str = ""
    revision: str = ""
    date_said: str = ""

    @property
    def epoch(self) -> int:
        """Midnight (UTC) of the document's date, in seconds: what SOURCE_DATE_EPOCH means."""
        return (self.date.toordinal() - _FIRST) * _DAY

    @property
    def stamp(self) -> str:
        """The same moment as ISO 8601 writes it."""
        return f"{self.date.isoformat()}T00:00:00Z"

    @property
    def locale(self) -> str:
        """The language with its country, which hyphenation and spelling checkers ask for."""
        return {"fr": "fr-FR", "en": "en-GB"}.get(self.language, self.language)

    @property
    def foot(self) -> str:
        """The running foot: date, audience and revision, those that are known."""
        version = self._version if self.revision else ""
        return " · ".join(line(part) for part in (self.date_said or self.date.isoformat(), self.audience, version) if part)

    @property
    def _version(self) -> str:
        """The revision; the ``+`` of files that changed since is said in words."""
        commit = self.revision.removesuffix("+")
        return translator(self.language)(_VERSION if commit == self.revision else _CHANGED, revision=commit)


class Styles(NamedTuple):
    """The collective's own looks, read from its ``templates/`` by the caller; ``fonts`` are further fonts for the pdf, by file name."""

    reference_docx: bytes | None
    reference_odt: bytes | None
    css: str
    typst: str
    fonts: Mapping[str, bytes] = MappingProxyType({})


class Manuscript(NamedTuple):
    """A document ready to be written in any format.

    ``html`` is what ``sanitise`` made of ``markdown``, or nothing where only Markdown is asked for.
    """

    markdown: str
    html: str
    properties: Properties
    pictures: Mapping[str, bytes]
    styles: Styles
