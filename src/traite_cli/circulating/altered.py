"""The document of the last edition at two moments: what a difference of the records alters in it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from traite_cli.circulating.edition import latest
from traite_cli.circulating.in_the_way import errors_of_edition, planned_on
from traite_cli.circulating.looks import Looks
from traite_cli.circulating.making import Order, make_edition
from traite_cli.diagnostics import Fault
from traite_cli.files import Source
from traite_cli.kinds import Edition
from traite_cli.repository import Repository


class Altered(NamedTuple):
    """The document of an edition at two moments; ``faults`` says how many errors were in its way."""

    edition: Edition
    before: str
    after: str
    faults: int = 0


class Moment(NamedTuple):
    """The records at a moment: all of them, which are to be without errors, and what a circle sees, of which the document is made."""

    whole: Repository
    seen: Repository


def altered(before: Moment, after: Moment, circle: str | None, looks: Looks, source: Source) -> Altered | None:
    """The last edition's document made of either's records with the same templates; None where there is no edition.

    ``circle`` is whom it is made for (None: the edition's own).
    """
    edition = latest(after.seen, date.max)
    if edition is None:
        return None
    faults = sum(_faults(one.whole, edition.slug) for one in (before, after))
    if faults:
        return Altered(edition, "", "", faults)
    old, new = (_document(one.seen, edition.slug, circle, looks, source) for one in (before, after))
    return Altered(edition, old, new)


def _to_read(markdown: str) -> str:
    """A document without the fences that say how its parts look."""
    return "\n".join(line for line in markdown.split("\n") if not line.startswith(":::"))


def _faults(whole: Repository, name: str) -> int:
    edition = whole.of(Edition).get(name)
    return len(errors_of_edition(whole, edition, *planned_on(whole, edition, None))) if edition is not None else 0


def _document(repository: Repository, name: str, circle: str | None, looks: Looks, source: Source) -> str:
    """An edition's document in Markdown, to be read; '' where it was not there yet."""
    edition = repository.of(Edition).get(name)
    if edition is None:
        return ""
    made = make_edition(repository, edition, Order(audience=circle, as_page=False), looks, source, "", known=_Looked())
    return _to_read(made.manuscript.markdown) if made.manuscript else ""


class _Looked:
    """Errors were looked for where all records are: what a circle does not see is none."""

    def errors(self, *_: object) -> tuple[Fault, ...]:
        return ()

    def withheld_sums(self, _circle: str) -> None:
        return None
