"""A title, a name or a place is one line of text.

It is printed within a line, in a table or as a heading; what needs several lines belongs into the text of the record.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR220",
    severity=Severity.ERROR,
    messages={"": N_("the text of “{field}” has several lines, where one was expected")},
    hints={"": N_("write it on one line; what is longer belongs below the second line ---")},
    faulty=Example({"records/topics/sejour.md": "---\ntitle: ⟦|⟧\n  Le titre de séjour\n  et les récépissés\n---\n"}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour et les récépissés\n---\n"}),
)
