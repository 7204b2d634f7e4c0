"""A section of an edition says something, or names what it draws on.

Without a title, a text, a meeting, a topic or records it would be a number with nothing behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.given import given
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Edition
from traite_cli.language import N_
from traite_cli.repository import Repository

_EDITION = "---\ntitle: Document de travail\ndate: 2015-01-22\nsections:\n{}---\n"

CHECK = Check(
    code="TR426",
    severity=Severity.ERROR,
    messages={"": N_("this section has neither a title nor anything that it draws on")},
    hints={"": N_("add title: and text:, or what it draws on: meeting:, topic: or records:")},
    faulty=Example({"records/editions/2015-01-22.md": _EDITION.format("  - ⟦subject: Le site⟧\n")}),
    healthy=Example({"records/editions/2015-01-22.md": _EDITION.format("  - title: Le site\n    text: Le site est en ligne.\n")}),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The sections that name nothing."""
    for edition in repository.examined(Edition):
        for section in edition.sections:
            if not given(edition, section, "title", "text", "meeting", "topic", "records"):
                yield edition.document.fault("section-without-content", *section.extent)
