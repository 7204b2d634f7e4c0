"""What somebody typed that says no one day or time: why, and what it could have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from traite_cli.language.catalogue import N_
from traite_cli.language.dates_aloud import say_date
from traite_cli.language.lists import enumerate_words

if TYPE_CHECKING:
    from traite_cli.dates import EdtfDate
    from traite_cli.language.catalogue import Translator

NO_DATE = N_("“{said}” is not understood as a date")
PERHAPS = N_("“{said}” is not understood as a date; perhaps {readings}")
NO_TIME = N_("“{said}” is not understood as a time")
NO_SUCH_DAY = N_("“{said}” is a day that no calendar has")
NO_YEAR = N_("“{said}” does not say the year")
TWO_WAYS = N_("“{said}” can be read as {readings}")
OTHER_WEEKDAY = N_("“{said}” does not go together: the date is {readings}")
NOT_IN_A_ROW = N_("“{said}” says several days that do not follow one another")
BACKWARDS = N_("“{said}” ends before it begins")


class Unclear(NamedTuple):
    """Why a text is not understood (a message), and the dates between which whoever typed it may choose."""

    said: str
    why: str
    readings: tuple[EdtfDate, ...] = ()

    def told(self, t: Translator) -> str:
        """What to tell whoever typed it."""
        readings = (say_date(one, t.language, weekday=True) for one in self.readings)
        return t(self.why, said=self.said, readings=enumerate_words(readings, t.language, alternative=True))
