"""The name of a field is a word.

A bracket at the beginning of a line opens a list for YAML, and a list is no name that a value could be filed under.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR118",
    severity=Severity.ERROR,
    messages={"": N_("a bracket opens where the name of a field was expected")},
    hints={"": N_("write the field’s name without brackets")},
    faulty=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\n⟦[⟧source]: courriel du 20 novembre\n---\n"}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\nsource: courriel du 20 novembre\n---\n"}),
)
