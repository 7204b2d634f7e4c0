"""Templates at work: Jinja's sandbox, in a process of its own, with limits.

The sandbox keeps a template from code and attributes it has no business with; it does not keep it from filling the memory or from
never ending: ``limit`` does, and the clock of the parent.
"""

from __future__ import annotations

import os
import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from math import ceil
from typing import Any, BinaryIO

from traite_cli.circulating.field_text import Markdown, escaped
from traite_cli.circulating.filters import filters
from traite_cli.circulating.template_job import FOLDER, MOST_MEMORY, MOST_OUTPUT, SECONDS, Failure, Job, packed


def serve(told: BinaryIO, answers: BinaryIO) -> None:
    """Render one job, its values told after it.

    Both are pickled by the parent and hold only the parent's own values; the answer is JSON, so that nothing a template does is unpickled.
    """
    limit()
    # While the parent finds out what the job is, and then the values.
    import jinja2.sandbox  # noqa: F401  # as said above

    import traite_cli.circulating.working_document  # noqa: F401  # as said above

    job = pickle.load(told)  # noqa: S301  # written by the parent
    answers.write(packed(work(job, lambda: pickle.load(told))))  # noqa: S301  # written by the parent


def work(job: Job, asked: Callable[[], Mapping[str, Any]]) -> str | Failure:
    """Render in this process; what goes wrong is given back as a value.

    ``asked`` waits for the values that the template is given: meanwhile it is read.
    """
    try:
        with _in_time():
            environment = _environment(job)
            _read_ahead(environment, job)
        values = asked()
        with _in_time():
            return str(environment.get_template(job.template).render(**values))
    except Exception as error:  # noqa: BLE001  # a template may raise anything; its text is data
        return _failure(job, error)


def _read_ahead(environment: Any, job: Job) -> None:
    """Read what the template will most likely ask for: templates that it names, and words of the language.

    What is wrong with one is told when it is asked for, and only then.
    """
    wanted = [job.template]
    for name in wanted:
        try:
            environment.get_template(name)
        except TimeoutError:
            raise
        except Exception:  # noqa: BLE001, S112  # a template may raise anything, and will again
            continue
        text = job.templates[name]
        # A name without quotes stands in a remark.
        named = [one for one in job.templates if f'"{one}"' in text or f"'{one}'" in text or f".{job.language}." in one]
        wanted += [one for one in named if one not in wanted]


@contextmanager
def _in_time() -> Iterator[None]:
    """Stop a template that does not end where it is, so that its line can be named; what cannot be stopped so, the parent ends."""
    import signal

    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _stop(*_: object) -> None:
    raise TimeoutError


def _failure(job: Job, error: Exception) -> Failure:
    import jinja2

    if isinstance(error, jinja2.TemplateSyntaxError):
        return Failure("syntax", (error.name or job.template).removeprefix(f"{FOLDER}/"), error.lineno, error.message or "")
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
    safe = environment.is_safe_attribute
    environment.is_safe_attribute = lambda obj, attr, value: safe(obj, attr, value) and not _of_a_class(value)  # type: ignore[method-assign]  # Jinja's own hook
    formatting = environment.wrap_str_format
    environment.wrap_str_format = lambda value: _as_text(formatting(value))  # type: ignore[method-assign]  # Jinja's own hook
    for name in _NO_FILTERS:
        environment.filters.pop(name, None)
    environment.globals.pop("lipsum", None)
    environment.filters.update(filters(job.language), safe=Markdown, **dict.fromkeys(("e", "escape", "forceescape"), _printed))
    return environment


_NO_FILTERS = ("random", "pprint", "striptags", "tojson", "urlize", "xmlattr")
"""What is left to chance would make other bytes of the same records; what makes HTML has no place in Markdown."""


def _of_a_class(value: object) -> bool:
    """Whether this is a method of a class and not of a value: ``date.today`` would read the clock."""
    return isinstance(getattr(value, "__self__", None), type)


class _TooLongError(Exception):
    """A template prints more than a document may hold: told before anything goes through all of it."""


_REASONS = {MemoryError: "memory", RecursionError: "depth", TimeoutError: "time", _TooLongError: "output"}


def _printed(value: object) -> Markdown:
    """Every text that a template prints is escaped, unless it is Markdown already."""
    if isinstance(value, str) and len(value) > MOST_OUTPUT:
        raise _TooLongError
    if isinstance(value, Markdown):
        return value
    said = "" if value is None else str(value)
    if callable(value) or isinstance(value, Iterator):
        # What is printed of one is where it lies in the memory: never twice the same.
        message = f"{type(value).__name__} is no text"
        raise TypeError(message)
    return escaped(said)


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


def limit() -> None:
    """Bind this process; where the system has no such limits, its parent's clock still does."""
    try:
        import resource
    except ImportError:
        return
    seconds = ceil(SECONDS) + 1  # the alarm, which knows the line, rings before
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    most = _address_space() + MOST_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space() -> int:
    """How much this process has by now of its parent's, in bytes (proc(5), statm); 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as told:  # noqa: PTH123  # a Path costs more than the reading
            return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _forbidden(error: Exception) -> str:
    """What a template asked for and may not have: the name between quotes in Jinja's words, or all of them."""
    found = re.search(r"'([^']+)'", str(error))
    return found[1] if found else str(error)
