"""What a new record of each kind is asked for: the fields that a coordinator fills, in the order in which one thinks of them.

Each item has an option, so that a script can give what a person is asked; those without a question are for options only. What a field
holds, and what it is for, is declared in its kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from traite_cli.kinds import KINDS, AnyField, Attendance, Reference, Struct
from traite_cli.language import N_

BODY = "body"
"""The item for the text below the fields."""
EITHER = ("people", "organisations")

When = Literal["", "held", "planned", "met"]
"""When an item is asked: always, of a meeting whose day is past, of one to come, of one with an institution."""


class Item(NamedTuple):
    """One thing that a new record is given."""

    field: str
    option: str
    question: str = ""
    help: str = ""
    when: When = ""


_ENTER = N_("Enter to go on without")
_SEVERAL = N_("several with commas between them, by name or initials; Enter to go on without")
_WITH_FUNCTIONS = N_(
    "several with commas between them, by name or initials; who chaired or took notes: A. Tallon (chair); Enter to go on without"
)
_SEVERAL_NAMED = N_("several with commas between them; Enter to go on without")
_COMMON = (
    Item("topics", "--topic", N_("Which topics does it belong to?"), _SEVERAL_NAMED),
    Item("audience", "--audience"),
    Item("links", "--link"),
    Item("source", "--source"),
)

_UNASKED = (Item("topics", "--topic"), *_COMMON[1:])

FORMS: Mapping[str, tuple[Item, ...]] = {
    "meetings": (
        Item("date", "--date", N_("On which day?"), N_("as you say it: 2 February 2015, next Monday, 2/2/2015")),
        Item("title", "--title", N_("What is this meeting called?")),
        Item("short_title", "--short-title"),
        Item("classification", "--sort", N_("What sort of meeting is it?"), _ENTER),
        Item("time", "--time", N_("At what time?"), N_("9:30, or 9:30 to 12:00; Enter to go on without")),
        Item("place", "--place", N_("Where?"), _ENTER),
        Item("room", "--room"),
        Item("organisers", "--organiser"),
        Item("prepares", "--prepares"),
        Item("participants", "--with", N_("Who was there?"), _WITH_FUNCTIONS, "held"),
        Item("interlocutors", "--met", N_("Whom did you meet?"), _SEVERAL, "met"),
        Item("excused", "--excused", N_("Who sent apologies?"), _SEVERAL, "held"),
        Item("represented", "--represented", N_("Who gave a proxy?"), N_("Ella Adler by Karim Benali; Enter to go on without"), "held"),
        Item("agenda", "--agenda", N_("A point of the agenda?"), N_("one after the other; Enter when there are no more"), "planned"),
        Item("topics", "--topic", N_("Which topics does it belong to?"), _SEVERAL_NAMED),
        Item(BODY, "--body", N_("What was said: the minutes"), "", "held"),
        Item("decisions", "--decision", N_("What was decided?"), N_("one decision after the other; Enter when there are no more"), "held"),
        Item("notices", "--notice"),
        Item("minutes_approved", "--approved-at"),
        Item("documents", "--document"),
        Item("cancelled", "--cancelled"),
        *_COMMON[1:],
    ),
    "people": (
        Item("name", "--name", N_("What is the person’s name?"), N_("as it is to be printed")),
        Item("honorific", "--honorific", N_("How does one address this person?"), N_("M., Mme …; Enter to go on without")),
        Item("memberships", "--organisation", N_("For which organisation?"), _ENTER),
        Item("memberships.role", "--role", N_("In which function?"), _ENTER),
        Item("memberships.start_date", "--since", N_("Since when?"), N_("a day, a month or a year; Enter if you do not know")),
        Item(
            "contact_details",
            "--contact",
            N_("How can one reach this person?"),
            N_("an e-mail address or a telephone number; Enter to go on without"),
        ),
        Item("other_names", "--other-name"),
        Item("sort_name", "--sort-name"),
        Item(BODY, "--body"),
        *_UNASKED,
    ),
    "organisations": (
        Item("name", "--name", N_("What is the organisation called?"), N_("in full, as it is to be printed")),
        Item("acronym", "--acronym", N_("What is its acronym?"), _ENTER),
        Item("classification", "--sort", N_("What sort of organisation is it?"), _ENTER),
        Item("parents", "--part-of", N_("Which organisation does it belong to?"), _ENTER),
        Item("collective_membership", "--status", N_("What is it to the collective?"), _ENTER),
        Item("collective_membership.date", "--since", N_("Since when?"), N_("a day, a month or a year; Enter if you do not know")),
        Item("website", "--website", N_("What is its site?"), _ENTER),
        Item("other_names", "--other-name"),
        Item(BODY, "--body"),
        *_UNASKED,
    ),
    "commitments": (
        Item("made_at", "--made-at", N_("At which meeting was it promised?"), N_("its name or its day; Enter if it was at none")),
        Item("made_on", "--made-on", N_("On which day was it promised?"), N_("as you say it: 2 February 2015, yesterday, 2/2/2015")),
        Item("quote", "--quote", N_("In which words?"), N_("copied from the minutes, […] for what is left out; Enter to go on without")),
        Item("title", "--title", N_("What is the promise, in a few words?")),
        Item("by", "--by", N_("Who made it?"), N_("several with commas between them, by name or initials")),
        Item("on_behalf_of", "--for", N_("On behalf of which organisation?"), _ENTER),
        Item("to", "--to"),
        Item("due", "--due", N_("By when?"), N_("as you say it: end of February, before the summer, 2015-02; Enter if nobody said")),
        Item("kept_when", "--kept-when", N_("How will one know that it is kept?"), _ENTER),
        Item("part_of", "--part-of"),
        Item("each_member", "--each-member"),
        Item(BODY, "--body"),
        *_COMMON,
    ),
    "requests": (
        Item("to", "--to", N_("To whom is it sent?"), N_("several with commas between them, by name or initials")),
        Item("date", "--date", N_("On which day is it sent?"), N_("as you say it: 2 February 2015, today, 2/2/2015")),
        Item("title", "--title", N_("What is it called?")),
        Item("classification", "--sort", N_("Is it questions, proposals or a letter?"), _ENTER),
        Item("raised_at", "--raised-at", N_("At which meeting is it raised?"), N_("its name or its day; Enter to go on without")),
        Item("prepared_at", "--prepared-at"),
        Item(BODY, "--body", N_("The text as it is sent; each question on a line that begins with its number")),
        *_COMMON,
    ),
    "topics": (
        Item("title", "--title", N_("What is the topic called?")),
        Item("lead", "--lead", N_("Who follows it?"), _SEVERAL),
        Item("parent", "--part-of", N_("Which topic is it a part of?"), _ENTER),
        Item("opened", "--opened", N_("Since when is it followed?"), _ENTER),
        Item("closed", "--closed"),
        Item(BODY, "--body", N_("What it is about")),
        *_COMMON[1:],
        Item("topics", "--topic"),
    ),
    "updates": (
        Item("date", "--date", N_("Of which day is this news?"), N_("as you say it: 2 February 2015, yesterday, 2/2/2015")),
        Item("title", "--title", N_("What is its title?")),
        Item("topics", "--topic", N_("Which topics does it belong to?"), N_("several with commas between them")),
        Item("meetings", "--meeting", N_("Which meetings does it draw on?"), _SEVERAL),
        Item(BODY, "--body", N_("The text")),
        *_COMMON[1:],
    ),
    "documents": (
        Item("title", "--title", N_("What is the document’s title?")),
        Item("date", "--date", N_("When was it written?"), N_("a day, a month or a year; Enter to go on without")),
        Item("authors", "--author", N_("Who wrote it?"), _SEVERAL),
        Item("classification", "--sort", N_("What sort of document is it?"), _ENTER),
        Item("url", "--url", N_("Where is it published?"), N_("the address of the page; Enter to go on without")),
        Item("file", "--file"),
        Item(BODY, "--body"),
        *_COMMON,
    ),
    "editions": (
        Item("date", "--date", N_("What is the date of this issue?"), N_("as you say it: 2 February 2015, today, 2/2/2015")),
        Item("title", "--title", N_("What is its title?")),
        Item("place", "--place", N_("From which place is it dated?"), _ENTER),
        Item("period", "--period"),
        Item("meetings", "--meeting"),
        Item("next_meeting", "--next-meeting", N_("Which meeting does it announce?"), N_("its name or its day; Enter to go on without")),
        Item("authors", "--author", N_("Who made this issue?"), _SEVERAL),
        Item("contributors", "--contributor"),
        Item("enclosures", "--enclosure", N_("What is enclosed?"), N_("documents, with commas between them; Enter to go on without")),
        Item("parts", "--part"),
        Item(BODY, "--body", N_("The opening note")),
        *_COMMON,
    ),
}
"""The items of each kind, by the name of its folder."""


def field_of(kind: str, item: Item) -> AnyField | None:
    """The field that an item is about, be it one of an entry (``memberships.role``); None for the text."""
    name, _, inner = item.field.partition(".")
    field = KINDS[kind].FIELDS.get(name)
    return field.type.block.FIELDS[inner] if inner and field is not None and isinstance(field.type, Struct) else field


def is_required(kind: str, name: str) -> bool:
    """Whether an item that is asked has to be answered."""
    return name in KINDS[kind].REQUIRED or (kind, name) in _INSTEAD


def is_missing(kind: str, item: Item, filled: Mapping[str, object]) -> bool:
    """Whether a record cannot do without an item, and nothing else that is given excuses it."""
    excuse, word = _INSTEAD.get((kind, item.field), ("", ""))
    excused = filled.get(excuse) == word if word else bool(filled.get(excuse))
    return is_required(kind, item.field) and not filled.get(item.field) and not excused


def options_for(kind: str, item: Item) -> str:
    """The option of an item, with the one that may be given in its place."""
    excuse, word = _INSTEAD.get((kind, item.field), ("", ""))
    other = next((one.option for one in FORMS[kind] if excuse and not word and one.field == excuse), "")
    return f"{item.option} / {other}" if other else item.option


_INSTEAD: Mapping[tuple[str, str], tuple[str, str]] = {
    ("meetings", "date"): ("classification", "event"),
    ("commitments", "made_on"): ("made_at", ""),
    ("commitments", "by"): ("each_member", ""),
}
"""What a record cannot do without, unless something else is given, or is a certain word."""


def kinds_of(field: AnyField | None) -> Sequence[str]:
    """The kinds whose records a field names; none where it names no record."""
    if field is None:
        return ()
    if isinstance(field.type, Reference):
        return field.type.kinds
    if isinstance(field.type, Struct) and issubclass(field.type.block, Attendance):
        return EITHER
    if isinstance(field.type, Struct) and field.type.short in field.type.block.FIELDS:
        return kinds_of(field.type.block.FIELDS[field.type.short])
    return ()
