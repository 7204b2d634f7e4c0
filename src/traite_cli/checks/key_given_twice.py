"""A field is given once.

Most tools keep the last of two lines « date: » without a word, others the first: the two readers of one record would not read the
same day.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR117",
    severity=Severity.ERROR,
    messages={"": N_("“{key}” is given already, on line {line}")},
    hints={"": N_("keep one of the two lines, and bring together in it what both say")},
    faulty=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\n⟦date⟧: 2015-02-09\n---\n"}),
    healthy=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-09\n---\n"}),
)
