"""The questions of ``traite init``: only what is not given is asked, and what cannot be is asked again, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zoneinfo import available_timezones

import pytest

from traite_cli.errors import UsageError
from traite_cli.language import translator
from traite_cli.writing.interview import Candidate, Question
from traite_cli.writing.starting import Collective, Given, asked, given, settled

ZONES = available_timezones() | {"Europe/Paris", "America/Montreal"}


class Typing:
    """Somebody who types answers that were thought of before, and remembers what they were shown."""

    def __init__(self, answers: Iterable[str]) -> None:
        self.answers = list(answers)
        self.questions: list[str] = []
        self.told: list[str] = []

    def say(self, text: str = "") -> None:
        self.told.append(text)

    def text(self, question: Question) -> str:
        self.questions.append(question.text)
        return self.answers.pop(0)

    def choice(self, question: Question, choices: Sequence[Candidate]) -> str:
        answer = self.text(question)
        return next((one.value for one in choices if one.label == answer), "")

    def lines(self, question: Question) -> str:
        raise AssertionError

    def names(self, question: Question, candidates: Sequence[Candidate]) -> str:
        raise AssertionError

    def agrees(self, question: Question, *, default: bool) -> bool:
        raise AssertionError


def test_four_things_are_asked() -> None:
    """In the person's language; the lines below the name until there are no more."""
    person = Typing(["Les Voisins", "3 quai", "a@example.org", "", "anglais", "America/Montreal"])
    collective = asked(person, translator("fr"), ZONES, Given())
    assert collective == Collective("Les Voisins", ("3 quai", "a@example.org"), "en", "America/Montreal")
    assert person.questions[0] == "Comment s’appelle le collectif\u202f?"
    assert (person.answers, person.told) == ([], [])


def test_what_is_given_is_not_asked() -> None:
    """Whoever gave everything is asked nothing."""
    assert asked(Typing([]), translator("fr"), ZONES, Given("A", ("b",), "en", "Europe/Paris")) == Collective(
        "A", ("b",), "en", "Europe/Paris"
    )
    assert asked(Typing(["", "", ""]), translator("en"), ZONES, Given("A")) == Collective("A", (), "en", "Europe/Paris")


def test_an_answer_that_cannot_be_is_asked_again() -> None:
    """With what is wrong and what could be meant."""
    person = Typing(["", "::: members", "Les Voisins", "a\u202eb", "3 quai", "", "", "montreal", "America/Montreal"])
    assert asked(person, translator("en"), ZONES, Given()) == Collective("Les Voisins", ("3 quai",), "en", "America/Montreal")
    assert [part for part in person.told if "at least one letter" in part or "leave out the colons" in part]
    assert any("America/Montreal" in part for part in person.told)


def test_without_a_person_only_the_name_must_be_given() -> None:
    """The rest is as it usually is."""
    assert settled(Given("A"), "fr") == Collective("A", (), "fr", "Europe/Paris")
    with pytest.raises(UsageError):
        settled(Given(letterhead=("b",)), "fr")


def test_what_is_given_is_kept_as_it_is_written_to_files() -> None:
    """Accents composed, no blanks around it; an option that says nothing is none."""
    assert given(Given(" Colle\u0301gue ", (" 3 quai ",), None, "Europe/Paris"), ZONES) == Given(
        "Collégue", ("3 quai",), None, "Europe/Paris"
    )
    assert given(Given(), ZONES) == Given()


@pytest.mark.parametrize("zone", ["Europe/Paris", "Etc/GMT+3", "America/Argentina/Buenos_Aires", "UTC"])
def test_a_machine_that_knows_no_zone_takes_what_looks_like_one(zone: str) -> None:
    """And nothing that could end a text in the configuration."""
    assert given(Given(timezone=zone), ()).timezone == zone
    with pytest.raises(UsageError):
        given(Given(timezone=zone + '"'), ())
