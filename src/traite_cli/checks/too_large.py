"""A record is a page or a few.

A file of a megabyte is no record but a document, a picture or an accident. It is not read, so that checking stays quick and fits in
memory.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR105",
    severity=Severity.ERROR,
    messages={
        "": N_("this file is larger than {most} KB and was not read; a record is a page or a few"),
        "header": N_("the front matter is longer than {most} KB and was not read"),
    },
    hints={
        "": N_("put the long text into attachments/, and make it a document: traite new-document --file …"),
        "header": N_("move the long texts below the second line ---, or split the record"),
    },
    faulty=Example({}, raw={"records/topics/sejour.md": b"---\ntitle: Le titre\n---\n" + b"Encore. " * 140_000}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre\n---\n\nEncore.\n"}),
)
