"""A text that holds a colon and a space stands between quotes.

YAML takes « dans le monde : une exploitation » for a field named « dans le monde ». traite reads it as the text that was meant,
and asks for the quotes that every other tool needs.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR114",
    severity=Severity.ERROR,
    messages={"": N_("a text that holds a colon has to stand between double quotes")},
    hints={"": N_("write it like this: {line}")},
    faulty=Example({"records/topics/traite.md": "---\ntitle: ⟦La traite dans le monde : une exploitation⟧\n---\n"}),
    healthy=Example({"records/topics/traite.md": '---\ntitle: "La traite dans le monde : une exploitation"\n---\n'}),
    mends=True,
)
