"""A time is written 9:30, 9h30 or 18 h 30, and from one time to another with / between: 9:30/12:00.

Invitations and calendars take it from there.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_NO_TIME = N_("“{value}” is not a time")

CHECK = Check(
    code="TR215",
    severity=Severity.ERROR,
    messages={
        "not_a_time": _NO_TIME,
        "not_a_time+": _NO_TIME,
        "no_such_time": N_("“{value}” is a time that no clock shows"),
        "end_before_start": N_("“{value}” ends before it begins"),
    },
    hints={
        "": N_("write a time like 9:30, or 9:30/12:00 with its end"),
        "not_a_time+": N_("write {suggestion}"),
        "end_before_start": N_("write the beginning before the / and the end after it, like 9:30/12:00"),
    },
    faulty=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\ntime: ⟦9 heures 30⟧\n---\n"}),
    healthy=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\ntime: 9h30\n---\n"}),
    mends=True,
)
