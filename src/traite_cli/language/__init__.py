"""Words: what people read and how they write it, in French and in English.

Messages and their catalogue, dates and lists said aloud, spellings folded, near names found, typography. Importing this room loads no
catalogue and no library; what is heavy is imported where it is used.
"""

import typing

from traite_cli.language.catalogue import N_, N_n, Translator, translator
from traite_cli.language.languages import LANGUAGES, Language, language_of_locale
from traite_cli.language.mistyped import mistyped, surest
from traite_cli.language.nearest import nearest
from traite_cli.language.promises import promises, what_is_promised
from traite_cli.language.typography import french, typography

if typing.TYPE_CHECKING:
    from traite_cli.language.articles import at_place, is_body, of_date, of_name, the_kind, the_name, to_name
    from traite_cli.language.capitals import in_small_letters
    from traite_cli.language.date_choice import Toward
    from traite_cli.language.date_lists import say_dates
    from traite_cli.language.dates_aloud import say_date, say_deadline, say_move, say_since, say_time
    from traite_cli.language.dates_in_text import DateFound, dates_in, weekday_said
    from traite_cli.language.dates_understood import Sense, date_and_time, is_open, says_both_ends, understood_date, understood_time
    from traite_cli.language.deadlines import deadline, without_deadline
    from traite_cli.language.entry_words import heads_a_list, is_function, looks_like_organisation, looks_like_person
    from traite_cli.language.folding import fold, fold_in_place, sorted_as, words
    from traite_cli.language.given_names import GIVEN_NAMES, is_given_name
    from traite_cli.language.honorifics import has_honorific, is_honorific, may_address, without_honorific
    from traite_cli.language.known_names import KnownNames
    from traite_cli.language.lists import enumerate_words
    from traite_cli.language.markdown_words import escaped, one_line, paragraph_line
    from traite_cli.language.marks import Mark, marked, unmarked
    from traite_cli.language.near_names import may_be_names, nearly_known, one_slip_apart
    from traite_cli.language.promises.promise import Promise
    from traite_cli.language.sentences import sentences_in
    from traite_cli.language.small_words import telling_words
    from traite_cli.language.spans import Span, span
    from traite_cli.language.spelling import Spelling
    from traite_cli.language.stretches import Stretches
    from traite_cli.language.system_errors import system_reason
    from traite_cli.language.times_in_text import TimeFound, times_in
    from traite_cli.language.unclear import Unclear
    from traite_cli.language.word_lists import word_list

__all__ = [
    "GIVEN_NAMES",
    "LANGUAGES",
    "N_",
    "DateFound",
    "KnownNames",
    "Language",
    "Mark",
    "N_n",
    "Promise",
    "Sense",
    "Span",
    "Spelling",
    "Stretches",
    "TimeFound",
    "Toward",
    "Translator",
    "Unclear",
    "at_place",
    "date_and_time",
    "dates_in",
    "deadline",
    "enumerate_words",
    "escaped",
    "fold",
    "fold_in_place",
    "french",
    "has_honorific",
    "heads_a_list",
    "in_small_letters",
    "is_body",
    "is_function",
    "is_given_name",
    "is_honorific",
    "is_open",
    "language_of_locale",
    "looks_like_organisation",
    "looks_like_person",
    "marked",
    "may_address",
    "may_be_names",
    "mistyped",
    "nearest",
    "nearly_known",
    "of_date",
    "of_name",
    "one_line",
    "one_slip_apart",
    "paragraph_line",
    "promises",
    "say_date",
    "say_dates",
    "say_deadline",
    "say_move",
    "say_since",
    "say_time",
    "says_both_ends",
    "sentences_in",
    "sorted_as",
    "span",
    "surest",
    "system_reason",
    "telling_words",
    "the_kind",
    "the_name",
    "times_in",
    "to_name",
    "translator",
    "typography",
    "understood_date",
    "understood_time",
    "unmarked",
    "weekday_said",
    "what_is_promised",
    "without_deadline",
    "without_honorific",
    "word_list",
    "words",
]

_LATER = {
    "capitals": ("in_small_letters",),
    "date_choice": ("Toward",),
    "dates_in_text": ("DateFound", "dates_in", "weekday_said"),
    "dates_understood": ("Sense", "date_and_time", "is_open", "says_both_ends", "understood_date", "understood_time"),
    "deadlines": ("deadline", "without_deadline"),
    "entry_words": ("heads_a_list", "is_function", "looks_like_organisation", "looks_like_person"),
    "given_names": ("GIVEN_NAMES", "is_given_name"),
    "honorifics": ("has_honorific", "is_honorific", "may_address", "without_honorific"),
    "known_names": ("KnownNames",),
    "markdown_words": ("escaped", "one_line", "paragraph_line"),
    "marks": ("Mark", "marked", "unmarked"),
    "sentences": ("sentences_in",),
    "small_words": ("telling_words",),
    "spans": ("Span", "span"),
    "times_in_text": ("TimeFound", "times_in"),
    "unclear": ("Unclear",),
    "word_lists": ("word_list",),
}
"""What few commands need is loaded when it is first asked for: the names of each module."""

_SOON = {
    "articles": ("at_place", "is_body", "of_date", "of_name", "the_kind", "the_name", "to_name"),
    "date_lists": ("say_dates",),
    "dates_aloud": ("say_date", "say_deadline", "say_move", "say_since", "say_time"),
    "folding": ("fold", "fold_in_place", "sorted_as", "words"),
    "lists": ("enumerate_words",),
    "near_names": ("may_be_names", "nearly_known", "one_slip_apart"),
    "promises.promise": ("Promise",),
    "spelling": ("Spelling",),
    "stretches": ("Stretches",),
    "system_errors": ("system_reason",),
}
"""What most commands need, but none before it is told what to do. A name that its own module has too can be in neither table."""

if not typing.TYPE_CHECKING:
    from traite_cli.later import later

    __getattr__ = later(__name__, _LATER | _SOON)
