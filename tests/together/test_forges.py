"""The page on which a request is made, for each forge."""

from __future__ import annotations

import pytest

from traite_cli.files.addresses import address
from traite_cli.together.forges import request_page

BRANCH = "proposition/2015-02-02-lettre"
QUOTED = "proposition%2F2015-02-02-lettre"
SOURCE = f"merge_request%5Bsource_branch%5D={QUOTED}"


@pytest.mark.parametrize(
    ("remote", "page"),
    [
        ("https://github.com/a/b.git", f"https://github.com/a/b/pull/new/{BRANCH}"),
        ("git@github.com:a/b.git", f"https://github.com/a/b/pull/new/{BRANCH}"),
        ("https://github.collectif.org/a/b", f"https://github.collectif.org/a/b/pull/new/{BRANCH}"),
        (
            "git@gitlab.com:a/sub/b.git",
            f"https://gitlab.com/a/sub/b/-/merge_requests/new?merge_request%5Bsource_branch%5D={QUOTED}&merge_request%5Btarget_branch%5D=main",
        ),
        (
            "ssh://git@gitlab.collectif.org:2222/a/b.git",
            f"https://gitlab.collectif.org/a/b/-/merge_requests/new?{SOURCE}&merge_request%5Btarget_branch%5D=main",
        ),
        (
            "https://framagit.org/a/b.git",
            f"https://framagit.org/a/b/-/merge_requests/new?merge_request%5Bsource_branch%5D={QUOTED}&merge_request%5Btarget_branch%5D=main",
        ),
        ("https://codeberg.org/a/b.git", f"https://codeberg.org/a/b/compare/main...{BRANCH}"),
        ("https://gitea.collectif.org:3000/a/b.git", f"https://gitea.collectif.org:3000/a/b/compare/main...{BRANCH}"),
        ("https://git-forgejo.collectif.org/a/b.git", f"https://git-forgejo.collectif.org/a/b/compare/main...{BRANCH}"),
        ("git@bitbucket.org:a/b.git", f"https://bitbucket.org/a/b/pull-requests/new?source={QUOTED}&dest=main"),
        (
            "https://bitbucket.collectif.org/scm/a/b.git",
            f"https://bitbucket.collectif.org/projects/a/repos/b/pull-requests?create&sourceBranch=refs%2Fheads%2F{QUOTED}",
        ),
        ("https://git.collectif.org/a/b.git", ""),
        ("https://notgithub.org/a/b.git", ""),
        ("/srv/git/github.com/b.git", ""),
    ],
)
def test_the_page_of_each_forge(remote: str, page: str) -> None:
    """As its own manual has it; and none for a forge that nobody knows."""
    assert request_page([address(remote)], BRANCH, "main") == page


def test_the_first_address_that_is_known_counts() -> None:
    """As written down before as git's settings turn it, and the other way round where the first says nothing."""
    known, unknown = address("git@github.com:a/b.git"), address("gh:a/b")
    assert request_page([unknown, known], BRANCH, "main") == request_page([known, unknown], BRANCH, "main") != ""


def test_a_branch_is_one_word_of_the_address() -> None:
    """No branch can add to what the page is asked."""
    page = request_page([address("https://gitlab.com/a/b")], "x&y=1#z/é", "")
    assert page == "https://gitlab.com/a/b/-/merge_requests/new?merge_request%5Bsource_branch%5D=x%26y%3D1%23z%2F%C3%A9"
    assert request_page([address("https://github.com/a/b")], "x?y#z/é", "") == "https://github.com/a/b/pull/new/x%3Fy%23z/%C3%A9"
