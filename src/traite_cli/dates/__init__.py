"""Dates and times as records write them, and how they compare with a day.

The subset of EDTF (ISO 8601-2) of the record format. Nothing here knows words, locales or the clock.
"""

from traite_cli.dates.clock import TimeSpan
from traite_cli.dates.edtf import EdtfDate, Precision, began_by, is_before, is_past
from traite_cli.dates.faults import DateError, DateFault, TimeError, TimeFault
from traite_cli.dates.period import Period

__all__ = [
    "DateError",
    "DateFault",
    "EdtfDate",
    "Period",
    "Precision",
    "TimeError",
    "TimeFault",
    "TimeSpan",
    "began_by",
    "is_before",
    "is_past",
]
