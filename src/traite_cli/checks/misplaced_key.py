"""A field stands where it belongs: with the record, in an entry of a list, or in a record of another kind.

Out of its place it says nothing: the function of a person belongs to one of the organisations they served, the state of a promise
to the day on which it was seen.
"""

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Severity
from traite_cli.language import N_

_PERSON = "---\nname: Alice Tallon\n{}\n---\n"
_ORGANISATION = {"records/organisations/ecpat-france.md": "---\nname: ECPAT France\n---\n"}

CHECK = Check(
    code="TR222",
    severity=Severity.ERROR,
    messages={
        "entry": N_("“{key}” is a field of the entries of {fields}, and has no place here"),
        "record": N_("“{key}” belongs to the record as a whole, and stands here in an entry of a list"),
        "audience": N_("an entry of a list has no audience of its own: whoever may read the record may read it too"),
        "text": N_("“{key}” is no field: the text of a record stands below its front matter"),
        "kind": N_("“{key}” is a field of the records in {folders}, and this one lies in {own}"),
    },
    hints={
        "entry": N_("write it there, as in: {line}"),
        "record": N_("move the line to the margin, among the record’s own fields"),
        "audience": N_("give the whole record a narrower audience, or move the text below, into a passage ::: members"),
        "text": N_("move what it says below the second line ---"),
        "kind": N_("move the line into the record that it is about, in {folders}, or delete it"),
    },
    faulty=Example({"records/people/alice-tallon.md": _PERSON.format("⟦role⟧: chargée de mission")}),
    healthy=Example(
        {
            "records/people/alice-tallon.md": _PERSON.format("memberships:\n  - {organisation: ecpat-france, role: chargée de mission}"),
            **_ORGANISATION,
        }
    ),
)
