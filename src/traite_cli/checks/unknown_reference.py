"""A reference leads to a record that exists.

A slug typed wrong would otherwise drop a person from an attendance list without a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.near import Near, fitting_kinds
from traite_cli.checks.typed import new
from traite_cli.diagnostics import Edit, Fact, Fault, Severity
from traite_cli.kinds import Record, Ref
from traite_cli.language import N_
from traite_cli.repository import Repository, references, references_alone

_EITHER = "people/organisations"
_MESSAGES = {
    _EITHER: N_("“{slug}” is neither a known person nor a known organisation"),
    "people": N_("“{slug}” is not a known person"),
    "organisations": N_("“{slug}” is not a known organisation"),
    "meetings": N_("“{slug}” is not a known meeting"),
    "commitments": N_("“{slug}” is not a known commitment"),
    "requests": N_("“{slug}” is not a known request"),
    "topics": N_("“{slug}” is not a known topic"),
    "updates": N_("“{slug}” is not a known update"),
    "documents": N_("“{slug}” is not a known document"),
    "editions": N_("“{slug}” is not a known edition"),
}
_HINTS = {
    "": N_("correct the name, or make its record: {command}"),
    "+either": N_("correct the name, or make its record: {command} for a person, {other} for an organisation"),
    "+near": N_("write {near} ({label}), which is the nearest, or make the record: {command}"),
    "+elsewhere": N_("correct the name; {near} ({label}) is called so, but belongs in another field"),
}

_VARIANTS = [(kinds, ending) for kinds in _MESSAGES for ending in _HINTS if ending != "+either" or kinds == _EITHER]

CHECK = Check(
    code="TR310",
    severity=Severity.ERROR,
    messages={kinds + ending: _MESSAGES[kinds] for kinds, ending in _VARIANTS},
    hints={kinds + ending: _HINTS[ending] for kinds, ending in _VARIANTS},
    faulty=Example(
        {
            "records/topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\nlead: ⟦raphael-sodoni⟧\n---\n",
            "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\n---\n",
        }
    ),
    healthy=Example(
        {
            "records/topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\nlead: raphael-sodini\n---\n",
            "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\n---\n",
        }
    ),
    mends=True,
)


def find(repository: Repository) -> Iterator[Fault]:
    """The references to records that are not there."""
    near, known = Near(repository), _Known(repository)
    for record in repository.all_examined():
        if any(ref.slug not in known[ref.kinds] for ref in references_alone(record)):
            yield from (_fault(near, record, ref) for _, ref in references(record) if ref.slug not in known[ref.kinds])


class _Known(dict[tuple[str, ...], frozenset[str]]):
    """The slugs that there are of some kinds: nearly every reference is found here, without a look at the record."""

    def __init__(self, repository: Repository) -> None:
        super().__init__()
        self._repository = repository

    def __missing__(self, kinds: tuple[str, ...]) -> frozenset[str]:
        self[kinds] = frozenset(slug for kind in kinds for slug in self._repository.of_kind(kind))
        return self[kinds]


def _fault(near: Near, record: Record, ref: Ref) -> Fault:
    elsewhere = near.elsewhere(ref.slug)
    found = elsewhere or near.record(ref.slug, ref.kinds)
    fitting = fitting_kinds(ref.slug, ref.kinds, found)
    ending = "+elsewhere" if elsewhere else "+near" if found else "+either" if len(fitting) > 1 else ""
    commands = [new(kind, "--slug", ref.slug) for kind in fitting]
    facts: dict[str, Fact] = {"slug": ref.slug, "command": commands[0], "other": commands[-1]}
    if found:
        facts |= {"near": found.ref if elsewhere else found.slug, "label": found.label}
    edits = () if elsewhere else _edits(record, ref, near.certain(ref.slug, ref.kinds))
    return record.document.fault("unknown-reference", *ref.place, "/".join(ref.kinds) + ending, facts, edits)


def _edits(record: Record, ref: Ref, meant: Record | None) -> tuple[Edit, ...]:
    """The name of the record that is certainly meant, written as the one that stands there is: alone or with its kind."""
    start, end = ref.place
    kind, _, slug = record.document.text[start:end].strip("\"'").rpartition("/")
    if meant is None or slug != ref.slug or kind not in {"", meant.KIND}:
        return ()
    return (record.document.edit(start, end, f"{kind}/{meant.slug}" if kind else meant.slug),)
