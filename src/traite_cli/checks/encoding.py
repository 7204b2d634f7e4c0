"""A file is UTF-8 text.

Every tool that reads the records takes them for UTF-8, as the web and git do. Saved in another encoding, an « é » comes out as
« Ã© » or as a question mark in what is circulated.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR101",
    severity=Severity.ERROR,
    messages={
        "": N_("this character is not UTF-8 text, which a record has to be"),
        "windows": N_("“{character}” is saved in the Windows-1252 encoding; a record has to be UTF-8 text"),
        "utf-16": N_("this file is saved as UTF-16; a record has to be UTF-8 text"),
    },
    hints={
        "": N_("open the file, check its accents, and save it with the encoding “UTF-8”"),
        "utf-16": N_("save the file again, choosing the encoding “UTF-8”"),
    },
    faulty=Example({}, raw={"records/topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n".encode("cp1252")}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n"}),
)
