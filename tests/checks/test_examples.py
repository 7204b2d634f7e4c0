"""Every check on its own examples: they are its page in the reference, so they must show what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from traite_cli.checks.catalogue import Listed, catalogue
from traite_cli.checks.check import CLOSE_MARK, OPEN_MARK, Example
from traite_cli.diagnostics import Fault, Span

Of = Callable[[Example], tuple[Fault, ...]]
_MARKED = re.compile(f"{OPEN_MARK}([^{CLOSE_MARK}]*){CLOSE_MARK}")
_EVERY = pytest.mark.parametrize("listed", catalogue().values(), ids=lambda listed: f"{listed.check.code}-{listed.name}")


@_EVERY
def test_a_faulty_example_has_its_fault_at_its_mark_and_no_other(listed: Listed, of_example: Of) -> None:
    """What the page calls faulty is told once at each marked spot; where only bytes or a link can show it, it is told alone."""
    faults = of_example(listed.check.faulty)
    assert {fault.check for fault in faults} == {listed.name}
    if places := _marks(listed.check.faulty.files):
        assert [(fault.path, fault.span) for fault in faults] == places
    else:
        assert len(faults) == 1


@_EVERY
def test_a_healthy_example_is_silent(listed: Listed, of_example: Of) -> None:
    """What the page calls healthy may be copied: no check has anything to say about it."""
    assert of_example(listed.check.healthy) == ()


@pytest.fixture
def of_example(tmp_path: Path, found: Callable[..., tuple[Fault, ...]]) -> Of:
    """Every fault of an example, its marks taken out."""

    def of_example(example: Example) -> tuple[Fault, ...]:
        for path, target in example.links.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            try:
                (tmp_path / path).symlink_to(target)
            except OSError:
                pytest.skip("not everybody may make links on this system")
        files = {path: _unmarked(text) for path, text in example.files.items()}
        return found({**files, **example.raw}, example.day)

    return of_example


def _unmarked(text: str) -> str:
    return text.replace(OPEN_MARK, "").replace(CLOSE_MARK, "")


def _marks(files: Mapping[str, str]) -> list[tuple[str, Span]]:
    """Where the marks of some files stand, in the order of files and lines."""
    return [(path, _span(text, found)) for path, text in sorted(files.items()) for found in _MARKED.finditer(text)]


def _span(text: str, found: re.Match[str]) -> Span:
    before = _unmarked(text[: found.start()])
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Span(line, column, line, column + len(found[1]))


@_EVERY
def test_only_of_the_kinds_that_it_names_a_check_tells(listed: Listed, found: Callable[..., tuple[Fault, ...]]) -> None:
    """What is declared is what is read from the source without importing it, and no fault stands in a record of another kind."""
    assert listed.kinds == listed.check.kinds
    files = {path: _unmarked(text) for path, text in listed.check.faulty.files.items()}
    told = {
        one.path.split("/")[1] for one in found({**files, **listed.check.faulty.raw}, listed.check.faulty.day) if one.check == listed.name
    }
    assert not listed.kinds or told <= set(listed.kinds)


_OF_FRONT_MATTER = [listed for listed in catalogue().values() if listed.looks and not listed.of_text]


@_EVERY
def test_only_checks_that_say_so_look_at_texts(listed: Listed, found: Callable[..., tuple[Fault, ...]]) -> None:
    """Whatever stands below the front matter of a record and of all others, a check of front matter finds the same."""
    example = listed.check.faulty
    files = {path: _unmarked(text) for path, text in example.files.items()}
    other = {path: _with_text(text) if path.endswith(".md") else text for path, text in files.items()}
    names = {one.name for one in _OF_FRONT_MATTER}
    told = [
        {(one.check, one.path, one.span) for one in found({**texts, **example.raw}, example.day) if one.check in names}
        for texts in (files, other)
    ]
    assert told[0] == told[1]


def _with_text(text: str) -> str:
    """A file with another text below its front matter."""
    front, mark, _ = text.rpartition("\n---\n")
    return f"{front}{mark}\n# Autre\n\nOn se charge de tout. [Là](../topics/rien.md) 1.\n\n1. Quoi ?\n" if mark else text
