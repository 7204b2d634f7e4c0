"""``traite new-commitment``: the record of a commitment."""

from traite_cli.cli.new_record import making
from traite_cli.language import N_

HELP = N_("Make the record of a commitment.")
DETAILS = N_(
    "A promise is quoted in the words in which it was made: they must stand in the text of the meeting or the update that is named."
)
EXAMPLES = (
    ("traite new-commitment", N_("Answer the questions")),
    (
        'traite new-commitment --meeting "22 octobre 2014" --title "Écrire aux préfets" --by "R. Sodini" --due "fin 2014"',
        N_("Without a question"),
    ),
)

command = making("commitments")
