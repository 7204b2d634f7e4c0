"""The faults that a circle may be told of: their sentences quote records, and name others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from traite_cli.diagnostics import Diagnostic
from traite_cli.files.proposed import is_read
from traite_cli.language import N_n
from traite_cli.repository import Repository
from traite_cli.together.differences import Difference

ELSEWHERE = N_n("One more fault is in a record for a narrower circle.", "{n} more faults are in records for a narrower circle.")


class Told(NamedTuple):
    """Faults as a circle may know them, each with its sentence or only with its place; and how many it is told nothing of."""

    whole: tuple[Diagnostic, ...]
    places: tuple[Diagnostic, ...] = ()
    withheld: int = 0

    def shown(self, silent: str) -> tuple[Diagnostic, ...]:
        """Those that are told, in the order of their places; where only that is told, ``silent`` stands for the sentence."""
        places = (one._replace(message=silent, hint="", source="", edits=()) for one in self.places)
        return tuple(sorted((*self.whole, *places), key=lambda one: (one.path, one.span)))


def told_to(circle: Difference, repository: Repository, diagnostics: Iterable[Diagnostic]) -> Told:
    """The faults of a repository, for the circle that its difference was made for.

    A fault of a record that is withheld is withheld, and so is that of a file that is no record. Of a record that a part was cut from,
    and wherever a sentence holds what is withheld, only the place is told.
    """
    if circle.after is repository:  # nothing is cut from it
        return Told(tuple(diagnostics))
    shown = {record.path: record for record in circle.after.all()}
    whole = {record.path: record for record in repository.all()}
    names = tuple(_names(repository, frozenset(shown)))
    found: dict[str, list[Diagnostic]] = {"whole": [], "place": [], "withheld": []}
    for one in diagnostics:
        texts = (one.message, one.hint, *(edit.text for edit in one.edits))
        if is_read(one.path) and one.path not in shown:
            found["withheld"].append(one)
        elif shown.get(one.path) is not whole.get(one.path) or circle.secrets.holds(texts) or _any_in(names, texts):
            found["place"].append(one)
        else:
            found["whole"].append(one)
    return Told(tuple(found["whole"]), tuple(found["place"]), len(found["withheld"]))


def _names(repository: Repository, shown: frozenset[str]) -> Iterator[str]:
    for record in repository.all():
        if record.path not in shown:
            yield from filter(None, (record.slug, record.label, record.get("short_title"), *(record.get("other_names") or ())))


def paths_told(circle: Difference, paths: Iterable[str]) -> tuple[tuple[str, ...], int]:
    """Of some paths those that the circle of a difference may know, and how many others there are."""
    every = tuple(paths)
    shown = {record.path for moment in (circle.before, circle.after) for record in moment.all()}
    told = tuple(path for path in every if path in shown or not is_read(path))
    return told, len(every) - len(told)


def _any_in(names: tuple[str, ...], texts: tuple[str, ...]) -> bool:
    return any(name in text for text in texts for name in names)
