"""The file that a document points to lies under attachments/.

Whatever lies elsewhere is on one person's computer only, or is none of the collective's business, and cannot be sent along.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR218",
    severity=Severity.ERROR,
    messages={"": N_("“{value}” is not the name of a file in attachments/")},
    hints={"": N_("put the file into attachments/ and write its name alone, for example: file: 2014-rapport-france.pdf")},
    faulty=Example({"records/documents/rapport.md": "---\ntitle: Rapport de la France\nfile: ⟦../Bureau/rapport.pdf⟧\n---\n"}),
    healthy=Example(
        {"records/documents/rapport.md": "---\ntitle: Rapport de la France\nfile: 2014-rapport-france.pdf\n---\n"},
        raw={"attachments/2014-rapport-france.pdf": b"%PDF-1.7\n"},
    ),
)
