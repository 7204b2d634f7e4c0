"""What French puts before names, dates and places: « du Collectif », « de la Mission », « d’octobre », « au siège »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.language.dates_aloud import say_date
from traite_cli.language.folding import fold

if TYPE_CHECKING:
    from traite_cli.dates import EdtfDate
    from traite_cli.language.languages import Language

# The nouns that names of organisations begin with. A name that begins with none of them takes no article.
_MASCULINE = frozenset(
    [
        "cabinet",
        "centre",
        "cercle",
        "club",
        "collectif",
        "comite",
        "conseil",
        "conservatoire",
        "cabinet",
        "departement",
        "dispositif",
        "fonds",
        "forum",
        "groupe",
        "groupement",
        "haut-commissariat",
        "institut",
        "ministere",
        "mouvement",
        "observatoire",
        "office",
        "parlement",
        "parquet",
        "planning",
        "pole",
        "rassemblement",
        "reseau",
        "secours",
        "secretariat",
        "senat",
        "service",
        "syndicat",
        "tribunal",
        "foyer",
        "defenseur",
        "haut",
    ]
)
_FEMININE = frozenset(
    [
        "agence",
        "alliance",
        "amicale",
        "assemblee",
        "association",
        "banque",
        "caisse",
        "cellule",
        "coalition",
        "commission",
        "communaute",
        "confederation",
        "conference",
        "coordination",
        "cour",
        "croix-rouge",
        "delegation",
        "direction",
        "ecole",
        "equipe",
        "federation",
        "fondation",
        "force",
        "inspection",
        "ligue",
        "mairie",
        "maison",
        "mission",
        "municipalite",
        "organisation",
        "plateforme",
        "plate-forme",
        "prefecture",
        "region",
        "representation",
        "societe",
        "union",
        "universite",
        "ville",
        "protection",
    ]
)
_PLURAL = frozenset({"les", "equipes", "nations", "amis", "editions", "services", "archives"})
_COLLECTIVES = frozenset(
    [
        "alliance",
        "amicale",
        "assemblee",
        "association",
        "cercle",
        "club",
        "coalition",
        "collectif",
        "comite",
        "confederation",
        "conseil",
        "coordination",
        "federation",
        "forum",
        "groupe",
        "groupement",
        "ligue",
        "mouvement",
        "observatoire",
        "plateforme",
        "plate-forme",
        "rassemblement",
        "reseau",
        "syndicat",
        "union",
    ]
)
"""Those of these nouns by which members call what they are members of."""
_ENGLISH = frozenset(
    {"alliance", "association", "coalition", "collective", "committee", "council", "federation", "forum", "group", "network", "union"}
)
_WHERE = frozenset({"a", "au", "aux", "chez", "dans", "devant", "en", "par", "pres", "sous", "sur", "at", "in", "on", "near"})
_VOWELS = "aeiouyh"


def is_body(word: str) -> bool:
    """Whether a folded word is a noun that names of organisations begin with: « association », « ministère », "council"."""
    return word in _MASCULINE or word in _FEMININE or word in _COLLECTIVES or word in _ENGLISH


def of_name(name: str, language: Language) -> str:
    """A name behind « de », with the article that it takes; in English, behind "of"."""
    if language != "fr":
        return f"of {name}"
    first = fold(name.split(maxsplit=1)[0] if name.split() else "")
    if first in _PLURAL:
        return f"des {name.split(' ', 1)[1]}" if first == "les" and " " in name else f"des {name}"
    if first in _MASCULINE | _FEMININE:
        if first[0] in _VOWELS and first not in {"haut", "haut-commissariat"}:
            return f"de l’{name}"
        return f"du {name}" if first in _MASCULINE else f"de la {name}"
    return f"d’{name}" if first[:1] in set(_VOWELS) - {"h", "y"} and not name[:2].isupper() else f"de {name}"


def to_name(name: str, language: Language) -> str:
    """A name behind « à », with the article that it takes; in English, behind "to"."""
    if language != "fr":
        return f"to {name}"
    said = of_name(name, language)
    for of, to in (("du ", "au "), ("de la ", "à la "), ("de l’", "à l’"), ("des ", "aux ")):
        if said.startswith(of):
            return to + said[len(of) :]
    return f"à {name}"


def of_date(date: EdtfDate, language: Language) -> str:
    """A date behind « de »: « du 22 octobre 2014 », « des 12 et 13 novembre 2014 », « de novembre 2014 »."""
    if language != "fr":
        return f"of {say_date(date, language)}"
    said = say_date(date, language, with_article=True)
    first, _, rest = said.partition(" ")
    match first:
        case "le":
            return f"du {rest}"
        case "les":
            return f"des {rest}"
        case "en":
            return f"d’{rest}" if fold(rest)[:1] in _VOWELS else f"de {rest}"
        case _:
            return said


def the_name(name: str, language: Language) -> str:
    """A name with its article: « le Collectif », « la Mission », « l’Association »; in English, as it is."""
    if language != "fr":
        return name
    said = of_name(name, language)
    for of, article in (("du ", "le "), ("de la ", "la "), ("de l’", "l’"), ("des ", "les ")):
        if said.startswith(of):
            return article + said[len(of) :]
    return name


def the_kind(name: str, language: Language) -> str:
    """A collective as its own members call it in a table: « le Collectif », « l’Observatoire », "the Coalition"; else by its name."""
    parts = name.split()
    if language != "fr":
        found = next((part for part in reversed(parts) if fold(part) in _ENGLISH), "")
        return f"the {found}" if found else name
    first = fold(parts[0]) if parts else ""
    return the_name(parts[0], language) if first in _COLLECTIVES else the_name(name, language)


def at_place(place: str) -> str:
    """A place as it stands behind a date or an hour: behind a space where it begins with « à » or the like, else behind a comma."""
    first = place.split(maxsplit=1)[0] if place.split() else ""
    if not first:
        return ""
    return f" {place[0].lower()}{place[1:]}" if fold(first) in _WHERE else f", {place}"
