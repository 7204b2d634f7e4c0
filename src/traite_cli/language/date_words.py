"""The words of phrases for dates, folded, French and English side by side, and a phrase made ready to be read by them."""

from __future__ import annotations

import re

from traite_cli.language.folding import fold
from traite_cli.language.word_lists import word_list

NAMED_DAYS = {
    "avant-hier": -2,
    "avant hier": -2,
    "day before yesterday": -2,
    "hier": -1,
    "yesterday": -1,
    "aujourd'hui": 0,
    "ce jour": 0,
    "today": 0,
    "tonight": 0,
    "this jour": 0,
    "cet jour": 0,
    "cette jour": 0,
    "demain": 1,
    "tomorrow": 1,
    "apres-demain": 2,
    "apres demain": 2,
    "day after tomorrow": 2,
}
UNITS = {
    **dict.fromkeys(word_list("jour jours day days"), "day"),
    **dict.fromkeys(word_list("sem semaine semaines week weeks"), "week"),
    **dict.fromkeys(word_list("mois month months"), "month"),
    **dict.fromkeys(word_list("trim trimestre trimestres quarter quarters"), "quarter"),
    **dict.fromkeys(word_list("semestre semestres half-year half-years"), "half"),
    **dict.fromkeys(word_list("an ans annee annees year years"), "year"),
    **dict.fromkeys(word_list("fortnight fortnights"), "fortnight"),
    **dict.fromkeys(word_list("week-end weekend"), "weekend"),
}
LETTERS = {"j": "day", "d": "day", "s": "week", "w": "week", "m": "month", "a": "year", "y": "year"}
"""Units behind a number, by their first letters."""
SEASONS = {
    **dict.fromkeys(word_list("printemps spring"), (3, 5)),
    **dict.fromkeys(word_list("ete summer"), (6, 8)),
    **dict.fromkeys(word_list("rentree"), (9, 9)),
    **dict.fromkeys(word_list("automne autumn fall"), (9, 11)),
    **dict.fromkeys(word_list("hiver winter"), (12, 14)),
}
"""The first month and the last, whole months as people speak of them; winter ends in the next year."""
UNTIL_SEASON = {
    "printemps": 3,
    "spring": 3,
    "ete": 6,
    "summer": 6,
    "rentree": 9,
    "automne": 9,
    "autumn": 9,
    "fall": 9,
    "hiver": 12,
    "winter": 12,
}
"""« D’ici l’été »: the month in which the season begins by the calendar is still there to be used."""
PARTS_OF_YEAR = {"trimestre": 3, "trim": 3, "quarter": 3, "semestre": 6, "half": 6, "t": 3, "q": 3, "s": 6, "h": 6}
"""How many months each part has."""
NEXT = r"prochaine?|qui vient|suivante?|a venir"
LAST = r"derniere?|passee?|precedente?|ecoulee?"
_COUNTED = (
    word_list("un une one premier premiere first"),
    word_list("deux two deuxieme second seconde"),
    word_list("trois three troisieme third"),
    word_list("quatre four quatrieme fourth"),
    *(frozenset(pair) for pair in (("cinq", "five"), ("six",), ("sept", "seven"), ("huit", "eight"), ("neuf", "nine"), ("dix", "ten"))),
    *(frozenset(pair) for pair in (("onze", "eleven"), ("douze", "twelve"))),
)
_NUMBERS = {
    **{word: str(number) for number, several in enumerate(_COUNTED, 1) for word in several},
    **dict.fromkeys(("quinze", "fifteen"), "15"),
    **dict.fromkeys(("vingt", "twenty"), "20"),
    **dict.fromkeys(("trente", "thirty"), "30"),
    "dernier trimestre": "4 trimestre",
}
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b(?! prochain| suivant)")
_SEPTEMBER = re.compile(r"\bsept\b(?! (?:jours|semaines|mois|ans|annees))")
_PART_OF_DAY = re.compile(r" (?:(?:au|dans l'|in the |dans la )?(?:matin|soir|soiree|apres-midi|morning|afternoon|evening))$")
_AROUND = " .!?()[]\"'«»"
_WINTER = re.compile(r"\b(hiver|winter) (\d{4})[-/]\d{2,4}$")
_ORDINAL = re.compile(r"\b(\d{1,2})(?: ?(?:er|ere|eme|ieme|nd|nde|st|rd|th)|(?:e|re))\b")
_AROUND_SIGN = re.compile(r"(?<=\d) ?([/.]) ?(?=\d)")
_DOZENS = re.compile(r"\b(?:une? )?(huit|quinz)aine(?: de jours)?\b")
_STOP = re.compile(r"(?<=[a-z])\.")
_LEADING = re.compile(
    r"(?:au plus tard|au cours|dans le courant|jusqu'au|jusqu'a|jusqu'en|until|till|no later than|not later than|at the latest|"
    r"d'ici|avant|before|pour|courant|pendant|durant|during|"
    r"le|la|les|l'|en|aux?|a|du|des|de|d'|on|in|the|of|by|at|for|from) ?"
)
_TRAILING = re.compile(r"[ ,]+(?:au plus tard|at the latest|inclus|included|inclusive)$")


def tidied(text: str) -> str:
    """A phrase folded, its numbers in digits, without stops behind abbreviations and what stands around it."""
    folded = _STOP.sub(" ", fold(text)).strip(_AROUND)
    folded = _SEPTEMBER.sub("septembre", _DOZENS.sub(lambda dozen: "8 jours" if dozen[1] == "huit" else "15 jours", folded))
    folded = _NUMBER_WORD.sub(lambda word: _NUMBERS[word[0]], folded)
    folded = _AROUND_SIGN.sub(r"\1", _ORDINAL.sub(r"\1", folded))
    folded = _WINTER.sub(r"\1 \2", _TRAILING.sub("", " ".join(folded.split())))
    return _PART_OF_DAY.sub(_day_alone, folded)


def _day_alone(part: re.Match[str]) -> str:
    """« Demain matin » is tomorrow; « ce soir » is today."""
    return " jour" if part.string[: part.start()] in {"ce", "cet", "cette", "this"} else ""


def without_leading(text: str) -> str:
    """A phrase without one little word before it; itself when there is none."""
    at = _LEADING.match(text)
    is_word = at is not None and (at[0][-1] in " '" or text[at.end() : at.end() + 1] in {"", " "})
    return text[at.end() :].lstrip() if at is not None and is_word else text
