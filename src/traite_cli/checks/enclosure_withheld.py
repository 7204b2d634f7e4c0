"""A document sent with an edition may be read by those the edition is made for.

One that is for fewer people is left out of their copy, its title too, and nobody sees that something was to be enclosed.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Edition, WrittenDocument
from traite_cli.language import N_
from traite_cli.repository import Repository, audience_of, wider

_EDITION = {"records/editions/2015-01-22.md": "---\ntitle: Document de travail\ndate: 2015-01-22\nenclosures:\n  - {}\n---\n"}

CHECK = Check(
    code="TR512",
    severity=Severity.INFO,
    messages={"": N_("this enclosure has the audience “{circle}”, the edition “{readers}”: its copies will not name it")},
    hints={"": N_("leave it so, or give the document in {path} the audience of the edition")},
    faulty=Example(
        {
            **{path: text.format("⟦rapport⟧") for path, text in _EDITION.items()},
            "records/documents/rapport.md": "---\ntitle: Le rapport de la France\naudience: contributors\n---\n",
        }
    ),
    healthy=Example(
        {
            **{path: text.format("rapport") for path, text in _EDITION.items()},
            "records/documents/rapport.md": "---\ntitle: Le rapport de la France\naudience: members\n---\n",
        }
    ),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The enclosures that the readers of their edition may not read."""
    for edition in repository.examined(Edition):
        readers = audience_of(edition, repository.configuration)
        for enclosure in edition.enclosures:
            document = repository.get(WrittenDocument, enclosure.document)
            circle = readers if document is None else audience_of(document, repository.configuration)
            if document is not None and circle != readers and wider(readers, circle):
                facts: dict[str, Fact] = {"circle": circle, "readers": readers, "path": document.path}
                yield edition.document.fault("enclosure-withheld", *enclosure.place_of("document"), "", facts)
