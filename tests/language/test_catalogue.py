"""The French catalogue: complete, in step with the code, and saying what the English says."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.catalog import Catalog

from traite_cli.language import N_, N_n, Translator, french, language_of_locale, translator
from traite_cli.language.compiled import Compiled

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]


def load_script() -> Any:
    """The script that keeps the catalogue."""
    spec = importlib.util.spec_from_file_location("catalogue_script", ROOT / "scripts" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = load_script()


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    """The catalogue as it is in the repository."""
    read: Catalog = script.read(script.FRENCH)
    return read


def forms(text: object) -> tuple[str, ...]:
    """The forms of a message: one, or one for each number."""
    return tuple(text) if isinstance(text, (tuple, list)) else (str(text or ""),)


def places(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """The named places of a message, with how each is written out."""
    return {(name, layout, conversion) for _, name, layout, conversion in Formatter().parse(text) if name is not None}


def test_every_message_of_the_code_has_french_words(catalogue: Catalog) -> None:
    """Nothing is shown to a French reader in English: no message is missing, empty or only guessed."""
    wanting = []
    for message in script.messages():
        known = catalogue.get(message.id) if message.id else None
        if message.id and (known is None or known.fuzzy or not all(forms(known.string))):
            wanting.append((message.id, message.locations))
    assert not wanting


def test_the_catalogue_holds_nothing_else(catalogue: Catalog) -> None:
    """A message that no code says any more has left the catalogue."""
    said = script.messages()
    assert not [message.id for message in catalogue if message.id and said.get(message.id) is None]
    assert not catalogue.obsolete


def test_a_translation_names_the_facts_of_its_message(catalogue: Catalog) -> None:
    """No fact is lost or invented on the way to French; only the form for one may leave out the number."""
    astray = []
    for message in catalogue:
        english, translated = forms(message.id), forms(message.string)
        wanted = set().union(*map(places, english))
        if message.id and all(translated) and set().union(*map(places, translated)) != wanted:
            astray.append(message.id)
    assert not astray


def test_french_words_have_french_spaces(catalogue: Catalog) -> None:
    """Messages keep the typography that documents keep."""
    assert not [words for message in catalogue if message.id for words in forms(message.string) if french(words) != words]


def test_both_files_are_as_the_script_writes_them(catalogue: Catalog) -> None:
    """The .po is in the script's order with no date in it, and the .mo that the program reads is compiled from it."""
    wanted = script.in_step(script.messages(), catalogue)
    assert script.FRENCH.read_bytes() == script.po_bytes(wanted)
    assert script.FRENCH.with_suffix(".mo").read_bytes() == script.mo_bytes(wanted)


def marked_in(folder: Path, code: str) -> Catalog:
    """The messages of a folder that holds one module."""
    (folder / "room").mkdir()
    (folder / "room" / "words.py").write_text(code, encoding="utf-8")
    found: Catalog = script.messages(folder)
    return found


CODE = """
HINT = N_("Look at {path}.")
COUNT = N_n("one record", "{n} records")
print(t.plural("one fault", "{n} faults", 3), "no message")
"""


def test_the_script_finds_what_is_marked(tmp_path: Path) -> None:
    """Messages are found by their mark, plural forms together, and nothing else is."""
    found = [message.id for message in marked_in(tmp_path, CODE) if message.id]
    assert found == ["Look at {path}.", ("one record", "{n} records"), ("one fault", "{n} faults")]


def test_the_script_keeps_translations_and_drops_what_is_gone(tmp_path: Path) -> None:
    """A translation outlives a run of the script as long as its message does; others' catalogues fill the gaps."""
    old, other = Catalog(locale="fr"), Catalog(locale="fr")
    old.add("Look at {path}.", "Voir {path}.")
    old.add("Gone.", "Parti.")
    other.add("Look at {path}.", "Regarder {path}.")
    other.add(("one record", "{n} records"), ("une fiche", "{n} fiches"))
    new = script.in_step(marked_in(tmp_path, CODE), old, other)
    words = {message.id: message.string for message in new if message.id}
    assert words["Look at {path}."] == "Voir {path}."
    assert words["one record", "{n} records"] == ("une fiche", "{n} fiches")
    assert "Gone." not in words
    assert script.po_bytes(new) == script.po_bytes(script.in_step(marked_in_again(tmp_path), new))


def marked_in_again(folder: Path) -> Catalog:
    """The messages of the folder as it stands."""
    found: Catalog = script.messages(folder)
    return found


def spoken(entries: Iterable[tuple[Any, Any]]) -> Translator:
    """A translator of a small catalogue."""
    catalogue = Catalog(locale="fr")
    for message, words in entries:
        catalogue.add(message, words)
    compiled: bytes = script.mo_bytes(script.in_step(catalogue, catalogue))
    loaded = GNUTranslations(BytesIO(compiled))
    return Translator("fr", lambda: loaded)


def test_a_message_is_worded_with_its_facts() -> None:
    """Facts stand in the words as they are, braces included, and unknown messages in their own English."""
    t = spoken([("No record is called {name}.", "Aucune fiche ne s’appelle {name}.")])
    assert t("No record is called {name}.", name="{x} {0}") == "Aucune fiche ne s’appelle {x} {0}."
    assert t("Unheard of: {message} {self}.", message="a", self="b") == "Unheard of: a b."
    assert t("") == ""


def test_a_missing_fact_is_an_error() -> None:
    """A place that nothing fills is never shown to anybody."""
    with pytest.raises(KeyError):
        translator("en")("No record is called {name}.")


@pytest.mark.parametrize(("n", "words"), [(0, "0 fiche"), (1, "1 fiche"), (2, "2 fiches")])
def test_french_counts_none_as_one(n: int, words: str) -> None:
    """« 0 fiche » has no s, unlike "0 records"."""
    t = spoken([(("{n} record", "{n} records"), ("{n} fiche", "{n} fiches"))])
    assert t.plural("{n} record", "{n} records", n) == words


def test_english_is_what_the_code_says() -> None:
    """English needs no catalogue, and counts none as several."""
    t = translator("en")
    assert t("Look at {path}.", path="a.md") == "Look at a.md."
    assert [t.plural("{n} record of {kind}", "{n} records of {kind}", n, kind="x") for n in (0, 1, 2)] == [
        "0 records of x",
        "1 record of x",
        "2 records of x",
    ]


def test_there_is_no_third_language() -> None:
    """A language without a catalogue is refused rather than half spoken."""
    with pytest.raises(ValueError, match="de"):
        translator("de")  # type: ignore[arg-type]


def test_marks_give_back_what_they_mark() -> None:
    """A mark is for the script that reads the code, and does nothing when it runs."""
    assert N_("one") == "one"
    assert N_n("one", "several") == ("one", "several")


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "FR-ca"}, "fr"),
        ({"LANG": "fr_FR@euro"}, "fr"),
        ({"LANG": "frr_DE.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "en_GB", "LC_ALL": "fr_FR"}, "fr"),
        ({"LANG": "fr_FR", "LC_ALL": ""}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}, "fr"),
        ({"LANG": "C.utf8", "LANGUAGE": "de:fr"}, "fr"),
        ({"LC_ALL": "C", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "en_GB", "LANGUAGE": "de:fr:en"}, "fr"),
        ({"LANG": "fr_FR", "LANGUAGE": "en:fr"}, "en"),
        ({"LANG": "fr_FR", "LANGUAGE": "de"}, "fr"),
        ({"LANG": "C", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "fr"),
        ({"LANGUAGE": "fr"}, "en"),
    ],
)
def test_the_language_of_a_locale(environ: dict[str, str], language: str) -> None:
    """The environment is read as the manual of GNU gettext says; ``C.UTF-8`` says nothing of language."""
    assert language_of_locale(environ) == language


def test_importing_the_room_loads_nothing_heavy() -> None:
    """No catalogue and no library is loaded before it is used."""
    heavy = ("babel", "rapidfuzz", "gettext", "markdown_it")
    code = f"import sys, traite_cli.language; print([name for name in {heavy!r} if name in sys.modules])"
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)
    assert done.stdout.strip() == "[]"


def test_a_translator_loads_its_catalogue_when_it_first_speaks() -> None:
    """Whoever says nothing pays nothing."""
    loads: list[NullTranslations] = []

    def load() -> NullTranslations:
        loads.append(NullTranslations())
        return loads[-1]

    t = Translator("fr", load)
    assert not loads
    t("Look at {path}.", path="a.md")
    assert loads


@pytest.mark.parametrize(
    "word",
    ["organismes?(?! public)", "(?<!ortho)graphies?", "cercle plus", "repositor", "front matter", "métadonn", "pull request", "[Pp]lenary(?! [(])"],
)  # fmt: skip
def test_one_notion_has_one_word(catalogue: Catalog, word: str) -> None:
    """What CONTRIBUTING.md calls otherwise, no sentence does."""
    assert [said for message in catalogue if message.id for said in forms(message.string) if re.search(word, said)] == []


def test_the_compiled_catalogue_is_read_as_gettext_reads_it() -> None:
    """Each message, and the form for each number: those that are there, and those that are not."""
    data = script.FRENCH.with_suffix(".mo").read_bytes()
    whole, own = GNUTranslations(BytesIO(data)), Compiled(data)
    for message in script.messages():
        if isinstance(message.id, tuple):
            assert [own.ngettext(*message.id, n) for n in range(4)] == [whole.ngettext(*message.id, n) for n in range(4)]
        elif message.id:
            assert own.gettext(message.id) == whole.gettext(message.id)
    for missing in ("", "\u00e9", "no such message", "zzz"):
        assert own.gettext(missing or "-") == (missing or "-")
        assert own.ngettext(missing or "-", "several", 2) == "several"
