"""What the checks find once texts below the front matter have changed, and nothing else: only what looks at these is looked for again.

Most checks look at front matter alone; what they found stands as it stood, as long as no character of it is other than it was. The
others say that they look at texts (``Check.of_text``), each at that of the record it tells, and two at that of another: they are asked
about the records that changed, and about those that draw on them. Where more than that may be other, nothing is said, and all is
looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.choosing import set_aside
from traite_cli.checks.near import MOST_LOOKED_FOR
from traite_cli.checks.running import faults_of
from traite_cli.checks.silencing import has_comments
from traite_cli.diagnostics import Fault, Outcome
from traite_cli.kinds import Commitment, Meeting, Record
from traite_cli.repository import Repository, prose_of

Naming = Callable[[str, str], Collection[str] | None]
"""The slugs of the records of a kind that may name a record of this slug; None where that is not known."""
_QUOTE, _OUTSIDE = "quote-not-found", "field-outside"
_LIMITED = frozenset({_QUOTE, "dead-link", "fence-topic", "not-a-slug"})
"""The checks that look only so often in one run for what may have been meant."""


def outcome_again(before: Outcome, repository: Repository, day: date, earlier: Sequence[Record], naming: Naming) -> Outcome | None:
    """All that the checks find now, where only texts have changed since ``before``: those of the records that were ``earlier`` so."""
    now = [repository.of_kind(old.KIND).get(old.slug) for old in earlier]
    changed = [new for old, new in zip(earlier, now, strict=True) if new is not None and _differ_in_text(old, new)]
    quoting = _quoting(repository, changed, naming)
    if len(changed) < len(earlier) or quoting is None or any(map(has_comments, (*earlier, *changed, *quoting))):
        return None
    paths = {record.path for record in changed}
    looking = {name for name, one in catalogue().items() if one.of_text or not one.looks}
    found = [
        *(fault for fault in before.faults if not (fault.check in looking if fault.path in paths else _is_of(fault, quoting))),
        *faults_of(repository.focused(paths), day, looking),
        *faults_of(repository.focused({record.path for record in quoting if record.path not in paths}), day, {_QUOTE}),
    ]
    if _has_limits(before.faults, repository) or _has_limits(found, repository):
        return None
    rules = {name: before.rules.get(name) or catalogue()[name].check.rule for name in dict.fromkeys(fault.check for fault in found)}
    return Outcome(tuple(sorted(found, key=lambda fault: fault.order)), rules, before.records)


def _is_of(fault: Fault, quoting: Collection[Record]) -> bool:
    return fault.check == _QUOTE and any(fault.path == record.path for record in quoting)


def _differ_in_text(old: Record, new: Record) -> bool:
    """Whether nothing differs between two versions of a record but its text, and nothing that other records look at in it."""
    before, after = old.document, new.document
    return (
        before.text[: before.body_start] == after.text[: after.body_start]
        and (before.header_start, old.doubtful) == (after.header_start, new.doubtful)
        and not any(fault.check == _OUTSIDE for fault in (*before.faults, *after.faults))
        and (not isinstance(old, Meeting) or _filed(old) == _filed(new))
    )


def _filed(record: Record) -> frozenset[str]:
    """The topics under which there is something in a text; '' for what is under none."""
    return frozenset(prose.topic for prose in prose_of(record))


def _quoting(repository: Repository, changed: Iterable[Record], naming: Naming) -> list[Commitment] | None:
    """The commitments that may quote one of some records; None where that is not known."""
    found: dict[str, Commitment] = {}
    for record in changed:
        named = naming(Commitment.KIND, record.slug)
        if named is None:
            return None
        commitments = (repository.of(Commitment).get(slug) for slug in named)
        found.update({one.slug: one for one in commitments if one is not None and repository.resolve(one.made_at) is record})
    return list(found.values())


def _has_limits(faults: Iterable[Fault], repository: Repository) -> bool:
    """Whether what a check finds in one record may depend on how much it found before it."""
    many = {name for name, count in Counter(fault.check for fault in faults).items() if count >= MOST_LOOKED_FOR}
    return not _LIMITED.isdisjoint(many | set_aside(repository.configuration.ignored))
