"""Commits made beside the index and the files: nothing that a person sees moves while one is made.

Everything goes through an index of its own in a temporary folder. What was changed is taken as ``git add`` takes it: the settings of
line ends and the filters of Git LFS count, and what ``.gitignore`` names stays out.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from traite_cli.files.doing import Done, hook, their_environment
from traite_cli.files.failures import failure
from traite_cli.files.git import Git, Unanswered, name_of

FOLDERS = ("records", "attachments", "templates", "queries", "traite.toml")
"""What a collective keeps; whatever else lies beside it is the person's own."""

_LEFTOVERS = ("~", ".swp", ".swo", ".tmp", ".bak", ".orig", ".rej")
_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})


class Entry(NamedTuple):
    """A file as git keeps it: its mode and the number of its content; no number for one that is gone."""

    mode: str
    number: str


Sort = Literal["added", "removed", "changed"]
GONE = Entry("0", "")
Entries = Mapping[str, Entry]
"""Files by their paths from the folder of the records."""


def changed(git: Git, commit: str) -> Entries:
    """The files of the collective that are other than a commit has them; their contents are kept in git from here on."""
    with scratch_index() as surroundings:
        taken_from_real(git, surroundings)
        _run(git, surroundings, "read-tree", "-m", "-i", commit)
        compared = ("--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules=all", "--relative")
        known = _paths(git.ask("diff", "--name-only", "-z", *compared, "--", *FOLDERS, surroundings=surroundings))
        new = _paths(git.ask("ls-files", "--others", "--exclude-standard", "-z", "--", *FOLDERS, surroundings=surroundings))
        paths = [*known, *(path for path in new if not is_leftover(path))]
        _run(git, surroundings, "update-index", "--add", "--remove", "--replace", "-z", "--stdin", told=_told(paths))
        return entries(git, commit, "", surroundings)


def entries(git: Git, before: str, after: str, surroundings: dict[str, str] | None = None, *, everywhere: bool = False) -> Entries:
    """What the files of the collective are at a commit or tree ('': in the index), where they were something else before.

    ``everywhere`` takes in all other files.
    """
    words = ("-z", "--no-renames", "--no-abbrev", "--ignore-submodules=all", "--relative")
    command = ("diff-tree", "-r", *words, before, after) if after else ("diff-index", "--cached", *words, before)
    found = name_of(_run(git, surroundings, *command, "--", *(() if everywhere else FOLDERS))).split("\0")
    # « :mode mode number number sort », then the path
    facts = (line.removeprefix(":").split(" ") for line in found[:-1:2])
    return {path: GONE if sort == "D" else Entry(mode, number) for (_, mode, _, number, sort), path in zip(facts, found[1::2], strict=True)}


def changes_between(git: Git, before: str, after: str, *, submodules: bool = False) -> Mapping[str, Sort]:
    """Every file below the folder of the records that is another at two commits or trees, and what became of it.

    ``submodules`` counts other repositories that are kept as a part of this one too.
    """
    ignored = "none" if submodules else "all"
    words = ("-r", "-z", "--name-status", "--no-renames", f"--ignore-submodules={ignored}", "--relative")
    found = name_of(_run(git, None, "diff-tree", *words, before, after)).split("\0")
    return {path: _SORTS.get(sort, "changed") for sort, path in zip(found[:-1:2], found[1::2], strict=True)}


_SORTS: Mapping[str, Sort] = {"A": "added", "D": "removed"}


def is_leftover(path: str) -> bool:
    """Whether a file nobody committed yet is what an editor or a system left behind: « ~$lettre.docx », « x.md~ », « .DS_Store »."""
    name = path.rpartition("/")[2].lower()
    return (
        any(part.startswith(".") for part in path.split("/"))
        or name.startswith(("~$", "#"))
        or name.endswith(_LEFTOVERS)
        or name in _OF_SYSTEMS
        or path.endswith("/")
    )


def tree_with(git: Git, commit: str, changes: Entries) -> str:
    """The number of a commit's tree with some files changed."""
    with scratch_index() as surroundings:
        _put(git, surroundings, commit, changes)
        return _answer(_run(git, surroundings, "write-tree"))


class Message(NamedTuple):
    """What a commit says, and whose it is: a name and an address, '' for those of git's settings."""

    text: str
    name: str = ""
    email: str = ""

    @property
    def surroundings(self) -> dict[str, str]:
        """Git's surroundings for it."""
        who = {
            f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in (("NAME", self.name), ("EMAIL", self.email))
        }
        return {**their_environment(), **{key: value for key, value in who.items() if value}}


def unknown_of_author(git: Git) -> list[str]:
    """What git's settings do not say of the person: ``name``, ``email``; what git would guess from the machine's name does not count."""
    surroundings = their_environment()
    try:
        git.ask("-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT", surroundings=surroundings)
        git.ask("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT", surroundings=surroundings)
    except Unanswered:
        return [key for key in ("name", "email") if not _is_set(git, key)] or ["name", "email"]
    return []


def _is_set(git: Git, key: str) -> bool:
    try:
        return bool(git.ask("config", "--get", f"user.{key}").strip())
    except Unanswered:
        return False


def committed(git: Git, tree: str, parents: Sequence[str], message: Message) -> str:
    """Make a commit, and give its number; no branch moves. Signed where the person's settings say so."""
    try:
        signs = git.ask("config", "--type=bool", "--get", "commit.gpgSign").strip() == b"true"
    except Unanswered:
        signs = False
    before = [word for parent in parents for word in ("-p", parent)]
    words = ("-c", "i18n.commitEncoding=UTF-8", "commit-tree", *(["-S"] if signs else []), *before, "-F", "-", tree)
    return _answer(_run(git, message.surroundings, *words, told=message.text.encode("utf-8", "backslashreplace")))


def refused_by_hooks(git: Git, commit: str, changes: Entries, message: Message) -> tuple[str, Done] | None:
    """The hook of the person's that refuses a commit, and what it said; it is shown the files as they would be committed.

    What a hook changes of its own is not taken: what is sent is what was shown.
    """
    with scratch_index() as surroundings:
        _put(git, surroundings, commit, changes)
        text = Path(surroundings["GIT_INDEX_FILE"]).with_name("message")
        text.write_bytes(message.text.encode("utf-8", "backslashreplace"))
        more = {**message.surroundings, **surroundings}
        for name, arguments in (("pre-commit", ()), ("commit-msg", (str(text),))):
            done = hook(git, name, *arguments, more=more)
            if done is not None and done.code:
                return name, done
    return None


def _put(git: Git, surroundings: dict[str, str], commit: str, changes: Entries) -> None:
    _run(git, surroundings, "read-tree", commit)
    _run(git, surroundings, "update-index", "-z", "--index-info", told=index_lines(git, changes, commit))


def index_lines(git: Git, changes: Entries, commit: str) -> bytes:
    """Files as ``git update-index --index-info`` takes them; the number of some commit says how long numbers are."""
    nothing = "0" * len(commit)
    # What is gone goes first: a file may stand where a folder was.
    ordered = sorted(changes.items(), key=lambda one: (bool(one[1].number), one[0]))
    lines = (f"{entry.mode} {entry.number or nothing}\t{git.prefix}{path}" for path, entry in ordered)
    return _told(lines)


@contextmanager
def scratch_index() -> Iterator[dict[str, str]]:
    """Git's surroundings with an index of its own, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="traite-") as folder:
        yield {**their_environment(), "GIT_INDEX_FILE": str(Path(folder, "index"))}


def taken_from_real(git: Git, surroundings: Mapping[str, str]) -> None:
    """Begin with a copy of the real index, which knows what was not touched: ten thousand files are not read again."""
    own = git.root / _answer(_run(git, None, "rev-parse", "--git-path", "index"))
    if own.is_file():
        shutil.copyfile(own, surroundings["GIT_INDEX_FILE"])


def _run(git: Git, surroundings: dict[str, str] | None, *arguments: str, told: bytes = b"") -> bytes:
    try:
        return git.ask(*arguments, surroundings=surroundings, told=told)
    except Unanswered as answer:
        raise failure(answer.reason) from answer


def _answer(said: bytes) -> str:
    return name_of(said).removesuffix("\n")


def _paths(said: bytes) -> list[str]:
    return [path for path in name_of(said).split("\0") if path]


def _told(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\0" for line in lines).encode("utf-8", "surrogateescape")
