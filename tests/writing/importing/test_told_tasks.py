"""What minutes call a task is one: in a line, in a table of any order of columns, at the end of a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from reading import drafts

from repositories import MakeRepository
from traite_cli.writing.importing import Wanted
from traite_cli.writing.importing.told_tables import table_tasks
from traite_cli.writing.importing.told_tasks import told_tasks

DAY = date(2019, 11, 7)
LISTED = {"zoé", "zoé roux", "j.-p. martin", "ap", "so", "farid", "ben okafor", "mme dury", "rené", "ahmed", "dsinger"}


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.who, one.what, one.due) for one in told_tasks(text, 0, DAY, lambda said: said.lower() in LISTED)]


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("ACTION: AP to circulate draft budget by 6 December", ("AP", "circulate draft budget", "2019-12-06")),
        ("- **Action:** Lucía to contact the foundation (deadline: 10 Jan 2020)", ("Lucía", "contact the foundation", "2020-01-10")),
        ("Action : relancer la mairie (resp. J.-P. Martin, échéance 30/04/2020)", ("J.-P. Martin", "relancer la mairie", "2020-04-30")),
        ("Action : Zoé Roux – rédiger le courrier – pour le 25/11", ("Zoé Roux", "rédiger le courrier", "2019-11-25")),
        ("ACTION (Zoé) : réserver la salle", ("Zoé", "réserver la salle", "")),
        ("AI : Ahmed – first draft – 15 Nov.", ("Ahmed", "first draft", "2019-11-15")),
        (r"\<scribe\> ACTION: dsinger to write a test \[recorded in http://a.example/b\]", ("dsinger", "write a test", "")),
        ("TODO Zoé : appeler la banque", ("Zoé", "appeler la banque", "")),
        ("À FAIRE : réserver la salle (Zoé, avant fin novembre)", ("Zoé", "réserver la salle", "2019-11")),
        ("Somebody has to email the auditors. **Action: SO**", ("SO", "Somebody has to email the auditors", "")),
        ("=> Diffusion de l’offre par Farid le 15 novembre", ("Farid", "Diffusion de l’offre le 15 novembre", "2019-11-15")),
        ("Ben Okafor to write to the council by the end of November.", ("Ben Okafor", "write to the council", "2019-11")),
        ("Mme Dury : rédiger une note (avant le 20 avril)", ("Mme Dury", "rédiger une note", "2020-04-20")),
        ("1. Réserver la salle (Mme Dury)", ("Mme Dury", "Réserver la salle", "")),
        ("Ahmed transmet le RIB avant le 3 décembre.", ("Ahmed", "Ahmed transmet le RIB avant le 3 décembre", "2019-12-03")),
    ],
)
def test_a_line(line: str, task: tuple[str, str, str]) -> None:
    """Who has a task, what it is and when it is due are told apart, in whatever order the line has them."""
    assert told(line) == [task]


@pytest.mark.parametrize(
    "line",
    [
        "- [x] Zoé : écrire au préfet",
        "Zoé a écrit au préfet avant le 3 mars.",
        "Zoé indique que la salle sera prête avant le 3 mars.",
        "L’action de la mairie est lente.",
        "```\nACTION: Zoé to write\n```",
        "Objectif : renforcer le réseau",
    ],
)
def test_no_task(line: str) -> None:
    """What is done, said or thought, and what stands in code, is none."""
    assert told(line) == []


@pytest.mark.parametrize(
    "table",
    [
        "| Action | Who | By when |\n|---|---|---|\n| Book the hall | PK | 15 January 2020 |",
        "| Échéance | Responsable(s) | Action |\n|---|---|---|\n| 15/01/2020 | PK | Book the hall |",
        "| N° | Sujet | Décision / action | Qui ? | Délai |\n|---|---|---|---|---|\n| 1 | x | Book the hall | PK | 15 janvier 2020 |",
        "| Ref | Task | Owner | Due date | Status |\n|---|---|---|---|---|\n| 1 | Book the hall | PK | 15/01/2020 | Open |\n| 2 | x | y | | Done |",
        "| Pilote | Tâche | Pour le | Avancement |\n|---|---|---|---|\n| PK | Book the hall | 15/01/2020 | |\n| PK | Rien | | fait |",
    ],
)
def test_a_table(table: str) -> None:
    """The heads of the columns say what is what; what is done is no task any more."""
    assert [(one.who, one.what, one.due) for one in table_tasks(table, 0, DAY)] == [("PK", "Book the hall", "2020-01-15")]


def test_a_table_of_something_else() -> None:
    """A table that names nobody and no day holds no tasks."""
    assert list(table_tasks("| Action | Coût |\n|---|---|\n| Repas | 12 € |", 0, DAY)) == []


RECORDS = {"people/alice-prat.md": "---\nname: Alice Prat\n---\n"}
TEXT = "Réunion du 7 novembre 2019\n\nPrésents : Alice Prat, Zoé Roux\n\nACTION: AP to circulate the budget by 6 December\n\nZoé : écrire au maire\n"


def test_tasks_are_proposed_or_recorded(make_repository: MakeRepository) -> None:
    """Initials are those of somebody who was there; with --commitments the task of somebody known is a record, whose quote stands in the text."""
    proposed = drafts(make_repository(RECORDS), "cr.txt", TEXT.encode())
    assert proposed.promised == 2
    text = proposed.records[0].text
    assert "ressemble à un engagement (Alice Prat)" in text
    assert "ressemble à un engagement (Zoé)" in text
    recorded = drafts(make_repository(RECORDS), "cr.txt", TEXT.encode(), Wanted(commitments=True))
    commitment = recorded.records[1].text
    assert "title: Circulate the budget\n" in commitment
    assert "by:\n  - alice-prat\n" in commitment
    assert "due: 2019-12-06\n" in commitment


def test_the_quote_of_a_row_has_no_bars(make_repository: MakeRepository) -> None:
    """A table is read aloud with commas."""
    table = b"| Qui | Quoi | Quand |\n|---|---|---|\n| Alice Prat | ranger la salle | 6 novembre 2020 |\n"
    text = "# Réunion du 7 novembre 2019\n\nPrésents : Alice Prat\n\n".encode() + table
    commitment = drafts(make_repository(RECORDS), "cr.md", text, Wanted(commitments=True)).records[1].text
    assert "quote: Alice Prat, ranger la salle, 6 novembre 2020\n" in commitment
