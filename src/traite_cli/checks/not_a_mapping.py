"""Front matter is made of fields: a name, a colon, a value.

A list or a mere sentence between the two lines --- says nothing that could be filed under a field.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR112",
    severity=Severity.ERROR,
    messages={"": N_("no field stands between the two lines ---: each is a name, a colon and a value")},
    hints={"": N_("write each fact on a line like this one: title: Le titre de séjour")},
    faulty=Example({"records/topics/sejour.md": "---\n⟦- Le titre de séjour⟧\n---\n"}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n"}),
)
