"""What became of a value, said in a sentence: « échéance passée du 31 décembre au 28 février », « suivi ajouté : sans nouvelles ».

Whatever a field has no sentence of its own for is said with the field's label.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from traite_cli.dates import EdtfDate
from traite_cli.kinds import (
    Answer,
    Attendance,
    Block,
    CollectiveMembership,
    Commitment,
    FollowUp,
    Meeting,
    Membership,
    Organisation,
    Person,
    Request,
)
from traite_cli.language import N_, N_n, Translator, enumerate_words, say_move
from traite_cli.saying.values import Saying
from traite_cli.together.edits import Edit, Sort

_LONGEST = 300
"""Signs of a text that is quoted in a sentence; what is longer is cut there."""
_BRIEF = 80

_GENERAL: Mapping[Sort, str] = {
    "set": N_("{label}: {after}"),
    "changed": N_("{label}: “{before}” becomes “{after}”"),
    "unset": N_("{label}: “{before}” is taken out"),
    "added": N_("{label}: “{after}” is added"),
    "removed": N_("{label}: “{before}” is taken out"),
    "moved": N_("{label}: the order is another"),
}
_SENTENCES: Mapping[tuple[type[Block], str, Sort], str] = {
    (Commitment, "due", "set"): N_("deadline set: {after}"),
    (Commitment, "due", "changed"): N_("deadline moved {move}"),
    (Commitment, "due", "unset"): N_("deadline taken out; it was {before}"),
    (Commitment, "follow_ups", "added"): N_("follow-up added, {follow_up}"),
    (Commitment, "follow_ups", "removed"): N_("follow-up taken out, {follow_up}"),
    (FollowUp, "due", "changed"): N_("{entry}: new deadline moved {move}"),
    (Meeting, "date", "changed"): N_("the meeting is moved {move}"),
    (Meeting, "cancelled", "set"): N_("the meeting is called off"),
    (Meeting, "cancelled", "unset"): N_("the meeting is no longer called off"),
    (Meeting, "notices", "added"): N_("notice sent: {after}"),
    (Meeting, "agenda", "added"): N_("added to the agenda: {after}"),
    (Meeting, "agenda", "removed"): N_("taken from the agenda: {before}"),
    (Meeting, "decisions", "added"): N_("decision: {after}"),
    (Meeting, "decisions", "removed"): N_("decision taken out: {before}"),
    (Meeting, "minutes_approved", "set"): N_("minutes approved at: {after}"),
    (Request, "answers", "added"): N_("question {item}: {status}{said}"),
    (Request, "answers", "removed"): N_("question {item}: the answer is taken out"),
    (Person, "memberships", "added"): N_("new function: {after}"),
    (Person, "memberships", "removed"): N_("function taken out: {before}"),
    (Membership, "end_date", "set"): N_("{entry}: until {after}"),
    (Organisation, "collective_membership", "added"): N_("in the collective: {after}"),
    (CollectiveMembership, "received", "added"): N_("{entry}: received: {after}"),
}
"""The sentences of some fields, by the block that has them and by what became of them."""


_JOINED = N_n("{names} is added to the list “{label}”", "{names} are added to the list “{label}”")
_LEFT = N_n("{names} is no longer in the list “{label}”", "{names} are no longer in the list “{label}”")


class Teller:
    """Says what became of values: ``old`` says those of the first moment, ``new`` those of the second."""

    def __init__(self, old: Saying, new: Saying) -> None:
        self.old, self.new = old, new
        self.t: Translator = new.t

    def sentences(self, edits: Iterable[Edit]) -> list[str]:
        """What became of the values of a record; people added to a list, or taken from it, are said together."""
        said: list[str] = []
        for _, group in groupby(edits, key=_company):
            found = list(group)
            said += [self._people(found)] if _is_attendance(found[0]) else [self.sentence(edit) for edit in found]
        return said

    def sentence(self, edit: Edit) -> str:
        """What became of one value."""
        message = _SENTENCES.get((edit.holder, edit.field, edit.sort), _GENERAL[edit.sort])
        return self.t(message, **{name: fact(self, edit) for name, fact in _FACTS.items() if f"{{{name}}}" in message})

    def _people(self, edits: Sequence[Edit]) -> str:
        names = enumerate_words([self.now(edit) if edit.sort == "added" else self.was(edit) for edit in edits], self.t.language)
        forms = _JOINED if edits[0].sort == "added" else _LEFT
        return self.t.plural(*forms, len(edits), label=self.label(edits[0]), names=names)

    # --- what sentences are made of -------------------------------------------------------------------------------------------

    def was(self, edit: Edit) -> str:
        """The old value, in words."""
        return self._value(self.old, edit.blocks[0], edit.field, edit.before)

    def now(self, edit: Edit) -> str:
        """The new value, in words."""
        return self._value(self.new, edit.blocks[1], edit.field, edit.after)

    @staticmethod
    def _value(saying: Saying, holder: Block, name: str, value: Any) -> str:
        return brief(in_words(saying, holder, name, value), _LONGEST)

    def label(self, edit: Edit) -> str:
        """What the field is called, behind the entry that it stands in."""
        label = self.t(edit.holder.FIELDS[edit.field].label)
        return self.t(N_("{entry}, {label}"), entry=self.entry(edit), label=label[:1].lower() + label[1:]) if edit.way else label

    def entry(self, edit: Edit) -> str:
        """What the entry is called that a value stands in: its list, and what makes it known."""
        step = edit.way[0]
        names = ("*", *(step.before.IDENTITY[0] if step.before.IDENTITY else ()))
        known = [in_words(self.old, step.before, name, value) for name in names if (value := step.before.values.get(name)) is not None]
        label = self.t(step.holder.FIELDS[step.field].label)
        return self.t(N_("{label} “{entry}”"), label=label, entry=brief(", ".join(known), _BRIEF)) if known else label

    def move(self, edit: Edit) -> str:
        """A date that gave way to another."""
        if isinstance(edit.before, EdtfDate) and isinstance(edit.after, EdtfDate):
            return say_move(edit.before, edit.after, self.t.language)
        return ""

    def follow_up(self, edit: Edit) -> str:
        """A follow-up in a row: its day, its state, what was noted, the new deadline."""
        saying, entry = (self.old, edit.before) if edit.sort == "removed" else (self.new, edit.after)
        head = ", ".join(_said(saying, entry, "date", "by"))
        quoted = (self.t(N_("“{text}”"), text=brief(text, _LONGEST)) for text in _said(saying, entry, "note"))
        tail = [*_said(saying, entry, "status"), *quoted, *_said(saying, entry, "evidence", "meeting")]
        if entry.due is not None:
            tail.append(self.t(N_("new deadline {due}"), due=saying.date(entry.due, deadline=True)))
        return self.t(N_("{head}: {rest}"), head=head, rest=", ".join(tail)) if tail else head

    def answer(self, edit: Edit) -> Answer:
        """The answer that was added or taken out."""
        found = edit.before if edit.sort == "removed" else edit.after
        assert isinstance(found, Answer)  # noqa: S101  # its sentences are of answers only
        return found

    def answered(self, edit: Edit) -> str:
        """How a question was answered."""
        return "".join(_said(self.new, self.answer(edit), "status"))

    def answer_said(self, edit: Edit) -> str:
        """What was answered, behind a dash; '' where that is not written down."""
        text = self.answer(edit).text
        return f" – {brief(text, _LONGEST)}" if text else ""


_FACTS: Mapping[str, Callable[[Teller, Edit], str]] = {
    "label": Teller.label,
    "before": Teller.was,
    "after": Teller.now,
    "entry": Teller.entry,
    "move": Teller.move,
    "follow_up": Teller.follow_up,
    "item": lambda teller, edit: str(teller.answer(edit).item),
    "status": Teller.answered,
    "said": Teller.answer_said,
}


def _is_attendance(edit: Edit) -> bool:
    value = edit.after if edit.sort == "added" else edit.before
    return edit.sort in {"added", "removed"} and isinstance(value, Attendance)


def _company(edit: Edit) -> tuple[object, ...]:
    """What is said in one sentence has the same one."""
    return (edit.path, edit.sort) if _is_attendance(edit) else (edit.path, edit.sort, id(edit))


def _said(saying: Saying, block: Block, *names: str) -> list[str]:
    found = ((name, block.values.get(name)) for name in names)
    return [in_words(saying, block, name, value) for name, value in found if value is not None]


def in_words(saying: Saying, block: Block, name: str, value: Any) -> str:
    """A value in words, without what stands aside for editors of files: slugs, keys."""
    said: list[str] = []
    for words in saying.value(block, name, value):
        if not words.aside:
            said.append(words.text)
        elif said:
            said[-1] += words.text.rpartition(")")[2]  # the comma behind it
    return " ".join(" ".join(said).split())


def brief(text: str, most: int) -> str:
    """A text in one line, cut at a word where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
