"""More minutes of French houses, made up for these tests: groups, capitals, somebody for whom another sits, letters with commas."""

from __future__ import annotations

from manuscripts import Expected

CO_OWNERS_WITH_VERDICTS = """\
SDC RÉSIDENCE LES GLYCINES
8-10 rue Pasteur - 92120 MONTROUGE

PROCÈS-VERBAL D’ASSEMBLÉE GÉNÉRALE ORDINAIRE DU 24/06/2022

Le vendredi vingt-quatre juin deux mille vingt-deux à 18h30, les copropriétaires se sont réunis dans la salle paroissiale, 3 rue de l’Église à Montrouge.

PRÉSENTS ET REPRÉSENTÉS : 18 copropriétaires représentant 7 654 / 10 000 tantièmes
Présents : M. et Mme LEROY Patrick (120), Mme BENALI Samira (98), SCI LES TILLEULS (210) représentée par M. NOËL
Absents : M. ZIMMERMANN (75), Mme QUENTIN-DUVAL (66)

RÉSOLUTION N° 1 : Élection du président de séance
M. LEROY est élu président de séance.
Votent POUR : 7 654 / 7 654 tantièmes
Cette résolution est adoptée à l’unanimité des voix exprimées.

RÉSOLUTION N° 2 : Approbation des comptes
L’assemblée générale approuve les comptes de l’exercice 2021.
Adoptée à la majorité.
"""

COOPERATIVE = """\
SCIC LA FABRIQUE
Compte-rendu du Conseil de Surveillance n°12
Jeudi 14 mars 2019
18h30 - 21h
Tiers-lieu Le Hangar, 5 allée des Platanes, Brest

Présent.e.s
Nolwenn Le Gall, Erwan Quéméneur, Fañch Kervella
Excusé.e.s
Maïwenn Riou (pouvoir donné à Nolwenn Le Gall)
Secrétaire : Erwan

Point 1 - Bilan 2018
Le bilan est présenté par Nolwenn.
Vote : approuvé à l’unanimité

Point 2 - Recrutement
Erwan et Fañch préparent l’annonce pour le 1er avril.
"""

SCHOOL_COUNCIL = """\
Ecole élémentaire Jules Ferry
Procès verbal du conseil d’école du mardi 12 mars 2019

Présents :
Enseignants : Mmes Roche, Vidal, M. Blanc
Représentants des parents : Mme Haddad, M. Sanchez, Mme Traoré
Mairie : Mme Delmas (adjointe aux affaires scolaires)
DDEN : M. Pons
Excusés : M. l’Inspecteur, Mme Faure

La séance est ouverte à 18h par Mme Roche, directrice.

1. Effectifs
168 élèves sont inscrits.

2. Travaux
La mairie s’engage à refaire la cour pendant l’été.
Demande des parents : un abri vélo. Mme Delmas transmettra la demande au service technique.

3. Fête de l’école
Date retenue : vendredi 28 juin.

Séance levée à 20h15
La directrice : Mme Roche            Le secrétaire : M. Blanc
"""

CAPITALS = """\
COMPTE RENDU DE LA REUNION DE BUREAU DU LUNDI 6 JANVIER 2020

PRESENTS : MMES DUPUIS SYLVIE, FERRAND ODILE, MM. GIRARD PAUL, HAMEL RENE
EXCUSES : M. JOLY ALAIN POUVOIR A M. GIRARD PAUL
ABSENT : M. KLEIN MARC

ORDRE DU JOUR :
- APPROBATION DU PV DU 2 DECEMBRE 2019
- GALETTE DES ROIS
- QUESTIONS DIVERSES

GALETTE DES ROIS
ELLE AURA LIEU LE SAMEDI 18 JANVIER A 15 H SALLE DES FETES. MME FERRAND COMMANDERA LES GALETTES.
"""

FEDERATION = """\
Fédération des centres sociaux
Conseil fédéral – samedi 12 et dimanche 13 octobre 2019 – Lyon

Étaient présents : pour l’Isère, Mmes Anne Roy et Lucie Pic ; pour le Rhône, M. Karim Zeroual, Mme Eva Stone ; pour l’Ain, M. Guy Pelé.
Étaient représentés : M. Loïc Faure (Loire), par Mme Roy ; Mme Inès Sow (Drôme), par M. Zeroual.
Étaient excusés : MM. Petit et Grand.
Assistaient également : Mme Odile Jacob, déléguée fédérale ; M. Yves Mas, comptable.

1 – Rapport d’activité

Le rapport est mis aux voix.
Adopté à l’unanimité moins une abstention.

2 – Budget

Motion : « Le conseil fédéral demande un moratoire. » Adoptée par 12 voix contre 3.
"""

ALL: dict[str, tuple[str, str, Expected]] = {
    "co-owners with verdicts": (
        "minutes.txt",
        CO_OWNERS_WITH_VERDICTS,
        Expected(
            title="PROCÈS-VERBAL D’ASSEMBLÉE GÉNÉRALE ORDINAIRE DU 24/06/2022",
            date="2022-06-24",
            time="18:30",
            place="dans la salle paroissiale, 3 rue de l’Église à Montrouge",
            present=("M. et Mme LEROY Patrick", "BENALI Samira"),
            excused=("ZIMMERMANN", "QUENTIN-DUVAL"),
            represented=(("SCI LES TILLEULS", "NOËL"),),
            agenda=("RÉSOLUTION N° 1 : Élection du président de séance", "RÉSOLUTION N° 2 : Approbation des comptes"),
            decisions=2,
        ),
    ),
    "cooperative": (
        "minutes.txt",
        COOPERATIVE,
        Expected(
            title="Compte-rendu du Conseil de Surveillance n°12",
            date="2019-03-14",
            time="18:30/21:00",
            place="Tiers-lieu Le Hangar, 5 allée des Platanes, Brest",
            present=("Nolwenn Le Gall", "Erwan Quéméneur", "Fañch Kervella"),
            represented=(("Maïwenn Riou", "Nolwenn Le Gall"),),
            agenda=("Bilan 2018", "Recrutement"),
            decisions=1,
        ),
    ),
    "school council": (
        "minutes.txt",
        SCHOOL_COUNCIL,
        Expected(
            title="Procès verbal du conseil d’école du mardi 12 mars 2019",
            date="2019-03-12",
            time="18:00/20:15",
            present=("Roche", "Vidal", "Blanc", "Haddad", "Sanchez", "Traoré", "Delmas", "Pons"),
            excused=("l’Inspecteur", "Faure"),
            agenda=("Effectifs", "Travaux", "Fête de l’école"),
        ),
    ),
    "capitals": (
        "minutes.txt",
        CAPITALS,
        Expected(
            title="COMPTE RENDU DE LA REUNION DE BUREAU DU LUNDI 6 JANVIER 2020",
            date="2020-01-06",
            present=("DUPUIS SYLVIE", "FERRAND ODILE", "GIRARD PAUL", "HAMEL RENE"),
            excused=("KLEIN MARC",),
            represented=(("JOLY ALAIN", "GIRARD PAUL"),),
            agenda=("APPROBATION DU PV DU 2 DECEMBRE 2019", "GALETTE DES ROIS", "QUESTIONS DIVERSES"),
        ),
    ),
    "federation": (
        "minutes.txt",
        FEDERATION,
        Expected(
            title="Conseil fédéral – samedi 12 et dimanche 13 octobre 2019 – Lyon",
            date="2019-10-12/2019-10-13",
            place="Lyon",
            present=("Anne Roy", "Lucie Pic", "Karim Zeroual", "Eva Stone", "Guy Pelé", "Odile Jacob", "Yves Mas"),
            excused=("Petit", "Grand"),
            represented=(("Loïc Faure", "Roy"), ("Inès Sow", "Zeroual")),
            agenda=("Rapport d’activité", "Budget"),
            decisions=2,
        ),
    ),
}
