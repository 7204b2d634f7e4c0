"""Whatever is told is told in words: every fault that the house can find has its check, its sentence and its facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from faulty import DAY, FAULTY, ON_DISK, UNWORDED, Faulty, Shelf

import traite_cli
from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.running import faults_of, told
from traite_cli.diagnostics import Fault
from traite_cli.language import translator
from traite_cli.repository import load, read_configuration

Found = Callable[..., tuple[Fault, ...]]

_TOLD = re.compile(r"""(?:\bTrouble\(|\bFault\(|\.tell\(|\.fault\()\s*"([a-z-]+)\"""")
_ELSEWHERE = [one for one in FAULTY if one not in ON_DISK]


def _name(one: object) -> str:
    return f"{one.check}-{one.variant}" if isinstance(one, Faulty) else str(one)


@pytest.mark.parametrize("one", ON_DISK, ids=_name)
def test_each_fault_is_worded_for_what_it_is(found: Found, one: Faulty) -> None:
    """Each of these small repositories has the fault named, and the check has a sentence for that very variant."""
    assert one.variant in {fault.variant for fault in found(one.files) if fault.check == one.check}
    assert one.variant in {*catalogue()[one.check].check.messages, *catalogue()[one.check].check.hints}


@pytest.mark.parametrize("one", _ELSEWHERE, ids=_name)
def test_what_not_every_disk_holds_is_told_too(one: Faulty) -> None:
    """A link, a pipe, a name that Windows refuses: read without a disk, each is told as what it is."""
    assert (one.check, one.variant) in {(fault.check, fault.variant) for fault in _shelved(one)}


@pytest.mark.parametrize("one", FAULTY, ids=_name)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_fault_is_told_with_its_facts(one: Faulty, language: str) -> None:
    """No sentence names a fact that its fault lacks, in either language, and each fault has something to do about it."""
    for diagnostic in told(_shelved(one), translator(language)):  # type: ignore[arg-type]
        assert diagnostic.message
        assert diagnostic.hint
        assert not re.search(r"\{\w+\}", diagnostic.message)
        assert not diagnostic.message.endswith(".")


def _shelved(one: Faulty) -> tuple[Fault, ...]:
    source = Shelf(one)
    return faults_of(load(source, read_configuration(source)), DAY)


def test_every_wording_is_reached() -> None:
    """A sentence that no fault can have is a dead one: each variant of each check is met here."""
    declared = {(name, variant) for name, listed in catalogue().items() for variant in {*listed.check.messages, *listed.check.hints}}
    # One table serves all kinds of record: not every kind has to be tried with every ending.
    kinds = {(name, variant) for name, variant in declared if name == "unknown-reference" and "+" in variant}
    assert declared - {(one.check, one.variant) for one in FAULTY} - kinds == UNWORDED


def test_every_fault_told_anywhere_has_its_file() -> None:
    """A name that the code tells and no check words would end the program when it is met."""
    assert set(_told_in_the_code()) == set(catalogue())


def test_codes_are_told_apart() -> None:
    """People and baselines rest on codes: each is one check's, and has the form TR and three digits."""
    codes = [listed.check.code for listed in catalogue().values()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"TR[1-9]\d\d", code) for code in codes)


def test_every_check_says_why() -> None:
    """The docstring is the page of « explain »: a rule in one sentence, then the reason, and both have their French."""
    for listed in catalogue().values():
        rule, _, reason = listed.why.partition("\n\n")
        assert rule.endswith((".", ":")), listed.name
        assert reason.strip(), listed.name
        assert translator("fr")(listed.why) != listed.why, listed.name


def _told_in_the_code() -> Iterator[str]:
    root = Path(traite_cli.__file__).parent
    for path in sorted(root.rglob("*.py")):
        yield from _TOLD.findall(path.read_text(encoding="utf-8"))
