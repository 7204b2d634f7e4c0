"""The vocabularies of the tables: which words a column holds, of those that records have of their own (``open``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from traite_cli.asking.sql_names import fields_of
from traite_cli.index.keywords import column_name
from traite_cli.index.schema import tables
from traite_cli.kinds import AUDIENCE_WORDS, SEVERAL, Answer, Choice
from traite_cli.language import N_
from traite_cli.saying.vocabulary import MEETING_STATES, STATES, Words, labels_of

_FOLLOWING: Mapping[tuple[str, str], Words] = {
    ("records", "kind"): SEVERAL,
    ("meetings", "state"): MEETING_STATES,
    ("organisations", "standing"): STATES["organisations"],
    ("commitments", "status"): STATES["commitments"],
    ("states", "status"): STATES["commitments"],
    ("questions", "status"): {"unanswered": N_("without an answer"), **labels_of(Answer, "status")},
    ("attendance", "capacity"): {
        "participants": N_("attendance"),
        "interlocutors": N_("interview"),
        "excused": N_("apologies"),
        "represented": N_("proxy given"),
    },
}
"""The words of columns that are no field."""


@cache
def words_held(table: str) -> Mapping[str, Words]:
    """The columns of a table that hold words of a vocabulary, with these."""
    found = {column_name(one.name): one.type.labels for one in fields_of(table) if isinstance(one.type, Choice)}
    followed = {column: words for (name, column), words in _FOLLOWING.items() if name == table}
    names = {column.name for column in tables()[table].columns}
    audience = {"audience": AUDIENCE_WORDS} if "audience" in names else {}
    return {**found, **audience, **followed}
