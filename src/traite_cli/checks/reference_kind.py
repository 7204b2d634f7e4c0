"""Where records of several kinds can stand, the reference says the kind and the name: `updates/2015-01-22-site`.

Two records of different kinds may have one name; the folder before it says which of them is meant.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_EDITION = "---\ntitle: Document de travail\ndate: 2015-01-22\nsections:\n  - title: Le site\n    records: {}\n---\n"
_UPDATE = {
    "records/updates/2015-site.md": "---\ntitle: Le site\ndate: 2015-01-20\ntopics: site\n---\n",
    "records/topics/site.md": "---\ntitle: Le site\n---\n",
}

CHECK = Check(
    code="TR311",
    severity=Severity.ERROR,
    messages={
        "kind": N_("“{value}” is in {kind}/, where {expected} was expected"),
        "kind-unknown": N_("“{value}” begins with “{kind}”, which is no folder of records"),
        "bare": N_("“{value}” does not say of which kind the record is"),
    },
    hints={
        "kind": N_("write the name of a record that lies in: {kinds}"),
        "kind-unknown": N_("begin with the name of its folder: {kinds}"),
        "bare": N_("write the folder and / before it, for example updates/{value}"),
    },
    faulty=Example({"records/editions/2015-01-22.md": _EDITION.format("⟦2015-site⟧"), **_UPDATE}),
    healthy=Example({"records/editions/2015-01-22.md": _EDITION.format("updates/2015-site"), **_UPDATE}),
)
