"""What everyone may read gives nobody's telephone, mailbox or home away.

A text for the public goes on a web site and stays there. Numbers that are open to all (08…, short ones) and mailboxes of a whole
organisation (contact@, secretariat@) may stand there; a street counts only where the text says that somebody lives in it. Ways to reach
a person belong in their `contact_details`, which contributors alone see.
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
)

_MAILBOX = re.compile(r"(?<![\w.+/@-])(?P<owner>[\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?<!\.png|\.jpg|\.svg|\.pdf)(?![\w@])")
# These two begin with one set of characters, so that they are looked for and not tried everywhere.
# Ten digits by twos, as the French write them; +33 or 0033, and the 0 that may stand in brackets behind it.
_TELEPHONE = re.compile(
    r"[+0](?<![\w.+/-].)(?:(?:(?<=\+)|(?<=0)0)33[ .\u00a0\u202f-]?(?:\(0\))?[ \u00a0\u202f]?[1-79]|(?<=0)[1-79])"
    r"(?:[ .\u00a0\u202f-]?\d\d){4}(?![\d.]?\d)"
)
_STREET = re.compile(
    r"\d(?<!\w.)\d{0,3}(?:[ \u00a0](?:bis|ter|quater))?,?[ \u00a0]"
    r"(?:rue|avenue|av\.|boulevard|bd|impasse|all[ée]e|place|chemin|quai|route|cours|square)[ \u00a0][^\n,;.]{3,60}",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:domicili[ée]e?s?|demeurant|habit(?:e|ent|ant)|r[ée]sid(?:e|ent|ant)|(?:son|sa|leur|mon|notre) (?:domicile|adresse)|"
    r"adresse (?:personnelle|priv[ée]e)|chez (?:elle|lui|eux|moi|M\.|Mme|Mlle))(?![\w-])[^.\n]{0,60}$",
    re.IGNORECASE,
)
_OF_ALL = frozenset({
    "accueil", "adhesion", "administration", "asso", "association", "bureau", "ca", "collectif", "com", "comm", "communication",
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
    """The stretches of a file that everyone may read: texts of its own fields, and of its body what no fence keeps for fewer."""
    for name, value in record.values.items():
        if isinstance(value, str):
            yield record.place_of(name)
    for passage in record.passages:
        if passage.audience is None:
            yield passage.start, passage.end


def _of_stretch(record: Record, start: int, end: int) -> Iterator[Fault]:
    text = record.document.text
    if text.find("@", start, end) >= 0:
        for found in _MAILBOX.finditer(text, start, end):
            if not _is_of_all(found["owner"]):
                yield record.document.fault("contact-for-the-public", *found.span(), "mailbox")
    for found in _TELEPHONE.finditer(text, start, end):
        yield record.document.fault("contact-for-the-public", *found.span(), "telephone")
    for found in _STREET.finditer(text, start, end):
        if _LIVES.search(text, max(start, found.start() - _NEAR), found.start()):
            yield record.document.fault("contact-for-the-public", found.start(), found.start() + len(found[0].rstrip()), "home")


def _is_of_all(owner: str) -> bool:
    """Whether a mailbox is that of a whole organisation: what stands before the @ begins or ends with a word for it."""
    parts = _WORDS.split(fold(owner))
    return fold(owner) in _OF_ALL or parts[0] in _OF_ALL or parts[-1] in _OF_ALL


_NEAR = 120
"""How far before a street the text may say that somebody lives there."""
