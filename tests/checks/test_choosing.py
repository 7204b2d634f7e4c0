"""Which faults are told: codes asked for, codes that ``traite.toml`` sets aside, and words that name none."""

from __future__ import annotations

from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.choosing import chosen
from traite_cli.checks.codes import near_codes
from traite_cli.checks.running import faults_of
from traite_cli.errors import ConfigurationError, UsageError

DAY = date(2015, 1, 22)
FILES = {
    "topics/sejour.md": "---\ntitle: Réunion #3\nlead: absente\n---\n\n::: membres\nx\n",
    "topics/asile.md": "---\ntitle: x\naudience: membres\nlead: absente\n---\n",
}


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        (["TR310"], [], {"TR310"}),
        (["tr310", "dead-link"], [], {"TR310", "TR312"}),
        (["TR310,TR312"], [], {"TR310", "TR312"}),
        ([" TR310 , TR312,"], [], {"TR310", "TR312"}),
        (["TR9"], ["TR910"], {"TR911"}),
        (["TR910"], ["TR9"], set()),
        (["TR5"], ["fence-topic", "enclosure-withheld"], {"TR510"}),
    ],
)
def test_checks_are_named_by_code_beginning_or_name(select: list[str], ignore: list[str], codes: set[str]) -> None:
    """In any case, several with commas between or one by one; what is ignored is not told though it is selected."""
    assert {catalogue()[name].check.code for name in chosen(select, ignore)} == codes


def test_all_are_told_unless_some_are_asked_for() -> None:
    """Without a word every check runs, and an empty one asks for nothing."""
    assert chosen([], []) == chosen([""], [","]) == frozenset(catalogue())
    assert frozenset(catalogue()) - chosen([], ["TR1"]) == {name for name, one in catalogue().items() if one.check.code < "TR2"}


@pytest.mark.parametrize("word", ["TR999", "TR3123", "T", "312", "dead", "links", "é", "*"])
@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_word_that_names_no_check_is_told(word: str, option: str) -> None:
    """A code mistyped would silence nothing, or everything else, without anybody noticing."""
    with pytest.raises(UsageError) as raised:
        chosen(*([word], []) if option == "--select" else ([], [word]))
    assert raised.value.facts["option"] == option
    assert raised.value.facts["word"] == word


@pytest.mark.parametrize(
    ("word", "near"),
    [("dead-lnk", "dead-link"), ("TR399", "TR318"), ("312", "TR312"), ("TR31O", "TR310"), ("not-a-daet", "not-a-date")],
)
def test_the_nearest_code_is_told(word: str, near: str) -> None:
    """A slip of the finger in a name, or a number that is nobody's, leads to what was probably meant."""
    assert near in near_codes(word)


@pytest.mark.parametrize("word", ["", "xyz", "TR", "TRx", "8"])
def test_nothing_is_offered_where_nothing_is_near(word: str) -> None:
    """A wrong guess costs more than none."""
    assert near_codes(word) == ()


def told(make_repository: MakeRepository, ignore: str) -> list[tuple[str, str]]:
    """What is told when ``traite.toml`` has these entries: file and code."""
    repository = make_repository(FILES, f'name = "x"\n{ignore}').repository
    return [(fault.path.split("/")[-1], catalogue()[fault.check].check.code) for fault in faults_of(repository, DAY)]


def entry(codes: str, path: str = "") -> str:
    return f'[[validate.ignore]]\ncodes = "{codes}"\nreason = "connu"\n' + (f'path = "{path}"\n' if path else "")


ALL = [("asile.md", "TR213"), ("asile.md", "TR310"), ("sejour.md", "TR115"), ("sejour.md", "TR310"), ("sejour.md", "TR510")]


@pytest.mark.parametrize(
    ("ignore", "gone"),
    [
        ("", []),
        (entry("TR310"), ["asile.md TR310", "sejour.md TR310"]),
        (entry("tr310", "records/topics/s*"), ["sejour.md TR310"]),
        (entry("unknown-reference", "records/topics/asile.md"), ["asile.md TR310"]),
        (entry("TR3") + entry("TR1"), ["asile.md TR310", "sejour.md TR310", "sejour.md TR115"]),
        (entry("TR310", "topics/*"), []),
        (entry("TR5") + entry("TR2") + entry("doubtful-fence"), []),
    ],
)
def test_what_is_set_aside_is_no_fault_unless_it_is_about_audiences(make_repository: MakeRepository, ignore: str, gone: list[str]) -> None:
    """Codes, their beginnings and names, in files whose path matches; who may read a passage is told whatever is set aside."""
    assert told(make_repository, ignore) == [one for one in ALL if " ".join(one) not in gone]


def test_a_code_set_aside_that_is_none_is_told_at_its_line(make_repository: MakeRepository) -> None:
    """It would set nothing aside, and who wrote it would look for the reason elsewhere."""
    with pytest.raises(ConfigurationError) as raised:
        told(make_repository, entry("TR310") + entry("TR31O"))
    assert raised.value.place == "traite.toml:6:1"
    assert "TR310" in str(raised.value.facts["near"])
