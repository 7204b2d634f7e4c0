"""A person and an organisation never have one name between them.

Some fields take either: where both are called « emmaus » nobody could say which of the two made the promise.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Organisation, Person
from traite_cli.language import N_
from traite_cli.repository import Repository

CHECK = Check(
    code="TR313",
    severity=Severity.ERROR,
    messages={"": N_("the organisation {other} has the name “{slug}” too, and a person never shares it")},
    hints={"": N_("rename one of the two, then look whom each reference means: traite rename people/{slug} …")},
    faulty=Example(
        {
            "records/people/emmaus.md": "⟦⟧---\nname: Frère Emmaüs\n---\n",
            "records/organisations/emmaus.md": "---\nname: Emmaüs\n---\n",
        }
    ),
    healthy=Example(
        {
            "records/people/frere-emmaus.md": "---\nname: Frère Emmaüs\n---\n",
            "records/organisations/emmaus.md": "---\nname: Emmaüs\n---\n",
        }
    ),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The people who have an organisation’s name."""
    organisations = repository.of(Organisation)
    for person in repository.examined(Person):
        if person.slug in organisations:
            yield Fault("slug-shared", person.path, facts={"slug": person.slug, "other": organisations[person.slug].path})
