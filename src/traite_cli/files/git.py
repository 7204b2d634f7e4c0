"""git, asked through its own program, so that nothing in a repository or an environment makes it do more than answer.

A name that somebody typed is resolved once, behind ``--end-of-options``; what goes further is the number of an object.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from traite_cli.errors import MachineError, NotFound, Refused
from traite_cli.files.failures import DAMAGED, SLOW, failure
from traite_cli.language import N_, nearest

_LONGEST = 30
"""Seconds: whoever planted a pipe among the files of git has it wait, and no longer than this."""
_NUMBER = re.compile(r"[0-9a-f]{40,64}")
_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH")
# No program that a configuration names for watching files, paging or asking; no lock, no network.
_ONLY_ANSWERS = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_SETTINGS = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_OF_THE_REPOSITORY = frozenset({"local", "worktree"})
_OFF = {"clean": "", "process": "", "required": "false"}


SHALLOW = N_("only the last commits are here; fetch the others: git fetch --unshallow (fetch-depth: 0 on a forge)")
"""What to do where a clone holds no older commits."""


class Unanswered(Exception):  # an answer like others, worded by whoever asked
    """git ended with an exit code other than 0; ``reason`` is what it says of that, ``said`` what it had said before."""

    def __init__(self, code: int, reason: str, said: bytes = b"") -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.said = said


class Git:
    """The git repository that a folder belongs to."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def command(self, *arguments: str) -> list[str]:
        """The words of a call of git. Raises ``MachineError`` where there is none."""
        return [program(), "-C", str(self.root), *_ONLY_ANSWERS, *arguments]

    @cached_property
    def unfiltered(self) -> dict[str, str]:
        """Git's surroundings for comparing files: no program runs on them that the repository's own configuration names.

        A filter of the person's own (as Git LFS sets one up) is another matter. Raises ``MachineError``.
        """
        return _configured([(f"{name}.{key}", value) for name in self._named_here("filter") for key, value in _OFF.items()])

    @cached_property
    def unmerged(self) -> dict[str, str]:
        """Git's surroundings for merging by lines, though the repository's own configuration leaves a merge to a program of its own.

        So it is on a forge, which knows none of these programs. Raises ``MachineError``.
        """
        by_lines = f"{shlex.quote(Path(program()).as_posix())} merge-file --quiet %A %O %B || false"
        return _configured([(f"{name}.driver", by_lines) for name in self._named_here("merge")])

    def _named_here(self, section: str) -> list[str]:
        """The names that a section of the repository's own configuration gives its parts (``filter.lfs``)."""
        try:
            said = self.ask("config", "--show-scope", "--null", "--name-only", "--get-regexp", rf"^{section}\..*\.")
        except Unanswered:
            return []  # there is no such section at all
        words = name_of(said).split("\0")
        of_the_repository = zip(words[::2], words[1::2], strict=False)
        return list(dict.fromkeys(key.rpartition(".")[0] for scope, key in of_the_repository if scope in _OF_THE_REPOSITORY))

    def ask(self, *arguments: str, surroundings: dict[str, str] | None = None, told: bytes = b"") -> bytes:
        """What git answers, ``told`` something. Raises ``Unanswered`` where it refuses, ``MachineError`` where it cannot be asked."""
        import subprocess

        try:
            done = subprocess.run(  # noqa: S603  # git, with arguments of our own
                self.command(*arguments),
                capture_output=True,
                check=False,
                env=surroundings or environment(),
                input=told,
                timeout=_LONGEST,
            )
        except subprocess.TimeoutExpired:
            raise failure(SLOW) from None
        except (OSError, subprocess.SubprocessError) as error:
            raise failure(str(error)) from error
        if done.returncode:
            raise Unanswered(done.returncode, done.stderr.decode("utf-8", "replace"), done.stdout)
        return done.stdout

    @cached_property
    def prefix(self) -> str:
        """The folder's path from the top of the git repository, with ``/`` behind it; '' for the top itself. Raises ``Refused``."""
        try:
            inside, _, prefix = self.ask("rev-parse", "--is-inside-work-tree", "--show-prefix").partition(b"\n")
        except Unanswered as answer:
            if "not a git repository" not in answer.reason:
                raise failure(answer.reason) from answer
            inside, prefix = b"false", b""
        if inside.strip() != b"true":
            hint = N_("it is one once somebody has typed there: git init")
            raise Refused(N_("{folder} is no git repository, so that it has no earlier revision"), hint=hint, folder=str(self.root))
        return name_of(prefix.removesuffix(b"\n"))

    def commit(self, name: str) -> str:
        """The number of the commit that a revision's name means. Raises ``NotFound`` with the nearest names."""
        try:
            found = (
                self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode("utf-8", "replace").strip()
            )
        except (Unanswered, ValueError) as answer:  # no name holds a NUL or half a character
            raise self._unknown(name) from answer
        if not _NUMBER.fullmatch(found):
            raise self._unknown(name)  # « ^main » gives a number with a hat: all but main
        return found

    def names(self) -> list[str]:
        """The names of branches and tags, those of the forge's that were fetched included; none where there is no git repository."""
        try:
            return name_of(self.ask("for-each-ref", "--format=%(refname:short)")).split()
        except Unanswered:
            return []

    @cached_property
    def nothing(self) -> str:
        """The number of the tree that holds no file: git knows it without having it."""
        return self.ask("hash-object", "-t", "tree", "--stdin").decode("ascii").strip()

    @cached_property
    def is_shallow(self) -> bool:
        """Whether only the last commits were fetched."""
        return self.ask("rev-parse", "--is-shallow-repository").strip() == b"true"

    @property
    def is_unborn(self) -> bool:
        """Whether nothing was committed yet on the branch that one is on."""
        try:
            branch = self.ask("symbolic-ref", "--quiet", "HEAD").strip()
        except Unanswered:
            return False
        try:
            self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", name_of(branch))
        except Unanswered:
            return True
        return False

    @property
    def is_partial(self) -> bool:
        """Whether only a part of what the commits hold was fetched (``git clone --filter``)."""
        try:
            return bool(self.ask("config", "--get-regexp", r"^(remote\..*\.promisor|extensions\.partialclone)$"))
        except Unanswered:
            return False

    def _unknown(self, name: str) -> NotFound:
        _ = self.prefix  # a folder without git has another fault than a name it does not know
        if name == "HEAD":
            if not self.is_unborn:
                raise failure(DAMAGED)
            hint = N_("git add . and git commit make the first commit")
            return NotFound(N_("nothing was committed here yet: there is nothing to compare with"), hint=hint)
        hint = N_("a branch of the forge is there once it is fetched: git fetch origin")
        if self.is_shallow:
            hint = SHALLOW
        return NotFound(N_("git knows no revision “{name}”"), near=tuple(nearest(name, self.names())), hint=hint, name=name)


def program() -> str:
    """Where git is: in a folder that PATH names whole, and never in the current one, which may be a stranger's repository."""
    names = ("git.exe", "git.cmd") if os.name == "nt" else ("git",)
    for path in (Path(folder, name) for folder in os.get_exec_path() for name in names):
        if path.is_absolute() and path.is_file() and os.access(path, os.X_OK):
            return str(path)
    raise MachineError(N_("git is needed for this, and is not there"), hint=N_("install it: https://git-scm.com"))


def environment() -> dict[str, str]:
    """Git's surroundings: what it needs of ours, and none of what would lead it to another repository (as hooks are given)."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return {**ours, **_SETTINGS}


def _configured(settings: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Git's surroundings with more settings, which count more than those of any file."""
    surroundings = environment()
    given = surroundings.get("GIT_CONFIG_COUNT", "")
    first = int(given) if given.isdecimal() else 0
    for number, (key, value) in enumerate(settings, first):
        surroundings |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return {**surroundings, "GIT_CONFIG_COUNT": str(first + len(settings))}


def name_of(data: bytes) -> str:
    """A path or name of git's; one that is no UTF-8 as the disk's own would be read."""
    return data.decode("utf-8", "surrogateescape")
