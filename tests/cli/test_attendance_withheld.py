"""What is said of somebody as sent by an organisation, or as represented by somebody, that a circle may not know of stays in the house."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from repositories import MakeRepository
from traite_cli.cli.main import main
from traite_cli.kinds import Meeting
from traite_cli.repository import for_audience
from traite_cli.workspace import Workspace

MEETING = """\
    ---
    title: Rencontre
    date: 2014-10-22
    audience: public
    participants:
      - {person: x, organisation: cachee, role: SECRET-fonction, note: SECRET-note du bureau}
      - {organisation: cachee, note: SECRET-seule}
      - {person: y, role: SECRET-directrice, note: SECRET-implicite}
      - {person: z, organisation: vue, role: trésorier, note: pour le secrétariat}
    represented:
      - {person: x, organisation: cachee, note: SECRET-pouvoir, by: z}
      - {person: y, organisation: vue, note: SECRET-donné à elle, by: secrete}
      - {person: x, organisation: cachee, by: secrete}
    ---

    Le texte.
    """
FILES = {
    "organisations/cachee.md": "---\nname: SECRET-organisation\naudience: contributors\n---\n",
    "organisations/vue.md": "---\nname: Vue\n---\n",
    "people/x.md": "---\nname: Xavier Un\n---\n",
    "people/y.md": "---\nname: Yves Deux\nmemberships: [{organisation: cachee}]\n---\n",
    "people/z.md": "---\nname: Zoé Trois\n---\n",
    "people/secrete.md": "---\nname: SECRET-porteuse\naudience: contributors\n---\n",
    "meetings/m.md": MEETING,
    "editions/e.md": "---\ntitle: Document\ndate: 2014-11-01\naudience: public\nmeetings: m\n---\n",
}
READ = (
    ("show", "meetings/m"),
    ("show", "meetings/m", "--format", "json"),
    ("show", "x"),
    ("list", "meetings", "--format", "json"),
    ("list", "meetings", "--columns", "title,participants,represented"),
    ("search", "secret*"),
    ("search", "secret*", "--format", "json"),
    ("query", "SELECT * FROM attendance"),
    ("query", "SELECT * FROM attendance", "--as-of", "2014-12-01"),
)
WRITTEN = (
    *(("export", form) for form in ("csv", "json", "ics", "popolo", "vcard", "sqlite")),
    ("render", "e", "--to", "md,html"),
    ("minutes", "m", "--to", "md,html"),
)
SECRET = b"SECRET-"


@pytest.fixture
def root(make_repository: MakeRepository) -> Path:
    """A meeting at which somebody sat for an organisation that only contributors know of."""
    return make_repository(FILES).root


@pytest.mark.parametrize("words", READ, ids=" ".join)
def test_what_is_read_of_somebody_without_their_organisation(
    root: Path, capfdbinary: pytest.CaptureFixture[bytes], words: tuple[str, ...]
) -> None:
    """The name stays; function and note go with the organisation, whether the entry names it or a membership does."""
    told = {}
    for circle in ("members", "contributors"):
        main(["-C", str(root), *words, "--audience", circle])
        told[circle] = capfdbinary.readouterr().out
    assert SECRET not in told["members"]
    assert SECRET in told["contributors"] or words == ("show", "x")


@pytest.mark.parametrize("words", WRITTEN, ids=" ".join)
def test_what_leaves_the_house_of_somebody_without_their_organisation(root: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    """No file that is made for a circle has a word of it, and the others stay as they are."""
    folder = tmp_path / "out"
    assert main(["-C", str(root), *words, "--audience", "members", "--output", f"{folder}/"]) == 0
    made = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert made
    assert not [name for name, data in made.items() if SECRET in data]


def test_nothing_says_that_an_organisation_is_withheld(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever sat for one that is hidden reads as somebody who sat for none."""
    main(["-C", str(root), "show", "meetings/m", "--format", "json", "--audience", "members"])
    assert json.loads(capfd.readouterr().out)["record"]["participants"][:2] == [{"person": "x"}, {"person": "y"}]


def test_what_is_said_of_the_others_stays(root: Path) -> None:
    """Where the organisation may be known, function and note stand; a proxy is told without what was said of it."""
    meeting = for_audience(Workspace(root).repository, "members").repository.of(Meeting)["m"]
    said = {entry.person.slug: (entry.role, entry.note) for entry in meeting.participants if entry.person}
    assert said == {"x": (None, None), "y": (None, None), "z": ("trésorier", "pour le secrétariat")}
    assert [(str(entry.by), entry.note) for entry in meeting.represented] == [("people/z", None), ("None", None), ("None", None)]
