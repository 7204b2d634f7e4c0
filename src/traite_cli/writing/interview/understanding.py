"""What somebody typed for a field, as the record holds it: by the type that the field is declared with.

Names of records are understood in ``naming``: they may be of somebody who has none yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from traite_cli.dates import EdtfDate
from traite_cli.errors import Choices, UsageError
from traite_cli.kinds import AnyField, Choice, meant_among, word_among
from traite_cli.kinds.types import AttachmentPath, Date, Number, Text, Time, Truth, Url
from traite_cli.language import N_, Sense, Toward, Unclear, fold, say_date, understood_date, understood_time
from traite_cli.saying.given import unclear

_URL = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_BARE_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?:[/?]\S*)?")
_BARE_MAIL = re.compile(r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER_TO_CALL = re.compile(r"\+?[\d\s.()/-]{6,}")
_YES = frozenset({"oui", "o", "yes", "y", "true", "vrai", "1"})
_TOWARD: Mapping[str, Toward] = {"due": "future", "made_on": "past", "start_date": "past", "opened": "past", "after": "future"}
"""Where a day without its year is looked for: a deadline is to come, what was promised is past."""


def date_said(name: str, text: str, sense: Sense) -> EdtfDate | Unclear:
    """The date that a text says, for the field of a name."""
    return understood_date(text, sense.day, toward=_TOWARD.get(name, "nearest"), language=sense.language)


def as_said(date: EdtfDate, sense: Sense) -> str:
    """A date as somebody could type it, in words where these are understood as the same."""
    said = say_date(date, sense.language)
    return said if understood_date(said, sense.day, language=sense.language) == date else date.text


def value_of(field: AnyField, text: str, sense: Sense) -> object:
    """What a text says for a field without fields of its own, and that is no reference. Raises ``UsageError``."""
    text = " ".join(text.split()) if not (isinstance(field.type, Text) and field.type.lines) else text.strip()
    match field.type:
        case Date():
            return _clear(date_said(field.name, text, sense), sense)
        case Time():
            return _clear(understood_time(text), sense)
        case Choice() as kind:
            return word_of(kind.labels, text)
        case Truth():
            return fold(text) in _YES
        case Url():
            return _address(text)
        case Number() | AttachmentPath() | Text():
            return text
    raise TypeError(field.type)


def word_of(labels: Mapping[str, str], text: str) -> str:
    """The word of a list that a text means, in either language. Raises ``UsageError`` with what is near."""
    found = word_among(labels, text)
    if not found:
        near = meant_among(labels, text)
        hint = N_("perhaps: {near}") if near else N_("one of: {choices}")
        raise UsageError(
            N_("“{value}” is none of the words for this"),
            hint=hint,
            value=text,
            near=Choices({near: labels[near]} if near else {}),
            choices=Choices(labels),
        )
    return found


def reached_by(text: str) -> dict[str, str]:
    """A way to reach somebody: « 01 45 49 52 21 », « a@b.org », or any other with its sort before it (« adresse : 106, rue du Bac »)."""
    sort, colon, value = (part.strip() for part in text.partition(":"))
    if colon and sort and value and len(sort.split()) == 1 and "/" not in sort:
        return {"type": sort.lower(), "value": value}
    if _BARE_MAIL.fullmatch(text):
        return {"type": "email", "value": text}
    return {"type": "phone" if _NUMBER_TO_CALL.fullmatch(text) else "address", "value": text}


def _clear(found: Any, sense: Sense) -> object:
    if isinstance(found, Unclear):
        raise unclear(found, sense)
    return found


def _address(text: str) -> str:
    """An address as it can be followed; who types one at a terminal leaves its beginning out."""
    if _URL.fullmatch(text):
        return text
    if _BARE_MAIL.fullmatch(text):
        return f"mailto:{text}"
    if _BARE_SITE.fullmatch(text):
        return f"https://{text}"
    raise UsageError(N_("“{value}” is no address of a page"), hint=N_("it begins with https:// or http://"), value=text)
