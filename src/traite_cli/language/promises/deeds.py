"""The verbs of what people say in a meeting that they will do, in the forms that French minutes have them in, without accents.

A deed has an end that somebody can look at later: a letter sent, a person called, a date fixed. What goes on all the time (to
coordinate, to watch over, to support) is somebody's office rather than a promise. Endings of the future and the irregular stems are
those of any grammar (Bescherelle, « La conjugaison pour tous », tables 1 to 82).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from traite_cli.language.word_lists import word_list

_CLEAR = word_list(
    """
    envoyer renvoyer transmettre adresser contacter recontacter relancer rediger ecrire communiquer diffuser solliciter convoquer
    rappeler appeler telephoner rencontrer renseigner rapprocher saisir interroger demander revenir tenir mettre prendre faire
    remettre repondre inviter prevenir informer signaler publier verifier recenser reserver acheter commander imprimer relire deposer
    soumettre distribuer
    """
)
_NAMED = word_list(
    """
    proposer representer chercher rechercher creer ajouter installer tester partager corriger completer traduire lister
    fixer etudier regarder etablir elaborer lancer ouvrir apporter amener ramener fournir heberger accueillir
    programmer retrouver organiser preparer finaliser planifier financer verser recueillir rassembler reunir recruter poster
    rediscuter reflechir charger occuper assurer terminer finir collecter centraliser compiler identifier imaginer dessiner voir aller
    aider reprendre dire recuperer actualiser rajouter enregistrer poursuivre mobiliser examiner evaluer definir
    consulter concevoir realiser construire livrer produire rendre montrer expliquer soutenir porter suivre trouver payer regler
    signer valider
    """
)
_DEEDS = _CLEAR | _NAMED

# What a programme announces of a house or a festival, and only somebody by name promises: « le théâtre proposera des ateliers ».
OF_A_PROGRAMME = frozenset(["accueillir", "proposer", "ouvrir", "lancer", "realiser", "produire", "heberger", "montrer"])
# « La troupe occupera la salle » promises nothing, « Paul s’occupera de la salle » does.
_ONLY_REFLEXIVE = frozenset(["occuper", "charger", "renseigner", "rapprocher"])
# « Le conseil se réunira », « la séance se poursuivra »: of the other verbs a reflexive one tells what happens.
ITSELF = _ONLY_REFLEXIVE | {"rendre", "assurer", "mettre", "remettre", "porter"}

# What must stand behind a verb that says little alone.
_WITH: dict[str, str] = {
    "mettre": r"(?:a jour|en ligne|a (?:(?:notre|votre|leur|sa) )?disposition|en place|en contact|en relation|au propre|au point|a l'ordre"
    r"|en forme|en lien)\b",
    "remettre": r"(?:a jour|en ligne|en place|un|une|le|la|les|l'|son|sa|ses)\b",
    "prendre": r"(?:contact|rendez-vous|rdv|attache|en charge|l'attache|langue|date)\b",
    "reprendre": r"(?:contact|rendez-vous|attache)\b",
    "faire": r"(?:parvenir|suivre|remonter|passer|circuler|savoir|le|la|les|l'|un|une|des|du|part|signe|connaitre|valider|imprimer)"
    r"(?: |(?<='))(?!objet|impasse|possible|maximum|necessaire\b(?! pour)|partie|monde|choix|concert|spectacle|exposition|discours|concours"
    r"|match|tournee|debut|etape|pause)|appel (?:a|aux) ",
    "tenir": r"(?:informe|au courant|un stand|une permanence|le stand|la permanence|la buvette)",
    "revenir": r"(?:vers|aupres)\b",
    "demander": r"(?:a|au|aux|de|d'|des|si|un|une|le|la|les|l'|confirmation|conseil|conseils|que)(?: |(?<='))",
    "informer": r"(?:le|la|les|l'|de|du|des|aux|[A-Z])",
    "saisir": r"(?:le|la|les|l'|un|une|[A-Z])",
    "interroger": r"(?:le|la|les|l'|[A-Z])",
    "repondre": r"(?:a|au|aux|par|d'ici|avant)\b",
    "inviter": r"(?:le|la|les|l'|des|un|une|[A-Z])",
    "publier": r"(?:le|la|les|l'|un|une|des|sur)",
    "proposer": r"(?:de|d'|un|une|des|le|la|les|a|au)(?: |(?<='))",
    "creer": r"(?:le|la|les|l'|un|une|des)(?: |(?<='))",
    "fixer": r"(?:une? |la |le )",
    "regarder": r"(?:si|comment|pour|avec|le|la|les|ce)\b",
    "assurer": r"(?:que|de|d'|la|le|l')(?: |(?<='))",
    "voir": r"(?:avec|si|aupres)\b",
    "aller": r"(?:chercher|voir|rencontrer|porter|a|au|aux)\b",
    "dire": r"(?:a|au|aux)\b",
    "rendre": r"(?:compte|visite|une|un|son|sa|ses|le|la|l')|(?:a|au|aux|chez) ",
    "montrer": r"(?:le|la|les|l'|un|une) ",
    "expliquer": r"(?:a|au|aux) ",
    "soutenir": r"(?:le|la|les|l'|financierement) ?",
    "porter": r"(?:le|la|les|l'|plainte) ?",
    "suivre": r"(?:le|la|les|l') ?",
    "rappeler": r"(?:le|la|les|l'|[A-Z])(?! )|(?:a |au |aux |[A-Z])",
    "appeler": r"(?:le|la|les|l'|un|une|[A-Z])",
}
_STEMS = {
    "envoyer": "enverr", "renvoyer": "renverr", "appeler": "appeller", "rappeler": "rappeller", "tenir": "tiendr",
    "revenir": "reviendr", "prevenir": "previendr", "intervenir": "interviendr", "faire": "fer", "voir": "verr", "aller": "ir",
    "recueillir": "recueiller", "accueillir": "accueiller", "soutenir": "soutiendr", "mener": "mener",
}  # fmt: skip
_FUTURE = re.compile(r"\b(?P<stem>[a-z]+r)(?P<end>a|ont|ons|ai)\b")
_PRESENT = {
    "prend": "prendre", "met": "mettre", "fait": "faire", "ecrit": "ecrire", "transmet": "transmettre", "envoie": "envoyer", "revient":
    "revenir", "previent": "prevenir", "repond": "repondre", "soumet": "soumettre", "appelle": "appeler", "rappelle": "rappeler", "voit":
    "voir", "tient": "tenir", "va": "aller", "essaie": "voir", "finit": "finir", "saisit": "saisir", "etablit": "etablir",
}  # fmt: skip
PARTICIPLE = (
    r"(?:envoye|renvoye|adresse|transmi|communique|diffuse|redige|relance|contacte|recontacte|sollicite|depose|publie|convoque|poste"
    r"|fourni|partage|finalise|complete|prepare|mise? a jour|mise? en ligne|mise?s? a disposition"
    r"|interroge|soumi|remi|elabore|etabli|planifie"
    r"|achete|demande|commande|recupere|imprime)(?:e|s|es|se|ses)?"
)
"""What will have been done to a letter, a list, somebody: « sera envoyée »."""
_IRREGULAR = word_list(
    "mettre remettre transmettre soumettre permettre promettre admettre prendre reprendre apprendre comprendre rendre vendre "
    "attendre entendre defendre etendre repondre descendre ecrire inscrire decrire reecrire faire refaire lire relire elire dire "
    "traduire produire reduire conduire construire introduire conclure inclure suivre poursuivre joindre rejoindre connaitre boire "
    "croire distraire extraire convaincre resoudre vivre"
)
_NOUNS = word_list(
    """
    dossier dossiers courrier atelier calendrier fevrier janvier cahier papier hier chantier metier quartier particulier premier
    dernier cher fier mer hiver amer leader janvier panier fichier clavier escalier foyer loyer noyer tablier courtier conseiller
    tresorier policier financier immobilier mobilier hospitalier entier regulier singulier leger etranger danger berger super hyper
    flyer poster newsletter master roller poker cluster container manager designer developer computer reporter docker twitter server
    olivier xavier didier gautier roger walter peter alexander oliver
    user browser buffer avenir plaisir loisir desir souvenir soupir cuir tir martyr pouvoir devoir savoir espoir soir miroir couloir
    avoir trottoir territoir laboratoir tiroir noir cancer enfer ver fer ter per inter hier helicopter
    """
)


def deed_clear(infinitive: str, before: str, after: str) -> bool:
    """Whether a verb, with what stands around it, is a deed whoever the subject is."""
    return infinitive in _CLEAR and _says_enough(infinitive, before, after)


def deed(infinitive: str, before: str, after: str) -> bool:
    """Whether a verb, with what stands around it, is a deed of somebody who is named."""
    if infinitive == "faire" and before.endswith(" le "):
        return True
    return infinitive in _DEEDS and _says_enough(infinitive, before, after)


def is_deed_ahead(stem: str) -> bool:
    """Whether the stem of a future is that of a deed."""
    return stem in _infinitives()


def names_deed(said: Iterable[str]) -> bool:
    """Whether one of some words is the infinitive of a deed."""
    return not _DEEDS.isdisjoint(said)


def is_present_deed(word: str) -> bool:
    """Whether a word is a deed in the present: « relance », « envoient », « prend »."""
    one = word.removesuffix("nt") if word.endswith("ent") else word
    return one in _PRESENT or (one.endswith("e") and f"{one}r" in _DEEDS)


def futures(said: str) -> list[tuple[re.Match[str], str]]:
    """Each verb in the future of a sentence, with its infinitive where that is a deed's, else ''."""
    return [(found, _infinitives().get(found["stem"], "")) for found in _FUTURE.finditer(said)]


def is_infinitive(word: str) -> bool:
    """Whether a word without accents is an infinitive, as far as its ending and a list of common nouns tell."""
    word = word.lower()
    if word in _NOUNS or len(word) < _SHORTEST:
        return False
    return word.endswith(("er", "ir", "oir")) or word in _IRREGULAR


_SHORTEST = 4


def _says_enough(infinitive: str, before: str, after: str) -> bool:
    if infinitive in _ONLY_REFLEXIVE:
        return before.endswith(("se ", "s'", "nous ", "me "))
    wanted = _patterns().get(infinitive)
    return wanted is None or wanted.match(after) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    adverbs = r"\s*(?:(?:donc|aussi|egalement|ensuite|rapidement|prochainement|bientot|encore|alors|ainsi|de nouveau|tout|tous)\s+)?"
    return {verb: re.compile(adverbs + f"(?:{pattern})") for verb, pattern in _WITH.items()}


@cache
def _infinitives() -> dict[str, str]:
    """The deeds by the stem of their future."""
    return {_STEMS.get(verb) or verb.removesuffix("e"): verb for verb in _DEEDS}
