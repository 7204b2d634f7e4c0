"""The filters of ``list``, written out by ``scripts/filters.py``: no kind is imported for the sake of an option."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A filter: its name, what it leaves (a message id), what it takes, the kinds it is for, the kinds of the records it takes."""

    name: str
    meaning: str
    takes: str
    kinds: tuple[str, ...]
    records: tuple[str, ...]

    @property
    def option(self) -> str:
        return f"--{self.name.replace('_', '-')}"


KINDS = ("meetings", "people", "organisations", "commitments", "requests", "topics", "updates", "documents", "editions")
ROWS = (
    Row(
        "topic",
        "Filed under this topic; of people and organisations, those who follow it too.",
        "record",
        KINDS,
        ("topics",),
    ),
    Row(
        "person",
        "That name this person.",
        "record",
        KINDS,
        ("people",),
    ),
    Row(
        "organisation",
        "That name this organisation; meetings where its people were, what each member owes; of people, those with a function there.",
        "record",
        KINDS,
        ("organisations",),
    ),
    Row(
        "text",
        "With these words in the title or name.",
        "words",
        KINDS,
        (),
    ),
    Row(
        "since",
        "Dated or made on that day or later.",
        "date",
        ("meetings", "commitments", "requests", "updates", "documents", "editions"),
        (),
    ),
    Row(
        "until",
        "Dated or made on that day or earlier.",
        "date",
        ("meetings", "commitments", "requests", "updates", "documents", "editions"),
        (),
    ),
    Row(
        "before",
        "Dated or made before.",
        "date",
        ("meetings", "commitments", "requests", "updates", "documents", "editions"),
        (),
    ),
    Row(
        "state",
        "In this state on the day asked about.",
        "state",
        ("commitments", "meetings", "organisations", "topics"),
        (),
    ),
    Row(
        "with",
        "At which this person or organisation was, present or met.",
        "record",
        ("meetings",),
        ("people", "organisations"),
    ),
    Row(
        "planned",
        "Still to be held on the day asked about.",
        "flag",
        ("meetings",),
        (),
    ),
    Row(
        "held",
        "Held by the day asked about.",
        "flag",
        ("meetings",),
        (),
    ),
    Row(
        "function",
        "Who hold a function with these words.",
        "words",
        ("people",),
        (),
    ),
    Row(
        "memberships",
        "Who hold or ever held a function in this organisation.",
        "record",
        ("people",),
        ("organisations",),
    ),
    Row(
        "member",
        "Members of the collective on the day asked about.",
        "flag",
        ("organisations",),
        (),
    ),
    Row(
        "by",
        "Promised by, or on behalf of.",
        "record",
        ("commitments",),
        ("people", "organisations"),
    ),
    Row(
        "to",
        "Promised or put to.",
        "record",
        ("commitments", "requests"),
        ("people", "organisations"),
    ),
    Row(
        "overdue",
        "Overdue on the day asked about.",
        "flag",
        ("commitments",),
        (),
    ),
    Row(
        "due_since",
        "Still owed, and due on that day or later; with --state, in that state.",
        "date",
        ("commitments",),
        (),
    ),
    Row(
        "due_before",
        "Still owed, and due before; with --state, in that state.",
        "date",
        ("commitments",),
        (),
    ),
    Row(
        "silent_for",
        "Not settled, and not looked at for so long: 90d, 6m.",
        "span",
        ("commitments",),
        (),
    ),
    Row(
        "unanswered",
        "With a question that nobody has answered.",
        "flag",
        ("requests",),
        (),
    ),
    Row(
        "classification",
        "Sort",
        "sort",
        ("meetings", "organisations", "requests", "documents"),
        (),
    ),
    Row(
        "cancelled",
        "Called off",
        "flag",
        ("meetings",),
        (),
    ),
    Row(
        "organisers",
        "Organised by",
        "record",
        ("meetings",),
        ("organisations",),
    ),
    Row(
        "prepares",
        "Prepares",
        "record",
        ("meetings",),
        ("meetings",),
    ),
    Row(
        "minutes_approved",
        "Minutes approved at",
        "record",
        ("meetings",),
        ("meetings",),
    ),
    Row(
        "documents",
        "Documents",
        "record",
        ("meetings",),
        ("documents",),
    ),
    Row(
        "parents",
        "Belongs to",
        "record",
        ("organisations",),
        ("organisations",),
    ),
    Row(
        "on_behalf_of",
        "On behalf of",
        "record",
        ("commitments",),
        ("organisations",),
    ),
    Row(
        "made_at",
        "Made at",
        "record",
        ("commitments",),
        ("meetings", "updates"),
    ),
    Row(
        "each_member",
        "Owed by each member",
        "flag",
        ("commitments",),
        (),
    ),
    Row(
        "part_of",
        "Part of",
        "record",
        ("commitments",),
        ("commitments",),
    ),
    Row(
        "prepared_at",
        "Prepared at",
        "record",
        ("requests",),
        ("meetings",),
    ),
    Row(
        "raised_at",
        "Raised at",
        "record",
        ("requests",),
        ("meetings",),
    ),
    Row(
        "lead",
        "Followed by",
        "record",
        ("topics",),
        ("people", "organisations"),
    ),
    Row(
        "parent",
        "Part of",
        "record",
        ("topics",),
        ("topics",),
    ),
    Row(
        "meetings",
        "Meetings",
        "record",
        ("updates", "editions"),
        ("meetings",),
    ),
    Row(
        "authors",
        "Authors",
        "record",
        ("documents", "editions"),
        ("people", "organisations"),
    ),
    Row(
        "next_meeting",
        "Next meeting",
        "record",
        ("editions",),
        ("meetings",),
    ),
    Row(
        "contributors",
        "With the help of",
        "record",
        ("editions",),
        ("people",),
    ),
    Row(
        "enclosures",
        "Enclosures",
        "record",
        ("editions",),
        ("documents",),
    ),
)
