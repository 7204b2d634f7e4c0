"""Those who met, a side to a line: « Pour la Ville : Sylvie Garnier, adjointe », « Côté associations : … », « Pour le collectif : … »."""

from __future__ import annotations

import re

from traite_cli.language import fold, is_given_name, word_list
from traite_cli.writing.importing.entries import Known, Named, named_in, unmarked
from traite_cli.writing.importing.labels import lead_in
from traite_cli.writing.importing.name_signs import HONORIFIC

_SIDE = re.compile(
    r"\W*(?:[Pp]our|[Cc]ôté|[Dd]u côté d(?:e|u|es)|[Ff]or|[Oo]n behalf of)\s+(?:(?:l[ae]s?|the)\s+|l[’'])?"
    r"(?P<whom>[^\s:;.(][^:;.\n]{1,60}?)\s*:\s*(?P<who>\S.*)",
    re.DOTALL,
)
_OWN = word_list("collectif association associations asso assos coordination reseau federation coalition collective us")
_BODIES = word_list(
    """
    ville mairie commune metropole agglomeration departement region prefecture sous-prefecture rectorat ministere cabinet etat
    gouvernement direction administration bailleur conseil service services agence police gendarmerie parquet council city town ministry
    government office
    """
)


def side_in(line: str, known: Known) -> tuple[str, tuple[Named, ...]]:
    """Those whom a line names as one side of a meeting, and their status; nobody where it does not."""
    found = _SIDE.fullmatch(unmarked(line).strip())
    whom = found["whom"] if found else ""
    first = fold(whom).split(" ")[0]
    is_own = first in _OWN
    is_body = first in _BODIES or known.is_organisation(whom) or (whom[:1].isupper() and not is_given_name(first))
    if found is None or lead_in(whom) or not (is_own or is_body):
        return "", ()
    status = "present" if is_own or known.is_organisation(whom) else "guests"
    named = tuple(named_in(found["who"], status, known, inline=True))
    if not all(_is_whole(one.name, known) for one in named):
        return "", ()
    return status, named if is_own else tuple(one._replace(behind=(*one.behind, whom)) for one in named)


def _is_whole(name: str, known: Known) -> bool:
    """Whether a name is surely one: known, with a form of address, or of two words or more with capitals."""
    capitals = [word for word in name.split() if word[:1].isupper()]
    return known.is_person(name) or HONORIFIC.match(name) is not None or len(capitals) > 1
