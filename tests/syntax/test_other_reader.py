"""Without libyaml the same is read, more slowly: PyYAML's own reader gives the same trees and, for what it minds, the same places."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
import yaml

from marked import read
from repositories import ROOT

MODULES = ("composing", "not_yaml", "mending", "header")


@pytest.fixture
def pure(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The reader of front matter, made anew as on a machine without libyaml."""
    names = [f"traite_cli.syntax.{name}" for name in MODULES]
    kept = {name: importlib.import_module(name) for name in names}
    for name in names:
        del sys.modules[name]
    package = sys.modules["traite_cli.syntax"]
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    try:
        yield importlib.import_module("traite_cli.syntax.header")
    finally:
        sys.modules.update(kept)
        for name in MODULES:
            setattr(package, name, kept[f"traite_cli.syntax.{name}"])


def test_the_records_read_the_same(pure: ModuleType) -> None:
    """Every third record of ours: the same keys and values at the same places."""
    assert not importlib.import_module("traite_cli.syntax.composing").HAS_LIBYAML
    for path in sorted((ROOT / "records").rglob("*.md"))[::3]:
        document = read(path.read_bytes(), path.parent.name).document
        end = document.text.index("\n---", document.header_start) + 1
        assert repr(pure.read_header(document.text, document.header_start, end, pytest.fail)) == repr(document.header)


@pytest.mark.parametrize(
    "line",
    [
        "place: La traite : ici", 'place: "jamais', "place: [a, b", "place: @ici", "place: *ici*", "place: 'l'été'", "place: a: b: c", "\tplace: a",
        "place: - a", "place: &a b", "x: {a: &a 1, b: *a}", "place: a\n b: c", "agenda:\n  - title: Un : deux\n  - title: Trois",
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_the_same_place(pure: ModuleType, line: str) -> None:
    """The two readers word their problems differently; a person sees no difference."""
    text = f"title: a\n{line}\nroom: b\n"
    with_libyaml = read(f"---\n{text}---\n").document
    found: list[tuple[str, int, str]] = []
    tree = pure.read_header(f"---\n{text}", 4, 4 + len(text), lambda trouble: found.append((trouble.check, trouble.start, trouble.variant)))
    told = ("not-yaml", "colon-in-text", "yaml-feature", "line-without-colon")
    places = [
        (
            fault.check,
            with_libyaml.text.index("\n".join(with_libyaml.text.split("\n")[fault.span.line - 1 :])) + fault.span.column - 1,
            fault.variant,
        )
        for fault in with_libyaml.faults
        if fault.check in told
    ]
    assert found == places
    assert repr(tree) == repr(with_libyaml.header)
