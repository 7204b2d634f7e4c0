"""Tables of minutes that say who does what: a row is a task where a name stands in it and nothing says that it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from traite_cli.language.folding import fold
from traite_cli.language.promises.task_lines import Task
from traite_cli.language.sentences import Block

_WHO_HEADS = frozenset(
    [
        *(
            "qui",
            "qui ?",
            "par qui",
            "responsable",
            "responsables",
            "responsable(s)",
            "porteur",
            "porteurs",
            "porteur(s)",
            "pilote",
            "pilotes",
        ),
        *("assigne", "assigne a", "en charge", "referent", "referents", "acteur", "acteurs", "who", "owner"),
    ]
)
_WHAT_HEADS = frozenset(["quoi", "action", "actions", "tache", "taches", "a faire", "action a mener", "actions a mener", "what", "task"])
_STATE_HEADS = frozenset(["etat", "statut", "fait", "avancement", "status", "fait ?"])
_FINISHED = frozenset(
    ["fait", "faite", "ok", "termine", "terminee", "done", "x", "oui", "clos", "realise", "realisee", "✅", "annule", "abandonne"]
)


def table_tasks(text: str, found: Sequence[Block]) -> Iterator[Task]:
    """The rows of tables that say who does what."""
    heads: list[str] = []
    before: Block | None = None
    run = -1
    for block in found:
        if block.kind != "row":
            heads, before = [], None
            continue
        cells = _cells(text, block)
        if before is not None and "\n\n" in text[before.end : block.start]:
            before = None  # another table, below an empty line
        if before is None:
            run = block.start
            heads = [fold(text[start:end]).strip("*_ ") for start, end in cells]
        before = block
        if _WHAT_HEADS.intersection(heads) and _WHO_HEADS.intersection(heads) and (task := _row(text, heads, cells)) is not None:
            yield task._replace(run=run)


def _cells(text: str, block: Block) -> list[tuple[int, int]]:
    """Where what the cells of a row say begins and ends."""
    line = text[block.start : block.end].split("\n", 1)[0]
    cells: list[tuple[int, int]] = []
    at = block.start
    for part in line.split("|"):
        start = at + len(part) - len(part.lstrip()) if part.strip() else at
        cells.append((start, start + len(part.strip())))
        at += len(part) + 1
    return cells[1 if line.lstrip().startswith("|") else 0 :]


def _row(text: str, heads: list[str], cells: list[tuple[int, int]]) -> Task | None:
    place = dict(zip(heads, cells, strict=False))
    what = place.get(next(head for head in heads if head in _WHAT_HEADS), (0, 0))
    who = place.get(next(head for head in heads if head in _WHO_HEADS), (0, 0))
    said, name = text[slice(*what)], text[slice(*who)]
    is_head = fold(said).strip("* ") in heads or said.startswith("~~")
    is_done = any(fold(text[slice(*place[head])]).strip("* ") in _FINISHED for head in _STATE_HEADS.intersection(place))
    if is_head or is_done or not any(map(str.isalpha, said)) or not any(map(str.isalpha, name)):
        return None
    return Task(*what, what, name)
