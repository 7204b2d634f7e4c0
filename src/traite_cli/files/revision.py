"""The files as they were committed at a git revision, read without a checkout."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import IO, TYPE_CHECKING, NamedTuple, Self

from traite_cli.errors import MachineError
from traite_cli.files.failures import failure
from traite_cli.files.git import Git, Unanswered, environment, name_of
from traite_cli.files.source import Found, Unreadable, listed
from traite_cli.language import N_

if TYPE_CHECKING:
    import subprocess

REFUSALS = {"120000": "link", "160000": "special"}
_AT_ONCE = 1 << 16
_AHEAD = 64
"""So many files are asked for before the first is read: less than any pipe holds."""


class Entry(NamedTuple):
    """A file of a revision: its object's number, and why it is not to be read, or ''."""

    number: str
    refusal: str


class Revision:
    """A source of the files of one commit, below the folder of ``git``.

    It keeps one process of git's to read from; ``close`` ends it, as leaving a ``with`` does.
    """

    def __init__(self, git: Git, commit: str) -> None:
        self._git = git
        self._commit = commit
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        """The process of ours that began it: one that was made of that must not read from it."""
        self._expected: deque[str] = deque()
        self._asked: deque[str] = deque()
        """The numbers of the files that git was asked for and that are not read yet."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process that files were read from."""
        if self._process is not None:
            _pipes(self._process)[0].close()
            _pipes(self._process)[1].close()
            self._process.wait()
            self._process = None
            self._asked.clear()

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        return entries(self._git, self._commit)

    def files(self, folder: str) -> Iterator[Found]:
        yield from listed({path: entry.refusal for path, entry in self._entries.items()}, folder)

    @property
    def name(self) -> str:
        """What tells the files from those of any other revision; '' where they may change."""
        return f"{self._commit}:{self._git.prefix}" if self._commit else ""

    def number(self, path: str) -> str:
        """What git calls the content of a file; '' where there is none to read."""
        entry = self._entries.get(path)
        return "" if entry is None or entry.refusal else entry.number

    def expect(self, paths: Iterable[str]) -> None:
        """Say which files are read next, in which order: git is asked for some at once, and need not wait for us at each."""
        self._expected = deque(filter(None, map(self.number, paths)))

    def read(self, path: str, most: int) -> bytes:
        entry = self._entries.get(path)
        if entry is None:
            raise Unreadable(path, "gone")
        if entry.refusal:
            raise Unreadable(path, entry.refusal)
        out = self._ask(entry.number)
        answer = out.readline().split()
        if answer[1:2] != [b"blob"]:
            if self._git.is_partial:
                raise MachineError(
                    N_("this clone holds only a part of what was committed: {path} is missing"),
                    hint=N_("fetch a whole one into another folder: git clone, without --filter"),
                    path=path,
                )
            raise Unreadable(path, "gone")
        return _taken(out, int(answer[2]), most + 1)

    def _ask(self, number: str) -> IO[bytes]:
        """Where git's answer about a file begins."""
        into, out = _pipes(self._reader())
        while self._asked and self._asked[0] != number:
            _let_go(out)
            self._asked.popleft()
        if not self._asked:
            is_expected = bool(self._expected) and self._expected[0] == number
            self._asked.extend(islice(self._expected, _AHEAD) if is_expected else [number])
            into.write("".join(f"{one}\n" for one in self._asked).encode())
            into.flush()
        if self._expected and self._expected[0] == number:
            self._expected.popleft()
        self._asked.popleft()
        return out

    def _reader(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._owner != os.getpid():
            import subprocess

            self._owner = os.getpid()
            self._asked.clear()
            try:
                self._process = subprocess.Popen(  # noqa: S603  # git, with arguments of our own
                    self._git.command("cat-file", "--batch"),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment(),
                )
            except OSError as error:
                raise failure(str(error)) from error
        return self._process


def entries(git: Git, number: str, prefix: str | None = None) -> dict[str, Entry]:
    """Every file of a commit or a tree by its path from the folder of ``git``, or from ``prefix``; none where that was not there yet."""
    folder = (git.prefix if prefix is None else prefix).removesuffix("/")
    try:
        # The whole tree of the folder: its number and a colon begin with no hyphen.
        lines = git.ask("ls-tree", "-r", "-z", "--full-tree", f"{number}:{folder}")
    except Unanswered:
        return {}
    return dict(_entry(line) for line in name_of(lines).split("\0") if line)


def _entry(line: str) -> tuple[str, Entry]:
    # « mode type number<tab>path »
    facts, _, path = line.partition("\t")
    mode, _, number = facts.split(" ")
    return path, Entry(number, REFUSALS.get(mode, ""))


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None  # noqa: S101  # both are asked for where the process begins
    assert process.stdout is not None  # noqa: S101  # as above
    return process.stdin, process.stdout


def _let_go(out: IO[bytes]) -> None:
    """Leave out an answer that nobody reads."""
    answer = out.readline().split()
    if answer[1:2] == [b"blob"]:
        _taken(out, int(answer[2]), 0)


def _taken(out: IO[bytes], size: int, most: int) -> bytes:
    """The first of ``size`` bytes; the rest, and the line end that git puts behind them, are read and let go."""
    kept = out.read(min(size, most))
    left = size - len(kept) + 1
    while left > 0 and (part := out.read(min(left, _AT_ONCE))):
        left -= len(part)
    return kept
