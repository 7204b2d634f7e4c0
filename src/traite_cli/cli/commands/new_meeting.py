"""``traite new-meeting``: the record of a meeting."""

from traite_cli.cli.new_record import making
from traite_cli.language import N_

HELP = N_("Make the record of a meeting.")
DETAILS = N_(
    "The questions follow the record: when, what, who was there; people and organisations by any spelling or initials. "
    "Who is not known yet is given a record there and then."
)
EXAMPLES = (
    ("traite new-meeting", N_("Answer the questions")),
    (
        'traite new-meeting --date "2 février 2015" --title Plénière --with "G. Colas, miprof" --no-ask',
        N_("Without a question"),
    ),
    ("traite new-meeting --from reunions.yaml", N_("From a file of another program")),
)

command = making("meetings")
