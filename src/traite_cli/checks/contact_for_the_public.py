"""What everyone may read gives nobody's telephone, mailbox or home away.

A text for the public goes on a web site and stays there. Numbers that are open to all (08…, short ones), the telephone of a town hall or
a school, and mailboxes of a whole organisation (contact@, secretariat@) may stand there; a street counts only where the text says that
somebody lives in it. Ways to reach a person belong in their `contact_details`, which contributors alone see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import AUDIENCES, Record
from traite_cli.language import N_, fold
from traite_cli.repository import Repository, audience_of

_TOPIC = "---\ntitle: Le titre de séjour\n---\n\n{text}\n"

CHECK = Check(
    code="TR634",
    severity=Severity.WARNING,
    messages={
        "telephone": N_("everyone may read this record, and this looks like somebody’s telephone number"),
        "mailbox": N_("everyone may read this record, and this looks like somebody’s own e-mail address"),
        "home": N_("everyone may read this record, and this looks like where somebody lives"),
    },
    hints={"": N_("take it out, or keep the passage for the members, between the lines ::: members and :::")},
    faulty=Example({"records/topics/sejour.md": _TOPIC.format(text="Écrire à ⟦alice.tallon@exemple.fr⟧ avant lundi.")}),
    healthy=Example({"records/topics/sejour.md": _TOPIC.format(text="Écrire à contact@exemple.fr avant lundi.")}),
    of_text=True,
)

_MAILBOX = re.compile(
    r"(?<![\w.+/@-])(?P<owner>[\w.+-]{1,64})@(?P<house>[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})(?<!\.png|\.jpg|\.svg|\.pdf)(?![\w@])"
)
# These begin with one set of characters, so that they are looked for and not tried everywhere.
# Ten digits by twos, as the French write them; +33 or 0033, and the 0 that may stand in brackets behind it.
_TELEPHONE = re.compile(
    r"[+0](?<![\w.+/-].)(?:(?:(?<=\+)|(?<=0)0)33[ .\u00a0\u202f-]?(?:\(0\))?[ \u00a0\u202f]?[1-79]|(?<=0)[1-79])"
    r"(?:[ .\u00a0\u202f-]?\d\d){4}(?![\d.]?\d)"
)
# The same abroad: with the prefix of another country; as Québec, then Switzerland and Belgium write them at home.
_TELEPHONE_ABROAD = re.compile(
    r"[+(02-9](?<![\w.+/-].)"
    r"(?:(?:(?<=\+)|(?<=0)0)(?!33)[1-9]\d{0,2}[ .\u00a0\u202f-]?(?:\(0\))?(?:\d[ .-])?(?:[ .\u00a0\u202f-]?\d{2,4}){3,5}"
    r"|(?:(?<=\()[2-9]|(?<=[2-9]))\d\d\)?[ .\u00a0-]\d{3}[.-]\d{4}|(?<=0)\d{1,2}[ \u00a0/]\d{3}(?:[ .\u00a0]\d\d){2})(?![\d.-]?\d)"
)
_MOBILE = re.compile(r"(?:0|(?:\+|00)33\D{0,5})[67]")
_FEWEST_DIGITS = 9
_STREET = re.compile(
    r"\d(?<!\w.)\d{0,3}(?:[ \u00a0](?:bis|ter|quater))?,?[ \u00a0]"
    r"(?:rue|avenue|av\.|boulevard|bd|impasse|all[ée]e|place|chemin|quai|route|cours|square)[ \u00a0][^\n,;.]{3,60}",
    re.IGNORECASE,
)
# Compiled when needed, which is rarely.
_OF_A_HOUSE = (
    r"(?i)(?:\b(?:mairie|[ée]cole|coll[èe]ge|lyc[ée]e|accueil|standard|secr[ée]tariat|permanence|pr[ée]fecture|rectorat|h[ôo]pital|CAF|CPAM"
    r"|police|gendarmerie|si[èe]ge|association|office|maison|centre|service|num[ée]ro|r[ée]servations?|renseignements?|inscriptions?"
    r"|minist[èe]re|syndicat|restaurant|h[ôo]tel|entreprise|cabinet|agence|m[ée]diath[èe]que|biblioth[èe]que)\b[^.\n]{0,60}"
    r"|(?:^|\n)\W{0,9}(?:t[ée]l(?:[ée]phone)?|fax)\W{0,9})$"
)
_EXTENSION = r"(?i)\W{0,3}(?:poste|ext\.?|interne)\W{0,3}\d"
_LIVES = (
    r"(?i)\b(?:domicili[ée]e?s?|demeurant|habit(?:e|ent|ant)|r[ée]sid(?:e|ent|ant)|(?:son|sa|leur|mon|notre) (?:domicile|adresse)|"
    r"adresse (?:personnelle|priv[ée]e)|chez (?:elle|lui|eux|moi|M\.|Mme|Mlle))(?![\w-])[^.\n]{0,60}$"
)
_NEEDED = re.compile(r"[@\d]")
_OF_ALL = frozenset({
    "abuse", "accueil", "adherents", "adhesion", "admin", "amap", "ape", "asbl", "benevoles", "bibliotheque", "billetterie", "boutique",
    "cinema", "club", "college", "comite", "commande", "commandes", "commune", "cse", "dev", "ecole", "emploi", "fcpe", "federation",
    "gendarmerie", "laboratoire", "lettre", "ligue", "lycee", "mediatheque", "membres", "newsletter", "office", "paroisse", "peep",
    "postmaster", "prefecture", "recrutement", "redaction", "reservation", "reservations", "section", "stage", "stages", "syndicat",
    "theatre", "tourisme", "ville", "adhesions",
    "administration", "asso", "association", "bureau", "ca", "collectif", "com", "comm", "communication",
    "contact", "contacts", "coordination", "courrier", "direction", "dpo", "education", "equipe", "formation", "formations", "hello",
    "hotline", "info", "information", "informations", "infos", "inscription", "inscriptions", "juridique", "mairie", "mail", "media",
    "nepasrepondre", "no-reply", "noreply", "permanence", "plaidoyer", "presidence", "press", "presse", "rgpd", "secretariat",
    "service", "siege", "standard", "support", "tresorerie", "webmaster",
})  # fmt: skip
_WORDS = re.compile(r"[.+_-]")


def find(repository: Repository) -> Iterator[Fault]:
    """The ways to reach a person in what is for the public."""
    for record in repository.all_examined():
        if audience_of(record, repository.configuration) == AUDIENCES[0]:
            for start, end in _for_all(record):
                yield from _of_stretch(record, start, end)


def _for_all(record: Record) -> Iterator[tuple[int, int]]:
    """The stretches of a file that everyone may read: texts of its own fields, and of its body what no fence keeps for fewer.

    Most hold neither a figure nor an @, and so no way to reach anybody.
    """
    for name, value in record.values.items():
        # Where it stands is asked for seldom: then the front matter is read again.
        if isinstance(value, str) and _NEEDED.search(value) and _may_reach(value):
            yield record.place_of(name)
    for passage in record.passages:
        if passage.audience is None and _NEEDED.search(record.document.text, passage.start, passage.end):
            yield passage.start, passage.end


def _may_reach(value: str) -> bool:
    return "@" in value or sum(map(str.isdigit, value)) >= _FEWEST_DIGITS or _STREET.search(value) is not None


def _of_stretch(record: Record, start: int, end: int) -> Iterator[Fault]:
    text = record.document.text
    if text.find("@", start, end) >= 0:
        for found in _MAILBOX.finditer(text, start, end):
            if not _is_of_all(found["owner"], found["house"]):
                yield record.document.fault("contact-for-the-public", *found.span(), "mailbox")
    for found in (*_TELEPHONE.finditer(text, start, end), *_abroad(text, start, end)):
        if not _rings_in_a_house(text, found):
            yield record.document.fault("contact-for-the-public", *found.span(), "telephone")
    for found in _STREET.finditer(text, start, end):
        if re.compile(_LIVES).search(text, max(start, found.start() - _NEAR), found.start()):
            yield record.document.fault("contact-for-the-public", found.start(), found.start() + len(found[0].rstrip()), "home")


def _abroad(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Telephone numbers of other countries than France."""
    for found in _TELEPHONE_ABROAD.finditer(text, start, end):
        if sum(map(str.isdigit, found[0])) >= _FEWEST_DIGITS and not _TELEPHONE.match(text, found.start(), end):
            yield found


def _rings_in_a_house(text: str, found: re.Match[str]) -> bool:
    """Whether a number that is no mobile one is said to be that of a house: a town hall, a school, an office with extensions."""
    if _MOBILE.match(found[0]):
        return False
    return bool(
        re.compile(_OF_A_HOUSE).search(text, max(found.start() - _NEAR, 0), found.start())
        or re.compile(_EXTENSION).match(text, found.end())
    )


def _is_of_all(owner: str, house: str) -> bool:
    """Whether a mailbox is that of a whole organisation: a word for it before the @, its own name on both sides, an office of the state."""
    said = fold(owner)
    parts = _WORDS.split(said)
    of_the_state = house.endswith(".gouv.fr") and len(parts) == 1
    return of_the_state or said in _OF_ALL or parts[0] in _OF_ALL or parts[-1] in _OF_ALL or fold(house).split(".")[0] == said


_NEAR = 120
"""How far before a street the text may say that somebody lives there."""
