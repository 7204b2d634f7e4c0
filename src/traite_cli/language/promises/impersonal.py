"""What is promised in a sentence that need not say by whom: « un courrier sera adressé », « il est convenu que », « d’ici fin février »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from traite_cli.language.promises.deeds import PARTICIPLE, deed, deed_clear
from traite_cli.language.promises.finding import ADVERB, INFINITIVE, Found, around
from traite_cli.language.promises.subjects import is_supposed

_DONE_TO = rf"\b(?:sera|seront|va etre|vont etre){ADVERB}(?: (?:tres|vite|aussitot))* {PARTICIPLE}\b"
_DONE = (
    r"\b(?:demande|point|rappel|relance|courrier|recherche|proposition|demarche|annonce|etat des lieux|bilan|note|compte[- ]rendu|demo"
    r"|presentation|mise a jour|appel|communication|sondage|enquete|retour)\b(?: [\w'-]+){0,4}? (?:sera|seront) (?:faite?s?|realisee?s?)\b"
)
_DONE_BY = (
    rf"\b(?:sera|seront){ADVERB} (?!pris|suivi|preced|presid|compos|remplac|represent)[a-z]+(?:e|i|u|s|t)(?:e?s?)(?: [\w'-]+){{0,5}}? par "
    r"(?P<who>nous\b|(?:MM?\.|Mmes?) [A-Z][\w'-]+|[A-Z][a-z][\w'-]*(?: [A-Z][\w'-]+)?)"
)
_CLAUSE_BEGINS = re.compile(r"[;:.]|, (?:et|mais|ou) ")
_OF_ALL = re.compile(
    r"\b(?:qui|dont|que|qu'|ne|n'|si|lorsqu\w*|quand|chaque|tout|toute|tous|toutes|aucun|aucune|cela|ceci|ca|il|on)\b", re.IGNORECASE
)
_AGREED = (
    rf"\b(?:[Ii]l (?:est|a ete|etait){ADVERB} convenu|[Nn]ous (?:avons|sommes) convenus?|[Nn]ous convenons|[Oo]n convient"
    r"|[Oo]n est convenus?|[Oo]n a convenu|[Ii]ls conviennent|sont convenus|conviennent) (?:que|qu'|de|d'|ensemble de|avec)"
)
_NEXT_TIME = re.compile(r"\b(?:prochaine? (?:reunion|rencontre|seance|rendez-vous|ca|bureau|ag)|comme)\b", re.IGNORECASE)
# What one agrees not to do, to leave as it is, or to allow, nobody has to look at later.
_NOTHING_TO_DO = re.compile(r"\s*(?:ne pas|pouvoir|continuer|maintenir|garder|conserver|laisser|rester|reporter|attendre)\b")
# « La présentation sera faite lors du prochain conseil » is an item of its agenda.
_ON_THE_AGENDA = re.compile(
    r"(?: \w+){0,2} (?:lors|au cours|au debut|a l'occasion|a|au)\b(?: (?:de|du|des|la|une?|l'))*(?: ?prochaine?s?)\b"
)
_DECIDED = (
    rf"\b(?:[Ii]l (?:est|a ete){ADVERB} decide|[Nn]ous (?:avons decide|decidons)|[Oo]n (?:a decide|decide)"
    r"|(?:[Ll]e|[Ll]a|[Ll]'|[Ll]es) ?(?:bureau|ca|CA|comite|conseil|assemblee|AG|collectif|commission|participants|membres)"
    rf"(?: [\w'-]+){{0,3}} (?:decident?|a decide|ont decide)) (?:de |d'){INFINITIVE}"
)
_ENTRUSTS = (
    r"(?<!est )(?<!ete )(?<!sont )\b(?:charge|chargent|mandate|mandatent"
    r"|donne mandat a|donne mandat au|donnent mandat a|confie a|confie au) "
    rf"(?P<who>(?:le |la |les |l')?[A-Z@a-z][\w'-]*(?: [\w'-]+){{0,4}}?) (?:de |d'|pour |afin de |le soin de ){INFINITIVE}"
)
_NOT = re.compile(r"\b(?:ne|n'|en) ?$")
_DAY_SAID = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|semaine|mois|annee|trimestre|semestre|ete"
    r"|automne|hiver|printemps|rentree|prochaine? (?:reunion|rencontre|seance|CA|bureau|comite|semaine)|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|(?<=\d/)\d{2,4})\b(?: prochaine?)?(?: (?:19|20)\d\d)?"
)
_BY_A_DAY = (
    r"\bd'ici (?:a |au |la |le |les |l'|ce |cette )?(?:la )?(?:(?:fin|mi|debut)[ -])?(?:du |de |le |la |des |d'|l')?(?:mois(?: de)? ?)?"
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:\d{1,2}(?:er)?(?:[/.]\d{1,2}(?:[/.]\d{2,4})?)? ?)?" + _DAY_SAID
)
_WILL = re.compile(r"\b(?!faudra|pourr|devr|aura\b|auront\b)[a-z]+r(?:a|ont|ons|ai)\b")
_HELD_BACK = re.compile(r"\b(?:qui|si|ne|n') ?$")
_ENGLISH = (
    r"\b(?P<who>(?!This|That|It|They|You|He|She|There|What|Who|Which|If)[A-Z][\w'-]+(?: [A-Z][\w'-]+)?|I|[Ww]e)"
    r"(?: will|'ll| (?:has |have )?agree[sd]? to| is to| are to| undert(?:akes|ook) to| promised to) (?:also |then )?"
    r"(?:send|write|draft|prepare|contact|circulate|share|call|e-?mail|check|update|organi[sz]e|follow up|report back|set up|arrange"
    r"|schedule|publish|submit|provide|forward|ask|invite|book|review)\b"
)
_IF = re.compile(r"\b[Ii]f\b")


def will_be_done(said: str) -> Iterator[Found]:
    """« Un courrier sera adressé au ministre », « un rappel sera fait », « la démonstration sera faite par Paul »."""
    for found in chain.from_iterable(re.finditer(pattern, said) for pattern in (_DONE_BY, _DONE_TO, _DONE)):
        clause = _CLAUSE_BEGINS.split(said[: found.start()])[-1]
        if not (_OF_ALL.search(clause) or (found.re.pattern == _DONE and _ON_THE_AGENDA.match(said, found.end()))):
            yield Found(found.start(), found.end(), found.groupdict().get("who") or "")


def agreed(said: str) -> Iterator[Found]:
    """« Il est convenu que », « il est décidé d’écrire », « le conseil charge Paul de »; not the day of the next meeting."""
    for found in around(_AGREED, said, "conv"):
        if not (_NEXT_TIME.search(said) or _NOTHING_TO_DO.match(said, found.end())):
            yield Found(found.start(), found.end())
    for found in around(_DECIDED, said, "decid"):
        if deed_clear(found["inf"], said[: found.start("inf")], said[found.end() :]):
            yield Found(found.start(), found.end())
    for found in around(_ENTRUSTS, said, "charge", "mandat", "confie"):
        if deed(found["inf"], said[: found.start("inf")], said[found.end() :]) and not _NOT.search(said, 0, found.start()):
            yield Found(found.start(), found.end(), found["who"])


def by_a_day(said: str) -> Iterator[Found]:
    """« … sera disponible d’ici fin février »: something that will be, by a day."""
    for found in around(_BY_A_DAY, said, "d'ici "):
        verb = _WILL.search(said)
        if verb and not _HELD_BACK.search(said, 0, verb.start()) and not is_supposed(said[: verb.start()]):
            yield Found(found.start(), found.end())


def english(said: str) -> Iterator[Found]:
    """In English: "Alice will send", "the ministry agreed to write"."""
    for found in re.finditer(_ENGLISH, said):
        if not _IF.search(said, 0, found.start()):
            yield Found(found.start("who"), found.end(), found["who"])
