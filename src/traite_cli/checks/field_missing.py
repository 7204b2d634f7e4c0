"""A record gives the fields that its kind cannot do without.

A meeting without a title or an edition without a date could be neither listed nor printed.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR211",
    severity=Severity.ERROR,
    messages={
        "": N_("the field “{field}” is missing here, and it is required"),
        "empty": N_("the field “{field}” has no value, and it is required"),
    },
    hints={
        "": N_("add a line like this one: {field}: {example}"),
        "empty": N_("give it a value, for example: {field}: {example}"),
    },
    faulty=Example(
        {
            "records/updates/rapport.md": "---\n⟦title⟧: Le rapport est disponible\ntopics: rapport\n---\n",
            "records/topics/rapport.md": "---\ntitle: Le rapport\n---\n",
        }
    ),
    healthy=Example(
        {
            "records/updates/rapport.md": "---\ntitle: Le rapport est disponible\ndate: 2015-01-22\ntopics: rapport\n---\n",
            "records/topics/rapport.md": "---\ntitle: Le rapport\n---\n",
        }
    ),
)
