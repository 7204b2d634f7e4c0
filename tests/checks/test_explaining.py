"""A check explained: every one of them, in both languages, with what is really told of its example."""

from __future__ import annotations

import re

import pytest

from traite_cli.checks.catalogue import Listed, catalogue
from traite_cli.checks.explaining import explanation, families, find_checks
from traite_cli.diagnostics.visible import visible
from traite_cli.errors import NotFound
from traite_cli.language import LANGUAGES, Language, translator


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("listed", catalogue().values(), ids=lambda listed: listed.name)
def test_every_check_can_be_explained(listed: Listed, language: Language) -> None:
    """What is told of the example has the check's code, nothing in it is obeyed by a screen, and no part is empty."""
    one = explanation(listed, translator(language))
    assert f" {listed.check.code} " in one.said
    assert len(one.why) > 1
    assert one.messages
    assert one.hints
    assert all(file.path for file in (*one.faulty, *one.healthy))
    lines = [
        *one.why,
        *one.messages,
        *one.hints,
        *one.said.splitlines(),
        *(line for file in (*one.faulty, *one.healthy) for line in file.lines),
    ]
    assert [line for line in lines if visible(line) != line] == []
    assert max(len(file.lines) for file in (*one.faulty, *one.healthy)) <= 13


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("listed", catalogue().values(), ids=lambda listed: listed.name)
def test_no_sentence_shows_the_name_of_a_fact(listed: Listed, language: Language) -> None:
    """« l’édition {edition} » is how a program speaks: the example’s own word stands there, or « … »."""
    one = explanation(listed, translator(language))
    names = {name for _, message in (*listed.check.messages.items(), *listed.check.hints.items()) for name in re.findall(r"{\w+}", message)}
    assert not [sentence for sentence in (*one.messages, *one.hints) if any(name in sentence for name in names)]
    assert any(sentence in one.said for sentence in one.messages)


@pytest.mark.parametrize(("word", "names"), [("TR312", ["dead-link"]), (" tr312 ", ["dead-link"]), ("Dead-Link", ["dead-link"])])
def test_a_check_is_found_by_code_and_name(word: str, names: list[str]) -> None:
    """In any case."""
    assert [listed.name for listed in find_checks(word)] == names


def test_a_beginning_means_all_codes_that_begin_so() -> None:
    """In the order of the codes."""
    found = [listed.check.code for listed in find_checks("TR31")]
    assert found[:3] == ["TR310", "TR311", "TR312"]


def test_a_word_that_means_none_is_told_with_the_nearest() -> None:
    """Who copies a code wrong is shown the right one."""
    with pytest.raises(NotFound) as raised:
        find_checks("dead-lnik")
    assert raised.value.near == ("dead-link",)


def test_each_family_has_a_title_and_all_are_there() -> None:
    """Codes that begin alike are about one thing, which is said in both languages."""
    found = list(families(catalogue().values()))
    assert [listed.name for _, family in found for listed in family] == list(catalogue())
    assert all(translator("fr")(title) != title for title, _ in found)
