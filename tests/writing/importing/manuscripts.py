"""Minutes in the styles of many houses, made up for these tests: each with what a careful reader takes out of it."""

from __future__ import annotations

from typing import NamedTuple


class Expected(NamedTuple):
    """What minutes say: the day, the time, words of the title, and the names of each list, in order."""

    date: str
    time: str = ""
    title: str = ""
    place: str = ""
    present: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    represented: tuple[tuple[str, str], ...] = ()
    agenda: tuple[str, ...] = ()
    decisions: int = 0


TOWN_COUNCIL = """\
COMMUNE DE BEAULIEU-SUR-LOUE
PROCÈS-VERBAL DU CONSEIL MUNICIPAL

L’an deux mille vingt-quatre, le quatorze mars à vingt heures trente, le conseil municipal, légalement convoqué le 8 mars 2024, s’est
réuni à la salle du conseil de la mairie, sous la présidence de Mme Hélène Rousset, maire.

Étaient présents : Mme Hélène Rousset, maire, MM. Paul Gentil et Luc Amiot, adjoints, Mme Nadia Belkacem, M. Jean-Marc Ducret.
Absents excusés : M. Pierre Vuillemin (pouvoir à Mme Rousset), Mme Odile Faivre.
Absent : M. Kevin Jacquot.
Secrétaire de séance : M. Luc Amiot

Ordre du jour :
1. Approbation du procès-verbal du 11 janvier 2024
2. Compte administratif 2023
3. Questions diverses

1. Approbation du procès-verbal du 11 janvier 2024

Le procès-verbal est adopté à l’unanimité.

2. Compte administratif 2023

Après en avoir délibéré, le conseil municipal approuve le compte administratif par 6 voix pour et une abstention.

3. Questions diverses

Mme Belkacem se charge de contacter le département d’ici fin avril au sujet du pont.

La séance est levée à 22 h 15.
"""

WORKS_COUNCIL = """\
# Comité social et économique – réunion ordinaire du mardi 5 novembre 2019

| Nom | Qualité | Présence |
|-----|---------|----------|
| Sophie Marchand | présidente | P |
| Karim Haddad | élu titulaire | P |
| Isabelle Noël | élue titulaire | E |
| Thierry Blanc | élu suppléant | A |

**Invité :** Dr Anne Fabre (médecin du travail)

## Ordre du jour

- Consultation sur les horaires d’été
- Point sécurité

## Consultation sur les horaires d’été

Mme Marchand : présente le projet. Les élus demandent un délai.

**DÉCISION :** l’avis est rendu le 3 décembre.

## Point sécurité

Karim Haddad s’engage à transmettre le registre avant le 15 novembre.
"""

PARISH = """\
Conseil pastoral de la paroisse Saint-Cyr
Compte rendu de la réunion du jeudi 2 février 2023 à 18h30

Lieu : salle paroissiale, 4 rue du Cloître

Présent·e·s :
- Père Antoine Grandjean
- Bernadette Collin
- Yves et Monique Perrin
- Agathe Simonet, catéchèse

Excusé·e·s :
- Olivier Gaume
- Claire Thiébaud (donne pouvoir à Bernadette Collin)

1) Carême

Bernadette Collin prépare le feuillet.

2) Toiture

Il est décidé de demander trois devis.
"""

BOARD = """\
RIVERSIDE COMMUNITY TRUST
Minutes of the Board Meeting held on Tuesday 14 May 2024 at 7:30 pm at the Old School Hall, Mill Lane

Present: Margaret Hughes (Chair), David Okoro (Treasurer), Priya Nair, Tom Becket
In attendance: Ruth Salter (Clerk)
Apologies: John Whitcombe, Cllr Susan Pike

1. Welcome and apologies

The Chair welcomed everyone.

2. Minutes of the last meeting

The minutes of the meeting held on 9 April 2024 were approved.

3. Finance

RESOLVED: that the reserve policy be adopted as circulated.

David Okoro will send the accounts to the auditor by 31 May.

The meeting closed at 9.10 pm.
"""

QUEBEC = """\
PROCÈS-VERBAL de la séance ordinaire du conseil d’établissement de l’école des Érables, tenue le mercredi 18 septembre 2019 à 19 h, à la bibliothèque de l’école

PRÉSENCES :
Mme Josée Tremblay, parent
M. Marc-André Gagnon, parent
Mme Sylvie Bouchard, enseignante

ABSENCES :
M. Éric Lavoie, parent

1. Ouverture de la séance
La séance est ouverte à 19 h 05.

2. Adoption de l’ordre du jour
Il est proposé par Mme Tremblay, appuyé par M. Gagnon et résolu d’adopter l’ordre du jour.

3. Levée de la séance
La séance est levée à 20 h 40.
"""

CO_OWNERS = """\
## Résidence Les Tilleuls – Assemblée générale des copropriétaires

Date : 12/06/2018 – Heure : 18h00
Lieu : Maison des associations

Présents : M. Arnaud Petitjean ; Mme Lucie Maréchal ; SCI du Parc (M. Henri Courtois)
Représentés : Mme Petitot à M. Petitjean ; M. Robert Vidal à Mme Maréchal
Excusés : M. et Mme Roy

### Résolution n° 1 : comptes 2017
Résolution adoptée à l’unanimité : les comptes sont approuvés.

### Résolution n° 2 : ravalement
Reportée à la prochaine assemblée.
"""

FRONT_MATTER = """\
---
layout: post
title: "Réunion du collectif jardin"
date: 2021-04-12
author: lena
---
Présentes : Léna, Fatou, Inès et Marie-Jo. Excusée : Rosa

## Compost

Fatou : demander deux bacs à la mairie

## Prochaine réunion

Le 3 mai à 18h.
"""

TRADE_UNION = """\
COMPTE-RENDU – COMMISSION EXÉCUTIVE
9 décembre 2021
de 14 h à 17 h – Bourse du travail, salle Pelloutier

Étaient présents
Ali Mansouri (métallurgie)
Catherine Leroy (santé)
Didier Fontaine (retraités)

Étaient excusés
Mireille Joly (enseignement)

Ordre du jour
- Élections professionnelles
- Budget 2022

Élections professionnelles
Ali Mansouri fait le point sur les listes. On convient d’envoyer le matériel avant Noël.

Budget 2022
Le budget est voté à l’unanimité.
"""

ALL: dict[str, tuple[str, str, Expected]] = {
    "town council": (
        "pv-conseil.txt",
        TOWN_COUNCIL,
        Expected(
            "2024-03-14",
            "20:30/22:15",
            "procès-verbal du conseil municipal",
            "à la salle du conseil de la mairie",
            ("Hélène Rousset", "Paul Gentil", "Luc Amiot", "Nadia Belkacem", "Jean-Marc Ducret"),
            (),
            ("Odile Faivre", "Kevin Jacquot"),
            (("Pierre Vuillemin", "Rousset"),),
            ("Approbation du procès-verbal du 11 janvier 2024", "Compte administratif 2023", "Questions diverses"),
            2,
        ),
    ),
    "works council": (
        "cse.md",
        WORKS_COUNCIL,
        Expected(
            "2019-11-05",
            "",
            "réunion ordinaire",
            "",
            ("Sophie Marchand", "Karim Haddad"),
            ("Anne Fabre",),
            ("Isabelle Noël", "Thierry Blanc"),
            (),
            ("Consultation sur les horaires d’été", "Point sécurité"),
            1,
        ),
    ),
    "parish": (
        "conseil.txt",
        PARISH,
        Expected(
            "2023-02-02",
            "18:30",
            "réunion du jeudi 2 février 2023",
            "salle paroissiale, 4 rue du Cloître",
            ("Antoine Grandjean", "Bernadette Collin", "Yves", "Monique Perrin", "Agathe Simonet"),
            (),
            ("Olivier Gaume",),
            (("Claire Thiébaud", "Bernadette Collin"),),
            ("Carême", "Toiture"),
            1,
        ),
    ),
    "board": (
        "minutes.txt",
        BOARD,
        Expected(
            "2024-05-14",
            "19:30/21:10",
            "board meeting",
            "the Old School Hall, Mill Lane",
            ("Margaret Hughes", "David Okoro", "Priya Nair", "Tom Becket", "Ruth Salter"),
            (),
            ("John Whitcombe", "Susan Pike"),
            (),
            ("Welcome and apologies", "Minutes of the last meeting", "Finance"),
            2,
        ),
    ),
    "quebec": (
        "pv.txt",
        QUEBEC,
        Expected(
            "2019-09-18",
            "19:00/20:40",
            "séance ordinaire du conseil d’établissement",
            "à la bibliothèque de l’école",
            ("Josée Tremblay", "Marc-André Gagnon", "Sylvie Bouchard"),
            (),
            ("Éric Lavoie",),
            (),
            ("Ouverture de la séance", "Adoption de l’ordre du jour", "Levée de la séance"),
            1,
        ),
    ),
    "co-owners": (
        "ag.md",
        CO_OWNERS,
        Expected(
            "2018-06-12",
            "18:00",
            "assemblée générale des copropriétaires",
            "Maison des associations",
            ("Arnaud Petitjean", "Lucie Maréchal", "Henri Courtois"),
            (),
            ("M. et Mme Roy",),
            (("Petitot", "Petitjean"), ("Robert Vidal", "Maréchal")),
            ("Résolution n° 1 : comptes 2017", "Résolution n° 2 : ravalement"),
            1,
        ),
    ),
    "front matter": (
        "jardin.md",
        FRONT_MATTER,
        Expected(
            "2021-04-12",
            "",
            "réunion du collectif jardin",
            "",
            ("Léna", "Fatou", "Inès", "Marie-Jo"),
            (),
            ("Rosa",),
            (),
            ("Compost", "Prochaine réunion"),
        ),
    ),
    "trade union": (
        "ce.txt",
        TRADE_UNION,
        Expected(
            "2021-12-09",
            "14:00/17:00",
            "commission exécutive",
            "Bourse du travail",
            ("Ali Mansouri", "Catherine Leroy", "Didier Fontaine"),
            (),
            ("Mireille Joly",),
            (),
            ("Élections professionnelles", "Budget 2022"),
            1,
        ),
    ),
}
