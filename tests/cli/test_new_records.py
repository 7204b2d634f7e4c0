"""``new-meeting`` and its kin without a terminal: by options and from files. All is written, or nothing is."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from calls import Ended, Traite
from repositories import MakeRepository
from traite_cli.cli.main import main

FILES = {
    "organisations/collectif.md": "---\nname: Collectif\n---\n",
    "organisations/miprof.md": "---\nname: Mission interministérielle\nacronym: MIPROF\n---\n",
    "organisations/alc.md": "---\nname: ALC\n---\n",
    "people/alice-tallon.md": "---\nname: Alice Tallon\nmemberships: alc\n---\n",
    "people/sylvie-o-dy.md": "---\nname: Sylvie O’Dy\nmemberships:\n  - {organisation: alc, role: présidente}\n---\n",
    "people/marie-petit.md": "---\nname: Marie Petit\n---\n",
    "people/marc-petit.md": "---\nname: Marc Petit\n---\n",
    "topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\n---\n",
    "meetings/2015-01-20-miprof.md": "---\ntitle: Rencontre avec la MIPROF\ndate: 2015-01-20\n---\n\nLa MIPROF écrira aux préfets.\n",
}
TOML = 'name = "Collectif"\norganisation = "collectif"\n'


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a few people, and the current folder in it."""
    root = make_repository(FILES, TOML).root
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Traite:
    """Call the command line in this process, on 3 February 2015, with something on standard input."""

    def run(*arguments: str, stdin: str = "") -> Ended:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        code = main(["--lang", "en", "--as-of", "2015-02-03", *arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return run


def _read(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode()


def _records(root: Path) -> set[str]:
    return {path.relative_to(root / "records").as_posix() for path in root.glob("records/**/*") if path.is_file()}


_CALLS = {
    "meeting": (
        ["new-meeting", "--date", "lundi dernier", "--title", "Plénière du 2 février", "--time", "9h30-12h", "--with", "S. O'Dy ; la Miprof",
         "--with", "Alice Tallon (présidente)", "--represented", "Marc Petit to Sylvie O’Dy", "--topic", "titre de sejour", "--sort", "plénière",
         "--decision", "Écrire : demain.", "--body", "Séance ouverte."],
        "meetings/2015-02-02-pleniere.md",
        ("---\ntitle: Plénière du 2 février\ndate: 2015-02-02\ntime: 09:30/12:00\nclassification: plenary\nparticipants:\n  - sylvie-o-dy\n"
        "  - miprof\n  - person: alice-tallon\n    role: présidente\nrepresented:\n  - person: marc-petit\n    by: sylvie-o-dy\n"
        'decisions:\n  - "Écrire : demain."\ntopics:\n  - titre-de-sejour\n---\n\nSéance ouverte.\n'),
    ),
    "person": (
        ["new-person", "--name", "Élodie N’Diaye", "--organisation", "ALC", "--role", "trésorière", "--since", "2014-11", "--contact", "e@alc.org"],
        "people/elodie-n-diaye.md",
        ("---\nname: Élodie N’Diaye\nmemberships:\n  - organisation: alc\n    role: trésorière\n    start_date: 2014-11\n"
        "contact_details:\n  - type: email\n    value: e@alc.org\n---\n"),
    ),
    "organisation": (
        ["new-organisation", "--name", "Comité contre l’esclavage", "--acronym", "CCEM", "--sort", "association", "--status", "membre", "--website", "ccem.org"],
        "organisations/ccem.md",
        ("---\nname: Comité contre l’esclavage\nacronym: CCEM\nclassification: association\nwebsite: https://ccem.org\n"
        "collective_membership:\n  - member\n---\n"),
    ),
    "commitment": (
        ["new-commitment", "--made-at", "la rencontre du 20 janvier", "--title", "Écrire aux préfets", "--by", "miprof", "--quote", "écrira aux préfets", "--due", "fin février"],
        "commitments/2015-01-20-ecrire-aux-prefets.md",
        "---\ntitle: Écrire aux préfets\nby:\n  - miprof\nmade_at: 2015-01-20-miprof\ndue: 2015-02\nquote: écrira aux préfets\n---\n",
    ),
    "request": (
        ["new-request", "--to", "Miprof", "--date", "hier", "--title", "Questions", "--body", "1. Quel statut ?\n2. Quand ?"],
        "requests/2015-02-02-questions.md",
        "---\ntitle: Questions\ndate: 2015-02-02\nto:\n  - miprof\n---\n\n1. Quel statut ?\n2. Quand ?\n",
    ),
    "topic": (
        ["new-topic", "--title", "La régularisation", "--lead", "A. Tallon", "--part-of", "titre-de-sejour"],
        "topics/regularisation.md",
        "---\ntitle: La régularisation\nlead:\n  - alice-tallon\nparent: titre-de-sejour\n---\n",
    ),
    "update": (
        ["new-update", "--date", "2015-01-22", "--title", "Note", "--topic", "titre-de-sejour", "--meeting", "20 janvier 2015", "--body", "Texte."],
        "updates/2015-01-22-note.md",
        "---\ntitle: Note\ndate: 2015-01-22\ntopics:\n  - titre-de-sejour\nmeetings:\n  - 2015-01-20-miprof\n---\n\nTexte.\n",
    ),
    "document": (
        ["new-document", "--title", "Rapport", "--date", "2014", "--author", "miprof", "--url", "www.cncdh.fr/x"],
        "documents/2014-rapport.md",
        "---\ntitle: Rapport\ndate: 2014\nauthors:\n  - miprof\nurl: https://www.cncdh.fr/x\n---\n",
    ),
    "edition": (
        ["new-edition", "--date", "22/01/2015", "--title", "Document", "--place", "Paris", "--part", "commitments"],
        "editions/2015-01-22.md",
        "---\ntitle: Document\ndate: 2015-01-22\nplace: Paris\nparts:\n  - commitments\n---\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", _CALLS)
def test_a_record_of_each_kind_is_made_of_options(here: Path, traite: Traite, name: str) -> None:
    """Names by any spelling, dates as they are said; the path is data; undo takes the record away."""
    arguments, path, text = _CALLS[name]
    before = _records(here)
    tried = traite(*arguments, "--dry-run")
    assert tried.code == 0, tried.err
    assert _records(here) == before
    ended = traite("--lang", "fr", *arguments)
    assert (ended.code, ended.out) == (0, f"records/{path}\n"), ended.err
    assert _read(here, f"records/{path}") == text
    assert traite("undo").code == 0
    assert _records(here) == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["new-meeting"], 2, "this is missing: --date, --title"),
        (["new-commitment", "--title", "x"], 2, "this is missing: --made-on / --made-at, --by / --each-member"),
        (["new-meeting", "--date", "bientôt", "--title", "x"], 2, "error: --date: “bientôt”"),
        (
            ["new-meeting", "--date", "2015-02-03", "--title", "x", "--with", "Jean Inconnu"],
            1,
            "error: --with: no record is called Jean Inconnu",
        ),
        (["new-meeting", "--date", "2015-02-03", "--title", "x", "--with", "Petit"], 1, "several records are called Petit"),
        (["new-meeting", "--date", "2015-02-03", "--title", "x", "--sort", "pleniere assemblée"], 2, "error: --sort: “pleniere assemblée”"),
        (["new-person", "--name", "x", "--role", "présidente"], 2, "error: --role: "),
        (["new-topic", "--title", "\udce9"], 2, "error: --title: what is given is not UTF-8"),
        (["new-topic", "--title", "x", "--slug", "Été"], 2, "cannot be the name of a record"),
        (["new-topic", "--title", "x", "--slug", "titre-de-sejour"], 1, "there is a record topics/titre-de-sejour already"),
        (["new-person", "--name", "x", "--slug", "miprof"], 1, "already"),
        (["new-topic", "--title", "x", "--body-from", "nowhere.md"], 2, "nowhere.md cannot be read"),
        (["new-topic", "--from", "nowhere.yaml"], 2, "nowhere.yaml cannot be read"),
        (["new-topic", "--from", "-"], 1, "TR211"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(here: Path, traite: Traite, arguments: list[str], code: int, said: str) -> None:
    """A missing answer, a name that nobody or several have, a wrong date: each with its option, and never a hang."""
    before = _records(here)
    ended = traite("--lang", "en", *arguments)
    assert (ended.code, ended.out) == (code, ""), ended.err
    assert said in ended.err
    assert _records(here) == before


def test_an_error_in_the_record_keeps_it_from_being_written(here: Path, traite: Traite) -> None:
    """A quote that nobody said: told as validate tells it, with the line."""
    ended = traite("new-commitment", "--made-at", "2015-01-20-miprof", "--title", "x", "--by", "miprof", "--quote", "Rien de tel.")
    assert ended.code == 1
    assert "records/commitments/2015-01-20-x.md:6:8: TR" in ended.err
    assert not (here / "records/commitments").exists()


def test_what_a_secretary_would_notice_is_told_and_written(here: Path, traite: Traite) -> None:
    """A warning keeps nothing from being written."""
    ended = traite("new-person", "--name", "Tallon Alice")
    assert ended.code == 0
    assert "warning" in ended.err
    assert (here / "records/people/tallon-alice.md").exists()


def test_a_list_of_records_comes_from_standard_input(here: Path, traite: Traite) -> None:
    """JSON, several kinds at once, referring to one another; accents and signs beyond the first plane as programs write them."""
    records = [
        {"kind": "people", "slug": "jean", "name": "Jean \N{GRINNING FACE}"},
        {
            "title": "Réunion",
            "date": "2015-02-02",
            "participants": ["jean", {"organisation": "alc"}],
            "body": "Un.\n\nDeux.",
            "x": {"n": "1"},
        },
    ]
    ended = traite("new-meeting", "--from", "-", stdin=json.dumps(records))
    assert (ended.code, ended.out) == (0, "records/people/jean.md\nrecords/meetings/2015-02-02-reunion.md\n"), ended.err
    assert _read(here, "records/people/jean.md") == "---\nname: Jean \N{GRINNING FACE}\n---\n"
    assert _read(here, "records/meetings/2015-02-02-reunion.md") == (
        '---\ntitle: Réunion\ndate: 2015-02-02\nparticipants:\n  - jean\n  - organisation: alc\nx:\n  n: "1"\n---\n\nUn.\n\nDeux.\n'
    )


def test_one_wrong_record_keeps_the_others_from_being_written(here: Path, traite: Traite) -> None:
    """What is wrong is told with line and column of what was given."""
    before = _records(here)
    (here / "lot.yaml").write_text("- title: A\n- title: B\n  opned: 2014\n  lead: [Été]\n", encoding="utf-8")
    ended = traite("new-topic", "--from", "lot.yaml")
    assert ended.code == 1
    assert "lot.yaml:3:3: TR" in ended.err
    assert "lot.yaml:4:10: TR" in ended.err
    assert _records(here) == before


def test_a_text_with_front_matter_is_one_record(here: Path, traite: Traite) -> None:
    """A draft in a file: its body is the body."""
    (here / "brouillon.md").write_text("---\ntitle: Dossier\n---\n\nDe quoi.\n", encoding="utf-8")
    assert traite("new-topic", "--from", "brouillon.md").code == 0
    assert _read(here, "records/topics/dossier.md") == "---\ntitle: Dossier\n---\n\nDe quoi.\n"


def test_two_of_one_name_stand_beside_one_another(here: Path, traite: Traite) -> None:
    """No file is ever written over."""
    for path in ("records/topics/essai.md", "records/topics/essai-2.md"):
        assert traite("new-topic", "--title", "Essai").out == f"{path}\n"


def test_the_body_may_be_in_a_file(here: Path, traite: Traite) -> None:
    """Its line ends become those of the record."""
    (here / "notes.txt").write_bytes(b"Un\r\n\r\nDeux\r\n")
    assert traite("new-topic", "--title", "Essai", "--body-from", "notes.txt").code == 0
    assert _read(here, "records/topics/essai.md") == "---\ntitle: Essai\n---\n\nUn\n\nDeux\n"


def test_words_are_completed(here: Path) -> None:
    """Slugs of the kinds that an option names, and the words of its list."""
    from traite_cli.cli.completion import answer
    from traite_cli.cli.group import Group
    from traite_cli.cli.main import COMMANDS
    from traite_cli.language import translator

    def completed(monkeypatch: pytest.MonkeyPatch, line: str, word: str) -> str:
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", word)
        return answer("complete_fish", Group(COMMANDS, translator("fr")), translator("fr"))

    with pytest.MonkeyPatch.context() as patch:
        assert "titre-de-sejour" in completed(patch, "traite new-meeting --topic titre", "titre")
        assert "plénière" in completed(patch, "traite new-meeting --sort pl", "pl") or "plenary" in completed(
            patch, "traite new-meeting --sort pl", "pl"
        )
