"""What is to be known of a check: its rule and reason, its sentences, an example of its fault with what is told of it, and a healthy one.

``traite explain`` puts it on the screen, ``scripts/reference.py`` on a page. What is told of the example is not written down anywhere:
the example is checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from string import Formatter
from typing import NamedTuple

from traite_cli.checks.catalogue import Listed, catalogue
from traite_cli.checks.check import Example
from traite_cli.checks.codes import FAMILY, checks_called, near_codes
from traite_cli.checks.running import faults_of, told
from traite_cli.diagnostics import Fault, Severity, Translate, reporters
from traite_cli.diagnostics.visible import visible
from traite_cli.errors import NotFound
from traite_cli.files.memory import Memory
from traite_cli.language import N_
from traite_cli.repository import load, read_configuration

FAMILIES = {
    "TR1": N_("Files and front matter"),
    "TR2": N_("Fields"),
    "TR3": N_("References"),
    "TR4": N_("What records say"),
    "TR5": N_("Audiences and passages"),
    "TR6": N_("What a secretary would notice"),
    "TR9": N_("Comments that silence a fault"),
}
"""What the codes that begin alike are about: message ids."""
SEVERITIES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.INFO: N_("remark")}
HEADINGS = {
    "told": N_("What is told:"),
    "to-do": N_("What to do:"),
    "faulty": N_("Faulty:"),
    "said": N_("What traite tells of it:"),
    "healthy": N_("Healthy:"),
}

_MENDS = N_("`traite validate --fix` mends it where one thing only can have been meant.")
_MOST_LINES, _MOST_CHARACTERS = 12, 160
_PRINTABLE = range(0x20, 0x7F)


class Shown(NamedTuple):
    """A file of an example: its lines as they can be shown; ``about`` is a message id, '' for a plain text."""

    path: str
    lines: tuple[str, ...]
    about: str = ""
    target: str = ""


class Explanation(NamedTuple):
    """A check explained, in one language.

    ``messages`` and ``hints`` are what is told of the faulty example; in those that it does not get « … » stands for what a file holds.
    """

    code: str
    name: str
    severity: str
    why: tuple[str, ...]
    messages: tuple[str, ...]
    hints: tuple[str, ...]
    faulty: tuple[Shown, ...]
    said: str
    healthy: tuple[Shown, ...]


def find_checks(word: str) -> list[Listed]:
    """The checks that a code, its beginning or a name means, in the order of their codes. Raises ``NotFound`` with the nearest."""
    found = checks_called(word.strip())
    if not found:
        raise NotFound(N_("no fault has the code “{word}”"), near=near_codes(word), hint=N_("all codes: traite explain"), word=word)
    return [listed for name, listed in catalogue().items() if name in found]


def families(listed: Iterable[Listed]) -> Iterator[tuple[str, list[Listed]]]:
    """Checks in the order of their codes, family by family with what it is about."""
    for begins, family in groupby(listed, key=lambda one: one.code[:FAMILY]):
        yield FAMILIES[begins], list(family)


def explanation(listed: Listed, translate: Translate) -> Explanation:
    """A check explained in the language of ``translate``."""
    check = listed.check
    found = _found_in(check.faulty)
    diagnostics = told(found, translate)
    own = [(fault.variant, one) for fault, one in zip(found, diagnostics, strict=True) if fault.check == listed.name]
    return Explanation(
        check.code,
        listed.name,
        translate(SEVERITIES[check.severity]),
        (*translate(listed.why).split("\n\n"), *([translate(_MENDS)] if check.mends else [])),
        _sentences(check.messages, {variant: one.message for variant, one in own}, translate),
        _sentences(check.hints, {variant: one.hint for variant, one in own}, translate),
        tuple(_files(check.faulty)),
        "".join(reporters.load("text")(diagnostics, translate)),
        tuple(_files(check.healthy)),
    )


def rule(listed: Listed, translate: Translate) -> str:
    """What must hold, in one sentence."""
    return translate(listed.why).partition("\n\n")[0]


def _sentences(wordings: Mapping[str, str], own: Mapping[str, str], translate: Translate) -> tuple[str, ...]:
    """The messages of all variants, each once: as they are told of the example, or with « … » where a file's own words stand."""
    # Lines to paste would not stand in a list of sentences.
    of_example = {wordings.get(variant, wordings.get("", "")): sentence for variant, sentence in own.items() if "\n" not in sentence}
    messages = filter(None, dict.fromkeys(wordings.values()))
    return tuple(of_example.get(message) or translate(message, **_open_places(message)) for message in messages)


def _open_places(message: str) -> dict[str, str]:
    return {name: "…" for _text, name, _layout, _conversion in Formatter().parse(message) if name is not None}


def _files(example: Example) -> Iterator[Shown]:
    for path, text in example.texts.items():
        yield Shown(path, _lines(text))
    for path, data in example.raw.items():
        yield Shown(path, _lines(_bytes(data)), N_("{path} (its bytes)"))
    for path, target in example.links.items():
        yield Shown(path, (), N_("{path} is a link to {target}."), target)


def _bytes(data: bytes) -> str:
    return "".join(chr(byte) if byte in _PRINTABLE or byte == ord("\n") else f"\\x{byte:02x}" for byte in data)


def _lines(text: str) -> tuple[str, ...]:
    """The first lines of a text, with nothing in them that a screen or a page would obey."""
    lines = [line if len(line) <= _MOST_CHARACTERS else f"{line[:_MOST_CHARACTERS]} …" for line in text.splitlines()]
    return tuple(visible(line) for line in [*lines[:_MOST_LINES], *(["…"] if len(lines) > _MOST_LINES else [])])


def _found_in(example: Example) -> list[Fault]:
    """What ``traite validate`` finds in an example."""
    texts = {path: text.encode("utf-8", "surrogatepass") for path, text in example.texts.items()}
    source = Memory({"traite.toml": b'name = "Ensemble"\n', **texts, **example.raw}, example.links)
    return list(faults_of(load(source, read_configuration(source)), example.day))
