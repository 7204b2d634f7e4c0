"""Same records, same bytes: wherever, whenever and by whomever a document is made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from repositories import ROOT

FORMATS = ("md", "html", "docx", "odt", "pdf")


def rendered(folder: Path, *, before: str = "", options: tuple[str, ...] = (), **environment: str) -> dict[str, bytes]:
    """The document in every format, made by a process of its own in another surrounding."""
    out = folder / "out" / "document"
    program = f"import sys\n{before}\nfrom traite_cli.cli.main import main\nsys.exit(main({[*options, 'render', '2015-01-22', '--to', ','.join(FORMATS), '--output', str(out)]!a}))"
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    done = subprocess.run([sys.executable, "-c", program], check=False, cwd=folder, env=surroundings, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return {form: out.with_name(f"document.{form}").read_bytes() for form in FORMATS}


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The project's records twice, in folders of different names, their files made in another order and at another time."""
    one, other = tmp_path_factory.mktemp("un"), tmp_path_factory.mktemp("deux") / "dossier à part"
    other.mkdir()
    for folder, names in ((one, ("records", "templates")), (other, ("templates", "records"))):
        for name in names:
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "traite.toml", folder)
    for path in sorted((other / "records").rglob("*.md"), reverse=True):
        os.utime(path, (0, 0))
    return one, other


LATER = """
import datetime, time
class later(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls(2037, 3, 4, 5, 6, 7, tzinfo=tz)
datetime.datetime, time.time = later, lambda: 2120000000.0
"""


def test_the_same_records_make_the_same_bytes(copies: tuple[Path, Path]) -> None:
    """In every format: another folder, time zone, locale, order of sets, language of the screen and moment change nothing."""
    first = rendered(copies[0], TZ="Europe/Paris", LANG="fr_FR.UTF-8", LC_ALL="fr_FR.UTF-8", PYTHONHASHSEED="1", TRAITE_LANG="fr")
    second = rendered(
        copies[1],
        before="import os, time\nos.umask(0o077)\n" + LATER,
        TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C", PYTHONHASHSEED="4242", TRAITE_LANG="en", SOURCE_DATE_EPOCH="1", USER="quelqu-un", HOME="/nowhere", COLUMNS="40",
    )  # fmt: skip
    assert {form: len(data) for form, data in first.items()} == {form: len(data) for form, data in second.items()}
    assert [form for form in FORMATS if first[form] != second[form]] == []


def test_another_circle_makes_other_bytes(copies: tuple[Path, Path]) -> None:
    """The comparison can tell two documents apart."""
    one = rendered(copies[0], options=())
    other = rendered(copies[1], options=("--as-of", "2014-12-31"))
    assert [form for form in FORMATS if one[form] == other[form]] == []
