"""Minutes of French houses, made up for these tests: addresses with commas, lists under heads of their own, verdicts that stand alone."""

from __future__ import annotations

from manuscripts import Expected

GENERAL_ASSEMBLY = """\
ASSOCIATION « LES AMIS DU CANAL »
Association régie par la loi du 1er juillet 1901
Siège social : 12, rue des Écluses, 31000 TOULOUSE

PROCÈS-VERBAL DE L’ASSEMBLÉE GÉNÉRALE ORDINAIRE

Le samedi 16 mars 2019, à 14 heures 30, les membres de l’association se sont réunis en assemblée générale ordinaire au 1234, rue de la République, salle Jean-Jaurès, à Castelnaudary, sur convocation du bureau.

Membres présents : Mme Anne-Laure DE LA FONTAINE (présidente), M. Jean-Pierre MARTIN (trésorier), MM. Ali BEN SALAH et Louis d’Ormesson, Me Claude Vasseur, Dr Hélène Pons
Membres représentés : Mme Josette Vidal (pouvoir à M. MARTIN), M. Rémi Caussade représenté par Me Vasseur
Excusés : J.-P. Rouquette, Marie-Thérèse Le Goff

Ordre du jour :
1) Rapport moral
2) Rapport financier
3) Élection du conseil d’administration

1) Rapport moral

La présidente présente le rapport moral. Mis aux voix, il recueille 42 voix pour.
Adoptée à l’unanimité.

2) Rapport financier

Le trésorier présente les comptes. L’assemblée donne quitus au trésorier.

Adopté à l’unanimité.

3) Élection du conseil d’administration

Action : relancer la mairie pour la salle (resp. J.-P. Martin, échéance 30/04/2019)
M. MARTIN transmettra la liste à la préfecture avant le 15 avril.

L’ordre du jour étant épuisé, la séance est levée à 17h15.
"""

BOARD_WITH_AN_ADDRESS = """\
# Compte rendu du Conseil d’administration

**Date :** jeudi 14 mars 2019, 18h–20h15
**Lieu :**
Maison des associations
4 bis, place du Marché
69003 Lyon
**Salle :** Pasteur

**Présents :** DUPONT Marie, LE BRAS Yann, NGUYEN Thi Mai
**Excusés :** GARCIA LOPEZ Ana (donne pouvoir à DUPONT Marie), ROUX Paul
**Invitée :** Mme Sophie Bernard (Cabinet Expertis)

## 1. Validation du CR du 10 janvier 2019

Le CR est validé à l’unanimité.

## 2. Local

ACTION : YLB appelle le propriétaire avant le 31 mars
Action : Marie Dupont – rédiger le courrier au maire – pour le 25/03

## 3. Divers

Prochaine réunion : le 9 mai 2019
"""

WORKS_COUNCIL_IN_A_CONFERENCE = """\
PROCES VERBAL DE LA REUNION ORDINAIRE DU CSE
DU 12.11.20

Lieu : en visioconférence (Teams)
Heure de début : 9h00    Heure de fin : 12h10

Présents :
Pour la Direction :
- M. Fabrice LEGRAND, DRH
- Mme Aude MOREL, RRH
Pour la délégation du personnel :
- Mme Karine PETIT (CFDT), secrétaire
- M. Stéphane ROY (CGT)
- M. Driss EL AMRANI (CFDT)
Absents excusés :
- Mme Lucie FABRE (CGT), représentée par M. Stéphane ROY

ORDRE DU JOUR
1 - Information sur l’activité partielle
2 - Consultation sur le plan de formation

1 - Information sur l’activité partielle
M. LEGRAND présente les chiffres. La direction s’engage à communiquer le tableau d’ici le 20 novembre.

2 - Consultation sur le plan de formation
Le CSE rend un avis favorable à l’unanimité (3 voix pour).
Mme PETIT enverra l’avis à l’inspection du travail.
"""

PROXIES_FROM_EITHER_SIDE = """\
Collectif Terres Communes
Conseil collégial du mercredi 8 janvier 2020

Présent-e-s : Maude Lefèvre, Idriss Kone, Sylvain de Kergorlay, Marie-Claude Van den Berghe
Pouvoirs : pouvoir de Tiphaine Lemoine à Maude Lefèvre ; pouvoir de Rachid Oumarou à Idriss Kone
Procuration de Jean-Noël Prat à Sylvain de Kergorlay

Point 1 : Ferme

Décision : achat du tracteur. Adopté à l’unanimité
Décision : report de l’AG

Point 2 : Compta

[ ] Idriss : payer la facture EDF
[x] Maude : clore le compte
TODO Sylvain : appeler la banque
"""

QUEBEC_IN_CAPITALS = """\
PROCÈS-VERBAL DE LA 45e RÉUNION DU CONSEIL D’ADMINISTRATION DE L’ORGANISME
TENUE LE MARDI 17 SEPTEMBRE 2019, À 19 H 00
AU 1234, RUE SAINT-DENIS, BUREAU 300, MONTRÉAL

ÉTAIENT PRÉSENTS :
    Madame Geneviève St-Pierre, présidente
    Monsieur Jean-François L’Écuyer, trésorier
    Madame Fatoumata Diallo, administratrice

ÉTAIT ABSENTE :
    Madame Louise Côté

EST ÉGALEMENT PRÉSENT :
    Monsieur Éric Roy, directeur général, agissant comme secrétaire

1.  OUVERTURE DE LA RÉUNION
    La présidente ouvre la réunion à 19 h 05.

2.  LECTURE ET ADOPTION DE L’ORDRE DU JOUR
    Sur une proposition de M. L’Écuyer, appuyée par Mme Diallo, l’ordre du jour est adopté à l’unanimité.

3.  SUIVIS
    M. Roy fera parvenir le rapport aux administrateurs d’ici le 1er octobre.

4.  LEVÉE DE LA RÉUNION
    La séance est levée à 21 h 10.
"""

WORKING_GROUP_OF_MINISTRIES = """\
RELEVÉ DE CONCLUSIONS
de la réunion du groupe de travail « Accès aux soins »
du mardi 1er juin 2021 (10 h 00 – 12 h 30)
14 avenue Duquesne, Paris 7e – salle 2104

Participants :
DGS : Dr Catherine Morin, M. Alexandre Petit
DGCS : Mme Isabelle Grimault
Médecins du Monde : Carine Rolland, Jean-François Corty
COMEDE : Arnaud Veïsse (à distance)

Excusés : DSS ; Samu social de Paris (Dr Suzanne Tartière)

1. Point d’étape

La DGS indique que le décret sera publié avant la fin du mois.

2. Suites à donner

- La DGCS transmettra aux associations le projet d’instruction (échéance : 15 juin 2021).
- Médecins du Monde : envoyer les observations écrites.
- Prochaine réunion : le 7 septembre 2021 à 10 h.
"""

ALL: dict[str, tuple[str, str, Expected]] = {
    "general assembly": (
        "minutes.txt",
        GENERAL_ASSEMBLY,
        Expected(
            title="PROCÈS-VERBAL DE L’ASSEMBLÉE GÉNÉRALE ORDINAIRE",
            date="2019-03-16",
            time="14:30/17:15",
            place="au 1234, rue de la République, à Castelnaudary",
            present=(
                "Anne-Laure DE LA FONTAINE",
                "Jean-Pierre MARTIN",
                "Ali BEN SALAH",
                "Louis d’Ormesson",
                "Claude Vasseur",
                "Hélène Pons",
            ),
            excused=("J.-P. Rouquette", "Marie-Thérèse Le Goff"),
            represented=(("Josette Vidal", "MARTIN"), ("Rémi Caussade", "Vasseur")),
            agenda=("Rapport moral", "Rapport financier", "Élection du conseil d’administration"),
            decisions=2,
        ),
    ),
    "board with an address": (
        "minutes.md",
        BOARD_WITH_AN_ADDRESS,
        Expected(
            title="Compte rendu du Conseil d’administration",
            date="2019-03-14",
            time="18:00/20:15",
            place="Maison des associations, 4 bis, place du Marché, 69003 Lyon",
            present=("DUPONT Marie", "LE BRAS Yann", "NGUYEN Thi Mai"),
            guests=("Sophie Bernard",),
            excused=("ROUX Paul",),
            represented=(("GARCIA LOPEZ Ana", "DUPONT Marie"),),
            agenda=("Validation du CR du 10 janvier 2019", "Local", "Divers"),
            decisions=1,
        ),
    ),
    "works council in a conference": (
        "minutes.txt",
        WORKS_COUNCIL_IN_A_CONFERENCE,
        Expected(
            title="PROCES VERBAL DE LA REUNION ORDINAIRE DU CSE",
            date="2020-11-12",
            time="09:00/12:10",
            place="en visioconférence (Teams)",
            present=("Fabrice LEGRAND", "Aude MOREL", "Karine PETIT", "Stéphane ROY", "Driss EL AMRANI"),
            represented=(("Lucie FABRE", "Stéphane ROY"),),
            agenda=("Information sur l’activité partielle", "Consultation sur le plan de formation"),
            decisions=1,
        ),
    ),
    "proxies from either side": (
        "minutes.txt",
        PROXIES_FROM_EITHER_SIDE,
        Expected(
            title="Conseil collégial du mercredi 8 janvier 2020",
            date="2020-01-08",
            present=("Maude Lefèvre", "Idriss Kone", "Sylvain de Kergorlay", "Marie-Claude Van den Berghe"),
            represented=(
                ("Tiphaine Lemoine", "Maude Lefèvre"),
                ("Rachid Oumarou", "Idriss Kone"),
                ("Jean-Noël Prat", "Sylvain de Kergorlay"),
            ),
            agenda=("Ferme", "Compta"),
            decisions=2,
        ),
    ),
    "quebec in capitals": (
        "minutes.txt",
        QUEBEC_IN_CAPITALS,
        Expected(
            title="PROCÈS-VERBAL DE LA 45e RÉUNION DU CONSEIL D’ADMINISTRATION DE L’ORGANISME",
            date="2019-09-17",
            time="19:00/21:10",
            place="AU 1234, RUE SAINT-DENIS, BUREAU 300, MONTRÉAL",
            present=("Geneviève St-Pierre", "Jean-François L’Écuyer", "Fatoumata Diallo", "Éric Roy"),
            excused=("Louise Côté",),
            agenda=("OUVERTURE DE LA RÉUNION", "LECTURE ET ADOPTION DE L’ORDRE DU JOUR", "SUIVIS", "LEVÉE DE LA RÉUNION"),
            decisions=1,
        ),
    ),
    "working group of ministries": (
        "minutes.txt",
        WORKING_GROUP_OF_MINISTRIES,
        Expected(
            title="RELEVÉ DE CONCLUSIONS de la réunion du groupe de travail « Accès aux soins »",
            date="2021-06-01",
            time="10:00/12:30",
            place="14 avenue Duquesne, Paris 7e – salle 2104",
            present=("Catherine Morin", "Alexandre Petit", "Isabelle Grimault", "Carine Rolland", "Jean-François Corty", "Arnaud Veïsse"),
            excused=("DSS", "Suzanne Tartière"),
            agenda=("Point d’étape", "Suites à donner"),
        ),
    ),
}
