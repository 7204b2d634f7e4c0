"""All records of one moment, and what can be derived from them."""

import typing

from traite_cli.repository.attendance import Attendee, Delegation, attendee, delegations, subject_of
from traite_cli.repository.audience import (
    NARROWEST,
    Cut,
    audience_of,
    for_audience,
    may_withhold,
    narrowest,
    own_audience,
    texts_in,
    told_audience,
    wider,
)
from traite_cli.repository.configuration import Configuration, Ignored, Rendering, read_configuration
from traite_cli.repository.doubts import Doubt, doubts_of
from traite_cli.repository.loading import (
    Cache,
    Contents,
    Placed,
    Reached,
    load,
    no_collection,
    placed,
    read_contents,
    slug_of,
    told_of_names,
    unread,
)
from traite_cli.repository.memberships import OF_THE_COLLECTIVE, affiliation, members_on, memberships_on, role_in, standing_on
from traite_cli.repository.moment import answered_on, held_by, on_day
from traite_cli.repository.naming import names, short_name
from traite_cli.repository.prose import Prose, filed_prose, plain, prose_of
from traite_cli.repository.quotes import passages_of_quote, quote_in_words
from traite_cli.repository.references import BodyReference, body_references, is_relative, references, references_alone, shown_references
from traite_cli.repository.reporting import period_of, reported_meetings
from traite_cli.repository.repository import TOLD, Mention, Names, Relations, Repository, told
from traite_cli.repository.spellings import family_name, name_words, named, named_like, sorting_name, spellings, spellings_of, words_of
from traite_cli.repository.states import OPEN, SETTLED, State, dated, made_on, parts_of, state_on

if typing.TYPE_CHECKING:
    from traite_cli.repository.agenda import Proposal, Reason, agenda_proposals
    from traite_cli.repository.entry_reading import Entry, entries, entry
    from traite_cli.repository.finding import Taken, kind_and_slug, of_day, record_called, record_taken
    from traite_cli.repository.marking import MarkedLine, marked_lines
    from traite_cli.repository.planned import DAYS_AROUND, has_minutes, is_told, planned_like, to_complete
    from traite_cli.repository.recognising import Candidate, How, Recognised, Recogniser
    from traite_cli.repository.shown_names import only_named

__all__ = [
    "DAYS_AROUND",
    "NARROWEST",
    "OF_THE_COLLECTIVE",
    "OPEN",
    "SETTLED",
    "TOLD",
    "Attendee",
    "BodyReference",
    "Cache",
    "Candidate",
    "Configuration",
    "Contents",
    "Cut",
    "Delegation",
    "Doubt",
    "Entry",
    "How",
    "Ignored",
    "MarkedLine",
    "Mention",
    "Names",
    "Placed",
    "Proposal",
    "Prose",
    "Reached",
    "Reason",
    "Recognised",
    "Recogniser",
    "Relations",
    "Rendering",
    "Repository",
    "State",
    "Taken",
    "affiliation",
    "agenda_proposals",
    "answered_on",
    "attendee",
    "audience_of",
    "body_references",
    "dated",
    "delegations",
    "doubts_of",
    "entries",
    "entry",
    "family_name",
    "filed_prose",
    "for_audience",
    "has_minutes",
    "held_by",
    "is_relative",
    "is_told",
    "kind_and_slug",
    "load",
    "made_on",
    "marked_lines",
    "may_withhold",
    "members_on",
    "memberships_on",
    "name_words",
    "named",
    "named_like",
    "names",
    "narrowest",
    "no_collection",
    "of_day",
    "on_day",
    "only_named",
    "own_audience",
    "parts_of",
    "passages_of_quote",
    "period_of",
    "placed",
    "plain",
    "planned_like",
    "prose_of",
    "quote_in_words",
    "read_configuration",
    "read_contents",
    "record_called",
    "record_taken",
    "references",
    "references_alone",
    "reported_meetings",
    "role_in",
    "short_name",
    "shown_references",
    "slug_of",
    "sorting_name",
    "spellings",
    "spellings_of",
    "standing_on",
    "state_on",
    "subject_of",
    "texts_in",
    "to_complete",
    "told",
    "told_audience",
    "told_of_names",
    "unread",
    "wider",
    "words_of",
]

_LATER = {
    "agenda": ("Proposal", "Reason", "agenda_proposals"),
    "entry_reading": ("Entry", "entries", "entry"),
    "finding": ("Taken", "kind_and_slug", "of_day", "record_called", "record_taken"),
    "marking": ("MarkedLine", "marked_lines"),
    "planned": ("DAYS_AROUND", "has_minutes", "is_told", "planned_like", "to_complete"),
    "recognising": ("Candidate", "How", "Recognised", "Recogniser"),
    "shown_names": ("only_named",),
}
"""What few commands need is loaded when it is first asked for: the names of each module."""

if not typing.TYPE_CHECKING:
    from traite_cli.later import later

    __getattr__ = later(__name__, _LATER)
