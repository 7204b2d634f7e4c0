"""A fence stands at the margin, is one of the known ones, and is closed.

`::: members`, `::: contributors` and `::: topic …` begin a passage, `:::` ends it. Whatever only looks like one may be a passage
that was meant for few: until it is mended, nobody but the contributors is shown the record.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_MEETING = "---\ntitle: Réunion plénière\ndate: 2015-02-02\n---\n\n{}\n\nLe bureau regrette ce délai.\n\n:::\n"

_MISSPELT = N_("this line looks like a ::: line and is none that is known, so no passage is kept apart")

CHECK = Check(
    code="TR510",
    severity=Severity.ERROR,
    messages={
        "indented": N_("this ::: line does not begin at the margin, so the passage is not kept apart"),
        "in-a-list-or-quote": N_("this ::: line stands in a list or a quotation, so the passage is not kept apart"),
        **dict.fromkeys(("misspelt", "misspelt+"), _MISSPELT),
        "nested": N_("a passage begins here while the one above is not closed yet"),
        "lone": N_("this line closes a passage, and none is open"),
        "unclosed": N_("the passage that begins here is never closed"),
        "in-code": N_("this ::: line stands in a block of code that is never closed"),
        "line-end": N_("this ::: line stands in a text with a lone CR, which is the end of a line for some programs only"),
        "in-a-field": N_("a ::: line stands in a field, where it keeps nothing apart"),
    },
    hints={
        "indented": N_("delete the spaces before :::"),
        "in-a-list-or-quote": N_("write the ::: line by itself at the margin, with an empty line above"),
        "misspelt": N_("write ::: members, ::: contributors, or ::: topic and its name; ::: alone closes the passage"),
        "misspelt+": N_("write “{meant}” if that is what was meant; ::: alone closes the passage"),
        "nested": N_("write ::: alone on a line above this one"),
        "lone": N_("delete it, or write ::: members (or ::: contributors) where the passage begins"),
        "unclosed": N_("write ::: alone on a line below the passage"),
        "in-code": N_("write ``` on a line of its own where the code ends"),
        "line-end": N_("save the file with one sort of line ends, and look whether each ::: line keeps apart what it was meant to"),
        "in-a-field": N_("move the passage into the text below, or give the whole record a narrower audience"),
    },
    faulty=Example({"records/meetings/pleniere.md": _MEETING.format("⟦::: membres⟧")}),
    healthy=Example({"records/meetings/pleniere.md": _MEETING.format("::: members")}),
)
