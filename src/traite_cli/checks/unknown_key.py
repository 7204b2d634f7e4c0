"""A field is one that its kind of record knows.

A name typed wrong would otherwise hide what it holds from every list and document, without a word. Fields of your own have their
place under `x:`.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_MESSAGE = N_("“{key}” is none of the fields that can stand here")

CHECK = Check(
    code="TR210",
    severity=Severity.ERROR,
    messages={"": _MESSAGE, "near": _MESSAGE},
    hints={
        "": N_("use one of these fields: {known}; one of your own is written x: {{{key}: …}}"),
        "near": N_("write “{near}:” if that is what was meant; a field of your own is written x: {{{key}: …}}"),
    },
    faulty=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\n⟦lieu⟧: au siège\n---\n"}),
    healthy=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\nplace: au siège\n---\n"}),
    mends=True,
)
