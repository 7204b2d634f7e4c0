"""Meetings: held, planned or cancelled, and events organised by others and reported."""

from traite_cli.kinds.block import Block, Field, Many
from traite_cli.kinds.record import Record
from traite_cli.kinds.types import Choice, Date, Reference, Struct, Text, Time, Truth
from traite_cli.language import N_


class Attendance(Block):
    """Somebody who was there, or should have been: a person, an organisation or both."""

    SUBJECT = ("*", "person")
    IDENTITY = (("person", "organisation"), ("person",), ("organisation",))

    person = Field(Reference("people"), N_("Person"), N_("who"), example="alice-tallon")
    organisation = Field(
        Reference("organisations"), N_("Organisation"), N_("for whom; default: the membership of that day"), example="ecpat-france"
    )
    role = Field(Text(), N_("Function"), N_("the function, when it is not that of the membership"), example="présidente")
    note = Field(Text(), N_("Note"), N_("printed after the name"), example="pour le secrétariat")


class Represented(Attendance):
    """Somebody who gave a proxy."""

    by = Field(Reference("people"), N_("Proxy held by"), N_("who holds the proxy"), example="sylvie-o-dy")


class AgendaItem(Block):
    """A point of the agenda."""

    IDENTITY = (("title",),)

    title = Field(Text(), N_("Point"), N_("the point"), example="Le rapport de la France", required=True)
    topics = Many(Reference("topics"), N_("Topics"), N_("the topics it belongs to"), example="rapport-union-europeenne")
    part = Field(Text(), N_("Under the heading"), N_("the heading it stands under"), example="Informations rapides")


class Decision(Block):
    """What was decided."""

    IDENTITY = (("text",),)

    text = Field(Text(lines=True), N_("Text"), N_("what was decided"), example="Écrire au ministre.", required=True)
    topics = Many(Reference("topics"), N_("Topics"), N_("the topics it belongs to"), example="titre-de-sejour")


class Meeting(Record):
    """A meeting; its body is the minutes."""

    KIND = "meetings"
    MEANING = N_("a meeting, with its attendance, its agenda, its decisions and its minutes")

    title = Field(Text(), N_("Title"), N_("what it is called"), example="Rencontre avec la MIPROF", required=True)
    short_title = Field(Text(), N_("Short title"), N_("how lists and headings call it"), example="avec la MIPROF")
    date = Field(Date(), N_("Date"), N_("the day; required except for an event"), example="2014-11-18")
    time = Field(Time(), N_("Time"), N_("the time, local to the collective"), example="9:30/12:00")
    place = Field(Text(), N_("Place"), N_("where, as one says it"), example="au siège du Secours Catholique")
    room = Field(Text(), N_("Room"), N_("the room"), example="Salle 3002")
    classification = Field(
        Choice(
            {"plenary": N_("plenary"), "preparatory": N_("preparatory"), "institutional": N_("with an institution"), "event": N_("event")}
        ),
        N_("Sort"),
        N_("plenary, preparatory, institutional (with a public body), or event (organised by others, and reported)"),
        example="institutional",
    )
    cancelled = Field(Truth(), N_("Called off"), N_("it was called off"), example="true")
    notices = Many(Date(), N_("Notice sent on"), N_("the days on which its notice, or a change of it, went out"), example="2014-11-03")
    organisers = Many(Reference("organisations"), N_("Organised by"), N_("who organises it"), example="miprof")
    prepares = Field(Reference("meetings"), N_("Prepares"), N_("the meeting that this one prepares"), example="2014-11-18-miprof")
    participants = Many(Struct(Attendance, short="*"), N_("Present"), N_("who was there"), example="alice-tallon")
    interlocutors = Many(Struct(Attendance, short="*"), N_("People met"), N_("those who were met"), example="elisabeth-moiron-braud")
    excused = Many(Struct(Attendance, short="*"), N_("Apologies"), N_("who sent apologies"), example="samuel-buot")
    represented = Many(
        Struct(Represented, short="*"), N_("Represented"), N_("who gave a proxy"), example="{person: samuel-buot, by: sylvie-o-dy}"
    )
    agenda = Many(
        Struct(AgendaItem, short="title"), N_("Agenda"), N_("the points of the agenda"), example="{title: Le rapport de la France}"
    )
    decisions = Many(Struct(Decision, short="text"), N_("Decisions"), N_("what was decided"), example="{text: Écrire au ministre.}")
    minutes_approved = Field(
        Reference("meetings"), N_("Minutes approved at"), N_("the meeting that approved the minutes"), example="2015-02-02-pleniere"
    )
    documents = Many(Reference("documents"), N_("Documents"), N_("what was handed out or discussed"), example="2014-rapport-france")
