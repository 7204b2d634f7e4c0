"""The addresses of git's remotes, in all their forms (git-fetch(1), « Git URLs »), and how they are shown: without what opens a door."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote

_SCP = re.compile(r"(?:(?P<user>[^/@]*)@)?(?P<host>\[[^]/]*\]|[^/:\[\]]+):(?P<path>.*)", re.DOTALL)
"""« git@forge.org:group/name.git »; a host in brackets may hold colons."""
_URL = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<authority>[^/?#]*)(?P<path>[^?#]*)", re.DOTALL)
_PLACE = re.compile(r"(?P<host>\[[^]]*\]|[^:]*)(?::(?P<port>\d*))?")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\]")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_USERINFO = re.compile(r"://[^/\s'\"]*@")
_PARAMETER = re.compile(r"([?&][^=&?\s]{0,40}(?:token|password|secret|key)[^=&?\s]{0,40}=)[^&\s'\"]+", re.IGNORECASE)
_OTHER_NAMES = {"ssh.github.com": "github.com", "altssh.gitlab.com": "gitlab.com", "altssh.bitbucket.org": "bitbucket.org"}
"""The hosts that forges answer ssh on where its own port is closed, and that of their pages."""


class Address(NamedTuple):
    """An address taken apart; ``host`` is '' for a folder of this machine."""

    scheme: str
    host: str = ""
    port: str = ""
    path: str = ""
    """The path on the host, without the ``.git`` at its end."""

    @property
    def page(self) -> str:
        """The address of the repository's page; '' where there can be none."""
        host = _OTHER_NAMES.get(self.host, self.host)
        if not _HOST.fullmatch(host) or not self.path or self.scheme not in {"https", "http", "ssh", "git", "git+ssh", "ssh+git"}:
            return ""
        is_web = self.scheme in {"https", "http"}
        port = f":{self.port}" if is_web and self.port else ""
        return f"{self.scheme if is_web else 'https'}://{host}{port}/{quote(unquote(self.path), safe='/~')}"


def address(text: str) -> Address:
    """Take an address apart."""
    if found := _URL.match(text):
        return _of_url(found)
    transport, colons, _ = text.partition("::")
    if colons and _is_transport(transport):
        return Address(transport.lower())
    found = _SCP.fullmatch(text)
    if found is None or _DRIVE.match(text):
        return Address("file", path=text)
    host, _, port = found["host"].removeprefix("[").removesuffix("]").partition(":")
    if port.isdecimal():  # « [host:22]:path »
        return Address("ssh", host.lower(), port, _path(found["path"]))
    return Address("ssh", found["host"].lower(), "", _path(found["path"]))


def _is_transport(text: str) -> bool:
    return text.replace("-", "").isalnum()


def _of_url(found: re.Match[str]) -> Address:
    scheme = found["scheme"].lower()
    if scheme == "file":
        return Address("file", path=found["path"])
    place = _PLACE.fullmatch(found["authority"].rpartition("@")[2])
    if place is None:
        return Address(scheme)
    return Address(scheme, place["host"].lower(), place["port"] or "", _path(found["path"]))


def _path(text: str) -> str:
    return text.strip("/").removesuffix(".git").strip("/")


def scrubbed(text: str, addresses: tuple[str, ...] = ()) -> str:
    """A text of git's without the names, passwords and keys that addresses in it hold; ``addresses`` are those that git was given."""
    text = _PARAMETER.sub(r"\1…", _USERINFO.sub("://", text))
    for secret in sorted({secret for one in addresses for secret in _secrets(one)}, key=len, reverse=True):
        text = text.replace(secret, "…")
    return text


def _secrets(text: str) -> list[str]:
    """What stands before the host, and the password in it, as they are written and as they are meant; the command of a transport."""
    found = _URL.match(text)
    transport, colons, command = text.partition("::")
    if colons and not found and _is_transport(transport):
        return [command]  # « ext::ssh … »: the words of a program, with whatever it is given
    userinfo, at, _ = found["authority"].rpartition("@") if found else ("", "", "")
    user, colon, password = userinfo.partition(":")
    if not at:
        return []
    whole = [f"{userinfo}@"] if colon else []
    # A lone name may be a key (« https://glpat-…@forge »), and may be « git ».
    key = password if colon else user if found and found["scheme"].lower() in {"https", "http"} and len(user) >= _KEY else ""
    return [*whole, *([key, unquote(key)] if len(key) >= _SHORTEST else [])]


_KEY = 12
_SHORTEST = 3
"""A password of two letters stands in other words too; the address that has it is cut all the same."""
