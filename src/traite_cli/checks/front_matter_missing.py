"""A record begins with its front matter, between two lines ---.

The facts of a record stand there, one field a line; the text comes after. Without the first line --- nothing can tell the ones from
the other.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR110",
    severity=Severity.ERROR,
    messages={
        "": N_("the file does not begin with a line ---, so none of its fields could be read"),
        "late": N_("something stands before the first line ---, so none of the fields could be read"),
        "empty": N_("this file is empty; a record begins with a line --- and its fields"),
    },
    hints={
        "": N_("write --- on the very first line, then the fields, one a line, then --- again, then the text"),
        "late": N_("delete what stands before ---, empty lines and spaces too, or move it below the second line ---"),
        "empty": N_("write the record into it, or delete it"),
    },
    faulty=Example({"records/topics/sejour.md": "⟦title: Le titre de séjour⟧\n\nLes délais sont longs.\n"}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n\nLes délais sont longs.\n"}),
)
