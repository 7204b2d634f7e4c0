"""``traite new-person``: the record of a person."""

from traite_cli.cli.new_record import making
from traite_cli.language import N_

HELP = N_("Make the record of a person.")
EXAMPLES = (
    ("traite new-person", N_("Answer the questions")),
    ('traite new-person --name "Alice Tallon" --organisation miprof --role "chargée de mission" --no-ask', N_("Without a question")),
)

command = making("people")
