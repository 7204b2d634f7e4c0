"""The house keeps its plan: rooms export what they say, modules stay small, stairs go one way."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import traite_cli
from repositories import ROOT

SOURCE = ROOT / "src" / "traite_cli"
MODULES = sorted(path for path in SOURCE.rglob("*.py"))
ROOMS = sorted(module.name for module in pkgutil.walk_packages(traite_cli.__path__, "traite_cli.") if module.ispkg)
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "core", "misc"}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _name(path: Path) -> str:
    parts = ("traite_cli", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("room", ROOMS)
def test_exported_names_exist(room: str) -> None:
    """What a room says that others may use is there, in the order of the alphabet, each once."""
    module = importlib.import_module(room)
    exported = getattr(module, "__all__", [])
    assert [name for name in exported if not hasattr(module, name)] == []
    assert len(set(exported)) == len(exported)
    imported = {
        alias.asname or alias.name
        for node in ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert not exported or {name for name in imported if name != "annotations"} <= {*exported}


def test_checks_start_without_what_few_commands_need() -> None:
    """Names typed and marks in minutes are read by modules that ``validate`` loads only where there is something to read."""
    code = "import sys, traite_cli.checks.running; from traite_cli.checks.catalogue import catalogue; catalogue(); print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    later = {f"{room}.{name}" for room in ("traite_cli.language", "traite_cli.repository") for name in importlib.import_module(room)._LATER}
    assert later
    assert not later & loaded


def test_no_module_is_long() -> None:
    """None above 400 lines, and half of them at most 110."""
    long = {str(path.relative_to(ROOT)): _lines(path) for path in MODULES if _lines(path) > 400}
    assert long == {}
    assert statistics.median(_lines(path) for path in MODULES if path.name != "__init__.py") <= 110


def test_functions_are_short() -> None:
    """The median is under ten lines, nineteen of twenty are under forty."""
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert statistics.median(lengths) < 10
    assert lengths[len(lengths) * 19 // 20] < 40


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_says_what_it_answers_for(path: Path) -> None:
    """It has a docstring, and no name that says nothing."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert not FORBIDDEN_NAMES.intersection(_name(path).split("."))


def _imports(path: Path) -> Iterator[str]:
    """The modules of ours that a module imports when it is imported, and those for typing or inside functions."""
    names = {_name(one) for one in MODULES}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("traite_cli"):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in names else node.module


def test_no_module_imports_itself_through_others() -> None:
    """No cycle of imports, those inside functions and for typing counted."""
    graph = {_name(path): {one for one in _imports(path) if one != _name(path)} for path in MODULES}
    found = [sorted(group) for group in _circles(graph)]
    assert found == []


def _circles(graph: dict[str, set[str]]) -> Iterator[set[str]]:
    """The groups of modules of which each is reached from each other (Tarjan's strongly connected components)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []

    def visit(name: str) -> Iterator[set[str]]:
        number[name] = low[name] = len(number)
        stack.append(name)
        for other in sorted(graph.get(name, ())):
            if other not in number:
                yield from visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], number[other])
        if low[name] == number[name]:
            group = {stack.pop()}
            while name not in group:
                group.add(stack.pop())
            if len(group) > 1:
                yield group

    for name in sorted(graph):
        if name not in number:
            yield from visit(name)


def test_the_contracts_of_the_house_hold() -> None:
    """Import-linter: a room imports only rooms of a lower storey, and every library has one home."""
    pytest.importorskip("importlinter")
    program = (
        "import sys; from importlinter.cli import lint_imports_command; sys.argv = ['lint-imports', '--no-cache']; lint_imports_command()"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_every_storey_is_in_the_contract() -> None:
    """A room that nobody put on the stairs could import anything."""
    import tomllib

    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    named = {room.strip().removeprefix("traite_cli.") for layer in layers for room in layer.split("|")}
    there = {
        path.stem if path.is_file() else path.name for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert there - {"__init__", "__main__"} == named


@pytest.mark.parametrize(("room", "words"), [
    ("repository", ("datetime.now", "date.today", "os.environ", "locale.", "print(")), ("kinds", ("datetime.now", "date.today", "os.environ", "locale.", "print(")),
    ("syntax", ("datetime.now", "date.today", "os.environ", "locale.", "print(")), ("checks", ("datetime.now", "date.today", "os.environ", "locale.", "print(")),
    ("asking", ("datetime.now", "date.today", "os.environ", "locale.", "print(")), ("dates", ("date.today", "os.environ", "print(")), ("files", ("datetime.now", "date.today", "print(")),
])  # fmt: skip
def test_nothing_below_the_roof_looks_out(room: str, words: tuple[str, ...]) -> None:
    """No clock, no environment, no locale, no printing: what a room needs is handed to it."""
    found = [(path.name, word) for path in (SOURCE / room).rglob("*.py") for word in words if word in path.read_text(encoding="utf-8")]
    assert [one for one in found if one[0] != "clock.py"] == []
