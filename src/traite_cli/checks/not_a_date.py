"""A date begins with the year: 2014-10-22, 2014-11 for the month, 2014 for the year.

Written this way a date means one day in every language, and dates sort as they follow. A period is two of them with / between,
and ~ behind a date says « about ».
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_MESSAGES = {
    "not_a_date": N_("“{value}” is not a date"),
    "no_such_day": N_("“{value}” is a day that no calendar has"),
    "no_such_month": N_("“{value}” has a month that no calendar has"),
    "no_such_year": N_("“{value}” has a year that no calendar has"),
    "end_before_start": N_("“{value}” ends before it begins"),
    "french_order": N_("“{value}” begins with the day, where the year was expected first"),
    "one_digit": N_("“{value}” gives a month or a day in one digit, where two were expected"),
    "separator": N_("“{value}” does not have hyphens between year, month and day"),
    "short_end": N_("“{value}” leaves out a part of its end, which is written whole"),
    "spaces": N_("“{value}” holds a space, where a date has none"),
    "time_of_day": N_("“{value}” gives a time, where a date alone was expected"),
    "words": N_("“{value}” is written in words, where a date in digits was expected"),
    "unsupported": N_("“{value}” is written in a way that is not used for dates here"),
}
_MENDED = tuple(reason for reason in _MESSAGES if reason not in {"no_such_day", "no_such_year"})
"""The reasons after which a date can be suggested; they end in a plus then."""
_HOW = N_("write a date like 2014-10-22, 2014-11 for a month or 2014 for a year")
_WRITE = N_("write {suggestion}")

CHECK = Check(
    code="TR214",
    severity=Severity.ERROR,
    messages={**_MESSAGES, **{f"{reason}+": _MESSAGES[reason] for reason in _MENDED}},
    hints={
        "": _HOW,
        "no_such_day": N_("look the day up in the calendar; the month alone is written like 2014-10"),
        "short_end": N_("write the first and the last day whole, like 2014-11-12/2014-11-13"),
        "unsupported": N_("write a date like 2014-10-22, 2014-11 or 2014, with ~ behind it if it is only about right"),
        **dict.fromkeys((f"{reason}+" for reason in _MENDED), _WRITE),
        "end_before_start+": N_("write {suggestion}, if the two days were only in the wrong order"),
        "time_of_day+": N_("write {suggestion}; the time of a meeting has a field of its own, time:"),
    },
    faulty=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: ⟦22/10/2015⟧\n---\n"}),
    healthy=Example({"records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-10-22\n---\n"}),
    mends=True,
)
