"""What places are called: « Mairie de Lyon », « salle 203 », "Old School Hall", and towns that need no noun: « Paris ».

Only a noun that is seldom the subject of a meeting is one here, since what stands behind the day in a title may be its subject too.
"""

from __future__ import annotations

import re

from traite_cli.language import dates_in, fold_in_place, times_in, word_list, words
from traite_cli.writing.importing.addresses import ADDRESS, extended
from traite_cli.writing.importing.found import ANY_YEAR

_NOUNS = (
    r"(?:mairie|salle|maison|hotel|bourse du travail|ecole|college|lycee|centre|siege|locaux|local|prefecture|sous-prefecture|universite"
    r"|faculte|theatre|bibliotheque|mediatheque|ludotheque|gymnase|foyer|espace|cafe|eglise|temple|presbytere|chapelle|palais|bureaux"
    r"|amphi(?:theatre)?|auditorium|campus|chateau|cinema|restaurant|brasserie|librairie|domicile|chez|tiers-lieu|fablab|cite|stade|halle"
    r"|mjc|ministere|musee|hopital|ehpad|creche|rectorat|tribunal|gare|villa|chalet|refectoire|room)\b(?! (?:et|and)\b)"
)
_ENGLISH_NOUNS = (
    r"(?:hall|library|centre|center|church|school|house|offices?|room|college|pub|inn|theatre|theater|club|museum|building|chambers?|hotel"
    r"|cafe|university|chapel|barn)\b"
)
_PLACE = re.compile(
    rf"(?:(?:a |au |aux |en |dans )?(?:la |le |les |l'|the )?{_NOUNS}(?: [^,;:.()\n]{{1,60}}?)?"
    rf"|(?:the )?(?:[\w'-]+ ){{1,4}}?{_ENGLISH_NOUNS})"
    r"(?=\s*(?:[,;.()]|[-–—|] |$))"
)
_BEHIND = re.compile(r"\)?\s*(?:[,(|]|-(?=\s))\s*|\s+(?:(?:at|in)\s+|(?=(?:a|au|aux|en|dans|chez)\s))")
_TOWN = re.compile(r"[^\W\d_][^,;:.()\n]{1,30}?(?=\s*(?:[,;.()]|[-–—|]\s|$))")
_TOWNS = word_list(
    """
    paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon saint-etienne le-havre grenoble
    dijon angers nimes villeurbanne clermont-ferrand aix-en-provence brest tours amiens limoges annecy perpignan metz besancon orleans
    rouen mulhouse caen nancy saint-denis montreuil roubaix tourcoing nanterre avignon creteil poitiers dunkerque versailles pau calais
    la-rochelle colmar bourges valence quimper lorient vannes troyes chambery niort saint-nazaire beauvais laval arras albi bayonne
    angouleme le-mans lannion saint-brieuc evry bobigny pantin ajaccio bastia fort-de-france cayenne noumea papeete mamoudzou
    bruxelles liege namur charleroi mons gand anvers geneve lausanne berne zurich bale fribourg neuchatel sion luxembourg
    montreal quebec ottawa gatineau sherbrooke trois-rivieres toronto vancouver
    london manchester birmingham leeds glasgow edinburgh liverpool bristol sheffield cardiff belfast newcastle nottingham leicester
    cambridge oxford york dublin cork new-york boston chicago washington brussels geneva vienna berlin madrid rome lisbonne dakar tunis
    """
)


def place_behind(line: str) -> str:
    """The place that stands behind the day or the hour in a line, where a sign parts them: « 3 mars 2015 – Mairie de Lyon »."""
    said = fold_in_place(line)
    when = [one.end for one in dates_in(line, ANY_YEAR)] + [one.end for one in times_in(line)]
    return next((place for end in when if (sign := _BEHIND.match(said, end)) and (place := place_at(line, sign.end()))), "")


def place_within(line: str) -> str:
    """The place that stands between commas of a sentence: « se sont réunis en assemblée, salle Barcelone, sur convocation »."""
    return next((place for sign in re.finditer(r",\s+", line) if (place := _noun_at(line, sign.end()))), "")


def _noun_at(line: str, start: int) -> str:
    found = _PLACE.match(fold_in_place(line), start)
    return extended(line, start, found.end()).replace(" | ", ", ") if found else ""


def place_at(line: str, start: int) -> str:
    """The place that a line names from some letter on, with the rest of its address; '' for none."""
    if place := _noun_at(line, start):
        return place
    if found := ADDRESS.match(line, start):
        return extended(line, start, found.end())
    town = _TOWN.match(line, start)
    return town[0] if town and "-".join(words(town[0])) in _TOWNS else ""
