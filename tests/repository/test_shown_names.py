"""Who is named only by what a circle may not see is not seen by it either; who is named by nothing, or says so, is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository, commit
from traite_cli.repository import for_audience, only_named

FILES = {
    "organisations/nous.md": "---\nname: Nous\n---\n",
    "organisations/fondation.md": "---\nname: Fondation\ncollective_membership: {status: candidate, date: 2014-11-01, note: appuyée en secret}\n---\n",
    "organisations/ministere.md": "---\nname: Ministère\n---\n",
    "people/alba.md": "---\nname: Alba\nmemberships: {organisation: ministere}\n---\n\nElle.\n\n"
    "::: members\n\nVoir [Zoé](zoe.md) et [Dite](dite.md).\n\n:::\n",
    "people/zoe.md": "---\nname: Zoé\nsource: participants à la rencontre du 17 décembre\n---\n",
    "people/seul.md": "---\nname: Seul\n---\n",
    "people/dite.md": "---\nname: Dite\naudience: public\n---\n",
    "topics/rumeur.md": "---\ntitle: Rumeur\n---\n",
    "commitments/promesse.md": "---\ntitle: Écrire\nby: ministere\nmade_on: 2014-11-01\naudience: public\n---\n",
    "meetings/ouverte.md": "---\ntitle: Ouverte\ndate: 2014-11-01\naudience: public\nparticipants: alba\n---\n",
    "meetings/fermee.md": "---\ntitle: Fermée\ndate: 2014-12-17\naudience: members\nparticipants: [zoe, dite]\n---\n\n"
    "La [fondation](../organisations/fondation.md) et la [rumeur](../topics/rumeur.md).\n",
}
SEEN = {"alba", "dite", "ministere", "nous", "ouverte", "promesse", "seul"}


@pytest.fixture
def traite(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    monkeypatch.chdir(make_repository(FILES, 'name = "Collectif"\norganisation = "nous"\n').root)
    return caller(capfdbinary)


def seen(traite: Traite, *audience: str) -> set[str]:
    """The records of an export, by their slugs."""
    found = json.loads(traite("export", "json", "-o", "-", *audience).out)
    return {slug for records in found["records"].values() for slug in records}


def test_a_name_leaves_the_house_with_what_names_it(traite: Traite) -> None:
    """A person is seen for a meeting, and so is the organisation of the person; who was at a closed meeting is not."""
    assert seen(traite) == SEEN
    assert seen(traite, "--audience", "members") == {path.split("/")[1].removesuffix(".md") for path in FILES}


@pytest.mark.parametrize("form", ["json", "csv", "sqlite", "popolo", "vcard", "ics"])
def test_no_export_tells_what_is_withheld(traite: Traite, form: str) -> None:
    """Nor a word of what such a record says."""
    assert traite("export", form, "-o", f"out/{form}" if form == "csv" else f"out/{form}.{form}").code == 0
    told = b"".join(file.read_bytes() for file in Path("out").rglob("*") if file.is_file())
    assert told
    assert not any(word.encode() in told for word in ("Zoé", "secret", "17 décembre", "Rumeur", "Fondation"))


@pytest.mark.parametrize("words", [("list", "people"), ("search", "Zoé"), ("show", "zoe"), ("query", "SELECT * FROM people")])
def test_what_is_asked_for_a_circle_is_no_wider(traite: Traite, words: tuple[str, ...]) -> None:
    """On the screen as in a file."""
    assert "zoe" in traite(*words).out
    assert "zoe" not in traite(*words, "--audience", "public").out


def test_that_there_is_nothing_is_said_of_what_the_circle_may_see(traite: Traite) -> None:
    """Of what is withheld nobody is told that it is not there."""
    told = traite("list", "topics", "--audience", "public")
    assert "none that this circle may see" in told.out + told.err
    assert "rumeur" in traite("list", "topics").out


def test_of_a_later_day_no_name_is_told_either(traite: Traite) -> None:
    """A promise that the circle may know is told to be of a later day; of whom it may not know nothing is said."""
    asked = ("--as-of", "2014-10-01", "--audience", "public")
    assert "commitments/promesse" in traite("show", "promesse", *asked).err
    told = traite("show", "zoe", *asked)
    assert (told.code, told.out) == (1, "")
    assert "people/zoe" not in told.err


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_a_passage_names_is_told_to_those_who_read_the_passage(traite: Traite, form: str) -> None:
    """To others the record that holds it names nobody there."""
    assert "alba" in traite("show", "dite", "--format", form, "--audience", "members").out
    assert "alba" not in traite("show", "dite", "--format", form, "--audience", "public").out


def test_what_minutes_will_name_is_not_told_before(traite: Traite) -> None:
    """The text of a meeting that is to come is not there yet, and names nobody."""
    assert "meetings/fermee" in traite("show", "fondation", "--format", "json").out
    assert "meetings/fermee" not in traite("show", "fondation", "--format", "json", "--as-of", "2014-12-01").out


def test_what_is_more_than_a_name_stands_by_itself(make_repository: MakeRepository) -> None:
    """A document has an audience of its own, whoever names it; somebody has that of what names them."""
    files = {
        "documents/note.md": "---\ntitle: Note\n---\n",
        "people/zoe.md": "---\nname: Zoé\n---\n",
        "meetings/fermee.md": "---\ntitle: Fermée\ndate: 2014-12-17\naudience: contributors\ndocuments: note\nparticipants: zoe\n---\n",
    }
    whole = make_repository(files).repository
    assert [record.slug for record in only_named(for_audience(whole, "members").repository, whole).all()] == ["note"]


def test_those_who_name_each_other_alone_are_seen(make_repository: MakeRepository) -> None:
    """A topic and who has it in hand are no secret: nothing that is withheld names them."""
    files = {
        "people/alba.md": "---\nname: Alba\ntopics: asile\n---\n",
        "topics/asile.md": "---\ntitle: Asile\nlead: alba\n---\n",
        "people/zoe.md": "---\nname: Zoé\ntopics: rumeur\n---\n",
        "topics/rumeur.md": "---\ntitle: Rumeur\nlead: zoe\n---\n",
        "meetings/fermee.md": "---\ntitle: Fermée\ndate: 2014-12-17\nparticipants: zoe\n---\n",
    }
    whole = make_repository(files).repository
    assert [record.slug for record in only_named(for_audience(whole, "public").repository, whole).all()] == ["alba", "asile"]


@pytest.mark.parametrize(
    "asked", [("diff", "HEAD~1"), ("log", "--since", "HEAD~1"), ("history", "people/zoe")], ids=["diff", "log", "history"]
)
def test_what_became_of_a_name_is_told_with_what_names_it(traite: Traite, asked: tuple[str, ...]) -> None:
    """That somebody came who is named by a closed meeting alone is for those who may read of it."""
    zoe, root = Path("records/people/zoe.md"), Path.cwd()
    text = zoe.read_text(encoding="utf-8")
    zoe.unlink()
    commit(root)
    zoe.write_text(text, encoding="utf-8")
    commit(root)
    assert "Zoé" in traite(*asked, "--audience", "members").out
    told = traite(*asked, "--audience", "public")
    assert "Zoé" not in told.out + told.err


def test_a_history_takes_out_no_name_that_stood_nowhere(traite: Traite) -> None:
    """What is withheld is as unknown to a history as to ``show``, by its name or its path; who is seen is told by what names them."""
    commit(Path.cwd())
    for name in ("fermee", "meetings/fermee", "records/meetings/fermee.md", "rumeur", "rumeu", "people/zoe", "meetings/nowhere"):
        told = traite("history", name, "--audience", "public")
        assert (told.code, told.out, "perhaps" in told.err) == (1, "", False)
        assert not any(word in told.err for word in ("Fermée", "Rumeur", "Zoé"))
    told = traite("history", "alba", "--audience", "public").out
    assert ("Ministère" in told, "Zoé" in told, "Dite" in told) == (True, False, False)
    assert "Zoé" not in traite("history", "alba", "--audience", "public", "--format", "json").out
    assert "people/zoe" in traite("history", "zoé", "--audience", "members", "--format", "json").out


@pytest.mark.parametrize(
    ("kind", "where", "named"),
    [
        ("topics", "updates", "title: Secrète\ntopics: autre"),
        ("people", "meetings", "name: Secrète\nparticipants: autre"),
        ("organisations", "meetings", "name: Secrète\nparticipants: autre"),
    ],
)
def test_whom_a_history_names_is_known_from_all_records(
    make_repository: MakeRepository, traite: Traite, kind: str, where: str, named: str
) -> None:
    """Whoever stood in a public record, and whom only a withheld one names now, is named no more; nobody is taken out."""
    head, field = named.split("\n")
    open_one = f"---\ntitle: Ouverte\ndate: 2014-11-01\naudience: public\n{field}\n---\n"
    files = {f"{kind}/autre.md": f"---\n{head}\n---\n", f"{where}/ouverte.md": open_one}
    root = make_repository({**files, f"{where}/fermee.md": open_one.replace("Ouverte", "Fermée").replace("public", "members")}).root
    commit(root)
    asked = ("-C", str(root), "history", "ouverte", "--audience", "public")
    assert "Secrète" in traite(*asked).out
    (root / f"records/{where}/ouverte.md").write_text(open_one.replace(f"{field}\n", ""), encoding="utf-8")
    commit(root)
    for form in ("text", "json"):
        told = traite(*asked, "--format", form)
        assert (told.code, "Ouverte" in told.out, "Secrète" in told.out, "autre" in told.out) == (0, True, False, False)


def test_those_who_name_each_other_aside_have_a_history_each(make_repository: MakeRepository, traite: Traite) -> None:
    """Whoever is seen is told of, also where one that is named names them only to a narrower circle."""
    root = make_repository(
        {
            "people/alba.md": "---\nname: Alba\nmemberships: {organisation: foyer}\n---\n",
            "organisations/foyer.md": "---\nname: Foyer\n---\n\n::: members\n\nVoir [elle](../people/alba.md).\n\n:::\n",
            "meetings/ouverte.md": "---\ntitle: Ouverte\ndate: 2014-11-01\naudience: public\nparticipants: alba\n---\n",
        }
    ).root
    commit(root)
    told = traite("-C", str(root), "history", "alba", "--audience", "public").out
    assert "New person: Alba" in told
    assert "Foyer" in told


@pytest.mark.parametrize("asked", [("minutes", "ferme"), ("minutes", "rumeur"), ("render", "dinerr"), ("render", "--as-of", "2014-01-01")])
def test_only_what_the_circle_sees_is_near_a_name(make_repository: MakeRepository, traite: Traite, asked: tuple[str, ...]) -> None:
    """Of what is withheld no name is suggested where a document is asked for either."""
    edition = "---\ntitle: Le dîner\ndate: 2015-01-22\naudience: members\n---\n"
    root = make_repository({**FILES, "editions/diner.md": edition}).root
    told = traite("-C", str(root), *asked, "--audience", "public")
    assert (told.code, told.out) == (1, "")
    assert not any(word in told.err for word in ("meetings/fermee", "Rumeur", "editions/diner", "traite render diner"))
    known = traite("-C", str(root), *asked, "--audience", "members").err
    assert any(word in known for word in ("meetings/fermee", "Rumeur", "editions/diner", "traite render diner"))
