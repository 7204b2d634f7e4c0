"""An address begins with https://, http:// or mailto:.

Only these can be followed from a document without harm; without its beginning an address leads nowhere.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_MESSAGE = N_("“{value}” is not an address that begins with https://, http:// or mailto:")

CHECK = Check(
    code="TR217",
    severity=Severity.ERROR,
    messages={"": _MESSAGE, "+": _MESSAGE},
    hints={
        "": N_("copy the whole address from the page itself"),
        "+": N_("write {suggestion}"),
    },
    faulty=Example({"records/organisations/cncdh.md": "---\nname: CNCDH\nwebsite: ⟦www.cncdh.fr⟧\n---\n"}),
    healthy=Example({"records/organisations/cncdh.md": "---\nname: CNCDH\nwebsite: https://www.cncdh.fr\n---\n"}),
    mends=True,
)
