"""A field with a fixed list of words holds one of them.

Lists and documents sort by these words; one that is spelt otherwise would be in none of them. They are English, so that each means
the same in every collective.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_MESSAGE = N_("“{value}” is none of the words that “{field}” takes")

CHECK = Check(
    code="TR213",
    severity=Severity.ERROR,
    messages={"": _MESSAGE, "near": _MESSAGE},
    hints={
        "": N_("write one of these words: {choices}"),
        "near": N_("write “{near}” if that is what was meant; the words are: {choices}"),
    },
    faulty=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\nclassification: ⟦plenière⟧\n---\n"}),
    healthy=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\nclassification: plenary\n---\n"}),
    mends=True,
)
