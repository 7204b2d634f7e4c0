"""``traite new-topic``: the record of a topic."""

from traite_cli.cli.new_record import making
from traite_cli.language import N_

HELP = N_("Make the record of a topic.")
EXAMPLES = (
    ("traite new-topic", N_("Answer the questions")),
    ('traite new-topic --title "Le titre de séjour" --lead "Constance Mazard" --no-ask', N_("Without a question")),
)

command = making("topics")
