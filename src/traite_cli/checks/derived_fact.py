"""What traite can work out is not written down.

Where a promise stands, whether its deadline is past, who came to which meetings: all of it follows from other fields, on any day one
asks about. Written down as well, it would soon say something else than they do.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_COMMITMENT = "---\ntitle: Annoter le rapport\neach_member: true\nmade_on: 2015-01-22\n{}\n---\n"

CHECK = Check(
    code="TR223",
    severity=Severity.ERROR,
    messages={
        "state": N_("“{key}” need not be written: traite works it out from the follow-ups"),
        "overdue": N_("“{key}” need not be written: traite works it out from the deadline and the day"),
        "progress": N_("“{key}” need not be written: traite counts the parts of a commitment that are kept"),
        "parts": N_("“{key}” need not be written: each part of a commitment names the whole"),
        "held": N_("“{key}” need not be written: a meeting is held once its date is past"),
        "attendance": N_("“{key}” need not be written: traite finds it in the attendance lists of the meetings"),
        "answers": N_("“{key}” need not be written: traite works it out from the answers"),
        "topic": N_("“{key}” need not be written: a topic is open until the day given as closed:"),
        "referrers": N_("“{key}” need not be written: traite finds the records that name this one"),
        "slug": N_("“{key}” need not be written: a record is called by the name of its file"),
        "kind": N_("“{key}” need not be written: the folder says of which kind a record is"),
        "history": N_("“{key}” need not be written: git keeps who changed a record and when"),
    },
    hints={
        "state": N_("delete the line, and say what was seen: traite follow-up {slug} --status … --note …"),
        "overdue": N_("delete the line; the deadline itself is given as due: 2014-12"),
        "progress": N_("delete the line; each part is a record of its own, with part_of: and the name of this one"),
        "parts": N_("delete the line, and write part_of: with the name of this record into each part"),
        "held": N_("delete the line; a meeting that was called off says cancelled: true"),
        "attendance": N_("delete the line, and name the person or organisation among the participants of each meeting"),
        "answers": N_("delete the line, and record each answer: traite answer {slug} 1 --status … --text …"),
        "topic": N_("delete the line, and write closed: and the day if it was closed"),
        "referrers": N_("delete the line; it is for the other records to name this one"),
        "slug": N_("delete the line"),
        "kind": N_("delete the line"),
        "history": N_("delete the line"),
    },
    faulty=Example({"records/commitments/annoter.md": _COMMITMENT.format("⟦status⟧: en cours")}),
    healthy=Example({"records/commitments/annoter.md": _COMMITMENT.format("follow_ups:\n  - {date: 2015-02-02, status: in_progress}")}),
)
