"""What stands around names in lists of people: forms of address, functions, proxies, and what says that somebody was not there."""

from __future__ import annotations

import re

HONORIFIC = re.compile(
    r"(?:(?:MM?|M[mM]es?|MMES?|MLLES?|Mlles?|Mr|Mrs|Ms|Mx|Messrs|Dr|Drs|Pr|Prof|Me|Mgr|Cllr|Cllrs|Revd?|Sir|Dame|Lord|Lady|Sr|Fr)\b\.?|Monsieur|Madame"
    r"|Messieurs|Mesdames|Mademoiselle|Maître|Docteur|Professeur|Councillors?|Father|Sœur|Père|Frère)\s+(?=[^\W\d_])"
)
BEFORE_HONORIFIC = re.compile(
    r"(?<!M\.)(?<!Mme)(?<!Mr)(?<!Monsieur)(?<!Madame)\s+(?:et|and)\s+"
    r"(?=(?:MM?\.|Mmes?\b|Mlles?\b|Mr\b|Mrs\b|Ms\b|Madame\b|Monsieur\b|Cllr\b)\s*[^\W\d_])"
)
COUPLE = re.compile(r"(?:M\.|Mme|Monsieur|Madame|Mr|Mrs) (?:et|ou|and|or|&) (?:M\.|Mme|Monsieur|Madame|Mr|Mrs)\b")
ARTICLE = re.compile(r"(?:the|les?|la|l[’']|des|un|une|a|an)\b\s*(?=[^\W\d_])", re.IGNORECASE)
PARTICLE = re.compile(r"(?:de|du|des|d['’]|le|la|van|von|der|den|ben|el|al|da|di|dos)\b", re.IGNORECASE)

_WHO = r"(?P<who>.+?)[\s,(–—:→>-]+\(?\s*"
_TO = r"(?:à|a|au profit de|en faveur de|:)\s+"
_GIVES = r"(?:donn[ée]e?s?|donne|donnant|remis|laiss[ée])"
_PROXY = r"(?:pouvoir|procuration|mandat)"
PROXIES = tuple(
    re.compile(_WHO + pattern + r"\s*(?P<by>.+)", re.IGNORECASE)
    for pattern in (
        rf"(?:qui\s+)?(?:a|ayant|ont|avait)?\s*{_GIVES}\s+(?:son\s+|sa\s+|leur\s+)?{_PROXY}\s*(?:de vote\s*)?{_TO}",
        rf"(?:{_PROXY}|proc\.?)\s*(?:donn[ée]e?\s*)?(?:à|a|au profit de|en faveur de|:|→|->)",
        r"(?:est\s+|été\s+)?représent[ée][\w.()·]*\s+par\s*:?",
        r"(?:gave|has given|gives|having given)\s+(?:(?:his|her|their|a)\s+)?proxy\s+to\s",
        r"(?:proxy\s*(?:given\s*)?(?:to|held by|holder\s*:?|:)|represented by)",
        rf"(?:son\s+)?(?:mandataire|d[ée]tenteur du {_PROXY})\s*:?",
    )
)
"""« Mme Petit donne pouvoir à M. Durand »: who gave a proxy, and who holds it."""
SPEAKS_OF_PROXY = re.compile(
    r"\W*(?:qui |a |avait |ayant |est )*(?:donn|remis|laiss|pouvoir|procuration|mandat [àa] |représent[ée]\w* par|gave|gives"
    r"|has given|proxy|represented by)",
    re.IGNORECASE,
)
HELD = re.compile(
    r"(?P<by>.+?)[\s,]*\(?\s*(?:avec |ayant |porteu\w+ (?:du |d['’]un )?|détient |holding |holds )?(?:le\s+|a\s+)?"
    r"(?:pouvoir|procuration|mandat|proxy)s?\s+(?:de |d['’]|pour |for |of )\s*(?P<who>[^)]+)\)?[\s.;]*$",
    re.IGNORECASE,
)
"""« M. Durand (pouvoir de Mme Petit) »."""
GIVEN_BY = re.compile(
    rf"(?:le\s+|a\s+)?(?:{_PROXY}|proxy)\s+(?:(?:donn[ée]e?|remise?)\s+par\s+|given\s+by\s+|de\s+|d['’]|from\s+|of\s+)"
    r"(?P<who>.+?)\s+(?:donn[ée]e?\s+)?(?:à|au profit de|en faveur de|to|(?:is\s+)?held by)\s+(?P<by>.+)",
    re.IGNORECASE,
)
"""« Pouvoir de Mme Petit à M. Durand »."""
HOLDS = re.compile(
    rf"(?:(?:{_PROXY}|proxy)\s*:\s*(?P<by>[^\W\d_].+?)\s+(?:for|pour)\s+(?P<who>.+)"
    r"|(?P<by2>.+?)\s+(?:d[ée]tient|porte|a|dispose d[eu]|holds|has|held|carries|carried)\s+(?:le |la |du |un |une |de la |a |the )?"
    rf"(?:{_PROXY}|proxy)\s+(?:de |d['’]|pour |for |of |from )(?P<who2>.+))",
    re.IGNORECASE,
)
"""« Proxy: M. Durand for Mme Petit », « M. Durand détient le pouvoir de Mme Petit »."""
HANDED = re.compile(r"(?P<who>.+?)\s*(?:→|->|=>|⇒|\bà\b|\bto\b|\bpar\b|\bby\b)\s*(?P<by>[^\W\d_].+)")
"""« Mme Petit à M. Durand », in a list of proxies."""
FOR = re.compile(r"(?P<by>[^\W\d_].+?)\s+(?:for|pour)\s+(?P<who>[^\W\d_].+)")
"""« M. Durand pour Mme Petit », in a list of proxies."""
BARE = re.compile(rf"(?P<name>.+?)[\s,]*\(\s*(?:{_PROXY}|proxy)s?\s+(?P<other>[^()\W\d_][^()]*)\)", re.IGNORECASE)
"""« Mme Petit (pouvoir Durand) »: of those who are missing, who holds it; of those present, whose it is."""
STATUSES = (
    ("excused", re.compile(r"[\s,(–—-]+(?:absente?s?\s+)?excus[ée][\w.()·]*\s*\)?$|[\s,(–—-]+apologies\s*\)?$", re.IGNORECASE)),
    ("absent", re.compile(r"[\s,(–—-]+absente?\s*\)?$", re.IGNORECASE)),
    ("present", re.compile(r"[\s,(–—-]+présente?\s*\)?$", re.IGNORECASE)),
)
