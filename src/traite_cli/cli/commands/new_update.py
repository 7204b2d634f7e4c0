"""``traite new-update``: the record of an update."""

from traite_cli.cli.new_record import making
from traite_cli.language import N_

HELP = N_("Make the record of an update: news of a topic that no single meeting gave.")
EXAMPLES = (
    ("traite new-update", N_("Answer the questions")),
    (
        'traite new-update --date hier --title "Le rapport est paru" --topic rapport --edit',
        N_("Write the text in your editor"),
    ),
)

command = making("updates")
