"""``traite hold``: a meeting that was planned is completed once it was held, without a question or at a terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository
from terminal import Terminal

BUREAU = "records/meetings/2025-03-04-bureau.md"
PLANNED = (
    '---\ntitle: "Réunion du bureau"   # le mardi\ndate: 2025-03-04\ntime: 14:00\nplace: chez Alice\n'
    "agenda:\n- Le compostage\n-   title: Les points d’eau\n    topics: [eau]\n---\n"
)
FILES = {
    BUREAU: PLANNED,
    "records/meetings/2025-03-20-bureau.md": "---\ntitle: Réunion du bureau\ndate: 2025-03-20\n---\n",
    "records/meetings/2025-03-02-atelier.md": "---\ntitle: Atelier\ndate: 2025-03-02\n---\n",
    "records/meetings/2025-02-01-fete.md": "---\ntitle: Fête\ndate: 2025-02-01\ncancelled: true\n---\n",
    "records/organisations/mairie.md": "---\nname: Mairie de Valbourg\n---\n",
    "records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
    "records/people/karim-benali.md": "---\nname: Karim Benali\n---\n",
    "records/topics/eau.md": "---\ntitle: Eau\n---\n",
}
NOTES = "1) Le compostage\nOn composte.\n\n2) Les points d'eau\nENGAGEMENT : la mairie posera un robinet avant fin mai.\n"
MINUTES = (
    "\n## Le compostage\n\nOn composte.\n\n## [Les points d’eau](../topics/eau.md)\n\n"
    "ENGAGEMENT : la mairie posera un robinet avant fin mai.\n"
)


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary, "--lang", "en", "--as-of", "2025-03-06")


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with meetings that were planned, and the current folder in it."""
    root = make_repository(FILES).root
    (root / "notes.txt").write_text(NOTES, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def _text(root: Path, path: str = BUREAU) -> str:
    return (root / path).read_bytes().decode()


@pytest.mark.parametrize(
    "name", ["2025-03-04-bureau", "meetings/2025-03-04-bureau", BUREAU, "réunion du 4 mars", "Réunion du bureau du 4 mars 2025", "4 March"]
)
def test_a_meeting_is_named_as_people_name_it(here: Path, traite: Traite, name: str) -> None:
    """By its file, by its day or by its title: what is said of it is added, and undo takes it back."""
    ended = traite("hold", name, "--with", "A. Tallon (présidente), k. benali", "--body-from", "notes.txt", "--no-ask")
    assert (ended.code, ended.out) == (0, f"{BUREAU}\n")
    assert "TR610 warning" in ended.err
    assert ended.err.endswith("Written. To go back: traite undo\n")
    people = "participants:\n  - person: alice-tallon\n    role: présidente\n  - karim-benali\n"
    assert _text(here) == PLANNED.removesuffix("---\n") + people + "---\n" + MINUTES
    assert traite("undo").code == 0
    assert _text(here) == PLANNED


def test_a_title_of_several_means_the_one_that_waits(here: Path, traite: Traite) -> None:
    """Of two meetings of one title, one is to come."""
    assert traite("hold", "Réunion du bureau", "--with", "A. Tallon", "--no-ask").out == f"{BUREAU}\n"


def test_the_same_once_more_adds_nothing(here: Path, traite: Traite) -> None:
    """What stands there stays, unless an option says otherwise."""
    given = ("hold", "2025-03-04-bureau", "--with", "A. Tallon", "--body-from", "notes.txt", "--no-ask")
    assert traite(*given).code == 0
    before = _text(here)
    assert traite(*given) == (0, "", "There is nothing to add.\n")
    assert _text(here) == before
    assert traite("hold", "2025-03-04-bureau", "--place", "à la mairie", "--excused", "karim-benali", "--no-ask").code == 0
    assert _text(here) == before.replace("chez Alice", "à la mairie").replace("---\n\n##", "excused:\n  - karim-benali\n---\n\n##")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "these wait to be completed: 2025-03-04-bureau (Réunion du bureau, 4 March 2025), 2025-03-02-atelier"),
        (("2025-03-04-bureau",), 2, "there is nothing to add"),
        (("Réunion du bureau du 20 mars 2025", "--with", "A. Tallon"), 1, "it has not been held yet"),
        (("2025-02-01-fete", "--with", "A. Tallon"), 1, "“Fête” was called off"),
        (("bureau du nord", "--with", "A. Tallon"), 1, "no record is called bureau du nord"),
        (("Conseil du 4 mars 2025", "--with", "A. Tallon"), 1, "no record is called Conseil du 4 mars 2025"),
        (
            ("records/people/alice-tallon.md", "--with", "A. Tallon"),
            1,
            "people/alice-tallon (Alice Tallon) is not what is asked for here: a meeting",
        ),
        (("2025-03-04-bureau", "--with", "Zoé"), 1, "no record is called Zoé"),
        (("2025-03-04-bureau", "--with", "Zoé Neuve"), 1, 'a record of its own: traite new-person --name "Zoé Neuve"'),
        (("2025-03-04-bureau", "--topic", "La cour d’école"), 1, 'a record of its own: traite new-topic --title "La cour d’école"'),
        (("2025-03-04-bureau", "--time", "25h"), 2, "--time"),
    ],
)
def test_what_cannot_be_is_told(here: Path, traite: Traite, arguments: tuple[str, ...], code: int, said: str) -> None:
    """Without a terminal nothing is asked, and nothing is written."""
    ended = traite("hold", *arguments, "--no-ask")
    assert (ended.code, said in ended.err) == (code, True), ended.err
    assert _text(here) == PLANNED


def test_another_day_may_be_said(here: Path, traite: Traite) -> None:
    """A meeting that was held before its day is completed with the day on which it was."""
    assert traite("hold", "2025-03-20-bureau", "--date", "hier", "--with", "A. Tallon", "--no-ask").code == 0
    assert "date: 2025-03-05\nparticipants:" in _text(here, "records/meetings/2025-03-20-bureau.md")


def test_a_meeting_that_was_not_held(here: Path, traite: Traite) -> None:
    """Is called off, and waits no more."""
    assert traite("hold", "2025-03-04-bureau", "--cancelled", "--no-ask").code == 0
    assert _text(here) == PLANNED.removesuffix("---\n") + "cancelled: true\n---\n"
    assert "2025-03-04-bureau" not in traite("hold", "--no-ask").err


def test_only_trying_writes_nothing(here: Path, traite: Traite) -> None:
    """--dry-run shows the lines that would change."""
    ended = traite("hold", "2025-03-04-bureau", "--time", "15h", "--no-ask", "--dry-run")
    assert "-time: 14:00\n+time: 15:00\n" in ended.out
    assert _text(here) == PLANNED


def test_a_file_of_another_program(here: Path, traite: Traite) -> None:
    """A meeting as YAML or JSON, and beside it what was promised there."""
    (here / "b.yaml").write_text(
        "- {participants: [alice-tallon], decisions: [{text: 'Oui.', topics: [eau]}], body: Vu.}\n"
        "- {kind: commitments, title: Poser, by: mairie, made_at: 2025-03-04-bureau, quote: Vu}\n",
        encoding="utf-8",
    )
    ended = traite("hold", "2025-03-04-bureau", "--from", "b.yaml")
    assert (ended.code, ended.out) == (0, f"records/commitments/2025-03-04-poser.md\n{BUREAU}\n")
    added = "participants:\n  - alice-tallon\ndecisions:\n  - text: Oui.\n    topics:\n      - eau\n---\n\nVu.\n"
    assert _text(here) == PLANNED.removesuffix("---\n") + added
    (here / "b.yaml").write_text("[]\n", encoding="utf-8")
    assert "one meeting is wanted" in traite("hold", "2025-03-04-bureau", "--from", "b.yaml").err


def test_in_the_editor_every_line_stays(here: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the record lacks stands behind number signs; these go, and the file's own remarks do not."""
    (here / BUREAU).write_bytes(PLANNED.replace("\n", "\r\n").encode())
    script = "import re, sys; p = sys.argv[1]; t = open(p, newline='').read(); open(p, 'w', newline='').write(re.sub('# participants: .*', 'participants: alice-tallon\\r', t))"
    (here / "edit.py").write_text(script, encoding="utf-8")
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" edit.py')
    monkeypatch.delenv("VISUAL", raising=False)
    assert traite("hold", "2025-03-04-bureau", "--edit", "--no-ask").code == 0
    assert _text(here) == PLANNED.replace("---\n", "participants: alice-tallon\n---\n").removeprefix(
        "participants: alice-tallon\n"
    ).replace("\n", "\r\n")


def test_a_second_record_of_one_meeting_is_not_made_in_silence(here: Path, traite: Traite) -> None:
    """A day on which a like meeting is planned: the command that completes it is named; another name makes another."""
    given = ("new-meeting", "--date", "4 mars 2025", "--title", "Bureau", "--no-ask")
    ended = traite(*given)
    assert (ended.code, "traite hold 2025-03-04-bureau" in ended.err) == (1, True)
    (here / "b.yaml").write_text("{date: 2025-03-04, title: Compte rendu}\n", encoding="utf-8")
    assert "traite hold 2025-03-04-bureau" in traite("new-meeting", "--from", "b.yaml").err
    held_later = ("new-meeting", "--date", "5 mars 2025", "--title", "Bureau", "--with", "A. Tallon", "--no-ask")
    assert "traite hold 2025-03-04-bureau" in traite(*held_later).err
    assert traite(*given, "--slug", "2025-03-04-second-bureau").code == 0
    assert traite("new-meeting", "--date", "4 mars 2025", "--title", "Visite du lavoir", "--no-ask").code == 0


pty = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")


def _at(root: Path, *arguments: str) -> Terminal:
    return Terminal(root, "--lang", "fr", "--as-of", "2025-03-06", *arguments)


@pty
def test_what_is_lacking_is_asked(here: Path) -> None:
    """The meeting is chosen, what changed is asked, minutes are typed point by point, and what they mark becomes records."""
    with _at(here, "hold") as terminal:
        terminal.answer(("Quelle réunion", "1"), ("comme prévu", "n"), ("Quel jour", ""), ("heure", "15h"), ("Où", ""), ("sorte", ""))
        terminal.answer(("Qui était là", "A. Tallon"), ("excusé", ""), ("pouvoir", ""), ("dossiers", ""), ("point par point", ""))
        terminal.answer(("Le compostage", "On composte."))
        terminal.type(".")
        terminal.answer(("Les points d’eau", "ENGAGEMENT : la mairie posera un robinet avant fin mai."))
        terminal.type(".")
        terminal.answer(
            ("décidé", "Acheter un broyeur."), ("décidé", ""), ("En créer la fiche", ""), ("en quelques mots", "Poser un robinet")
        )
        terminal.answer(("Qui l’a pris", "mairie de valbourg"), ("Pour quand", ""), ("À quoi", ""), ("dossiers", ""), ("Un autre", ""))
        terminal.answer(("adressées à une institution", "o"), ("À qui", "mairie de valbourg"), ("envoyé", ""))
        terminal.expect("Questions à la Mairie de Valbourg")
        terminal.answer(("", ""), ("Sont-ce des questions", "1"), ("Le texte", ""), ("dossiers", ""), ("D’autres", ""), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    added = "participants:\n  - alice-tallon\ndecisions:\n  - Acheter un broyeur.\n---\n"
    assert _text(here) == PLANNED.replace("14:00", "15:00").removesuffix("---\n") + added + MINUTES
    assert "title: Questions à la Mairie de Valbourg" in _text(here, "records/requests/2025-03-04-questions-a-la-mairie-de-valbourg.md")
    with _at(here, "hold", "2025-03-04-bureau") as terminal:
        terminal.answer(("sorte", ""), ("excusé", ""), ("pouvoir", ""), ("dossiers", ""), ("a déjà un texte", ""), ("engagement", ""))
        terminal.answer(("adressées", ""))
        terminal.expect("rien à ajouter")
        assert terminal.ends() == 0


@pty
def test_those_who_were_to_come_stand_there(here: Path) -> None:
    """Others are asked for besides; what stands above the empty headings of the agenda is no minutes."""
    text = (
        "---\ntitle: Conseil\ndate: 2025-03-05\nclassification: plenary\nparticipants: [alice-tallon]\n---\n\nVenez.\n\n## 1. Le budget\n"
    )
    path = "records/meetings/2025-03-05-conseil.md"
    (here / path).write_text(text, encoding="utf-8")
    with _at(here, "hold") as terminal:
        terminal.answer(("Quelle réunion", "1"), ("comme prévu", ""))
        terminal.expect("d’après la fiche : Alice Tallon")
        terminal.answer(
            ("Qui n’est finalement pas venu", ""),
            ("Qui d’autre", "K. Benali"),
            ("heure", ""),
            ("Où", ""),
            ("excusé", ""),
            ("pouvoir", ""),
            ("dossiers", ""),
            ("point par point", ""),
        )
        terminal.answer(("Le budget", "On vote."))
        terminal.type(".")
        terminal.answer(("décidé", ""), ("engagement", ""), ("adressées", ""), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert _text(here, path) == text.replace("tallon]", "tallon, karim-benali]") + "\nOn vote.\n"


EXPECTED = (
    "---\ntitle: Conseil\ndate: 2025-03-05\nclassification: plenary\n# Invités le 20 février.\nparticipants:\n"
    "- alice-tallon # par téléphone\n- karim-benali   # a dit oui\n- person: zoe-petit\n  organisation: mairie\n  role: adjointe\n"
    "-   leo-roux\ntime: 18:00\n---\n"
)
CONSEIL = "records/meetings/2025-03-05-conseil.md"


@pytest.fixture
def expected(here: Path) -> Path:
    """The repository with a meeting for which it is noted who was to come."""
    (here / "records/people/zoe-petit.md").write_text("---\nname: Zoé Petit\n---\n", encoding="utf-8")
    (here / "records/people/leo-roux.md").write_text("---\nname: Léo Roux\n---\n", encoding="utf-8")
    (here / CONSEIL).write_bytes(EXPECTED.encode())
    return here


@pytest.mark.parametrize(
    ("options", "gone", "added"),
    [
        (("--absent", "Karim"), ("- karim-benali   ",), ""),
        (("--absent", "k. benali, Léo Roux"), ("- karim-benali   ", "-   leo-roux\n"), ""),
        (("--absent", "leo-roux", "--absent", "Karim Benali"), ("- karim-benali   ", "-   leo-roux\n"), ""),
        (("--excused", "Karim Benali"), ("- karim-benali   ",), "excused:\n  - karim-benali\n"),
        (
            ("--excused", "Z. Petit"),
            ("- person: zoe-petit\n  organisation: mairie\n  role: adjointe\n",),
            "excused:\n  - person: zoe-petit\n    organisation: mairie\n    role: adjointe\n",
        ),
        (("--represented", "Léo Roux par A. Tallon"), ("-   leo-roux\n",), "represented:\n  - person: leo-roux\n    by: alice-tallon\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_who_was_noted_and_did_not_come_is_taken_out(
    expected: Path, traite: Traite, options: tuple[str, ...], gone: tuple[str, ...], added: str, newline: str
) -> None:
    """By some of a name, since few are noted; with apologies or a proxy they change lists; every other character stays."""
    before = EXPECTED.replace("\n", newline)
    (expected / CONSEIL).write_bytes(before.encode())
    ended = traite("hold", "2025-03-05-conseil", *options, "--no-ask")
    assert (ended.code, ended.err) == (0, "Written. To go back: traite undo\n")
    after = EXPECTED
    for one in gone:
        after = after.replace(one, "", 1)
    assert _text(expected, CONSEIL) == (after.removesuffix("---\n") + added + "---\n").replace("\n", newline)
    assert traite("validate", CONSEIL).code == 0
    assert traite("undo").code == 0
    assert _text(expected, CONSEIL) == before


def test_the_last_one_takes_the_list_along(expected: Path, traite: Traite) -> None:
    """What stands beside it stays; who comes after all is taken from those with apologies."""
    assert traite("hold", CONSEIL, "--absent", "Alice, Karim, Zoé et Léo", "--no-ask").code == 0
    assert _text(expected, CONSEIL) == (
        "---\ntitle: Conseil\ndate: 2025-03-05\nclassification: plenary\n# Invités le 20 février.\n"
        "# par téléphone\n# a dit oui\ntime: 18:00\n---\n"
    )
    assert traite("hold", CONSEIL, "--excused", "Karim Benali", "--no-ask").code == 0
    assert traite("hold", CONSEIL, "--with", "Karim Benali", "--no-ask").code == 0
    assert _text(expected, CONSEIL).endswith("time: 18:00\nparticipants:\n  - karim-benali\n---\n")


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (
            "Mairie de Valbourg",
            "error: --absent: Mairie de Valbourg is not noted as present\n    noted are: Alice Tallon, Karim Benali, Zoé Petit",
        ),
        ("Inconnu", "error: --absent: no record is called Inconnu\n    noted are: Alice Tallon, Karim Benali, Zoé Petit"),
    ],
)
def test_who_was_not_noted_cannot_be_missing(expected: Path, traite: Traite, who: str, said: str) -> None:
    """Those who are noted are named; nothing is written."""
    ended = traite("hold", CONSEIL, "--absent", who, "--no-ask")
    assert (ended.code, said in ended.err) == (1, True), ended.err
    assert _text(expected, CONSEIL) == EXPECTED


@pty
def test_those_who_did_not_come_are_asked_for(expected: Path) -> None:
    """Who is noted is shown, and how each absence is noted is asked."""
    with _at(expected, "hold", CONSEIL) as terminal:
        terminal.answer(("comme prévu", ""))
        terminal.expect("Attendus d’après la fiche : Alice Tallon, Karim Benali, Zoé Petit et Léo Roux.")
        terminal.answer(("Qui n’est finalement pas venu", "Mairie de Valbourg"))
        terminal.expect("n’est pas dans la liste")
        terminal.answer(("Qui n’est finalement pas venu", "karim, Zoé, roux"))
        terminal.answer(("Karim Benali : comment", ""), ("Zoé Petit : comment", "2"), ("qui avait son pouvoir", "A. Tallon"))
        terminal.answer(("Léo Roux : comment", "3"), ("Qui d’autre s’est excusé", ""), ("Qui d’autre a donné pouvoir", ""))
        terminal.answer(("Qui d’autre était là", ""), ("Où", ""), ("dossiers", ""), ("Que s’est-il dit", ""), ("décidé", ""))
        terminal.answer(("engagement", ""), ("adressées", ""))
        terminal.expect("à retirer : Karim Benali, Zoé Petit (Mairie de Valbourg, adjointe) et Léo Roux")
        terminal.answer(("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert _text(expected, CONSEIL).endswith(
        "participants:\n- alice-tallon # par téléphone\n# a dit oui\ntime: 18:00\nexcused:\n  - karim-benali\n"
        "represented:\n  - person: zoe-petit\n    organisation: mairie\n    role: adjointe\n    by: alice-tallon\n---\n"
    )


@pty
def test_whom_a_marked_line_begins_with_is_proposed(here: Path) -> None:
    """By some of the name, where it is one of those who were there."""
    path = "records/meetings/2025-03-05-mairie.md"
    header = (
        "---\ntitle: Rencontre\ndate: 2025-03-05\nclassification: institutional\nparticipants: alice-tallon\ninterlocutors: mairie\n---\n"
    )
    (here / path).write_text(header, encoding="utf-8")
    (here / "notes.txt").write_text("ENGAGEMENT : la mairie posera un robinet.\n", encoding="utf-8")
    with _at(here, "hold", "2025-03-05-mairie", "--body-from", "notes.txt", "--time", "18h") as terminal:
        terminal.answer(("finalement pas venu", ""), ("Qui d’autre", ""), ("Où", ""), ("excusé", ""), ("pouvoir", ""), ("dossiers", ""))
        terminal.answer(("décidé", ""), ("En créer la fiche", ""), ("en quelques mots", ""))
        terminal.expect("Mairie de Valbourg")
        terminal.answer(
            ("", ""), ("Pour quand", ""), ("À quoi", ""), ("dossiers", ""), ("engagement", ""), ("adressées", ""), ("L’écrire", "")
        )
        assert terminal.ends() == 0, terminal.seen
    assert "by:\n  - mairie\n" in _text(here, "records/commitments/2025-03-05-mairie-posera-un-robinet.md")


@pty
def test_who_breaks_off_goes_on_later(here: Path) -> None:
    """Nothing is half made, and what was typed is kept for the meeting that it is about."""
    with _at(here, "hold", "2025-03-04-bureau") as terminal:
        terminal.answer(("comme prévu", ""), ("sorte", ""), ("Qui était là", "A. Tallon"))
        terminal.expect("excusé")
        terminal.expect("> ")
        terminal.interrupt()
        terminal.expect("traite hold 2025-03-04-bureau")
        assert terminal.ends() == 130
    assert _text(here) == PLANNED
    with _at(here, "hold", "2025-03-04-bureau") as terminal:
        terminal.answer(("La reprendre", ""), ("Qui s’est excusé", ""), ("pouvoir", ""), ("dossiers", ""), ("point par point", "n"))
        terminal.answer(("Que s’est-il dit", ""), ("décidé", ""), ("engagement", ""), ("adressées", ""), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert "participants:\n  - alice-tallon\n" in _text(here)


@pty
def test_a_new_meeting_that_is_planned_is_completed_instead(here: Path) -> None:
    """Whoever forgot that it is planned is told, and goes on with its record."""
    with _at(here, "new-meeting") as terminal:
        terminal.answer(("Quel jour", "4 mars"), ("Comment s’appelle", "Bureau"))
        terminal.expect("Réunion du bureau, mardi 4 mars 2025 (records/meetings/2025-03-04-bureau.md)")
        terminal.answer(
            ("La compléter", ""), ("comme prévu", ""), ("sorte", ""), ("Qui était là", "A. Tallon"), ("excusé", ""), ("pouvoir", "")
        )
        terminal.answer(("dossiers", ""), ("point par point", "n"), ("Que s’est-il dit", ""), ("décidé", ""), ("engagement", ""))
        terminal.answer(("adressées", ""), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert "participants:\n  - alice-tallon\n" in _text(here)
    assert len(list(here.glob("records/meetings/*"))) == 4
