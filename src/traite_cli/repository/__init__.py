"""All records of one moment, and what can be derived from them."""

from traite_cli.repository.attendance import Attendee, Delegation, attendee, delegations, subject_of
from traite_cli.repository.audience import NARROWEST, Cut, audience_of, for_audience, narrowest, texts_in, wider
from traite_cli.repository.configuration import Configuration, Ignored, Rendering, read_configuration
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
from traite_cli.repository.prose import Prose, plain, prose_of
from traite_cli.repository.quotes import passages_of_quote
from traite_cli.repository.references import BodyReference, body_references, is_relative, references
from traite_cli.repository.reporting import period_of, reported_meetings
from traite_cli.repository.repository import Mention, Repository
from traite_cli.repository.states import OPEN, SETTLED, State, made_on, parts_of, state_on

__all__ = [
    "NARROWEST",
    "OF_THE_COLLECTIVE",
    "OPEN",
    "SETTLED",
    "Attendee",
    "BodyReference",
    "Cache",
    "Configuration",
    "Contents",
    "Cut",
    "Delegation",
    "Ignored",
    "Mention",
    "Placed",
    "Prose",
    "Reached",
    "Rendering",
    "Repository",
    "State",
    "affiliation",
    "answered_on",
    "attendee",
    "audience_of",
    "body_references",
    "delegations",
    "for_audience",
    "held_by",
    "is_relative",
    "load",
    "made_on",
    "members_on",
    "memberships_on",
    "names",
    "narrowest",
    "no_collection",
    "on_day",
    "parts_of",
    "passages_of_quote",
    "period_of",
    "placed",
    "plain",
    "prose_of",
    "read_configuration",
    "read_contents",
    "references",
    "reported_meetings",
    "role_in",
    "short_name",
    "slug_of",
    "standing_on",
    "state_on",
    "subject_of",
    "texts_in",
    "told_of_names",
    "unread",
    "wider",
]
