"""A record is called by the name of its file, in lower-case letters without accents, digits and hyphens.

Names of people change and are spelt in several ways; the name of a file is one and the same in every reference to it.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_REFERENCE = N_("“{value}” is not the name of a file: {expected} was expected, by the name of its file without .md")
_HINTS = {
    "reference": N_("write {slug}, if that is the name of the file"),
    "reference+known": N_("write {near} ({label})"),
    "reference+several": N_("write one of these: {names}"),
    "reference+near": N_("write {near} ({label}), which is the nearest, or make the record: {command}"),
    "reference+entry": N_("write {line}"),
    "reference+entry-new": N_("write {line}, and make the record: {command}"),
    "reference+list": N_("write each in a line of its own:{lines}"),
}

CHECK = Check(
    code="TR216",
    severity=Severity.ERROR,
    messages={
        "": N_("“{value}” cannot be the name of a file: lower-case letters without accents, digits and hyphens were expected"),
        **dict.fromkeys(_HINTS, _REFERENCE),
    },
    hints={"": N_("write {slug}"), **_HINTS},
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
