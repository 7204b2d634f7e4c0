"""``traite new-document``: the record of a document."""

from traite_cli.cli.new_record import making
from traite_cli.language import N_

HELP = N_("Make the record of a document: a report, a letter, a draft.")
EXAMPLES = (
    ("traite new-document", N_("Answer the questions")),
    ('traite new-document --title "Rapport annuel" --date 2014 --author miprof --sort report --no-ask', N_("Without a question")),
)

command = making("documents")
