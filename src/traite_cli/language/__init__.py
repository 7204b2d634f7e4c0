"""Words: what people read and how they write it, in French and in English.

Messages and their catalogue, dates and lists said aloud, spellings folded, near names found, typography. Importing this room loads no
catalogue and no library; what is heavy is imported where it is used.
"""

from traite_cli.language.articles import at_place, of_date, of_name, the_kind, the_name
from traite_cli.language.catalogue import N_, N_n, Translator, translator
from traite_cli.language.date_lists import say_dates
from traite_cli.language.dates_aloud import say_date, say_deadline, say_move, say_time
from traite_cli.language.deadlines import deadline
from traite_cli.language.folding import fold, words
from traite_cli.language.languages import LANGUAGES, Language, language_of_locale
from traite_cli.language.lists import enumerate_words
from traite_cli.language.mistyped import mistyped, surest
from traite_cli.language.near_names import nearly_known, one_slip_apart
from traite_cli.language.nearest import nearest
from traite_cli.language.promises import promises, what_is_promised
from traite_cli.language.promises.promise import Promise
from traite_cli.language.spelling import Spelling
from traite_cli.language.system_errors import system_reason
from traite_cli.language.typography import french, typography

__all__ = [
    "LANGUAGES",
    "N_",
    "Language",
    "N_n",
    "Promise",
    "Spelling",
    "Translator",
    "at_place",
    "deadline",
    "enumerate_words",
    "fold",
    "french",
    "language_of_locale",
    "mistyped",
    "nearest",
    "nearly_known",
    "of_date",
    "of_name",
    "one_slip_apart",
    "promises",
    "say_date",
    "say_dates",
    "say_deadline",
    "say_move",
    "say_time",
    "surest",
    "system_reason",
    "the_kind",
    "the_name",
    "translator",
    "typography",
    "what_is_promised",
    "words",
]
