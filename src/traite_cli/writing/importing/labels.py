"""What a lead-in announces: « Étaient présents : », « Absents excusés », "Apologies for absence", « Ordre du jour », "Venue:".

A lead-in is made of words that announce, and of words that may stand with them; one other word, and it is text like any other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from traite_cli.language import fold, word_list, words

_ANNOUNCING: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{pattern})$"))
    for name, pattern in (
        ("represented", r"represente(?:s|es|e)?|represented|pouvoirs?|procurations?|mandats|prox(?:y|ies)|mandants?"),
        ("excused", r"excuse(?:s|es|e)?|apolog(?:y|ies)|regrets|excused|exc"),
        ("absent", r"absente?s?|absences?|absentees?|defaillants?|abs"),
        (
            "guests",
            r"invite(?:s|es|e)?|interlocut(?:eurs?|rices?)|intervenant(?:s|es|e)?|guests?|observ(?:ateurs?|atrices?|ers?)|visitors?",
        ),
        (
            "present",
            r"present(?:s|es|e)?|presences?|pre?s|participant(?:s|es|e)?|attendees?|attendance|attending|emargement|assistance|assistaient|attended",
        ),
        ("agenda", r"ordre|odj|agenda|oj"),
        ("date", r"dates?|jour|when|quand"),
        ("end", r"fin|end|cloture|levee"),
        ("time", r"heures?|horaires?|time|debut|start|hours|hour"),
        ("place", r"lieu|place|venue|location|adresse|endroit|ou|where"),
        ("room", r"salle|room"),
        ("decision", r"decisions?|decide|resolutions?|resolved|resolu|deliberations?|delibere|relevees?"),
        ("question", r"questions?"),
    )
)
_PEOPLE = ("represented", "excused", "absent", "guests", "present")
_COMMON = word_list(
    """
    a all also and are at au aux avec by ce cette d de des du e en es et etaient etait ete eux for from in is l la le les leur
    leurs list n names no nom nombre noms of on ou par pour s sont the those to un une was were with
    """
)
_WITH_PEOPLE = word_list(
    """
    absence actifs actives adherent adherente adherentes adherents administrateur administrateurs administratrices ainsi assemblee
    association ayant benevole benevoles board bureau ca cadre chair clerk co collectif collective collectivites college comite
    commission committee conseil conseiller conseillere conseilleres conseillers consultative copil coproprietaires council
    councillors delegation delegue deleguees delegues deliberative delibere departement direction directors distance donnant donne
    donnee donnes egalement electronique est elu elue elues elus employes employeur equipe etc executive exercice feuille for
    functions generale groupe gt habitants honoraires hors invitees invites justifiees justifies liste m mairie member members
    membership membre membres mesdames messieurs mm mme mmes municipal municipale municipaux nominative non nos officers officio
    online ont organisations organismes other others parish partenaires permanentes permanents person personne personnel
    personnels personnes petit physiquement pouvoir presentiel presse public quorum recue recues recus remis remise remote
    remotely representant representantes representants representation representes reunion salarie salariees salaries sans seance
    secretaire session sociaires sous staff structures suppleantes suppleants syndical syndicales syndicaux titulaire titulaires
    total associations institutions
    partenaires trustees usagers visio visioconf visioconference voix votant votants sent received pv prises sheet
    """
)
_WITH_AGENDA = word_list(
    """
    conseil items jour meeting point points prevu propose rappel reunion seance
    """
)
_WITH_DECISIONS = word_list(
    """
    action actions adoptee adoptees est il key made meeting principales prise prises releve summary taken unanimite
    """
)
_WITH_PLACE = word_list(
    """
    date heure meeting rdv rencontre rendez reunion seance vous
    """
)
_OTHERS: dict[str, frozenset[str]] = {
    **dict.fromkeys(_PEOPLE, _WITH_PEOPLE),
    "agenda": _WITH_AGENDA,
    "decision": _WITH_DECISIONS,
    **dict.fromkeys(("date", "time", "end", "place", "room"), _WITH_PLACE),
    "question": word_list("n posees posee"),
}
_SAID_ALOUD = (
    (
        re.compile(
            r"\b(?:etai(?:en)?t|sont|est) la\b|\b(?:nous etions|on etait)(?: \w+)?$|^on (?:the )?call$|^in the room$|^around the table$"
            r"|^autour de la table$|^(?:la |notre )?delegation$|^composition de (?:la |notre )delegation$|^en presence de$"
            r"|^(?:who (?:was |is |s )?|we were )?here$|^la$"
        ),
        "presents",
    ),
    (re.compile(r"^(?:held|tenue?|(?:la )?(?:reunion|seance) (?:tenue|s est tenue))(?: (?:at|in|on|via|a|au|par|en))?$|^address$"), "lieu"),
    (re.compile(r"^(?:nous (?:a|ont) recus|(?:avons ete |sommes )?recue?s par|nous avons (?:rencontre|ete recus par))$"), "invites"),
    (re.compile(r"^(?:not|non|pas) (?:presents?|here|there|la)\b|^n etai(?:en)?t pas la$|^manqu(?:aient|ait|ent|e)$|^missing$"), "absents"),
    (
        re.compile(
            r"\bn (?:ont|a|avaient|avait) pas pu (?:venir|participer|assister|etre (?:la|presente?s?))\b"
            r"|\b(?:could not|cannot|unable to) (?:come|attend|make it|be (?:there|present))\b"
        ),
        "excuses",
    ),
)
"""« Étaient là : », « N’ont pas pu venir : »: what several words announce, and the word for it."""
_LEADING = frozenset(["date", "dates", "when", "quand", "lieu", "place", "venue", "location", "adresse", "endroit", "where"])
_WHO = {"who": "present", "qui": "present"}
"""What announces people before a colon only: over a column it may stand above those who do something."""
_MOST_WORDS = 9
_MARKS = re.compile(r"[*_#`~]+")
_COLON = re.compile(r"[*_]{0,3}\s*[::]\s*[*_]{0,3}")
# « Sont présents M. Durand, Mme Petit »: no colon, and a verb that says what follows.
_VERBAL = re.compile(
    r"[*_]{0,3}(?:(?:étaient|etaient|sont|était|est|ont été|were|was)\s+(?:également\s+|aussi\s+)?"
    r"(?P<role>présent|present|excus|absent|représent|represent|invit)[\w.()·/-]*|manqu(?:ai(?:en)?t|ent))[*_]{0,3}\s+"
    r"(?-i:(?=[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_PEOPLE_AHEAD = (
    r"(?:(?:Étai|Etai)ent |Sont |Membres |Absente?s? |Non )?(?:[Pp]résent|[Ee]xcus|[Aa]bsent|[Rr]eprésent|[Pp]ouvoirs?|[Pp]rocurations?"
    r"|[Ii]nvité|Apologies|In attendance|Present|Absent|(?:[ÉE]TAIENT |SONT )?(?:PR[ÉE]SENT|EXCUS|ABSENT|REPR[ÉE]SENT|POUVOIR|APOLOGIES"
    r"|IN ATTENDANCE))[^:\n,]{0,40}\s*[*_]{0,3}\s?:"
)
_INNER = re.compile(
    rf"(?:(?<=[.;)])|(?<=\s[-–—·•|])|(?<=\*\*))\s*[*_]{{0,3}}(?={_PEOPLE_AHEAD})"
    r"|(?<=[.;)])\s+(?=Manqu(?:ai(?:en)?t|ent) [A-ZÀ-Þ])"
    r"|(?<=[\w.;)])\s+(?=(?:Pouvoir|Procuration|Mandat|Proxy) (?:de |d['’]|of |from |donné)\s?(?:par )?[A-ZÀ-Þ])"
)


class Label(NamedTuple):
    """What a lead-in announces, what it said, and what stands behind its colon."""

    name: str
    said: str
    rest: str


@lru_cache(maxsize=4096)
def announced(text: str) -> str:
    """What a heading, or what stands before a colon, announces; '' for nothing."""
    said = _plain_words(text)
    if not said or len(said) > _MOST_WORDS:
        return ""
    for name, pattern in _ANNOUNCING:
        if any(pattern.match(word) for word in said):
            others = [word for word in said if not _announces(word, name)]
            if all(word in _COMMON or word in _OTHERS[name] or word.isdigit() for word in others):
                return _settled(name, said)
    return ""


def _announces(word: str, name: str) -> bool:
    """Whether a word announces this, or, where people are listed, others that are missing too: « excusés et représentés »."""
    names = _PEOPLE if name in _PEOPLE else (name,)
    return any(pattern.match(word) for other, pattern in _ANNOUNCING if other in names)


def _settled(name: str, said: tuple[str, ...]) -> str:
    if name == "agenda" and said[0] == "ordre" and "jour" not in said:
        return ""
    if name in {"date", "place"} and said[0] not in _LEADING:
        return name if len(said) == 1 and said[0] == "jour" else ""
    if name == "end" and len(said) == 1 and said[0] != "fin":
        return ""
    if name == "represented" and any(word.startswith("present") for word in said):
        return "present"
    if name == "excused" and "non" in said:
        return "absent"
    return "present" if name == "guests" and "participants" in said else name


@lru_cache(maxsize=4096)
def _plain_words(text: str) -> tuple[str, ...]:
    # « présent·e·s », « présent(e)s », « présent.e.s »: the signs are taken away with what they separate.
    joined = re.sub(r"(?<=\w)[.·•⋅/(-](?:es|e|s|ère|ères|trice|trices|rice|rices|ne|nes)\b[)]?(?:[.·•⋅-]?s\b)?", "", _MARKS.sub("", text))
    said = " ".join(words(joined))
    for pattern, word in _SAID_ALOUD:
        said = pattern.sub(word, said)
    return tuple(said.split())


def label_of(line: str) -> Label | None:
    """The lead-in that a line begins with; None when it begins with none."""
    verbal = _VERBAL.match(line)
    if verbal:
        role = {"p": "present", "e": "excused", "a": "absent", "r": "represented", "i": "guests"}[(verbal["role"] or "absent")[0].lower()]
        return Label(role, line[: verbal.end()].strip(), line[verbal.end() :])
    colon = _COLON.search(line)
    if colon is None or colon.start() > 110:  # noqa: PLR2004 - of nine long words
        return None
    name = announced(line[: colon.start()]) or _WHO.get(fold(line[: colon.start()]).strip(" *_"), "")
    return Label(name, line[: colon.start()].strip(), line[colon.end() :].strip()) if name else None


def lead_in(text: str) -> str:
    """What a heading, or a short line of its own, announces; '' for nothing."""
    return announced(text.rstrip().rstrip(":").rstrip("*_ "))


def parted(line: str) -> list[str]:
    """A line parted where another list of people begins in its midst."""
    places = [found.end() for found in _INNER.finditer(line)]
    parts = [line[start:end] for start, end in zip([0, *places], [*places, len(line)], strict=True)]
    return [part.strip() for part in parts if part.strip(" *_-–—")]


def is_of_some(text: str) -> bool:
    """Whether a lead-in names some of those who were there without saying it: « Staff : », « Salariés : »."""
    said = _plain_words(text)
    return bool(said) and len(said) <= _MOST_WORDS and all(word in _WITH_PEOPLE or word in _COMMON for word in said)


def is_about_people(name: str) -> bool:
    """Whether what is announced are people."""
    return name in _PEOPLE
