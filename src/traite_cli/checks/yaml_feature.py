"""Every value stands where it is used, as it is meant.

YAML lets a value be named with & and repeated with *, or be turned into something else with !. Records are read by people: nobody
should have to look elsewhere for what a field says.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR116",
    severity=Severity.ERROR,
    messages={
        "anchor": N_("“&{name}” at the beginning would name this value so as to repeat it, which records do not do"),
        "alias": N_("“*{name}” would repeat a value from elsewhere, which records do not do"),
        "tag": N_("“{tag}” at the beginning would turn this value into something else, which records do not do"),
    },
    hints={
        "anchor": N_("delete “&{name}”; if it is a part of the text, put the whole text between double quotes"),
        "alias": N_("write the value itself here"),
        "tag": N_("delete “{tag}”; if it is a part of the text, put the whole text between double quotes"),
    },
    faulty=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\nplace: ⟦&siege⟧ au siège\n---\n"}),
    healthy=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\nplace: au siège\n---\n"}),
)
