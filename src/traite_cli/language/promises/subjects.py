"""Who stands right before a verb of a French sentence: somebody by name, somebody by office, « nous », a pronoun.

A common noun of French has an article, so that a capital right before a verb is a name: no list of names is wanted. It sees what a
``Sentence`` says: no accents, one apostrophe, capitals kept.
"""

from __future__ import annotations

import re
from enum import Enum

from traite_cli.language.folding import words
from traite_cli.language.given_names import GIVEN_NAMES
from traite_cli.language.word_lists import word_list

_BEGINS = r"(?:^|(?<=[\s\"'(:>-]))"
_TITLE = r"(?:MM?\.?|Mmes?\.?|Mlles?|Mr\.?|Monsieur|Madame|Messieurs|Mesdames|Me|Dr\.?)"
_NAME = rf"(?:{_TITLE} )?@?[A-Z][\w'-]*(?: (?:(?:de|du|des|la|le|van|von|el|al|ben) ){{0,2}}(?:d')?[A-Z][\w'-]*){{0,3}}(?:(?<= [A-Z])\.)?"
_ANYBODY = rf"(?:{_NAME}|@[\w.-]+)"
_NAMES = rf"{_ANYBODY}(?:(?:,? et |, | & | ?/ ?){_ANYBODY}){{0,4}}"
_OFFICE = (
    r"(?:bureau|secretariat|secretaires?|(?:co-?|vice-)?presiden\w+|tresori\w+|conseil|ca|comite|commission|groupe|equipe|cellule"
    r"|coordination|coordinat\w+|association|collectif|federation|fondation|ville|mairie|maire|commune|metropole|departement|region"
    r"|(?:sous-)?prefet|prefete|prefecture|ministere|ministre|cabinet|etat|gouvernement|direction|direct\w+|service|agence|delegue\w*"
    r"|deputee?|senat\w+|rapporteur\w*|rectorat|recteur|inspection|parquet|procureur\w*|syndicat|syndic|elue?|adjointe?|conseillere?"
    r"|responsable|animat\w+|chargee? de \w+|chef|cheffe|stagiaire|salariee?|referente?|permanente?|architecte|graphiste|juriste|avocate?"
    r"|mission|antenne|pole|bailleur|office|academie|police|gendarmerie)"
)
_OFFICES = (
    r"(?:benevoles|membres|(?:co-?)?presidente?s|tresori\w+s|secretaires|salarie\w*s|elue?s|services|animat\w+s|delegue\w*s|stagiaires"
    r"|referent\w*s)"
)
_ONE = (
    rf"(?:(?:[Ll]e|[Ll]a|[Nn]otre|[Uu]ne?|[Cc]ette?|[Ll]eur) |[Ll]')(?:nouvel\w* |futur\w* |autre )?"
    rf"(?:{_OFFICE}\b(?: (?!qui\b|que\b)[\w'-]+){{0,6}}|{_NAME})"
)
_MANY = rf"(?:[Ll]es|[Nn]os|[Dd]es|[Dd]eux|[Tt]rois) {_OFFICES}\b(?: (?!qui\b|que\b)[\w'-]+){{0,4}}"
_ASIDE = r"(?: ?\([^()]{1,60}\))?(?:, [^,.;:]{1,60},)?"
_ADVERB = r"(?:,? (?:donc|aussi|egalement|ensuite|alors|ainsi|par ailleurs|de son cote|eux aussi|tous|toutes|bien|puis))?"
_CLITICS = r"(?: (?:nous|vous|leur|lui|les|la|le|y|en)| [lys]'(?:en)?)*"


def _before_a_verb(who: str, aside: str = "") -> str:
    return rf"{_BEGINS}(?P<who>{who}){aside}{_ADVERB}{_CLITICS} ?$"


class Subject(Enum):
    """The sorts of subjects, each with the pattern of what stands before a verb."""

    NAMED = _before_a_verb(_NAMES, _ASIDE)
    IN_OFFICE = _before_a_verb(f"{_ONE}|{_MANY}", _ASIDE)
    WE = _before_a_verb(r"[Nn]ous|[Jj]e|[Jj]'")
    PRONOUN = _before_a_verb(r"[Ii]ls?|[Ee]lles?|[Oo]n|[Ii]el|celui-ci|celle-ci|ce dernier|cette derniere")
    ANYTHING = r"(?P<who>[^,;:.]{1,80}?) ?$"


KNOWN = (Subject.NAMED, Subject.IN_OFFICE, Subject.WE, Subject.PRONOUN)

# Words that begin a sentence with a capital before a verb and name nobody.
_NOBODY = word_list(
    """
    Il Ils Elle Elles On Nous Vous Iel Je Tu Cela Ceci Ca Ce Tout Tous Toute Toutes Chacun Chacune Qui Que Quoi Celui Celle Celles Ceux
    Personne Rien Quelqu'un Certain Certains Certaines Autre Autres Plusieurs Beaucoup Aucun Aucune Lequel Laquelle Dont Ou Si Mais Et Or
    Donc Car Puis Ensuite Enfin Ainsi Aussi Idem Non Oui Merci Bref Quel Quels Quelle Quelles Comment Quand Pourquoi Est Quiconque Un Une
    Le La Les Des Du De Chaque Notre Votre Leur Leurs Ces Cette Cet Mon Ma Mes Son Sa Ses Au Aux En Y Question Reponse Note Rappel Remarque
    Attention Objectif But Proposition Idee Solution Projet Reunion Article Point Ordre Date Suite Apres Avant Pour Par Sur Dans Avec Sans
    Chez Selon Lors Depuis Celui-ci Celle-ci Ceux-ci Celles-ci Cependant Toutefois Neanmoins Finalement Egalement Actuellement
    Aujourd'hui Demain Parfois Souvent
    """
)
# Whoever these are, a rule speaks of them rather than a promise.
_ANYONE = (
    r"(?:[Ee]tats?|[Pp]arties|signataires?|adherente?s?|candidate?s?|beneficiaires?|locataires?|utilisat\w+|participante?s?|titulaires?"
    r"|usagers?|familles?|parents|laureat\w*|porteurs? de projet|acheteurs?|vendeurs?|preneur|bailleurs?|employeurs?|chacune?|tout \w+"
    r"|toute \w+|chaque \w+|personnes?|gens|citoyens?|donateurs?|organisateurs?|exposants?|collectivites|communes|entreprises|pays)\b"
)
_SUPPOSED = (
    r"(?:^|[\s(])(?:[Ss]i|[Ss]oit|[Ss]'ils?|[Ss]auf si|[Aa]u cas ou|[Aa] condition|[Ss]ous reserve|[Ee]n cas|[Ll]orsqu\w*'?|[Qq]uand"
    r"|[Dd]es lors|[Dd]es que|[Tt]ant que)\b[^,;:]*$"
)
_WISHED = (
    r"\b(?:demand\w+|souhait\w+|voudr\w+|faut|faudr\w+|propos\w+|suggere\w*|recommand\w+|espere\w*|pour|afin|avant|sans|imagin\w+|craint"
    r"|peur|possible)(?: a ce)? qu(?:e |')[^,;:]{0,60}$"
)
_DENIED = re.compile(r"\b(?:ne|n') ?(?:\w+ )?$")
_RELATIVE = re.compile(r"\b(?:qui|dont|(?<!decide )(?<!convenu )(?<!entendu )que) ?$")
_TRAILING = re.compile(r"(?: (?:nous|vous|leur|lui|les|la|le|y|en|se|donc|aussi|egalement))+$")
# « Le syndic prend note et enverra »: who stands before the first verb.
_PREDICATE = re.compile(
    r"(?<=\w) (?:prend|note|indique|informe|rappelle|precise|propose|signale|remercie|demande|repond|confirme|est|va)\b.*$"
)
_SEVERAL = re.compile(r" et |,|/|&|^(?:MM|Mmes|Mlles|Mesdames|Messieurs)\b")
_NEAR = 110
_CLAUSE = 160


def subject(said: str, at: int, *sorts: Subject, several: bool | None = None) -> str | None:
    """Who stands right before a place of a sentence; None when nobody of these sorts does, or only in a wish, a condition or a denial.

    ``several`` says whether the verb is in the plural: a single name never agrees with it.
    """
    before = said[max(at - _CLAUSE, 0) : at]
    near = before[-_NEAR:]
    for sort in sorts:
        found = _standing(near, sort)
        if found is None or (several is not None and sort is Subject.NAMED and several != bool(_SEVERAL.search(found["who"]))):
            continue
        if not (re.search(_ANYONE, found["who"]) or _RELATIVE.search(near, 0, found.start("who"))):
            is_meant = not (is_supposed(before) or re.search(_WISHED, before) or _DENIED.search(before))
            return _TRAILING.sub("", _PREDICATE.sub("", found["who"])) if is_meant else None
    return None


def is_somebody(who: str) -> bool:
    """Whether a name is that of a person: called by an @, with a title, or a first name that is common."""
    return who.startswith("@") or re.match(rf"{_TITLE} ", who) is not None or not GIVEN_NAMES.isdisjoint(words(who))


def is_supposed(before: str) -> bool:
    """Whether what stands before a verb makes a condition of it: « si le budget est voté »."""
    return re.search(_SUPPOSED, before) is not None


def _standing(near: str, sort: Subject) -> re.Match[str] | None:
    """What stands there, begun later when it begins with a word that names nobody: « Mais la CNCDH »."""
    pattern = re.compile(sort.value)
    found = pattern.search(near)
    while found and sort is Subject.NAMED and (first := found["who"].split(" ")[0]) in _NOBODY:
        found = pattern.search(near, found.start("who") + len(first) + 1)
    return found
