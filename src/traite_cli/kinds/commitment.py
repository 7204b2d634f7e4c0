"""Commitments: what someone said they would do, and what became of it."""

from traite_cli.kinds.block import Block, Field, Many
from traite_cli.kinds.record import Record
from traite_cli.kinds.types import Choice, Date, Reference, Struct, Text, Truth
from traite_cli.language import N_

FOLLOW_UP_STATUSES = {
    "in_progress": N_("in progress"),
    "partially_kept": N_("kept in part"),
    "kept": N_("kept"),
    "broken": N_("broken"),
    "no_news": N_("no news"),
    "withdrawn": N_("withdrawn"),
}


class Reply(Block):
    """The answer of those who made the promise."""

    date = Field(Date(), N_("Date"), N_("when it was given"), example="2015-02-10")
    by = Field(Reference("people", "organisations"), N_("Given by"), N_("who gave it"), example="raphael-sodini")
    text = Field(Text(lines=True), N_("Text"), N_("what was answered"), example="La lettre est à la signature.", required=True)


class FollowUp(Block):
    """What was seen of a commitment on a day."""

    IDENTITY = (("date", "by", "note"), ("date", "note"), ("date", "by", "status"), ("date", "by"), ("date",))

    date = Field(Date(), N_("Date"), N_("the day of this news"), example="2015-01-22", required=True)
    status = Field(Choice(FOLLOW_UP_STATUSES), N_("State"), N_("where the promise stands from that day on"), example="no_news")
    note = Field(Text(lines=True), N_("Note"), N_("what was seen or heard"), example="Pas de circulaire à ce jour.")
    by = Field(Reference("organisations"), N_("Reported by"), N_("the member that reports"), example="ecpat-france")
    meeting = Field(Reference("meetings"), N_("Meeting"), N_("the meeting where it was said"), example="2015-02-02-pleniere")
    evidence = Field(Text(), N_("Evidence"), N_("what shows it: an address, a document"), example="https://www.legifrance.gouv.fr")
    due = Field(Date(), N_("New deadline"), N_("the new deadline agreed that day"), example="2015-02-28")
    reply = Field(
        Struct(Reply, short="text"), N_("Reply"), N_("the answer of those who made the promise"), example="{text: C’est en cours.}"
    )


class Escalation(Block):
    """What happens when it is not kept."""

    IDENTITY = (("if", "action"), ("if",))

    if_ = Field(
        Choice({"no_news": N_("no news"), "overdue": N_("overdue"), "broken": N_("broken")}),
        N_("If"),
        N_("in which case"),
        example="no_news",
        required=True,
    )
    after = Field(Date(), N_("After"), N_("from which day on"), example="2015-01-22")
    to = Many(Reference("people", "organisations"), N_("Turn to"), N_("whom one turns to"), example="bernard-cazeneuve")
    action = Field(Text(lines=True), N_("To do"), N_("what is done"), example="interroger le ministre", required=True)


class Commitment(Record):
    """A promise, an institution's as much as a member's own."""

    KIND = "commitments"
    MEANING = N_("what someone said they would do, and what became of it")

    title = Field(Text(), N_("Title"), N_("the promise in a few words"), example="Écrire une lettre aux préfets", required=True)
    by = Many(Reference("people", "organisations"), N_("Made by"), N_("who made it; required unless each_member"), example="raphael-sodini")
    on_behalf_of = Field(Reference("organisations"), N_("On behalf of"), N_("for whom it was made"), example="ministere-de-l-interieur")
    to = Many(
        Reference("people", "organisations"), N_("Made to"), N_("to whom; default the collective"), example="ensemble-contre-la-traite"
    )
    made_at = Field(
        Reference("meetings", "updates", written_with_kind=True),
        N_("Made at"),
        N_("the meeting (or updates/slug) where it was made"),
        example="2014-10-22-cabinet",
    )
    made_on = Field(Date(), N_("Made on"), N_("the day it was made, without a meeting"), example="2014-09-23")
    due = Field(Date(), N_("Due"), N_("the deadline"), example="2014-12")
    quote = Field(
        Text(lines=True),
        N_("In these words"),
        N_("the words in which it was made; […] marks an omission"),
        example="s’engage à préparer une lettre",
    )
    each_member = Field(Truth(), N_("Owed by each member"), N_("every member organisation owes it"), example="true")
    kept_when = Field(Text(), N_("Kept when"), N_("how one will know that it is kept"), example="la lettre est publiée")
    part_of = Field(
        Reference("commitments"), N_("Part of"), N_("the promise that this one is a part of"), example="2014-10-22-lettre-aux-prefets"
    )
    follow_ups = Many(
        Struct(FollowUp), N_("Follow-up"), N_("what became of it, oldest first"), example="{date: 2015-01-22, status: no_news}"
    )
    escalation = Many(
        Struct(Escalation),
        N_("If it is not kept"),
        N_("what happens when it is not kept"),
        example="{if: no_news, action: interroger le ministre}",
    )
