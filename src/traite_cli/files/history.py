"""The commits that changed some files, and those files as they were before and after each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from traite_cli.files.failures import failure
from traite_cli.files.git import Git, Unanswered, name_of

_FIELDS = 5
_FORMAT = "--format=%H%n%P%n%as%n%aN%n%s"
_MOST = 2000
"""Commits that are looked at, the newest ones."""


class Commit(NamedTuple):
    """A commit: its number, that of its first parent ('' for a first commit), the day and the author's name, and its subject."""

    number: str
    parent: str
    day: str
    author: str
    subject: str


class Version(NamedTuple):
    """Some files before and after a commit (None: before it is made), by their paths; those that were not there are left out."""

    commit: Commit | None
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


def commits(git: Git, start: str, paths: Sequence[str], *, since: str = "") -> list[Commit]:
    """The commits up to the one of number ``start`` that changed one of some paths (none given: all), the newest first.

    ``since`` is the number of a commit whose history is left out. Raises ``MachineError``.
    """
    span = [f"^{since}"] if since else []
    try:
        said = git.ask("log", "-z", f"--max-count={_MOST}", "--no-show-signature", _FORMAT, start, *span, "--", *paths)
    except Unanswered as answer:
        raise failure(answer.reason) from answer
    return [_commit(one) for one in name_of(said).split("\0") if one]


def _commit(text: str) -> Commit:
    number, parents, day, author, subject = (*text.split("\n", _FIELDS - 1), "", "", "", "")[:_FIELDS]
    return Commit(number, parents.split(" ")[0], day, author, subject.strip())


def other_names(git: Git, start: str, path: str) -> list[str]:
    """The paths that a file had before, as git can tell by what was in it."""
    words = ("-z", "--follow", "--find-renames", "--name-only", "--format=", f"--max-count={_MOST}", "--no-ext-diff", "--no-textconv")
    try:
        said = git.ask("log", *words, start, "--", path)
    except Unanswered:
        return []
    found = dict.fromkeys(name.strip("\n") for name in name_of(said).split("\0"))
    return [
        name.removeprefix(git.prefix) for name in found if name.startswith(git.prefix) and name.removeprefix(git.prefix) not in {"", path}
    ]


def versions(git: Git, found: Sequence[Commit], paths: Sequence[str], most: int) -> Iterator[Version]:
    """The files of some paths before and after each commit; files larger than ``most`` bytes are left out."""
    wanted = dict.fromkeys(number for commit in found for number in (commit.parent, commit.number) if number)
    blobs = _blobs(git, [(number, path) for number in wanted for path in paths], most)
    for commit in found:
        sides = (
            {path: data for path in paths if (data := blobs.get((number, path))) is not None} for number in (commit.parent, commit.number)
        )
        yield Version(commit, *sides)


def _blobs(git: Git, wanted: Sequence[tuple[str, str]], most: int) -> dict[tuple[str, str], bytes]:
    told = "".join(f"{number}:{git.prefix}{path}\n" for number, path in wanted).encode("utf-8", "surrogateescape")
    try:
        said = git.ask("cat-file", "--batch", told=told)
    except Unanswered as answer:
        raise failure(answer.reason) from answer
    found: dict[tuple[str, str], bytes] = {}
    at = 0
    for one in wanted:
        end = said.find(b"\n", at)
        words = said[at:end].split(b" ")
        at = end + 1
        # « number blob size », or « name missing »: then nothing follows.
        if len(words) == _ANSWER and words[2].isdigit():
            size = int(words[2])
            if words[1] == b"blob" and size <= most:
                found[one] = said[at : at + size]
            at += size + 1
    return found


_ANSWER = 3
