"""Front matter can be read: quotes and brackets are closed, lines of one group begin at one column.

It is YAML, which gives some characters a meaning of their own at the beginning of a text or before a space. Text that holds them
stands between double quotes.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_MESSAGES = {
    "": N_("what stands here cannot be read"),
    "after-value": N_("the value before this spot is over, and what follows belongs to nothing"),
    "alias": N_("a text may not begin with * unless it stands between quotes"),
    "bracket": N_("a comma, or the ] or }} that closes, was expected here"),
    "character": N_("a text may not begin with this character unless it stands between quotes"),
    "colon": N_("this line has a colon too many, or begins at the wrong column"),
    "document": N_("this line does not go on from the one above it"),
    "escape": N_("between double quotes a backslash has a meaning of its own, and none that is known here"),
    "no-colon": N_("a name, a colon and a value were expected on this line"),
    "quote": N_("the quote that opens here is never closed"),
    "tab": N_("this line is indented with a tab, where only spaces can be read"),
}
_WHOLE_LINE = N_("write it like this: {line}")
_MENDED = ("", "after-value", "alias", "character", "colon", "escape", "quote")
"""The variants in which the line can be given as it should be; they end in a plus then."""

CHECK = Check(
    code="TR113",
    severity=Severity.ERROR,
    messages={**_MESSAGES, **{f"{variant}+": _MESSAGES[variant] for variant in _MENDED}},
    hints={
        "": N_("put the text that the field takes between double quotes"),
        "after-value": N_("put the whole text between double quotes, or delete what follows if it does not belong here"),
        "alias": N_("put the whole text between double quotes"),
        "bracket": N_("close with ] or }}, or put the text between double quotes if the bracket is a part of it"),
        "character": N_("put the whole text between double quotes"),
        "colon": N_("begin the line at the same column as the fields around it, or put the text between double quotes"),
        "document": N_("begin this line at the same column as those around it"),
        "escape": N_("write two backslashes instead of one"),
        "no-colon": N_("begin the line with a field’s name, a colon and a space, or indent it further if it goes on with the text above"),
        "quote": N_("write the same quote again where the text ends"),
        "tab": N_("replace the tab by two spaces"),
        **{f"{variant}+": _WHOLE_LINE for variant in _MENDED},
    },
    faulty=Example({"records/topics/sejour.md": "---\ntitle: 'Le droit d'⟦a⟧sile'\n---\n"}),
    healthy=Example({"records/topics/sejour.md": '---\ntitle: "Le droit d\'asile"\n---\n'}),
    mends=True,
)
