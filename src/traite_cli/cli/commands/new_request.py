"""``traite new-request``: the record of a request."""

from traite_cli.cli.new_record import making
from traite_cli.language import N_

HELP = N_("Make the record of a request: questions, proposals or a letter.")
DETAILS = N_("Each item of the numbered list in its text is a question, which traite answer can then answer.")
EXAMPLES = (
    ("traite new-request", N_("Answer the questions")),
    (
        'traite new-request --to miprof --date hier --title "Questions" --body-from questions.md --no-ask',
        N_("Without a question, with the text of a file"),
    ),
)

command = making("requests")
