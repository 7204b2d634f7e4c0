"""What stands among the records, the attachments and the templates is an ordinary file that can be read.

A link could lead out of the repository, and a device never ends: neither is opened. A file that nobody may read is missing from
every list and document.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR107",
    severity=Severity.ERROR,
    messages={
        "link": N_("this is a link to another file or folder, and links are not followed"),
        "special": N_("this is no ordinary file and was not opened"),
        "too-deep": N_("this folder lies inside too many others, so nothing in it is read"),
        "permission": N_("this file or folder could not be read: permission was refused"),
        "gone": N_("this file disappeared while the records were being read"),
    },
    hints={
        "link": N_("put the file itself in the place of the link"),
        "special": N_("delete it, or put an ordinary file in its place"),
        "too-deep": N_("move the files into a folder that lies higher up"),
        "permission": N_("give yourself the right to read it, in its properties, then run the command again"),
        "gone": N_("run the command again"),
    },
    faulty=Example(
        {"records/topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\n---\n"},
        links={"records/topics/sejour.md": "titre-de-sejour.md"},
    ),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n"}),
)
