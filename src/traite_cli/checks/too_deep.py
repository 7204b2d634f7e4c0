"""Front matter does not nest deeply.

No record needs more than a list within a list. Thousands of brackets inside one another are an accident or an attack, and are not
read.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR106",
    severity=Severity.ERROR,
    messages={"": N_("more than {most} brackets or lists stand inside one another here, and the front matter was not read")},
    hints={"": N_("take the brackets away, or put the text that holds them between quotes")},
    faulty=Example({"records/topics/sejour.md": "---\ntitle: Le titre\nx: " + "[" * 40 + "⟦[⟧" + "]" * 41 + "\n---\n"}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre\nx: {cotes: [12, 14]}\n---\n"}),
)
