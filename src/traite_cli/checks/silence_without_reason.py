"""A comment that silences a fault says why.

Whoever reads the record in a year has to know whether the reason still holds; without one nobody dares to take the comment out.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_PROMISE = "---\ntitle: Écrire aux préfets\neach_member: true\nmade_at: pleniere\nquote: écrira une lettre  {}\n---\n"
_MEETING = {"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2014-10-22\n---\n\nM. Sodini a répondu par courriel.\n"}

CHECK = Check(
    code="TR911",
    severity=Severity.WARNING,
    messages={"": N_("this comment silences a fault and gives no reason")},
    hints={"": N_("write the reason behind the bracket, in a few words: traite: ignore[TR312] the record is to come")},
    faulty=Example({"records/commitments/lettre.md": _PROMISE.format("⟦# traite: ignore[TR410]⟧"), **_MEETING}),
    healthy=Example({"records/commitments/lettre.md": _PROMISE.format("# traite: ignore[TR410] promis au téléphone"), **_MEETING}),
)
