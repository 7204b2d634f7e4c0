"""All fields of a record stand in one front matter, between the first line --- and the second.

Below the second one the text begins: fields that stand there are printed as text, and whom the record is for may be among them. Until
they are in their place, nobody but the contributors is shown the record.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR123",
    severity=Severity.ERROR,
    messages={
        "": N_("the text of the record begins with a field, “{key}”, which is not read here"),
        "second": N_("a second front matter begins here, with “{key}”, and only the first one is read"),
    },
    hints={
        "": N_("move the line above the second line ---"),
        "second": N_("keep one front matter: move its lines above the second line ---, and delete the lines --- that are left over"),
    },
    faulty=Example(
        {"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\n---\n⟦---⟧\ndate: 2015-02-02\n---\n\nLa séance est ouverte.\n"}
    ),
    healthy=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\n---\n\nLa séance est ouverte.\n"}),
)
