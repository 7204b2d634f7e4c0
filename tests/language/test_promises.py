"""What sounds like a promise in minutes, and what only looks like one: every example here is made up."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traite_cli.language import promises, what_is_promised

_PROMISES = {
    "Raphaël Sodini s’engage à préparer une lettre.": ("s’engage à", "Raphaël Sodini"),
    "La ministre s’est engagée à nous recevoir avant l’été.": ("s’est engagée à", "La ministre"),
    "Les deux cabinets s'engagent, pour fin 2014, à répondre.": ("s'engagent, pour fin 2014, à", ""),
    "Nous nous engageons à relire le texte.": ("Nous nous engageons à", ""),
    "Mme Dupont est chargée de rédiger le courrier.": ("est chargée de rédiger", "Mme Dupont"),
    "La CNCDH est chargee de relancer la mairie.": ("est chargee de relancer", "CNCDH"),
    "Alice Tallon et Samuel Buot sont chargés de rédiger la motion.": ("sont chargés de rédiger", "Alice Tallon et Samuel Buot"),
    "Paul est mandaté pour représenter le Collectif.": ("est mandaté pour représenter", "Paul"),
    "Le conseil charge Paul Durand de rédiger la lettre.": ("charge Paul Durand de rédiger", "Paul Durand"),
    "Claire se charge de relancer la mairie.": ("se charge de relancer", "Claire"),
    "Le local est sale, Claire s’en occupera.": ("s’en occupera", "Claire"),
    "Claire et Paul se portent volontaires pour tenir la buvette.": ("se portent volontaires pour tenir", "Claire et Paul"),
    "Le préfet promet de répondre avant fin mars.": ("promet de répondre", "Le préfet"),
    "Mme Garnier promet que le CCAS ouvrira une permanence le samedi.": ("promet que le CCAS ouvrira", "Mme Garnier"),
    "Le préfet nous a promis que personne ne serait expulsé.": ("a promis que personne ne serait", "Le préfet"),
    "M. Perrin assure qu’une réponse arrivera avant fin mars.": ("assure qu’une réponse arrivera", "M. Perrin"),
    "La Ville garantit que le gymnase restera chauffé.": ("garantit que le gymnase restera", "Ville"),
    "Mme Garnier a promis aux associations que le gymnase rouvrirait.": (
        "a promis aux associations que le gymnase rouvrirait",
        "Mme Garnier",
    ),
    "Mme Garnier annonce que la Ville ouvrira dix places.": ("annonce que la Ville ouvrira", "Mme Garnier"),
    "La préfecture confirme que dix places seront créées en mars.": ("confirme que dix places seront", "La préfecture"),
    "Il est convenu que le texte circulera d’ici fin février.": ("Il est convenu que", ""),
    "Il a été décidé de contacter les deux mairies.": ("Il a été décidé de contacter", ""),
    "Le secrétariat nous fera parvenir le compte rendu.": ("nous fera", "Le secrétariat"),
    "Le préfet reviendra vers nous avant la fin du mois.": ("reviendra", "Le préfet"),
    "Claire et Paul proposeront une date au bureau.": ("proposeront", "Claire et Paul"),
    "Nous vous ferons parvenir le document.": ("vous ferons", ""),
    "Mais la CNCDH transmettra ses remarques.": ("transmettra", "CNCDH"),
    "Claire Dumont (AFJ) va relancer la préfecture.": ("va relancer", "Claire Dumont"),
    "Samuel a la liste, et il va écrire aux familles.": ("va écrire", ""),
    "Le ministère doit transmettre les chiffres.": ("doit transmettre", "Le ministère"),
    "Un courrier sera adressé au ministre.": ("sera adressé", ""),
    "La démonstration sera faite par Paul Durand.": ("sera faite par Paul Durand", "Paul Durand"),
    "Une subvention sera demandée à la ville.": ("sera demandée", ""),
    "Un rappel aux membres sera fait.": ("rappel aux membres sera fait", ""),
    "Le rapport sera disponible d’ici la fin du mois.": ("d’ici la fin du mois", ""),
    "Nous distribuerons les affiches.": ("distribuerons", ""),
    "Paul Durand fera appel aux bénévoles.": ("fera", "Paul Durand"),
    "Claire et Paul vont le faire.": ("vont le faire", "Claire et Paul"),
    "Claire et Paul se rendront à la préfecture.": ("se rendront", "Claire et Paul"),
    "Paul se renseignera sur les tarifs.": ("se renseignera", "Paul"),
    "Claire contacte la mairie.": ("contacte", "Claire"),
    "@paul prend rendez-vous avec le notaire.": ("prend rendez-vous", "@paul"),
    "Claire et Paul s’occupent de la buvette.": ("s’occupent de la buvette", "Claire et Paul"),
    "Claire s’occupe de mettre les affiches.": ("s’occupe de mettre", "Claire"),
    "Nicolas H. imprimera les affiches.": ("imprimera", "Nicolas H."),
    "Françoise S. s’en charge.": ("s’en charge", "Françoise S."),
    "Paul sera responsable de la buvette.": ("sera responsable de la buvette", "Paul"),
    "Il est décidé que Claire écrira au préfet.": ("écrira", "Claire"),
    "Le syndic prend note et adressera un courrier.": ("adressera", "Le syndic"),
    "Alice Martin will send the list to everybody on the committee.": ("Alice Martin will send", "Alice Martin"),
    "Alice Martin undertook to publish the figures.": ("Alice Martin undertook to publish", "Alice Martin"),
    "Alice Martin promised to write to the mayor.": ("Alice Martin promised to write", "Alice Martin"),
}
_NO_PROMISES = (
    "L’association s’engage depuis 1990 pour les droits des femmes.",
    "Il faut s’engager dans la lutte.",
    "Mme Garnier annonce que la réunion se tiendra le 4 mars.",
    "Mme Garnier annonce que le maire sera absent.",
    "M. Perrin assure que tout va bien.",
    "M. Perrin a confirmé que la lettre est partie.",
    "Nous voulons que le préfet promette que le foyer ouvrira.",
    "Le préfet ne promet pas que le foyer ouvrira.",
    "Le préfet avait promis que le foyer ouvrirait.",
    "Rien n’assure que le foyer ouvrira.",
    "Le préfet promet-il que le foyer ouvrira ?",
    "La ministre ne s’engage pas à répondre.",
    "La ministre s’engage-t-elle à répondre ?",
    "La mairie s’était engagée à répondre et l’a fait.",
    "Les États s’engagent à protéger les victimes.",
    "Chaque adhérent s’engage à respecter la charte.",
    "Nous demandons que le ministre s’engage à répondre.",
    "L’article 5 prévoit que la France s’engage à protéger les victimes.",
    "Elle est chargée de mission auprès du ministre.",
    "Paul est chargé de communication.",
    "La MIPROF est chargée de coordonner la lutte.",
    "La commission est chargée d’assurer le suivi du plan.",
    "La mairie pourrait transmettre la liste.",
    "Le document doit être envoyé.",
    "Tout dossier doit être transmis avant le 12 mars.",
    "Chacun doit envoyer sa cotisation.",
    "Les adhérents enverront leur bulletin au siège.",
    "Qui va envoyer la lettre ?",
    "Si la mairie accepte, Paul enverra la lettre.",
    "Il n’enverra pas la lettre.",
    "Paul se propose si jamais il n’y a personne d’autre.",
    "Soit la mairie s’engage à venir, soit elle refuse.",
    "La Maison de la Poésie proposera des ateliers.",
    "Marie Dupont présentera son livre le 3 mars.",
    "La troupe occupera la salle du 11 au 15.",
    "Si personne ne vient, Paul s’en chargera.",
    "Paul se chargera de la salle si besoin.",
    "La séance sera présidée par Paul Durand.",
    "Le bureau s’occupe de la gestion.",
    "Paul, qui s’occupe de contacter la presse depuis toujours, est absent.",
    "Il est convenu que la prochaine réunion aura lieu le 4 mars.",
    "Il convient de relancer la mairie.",
    "Le portail va ouvrir fin 2023.",
    "On va créer des boucles dans le modèle.",
    "La réunion se tiendra le 4 mars.",
    "D’ici là, rien ne change.",
    "Une discussion s’engage sur le projet.",
    "- Personnes à contacter : Camille",
    "Nous convenons de pouvoir publier ce compte rendu.",
    "Il est convenu de ne pas répondre.",
    "Claire et Paul se proposent pour être trésoriers.",
    "Claire se propose pour représenter l’association.",
    "Avant le vote, nous vous demanderons une pièce d’identité.",
    "La présentation des comptes sera faite lors du prochain conseil.",
    "Le Chœur de la Vallée fera un concert à l’église.",
    "La mairie contacte les familles chaque année.",
    "Paul s’occupe de la bibliothèque depuis dix ans.",
    "Le conseil se réunira le 3 mars.",
    "Christian s’est chargé d’envoyer le courrier pour informer la mairie.",
    "On fera le même concert qu’à Lyon.",
    "On ne sait pas comment on va le faire.",
    "Le devis (Camille contacte la mairie ?)",
    "Objectif : renforcer la coordination",
    "Date limite : envoyer les idées avant le 13 mai",
    "Dossier : courrier",
    "Olivier Lefebvre (Insee)",
    "> Paul enverra la lettre.",
    "# Paul enverra la lettre",
    "`Paul enverra la lettre.`",
    "```\nPaul enverra la lettre.\n```",
    "<!-- Paul enverra la lettre. -->",
    "- [x] Paul enverra la lettre.",
    "- ~~Paul enverra la lettre.~~",
    "| Qui | Quoi | État |\n| --- | --- | --- |\n| Paul | écrire au ministre | fait |",
    "## Relevé de décisions\n\n- Augmenter la cotisation\n- Deux réunions par mois",
    "# Article 1\n\nLe bureau enverra la convocation.\n\n# Article 2\n\nPaul relira.\n\n# Article 3\n\nLe trésorier se charge de payer.",
    "| Nom | Fonction |\n| --- | --- |\n| Paul | trésorier |",
)
_TASKS = {
    "- Camille : relancer la mairie": ("Camille : relancer", "Camille"),
    "Camille, Paul: se renseigner sur le prix": ("Camille, Paul: se renseigner", "Camille, Paul"),
    "@camille relancer la mairie": ("@camille relancer", "@camille"),
    "* Relancer la mairie -> **Camille**": ("-> **Camille", "Camille"),
    "- Relancer la mairie (Camille).": ("(Camille)", "Camille"),
    "- [ ] relancer la mairie": ("relancer", ""),
    "- [ ] Camille relance la mairie": ("Camille", "Camille"),
    "TODO : écrire au préfet": ("TODO", ""),
    "- Action : se renseigner auprès de la mairie": ("Action", ""),
    "À faire :\n\n- s’inscrire au colloque": ("s’inscrire", ""),
    "## Actions à mener\n\n1. relancer la mairie": ("relancer", ""),
    "## Actions\n\n- Camille relance la mairie": ("Camille relance", "Camille"),
    "## Relevé de décisions\n\n- Camille : envoie la lettre": ("Camille : envoie", "Camille"),
    "- **À faire :**\n    - relancer la mairie\n- Le reste va bien": ("relancer", ""),
    "- Affiche à imprimer par Camille avant le 3 mars": ("à imprimer par Camille", "Camille"),
    "Le sujet revient souvent → Camille prend le dossier en main": ("Camille prend", "Camille"),
    "- Relancer la mairie – Responsable : Camille – Échéance : 12 mars": ("Responsable : Camille", "Camille"),
    "- Relancer la mairie (Camille, avant le 12 mars)": ("(Camille", "Camille"),
    "- Inventaire à faire : Camille": ("à faire : Camille", "Camille"),
    "- Reste à envoyer les reçus fiscaux": ("Reste à envoyer", ""),
    "Reste à faire : déclarer les comptes": ("Reste à faire", ""),
    "Action : Contacter Arthur": ("Action", ""),
    "| Quoi | Qui |\n| --- | --- |\n| écrire au ministre | Zoubida |": ("écrire au ministre", "Zoubida"),
}


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.who) for one in promises(text, 0)]


@pytest.mark.parametrize(("text", "told"), {**_PROMISES, **_TASKS}.items(), ids=[*_PROMISES, *_TASKS])
def test_a_promise_is_found_at_its_telling_words(text: str, told: tuple[str, str]) -> None:
    """The words that promise, and who promises as the text names them."""
    assert _found(text) == [told]


@pytest.mark.parametrize("text", _NO_PROMISES)
def test_what_only_looks_like_a_promise_is_left_alone(text: str) -> None:
    """Wishes, conditions, rules, offices, questions, the past, what is done, and what stands in quotes, code or comments."""
    assert _found(text) == []


@pytest.mark.parametrize("text", _PROMISES)
def test_spellings_do_not_hide_a_promise(text: str) -> None:
    """Typewriter apostrophes, letters without accents, emphasis and lines that are wrapped are read alike."""
    plain = text.replace("’", "'")
    assert len(_found(plain)) == 1
    assert len(_found(plain.replace("é", "e").replace("è", "e"))) == 1
    assert len(_found(f"**{text}**")) == 1
    assert (
        len(_found(f"Au cours de la longue discussion qui a suivi ce point de l’ordre du jour, et pour finir,\non a dit ceci. {text}")) == 1
    )


def test_names_are_those_of_people_who_were_there() -> None:
    """A word before a colon is somebody where the minutes list it among those present, or a record knows it."""
    task = "Zoubida : relancer la mairie\n"
    assert _found(task) == []
    assert _found(f"Présents : Zoubida, Paul\n\n{task}") == [("Zoubida : relancer", "Zoubida")]
    assert _found(f"**Participants :**\n\n- Zoubida B. (mairie)\n\n## Suites\n\n{task}") == [("Zoubida : relancer", "Zoubida")]
    assert [one.who for one in promises(task, 0, {"zoubida"})] == ["Zoubida"]


def test_a_task_knows_its_list() -> None:
    """Those under one heading, those of one list and the rows of one table belong together; prose stands for itself."""
    text = "## À faire\n\n- relire\n- payer\n\nClaire enverra la lettre.\n\n- imprimer (Claire)\n- plier (Paul)\n"
    assert [text[one.run :][:8] if one.run >= 0 else "" for one in sorted(promises(text, 0), key=lambda one: one.start)] == [
        "À faire\n",
        "À faire\n",
        "",
        "imprimer",
        "imprimer",
    ]


def test_promises_close_to_each_other_are_all_found() -> None:
    """A verb in the future a few letters before another hides it not."""
    assert [words for words, _ in _found("Paul s’en chargera.\n\nLa liste sera envoyée demain.\n\nElle écrira, il relira.")] == [
        "s’en chargera",
        "sera envoyée",
        "écrira",
    ]


def test_each_sentence_is_told_once_and_by_itself() -> None:
    """Two promises of one paragraph are two, one with two telling phrases is one, and an abbreviation ends no sentence."""
    text = "M. Sodini s’engage à écrire et il va relancer la mairie. Mme Dupont enverra la liste. Rien d’autre."
    assert [text[slice(*one.sentence)].strip() for one in promises(text, 0)] == [
        "M. Sodini s’engage à écrire et il va relancer la mairie.",
        "Mme Dupont enverra la liste.",
    ]


def test_a_promise_is_called_by_its_deed() -> None:
    """A record's title begins with what is to be done."""
    assert what_is_promised("se charge d’écrire au ministre") == "écrire au ministre"
    assert what_is_promised("enverra la lettre") == "enverra la lettre"


_PIECES = st.sampled_from(
    [
        *_PROMISES,
        *_NO_PROMISES,
        *_TASKS,
        "\n",
        "\n\n",
        "- ",
        "| ",
        "](",
        "**",
        "’",
        "M. ",
        "(",
        "D'A ",
        "sera ",
        "d’ici ",
        "A, ",
        "@",
        "\u0301",
        "œ",
        "🦊",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=12).map("".join))
def test_any_text_gives_places_of_its_own(text: str) -> None:
    """Whatever is written: telling words within their sentence, within the text."""
    for one in promises(text, 0):
        assert 0 <= one.sentence[0] <= one.start < one.end <= one.sentence[1] <= len(text)
        assert one.paragraph[0] <= one.sentence[0]


_HOSTILE = {
    "capitals": "A " * 100_000 + "enverra",
    "names with commas": "D'A, " * 60_000 + "enverra la lettre.",
    "open brackets": "](" * 150_000,
    "parentheses": "(" * 300_000,
    "dots": "relancer (" + "." * 300_000 + "x",
    "futures": "enverra " * 40_000,
    "engages": "s’engage " * 40_000,
    "one long line of tasks": "Camille : relancer " * 20_000,
    "arrows": "→ Camille " * 30_000,
    "lists in lists": "\n".join(f"{'  ' * (n % 90)}- À faire :" for n in range(20_000)),
    "articles": "Article 1\n\n" * 30_000,
    "rows": "| Qui | Quoi |\n" * 20_000,
    "stops": "a. B" * 100_000,
}


@pytest.mark.parametrize("text", _HOSTILE.values(), ids=_HOSTILE)
def test_no_text_takes_the_day(text: str) -> None:
    """Hundreds of thousands of characters made to make a pattern try again are read in a moment."""
    start = time.process_time()
    list(promises(text, 0))
    assert time.process_time() - start < 5
