"""The questions of ``new-meeting`` and its kin, answered at a terminal as a person would."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from repositories import MakeRepository
from terminal import Terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")

FILES = {
    "organisations/collectif.md": "---\nname: Collectif\n---\n",
    "organisations/miprof.md": "---\nname: Mission interministérielle\nacronym: MIPROF\n---\n",
    "organisations/alc.md": "---\nname: ALC\n---\n",
    "people/alice-tallon.md": "---\nname: Alice Tallon\nmemberships: alc\n---\n",
    "people/marie-petit.md": "---\nname: Marie Petit\n---\n",
    "people/marc-petit.md": "---\nname: Marc Petit\n---\n",
    "topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\n---\n",
}
TOML = 'name = "Collectif"\norganisation = "collectif"\n'
MEETING = (
    ("Quel jour ?", "2 février 2015"),
    ("Comment s’appelle cette réunion", "Plénière"),
    ("Quelle sorte", "plé"),
    ("heure", "9h30 à 12h"),
    ("Où", "Paris"),
)


@pytest.fixture
def here(make_repository: MakeRepository) -> Path:
    """A repository with a few people."""
    return make_repository(FILES, TOML).root


def _at(root: Path, *arguments: str, **environment: str) -> Terminal:
    return Terminal(root, "--lang", "fr", "--as-of", "2015-02-03", *arguments, environment=environment)


def _read(root: Path, path: str) -> str:
    return (root / "records" / path).read_bytes().decode()


def _records(root: Path) -> set[str]:
    return {path.relative_to(root / "records").as_posix() for path in root.glob("records/**/*") if path.is_file()}


def test_a_meeting_with_somebody_new_and_a_promise(here: Path) -> None:
    """What is understood is shown back; the new person and the new organisation, the promise and the meeting are written together."""
    before = _records(here)
    with _at(here, "new-meeting") as terminal:
        terminal.answer(*MEETING[:4])
        terminal.expect("9h30 à 12h00")
        terminal.answer(*MEETING[4:])
        terminal.answer(("Qui était là", "a. tallon, jean dupont"))
        terminal.answer(("« jean dupont » n’est pas encore connu", ""), ("nom de cette personne", ""))
        terminal.answer(
            ("Dans quelle organisation", "Les Amis"), ("« Les Amis »", ""), ("Comment s’appelle", "Les Amis de la rue"), ("sigle", "")
        )
        terminal.answer(("Quelle sorte d’organisation", "1"), ("fonction", "trésorier"))
        terminal.expect("Alice Tallon et Jean Dupont")
        terminal.answer(("Qui s’est excusé", ""), ("pouvoir", ""), ("dossiers", "titre de sejour"))
        terminal.answer(("compte rendu", "La MIPROF écrira aux préfets avant mars."))
        terminal.type("")
        terminal.type("Fin.")
        terminal.type(".")
        terminal.answer(("décidé", "Écrire."), ("décidé", ""))
        terminal.answer(("engagement à suivre", "o"), ("En quels termes", "elle a promis"), ("ne sont pas dans", "écrira aux préfets"))
        terminal.answer(("Quel est l’engagement", "Écrire aux préfets"), ("Qui l’a pris", "miprof"), ("Pour quand", "fin février"))
        terminal.expect("février 2015")
        terminal.answer(("À quoi saura-t-on", ""), ("dossiers", ""), ("Un autre engagement", "n"), ("adressées", "n"))
        terminal.expect("records/people/jean-dupont.md")
        terminal.answer(("L’écrire ?", ""))
        assert terminal.ends() == 0, terminal.seen
    made = {
        "people/jean-dupont.md": "---\nname: Jean Dupont\nmemberships:\n  - organisation: amis-de-la-rue\n    role: trésorier\n---\n",
        "organisations/amis-de-la-rue.md": "---\nname: Les Amis de la rue\nclassification: association\n---\n",
        "commitments/2015-02-02-ecrire-aux-prefets.md": (
            "---\ntitle: Écrire aux préfets\nby:\n  - miprof\nmade_at: 2015-02-02-pleniere\ndue: 2015-02\nquote: écrira aux préfets\n---\n"
        ),
        "meetings/2015-02-02-pleniere.md": (
            "---\ntitle: Plénière\ndate: 2015-02-02\ntime: 09:30/12:00\nplace: Paris\nclassification: plenary\n"
            "participants:\n  - alice-tallon\n  - jean-dupont\ndecisions:\n  - Écrire.\ntopics:\n  - titre-de-sejour\n---\n\n"
            "La MIPROF écrira aux préfets avant mars.\n\nFin.\n"
        ),
    }
    assert {path: _read(here, path) for path in _records(here) - before} == made
    assert not list(here.glob(".traite/begun/*"))
    with _at(here, "undo") as terminal:
        assert terminal.ends() == 0
    assert _records(here) == before


def test_marked_lines_of_the_minutes_are_offered(here: Path) -> None:
    """A commitment quoted from its line, a decision and a question, each made after a word of yes."""
    minutes = "DÉCISION : écrire au ministre\n\nENGAGEMENT : la MIPROF enverra la circulaire avant fin février\n\nQUESTION à la MIPROF : quand ?\n"
    (here / "notes.md").write_text(minutes, encoding="utf-8")
    with _at(here, "new-meeting", "--date", "hier", "--title", "Plénière", "--body-from", "notes.md") as terminal:
        terminal.answer(
            ("Quelle sorte", ""), ("heure", ""), ("Où", ""), ("Qui était là", "miprof"), ("excusé", ""), ("pouvoir", ""), ("dossiers", "")
        )
        terminal.expect("écrire au ministre")
        terminal.answer(("ces décisions", "o"), ("décidé", ""))
        terminal.answer(("la MIPROF enverra la circulaire", "o"), ("Quel est l’engagement", "Envoyer la circulaire"), ("Qui l’a pris", ""))
        terminal.answer(("Pour quand", ""), ("À quoi", ""), ("dossiers", ""))
        terminal.answer(("1. quand ?", "o"), ("À qui", ""), ("Quel jour", ""), ("s’appelle", "Questions à la MIPROF"), ("dossiers", ""))
        terminal.answer(("Un autre engagement", "n"), ("D’autres questions", "n"), ("L’écrire", "1"))
        assert terminal.ends() == 0, terminal.seen
    assert "decisions:\n  - écrire au ministre\n" in _read(here, "meetings/2015-02-02-pleniere.md")
    assert _read(here, "commitments/2015-02-02-envoyer-la-circulaire.md") == (
        "---\ntitle: Envoyer la circulaire\nby:\n  - miprof\nmade_at: 2015-02-02-pleniere\ndue: 2015-02\n"
        "quote: la MIPROF enverra la circulaire avant fin février\n---\n"
    )
    assert _read(here, "requests/2015-02-02-questions-a-la-miprof.md") == (
        "---\ntitle: Questions à la MIPROF\ndate: 2015-02-02\nto:\n  - miprof\nraised_at: 2015-02-02-pleniere\nclassification: questions\n---\n"
        "\n1. quand ?\n"
    )


def test_what_cannot_be_answered_is_left_out(here: Path) -> None:
    """A promise of nobody knows whom, questions to nobody: they are given up, then or when the sitting is taken up, and the meeting stays."""
    (here / "notes.md").write_text("ENGAGEMENT : on verra\n\nQUESTION : quand ?\n", encoding="utf-8")
    given = ("--date", "hier", "--title", "Plénière", "--sort", "plénière", "--time", "9h", "--place", "Paris", "--with", "alc")
    with _at(here, "new-meeting", *given, "--body-from", "notes.md") as terminal:
        terminal.answer(("excusé", ""), ("pouvoir", ""), ("dossiers", ""), ("décidé", ""), ("En créer la fiche", "oui"))
        terminal.answer(("Quel est l’engagement", ""), ("Qui l’a pris", ""), ("Laisser cette fiche de côté", "non"))
        terminal.expect("Qui l’a pris")
        terminal.interrupt()
        assert terminal.ends() == 130, terminal.seen
    with _at(here, "new-meeting") as terminal:
        terminal.answer(("La reprendre ?", ""), ("Qui l’a pris", ""), ("Laisser cette fiche de côté", "oui"))
        terminal.answer(("1. quand ?", "o"), ("À qui", ""), ("Laisser cette fiche de côté", "o"))
        terminal.answer(
            ("engagement", ""), ("adressées", "o"), ("À qui", ""), ("Laisser cette fiche de côté", "o"), ("D’autres questions", "")
        )
        terminal.answer(("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert {path for path in _records(here) if path.startswith(("commitments/", "requests/"))} == set()
    assert "meetings/2015-02-02-pleniere.md" in _records(here)


def test_yesterday_is_the_same_day_when_it_is_taken_up_later(here: Path) -> None:
    """What was said from the day on which it was typed is not read from another."""
    with _at(here, "new-update") as terminal:
        terminal.answer(("De quel jour", "hier"))
        terminal.expect("titre")
        terminal.interrupt()
        assert terminal.ends() == 130
    with Terminal(here, "--lang", "fr", "--as-of", "2015-02-10", "new-update") as terminal:
        terminal.answer(("La reprendre ?", ""), ("titre", "Nouvelles"), ("dossiers", "titre de séjour"), ("réunions", ""), ("texte", ""))
        terminal.answer(("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert "date: 2015-02-02\n" in _read(here, "updates/2015-02-02-nouvelles.md")


def test_yesterday_of_an_option_is_the_same_day_when_it_is_taken_up_later(here: Path) -> None:
    """An option is kept as what it meant: a date as its day, a meeting that was named by its day by its own name."""
    (here / "records/meetings").mkdir()
    (here / "records/meetings/2015-02-02-pleniere.md").write_text("---\ntitle: Plénière\ndate: 2015-02-02\n---\n", encoding="utf-8")
    with _at(here, "new-update", "--date", "hier", "--meeting", "celle d’hier") as terminal:
        terminal.answer(("titre", "Nouvelles"))
        terminal.expect("dossiers")
        terminal.interrupt()
        assert terminal.ends() == 130
    with Terminal(here, "--lang", "fr", "--as-of", "2015-02-10", "new-update") as terminal:
        terminal.answer(("La reprendre ?", ""), ("dossiers", "titre de séjour"), ("texte", ""), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    written = _read(here, "updates/2015-02-02-nouvelles.md")
    assert ("date: 2015-02-02\n" in written, "2015-02-02-pleniere" in written) == (True, True), written


def test_no_letter_is_lost_where_the_locale_is_not_installed(here: Path) -> None:
    """A system without the language that its environment names still reads an accent that begins a line."""
    with _at(here, "new-topic", LC_ALL="xx_XX.UTF-8") as terminal:
        terminal.answer(("s’appelle ce dossier", "École œuvre"), ("suit", ""), ("partie", ""), ("Depuis", ""), ("s’agit-il", ""))
        terminal.answer(("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert "title: École œuvre\n" in _read(here, "topics/ecole-oeuvre.md")


@pytest.mark.parametrize("how", ["ctrl-c", "end of input", "hang up"])
def test_what_was_typed_is_taken_up_again(here: Path, how: str) -> None:
    """However one breaks off, nothing is written, and the next call goes on where one was."""
    before = _records(here)
    with _at(here, "new-meeting", "--place", "Paris") as terminal:
        terminal.answer(*MEETING[:3])
        terminal.expect("heure")
        terminal.expect("> ")
        if how == "hang up":
            terminal.hang_up()
        elif how == "ctrl-c":
            terminal.interrupt()
        else:
            terminal.type("\x04", "")
        assert terminal.ends() == 130, terminal.seen
        assert how == "hang up" or "gardé" in terminal.seen
    assert _records(here) == before
    assert [path.stat().st_mode & 0o077 for path in here.glob(".traite/begun/*")] == [0]
    with _at(here, "new-meeting") as terminal:
        terminal.answer(("La reprendre ?", ""))
        terminal.expect("Quelle sorte de réunion est-ce ? plénière")
        terminal.answer(("heure", ""), ("Qui était là", "alc"))
        terminal.answer(
            ("excusé", ""), ("pouvoir", ""), ("dossiers", ""), ("compte rendu", ""), ("décidé", ""), ("engagement", ""), ("adressées", "")
        )
        terminal.answer(("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert "place: Paris\nclassification: plenary\n" in _read(here, "meetings/2015-02-02-pleniere.md")
    assert not list(here.glob(".traite/begun/*"))


def test_a_text_that_was_being_typed_is_kept_too(here: Path) -> None:
    """The lines above the one at which somebody broke off are there the next time."""
    with _at(here, "new-topic", "--title", "Essai") as terminal:
        terminal.answer(("suit", ""), ("partie", ""), ("Depuis quand", ""), ("s’agit-il", "Une première ligne"))
        terminal.expect("> ")
        terminal.interrupt()
        assert terminal.ends() == 130
    with _at(here, "new-topic") as terminal:
        terminal.answer(("La reprendre ?", "oui"), ("Une première ligne", "Une seconde"))
        terminal.type(".")
        terminal.answer(("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert _read(here, "topics/essai.md") == "---\ntitle: Essai\n---\n\nUne première ligne\n\nUne seconde\n"


def test_one_begins_anew(here: Path) -> None:
    """Whoever does not take up what was begun."""
    with _at(here, "new-topic") as terminal:
        terminal.answer(("s’appelle", "Ancien"))
        terminal.expect("suit")
        terminal.interrupt()
        terminal.ends()
    with _at(here, "new-topic") as terminal:
        terminal.answer(("La reprendre ?", "non"), ("s’appelle ce dossier", "Nouveau"))
        terminal.answer(("suit", ""), ("partie", ""), ("Depuis", ""), ("s’agit-il", ""), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    assert "topics/nouveau.md" in _records(here)


def test_a_wrong_answer_is_asked_again(here: Path) -> None:
    """A date that is none, one that can be read in two ways, a name that two have, a field that cannot be left out."""
    with _at(here, "new-commitment") as terminal:
        terminal.answer(("À quelle réunion", ""), ("Quel jour", ""), ("Il faut ici une réponse", "bientôt"), ("pas compris", "05/06/07"))
        terminal.answer(("De quel jour", "1"), ("En quels termes", ""), ("Quel est l’engagement", "Écrire"), ("Qui l’a pris", "Petit"))
        terminal.answer(
            ("Qui est « Petit »", "Marie"), ("Au nom", ""), ("Pour quand", ""), ("À quoi", ""), ("dossiers", ""), ("L’écrire", "")
        )
        assert terminal.ends() == 0, terminal.seen
    assert "by:\n  - marie-petit\nmade_on: 2007-0" in _read(here, next(one for one in _records(here) if one.startswith("commitments/")))


def test_nothing_is_written_without_a_yes(here: Path) -> None:
    """No at the end writes nothing, and loses nothing."""
    before = _records(here)
    with _at(here, "new-organisation", "--name", "Essai") as terminal:
        terminal.answer(("sigle", ""), ("sorte", ""), ("relève", ""), ("collectif", ""), ("site", ""), ("L’écrire", "non"))
        assert terminal.ends() == 0, terminal.seen
        assert "gardé" in terminal.seen
    assert _records(here) == before
    assert len(list(here.glob(".traite/begun/*"))) == 1


def test_questions_can_be_answered_through_a_pipe(here: Path) -> None:
    """A program that stands between, and is no terminal: --ask asks it too; its end breaks off."""
    import subprocess
    import sys

    answers = "Essai\n\n\n\n\n\n"
    command = [sys.executable, "-m", "traite_cli", "--lang", "en", "new-topic", "--ask"]
    done = subprocess.run(command, cwd=here, input=answers.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"records/topics/essai.md\n"), done.stderr
    done = subprocess.run(command, cwd=here, input=b"Autre\n", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (130, b"")
    assert b"kept" in done.stderr


def test_what_is_known_by_then_is_proposed(here: Path) -> None:
    """A name that had to be asked for is asked for once; a question goes to the one that was met, under its own words."""
    minutes = "Mme X est là.\n\nENGAGEMENT : écrire au maire avant fin mars 2015\n\nQUESTION : quand paraîtra le décret ?\n"
    (here / "notes.md").write_text(minutes, encoding="utf-8")
    given = ("--date", "hier", "--title", "Rencontre", "--sort", "institutional", "--with", "alc", "--body-from", "notes.md")
    with _at(here, "new-meeting", *given) as terminal:
        terminal.answer(("heure", ""), ("Où", ""), ("rencontré", "interministérielle"))
        terminal.answer(("n’est le nom exact d’aucune fiche", ""), ("excusé", ""), ("pouvoir", ""), ("dossiers", ""), ("décidé", ""))
        terminal.answer(("En créer la fiche", ""))
        terminal.answer(("Écrire au maire", ""), ("Qui l’a pris", "interministérielle"))
        terminal.answer(("Pour quand", ""), ("À quoi", ""), ("dossiers", ""), ("En créer la fiche", ""))
        terminal.answer(("À qui", ""), ("Quel jour", ""), ("s’appelle", ""), ("dossiers", ""))
        terminal.answer(("Un autre engagement", "n"), ("D’autres questions", "n"), ("L’écrire", "1"))
        assert terminal.ends() == 0, terminal.seen
    assert "title: Écrire au maire\nby:\n  - miprof\n" in _read(here, "commitments/2015-02-02-ecrire-au-maire.md")
    asked = "title: Quand paraîtra le décret ?\ndate: 2015-02-02\nto:\n  - miprof\n"
    assert asked in _read(here, "requests/2015-02-02-quand-paraitra-le-decret.md")


def test_a_meeting_to_come_is_offered_an_agenda(here: Path) -> None:
    """What is overdue and what has no answer, picked by numbers; nothing that belongs to a meeting that was held is asked."""
    (here / "records/commitments").mkdir()
    (here / "records/requests").mkdir()
    promise = "---\ntitle: Écrire aux préfets\nby: miprof\nmade_on: 2014-10-22\ndue: 2014-12\ntopics: titre-de-sejour\n---\n"
    (here / "records/commitments/lettre.md").write_text(promise, encoding="utf-8")
    request = "---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\n---\n\n1. Quand ?\n"
    (here / "records/requests/questions.md").write_text(request, encoding="utf-8")
    with _at(here, "new-meeting") as terminal:
        terminal.answer(("Quel jour ?", "lundi en quinze"), ("s’appelle", "Plénière"), ("sorte", ""), ("heure", ""), ("Où", ""))
        terminal.expect("1. Écrire aux préfets (en retard depuis")
        terminal.expect("2. Questions (")
        terminal.answer(
            ("à l’ordre du jour", "3"), ("de 1 à 2", "1 et 2"), ("point de l’ordre du jour", "Divers"), ("point de l’ordre du jour", "")
        )
        terminal.answer(("dossiers", ""), ("L’écrire", ""))
        assert terminal.ends() == 0, terminal.seen
    path = next(one for one in _records(here) if one.startswith("meetings/"))
    agenda = "agenda:\n  - title: Écrire aux préfets\n    topics:\n      - titre-de-sejour\n  - Questions\n  - Divers\n"
    assert agenda in _read(here, path)


def test_a_record_is_looked_over_in_the_editor(here: Path) -> None:
    """Before it is written, and as often as one likes; what was changed there is kept when one then says no."""
    script = here.parent / "editor.py"
    script.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[1])\np.write_text(p.read_text(encoding='utf-8') + '\\nUn mot.\\n', encoding='utf-8')\n",
        encoding="utf-8",
    )
    editor = f"{sys.executable} {script}"
    for answers in (("3", "3"), ("3", "1")):
        with _at(here, "new-topic", "--title", "Essai", EDITOR=editor) as terminal:
            if answers[1] == "1":
                terminal.answer(("La reprendre", "o"))
            else:
                terminal.answer(("suit", ""), ("partie", ""), ("Depuis", ""), ("s’agit-il", ""))
            terminal.answer(("L’écrire", answers[0]), ("L’écrire", answers[1]))
            assert terminal.ends() == 0, terminal.seen
            assert answers[1] == "1" or ".traite/begun/topics-essai.md" in terminal.seen
    assert _read(here, "topics/essai.md") == "---\ntitle: Essai\n---\n\nUn mot.\n\nUn mot.\n"
    assert not list(here.glob(".traite/begun/*"))


def test_trying_asks_and_writes_nothing(here: Path) -> None:
    """--dry-run shows the record when the questions are answered."""
    before = _records(here)
    with _at(here, "new-topic", "--title", "Essai", "--dry-run") as terminal:
        terminal.answer(("suit", ""), ("partie", ""), ("Depuis", ""), ("s’agit-il", ""))
        assert terminal.ends() == 0, terminal.seen
        assert "+title: Essai" in terminal.seen
    assert _records(here) == before


def test_an_issue_is_called_after_the_last_one(here: Path) -> None:
    """With its own month, once its date is known."""
    (here / "records/editions").mkdir()
    (here / "records/editions/2015-01-22.md").write_text("---\ntitle: Lettre de janvier 2015\ndate: 2015-01-22\n---\n", encoding="utf-8")
    with _at(here, "new-edition") as terminal:
        terminal.answer(("date de cette édition", "2 mars"))
        terminal.expect("Entrée seule vaut : Lettre de mars 2015")
        terminal.answer(
            ("", ""),
            ("quel lieu", ""),
            ("annonce", ""),
            ("Qui a fait", ""),
            ("joint", ""),
            ("mot d’ouverture", ""),
            ("dossiers", ""),
            ("L’écrire", ""),
        )
        assert terminal.ends() == 0, terminal.seen
    assert "title: Lettre de mars 2015\n" in _read(here, "editions/2015-03-02.md")
