"""The interview for a record of each kind: what is not given is asked, then the record is made in our hands, with those made in passing."""

from __future__ import annotations

from collections.abc import Mapping

from traite_cli.kinds import Edition, Meeting, Record
from traite_cli.language import N_
from traite_cli.writing.interview.agenda import agenda_proposed
from traite_cli.writing.interview.filling import Hints, fill, is_past, made
from traite_cli.writing.interview.minutes import decisions_marked, marked_at
from traite_cli.writing.interview.promises import PROMISE, promises_at
from traite_cli.writing.interview.sitting import Filled, Sitting


def interview(sitting: Sitting, kind: str, filled: Filled, slug: str = "") -> Record:
    """Ask for a record of a kind."""
    hints = _HINTS.get(kind, Hints())
    fill(sitting, kind, filled, hints._replace(defaults=_defaults(sitting, kind)))
    record = made(sitting, kind, filled, slug)
    if kind == Meeting.KIND and is_past(sitting, filled):
        marked_at(sitting, record)
        promises_at(sitting, record)
    return record


def _defaults(sitting: Sitting, kind: str) -> Mapping[str, str]:
    """What stands when nothing is typed: news is of today, an issue is called as the one before."""
    today = sitting.t(N_("today"))
    if kind == Edition.KIND:
        last = max(sitting.repository.of(Edition).values(), key=lambda one: one.slug, default=None)
        before = {name: str(last.values.get(name) or "") for name in ("title", "place")} if last else {}
        return {"date": today, **before}
    return {"date": today} if kind in {"updates", "requests"} else {}


_HINTS: Mapping[str, Hints] = {"commitments": PROMISE, "meetings": Hints(before={"agenda": agenda_proposed, "decisions": decisions_marked})}
