"""Tables of minutes that say who does what, by when: in any order of columns, in French and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from traite_cli.language import fold, unmarked, words
from traite_cli.writing.importing.told_tasks import Told, due_of

_COLUMNS = {
    "who": re.compile(
        r"(?:(?:par |a )?qui|responsables?|resp|porteurs?|pilotes?|referente?s?|assigne\w*(?: a)?|en charge|acteurs?|charge\w* de|suivi par"
        r"|who|by whom|owners?|leads?|assigned(?: to)?|assignees?|responsible(?: \w+)?|persons?(?: responsible)?|action by)$"
    ),
    "what": re.compile(
        r"(?:quoi|actions?(?: a mener| a faire| items?| points?| required| decidee?s?)?|taches?|a faire|mesures?|engagements?|travaux"
        r"|decisions?(?: (?:et|ou|and))?(?: actions?)?|suites? a donner|what|tasks?|to do|todo|commitments?|description)$"
    ),
    "due": re.compile(
        r"(?:(?:pour )?quand|echeances?|delais?|dates?(?: limites?| d echeance| de realisation| prevue)?|pour(?: le)?|avant(?: le)?|limite"
        r"|deadlines?|due(?: date| by)?|by(?: when)?|when|target(?: date)?|timeline|timescale)$"
    ),
    "state": re.compile(r"(?:etats?|statuts?|faite?|avancement|status|done|progress|realise\w*|suivi)$"),
}
_FINISHED = re.compile(
    r"(?:faite?s?|ok|termine\w*|done|x|oui|clos\w*|closed|complete\w*|realise\w*|annule\w*|abandonne\w*|100 ?%?|✅|✔|☑)\W*$"
)
_RULE = re.compile(r"[ \t|:-]+$")
_CELL = re.compile(r"(?<!\\)\|")


def table_tasks(text: str, start: int, day: date | None) -> Iterator[Told]:
    """The tasks in the tables of a body that begins at ``start``."""
    heads: list[str] = []
    in_table = False
    at = start
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if not line.lstrip().startswith("|"):
            in_table = False
        elif not in_table:
            in_table, heads = True, [_column(cell) for cell in _cells(line)]
        elif "what" in heads and ("who" in heads or "due" in heads) and not _RULE.match(line) and (told := _row(line, heads, at, day)):
            yield told
        at = end + 1


def _cells(line: str) -> list[str]:
    return [unmarked(cell.replace("<br>", " ")).strip() for cell in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]


def _column(head: str) -> str:
    said = " ".join(words(re.sub(r"\((?:s|es|e)\)|[·.](?:es|e|s)\b", "", fold(head))))
    return next((name for name, pattern in _COLUMNS.items() if pattern.match(said)), "")


def _row(line: str, heads: Sequence[str], at: int, day: date | None) -> Told | None:
    held: dict[str, str] = {}
    for name, cell in zip(heads, _cells(line), strict=False):
        if name and not held.get(name):
            held[name] = cell
    what = held.get("what", "")
    if not any(map(str.isalpha, what)) or what.startswith("~~") or _FINISHED.match(fold(held.get("state", "")).strip()):
        return None
    who = held.get("who", "")
    due = held.get("due", "")
    if not any(map(str.isalnum, who + due)):
        return None
    return Told(at, at + len(line), what, who if any(map(str.isalpha, who)) else "", due_of(due, day) if due else "")
