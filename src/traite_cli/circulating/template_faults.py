"""What is wrong with a template, in words: Jinja's own are English, and meant for programmers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from traite_cli.circulating.filters import filters
from traite_cli.circulating.template_job import FOLDER, Failure, Job
from traite_cli.errors import ConfigurationError
from traite_cli.language import N_, nearest

_MESSAGES = {
    "not-found": N_("the template {detail} does not exist"),
    "syntax": N_("the template cannot be read: what stands here is not understood"),
    "undefined": N_("the template asks for “{detail}”, which does not exist"),
    "memory": N_("the template needs too much memory; it was stopped"),
    "depth": N_("the template includes itself without end"),
    "time": N_("the template did not end within {seconds} seconds; it was stopped"),
    "output": N_("the template makes a text that is too long; it was stopped"),
    "stopped": N_("the template needed too much memory or time; it was stopped"),
    "forbidden": N_("the template asks for “{detail}”, which templates may not use"),
    "failed": N_("the template fails here: it does with a value what cannot be done with it"),
}
_SYNTAX = (
    (r"No filter named '(?P<detail>[^']+)'", N_("the template uses the filter “{detail}”, which does not exist")),
    (r"No test named '(?P<detail>[^']+)'", N_("the template uses the test “{detail}”, which does not exist")),
    (r"needs to be closed is '(?P<detail>[^']+)'", N_("the template does not close “{detail}” where it should: “end{detail}” is missing")),
    (r"unknown tag '(?P<detail>[^']+)'", N_("the template has a tag “{detail}” that does not exist, or closes nothing")),
    (r"block '(?P<detail>[^']+)' defined twice", N_("the template defines the block “{detail}” twice")),
    (r"end of template", N_("a tag of the template is never closed")),
    (r"Missing end of comment", N_("a comment of the template is never closed")),
    (r"got 'end of", N_("the template cannot be read: before the tag ends, something is missing")),
    (
        r"(?:got|unexpected|unexpected char) ['\"](?P<detail>[^\n]+?)['\"](?:,| at|$)",
        N_("the template cannot be read: “{detail}” does not fit here"),
    ),
)
"""What Jinja says of a template that it cannot read, with our words for it; the first that fits."""
_MISSING = re.compile(r"'(?P<name>[^']+)' is undefined|no attribute '(?P<attribute>[^']+)'|has no element '?(?P<element>[^']+?)'?$")


def error_of(job: Job, values: Mapping[str, Any], failure: Failure, seconds: int) -> ConfigurationError:
    """The error that a failure is, with the template and the line, and the nearest name."""
    message, detail, known = _worded(job, values, failure)
    near = "".join(nearest(detail, known, most=1)) if known else ""
    hint = N_("perhaps: {near}") if near else N_("traite’s own templates are those of its repository, in templates/")
    if failure.reason == "failed":
        hint = N_("what Python says of it: {detail}")
    error = ConfigurationError(message, hint=hint, detail=detail, near=near, seconds=seconds)
    place = f"{FOLDER}/{failure.template or job.template}"
    error.place = f"{place}:{failure.line}" if failure.line else place
    return error


def _worded(job: Job, values: Mapping[str, Any], failure: Failure) -> tuple[str, str, Iterable[str]]:
    """The message for a failure, what it is about, and the names that might have been meant."""
    detail = failure.detail
    match failure.reason:
        case "undefined" if found := _MISSING.search(detail):
            return _MESSAGES["undefined"], next(group for group in found.groups() if group), _names(values)
        case "not-found":
            return _MESSAGES["not-found"], detail, list(job.templates)
        case "syntax":
            for pattern, message in _SYNTAX:
                if found := re.search(pattern, detail):
                    named = found.groupdict().get("detail") or ""
                    return message, named, list(filters("fr")) if "filter" in pattern else ()
    return _MESSAGES[failure.reason], detail, ()


def _names(values: Mapping[str, Any]) -> list[str]:
    """The names that a template may use: its values, and their fields one and two steps down."""
    names = list(values)
    for value in values.values():
        for name in _fields(value):
            names.append(name)
            inner = getattr(value, name)
            names.extend(_fields(cast("tuple[object, ...]", inner)[0] if isinstance(inner, tuple) and inner else inner))
    return names


def _fields(value: object) -> tuple[str, ...]:
    """The names of what a value of a document consists of."""
    return getattr(value, "_fields", ())
