"""Whom a repository is made for: what is asked of somebody, each answer fit to be written into every file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import NamedTuple

from traite_cli.diagnostics.visible import OBEYED
from traite_cli.errors import UsageError
from traite_cli.language import N_, Language, nearest
from traite_cli.repository import slug_of
from traite_cli.syntax import fences_in_fields

TIMEZONE = "Europe/Paris"
"""That of a collective that says none."""

_LONGEST = 200
_LONGEST_SLUG = 60
EXAMPLES = ("exemple", "example")
"""The words that the name of every example has."""

_ZONE = re.compile(r"[A-Za-z][\w+-]*(?:/[\w+-]+)*", re.ASCII)


class Collective(NamedTuple):
    """What ``traite init`` is told: a name, the lines printed below it, a language and a time zone."""

    name: str
    letterhead: tuple[str, ...] = ()
    language: Language = "fr"
    timezone: str = TIMEZONE

    @property
    def slug(self) -> str:
        """The name of the collective's own record: never that of an example, and never empty."""
        slug = slug_of(self.name)[:_LONGEST_SLUG].rstrip("-")
        if slug and not slug.startswith(EXAMPLES):
            return slug
        return "-".join(part for part in ("collectif" if self.language == "fr" else "collective", slug) if part)


def name_of(text: str) -> str:
    """The collective's name as it is kept: a line that a record can hold. Raises ``UsageError``."""
    name = line_of(text)
    if any(fences_in_fields(name, 0, len(name))):
        raise UsageError(
            N_("“{value}” cannot be a name: it reads like the mark of a passage for some readers only"),
            hint=N_("leave out the colons"),
            value=name,
        )
    return name


def line_of(text: str) -> str:
    """A line of the letterhead as it is kept. Raises ``UsageError`` when it is no single line that can be seen."""
    line = unicodedata.normalize("NFC", text).strip()
    if not line:
        raise UsageError(N_("this needs at least one letter"))
    if re.search(OBEYED, line):
        raise UsageError(
            N_("“{value}” holds a line end, or a character that nobody sees"), hint=N_("type it anew, on one line"), value=line
        )
    if len(line) > _LONGEST:
        raise UsageError(N_("“{value}” is longer than {most} characters"), hint=N_("shorten it"), value=line, most=_LONGEST)
    return line


def zone_of(text: str, known: Collection[str]) -> str:
    """A time zone among those that this machine knows. Raises ``UsageError`` with the nearest names."""
    name = text.strip()
    # A machine without time zones (as Windows is, until tzdata is installed) cannot tell a right one from a wrong one.
    if name in known or (not known and _ZONE.fullmatch(name)):
        return name
    near = nearest(name, known)
    hint = N_("perhaps: {near}") if near else N_("write it as Europe/Paris")
    raise UsageError(N_("“{value}” is no time zone"), hint=hint, value=name, near=", ".join(near))
