"""No conflict between two versions is left open.

When git cannot put two people's changes together it writes both into the file, between marks. Until somebody has chosen, the
record says two things at once.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR104",
    severity=Severity.ERROR,
    messages={"": N_("two versions of the text stand here one after the other, and nobody has chosen yet")},
    hints={"": N_("keep the right lines, and delete those that begin with <<<<<<<, ======= and >>>>>>>")},
    faulty=Example(
        {
            "records/topics/sejour.md": (
                "---\ntitle: Le titre de séjour\n---\n\n"
                "⟦<<<<<<<⟧ HEAD\nLe délai est de trente jours.\n=======\nLe délai est de quarante jours.\n>>>>>>> relecture\n"
            )
        }
    ),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n\nLe délai est de quarante jours.\n"}),
)
