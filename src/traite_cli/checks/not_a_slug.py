"""A record is called by the name of its file, in lower-case letters without accents, digits and hyphens.

Names of people change and are spelt in several ways; the name of a file is one and the same in every reference to it.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR216",
    severity=Severity.ERROR,
    messages={
        "": N_("“{value}” cannot be the name of a file: lower-case letters without accents, digits and hyphens were expected"),
        "reference": N_("“{value}” is not the name of a file: {expected} was expected, by the name of its file without .md"),
    },
    hints={
        "": N_("write {slug}"),
        "reference": N_("write {slug}, if that is the name of the file"),
    },
    faulty=Example(
        {
            "records/topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\nlead: ⟦Raphaël Sodini⟧\n---\n",
            "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\n---\n",
        }
    ),
    healthy=Example(
        {
            "records/topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\nlead: raphael-sodini\n---\n",
            "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\n---\n",
        }
    ),
    mends=True,
)
