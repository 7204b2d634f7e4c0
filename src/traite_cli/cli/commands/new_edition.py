"""``traite new-edition``: the record of an edition."""

from traite_cli.cli.new_record import making
from traite_cli.language import N_

HELP = N_("Make the record of an edition of the working document.")
DETAILS = N_("What it reports on is found by its period; its sections are written in the file where the usual ones do not do.")
EXAMPLES = (
    ("traite new-edition", N_("Answer the questions")),
    ('traite new-edition --date "22 janvier 2015" --title "Document de travail" --place Paris --no-ask', N_("Without a question")),
)

command = making("editions")
