"""French that says little: sentences put together from parts, the same ones for the same seed."""

from __future__ import annotations

import random
from collections.abc import Sequence

FIRST_NAMES = (
    "Agnès", "Benoît", "Camille", "Denis", "Élise", "François", "Geneviève", "Hélène", "Inès", "Jérôme", "Laure", "Mélanie", "Noël",
    "Odile", "Paul", "Raphaël", "Sylvie", "Thérèse", "Valérie", "Yann",
)  # fmt: skip
LAST_NAMES = (
    "Arnaud", "Bérard", "Colin", "Dumont", "Estève", "Fournier", "Guérin", "Hébert", "Imbert", "Joly", "Lefèvre", "Mercier", "Noiret",
    "Olivier", "Périer", "Renard", "Sénéchal", "Tessier", "Vidal", "Wagner",
)  # fmt: skip
BODIES = ("Association", "Fondation", "Maison", "Réseau", "Union", "Fédération")
OFFICES = ("Ministère", "Mission interministérielle", "Commission nationale", "Direction générale", "Office central", "Défenseur")
CAUSES = ("de l’accueil", "de l’enfance", "du droit au séjour", "de la solidarité", "de l’égalité", "de la justice", "du refuge")
THEMES = (
    "le titre de séjour", "l’identification des victimes", "la traite des mineurs", "l’accueil en préfecture", "la formation des agents",
    "le rapport européen", "l’hébergement", "le plan d’action national", "le travail forcé", "l’aide juridictionnelle",
)  # fmt: skip
_WHO = (
    "Le groupe de travail", "La préfecture", "Notre interlocutrice", "Le Collectif", "Le ministère", "La secrétaire générale",
    "Une association membre", "Le rapporteur", "La délégation", "Le cabinet du ministre", "Chaque membre", "La commission",
)  # fmt: skip
_DOES = (
    "rappelle que l’on doit encore améliorer", "demande que soit revu sans tarder", "présente longuement", "regrette le retard pris pour",
    "souhaite que l’on relise", "propose de suivre de près", "a pris connaissance des remarques sur", "confirme l’intérêt porté à",
    "interroge les services compétents sur", "prépare avec les autres ministères", "s’inquiète à nouveau de ce qui touche à",
    "rend compte des premières réponses reçues sur",
)  # fmt: skip
_WHAT = (
    "l’accueil des victimes dans un délai court", "la coordination à l’échelle du département", "le financement des places d’hébergement",
    "la formation du personnel de la justice et de la police", "l’application uniforme de la loi",
    "la qualification retenue par les parquets",
    "les outils communs d’identification", "la prise en charge des mineurs isolés", "le recueil des données dans chaque région",
    "la campagne d’information du printemps", "le suivi du plan national", "les difficultés rencontrées avant le dépôt de plainte",
)  # fmt: skip
_HOW = (
    "et promet d’y revenir à la prochaine rencontre", "sans que la date en soit arrêtée", "dont le texte a été remis à chacun",
    "comme cela avait été dit lors de la réunion précédente", "avec l’appui de plusieurs membres", "ce dont les participants prennent acte",
    "« dans les meilleurs délais »", "en lien avec les associations de terrain", "d’un endroit à l’autre du territoire",
    "au regard de la convention du Conseil de l’Europe", "malgré des moyens qui restent insuffisants", "faute de réponse écrite à ce jour",
)  # fmt: skip
ACTS = (
    "préparer une lettre aux préfets", "transmettre les données de l’année", "organiser une formation commune",
    "relire le projet de rapport",
    "désigner un référent dans chaque département", "réunir le groupe de travail", "publier la circulaire attendue",
    "écrire au ministre",
)  # fmt: skip
DATES_SAID = ("avant l’été", "pour la fin de l’année", "dans les trois mois", "avant la prochaine rencontre", "au plus tard en janvier")


class Pen:
    """Writes what the records say."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def one(self, parts: Sequence[str]) -> str:
        """One of some words."""
        return parts[int(self._chance.random() * len(parts))]

    def sentence(self) -> str:
        """Some twenty words."""
        return f"{self.one(_WHO)} {self.one(_DOES)} {self.one(_WHAT)}, {self.one(_HOW)}."

    def paragraph(self, sentences: int) -> str:
        """So many sentences."""
        return " ".join(self.sentence() for _ in range(sentences))
