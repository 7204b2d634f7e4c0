"""Front matter ends with a second line ---.

Where it is missing one cannot be sure which lines are fields and which are text, so nobody but the contributors is shown the
record until it is there.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR111",
    severity=Severity.ERROR,
    messages={
        "": N_("the front matter begins here and no second line --- closes it"),
        "dots": N_("the front matter ends with ..., where a second line --- was expected"),
    },
    hints={
        "": N_("write --- on a line of its own between the last field and the text"),
        "dots": N_("write --- in its place"),
    },
    mends=True,
    faulty=Example({"records/topics/sejour.md": "⟦---⟧\ntitle: Le titre de séjour\n\nLes délais sont longs.\n"}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n\nLes délais sont longs.\n"}),
)
