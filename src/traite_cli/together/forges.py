"""The page of a forge on which a request to take in a branch is made.

GitHub: https://docs.github.com/pull-requests; GitLab: https://docs.gitlab.com/user/project/merge_requests/creating_merge_requests/;
Forgejo and Gitea: ``/compare/``; Bitbucket: what it answers to a push.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlsplit

from traite_cli.files.addresses import Address

_PAGES: Mapping[str, str] = {
    "github": "{page}/pull/new/{branch}",
    "gitlab": "{page}/-/merge_requests/new?merge_request%5Bsource_branch%5D={word}&merge_request%5Btarget_branch%5D={target_word}",
    "forgejo": "{page}/compare/{target}...{branch}",
    "bitbucket": "{page}/pull-requests/new?source={word}&dest={target_word}",
    "bitbucket-server": "{site}/projects/{project}/repos/{name}/pull-requests?create&sourceBranch=refs%2Fheads%2F{word}",
}
_WITHOUT_TARGET: Mapping[str, str] = {
    "gitlab": "{page}/-/merge_requests/new?merge_request%5Bsource_branch%5D={word}",
    "forgejo": "{page}/compare/{branch}",
    "bitbucket": "{page}/pull-requests/new?source={word}",
}
"""Where nothing says which branch requests are for."""
_HOSTS: Mapping[str, str] = {
    "bitbucket.org": "bitbucket",
    "framagit.org": "gitlab",
    "salsa.debian.org": "gitlab",
    "forge.apps.education.fr": "gitlab",
    "forgemia.inra.fr": "gitlab",
    "codeberg.org": "forgejo",
    "git.disroot.org": "forgejo",
    "forge.chapril.org": "forgejo",
}
_NAMES: Mapping[str, str] = {
    "github": "github",
    "gitlab": "gitlab",
    "forgejo": "forgejo",
    "gitea": "forgejo",
    "codeberg": "forgejo",
    "bitbucket": "bitbucket-server",
    "stash": "bitbucket-server",
}
"""What a word of a host's name tells."""


def forge_of(address: Address) -> str:
    """Which forge an address is of; '' for one that nobody knows."""
    host = urlsplit(address.page).hostname or ""
    if host in _HOSTS:
        return _HOSTS[host]
    labels = host.split(".")
    return next((forge for label in labels for name, forge in _NAMES.items() if name in label.split("-")), "")


def request_page(addresses: Sequence[Address], branch: str, target: str) -> str:
    """The page that makes a request of a branch; '' where the forge is none that is known."""
    for address in addresses:
        forge = forge_of(address)
        page = _PAGES.get(forge) if target else _WITHOUT_TARGET.get(forge, _PAGES.get(forge))
        if page:
            parts = address.path.removeprefix("scm/").split("/")
            if forge == "bitbucket-server" and len(parts) != len(("project", "name")):
                continue
            facts = {"branch": quote(branch, safe="/"), "word": quote(branch, safe=""), "target": quote(target, safe="/")}
            site = address.page.removesuffix(f"/{quote(address.path, safe='/~')}")
            return page.format(
                page=address.page, site=site, project=quote(parts[0]), name=quote(parts[-1]), target_word=quote(target, safe=""), **facts
            )
    return ""
