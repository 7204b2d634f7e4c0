"""A file does not begin with a byte order mark.

Some Windows editors put this invisible mark before the first line. traite reads past it, but other tools no longer see that the
file begins with ---.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR102",
    severity=Severity.WARNING,
    messages={"": N_("an invisible mark (BOM) stands before the first character of the file, and other programs trip over it")},
    hints={"": N_("save the file as “UTF-8” rather than “UTF-8 with BOM”")},
    faulty=Example({}, raw={"records/topics/sejour.md": b"\xef\xbb\xbf---\ntitle: Le titre\n---\n"}),
    healthy=Example({"records/topics/sejour.md": "---\ntitle: Le titre\n---\n"}),
    mends=True,
)
