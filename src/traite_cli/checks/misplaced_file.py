"""Every file among the records stands in the folder of its kind and ends in .md.

The folder says what a record is. A file anywhere else is a record that no list and no document will ever show.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR108",
    severity=Severity.ERROR,
    messages={
        "folder": N_("“{name}” stands in none of the folders for records, so it is not read"),
        "folder-near": N_("“{name}” stands in none of the folders for records, so it is not read"),
        "deeper": N_("“{name}” stands in a folder inside {near}/, where it is not read"),
        "ending": N_("“{name}” is not read: a record is a file whose name ends in .md"),
        "ending-near": N_("“{name}” is not read: a record is a file whose name ends in .md"),
    },
    hints={
        "folder": N_("move the file into one of these folders of records/: {kinds}"),
        "folder-near": N_("move the file into records/{near}/"),
        "deeper": N_("move the file up into records/{near}/"),
        "ending": N_("move the file into attachments/"),
        "ending-near": N_("change the ending of the file’s name to .md"),
    },
    faulty=Example({"records/topic/sejour.md": "⟦⟧---\ntitle: Le titre de séjour\n---\n"}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n"}),
)
