"""How many records of each kind a made-up collective has, what each is called, and when it happened.

All of it follows from a record's number, so that any record can refer to any other before either is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prose import ACTS, DATES_SAID, FIRST_NAMES, LAST_NAMES

FIRST_DAY, LAST_DAY = date(2005, 1, 3), date(2024, 12, 20)
COLLECTIVE = "collectif-des-associations"
# Commitments are what remains.
SHARES = {
    "editions": 0.01, "topics": 0.02, "requests": 0.05, "documents": 0.07, "organisations": 0.08, "meetings": 0.13, "people": 0.18,
    "updates": 0.20,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class World:
    """How many records of each kind there are; who they are follows from their number."""

    count: dict[str, int]

    @classmethod
    def of(cls, records: int) -> World:
        """So many records in all."""
        count = {kind: max(1, int(records * share)) for kind, share in SHARES.items()}
        return cls({**count, "commitments": records - sum(count.values())})

    def day(self, kind: str, number: int) -> date:
        """The day of the record with this number: a kind's records stand evenly between the first day and the last."""
        return FIRST_DAY + (LAST_DAY - FIRST_DAY) * number // max(1, self.count[kind])

    def at(self, kind: str, other: str, number: int) -> int:
        """The number of the record of one kind that falls together with one of another."""
        return min(number * self.count[kind] // self.count[other], self.count[kind] - 1)

    def issue(self, number: int) -> date:
        """An edition's date: when the next one's meetings begin."""
        return self.day("editions", number + 1)

    def organisation(self, number: int) -> str:
        """The first is the collective itself."""
        number %= self.count["organisations"]
        return COLLECTIVE if number == 0 else f"organisation-{number}"

    def institution(self, number: int) -> str:
        """A body that promises: every fourth organisation."""
        return self.organisation(4 * (1 + number % max(1, (self.count["organisations"] - 1) // 4)))

    def member(self, number: int) -> str:
        """An association, which may be a member."""
        return self.organisation(4 * (number % max(1, self.count["organisations"] // 4)) + 1)

    def person(self, number: int) -> str:
        """Their name, and a number that tells them from others of that name."""
        number %= self.count["people"]
        return f"{_slug(first_name(number))}-{_slug(last_name(number))}-{number}"

    def topic(self, day: date, offset: int) -> str:
        """One of the dossiers of a time: two for each edition's period, and their neighbours."""
        passed = (day - FIRST_DAY) / (LAST_DAY - FIRST_DAY)
        return f"dossier-{(int(passed * self.count['topics']) + offset) % self.count['topics']}"

    def meeting(self, number: int) -> str:
        """Named by its day."""
        return f"{self.day('meetings', number)}-rencontre-{number}"

    def update(self, number: int) -> str:
        """Named by its day."""
        return f"{self.day('updates', number)}-nouvelles-{number}"

    def origin(self, commitment: int) -> tuple[str, int]:
        """Where a commitment was made: every tenth in an update, the others at meetings."""
        kind = "updates" if commitment % 10 == 0 else "meetings"
        return kind, self.at(kind, "commitments", commitment)


def first_name(number: int) -> str:
    """A person's first name."""
    return FIRST_NAMES[number % len(FIRST_NAMES)]


def last_name(number: int) -> str:
    """A person's last name."""
    return LAST_NAMES[number // len(FIRST_NAMES) % len(LAST_NAMES)]


def full_name(number: int) -> str:
    """A person's name."""
    return f"{first_name(number)} {last_name(number)}"


def _slug(text: str) -> str:
    return text.lower().translate(str.maketrans("éèêëîïôâç", "eeeeiioac"))


def linked(world: World, number: int) -> str:
    """A person named in a text."""
    return f"[{full_name(number % world.count['people'])}](../people/{world.person(number)}.md)"


def promise(number: int) -> str:
    """The words of a commitment: they stand in the minutes, and its quote has them from there."""
    act, when = ACTS[number % len(ACTS)], DATES_SAID[number % len(DATES_SAID)]
    return f"s’engage sous le numéro {number} à {act} et à en rendre compte par écrit au Collectif {when}"


def quote(number: int) -> str:
    """The words of a commitment as its record has them, some left out of every third."""
    words = promise(number)
    return words.replace("et à en rendre compte par écrit", "[…]") if number % 3 == 0 else words


def made_at(world: World, kind: str, number: int) -> Iterator[int]:
    """The commitments made at a meeting or in an update."""
    each = world.count["commitments"] / world.count[kind]
    for one in range(max(0, int(number * each) - 1), min(int((number + 1) * each) + 2, world.count["commitments"])):
        if world.origin(one) == (kind, number):
            yield one
