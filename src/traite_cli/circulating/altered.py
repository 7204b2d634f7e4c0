"""The document of the last edition at two moments: what a difference of the records alters in it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from traite_cli.circulating.edition import latest
from traite_cli.circulating.looks import Looks
from traite_cli.circulating.making import Made, Order, make_edition
from traite_cli.files import Source
from traite_cli.kinds import Edition
from traite_cli.repository import Repository


class Altered(NamedTuple):
    """The document of an edition at two moments; ``faults`` says how many errors were in its way."""

    edition: Edition
    before: str
    after: str
    faults: int = 0


def altered(before: Repository, after: Repository, circle: str | None, looks: Looks, source: Source) -> Altered | None:
    """The last edition's document made of either's records with the same templates; None where there is no edition.

    ``circle`` is whom it is made for (None: the edition's own).
    """
    edition = latest(after, date.max)
    if edition is None:
        return None
    made = [_document(one, edition.slug, circle, looks, source) for one in (before, after)]
    faults = sum(len(one.faults) for one in made if one)
    old, new = (_to_read(one.manuscript.markdown) if one and one.manuscript else "" for one in made)
    return Altered(edition, old, new, faults)


def _to_read(markdown: str) -> str:
    """A document without the fences that say how its parts look."""
    return "\n".join(line for line in markdown.split("\n") if not line.startswith(":::"))


def _document(repository: Repository, name: str, circle: str | None, looks: Looks, source: Source) -> Made | None:
    """An edition's document in Markdown; None where it was not there yet."""
    edition = repository.of(Edition).get(name)
    if edition is None:
        return None
    return make_edition(repository, edition, Order(audience=circle, as_page=False), looks, source, "")
