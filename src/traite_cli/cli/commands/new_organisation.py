"""``traite new-organisation``: the record of an organisation."""

from traite_cli.cli.new_record import making
from traite_cli.language import N_

HELP = N_("Make the record of an organisation.")
EXAMPLES = (
    ("traite new-organisation", N_("Answer the questions")),
    (
        'traite new-organisation --name "Hors la rue" --sort association --status member --no-ask',
        N_("Without a question"),
    ),
)

command = making("organisations")
