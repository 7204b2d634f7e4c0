"""A field holds what it is for: one text, a list, or fields of its own.

A list of titles for one meeting, or a mere address where a link and its note are expected, could only be printed wrongly.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR212",
    severity=Severity.ERROR,
    messages={
        "list": N_("“{field}” holds a list, where {expected} was expected"),
        "mapping": N_("“{field}” holds fields with a colon, where {expected} was expected"),
        "number": N_("“{field}” holds “{value}”, where a whole number from 1 on was expected"),
        "block-expected": N_("“{field}” holds a value alone, where these fields were expected: {fields}"),
        "own-expected": N_("fields of your own were expected under x:, each with its name"),
    },
    hints={
        "list": N_("keep one value, and write it on the field’s line without a hyphen or brackets"),
        "mapping": N_("write the value alone; a text that holds a colon stands between double quotes"),
        "number": N_("write the number in digits, for example 3"),
        "block-expected": N_("write it like this: {{{example}}}"),
        "own-expected": N_("write it like this: x: {{dossier: 12}}"),
    },
    faulty=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\nlinks:\n  - ⟦https://www.cncdh.fr⟧\n---\n"}),
    healthy=Example(
        {"records/topics/sejour.md": "---\ntitle: Le titre de séjour\nlinks:\n  - {url: https://www.cncdh.fr, note: le site}\n---\n"}
    ),
)
