"""The jobs of a forge as a test runs them: their steps in a real shell, on a real bare repository, with what the forge would hand them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from repositories import ROOT

CI = ROOT / "ci"
INSTALLING = ("apt-get ", "pip install ", "python3 -m venv ", "echo /opt/traite")
"""What the machine of the test has already."""


def read(workflow: Path) -> Any:
    """A file as YAML 1.2 has it, where ``on`` is a text."""
    return YAML(typ="safe").load(workflow.read_text(encoding="utf-8"))


def steps(workflow: Path, job: str = "") -> list[dict[str, Any]]:
    """The steps of a job of GitHub's form, or of the action, that run something in a shell."""
    found = read(workflow)
    every = found["jobs"][job]["steps"] if job else found["runs"]["steps"]
    return [step for step in every if "run" in step and not step["run"].startswith(INSTALLING)]


def environment(step: Mapping[str, Any], event: Mapping[str, str]) -> dict[str, str]:
    """The variables of a step; ``event`` says what each expression of the forge's is. One that it does not know is a ``KeyError``."""
    return {name: _filled(str(value), event) for name, value in step.get("env", {}).items()}


def _filled(text: str, event: Mapping[str, str]) -> str:
    before, found, rest = text.partition("${{")
    if not found:
        return text
    expression, _, after = rest.partition("}}")
    return f"{before}{event[expression.strip()]}{_filled(after, event)}"


def runs(workflow: Path) -> list[str]:
    """Everything that a file has run in a shell, whatever its forge."""
    return list(_runs(read(workflow)))


def _runs(node: Any) -> list[str]:
    if isinstance(node, dict):
        found = [one for key in ("run", "script", "before_script", "after_script") if key in node for one in _texts(node[key])]
        return found + [one for value in node.values() for one in _runs(value)]
    return [one for value in node for one in _runs(value)] if isinstance(node, list) else []


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value] if isinstance(value, list) else []
