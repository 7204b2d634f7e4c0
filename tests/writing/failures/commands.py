"""The commands that write, and a repository to try each in. A new one is a line in ``COMMANDS``."""

from __future__ import annotations

import contextlib
import io
import os
import re
from collections.abc import Mapping, Sequence
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
    "compte-rendu.txt": "Réunion du bureau du 2 mars 2015\n\nPrésents : Raphaël Sodini (MIPROF), Zoé Roux (ECPAT)\n\nRaphaël Sodini s’engage à écrire.\n",
}
BEFORE_INIT = {"LISEZMOI.txt": "Ce qui est là reste.\n"}
_TEMPORARY = re.compile(r"\..+\.\d+-\d+")
"""The name of a file that is being written."""
RENAME = ("rename", "people/sodini", "raphael-sodini")


_LAST = 8


class Command(NamedTuple):
    """The words of a call, the calls that come before it, whether it changes all of its files or none, and the files it begins with.

    ``one_of``: of so many calls of the system one is broken, where a command does the same for forty files.
    """

    words: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()
    is_whole: bool = True
    files: Mapping[str, str] = FILES
    one_of: int = 1

    def broken_at(self, calls: int) -> Sequence[int]:
        """The numbers of the calls that are broken in turn, the last ones among them."""
        return sorted({*range(0, calls, self.one_of), *range(max(0, calls - _LAST), calls)})


COMMANDS = {
    "follow-up": Command(("follow-up", "lettre", "--status", "no_news", "--date", "2015-01-05")),
    "answer": Command(("answer", "questions", "1", "--status", "declined", "--date", "2015-01-05")),
    "rename": Command(("rename", "organisations/miprof", "la-miprof")),
    "merge-people": Command(("merge-people", "sodini", "r-sodini")),
    "new-topic": Command(("new-topic", "--title", "Un dossier")),
    "new-meeting": Command(("new-meeting", "--title", "Une réunion", "--date", "2015-02-02", "--with", "sodini")),
    "hold": Command(("hold", "bureau", "--with", "r-sodini", "--body", "Vu.", "--place", "Lyon", "--no-ask")),
    "new-person": Command(("new-person", "--name", "Zoé Roux", "--organisation", "miprof")),
    "new-organisation": Command(("new-organisation", "--name", "Hors la rue")),
    "new-commitment": Command(("new-commitment", "--title", "Écrire", "--by", "sodini", "--made-at", "bureau")),
    "new-request": Command(("new-request", "--title", "Demande", "--to", "miprof", "--date", "2015-02-02", "--body", "1. Quand ?")),
    "new-update": Command(("new-update", "--title", "Du nouveau", "--date", "2015-02-02", "--topic", "sejour", "--body", "Un texte.")),
    "new-document": Command(("new-document", "--title", "Rapport", "--author", "miprof")),
    "new-edition": Command(("new-edition", "--title", "Document", "--date", "2015-02-02")),
    "import": Command(("import", "compte-rendu.txt", "--people", "--commitments")),
    "init": Command(("init", ".", "--name", "Les Voisins", "--language", "fr", "--timezone", "Europe/Paris"), files=BEFORE_INIT, one_of=13),
    "validate --fix": Command(("validate", "--fix", "--select", "TR210,TR214"), is_whole=False),
    "undo": Command(("undo",), (RENAME,)),
    "render": Command(("render", "--to", "md", "--output", "build/"), is_whole=False),
}


def put(root: Path, command: Command) -> None:
    """Make the repository that a command is tried in."""
    for path, text in command.files.items():
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
    """What stands below a folder, the journal with its lock and git's own aside."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] not in {".traite", ".git"}
    }


def without_temporaries(found: dict[str, bytes]) -> dict[str, bytes]:
    """The files but for those that nobody reads."""
    return {path: data for path, data in found.items() if not _TEMPORARY.fullmatch(path.rpartition("/")[2])}
