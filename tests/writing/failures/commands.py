"""The commands that write, and a repository to try each in. A new one is a line in ``COMMANDS``."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path
from typing import NamedTuple

from traite_cli.cli.main import main

PROMISE, MEETING = "records/commitments/lettre.md", "records/meetings/bureau.md"
FILES = {
    "traite.toml": 'name = "Essai"\norganisation = "miprof"\n',
    PROMISE: "---\ntitle: Écrire aux préfets\nby: sodini  # du Cabinet\nmade_on: 2014-10-22\n---\n",
    "records/requests/questions.md": "---\r\ntitle: Questions\r\nto: miprof\r\ndate: 2014-11-07\r\n---\r\n\r\n1. Quel statut ?\r\n",
    "records/people/sodini.md": "---\nname: Raphaël Sodini\n---\n",
    "records/people/r-sodini.md": "---\nname: R. Sodini\nmemberships: miprof\n---\n",
    "records/organisations/miprof.md": "---\nname: MIPROF\n---\n",
    MEETING: "---\ntitle: Bureau\ndate: 2014-10-22\nparticipants: [sodini]\nexcused: [r-sodini]\n---\n\nAvec [lui](../people/sodini.md).\n",
    "records/topics/sejour.md": "---\r\ntitle: Séjour\nlead: sodini\r\n---\r\n",
    "records/topics/titre.md": "---\ntitre: Le titre\nlead: Raphaël Sodini\nopened: 22/10/2014\n---\n",
    "records/editions/2015-01-22.md": "---\ntitle: Document\ndate: 2015-01-22\n---\n",
}
RENAME = ("rename", "people/sodini", "raphael-sodini")


class Command(NamedTuple):
    """The words of a call, the calls that come before it, and whether it changes all of its files or none."""

    words: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()
    is_whole: bool = True


COMMANDS = {
    "follow-up": Command(("follow-up", "lettre", "--status", "no_news", "--date", "2015-01-05")),
    "answer": Command(("answer", "questions", "1", "--status", "declined", "--date", "2015-01-05")),
    "rename": Command(("rename", "organisations/miprof", "la-miprof")),
    "merge-people": Command(("merge-people", "sodini", "r-sodini")),
    "new-topic": Command(("new-topic", "--title", "Un dossier")),
    "new-meeting": Command(("new-meeting", "--title", "Une réunion", "--date", "2015-02-02", "--with", "sodini")),
    "validate --fix": Command(("validate", "--fix", "--select", "TR210,TR214"), is_whole=False),
    "undo": Command(("undo",), (RENAME,)),
    "render": Command(("render", "--to", "md", "--output", "build/"), is_whole=False),
}


def put(root: Path, command: Command) -> None:
    """Make the repository that a command is tried in."""
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    for words in command.before:
        assert call(root, *words) == 0


def call(root: Path, *words: str) -> int:
    """Call the command line in this process, in a folder, and give its exit code; what it says is not listened to."""
    before = Path.cwd()
    os.chdir(root)
    try:
        with quiet():
            return main(["--lang", "en", *words])
    finally:
        os.chdir(before)


@contextlib.contextmanager
def quiet():
    """Nothing is said."""
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())), contextlib.redirect_stderr(io.TextIOWrapper(io.BytesIO())):
        yield


def files(root: Path) -> dict[str, bytes]:
    """What stands below a folder, the journal and its lock aside."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] != ".traite"
    }


def without_temporaries(found: dict[str, bytes]) -> dict[str, bytes]:
    """The files but for those that nobody reads."""
    return {path: data for path, data in found.items() if not path.rpartition("/")[2].startswith(".")}
