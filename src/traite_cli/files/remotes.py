"""The remote that a person's changes go to, and what is there."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from traite_cli.errors import Refused
from traite_cli.files.addresses import Address, address
from traite_cli.files.doing import Done, do
from traite_cli.files.git import Git, Unanswered, name_of
from traite_cli.language import N_

_HEADS = "refs/heads/"


class Remote(NamedTuple):
    """A remote by its name, with its addresses: as it is written down, and as git's settings turn it."""

    name: str
    addresses: tuple[str, ...]
    copy: str = ""
    """The address that is written to, where it is another than the one that is read from: a member's own copy, a « fork »."""

    @property
    def pages(self) -> tuple[Address, ...]:
        """What the addresses may be the page of."""
        return tuple(map(address, self.addresses))


class There(NamedTuple):
    """The branches that a remote has, with their commits, and the one that others are joined to ('' where it does not say)."""

    heads: Mapping[str, str]
    main: str


def remote_for(git: Git, branch: str, *, fetching: bool = False) -> Remote:
    """The remote that git would send a branch to, or bring it from. Raises ``Refused`` where there is none, or no telling which."""
    names = _lines(git, "remote")
    if not names:
        raise Refused(
            N_("this repository knows no other one that anything could be brought in from")
            if fetching
            else N_("this repository knows no other one that the changes could be sent to"),
            hint=N_("whoever looks after the repository gives its address; then, once: git remote add origin ADDRESS"),
        )
    keys = (f"branch.{branch}.pushRemote", "remote.pushDefault", f"branch.{branch}.remote")
    configured = [setting(git, key) for key in (reversed(keys) if fetching else keys)]
    chosen = next((name for name in configured if name in names), names[0] if len(names) == 1 else "")
    if not chosen:
        raise Refused(
            N_("there are several repositories to bring it in from, and nothing says which one is meant: {names}")
            if fetching
            else N_("there are several repositories to send to, and nothing says which one is meant: {names}"),
            hint=N_("say it once: git config remote.pushDefault {first}"),
            names=", ".join(names),
            first=shlex.quote(names[0]),
        )
    written = [one for key in ("pushurl", "url") for one in _lines(git, "config", "--get-all", f"remote.{chosen}.{key}")]
    written_to, read = (_lines(git, "remote", "get-url", *more, "--end-of-options", chosen) for more in (["--push"], []))
    return Remote(chosen, tuple(dict.fromkeys([*written, *written_to, *read])), "".join(written_to[:1]) if written_to != read else "")


def setting(git: Git, key: str) -> str:
    """What git's settings say under a key; '' for nothing."""
    return next(iter(_lines(git, "config", "--get", key)), "")


def _lines(git: Git, *arguments: str) -> list[str]:
    try:
        return name_of(git.ask(*arguments)).splitlines()
    except Unanswered:
        return []


def asked(git: Git, remote: Remote, *, writing: bool = False) -> There | Done:
    """Ask a remote what it has, where it is read or where it is written; how it went, where it does not answer."""
    place = remote.copy if writing and remote.copy else remote.name
    done = do(git, "ls-remote", "--symref", "--end-of-options", place, "HEAD", f"{_HEADS}*")
    if done.code:
        return done
    heads, main = {}, ""
    for line in done.answer.splitlines():
        # « number<tab>refs/heads/x », and « ref: refs/heads/main<tab>HEAD »
        first, _, name = line.partition("\t")
        if name == "HEAD" and first.startswith(f"ref: {_HEADS}"):
            main = first.removeprefix(f"ref: {_HEADS}")
        elif name.startswith(_HEADS):
            heads[name.removeprefix(_HEADS)] = first
    return There(heads, _main(git, remote, heads, main))


def fetch(git: Git, remote: Remote, branches: Sequence[str]) -> Done:
    """Bring some branches of a remote here, beside one's own."""
    wanted = [f"+{_HEADS}{branch}:refs/remotes/{remote.name}/{branch}" for branch in branches]
    return do(git, "fetch", "--no-tags", "--no-prune", "--recurse-submodules=no", "--end-of-options", remote.name, *wanted)


def fetch_contents(git: Git, one: str, other: str) -> None:
    """Bring the contents of the files here that are others in two commits, where a clone takes them only when they are asked for."""
    if git.is_partial:
        do(git, "diff", "--shortstat", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", one, other)


def fetch_beside(git: Git, remote: Remote, branch: str) -> bool:
    """Bring the commits of a branch here without anything that would name them; whether that went well."""
    words = ("--no-tags", "--no-prune", "--refmap=", "--recurse-submodules=no", "--end-of-options")
    return do(git, "fetch", *words, remote.name, f"{_HEADS}{branch}").code == 0


def remembered(git: Git, remote: Remote) -> There:
    """What a remote had when it was last asked."""
    before = f"refs/remotes/{remote.name}/"
    pairs = (line.split(" ", 1) for line in _lines(git, "for-each-ref", "--format=%(objectname) %(refname)", before.removesuffix("/")))
    heads = {name.removeprefix(before): number for number, name in pairs if name != f"{before}HEAD"}
    return There(heads, _main(git, remote, heads, ""))


def _main(git: Git, remote: Remote, heads: Mapping[str, str], said: str) -> str:
    before = f"refs/remotes/{remote.name}/"
    known = [name.removeprefix(before) for name in _lines(git, "symbolic-ref", "--quiet", f"{before}HEAD")]
    usual: Sequence[str] = (said, *known, "main", "master", "trunk", *(heads if len(heads) == 1 else ()))
    return next((name for name in usual if name in heads), "")
