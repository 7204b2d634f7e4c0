"""Records given as YAML or JSON by a script: one mapping or a list of them, each with the fields of its kind.

Besides these an entry may say its ``kind`` (else it is of the kind asked for), its ``slug`` (else it is made of what the record says)
and its ``body``. What is wrong is told with the line and column of what was given.
"""

from __future__ import annotations

from typing import NamedTuple

from traite_cli.diagnostics import Fault
from traite_cli.kinds import KINDS, SINGULAR, Block, Choice, Field, Walk
from traite_cli.kinds.types import Slug, Text
from traite_cli.language import N_
from traite_cli.syntax import Mapping, read_entries
from traite_cli.writing.composing import Values

BODY = "body"


class About(Block):
    """What an entry says besides the fields of its kind."""

    kind = Field(Choice(SINGULAR), N_("Kind"), N_("the kind of record, when it is another than the command makes"), example="people")
    slug = Field(Slug(), N_("Name of the file"), N_("the name of the file; default: after its title and day"), example="alice-tallon")
    body = Field(Text(lines=True), N_("Text"), N_("the text below the fields"), example="La séance est ouverte à 9h30.")


class Given(NamedTuple):
    """A record as it was given; a ``slug`` of '' is still to be made."""

    kind: str
    slug: str
    values: Values
    body: str


def given(path: str, data: bytes, kind: str) -> tuple[tuple[Given, ...], tuple[Fault, ...]]:
    """The records in a text, and the faults of it."""
    document, entries = read_entries(path, data, BODY)
    walk = Walk(document, KINDS)
    records = tuple(_record(walk, entry, kind) for entry in entries)
    return records, tuple(sorted(document.faults, key=lambda fault: fault.order))


def _record(walk: Walk, entry: Mapping, kind: str) -> Given:
    own = [one for one in entry.entries if one.key.text in About.FIELDS]
    about, _ = walk.fields(About, Mapping(tuple(own), entry.start, entry.end))
    kind = about.get("kind", kind)
    rest = Mapping(tuple(one for one in entry.entries if one not in own), entry.start, entry.end)
    values, _ = walk.fields(KINDS[kind], rest)
    return Given(kind, about.get("slug", ""), values, about.get(BODY, ""))
