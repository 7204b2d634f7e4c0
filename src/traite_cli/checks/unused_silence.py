"""A comment that silences a fault has one to silence.

Once the fault is mended the comment stays behind, and would hide the next one that is made in that place. What concerns audiences
is told whatever a comment says: it could let a passage out to those it is not for.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_UNKNOWN = N_("no fault has the code “{code}”, so this comment silences nothing")
_TOPIC = '---\ntitle: "Groupe #3"{}\n---\n'

CHECK = Check(
    code="TR910",
    severity=Severity.WARNING,
    messages={
        "": N_("this comment silences {code}, and there is no such fault here"),
        "unknown": _UNKNOWN,
        "unknown+": _UNKNOWN,
        "audiences": N_("{code} is about who may read a passage, and no comment silences that"),
        "not-understood": N_("this comment is meant to silence a fault, and names none"),
    },
    hints={
        "": N_("take {code} out of the comment, or delete the comment"),
        "unknown": N_("look for the code in the list: traite explain"),
        "unknown+": N_("write one of the nearest codes if it is meant: {near}"),
        "audiences": N_("mend what is told, and delete the comment"),
        "not-understood": N_("write the code between brackets and the reason behind: traite: ignore[TR412] and why"),
    },
    faulty=Example({"records/topics/groupe-3.md": _TOPIC.format("  # traite: ignore[⟦TR115⟧] le numéro n’importe pas")}),
    healthy=Example({"records/topics/groupe-3.md": _TOPIC.format("")}),
)
