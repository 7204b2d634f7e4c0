"""What was narrower at either moment stays narrow in the difference, and what is opened is told first."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from planting import CIRCLES, Garden, marks_in, narrower

from repositories import NAME, MakeRepository
from traite_cli.language import LANGUAGES, translator
from traite_cli.repository import Repository
from traite_cli.saying.values import Saying
from traite_cli.together.differences import Difference, difference
from traite_cli.together.markdown import markdown
from traite_cli.together.plain import plain
from traite_cli.together.report import report
from traite_cli.together.sentences import Teller

DAY = date(2015, 3, 1)
Differ = Callable[..., Difference]
Tell = Callable[..., list[str]]
READERS = [circle for circle in CIRCLES if narrower(circle)]


@cache
def files() -> dict[str, str]:
    return Garden().files


def opened(text: str) -> str:
    """A record as everybody may read it: its audience, its fences, the audiences of contact details."""
    for circle in ("members", "contributors"):
        text = (
            text.replace(f"audience: {circle}", "audience: public")
            .replace(f"::: {circle}\n", "")
            .replace(f'audience: "{circle}"', "audience: public")
        )
    return text.replace("\n:::\n", "\n")


def changed(text: str) -> str:
    """A record of which every line of the body says something else besides."""
    head, _, body = text.partition("\n---\n")
    return f"{head}\n---\n" + "\n".join(f"{line} et autre chose" if line[:1].isalpha() else line for line in body.split("\n"))


def everything_said(before: Repository, after: Repository, circle: str) -> str:
    """A difference in all its forms."""
    found = difference(before, after, circle)
    said = [markdown(report(found, DAY, translator(language)), translator(language)) for language in LANGUAGES]
    said += [repr(report(found, DAY, translator(language))) for language in LANGUAGES]
    return "\n".join(
        [
            *said,
            json.dumps(plain(found, Teller(Saying(found.before, translator("fr")), Saying(found.after, translator("fr")))), default=str),
        ]
    )


MOMENTS = {
    "all is new": (lambda text: None, lambda text: text),
    "all is gone": (lambda text: text, lambda text: None),
    "all is rewritten": (lambda text: text, changed),
    "all is opened": (lambda text: text, opened),
    "all is closed": (opened, lambda text: text),
    "all is opened and rewritten": (lambda text: text, lambda text: changed(opened(text))),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("moments", MOMENTS)
def test_no_mark_of_a_narrower_circle_is_told(make_repository: MakeRepository, moments: str, reader: str) -> None:
    """A mark in every field of every kind and in every passage, and none found by a wider circle, whatever happened."""
    sides = ({path: made for path, text in files().items() if (made := side(text)) is not None} for side in MOMENTS[moments])
    before, after = (make_repository(one).repository for one in sides)
    assert not set(marks_in(everything_said(before, after, CIRCLES[reader]), "".join(narrower(reader))))


def test_the_marks_of_the_circle_itself_are_told(make_repository: MakeRepository) -> None:
    """So that the test above can fail."""
    said = everything_said(make_repository({}).repository, make_repository(files()).repository, "contributors")
    assert all(set(marks_in(said, circle)) for circle in CIRCLES)


MEETING = "---\ntitle: Réunion\ndate: 2014-11-18\n{}---\n\n{}\n"
SECRET = "Le nom de la personne hébergée ne doit pas sortir."


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            ("audience: members\n", "Bon."),
            ("audience: public\n", "Bon."),
            "Réunion (meetings/m) : pour « public », et non plus « membres »",
        ),
        (
            ("", f"::: contributors\n{SECRET}\n:::"),
            ("", SECRET),
            f"Réunion (meetings/m) : ce qui était pour « contributeurs » est pour « membres » : « {SECRET} »",
        ),
        (
            ("", f"::: contributors\n{SECRET}\n:::"),
            ("", f"On a dit : {SECRET.lower()}"),
            f"Réunion (meetings/m) : ce qui était pour « contributeurs » est pour « membres » : « On a dit : {SECRET.lower()} »",
        ),
    ],
)
def test_what_more_people_may_read_comes_first(tell: Tell, before: tuple[str, str], after: tuple[str, str], said: str) -> None:
    """A record, a passage whose fence is gone, and one whose words stand in a sentence now."""
    assert tell({"meetings/m.md": MEETING.format(*before)}, {"meetings/m.md": MEETING.format(*after)})[0] == f"! {said}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("audience: contributors\n", "Bon."), ("audience: public\n", "Bon.")),
        (("audience: public\n", f"::: contributors\n{SECRET}\n:::"), ("audience: public\n", SECRET)),
    ],
)
def test_whoever_may_not_read_what_is_opened_learns_that_something_is(
    tell: Tell, differ: Differ, before: tuple[str, str], after: tuple[str, str]
) -> None:
    """The page of a request is for the members: what leaves the contributors for the public is told there first too, without its words."""
    sides = {"meetings/m.md": MEETING.format(*before)}, {"meetings/m.md": MEETING.format(*after)}
    told = tell(*sides, "members")
    assert told[0].startswith("! une chose dont la diffusion était plus restreinte, et n’est pas montrée ici")
    assert not any("hébergée" in line or "Réunion" in line for line in told if line.startswith("!"))
    found = differ(*sides, "members")
    assert plain(found, Teller(Saying(found.before, translator("fr")), Saying(found.after, translator("fr"))))["opened_withheld"] == 1
    assert differ(*sides).widened_unseen == 0


def test_words_that_went_into_another_record_are_told_and_withheld(tell: Tell) -> None:
    """They are for few where they stood, whatever the record says that they stand in now."""
    before = {"meetings/m.md": MEETING.format("audience: public\n", f"::: contributors\n{SECRET}\n:::")}
    after = {"meetings/m.md": MEETING.format("audience: public\n", "Bon."), "topics/t.md": f"---\ntitle: Le séjour\n---\n\n{SECRET}\n"}
    assert tell(before, after)[0].startswith("! Le séjour (topics/t) : ce qui était pour « contributeurs »")
    assert not any("hébergée" in line for line in tell(before, after, "public"))


def test_contact_details_and_the_default_are_looked_at_too(tell: Tell) -> None:
    """A telephone number needs no fence, and one line of traite.toml opens every record."""
    person = "---\nname: Alice\ncontact_details:\n  - {{type: phone, value: '0601020304'{}}}\n---\n"
    told = tell({"people/a.md": person.format("")}, {"people/a.md": person.format(", audience: public")})
    assert told[0] == "! Alice (people/a) : 0601020304 est pour « public », et non plus « contributeurs »"
    told = tell({}, {}, toml=(NAME, f'{NAME}audience = "public"\n'))
    assert told == ["! traite.toml : les fiches qui n’indiquent pas leur diffusion sont pour « public », et non plus « membres »"]


def test_what_gets_narrower_is_no_alarm(tell: Tell) -> None:
    """To close what was open harms nobody."""
    before, after = MEETING.format("audience: public\n", "Bon."), MEETING.format("audience: members\n", "Bon.")
    assert not [line for line in tell({"meetings/m.md": before}, {"meetings/m.md": after}) if line.startswith("!")]


def test_a_passage_that_is_closed_is_told_to_those_who_may_read_it_still(tell: Tell) -> None:
    """The words are the same; whoever makes a document for the public has to know that they are in it no more."""
    before, after = ({"meetings/m.md": MEETING.format("audience: public\n", text)} for text in (SECRET, f"::: members\n{SECRET}\n:::"))
    for circle in ("members", "contributors"):
        assert tell(before, after, circle) == ["Réunion", f"  texte, réservé désormais à « membres » : « {SECRET} »"]
    assert tell(before, after, "public") == ["Une autre fiche a changé, dont la diffusion est ou était plus restreinte."]
    assert tell(after, before)[1:] == []


def test_a_circle_learns_how_many_changes_it_is_not_told(differ: Differ) -> None:
    """Two records changed, one of them not for the public."""
    files_of = {"meetings/m.md": MEETING.format("", "{}"), "topics/t.md": "---\ntitle: {}\n---\n"}
    words = {"meetings/m.md": ("Un", "Deux"), "topics/t.md": ("Le séjour", "L’accueil")}
    before, after = ({path: text.format(words[path][side]) for path, text in files_of.items()} for side in (0, 1))
    found = differ(before, after, "public")
    assert ([one.record.ref for one in found.changes], found.withheld) == (["topics/t"], 1)


def test_what_records_say_calls_nobody_and_brings_nothing_in(differ: Differ) -> None:
    """On the page of a request a stranger's text is text."""
    text = "@tous #12 https://evil.example ![x](http://a.b/c.png) <img src=x> **gras** `code` [lien](javascript:x)"
    said = markdown(
        report(
            differ({}, {"topics/t.md": f"---\ntitle: 'x'\n---\n\n{text}\n", "people/a.md": f"---\nname: '{text}'\n---\n"}),
            date(2015, 3, 1),
            translator("fr"),
        ),
        translator("fr"),
    )
    assert "<img" not in said
    assert "@tous" not in said
    assert "#12" not in said
    assert "https://" not in said
    assert r"!\[" not in said.replace(r"\!\[", "")


NOTE = "---\ntitle: {}\ndate: 2015-03-16\ntopics: t\naudience: {}\nsource: Document de travail du 15 mars 2015, section {}\n---\n\n{}\n"


def _note(audience: str, section: int, text: str = "Bon.") -> dict[str, str]:
    return {f"updates/{audience}-{section}.md": NOTE.format(f"Note {section}", audience, section, text)}


RESERVED = _note("contributors", 2, "Autre chose.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, RESERVED | _note("members", 1)),
        (RESERVED, RESERVED | _note("members", 1)),
        (RESERVED, _note("members", 1)),
        (RESERVED | _note("members", 1), RESERVED | _note("members", 1, "Mieux.")),
        (_note("members", 1), RESERVED | _note("members", 1, "Mieux.")),
        (RESERVED | _note("members", 1), {}),
    ],
    ids=["both new", "withheld before", "withheld before and gone", "both before", "open before", "both gone"],
)
def test_words_that_something_withheld_says_too_keep_no_record_away(tell: Tell, before: dict[str, str], after: dict[str, str]) -> None:
    """What is open to a circle now, or was and is withheld nowhere now, is no secret for standing in a narrower record as well."""
    told = "\n".join(tell(before, after, "members"))
    assert "Note 1" in told
    assert "Note 2" not in told


def test_what_was_open_and_is_withheld_now_is_not_told(tell: Tell) -> None:
    """Of two passages that are rewritten, the one that went into a narrower record keeps quiet, the other does not."""
    two = MEETING.format("", f"{SECRET}\n\n## Suite\n\nOn mange des pommes.")
    one = MEETING.format("", "Rien à signaler ici.\n\n## Suite\n\nOn mange des poires.")
    kept = _note("contributors", 2, SECRET)
    told = "\n".join(tell({"meetings/m.md": two}, {"meetings/m.md": one} | kept, "members"))
    assert "poires" in told
    assert "hébergée" not in told


def test_what_was_withheld_and_is_let_out_is_not_told(tell: Tell) -> None:
    """It is open now, and may have been opened by a slip: the page of a request must not spread it."""
    before = RESERVED | _note("contributors", 3, SECRET)
    told = "\n".join(tell(before, before | _note("members", 1, f"On a dit : {SECRET}") | _note("members", 4), "members"))
    assert "Note 4" in told
    assert "hébergée" not in told


def test_a_reserved_promise_with_words_of_a_meeting_does_not_keep_the_meeting_away(tell: Tell) -> None:
    """Who may read the minutes may read that they are there, and the other promise that was made."""
    promise = "---\ntitle: {}\nby: a\nmade_at: m\naudience: {}\nquote: {}\n---\n"
    files = {
        "meetings/m.md": MEETING.format("audience: members\n", "Le ministre fera une lettre aux préfets. Il donnera une réponse en mars."),
        "organisations/a.md": "---\nname: Alpha\n---\n",
        "commitments/un.md": promise.format("Première promesse", "members", "Il donnera une réponse en mars"),
        "commitments/deux.md": promise.format("Seconde promesse", "contributors", "Le ministre fera une lettre aux préfets"),
    }
    told = "\n".join(tell({}, files, "members"))
    assert "Réunion" in told
    assert "Première promesse" in told
    assert "Seconde promesse" not in told
