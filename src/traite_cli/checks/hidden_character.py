"""No character hides in a text.

Control characters and marks that turn the direction of writing come along when text is pasted. Nobody sees them, and they can make
a line look like another, break a document or command a terminal.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

CHECK = Check(
    code="TR103",
    severity=Severity.ERROR,
    messages={
        "": N_("an invisible control character ({code_point}) hides here"),
        "bidirectional": N_("an invisible mark that turns the direction of writing ({code_point}) hides here"),
    },
    hints={
        "": N_("delete the character, or type the words around it again"),
    },
    faulty=Example({"records/people/alice-tallon.md": "---\nname: Alice ⟦\u202e⟧Tallon\n---\n"}),
    healthy=Example({"records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n"}),
    mends=True,
)
