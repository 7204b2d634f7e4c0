"""An audience that is widened is told, and believed: every true one, and no stock phrase, name, title or date."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repositories import NAME
from traite_cli.files.memory import Memory
from traite_cli.repository import load, read_configuration
from traite_cli.together.differences import difference
from traite_cli.together.widening import Widening

PUBLIC_BOOK = "---\ntitle: Le guide\naudience: public\ndate: 2015-02-01\ntopics: [sejour]\n---\n\n"
PEOPLE = {
    "people/tallon.md": "---\nname: Alice Tallon\ncontact_details:\n  - {type: phone, value: 06 12 34 56 78}\n---\n",
    "organisations/interieur.md": "---\nname: Ministère de l’Intérieur\n---\n",
    "topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n",
    "topics/livre.md": "---\ntitle: Guide de la protection des mineurs isolés\n---\n",
}


def told(tell, narrow: str, public: str, **more: str) -> list[str]:
    """What is told first when a public update is written beside a meeting with a text for the contributors."""
    meeting = f"---\ntitle: Réunion\ndate: 2014-11-18\n---\n\n::: contributors\n{narrow}\n:::\n"
    before = {**PEOPLE, "meetings/m.md": meeting, **more}
    after = {**before, "updates/u.md": f"{PUBLIC_BOOK}{public}\n"}
    return [line for line in tell(before, after) if line.startswith("!")]


RARE_LINES = [
    "la dernière fois",
    "le voyage",
    "le juge a promis la relaxe du prévenu",
    "un livre",
    "la salle",
    "le repas",
    "la presse",
    "l’avenir",
]
TRUE = {
    "a sentence as it was": ("Le nom de la personne hébergée ne doit pas sortir.", "Le nom de la personne hébergée ne doit pas sortir."),
    "in other letters, in a longer one": (
        "Le nom de la personne hébergée ne doit pas sortir.",
        "On a dit, hier, que LE NOM de la personne **hébergée** ne doit pas sortir de la salle.",
    ),
    "with one word changed": (
        "Le nom de la personne hébergée ne doit jamais sortir du foyer.",
        "Le nom de la personne accueillie ne doit jamais sortir du foyer.",
    ),
    "a part of a long one": (
        "Elle a quitté son mari en mars, loge désormais chez sa sœur à Nantes, sous une fausse identité, et attend le jugement du tribunal.",
        "Une victime loge désormais chez sa sœur à Nantes.",
    ),
    "a short one, whole": ("Elle loge à Nantes.", "On sait qu’elle loge à Nantes depuis mars."),
    "an address": ("Le foyer est au 12 rue des Lilas, code 4857.", "Venir au foyer, au 12 rue des Lilas."),
    "one of several items": ("- Un point\n- Le juge a promis la relaxe du prévenu\n", "Le juge a promis la relaxe du prévenu."),
    "lines broken elsewhere": (
        "Le préfet hésite à\nrégulariser les témoins du procès.",
        "Le préfet hésite\nà régulariser les\ntémoins du procès.",
    ),
}
TRUE |= {
    "notes without a stop": (
        "\n".join(f"Note {'abcdefghij'[number % 10]} sur {RARE_LINES[number % 8]}" for number in range(60)),
        "On y lit que le juge a promis la relaxe du prévenu.",
    ),
    "far into what has no stop": (
        " ".join(["Un mot et un autre, puis"] * 80) + " le juge a promis la relaxe du prévenu " + "et la suite, " * 80,
        "Le juge a promis la relaxe du prévenu.",
    ),
    "from far into what has no stop": (
        "Le juge a promis la relaxe du prévenu.",
        " ".join(["Un mot et un autre, puis"] * 80) + " le juge a promis la relaxe du prévenu " + "et la suite, " * 80,
    ),
}
FALSE = {
    "a phrase of minutes": (
        "Il a été décidé lors de la réunion que le collectif enverra une lettre au juge.",
        "Il a été décidé lors de la réunion que le collectif publiera un livre.",
    ),
    "the end of a meeting": ("La séance est levée à 18 h 30.", "La séance est levée à 18 h 30."),
    "people's names": (
        "Alice Tallon, du Ministère de l’Intérieur, refuse la régularisation.",
        "Alice Tallon, du Ministère de l’Intérieur, a présenté un livre.",
    ),
    "a title": (
        "Le Guide de la protection des mineurs isolés a coûté trop cher.",
        "Le Guide de la protection des mineurs isolés est disponible.",
    ),
    "a date": ("Le procès aura lieu le mardi 3 mars 2015 à 14 h 30.", "Le prochain atelier aura lieu le mardi 3 mars 2015 à 14 h 30."),
    "the same words in another order": (
        "Le juge a entendu le témoin protégé par la police.",
        "La police a protégé un autre atelier, et le témoin n’a rien dit au juge.",
    ),
}


@pytest.mark.parametrize("case", TRUE)
def test_what_was_for_few_is_told_wherever_it_stands_now(tell, case: str) -> None:
    """The record that it stood in did not change; it is named, so that whoever reviews can compare."""
    (line,) = told(tell, *TRUE[case])
    assert line.startswith("! Le guide (updates/u) : ce qui était pour « contributeurs », dans meetings/m, est pour « public » ici : « ")


@pytest.mark.parametrize("case", FALSE)
def test_what_anybody_may_have_said_is_no_alarm(tell, case: str) -> None:
    """Five words in a row are not enough: an alarm that is false makes the next one unheard."""
    assert told(tell, *FALSE[case]) == []


def test_what_stood_open_already_is_no_alarm(tell) -> None:
    """In another record, whatever few were told of it besides."""
    secret, open_text = "Le préfet hésite à régulariser les témoins du procès.", {"topics/t.md": "---\ntitle: T\n---\n\n{}\n"}
    open_text = {path: text.format(f"On le sait : {secret}") for path, text in open_text.items()}
    assert told(tell, secret, secret, **open_text) == []
    assert len(told(tell, secret, secret)) == 1


def test_only_the_sentences_that_are_let_out_are_shown(tell) -> None:
    """Not the paragraph around them."""
    (line,) = told(tell, "Un point. Elle loge à Nantes, chez sa sœur.", "Nous irons à Lyon. Elle loge à Nantes, chez sa sœur. Merci.")
    assert line.endswith("ici : « Elle loge à Nantes, chez sa sœur. »")


def test_fields_are_looked_at_on_both_sides(tell) -> None:
    """A decision of a meeting for few that becomes a note of a promise for all."""
    meeting = "---\ntitle: Bureau\ndate: 2014-11-18\naudience: contributors\ndecisions: Porter plainte contre le préfet du Rhône.\n---\n"
    promise = "---\ntitle: P\naudience: public\nby: tallon\nmade_on: 2015-02-01\nfollow_ups:\n  - {{date: 2015-02-02, note: {}}}\n---\n"
    before = {**PEOPLE, "meetings/m.md": meeting, "commitments/c.md": promise.format("Rien")}
    after = {**before, "commitments/c.md": promise.format("Porter plainte contre le préfet du Rhône")}
    assert tell(before, after)[0].startswith("! P (commitments/c) : ce qui était pour « contributeurs », dans meetings/m,")


def test_a_telephone_number_in_a_text_is_told(tell) -> None:
    """However it is spaced; it is for the contributors where it is written down."""
    (line,) = told(tell, "Bon.", "Appeler le 06.12.34.56.78 avant lundi.")
    assert line.endswith("ce qui était pour « contributeurs », dans people/tallon, est pour « public » ici : « 06 12 34 56 78 »")


def test_a_fence_taken_away_is_told_whatever_stood_in_it(tell) -> None:
    """The passage is the same and more people may read it: no word of it has to be rare."""
    text = "---\ntitle: Réunion\ndate: 2014-11-18\n---\n\n{}\n"
    sides = [{"meetings/m.md": text.format(body)} for body in ("::: contributors\nBon.\n:::", "Bon.")]
    assert tell(*sides)[0] == "! Réunion (meetings/m) : ce qui était pour « contributeurs » est pour « membres » : « Bon. »"


def test_a_quote_and_an_answer_stay_as_narrow_as_what_they_are_of(tell) -> None:
    """A promise that quotes a passage for few shows its quote to few: nothing is opened."""
    meeting = "---\ntitle: Réunion\ndate: 2014-11-18\n---\n\n::: contributors\nLe préfet régularisera les témoins du procès.\n:::\n"
    quote = "quote: Le préfet régularisera les témoins du procès."
    promise = f"---\ntitle: P\naudience: public\nby: tallon\nmade_at: m\n{quote}\n---\n"
    before = {**PEOPLE, "meetings/m.md": meeting}
    assert not [line for line in tell(before, {**before, "commitments/c.md": promise}) if line.startswith("!")]


def test_the_default_audience_counts(tell) -> None:
    """A meeting that says nothing of it is for the members: in a topic, which is for all, its words are let out."""
    meeting = {"meetings/m.md": "---\ntitle: Réunion\ndate: 2014-11-18\n---\n\nLe préfet hésite à régulariser les témoins.\n"}
    topic = "---\ntitle: Le séjour\n---\n\nLe préfet hésite à régulariser les témoins.\n"
    (line,) = [one for one in tell(meeting, {**meeting, "topics/t.md": topic}) if one.startswith("!")]
    assert "pour « membres », dans meetings/m, est pour « public »" in line
    assert not [
        one for one in tell(meeting, {**meeting, "topics/t.md": topic}, toml=(f'{NAME}audience = "public"\n',) * 2) if one[0] == "!"
    ]


# --- any words at all ---------------------------------------------------------------------------------------------------------

RARE = "saphir corail lynx verger boulon cerise tambour glacier ruban falaise mouette cadran sillon pivoine hamac ardoise".split()
SMALL = "le la de du une des et à pour que dans avec sur par est sont il elle on nous".split()
STOCK = "réunion séance collectif membres décidé document compte rendu ordre jour point association question présents".split()
NAMES = ["Alice Tallon", "Ministère de l’Intérieur", "Le titre de séjour", "Guide de la protection des mineurs isolés", "3 mars 2015"]


def opened(narrow: str, public: str) -> list[Widening]:
    """What is let out when a public update is written beside a meeting with a text for the contributors."""
    meeting = f"---\ntitle: Réunion\ndate: 2014-11-18\n---\n\n::: contributors\n{narrow}\n:::\n"
    before = {**PEOPLE, "meetings/m.md": meeting}
    moments = [
        {"traite.toml": NAME, **{f"records/{path}": text for path, text in files.items()}}
        for files in (before, {**before, "updates/u.md": f"{PUBLIC_BOOK}{public}\n"})
    ]
    sides = [Memory({path: text.encode() for path, text in files.items()}) for files in moments]
    return list(difference(*(load(one, read_configuration(one)) for one in sides)).widened)


sentence_of_rare = st.lists(st.sampled_from(RARE), min_size=3, max_size=8, unique=True)
around = st.lists(st.sampled_from([*SMALL, *STOCK, *NAMES]), max_size=5)


@settings(max_examples=80, deadline=None)
@given(
    sentence_of_rare, st.lists(st.sampled_from(SMALL), min_size=8, max_size=8), around, around, st.sampled_from([str, str.upper, str.title])
)
def test_words_that_tell_something_are_found_in_whatever_they_are_put(
    rare: list[str], small: list[str], before: list[str], behind: list[str], cased: Callable[[str], str]
) -> None:
    """With anything before and behind them, in any letters."""
    said = " ".join(f"{one} {word}" for one, word in zip(small, rare, strict=False))
    found = opened(f"Un mot. {said.capitalize()}.", " ".join(["Voici,", *before, cased(said), *behind]) + ".")
    assert [(one.sort, one.before, one.after) for one in found] == [("passage", "contributors", "public")]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([*SMALL, *STOCK, *NAMES]), min_size=1, max_size=14), st.sampled_from(RARE), st.sampled_from(RARE))
def test_words_that_tell_nothing_are_no_alarm_in_any_order(shared: list[str], one: str, other: str) -> None:
    """However many stand in a row: small words, those of minutes, names, titles, dates."""
    assert opened(f"{' '.join(shared)} {one}.", f"{' '.join(shared)} {other if other != one else ''}.") == []
