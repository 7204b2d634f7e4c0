"""What a template is rendered from, and how it may fail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from traite_cli.language import Language

FOLDER = "templates"


@dataclass(frozen=True, slots=True)
class Job:
    """What a child renders: a template's name, all templates by name, the values it is given, the language."""

    template: str
    templates: Mapping[str, str]
    values: Mapping[str, Any]
    language: Language


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a template gave nothing: the reason, the template and line, and what it was about."""

    reason: str
    template: str = ""
    line: int = 0
    detail: str = ""
