"""``traite hold``: the record of a meeting that was planned, completed once it was held."""

from inspect import Parameter
from typing import Annotated

from typer import Argument, Option

from traite_cli.cli.holding import complete
from traite_cli.cli.new_options import signature, taking
from traite_cli.cli.records import completes
from traite_cli.language import N_

HELP = N_("Complete the record of a meeting that was held: who was there, what was said.")
DETAILS = N_(
    "What the record lacks is asked, by the questions of new-meeting, and who of those noted did not come; minutes are put under the "
    "headings of its agenda. What stands there stays as it is, unless it is said otherwise. Without MEETING, those are offered whose day "
    "has come."
)
EXAMPLES = (
    ("traite hold", N_("Choose the meeting, and answer the questions")),
    ('traite hold "réunion du 4 mars" --body-from notes.txt', N_("With minutes that are typed already")),
    ('traite hold 2015-02-02-pleniere --with "G. Colas, miprof" --time "10h à 12h" --no-ask', N_("Without a question")),
    ('traite hold 2015-02-02-pleniere --excused "G. Colas" --absent "Buot"', N_("Two who were noted, and did not come")),
)
_MEETING = Annotated[
    str, Argument(metavar=N_("MEETING"), help=N_("Its title, its day or the name of its file."), autocompletion=completes("meetings"))
]
_ABSENT = Annotated[
    list[str] | None,
    Option(
        "--absent",
        metavar=N_("NAME"),
        help=N_("who is noted as present and did not come; --excused and --represented take from those present too"),
        autocompletion=completes("people", "organisations"),
    ),
]

command = taking(
    signature(
        "meetings",
        Parameter("meeting", Parameter.POSITIONAL_OR_KEYWORD, default="", annotation=_MEETING),
        Parameter("absent", Parameter.KEYWORD_ONLY, default=None, annotation=_ABSENT),
    ),
    complete,
)
