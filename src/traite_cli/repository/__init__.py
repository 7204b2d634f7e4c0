"""All records of one moment, and what can be derived from them."""

from traite_cli.repository.attendance import Attendee, Delegation, attendee, delegations, subject_of
from traite_cli.repository.audience import Cut, audience_of, for_audience, narrowest, wider
from traite_cli.repository.configuration import Configuration, Ignored, Rendering, read_configuration
from traite_cli.repository.entries import Entry, entries, entry
from traite_cli.repository.loading import Reached, load, slug_of
from traite_cli.repository.marked_lines import MarkedLine, marked_lines
from traite_cli.repository.memberships import OF_THE_COLLECTIVE, affiliation, members_on, memberships_on, role_in, standing_on
from traite_cli.repository.moment import answered_on, held_by, on_day
from traite_cli.repository.naming import names, short_name
from traite_cli.repository.prose import Prose, plain, prose_of
from traite_cli.repository.quotes import passages_of_quote
from traite_cli.repository.recognising import Candidate, How, Recognised, Recogniser
from traite_cli.repository.references import BodyReference, body_references, is_relative, references
from traite_cli.repository.repository import Mention, Repository
from traite_cli.repository.spellings import family_name, known_as, name_words, named, said, spellings
from traite_cli.repository.states import OPEN, SETTLED, State, made_on, parts_of, state_on

__all__ = [
    "OF_THE_COLLECTIVE",
    "OPEN",
    "SETTLED",
    "Attendee",
    "BodyReference",
    "Candidate",
    "Configuration",
    "Cut",
    "Delegation",
    "Entry",
    "How",
    "Ignored",
    "MarkedLine",
    "Mention",
    "Prose",
    "Reached",
    "Recognised",
    "Recogniser",
    "Rendering",
    "Repository",
    "State",
    "affiliation",
    "answered_on",
    "attendee",
    "audience_of",
    "body_references",
    "delegations",
    "entries",
    "entry",
    "family_name",
    "for_audience",
    "held_by",
    "is_relative",
    "known_as",
    "load",
    "made_on",
    "marked_lines",
    "members_on",
    "memberships_on",
    "name_words",
    "named",
    "names",
    "narrowest",
    "on_day",
    "parts_of",
    "passages_of_quote",
    "plain",
    "prose_of",
    "read_configuration",
    "references",
    "role_in",
    "said",
    "short_name",
    "slug_of",
    "spellings",
    "standing_on",
    "state_on",
    "subject_of",
    "wider",
]
