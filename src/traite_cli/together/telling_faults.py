"""The faults that a circle may be told of: their sentences quote records, and name others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from traite_cli.diagnostics import Diagnostic
from traite_cli.repository import Repository
from traite_cli.together.differences import Difference


class Told(NamedTuple):
    """Faults as a circle may know them, each with its sentence or only with its place; and how many it is told nothing of."""

    whole: tuple[Diagnostic, ...]
    places: tuple[Diagnostic, ...] = ()
    withheld: int = 0


def told_to(circle: Difference, repository: Repository, diagnostics: Iterable[Diagnostic]) -> Told:
    """The faults of a repository, for the circle that its difference was made for.

    A fault of a record that is withheld is withheld. Of a record that a part was cut from, and wherever a sentence holds what is
    withheld, only the place is told.
    """
    shown = {record.path: record for record in circle.after.all()}
    whole = {record.path: record for record in repository.all()}
    names = tuple(_names(repository, frozenset(shown)))
    found: dict[str, list[Diagnostic]] = {"whole": [], "place": [], "withheld": []}
    for one in diagnostics:
        texts = (one.message, one.hint)
        if one.path in whole and one.path not in shown:
            found["withheld"].append(one)
        elif shown.get(one.path) is not whole.get(one.path) or circle.secrets.holds(texts) or _any_in(names, texts):
            found["place"].append(one)
        else:
            found["whole"].append(one)
    return Told(tuple(found["whole"]), tuple(found["place"]), len(found["withheld"]))


def _names(repository: Repository, shown: frozenset[str]) -> Iterator[str]:
    for record in repository.all():
        if record.path not in shown:
            yield from filter(None, (record.slug, record.label))


def _any_in(names: tuple[str, ...], texts: tuple[str, ...]) -> bool:
    return any(name in text for text in texts for name in names)
