"""A field that is given says something.

Quotes with nothing between them are a text that was never written: leaving the line out says the same and hides nothing.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR219",
    severity=Severity.ERROR,
    messages={"": N_("“{field}” should hold a text, and there is none")},
    hints={"": N_("write the text, or delete the line")},
    faulty=Example({"records/meetings/pleniere.md": '---\ntitle: Réunion plénière\ndate: 2015-02-02\nroom: ⟦""⟧\n---\n'}),
    healthy=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\nroom: Salle 3002\n---\n"}),
)
