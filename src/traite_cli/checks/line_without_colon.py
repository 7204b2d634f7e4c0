"""Every line of the front matter is a field, or goes on with the one above it.

A field is a name, a colon and a space: « date 2015-02-02 » says nothing to the machine, and the meeting would have no date.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_MESSAGE = N_("“{text}” has no colon between the name of a field and its value")

CHECK = Check(
    code="TR119",
    severity=Severity.ERROR,
    messages={"": _MESSAGE, "word": _MESSAGE},
    hints={
        "": N_("begin the line with a field’s name, a colon and a space, or indent it by two spaces if it goes on with the line above"),
        "word": N_("write it like this: {line}"),
    },
    faulty=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\n⟦date 2015-02-02⟧\n---\n"}),
    healthy=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\n---\n"}),
)
