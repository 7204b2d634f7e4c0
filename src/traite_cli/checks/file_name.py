"""A record's file is named in lower-case letters without accents, digits and hyphens.

The file's name is the record's name, which references and published addresses use. Accents, capitals and spaces are not the same on
every computer.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR109",
    severity=Severity.ERROR,
    messages={"": N_("“{name}” is no name for a record: lower-case letters without accents, digits and hyphens were expected")},
    hints={
        "": N_("rename the file to {slug}.md"),
        "taken": N_("{slug}.md is another record already: keep one of the two if they are the same, or give this one another name"),
        "nameless": N_("rename the file, for example titre-de-sejour.md"),
    },
    faulty=Example({"records/people/Raphaël Sodini.md": "⟦⟧---\nname: Raphaël Sodini\n---\n"}),
    healthy=Example({"records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\n---\n"}),
)
