"""What somebody promises in a French sentence: « s’engage à », « est chargée de », « se charge de », « X enverra », « X va relancer »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from traite_cli.language.promises.deeds import ITSELF, OF_A_PROGRAMME, deed, deed_clear, futures, is_infinitive, names_deed
from traite_cli.language.promises.finding import ADVERB, INFINITIVE, Found, around
from traite_cli.language.promises.subjects import KNOWN, Subject, is_somebody, subject

_ENGAGES = (
    r"\b(?:s'engage(?:nt|ra|ront)?|(?P<we>[Nn]ous) nous engage(?:ons|rons)|(?P<me>[Jj]e) m'engage|s'est engagee?"
    r"|se sont engagee?s|[Nn]ous nous sommes engagee?s)"
    r"(?:,? (?:donc|aussi|egalement|ensuite|alors|ainsi|fermement|solennellement|formellement|a nouveau|de nouveau))?"
    r"(?:,? (?:pour|d'ici|avant|des|aupres|envers|lors) [^,;:]{1,40}?,?)? (?:a|au|a ce que|par ecrit a|sur)\b"
    r"(?! (?:nouveau|cote|fond|titre))"
)
# « Une discussion s’engage sur le projet »: it begins.
_BEGINS = re.compile(
    r"\b(?:discussion|debat|dialogue|echange|conversation|reflexion|concertation|negociation|lutte|processus)s?\b[^,;:]{0,40}$"
)
_LONG_SINCE = re.compile(r"\b(?:depuis|avai\w+|etait)\b")
_CHARGED = (
    rf"(?<!s')\b(?P<verb>est|sont|a ete|ont ete|sera|seront){ADVERB} (?:chargee?s?|mandatee?s?|designee?s?|missionnee?s?){ADVERB}"
    rf" (?:de |d'|pour ){INFINITIVE}"
)
_WILL_ANSWER_FOR = (
    r"\b(?:sera|seront) (?:le |la |les )?(?:responsables?|referente?s?|en charge) (?:de l'|de la |de |d'|du |des |pour )[a-z]+"
)
_ERRANDS = frozenset(["relancer", "contacter", "recontacter", "rediger", "envoyer", "ecrire", "adresser"])
_WITH_ARTICLE = re.compile(r"(?:[Ll][ae]s? |[Ll]')[A-Z][\w'-]*(?: [A-Z][\w'-]*)*(?: ?\([^()]*\))? ?$")
_TAKES_ON = (
    r"\b(?P<verb>se charge(?:nt|ra|ront)?|me charge|nous chargeons|s'occupe(?:nt|ra|ront)?|se propose(?:nt)?|s'est proposee?"
    r"|se sont proposee?s|se porte(?:nt)? volontaires?|s'est portee? volontaire|se sont portee?s volontaires|est volontaire"
    r"|sont volontaires|promet|promettent|a promis|ont promis)"
    rf"{ADVERB} (?:de |d'|pour ){INFINITIVE}"
)
_TAKING_ON = ("charge", "s'occup", "propos", "volontaire", "prom")
_SEES_TO_IT = r"\bs'en (?:charge|chargent|chargera|chargeront|occupe|occupent|occupera|occuperont)\b"
_TAKES_ON_SOMETHING = r"\b(?:se charge(?:nt|ra|ront)?|s'occuper(?:a|ont)) (?:de l'|de la |de cette |de ce |du |des |d'une? )[a-z]+"
_OCCUPIED_WITH = r"\bs'occupe(?:nt)? (?:de l'|de la |de cette |de ce |du |des |d'une? )[a-z]+"
_SHORT = 120
_OF_HABIT = re.compile(r"\b(?:depuis|toujours|habitude\w*|actuellement|deja|chaque|jusqu)\b")
# Who offers to hold an office stands for election.
_TO_BE = frozenset(["etre", "devenir", "representer", "remplacer", "occuper", "integrer", "rejoindre"])
_CALLS = r"\b(?:contacte|recontacte|relance|se renseigne|prend contact|prend rendez-vous|prend rdv)(?:nt)? (?!par\b)"
_GOING = (
    r"\b(?P<verb>va|vont|allons|doit|doivent|devra|devront)"
    rf"(?:{ADVERB}| essayer de| tenter de| encore) {INFINITIVE}"
)
_PLURAL = frozenset(["vont", "doivent", "devront"])
_CLITICS = re.compile(r"(?:\b(?:(?:se|nous|vous|leur|lui|les|la|le|y|en) |[lsy]'(?:en )?)+)?$")


def engages(said: str) -> Iterator[Found]:
    """« S’engage à », « nous nous engageons à », « s’est engagée à »."""
    for found in around(_ENGAGES, said, "engag"):
        who = found["we"] or found["me"] or subject(said, found.start(), *KNOWN)
        if who is None and subject(said, found.start(), Subject.ANYTHING) is not None:
            who = ""
        before = said[: found.start()].rstrip()
        if who is not None and not (_LONG_SINCE.search(said) or _BEGINS.search(before) or before.endswith("qui")):
            yield Found(found.start(), found.end(), who)


def charged(said: str) -> Iterator[Found]:
    """« Est chargée de relancer la mairie », « sera mandaté pour »."""
    for found in around(_CHARGED, said, "charge", "mandate", "designe", "missionne"):
        # « La MIPROF est chargée de collecter les données » tells an office; that of a person, or a letter to write, is a task.
        is_office = found["verb"] in {"est", "sont"} and found["inf"] not in _ERRANDS
        if is_office and _WITH_ARTICLE.search(said, 0, found.start()):
            continue
        who = subject(said, found.start(), *((Subject.NAMED,) if is_office else KNOWN))
        if who is not None and deed(found["inf"], said[: found.start("inf")], said[found.end() :]) and not _LONG_SINCE.search(said):
            yield Found(found.start(), found.end(), who)
    for found in around(_WILL_ANSWER_FOR, said, "responsable", "referent", "charge"):
        who = subject(said, found.start(), Subject.NAMED)
        if who is not None:
            yield Found(found.start(), found.end(), who)


def takes_on(said: str) -> Iterator[Found]:
    """« Se charge de », « s’occupera de », « se propose pour », « promet de », « s’en charge »."""
    told = (*_taken_on(said), *around(_SEES_TO_IT, said, "s'en "), *around(_TAKES_ON_SOMETHING, said, "se charge", "s'occuper"))
    for found in told:
        who = subject(said, found.start(), *KNOWN)
        if who is not None:
            yield Found(found.start(), found.end(), who)
    for found in around(_OCCUPIED_WITH, said, "s'occup") if len(said) <= _SHORT and not _OF_HABIT.search(said) else ():
        who = subject(said, found.start(), Subject.NAMED)
        if who is not None and is_somebody(who):
            yield Found(found.start(), found.end(), who)


def calls(said: str) -> Iterator[Found]:
    """« Camille contacte la mairie », « @paul se renseigne » : said of somebody by name, the present tells what is still to do."""
    for found in around(_CALLS, said, "contact", "elance", "renseigne", "prend "):
        who = subject(said, found.start(), Subject.NAMED)
        if who is not None and is_somebody(who) and not _OF_HABIT.search(said):
            yield Found(found.start(), found.end() - 1, who)


def _taken_on(said: str) -> Iterator[re.Match[str]]:
    for found in around(_TAKES_ON, said, *_TAKING_ON):
        of_habit = found["verb"].startswith("s'occupe")
        stands = "propos" in found["verb"] and found["inf"] in _TO_BE
        if is_infinitive(found["inf"]) and not stands and (not of_habit or names_deed((found["inf"],))):
            yield found


def going(said: str) -> Iterator[Found]:
    """« Camille va relancer la mairie », « le ministère doit transmettre », « nous allons écrire »."""
    for found in re.finditer(_GOING, said):
        before, after = said[: found.start("inf")], said[found.end() :]
        who = None
        if deed(found["inf"], before, after):
            who = subject(said, found.start(), Subject.NAMED, several=found["verb"] in _PLURAL)
        if who is None and deed_clear(found["inf"], before, after):
            who = subject(said, found.start(), *_going_by(found["verb"]))
        if who is not None:
            yield Found(found.start(), found.end(), who)


def _going_by(verb: str) -> tuple[Subject, ...]:
    if verb == "allons":
        return (Subject.WE,)
    return (Subject.IN_OFFICE, Subject.PRONOUN) if verb in {"va", "vont"} else (Subject.IN_OFFICE,)


def _will_do(said: str, found: re.Match[str], infinitive: str) -> str | None:
    several = found["end"] == "ont"
    if infinitive not in ITSELF and said.endswith((" se ", " s'"), 0, found.start()):
        return None
    if infinitive not in OF_A_PROGRAMME:
        itself = 3 if said.endswith(" se ", 0, found.start()) else 0
        return subject(said, found.start() - itself, Subject.NAMED, Subject.IN_OFFICE, several=several)
    who = subject(said, found.start(), Subject.NAMED, several=several)
    before = said[: found.start()].rstrip()
    return None if who is None or re.search(rf"(?:[Ll][ae]s? |[Ll]'){re.escape(who)}", before) else who


def will(said: str) -> Iterator[Found]:
    """« Le secrétariat enverra », « nous vous ferons parvenir », « il contactera »."""
    for found, infinitive in futures(said):
        before, after = said[: found.start()], said[found.end() :]
        who = None
        if infinitive and found["end"] in {"a", "ont"}:
            if deed(infinitive, before, after):
                who = _will_do(said, found, infinitive)
            if who is None and infinitive != "faire" and deed_clear(infinitive, before, after):
                who = subject(said, found.start(), Subject.PRONOUN)
        elif infinitive and deed_clear(infinitive, before, after) and not (infinitive == "demander" and before.endswith("vous ")):
            who = subject(said, found.start(), Subject.WE)
        if who is not None:
            clitics = _CLITICS.search(before)
            yield Found(clitics.start() if clitics else found.start(), found.end(), who)
