"""A table of those who were there: a column of names, one of organisations, one that says present, excused or absent, or one for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import pairwise

from traite_cli.language import fold, words
from traite_cli.writing.importing.entries import Known, Named, named_in, unmarked
from traite_cli.writing.importing.labels import announced, is_about_people

Row = tuple[str, str, tuple[Named, ...]]
"""What a row says, what it says of them, and whom it names."""

_COLUMNS = {
    "first": re.compile(r"(?:prenoms?|first names?|given names?)$"),
    "name": re.compile(
        r"(?:noms?|names?|(?:noms?|prenoms?)(?: et)? (?:noms?|prenoms?)|membres?|members?|participante?s?|personnes?|representant\w*"
        r"|conseill\w*|elue?s?|delegue\w*|surname|last name|who|qui|attendee|councillor|director|trustee)$"
    ),
    "organisation": re.compile(
        r"(?:organis\w*|structures?|associations?|entites?|services?|affiliation|organi[sz]ation|collectivites?|etablissements?|societes?"
        r"|institutions?|communes?|company|department|employeur|syndicat|college)$"
    ),
    "role": re.compile(r"(?:fonctions?|qualites?|titre|role|mandat|position|title|poste)$"),
    "presence": re.compile(r"(?:presences?|presente?s?|attendance|emargement|etat|statut|status|present|attended|present \w+|signature)$"),
    "proxy": re.compile(
        r"(?:pouvoirs?|procurations?|mandataire|proxy|represente\w* par|pouvoir \w+|procuration \w+|donne pouvoir a|proxy to)$"
    ),
}
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("represented", re.compile(r"(?:r|rep|represente\w*|pouvoir|procuration|proxy)\b")),
    ("excused", re.compile(r"(?:e|exc|excus\w*|apolog\w*|absente?s? excus\w*|ae)$")),
    ("absent", re.compile(r"(?:a|abs|absent\w*|non|no|0|n)$")),
    ("present", re.compile(r"(?:p|pr|present\w*|oui|yes|x|1|ok|y|visio\w*|en visio\w*|online)$")),
)
_ENDINGS = re.compile(r"[·•.(-](?:e|es|s|trice|rice)\b\)?(?:[·•.-]s\b)?")
"""« Participant·e », « Élu(e)s »."""
_PRESENT_SIGNS = frozenset("✋✅✔✓☑🖐🙋👍●■")
_ABSENT_SIGNS = frozenset("👤❌✗✘☐⬜🚫👎○□")
_MOST_CELL = 200
_LONGEST_LABEL = 60


def table_rows(rows: Sequence[Sequence[str]], status: str, known: Known) -> list[Row]:
    """The people of a table; none where it is no table of people. ``status`` is what a heading above it announced."""
    cells = [[unescape(unmarked(cell)) for cell in row] for row in rows]
    if not cells:
        return []
    labelled = _labelled(cells, known)
    if labelled:
        return labelled
    columns = [_column(cell) or _without_head(cells, number) for number, cell in enumerate(cells[0])]
    marks = {number: name for number, cell in enumerate(cells[0]) if is_about_people(name := announced(cell))}
    if len(marks) > 1 and 0 in marks and all(number in marks or not cell for number, cell in enumerate(cells[0])):
        return _side_by_side(cells, marks, known) if len(marks) == len(cells[0]) else _grouped(cells, marks, known)
    if "name" not in columns and "first" not in columns and (columns[:1] != [""] or not (status or len(marks) > 1)):
        return _without_heads(cells, status, known) if status else []
    if not status and len(marks) < 1 and "presence" not in columns:
        return []
    head: Row = (" | ".join(cells[0]), status or "present", ())
    found = [head, *(row for one in cells[1:] if (row := _row(one, columns, marks, status or "present", known)))]
    return found if any(named for _, _, named in found) else []


def _column(head: str) -> str:
    said = " ".join(words(_ENDINGS.sub("", head)))
    return next((name for name, pattern in _COLUMNS.items() if pattern.match(said)), "")


def _without_head(cells: Sequence[Sequence[str]], number: int) -> str:
    """What a column without a head says, where each cell of it is a mark."""
    told = [row[number] for row in cells[1:] if number < len(row)]
    return "presence" if number and not cells[0][number] and told and all(map(_mark, told)) else ""


def _labelled(cells: Sequence[Sequence[str]], known: Known) -> list[Row]:
    """« Présents | Alice, Bruno » in one row, « Excusés | Claire » in the next."""
    names = [announced(row[0]) if row else "" for row in cells]
    if not any(map(is_about_people, names)) or any(len(row) != 2 or len(row[0]) > _LONGEST_LABEL for row in cells):  # noqa: PLR2004  # a label and what it labels
        return []
    found: list[Row] = []
    for name, row in zip(names, cells, strict=True):
        if not is_about_people(name):
            found.append((" | ".join(filter(None, row)), "", ()))
            continue
        named = tuple(one for cell in row[1:] for one in named_in(cell, name, known, inline=True))
        found.append((" | ".join(row), name, named))
    return found if any(named for _, _, named in found) else []


def _side_by_side(cells: Sequence[Sequence[str]], marks: dict[int, str], known: Known) -> list[Row]:
    """A column of those present beside one of those excused."""
    found: list[Row] = [(" | ".join(cells[0]), "present", ())]
    for row in cells[1:]:
        for number, cell in enumerate(row):
            status = marks.get(number, "present")
            named = tuple(named_in(cell, status, known, inline=True))
            if cell:
                found.append((cell, status, named))
    return found if any(named for _, _, named in found) else []


def _grouped(cells: Sequence[Sequence[str]], marks: dict[int, str], known: Known) -> list[Row]:
    """« Présents » over some columns, « Excusés » over others; below these may stand what each column holds."""
    found: list[Row] = [(" | ".join(filter(None, cells[0])), "present", ())]
    columns = [_column(cell) for cell in cells[1]] if len(cells) > 1 else []
    has_heads = "name" in columns or "first" in columns
    if has_heads:
        found.append((" | ".join(cells[1]), "present", ()))
    bounds = [*sorted(marks), len(cells[0])]
    for row in cells[2 if has_heads else 1 :]:
        for start, end in pairwise(bounds):
            own = columns[start:end] if has_heads else ["name", *[""] * (end - start - 1)]
            told = _row(row[start:end], own, {}, marks[start], known)
            found += [told] if told else []
    return found if any(named for _, _, named in found) else []


def _row(row: Sequence[str], columns: Sequence[str], marks: dict[int, str], status: str, known: Known) -> Row | None:
    held = {name: row[number] for number, name in reversed(list(enumerate(columns))) if name and number < len(row)}
    name = " ".join(filter(None, (held.get("first", ""), held.get("name", "" if "first" in held else row[0] if row else ""))))
    named = named_in(name, status, known, inline=False)
    said = " | ".join(row)
    if not named:
        return (said, status, ()) if any(row) else None
    behind = tuple(filter(None, (held.get("organisation", ""), held.get("role", ""))))
    told = _status(row, columns, marks)
    proxy = held.get("proxy", "")
    if proxy and not _mark(proxy) and len(words(proxy)) <= 6:  # noqa: PLR2004 - a name
        by = next((one.name for one in named_in(proxy.removeprefix("à ").removeprefix("to "), "present", known, inline=False)), "")
        named = [one._replace(proxy=by, status="represented" if by else one.status) for one in named]
        told = "represented" if by else told
    own = [one._replace(behind=(*one.behind, *behind), status=one.status or told) for one in named]
    return said, told or status, tuple(own)


def _status(row: Sequence[str], columns: Sequence[str], marks: dict[int, str]) -> str:
    ticked = [name for number, name in marks.items() if number < len(row) and columns[number] != "name" and row[number]]
    if len(marks) > 1 and ticked:
        return ticked[0]
    for number, name in enumerate(columns):
        if (name == "presence" or number in marks) and number < len(row) and name != "name":
            mark = _mark(row[number])
            if mark:
                return mark
            if not row[number] and any(row) and len(marks) <= 1:
                return "absent"
    return ""


def _mark(cell: str) -> str:
    """What a sign or a word in a cell says of somebody; '' for nothing."""
    if any(sign in _PRESENT_SIGNS for sign in cell):
        return "present"
    if any(sign in _ABSENT_SIGNS for sign in cell):
        return "absent"
    said = fold(cell.partition(" (")[0]).strip(" .()")
    return next((name for name, pattern in _MARKS if pattern.match(said)), "")


def _without_heads(cells: Sequence[Sequence[str]], status: str, known: Known) -> list[Row]:
    """A table under « Présents » whose first row is somebody already."""
    found: list[Row] = []
    for row in cells:
        said = [cell for cell in row if cell]
        if not said or any(len(cell) > _MOST_CELL for cell in said):
            return []
        named = named_in(said[0], status, known, inline=False)
        rest = tuple(cell for cell in said[1:] if not _mark(cell))
        told = next((mark for cell in said[1:] if (mark := _mark(cell))), "")
        if (
            len(row) > 1
            and all(len(cell.split()) > 1 and named_in(cell, status, known, inline=False) for cell in said)
            and _all_people(said, known)
        ):
            # Names in several columns.
            found.append((" | ".join(said), status, tuple(one for cell in said for one in named_in(cell, status, known, inline=False))))
        else:
            own = tuple(one._replace(behind=(*one.behind, *rest), status=one.status or told) for one in named)
            found.append((" | ".join(said), status, own))
    named_rows = sum(bool(named) for _, _, named in found)
    return found if named_rows * 2 > len(found) else []


def _all_people(cells: Sequence[str], known: Known) -> bool:
    from traite_cli.language import is_given_name

    return all(known.is_person(cell) or is_given_name(fold(cell.split()[0])) for cell in cells)
