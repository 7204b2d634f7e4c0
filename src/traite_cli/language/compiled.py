"""A compiled catalogue (« The Format of GNU MO Files », gettext manual), searched where it lies.

It holds two thousand messages, and a call says some dozens: to take all of them out first is a fifteenth of a start.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from struct import unpack_from

_PAIR = 8


class Compiled:
    """The messages of a catalogue, which are in the order of their bytes. Plurals are those of French: from two on."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._count, self._originals, self._translations = unpack_from("<3I", data, 8)
        # A report says the same sentence a thousand times.
        self._found = cache(self._looked_up)

    def gettext(self, message: str) -> str:
        """The translation of a message; itself where there is none."""
        return (self._found(message) or (message,))[0]

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The form of a translation for ``n``; of the message where there is none."""
        forms = self._found(singular) or (singular, plural)
        return forms[int(n > 1)]

    def _looked_up(self, message: str) -> tuple[str, ...]:
        wanted = message.encode()
        place = bisect_left(range(self._count), wanted, key=self._original)
        if place == self._count or self._original(place) != wanted:
            return ()
        return tuple(self._text(self._translations, place).decode().split("\0"))

    def _original(self, number: int) -> bytes:
        """A message, without its plural."""
        return self._text(self._originals, number).partition(b"\0")[0]

    def _text(self, table: int, number: int) -> bytes:
        length, start = unpack_from("<2I", self._data, table + _PAIR * number)
        return self._data[start : start + length]
