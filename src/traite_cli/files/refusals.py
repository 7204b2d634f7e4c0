"""Why a remote, or the way to it, refused: told from what git said, in a sentence and a thing to do.

Git has one exit code for all of it. Its words are those of git 2.x and of the forges, which all speak English here.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from traite_cli.diagnostics.visible import encodable
from traite_cli.errors import MachineError, Refused, TraiteError
from traite_cli.files.addresses import scrubbed
from traite_cli.files.doing import Done
from traite_cli.files.remotes import Remote
from traite_cli.language import N_

_MOST_LINES = 40
_LONGEST = 300
_NOISE = ("hint:", "To ", "error: failed to push some refs", "Done", "Pushing to ")
_SERVER = "remote:"


class _Reason(NamedTuple):
    """A reason: how it is told from git's words, and what is said of it."""

    words: re.Pattern[str]
    message: str
    hint: str
    of_the_machine: bool = False
    quotes: bool = False
    """Whether the other side's own words are told too."""
    reading: tuple[str, str] = ("", "")
    """The message and the hint where nothing was to be written."""


def _reason(
    words: str, message: str, hint: str, *, machine: bool = False, quotes: bool = False, reading: tuple[str, str] = ("", "")
) -> _Reason:
    """A reason; ``words`` are git's and the forges', one to a line."""
    phrases = "|".join(line.strip() for line in words.strip().splitlines())
    return _Reason(re.compile(phrases, re.IGNORECASE), message, hint, machine, quotes, reading)


@cache
def _reasons() -> tuple[_Reason, ...]:
    """The reasons, those that are told for certain first."""
    return (
        _reason(
            r"""
            transport '[^']*' not allowed
            unable to find remote helper
            """,
            N_("the address of {remote} names a way that traite does not go: {address}"),
            N_(
                "an address begins with https:// or ssh://, or is like git@forge.org:group/name.git; to change it: "
                "git remote set-url {remote} ADDRESS"
            ),
        ),
        _reason(
            r"""
            could not resolve (?:host|proxy)
            name or service not known
            temporary failure in name resolution
            failed to connect
            couldn't connect
            unable to connect
            connection (?:refused|reset|timed out)
            operation timed out
            network is unreachable
            no route to host
            """,
            N_("{host} cannot be reached"),
            N_("is the machine on the network, and is the address right? {address}; then run the command again"),
            machine=True,
        ),
        _reason(
            r"""
            host key verification failed
            remote host identification has changed
            """,
            N_("nobody has said on this machine yet that {host} is the one it says it is"),
            N_("compare its key with the one that the forge publishes, in a terminal: ssh -T git@{host}"),
        ),
        _reason(
            r"""
            ssl certificate
            certificate verif
            ssl_error
            tls handshake
            """,
            N_("{host} does not prove that it is the one it says it is: its certificate is not accepted"),
            N_("is the machine’s clock right? else ask whoever looks after the forge"),
            machine=True,
            quotes=True,
        ),
        _reason(
            r"""
            could not read (?:username|password)
            authentication failed
            access denied
            invalid (?:username|credentials)
            bad credentials
            token (?:has )?expired
            permission denied \(\S*(?:publickey|password)
            terminal prompts disabled
            returned error: 401
            password authentication (?:was|is) (?:removed|not supported)
            """,
            N_("{host} does not know who you are: no password or key is kept on this machine, or it has expired"),
            N_("make a new key on the forge’s page, in your settings, then, once, in a terminal, where git keeps it: git fetch"),
        ),
        _reason(
            r"""
            protected branch
            GH006
            """,
            N_("{host} lets nobody write to the branch {branch} directly"),
            N_("change to a branch of your own, then propose again: git switch -c NAME"),
            quotes=True,
        ),
        _reason(
            r"""
            returned error: 403
            permission to .{0,200} denied
            not allowed to (?:push|upload)
            denied to\b
            user permission denied
            permission denied
            insufficient permission
            unable to create temporary
            unpacker error
            read-only
            have (?:write )?permission
            """,
            N_("you may read what is on {host}, and not write there"),
            N_(
                "ask whoever looks after the repository for the right to write; or make a copy of your own on the forge (a “fork”), then: "
                "git remote set-url --push {remote} ADDRESS-OF-THE-COPY"
            ),
            quotes=True,
            reading=(
                N_("{host} does not let you read what is at {address}"),
                N_(
                    "ask whoever looks after the repository for the right to read it; where your key is an old one, make a new one on "
                    "the forge’s page, then, once, in a terminal, where git keeps it: git fetch"
                ),
            ),
        ),
        _reason(
            r"""
            repository .{0,200}not found
            does not appear to be a git repository
            returned error: 404
            project you were looking for
            does not exist
            no such file
            """,
            N_("there is no repository at {address}, or you may not see it"),
            N_("has it moved? to change the address: git remote set-url {remote} ADDRESS"),
        ),
        _reason(
            r"""
            non-fast-forward
            fetch first
            stale info
            \[rejected\]
            cannot lock ref
            already exists
            """,
            N_("somebody else has sent something to the branch {branch} meanwhile"),
            N_("run the command again; it looks at what is there first"),
        ),
        _reason(
            r"""
            \[remote rejected\]
            hook declined
            """,
            N_("{host} received the changes and did not accept them"),
            N_("what it says above is for whoever looks after the repository"),
            quotes=True,
        ),
    )


def why(done: Done, remote: Remote, branch: str = "", hook: str = "") -> TraiteError:
    """Why git could not fetch, or push to a branch; ``hook`` is a hook of the person's that may have refused."""
    text = encodable(scrubbed(f"{done.answer}\n{done.said}", remote.addresses))
    if hook and "fatal:" not in done.said and "\n!" not in f"\n{done.answer}":
        return refused_by_hook(hook, done, remote.addresses)
    if "aborted by hook" in text:
        return refused_by_hook("reference-transaction", done, remote.addresses)
    found = next((one for one in _reasons() if one.words.search(text)), None)
    lines = tuple(_lines(text))
    facts = {"remote": shlex.quote(remote.name), "branch": branch, "address": _shown(remote), "host": _host(remote)}
    if found is None:
        error: TraiteError = MachineError(N_("git could not do it"), hint=N_("it says why above; the address is {address}"), **facts)
        error.quoted = lines
        return error
    message, hint = (found.message, found.hint) if branch or not all(found.reading) else found.reading
    error = (MachineError if found.of_the_machine else Refused)(message, hint=hint, **facts)
    error.quoted = lines if found.quotes else ()
    return error


def refused_by_hook(name: str, done: Done, addresses: tuple[str, ...]) -> TraiteError:
    """The error of a hook of the person's that said no."""
    error = Refused(
        N_("a check that is installed on this machine, git’s hook {hook}, refused"),
        hint=N_("mend what it says, then run the command again"),
        hook=name,
    )
    error.quoted = tuple(_lines(encodable(scrubbed(f"{done.answer}\n{done.said}", addresses))))
    return error


def _lines(text: str) -> Iterator[str]:
    """What was said, line by line, without what git says for itself."""
    told = 0
    for whole in text.replace("\r", "\n").splitlines():
        line = whole.removeprefix(_SERVER).strip()
        is_noise = not line or line.startswith("!\t") or whole.startswith(_NOISE)
        if not is_noise and told < _MOST_LINES:
            told += 1
            yield line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _shown(remote: Remote) -> str:
    return scrubbed(remote.addresses[0], remote.addresses) if remote.addresses else remote.name


def _host(remote: Remote) -> str:
    """What the other side is called: its host, or the remote's name."""
    return next((page.host for page in remote.pages if page.host), remote.name)
