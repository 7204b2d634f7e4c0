"""What the words of an attendance list tell: a function, a person, an organisation.

For names that no record has: whoever is asked decides in the end.
"""

from __future__ import annotations

import re

from traite_cli.language.articles import is_body
from traite_cli.language.folding import words
from traite_cli.language.given_names import GIVEN_NAMES
from traite_cli.language.honorifics import has_honorific
from traite_cli.language.small_words import telling_words
from traite_cli.language.word_lists import word_list

_FUNCTIONS = word_list(
    """
    president presidente vice copresident copresidente directeur directrice directeurs secretaire tresorier tresoriere charge chargee
    coordinateur coordinatrice coordonnateur coordonnatrice responsable delegue deleguee conseiller conseillere juriste avocat avocate
    administrateur administratrice membre benevole salarie salariee stagiaire assistant assistante adjoint adjointe chef cheffe ministre
    prefet prefete maire depute deputee senateur senatrice eurodepute eurodeputee rapporteur rapporteure rapporteuse representant
    representante referent referente animateur animatrice educateur educatrice travailleur travailleuse psychologue medecin chercheur
    chercheuse sociologue magistrat magistrate procureur procureure juge commissaire inspecteur inspectrice officier lieutenant capitaine
    commandant colonel redacteur redactrice permanent permanente fondateur fondatrice porte attache attachee gerant gerante consultant
    consultante expert experte interprete militant militante ancien ancienne suppleant suppleante titulaire dg dga pdg drh sg cofondateur
    cofondatrice archiviste membres representants journaliste enseignant enseignante doctorant doctorante elu elue elus elues conseil
    ingenieur ingenieure technicien technicienne architecte mandataire invite invitee adjoints adjointes conseillers conseilleres delegues
    deleguees enseignants enseignantes medecins salaries salariees benevoles responsables dgs rh co mandataires suppleants suppleantes
    titulaires parlementaire parlementaires
    chair chairman chairwoman chairperson director head secretary treasurer officer manager coordinator adviser advisor counsellor lawyer
    member delegate minister mayor deputy representative spokesperson spokeswoman spokesman researcher assistant intern volunteer founder
    cofounder consultant expert trustee clerk headteacher trustees officers directors ceo members senior junior policy programme program
    legal project acting executive general former
    """
)
_NO_FUNCTIONS = word_list("co conseil porte vice general legal policy project programme program executive")
"""Begin a function only where another word follows that makes one: « porte-parole », "general secretary"."""
_COUNTS = word_list("deux trois quatre plusieurs two three four several")
_SECOND = word_list(
    """
    parole president presidente secretaire tresorier tresoriere directeur directrice fondateur fondatrice
    secretary manager officer adviser advisor director lawyer assistant coordinator juridique chair
    """
)
_ACRONYM = re.compile(r"[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9.&/'’-]{1,14}")
_BEGINS_WITH_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9]{1,9} (?:de|du|des|d['’]|of)\b")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_MOST_WORDS = 5
_ARTICLES = word_list("le la les un une des the a an")
_HEADINGS = word_list(
    """
    present presente presents presentes presence excuse excusee excuses excusees absent absente absents absentes participant participante
    participants participantes invite invitee invites invitees represente representee representes representees interlocuteur
    interlocutrice interlocuteurs interlocutrices personnes membres liste ont assiste etaient sont feuille attendees attendance
    apologies excused guests members people
    """
)
_PARTICLES = word_list("de du des d la le van von der den el al ben bin da dos di")


def is_function(said: str) -> bool:
    """Whether a text begins as the name of a function does: « directrice d’ALC », « chargée de mission », "head of policy"."""
    name = [word for word in telling_words(words(said[:_LONGEST])) if word not in _COUNTS]
    if not name or name[0] not in _FUNCTIONS:
        return False
    return name[0] not in _NO_FUNCTIONS or (len(name) > 1 and name[1] in _SECOND)


def heads_a_list(said: str) -> bool:
    """« Excusés », "Present": what stands before a list of people and names none of them."""
    name = telling_words(words(said[:_LONGEST]))
    return bool(name) and _HEADINGS.issuperset(name)


def looks_like_organisation(said: str) -> bool:
    """An acronym, or a name that begins with a noun such as « association »."""
    name = telling_words(words(said[:_LONGEST]))
    if not name or _ACRONYM.fullmatch(said.strip()) or is_body(name[0]):
        return bool(name)
    last = said.rsplit(maxsplit=1)[-1]
    return _BEGINS_WITH_ACRONYM.match(said.strip()) is not None or (len(name) > 1 and is_body(name[-1]) and not last.islower())


def looks_like_person(said: str) -> bool:
    """A form of address with a name behind it, or some words with capitals of which none tells another thing."""
    name = words(said[:_LONGEST])
    if has_honorific(name):
        return True
    written = said.split()
    is_other = is_function(said) or name[:1] == ["l"] or (bool(written) and written[0].lower() in _ARTICLES)
    if not 1 < len(written) <= _MOST_WORDS or is_other or looks_like_organisation(said):
        return False
    capitals = [bool(_CAPITAL.match(word)) or _is_particle(word) for word in written]
    return all(capitals) or any(word in GIVEN_NAMES for word in (name[0], name[-1]))


def _is_particle(word: str) -> bool:
    return all(part in _PARTICLES for part in words(word))


_LONGEST = 200
