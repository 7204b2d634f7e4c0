"""Each hyphen of a list has something behind it.

An empty line of a list is a name or a point that somebody meant to add: the list is one short, and nobody sees which.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR221",
    severity=Severity.ERROR,
    messages={"": N_("nothing stands behind this hyphen of the list “{field}”")},
    hints={"": N_("write what belongs there, or delete the line")},
    faulty=Example({"records/people/alice-tallon.md": "---\nname: Alice Tallon\nother_names:\n  - Alice Talon\n  ⟦-⟧\n---\n"}),
    healthy=Example({"records/people/alice-tallon.md": "---\nname: Alice Tallon\nother_names:\n  - Alice Talon\n---\n"}),
)
