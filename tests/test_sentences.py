"""One style for what the program says: an error and its hint are parts of a line, and have neither a capital nor a full stop."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from repositories import ROOT
from traite_cli import errors

# What explains a check is a page, with headings and whole sentences.
SOURCES = sorted(path for path in (ROOT / "src" / "traite_cli").rglob("*.py") if path.name != "explaining.py")
ERRORS = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, errors.TraiteError)} | {"_Unfit"}
ROOMS = {"files", "converters", "syntax", "repository", "checks", "circulating"}
"""Rooms that say nothing but errors and hints, and short labels."""
NAMES = ("Typst", "Python", "Unicode", "UTF-8", "YAML")


def sentences() -> Iterator[tuple[str, str]]:
    """Every message of an error or a hint, with the file it stands in."""
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        whole = path.relative_to(ROOT / "src" / "traite_cli").parts[0] in ROOMS
        calls = [tree] if whole else [one for one in ast.walk(tree) if isinstance(one, ast.Call) and _name(one) in ERRORS]
        for call in calls:
            for one in ast.walk(call):
                if isinstance(one, ast.Call) and _name(one) == "N_" and isinstance(one.args[0], ast.Constant):
                    yield f"{path.name}", str(one.args[0].value)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


@pytest.mark.parametrize(("file", "sentence"), sorted(set(sentences())))
def test_an_error_has_no_full_stop_and_no_capital(file: str, sentence: str) -> None:
    """After « erreur : » a sentence goes on; only names keep their capital, and labels of a few words."""
    assert not sentence.endswith(".") or sentence.endswith("…"), file
    label = len(sentence.split()) < 5
    assert label or not sentence[0].isupper() or sentence.startswith(NAMES), file


@pytest.mark.parametrize(("file", "sentence"), sorted(set(sentences())))
def test_the_french_keeps_the_same_style(file: str, sentence: str) -> None:
    """No full stop where the English has none."""
    from traite_cli.language.catalogue import _french

    assert not _french().gettext(sentence).endswith("."), file
