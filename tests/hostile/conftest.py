"""A repository made of hostile files, and the commands called on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from calling import MOST_MEGABYTES, MOST_SECONDS, PATIENCE, Caller, Ended

from traite_cli.checks.running import faults_of
from traite_cli.diagnostics import Fault
from traite_cli.diagnostics.visible import OBEYED
from traite_cli.files import WorkTree
from traite_cli.repository import load, read_configuration

Put = Callable[..., Path]
_PAINT = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="session")
def caller() -> Iterator[Caller]:
    """The process that calls commands."""
    caller = Caller()
    yield caller
    caller.close()


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a repository of these files."""

    def write(files: Mapping[str, bytes], settings: bytes = b'name = "Essai"\n') -> Path:
        root = tmp_path / "collectif"
        (root / "records").mkdir(parents=True)
        (root / "traite.toml").write_bytes(settings)
        for path, data in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        return root

    return write


@pytest.fixture
def found(put: Put) -> Callable[[Mapping[str, str | bytes]], tuple[Fault, ...]]:
    """Every fault of a repository of these files, in this process."""

    def faults(files: Mapping[str, str | bytes]) -> tuple[Fault, ...]:
        root = put({path: text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text for path, text in files.items()})
        source = WorkTree(root)
        return faults_of(load(source, read_configuration(source)), date(2015, 1, 22))

    return faults


@pytest.fixture
def call(caller: Caller) -> Callable[..., list[Ended]]:
    """Call commands, each of which must end as documented, within the limits, with nothing that a terminal would obey."""

    def run(root: Path, *calls: tuple[str, ...]) -> list[Ended]:
        ended = caller(root, *calls)
        for one in ended:
            _is_orderly(one)
        return ended

    return run


def _is_orderly(one: Ended) -> None:
    assert one.code in {0, 1, 2}, one
    assert "Traceback" not in one.err
    assert "TRAITE_DEBUG" not in one.err, one.err
    assert one.seconds < MOST_SECONDS * PATIENCE, one.arguments
    assert one.megabytes < MOST_MEGABYTES, one.arguments
    said = _PAINT.sub("", one.out + one.err) if "--color" in one.arguments else one.out + one.err
    if "markdown" in one.arguments:
        # What keeps a name from calling somebody on a forge's page; one of a record's own is told by its number.
        said = said.replace("\u2060", "")
    assert not re.search(OBEYED, re.sub(r"[\n\t]|\r\n", "", said)), (one.arguments, ascii(said[:500]))
