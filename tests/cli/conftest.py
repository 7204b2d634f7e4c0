"""Commands made for these tests only, and ways to call them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from calls import Ended
from traite_cli.cli.main import main

PACKAGE = "made_for_tests"

HEAD = """
from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli.call import Call
from traite_cli.language import N_

EXAMPLES = (("traite new-meeting people --format json", N_("a program's way")),)
"""

COMMANDS = {
    "new_meeting.py": """
HELP = N_("Write down " "what was said.")
DETAILS = N_("A second paragraph.")

def command(
    call: Call,
    kind: Annotated[Literal["people", "topics"], Argument(metavar="KIND", help=N_("which records"))],
    words: Annotated[list[str] | None, Argument(help=N_("what to look for"))] = None,
    *,
    format: Annotated[Literal["table", "json"], Option(help=N_("how to show them"))] = "table",
    number: Annotated[int, Option(min=1, max=9)] = 3,
    note: Annotated[str, Option()] = "",
    only: Annotated[list[int] | None, Option()] = None,
    file: Annotated[Path | None, Option(exists=True)] = None,
    overdue: Annotated[bool, Option("--overdue", help=N_("overdue only"))] = False,
) -> int:
    call.console.data(f"{kind} {words} {format} {number} {note} {only} {overdue}")
    return 1 if note == "refused" else 0
""",
    "settings.py": """
HELP = N_("Tell the settings.")

def command(call: Call) -> None:
    call.console.data(repr(call.settings))
""",
    "speak.py": """
HELP = N_("Speak (loudly)")

def command(call: Call, lines: Annotated[int, Argument()] = 1) -> None:
    for _ in range(lines):
        call.console.data("Élodie\\u202f: «\\u00a0l\\u2019œuvre\\u00a0»")
    call.console.say("said")
    call.console.detail("more said")
    call.console.detail("all said", level=2)
""",
    "required.py": """
HELP = N_("Want an option.")

def command(call: Call, due: Annotated[str, Option()], to: Annotated[str, Option(envvar="TO")] = "") -> None:
    call.console.data(due)
""",
    "fail.py": """
import errno
from traite_cli.errors import *
from traite_cli.errors import NotFound, Refused, ConfigurationError, MissingExtra

HELP = N_(
    "Fail."
)
ERRORS = {
    "refused": Refused("no {what}", hint="ask {who}", what="way\\x1b[2J", who="someone\\nelse"),
    "unknown": NotFound("no record {name}", near=("raphael-sodini",), name="raphael-sodoni"),
    "configuration": ConfigurationError("bad"),
    "extra": MissingExtra("needs {extra}", extra="pdf"),
    "interrupted": KeyboardInterrupt(),
    "memory": MemoryError(),
    "full": OSError(errno.ENOSPC, "No space left on device", "build/x.pdf"),
    "strange": OSError("odd"),
    "fault": ZeroDivisionError("a fault of ours"),
    "deep": RecursionError(),
    "pipe": BrokenPipeError(errno.EPIPE, "Broken pipe"),
}

def command(call: Call, how: Annotated[str, Argument()]) -> None:
    call.console.data("begun")
    raise ERRORS[how]
""",
    "import_.py": '''
HELP = N_("""Read (a
)
file).""")

def command(call: Call) -> None:
    call.console.data("imported")
''',
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder to be put on Python's path, with the package of commands in it."""
    place = tmp_path_factory.mktemp("path")
    (place / PACKAGE).mkdir()
    (place / PACKAGE / "__init__.py").write_text("", encoding="utf-8")
    (place / PACKAGE / "_private.py").write_text("raise ImportError", encoding="utf-8")
    for name, text in COMMANDS.items():
        (place / PACKAGE / name).write_text(HEAD + text, encoding="utf-8")
    return place


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*os.environ]:
        if name.startswith(("TRAITE_", "_TRAITE", "NO_COLOR", "TERM")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("TRAITE_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def call(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Call the command line in this process."""
    monkeypatch.syspath_prepend(str(folder))

    def run(*arguments: str) -> Ended:
        code = main(list(arguments), commands=PACKAGE)
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return run


@pytest.fixture
def child(folder: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Begin the command line in a process of its own; ``after`` is Python run at its end."""

    def begin(*arguments: str, after: str = "", environment: dict[str, str] | None = None, **streams: Any) -> subprocess.Popen[bytes]:
        path = os.pathsep.join([str(folder), *(one for one in sys.path if one)])
        program = f"import sys\nfrom traite_cli.cli.main import main\ncode = main(commands={PACKAGE!r})\n{after}\nsys.exit(code)"
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **streams}
        return subprocess.Popen(
            [sys.executable, "-c", program, *arguments], env={**os.environ, "PYTHONPATH": path, **(environment or {})}, **streams
        )

    return begin
