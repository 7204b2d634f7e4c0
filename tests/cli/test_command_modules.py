"""Every command of traite has its help and its examples, and the examples are right."""

from __future__ import annotations

import shlex
import string
from collections import Counter
from pathlib import Path

import pytest

from traite_cli.cli import commands, french_names
from traite_cli.cli.group import Group
from traite_cli.cli.main import COMMANDS
from traite_cli.cli.options import shared_options
from traite_cli.errors import UsageError
from traite_cli.language import LANGUAGES, Language, translator, words

NAMES = sorted(Group(COMMANDS, translator("en")).files)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*NAMES, ""])
def test_help_is_complete(name: str, language: Language) -> None:
    """Each command says in one sentence what it does, gives an example, and explains each of its options and arguments."""
    t = translator(language)
    group = Group(COMMANDS, t)
    context = group.make_context("traite", [name] if name else [], obj=t, resilient_parsing=True)
    command = group.get_command(context, name) if name else group
    assert command is not None
    assert command.help
    assert command.help[-1] in string.punctuation
    assert getattr(command, "examples", ())
    assert [one.name for one in command.params if not getattr(one, "help", "") and not getattr(one, "hidden", False)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_option_of_a_command_is_spelt_as_one_of_every_command(name: str) -> None:
    """``--at`` is the revision read and ``-v`` says more, everywhere: an option of a command’s own that took the name would hide it there."""
    group = Group(COMMANDS, translator("en"))
    context = group.make_context("traite", [name], obj=group.t, resilient_parsing=True)
    command = group.get_command(context, name)
    assert command is not None
    spelt = Counter(word for one in command.params if one.param_type_name == "option" for word in (*one.opts, *one.secondary_opts))
    everywhere = {word for one in shared_options(environment=False) for word in (*one.opts, *one.secondary_opts)}
    assert everywhere >= {"-C", "--directory", "--as-of", "--at", "--lang", "--color", "-q", "--quiet", "-v", "--verbose"}
    assert {word: times for word, times in spelt.items() if times > 1} == {}
    assert everywhere <= set(spelt)


@pytest.mark.parametrize("name", NAMES)
def test_the_sentence_can_be_read_without_importing(name: str) -> None:
    """The list of commands is quick: the sentence in the file's text is the sentence of the module."""
    group = Group(COMMANDS, translator("en"))
    context = group.make_context("traite", [name], obj=group.t, resilient_parsing=True)
    command = group.get_command(context, name)
    assert command is not None
    assert group.sentence(name) == command.help
    assert "HELP = N_(" in (Path(commands.__path__[0]) / group.files[name].name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_understood(name: str) -> None:
    """Every example is a call that the live program takes, but for the folders that it names."""
    group = Group(COMMANDS, translator("en"))
    root = group.make_context("traite", [name], obj=group.t, resilient_parsing=True)
    command = group.get_command(root, name)
    for line, meaning in getattr(command, "examples", ()):
        program, *arguments = shlex.split(line)
        assert program == "traite"
        assert meaning
        assert name in arguments
        rest = arguments[arguments.index(name) + 1 :]
        assert command is not None
        command.make_context(name, rest, parent=root)


_FRENCH_ALREADY = {"--document", "--documents", "--organisation"}


def _options() -> set[str]:
    group = Group(COMMANDS, translator("en"))
    options = {"--version", "--help"}
    for name in NAMES:
        command = group.get_command(group.make_context("traite", [name], obj=group.t, resilient_parsing=True), name)
        assert command is not None
        options |= {word for one in command.params for word in (*one.opts, *one.secondary_opts) if word.startswith("--")}
    return options


def test_every_option_has_a_french_name() -> None:
    """Whoever writes an option in French is told the one there is, whichever it is; a few are French as they are."""
    assert _options() - set(french_names.OPTIONS) == _FRENCH_ALREADY


def test_french_names_are_of_what_there_is() -> None:
    """Each command and option that is proposed for a French word exists, and each word is one that can be found: folded, without hyphens."""
    assert set(french_names.COMMANDS) <= set(NAMES)
    assert set(french_names.OPTIONS) <= _options()
    said = [
        one
        for called in (french_names.COMMANDS, french_names.OPTIONS, french_names.VALUES)
        for names in called.values()
        for one in names.split(", ")
    ]
    assert [one for one in said if " ".join(words(one)) != one] == []


@pytest.mark.parametrize(
    ("call", "near"),
    [
        ("list commitments --en-retard", "--overdue"), ("list commitments --colones titre", "--columns"), ("list commitments --trier x", "--sort"),
        ("list commitments --dossier x", "--topic"), ("render --modèle x", "--template"), ("follow-up x --échéance 2015", "--due"),
        ("chercher x", "search"), ("nouvelle-réunion", "new-meeting"), ("validate --aide", "--help"),
        ("query en-retard --format graphique", "chart"), ("export calendrier", "ics"), ("export contacts", "vcard"),
        ("list engagements --tenus", "--state tenu"), ("list engagements --en-cours", "--state en-cours"), ("list engagements --kept", "--state kept"),
        ("list engagements --rompus", "--state rompu"), ("list engagements --ouverts", "--state ouvert"), ("list réunions --tenues", "--held"),
        ("list organisations --membres", "--member"), ("list dossiers --clos", "--state clos"), ("list --retires engagements", "--state retire"),
        ("list réunions --lang français", "fr"), ("search x --format texte", "text"),
    ],
)  # fmt: skip
def test_a_name_in_french_is_told_the_one_there_is(call: str, near: str) -> None:
    """One table for every command."""
    with pytest.raises(UsageError) as raised:
        Group(COMMANDS, translator("fr")).main(call.split(), prog_name="traite", standalone_mode=False, obj=translator("fr"))
    assert raised.value.facts["near"] == near


def test_a_list_of_nothing_is_told_what_there_is() -> None:
    """``traite list`` alone: the kinds, in words."""
    with pytest.raises(UsageError) as raised:
        Group(COMMANDS, translator("fr")).main(["list"], prog_name="traite", standalone_mode=False, obj=translator("fr"))
    assert "meetings, people" in str(raised.value.facts["choices"])
