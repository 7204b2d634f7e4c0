"""People, with the functions they hold and held (Popolo: Person, Membership, ContactDetail)."""

from traite_cli.kinds.block import Block, Field, Many
from traite_cli.kinds.record import Record
from traite_cli.kinds.types import AUDIENCE_WORDS, Choice, Date, Reference, Struct, Text
from traite_cli.language import N_


class Membership(Block):
    """A function in an organisation, for a time."""

    SUBJECT = ("organisation",)
    IDENTITY = (("organisation", "role", "start_date"), ("organisation", "role"), ("organisation",))

    organisation = Field(Reference("organisations"), N_("Organisation"), N_("where"), example="miprof", required=True)
    role = Field(Text(), N_("Function"), N_("the function"), example="secrétaire générale")
    start_date = Field(Date(), N_("Since"), N_("since when"), example="2013-11")
    end_date = Field(Date(), N_("Until"), N_("until when"), example="2018-06-30")


class ContactDetail(Block):
    """A way to reach someone."""

    IDENTITY = (("type", "value"), ("type",))

    type = Field(Text(), N_("Sort"), N_("what it is: email, phone, address …"), example="email", required=True)
    value = Field(Text(), N_("Value"), N_("the address or number"), example="secretariat@exemple.org", required=True)
    audience = Field(Choice(AUDIENCE_WORDS), N_("Audience"), N_("who may see it; default contributors"), example="contributors")


class Person(Record):
    """A person."""

    KIND = "people"
    MEANING = N_("a person, with the functions held and when")
    NAMED_BY = "name"
    PUBLIC = True

    name = Field(Text(), N_("Name"), N_("the name as it is printed"), example="Alice Tallon", required=True)
    sort_name = Field(Text(), N_("Sorted as"), N_("the name as it is sorted"), example="Tallon, Alice")
    other_names = Many(Text(), N_("Other names"), N_("other spellings met, former names"), example="Alice Talon")
    honorific = Field(Text(), N_("Form of address"), N_("M., Mme …"), example="Mme")
    memberships = Many(
        Struct(Membership, short="organisation"), N_("Functions"), N_("functions held, and when"), example="{organisation: ecpat-france}"
    )
    contact_details = Many(Struct(ContactDetail), N_("Contact"), N_("how to reach them"), example="{type: email, value: a@exemple.org}")
