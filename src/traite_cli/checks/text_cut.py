"""A text is not cut by a number sign.

YAML takes everything from ` #` on for a comment: « Réunion #3 » without quotes would be printed « Réunion ».
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR115",
    severity=Severity.WARNING,
    messages={"": N_("the text stops before “#”: “{text}” is all that is read")},
    hints={"": N_("put the whole text between double quotes: {whole}")},
    faulty=Example({"records/topics/sejour.md": "---\ntitle: Réunion ⟦#3 du groupe⟧\n---\n"}),
    healthy=Example({"records/topics/sejour.md": '---\ntitle: "Réunion #3 du groupe"  # du jeudi\n---\n'}),
    mends=True,
)
