"""Templates to Markdown. They come from pull requests: they run in Jinja's sandbox, in a process of their own, with limits.

The sandbox keeps a template from code and attributes it has no business with; it does not keep it from filling the memory or from
never ending. Where a process can be forked the child starts at once with everything read; elsewhere a new Python is started.
"""

from __future__ import annotations

import json
import os
import pickle
import re
import sys
from collections.abc import Callable, Iterable
from typing import Any

from traite_cli.circulating.field_text import Markdown, escaped
from traite_cli.circulating.filters import filters
from traite_cli.circulating.template_faults import error_of
from traite_cli.circulating.template_job import FOLDER, Failure, Job

SECONDS = 20
_GRACE = 1
MOST_MEMORY = 1 << 30
MOST_OUTPUT = 1 << 24


def render(job: Job) -> str:
    """The Markdown that a template makes. Raises ``ConfigurationError`` with the template, the line and what is missing."""
    answer = _forked(job) if sys.platform == "linux" else _started(job)
    if isinstance(answer, Failure):
        raise error_of(job, answer, SECONDS)
    return answer


# --- in the child -------------------------------------------------------------------------------------------------------------


def work(job: Job) -> str | Failure:
    """Render in this process; what goes wrong is given back as a value."""
    try:
        return str(_environment(job).get_template(job.template).render(**job.values))
    except Exception as error:  # noqa: BLE001  # a template may raise anything; its text is data
        return _failure(job, error)


def _failure(job: Job, error: Exception) -> Failure:
    import jinja2

    if isinstance(error, jinja2.TemplateSyntaxError):
        return Failure("syntax", error.name or job.template, error.lineno, str(error.message or ""))
    if isinstance(error.__context__, TimeoutError):
        # Jinja stumbled when it looked for the line: the alarm rang between two.
        return Failure("time", job.template)
    place = _place(error)
    if isinstance(error, jinja2.TemplateNotFound):
        return Failure("not-found", *place, str(error.name or error))
    if isinstance(error, jinja2.UndefinedError):
        return Failure("undefined", *place, str(error.message))
    if isinstance(error, jinja2.exceptions.SecurityError):
        return Failure("forbidden", *place, _forbidden(error))
    reason = next((reason for sort, reason in _REASONS.items() if isinstance(error, sort)), "failed")
    return Failure(reason, *place, f"{type(error).__name__}: {error}"[:300] if reason == "failed" else "")


def _environment(job: Job) -> Any:  # jinja2 is imported where it is used
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def load(name: str) -> tuple[str, str, None] | None:
        text = job.templates.get(name)
        return None if text is None else (_tidy(text), f"{FOLDER}/{name}", None)

    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        finalize=_printed,
        # Jinja's own escaping is HTML's, and takes a text escaped in that way for one that needs no more.
        autoescape=False,
        keep_trailing_newline=True,
    )
    # What a macro or a block makes is Markdown already; what ``format`` puts together is not, whatever the format was.
    environment.concat = _joined  # type: ignore[method-assign]  # Jinja's own hook
    formatting = environment.wrap_str_format
    environment.wrap_str_format = lambda value: _as_text(formatting(value))  # type: ignore[method-assign]  # Jinja's own hook
    for name in _NO_FILTERS:
        environment.filters.pop(name, None)
    environment.globals.pop("lipsum", None)
    environment.filters.update(filters(job.language), safe=Markdown, **dict.fromkeys(("e", "escape", "forceescape"), _printed))
    return environment


_NO_FILTERS = ("random", "pprint", "striptags", "tojson", "urlize", "xmlattr")
"""What is left to chance would make other bytes of the same records; what makes HTML has no place in Markdown."""


class _TooLongError(Exception):
    """A template prints more than a document may hold: told before anything goes through all of it."""


_REASONS = {MemoryError: "memory", RecursionError: "depth", TimeoutError: "time", _TooLongError: "output"}


def _printed(value: object) -> Markdown:
    """Every text that a template prints is escaped, unless it is Markdown already."""
    if isinstance(value, str) and len(value) > MOST_OUTPUT:
        raise _TooLongError
    if isinstance(value, Markdown):
        return value
    return Markdown("") if value is None else escaped(str(value))


def _as_text(formatting: Callable[..., str] | None) -> Callable[..., str] | None:
    return None if formatting is None else lambda *args, **kwargs: str(formatting(*args, **kwargs))


def _joined(parts: Iterable[str]) -> Markdown:
    return Markdown("".join(parts))


def _tidy(text: str) -> str:
    """A template in which lines of nothing but tags leave no line behind, and every other line end stays, as one expects.

    The line end goes into a comment, so that errors still name the right line.
    """
    return _LINE_OF_TAGS.sub(lambda found: "".join(_ONE_TAG.findall(found["tags"])) + "{#\n#}", text)


_TAG = r"\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}"
_ONE_TAG = re.compile(_TAG, re.DOTALL)
_LINE_OF_TAGS = re.compile(rf"^[ \t]*(?P<tags>(?:(?:{_TAG})[ \t]*)+)\n", re.MULTILINE | re.DOTALL)


def _place(error: BaseException) -> tuple[str, int]:
    """The template and line that an error came from: the last of its frames that is a template's."""
    template, line = "", 0
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(f"{FOLDER}/"):
            template, line = name.removeprefix(f"{FOLDER}/"), trace.tb_lineno
        trace = trace.tb_next
    return template, line


def limit(seconds: int = SECONDS, memory: int = MOST_MEMORY) -> None:
    """Bind this process; where the system has no such limits, its parent's clock still does."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbidden(error: Exception) -> str:
    """What a template asked for and may not have: the name between quotes in Jinja's words, or all of them."""
    found = re.search(r"'([^']+)'", str(error))
    return found[1] if found else str(error)


def _alarm() -> None:
    """Stop a template that does not end where it is, so that its line can be named; what cannot be stopped so, the parent ends."""
    import signal

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)


def packed(answer: str | Failure) -> bytes:
    """An answer as bytes that can be read without trusting whoever wrote them."""
    if isinstance(answer, str):
        return json.dumps({"text": answer[:MOST_OUTPUT] if len(answer) <= MOST_OUTPUT else None}).encode()
    return json.dumps({"reason": answer.reason, "template": answer.template, "line": answer.line, "detail": answer.detail}).encode()


def _unpacked(data: bytes) -> str | Failure:
    try:
        answer = json.loads(data)
    except ValueError:
        return Failure("stopped")
    if "text" in answer:
        return str(answer["text"]) if answer["text"] is not None else Failure("output")
    return Failure(str(answer["reason"]), str(answer["template"]), int(answer["line"]), str(answer["detail"]))


# --- two ways of having a child -----------------------------------------------------------------------------------------------


def _forked(job: Job) -> str | Failure:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _child(job, reader, writer)
    os.close(writer)
    try:
        return _unpacked(_within(reader, SECONDS + _GRACE)) if child else Failure("stopped")
    except TimeoutError:
        return Failure("time")
    finally:
        os.close(reader)
        _end(child)


def _child(job: Job, reader: int, writer: int) -> None:
    """Never returns: whatever happens, this copy of the process ends here."""
    status = 1
    try:
        os.close(reader)
        limit()
        _alarm()
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(packed(work(job)))
        status = 0
    finally:
        os._exit(status)


def _within(reader: int, seconds: float) -> bytes:
    import select
    import time

    end = time.monotonic() + seconds
    parts: list[bytes] = []
    while True:
        ready, _, _ = select.select([reader], [], [], max(end - time.monotonic(), 0))
        if not ready:
            raise TimeoutError
        part = os.read(reader, 1 << 16)
        if not part:
            return b"".join(parts)
        parts.append(part)


def _end(child: int) -> None:
    import signal
    from contextlib import suppress

    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _started(job: Job) -> str | Failure:
    import subprocess

    command = [sys.executable, "-I", "-m", "traite_cli.circulating.template_child"]
    try:
        done = subprocess.run(command, input=pickle.dumps(job), capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  # our own Python
    except subprocess.TimeoutExpired:
        return Failure("time")
    return _unpacked(done.stdout)
