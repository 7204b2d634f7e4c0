"""Organisations: associations, ministries, public bodies, and the collective itself (Popolo: Organization)."""

from traite_cli.kinds.block import Block, Field, Many
from traite_cli.kinds.record import Record
from traite_cli.kinds.types import Choice, Date, Reference, Struct, Text, Url
from traite_cli.language import N_


class Parent(Block):
    """The body that this one belongs to, for a time."""

    SUBJECT = ("organisation",)
    IDENTITY = (("organisation", "start_date"), ("organisation",))

    organisation = Field(Reference("organisations"), N_("Organisation"), N_("which one"), example="ministere-de-l-interieur", required=True)
    start_date = Field(Date(), N_("Since"), N_("since when"), example="2014-08-26")
    end_date = Field(Date(), N_("Until"), N_("until when"), example="2017-05-10")


class CollectiveMembership(Block):
    """What an organisation is to the collective from a day on."""

    IDENTITY = (("status", "date"), ("status",))

    status = Field(
        Choice(
            {
                "candidate": N_("candidate"),
                "member": N_("member"),
                "coordinator": N_("coordinator"),
                "observer": N_("observer"),
                "refused": N_("refused"),
                "left": N_("left"),
            }
        ),
        N_("Status"),
        N_("candidate, member, coordinator, observer, refused or left"),
        example="member",
        required=True,
    )
    date = Field(Date(), N_("Since"), N_("since when"), example="2014-12")
    note = Field(Text(lines=True), N_("Note"), N_("what there is to say about it"), example="parrainée par la Fondation Scelles")
    required = Many(Text(), N_("Papers asked for"), N_("the papers asked of a candidate"), example="statuts")
    received = Many(Text(), N_("Papers received"), N_("those that came"), example="statuts")


class Organisation(Record):
    """An organisation."""

    KIND = "organisations"
    MEANING = N_("an association, a ministry, a public body or another organisation")
    NAMED_BY = "name"
    PUBLIC = True

    name = Field(Text(), N_("Name"), N_("the name as it is printed"), example="ECPAT France", required=True)
    acronym = Field(Text(), N_("Acronym"), N_("the acronym, printed after the name"), example="CCEM")
    other_names = Many(Text(), N_("Other names"), N_("other spellings met, former names"), example="Ecpat")
    classification = Field(
        Choice(
            {
                "association": N_("association"),
                "ministry": N_("ministry"),
                "public-body": N_("public body"),
                "international-organisation": N_("international organisation"),
                "union": N_("union"),
                "company": N_("company"),
                "collective": N_("collective"),
                "other": N_("other"),
            }
        ),
        N_("Sort"),
        N_("what sort of organisation it is"),
        example="association",
    )
    parents = Many(
        Struct(Parent, short="organisation"), N_("Belongs to"), N_("the bodies it belongs to, and when"), example="{organisation: onu}"
    )
    website = Field(Url(), N_("Site"), N_("its site"), example="https://www.exemple.org")
    collective_membership = Many(
        Struct(CollectiveMembership, short="status"),
        N_("In the collective"),
        N_("what it is to the collective, and since when"),
        example="{status: member}",
    )
