"""The headings under which minutes list tasks (« À faire », « Relevé de décisions »), and the word that a task begins with."""

from __future__ import annotations

import re
from typing import NamedTuple

from traite_cli.language.promises.deeds import is_infinitive, names_deed
from traite_cli.language.sentences import Block, Sentence

VERB = r"(?P<verb>(?:[Nn]e pas )?(?:[Ss]e |[Ss]'|[Ll]es? |[Ll]a |[Ll]'|[Ee]n |[Yy] )?(?P<what>[A-Za-z][\w-]*))"
FIRST = re.compile(rf"\s*(?:-\s+)?{VERB}")
_TASKS = re.compile(
    r"\W*(?:\d+[.)]?\s*)?(?:to ?-?do(?: list)?|a faire|choses a faire|taches?(?: a faire)?|actions? a (?:mener|faire|realiser)"
    r"|suites? a (?:mener|donner)|reste a faire|liste des (?:taches|actions)"
    r"|releve d'actions|qui fait quoi|plan d'actions?|action items?|tasks|(?:prochaines|futures) (?:etapes|actions)|next steps"
    r"|(?:points|actions) d'actions?|actions (?:a venir|decidees|retenues))\W*$"
)
# What stands under these is a task where somebody by name is to do it; else a decision, or what was done.
_DECISIONS = re.compile(r"\W*(?:\d+[.)]?\s*)?(?:actions?|(?:releve des? )?decisions(?: prises)?|suites?|qui fait quoi \?)\W*$")
_SHORT = 60


def first_word(said: str) -> str:
    """The first word of a line, when a verb may stand there: a name is followed by another."""
    found = FIRST.match(said)
    if found is None:
        return ""
    is_name = found["what"][0].isupper() and said[found.end() : found.end() + 2].strip()[:1].isupper()
    return "" if is_name and not names_deed((found["what"].lower(),)) else found["what"]


class Head(NamedTuple):
    """What the last heading of tasks says of what stands under it: where it stands, how far indented, whether of decisions only."""

    start: int
    indent: int
    is_loose: bool

    def tells(self, text: str, block: Block) -> bool:
        """Whether a block stands under it."""
        return self.start >= 0 and (block.kind != "item" or self.indent < 0 or _indent(text, block) > self.indent)

    def after(self, sentence: Sentence, block: Block) -> tuple[Head, bool]:
        """The heading that holds from a block on, and whether the block is that heading."""
        said = sentence.said
        low = said.lower() if len(said) < _SHORT else ""
        is_tasks = _TASKS.match(low) is not None
        if low and (is_tasks or _DECISIONS.match(low)) and (block.kind != "item" or said.rstrip().endswith(":")):
            return Head(block.start, _indent(sentence.text, block) if block.kind == "item" else -1, not is_tasks), True
        goes_on = block.kind == "item" or (block.kind == "prose" and not self.is_loose and is_infinitive(first_word(said)))
        return (self if goes_on and self.tells(sentence.text, block) else NO_HEAD), False


NO_HEAD = Head(-1, -1, is_loose=False)


def _indent(text: str, block: Block) -> int:
    return block.start - text.rfind("\n", 0, block.start) - 1
