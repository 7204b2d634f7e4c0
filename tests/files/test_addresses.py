"""The addresses of remotes in all their forms, and how they are shown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.files.addresses import address, scrubbed


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("https://forge.org/group/name.git", "https://forge.org/group/name"),
        ("https://forge.org/group/sub/name", "https://forge.org/group/sub/name"),
        ("https://forge.org/group/name.git/", "https://forge.org/group/name"),
        ("https://moussa:pa%40ss@forge.org:8443/group/name.git", "https://forge.org:8443/group/name"),
        ("https://moussa:p@ss@forge.org/group/name.git", "https://forge.org/group/name"),
        ("http://forge.org/group/name.git", "http://forge.org/group/name"),
        ("HTTPS://Forge.ORG/Group/Name.git", "https://forge.org/Group/Name"),
        ("https://forge.org/groupe%20é/n.git?private_token=x", "https://forge.org/groupe%20%C3%A9/n"),
        ("ssh://git@forge.org/group/name.git", "https://forge.org/group/name"),
        ("ssh://git@forge.org:2222/group/name.git", "https://forge.org/group/name"),
        ("ssh://git@[2001:db8::1]:22/group/name.git", "https://[2001:db8::1]/group/name"),
        ("git+ssh://git@forge.org/group/name.git", "https://forge.org/group/name"),
        ("git://forge.org/group/name.git", "https://forge.org/group/name"),
        ("git@forge.org:group/name.git", "https://forge.org/group/name"),
        ("forge.org:group/sub/name", "https://forge.org/group/sub/name"),
        ("git@forge.org:/group/name.git", "https://forge.org/group/name"),
        ("git@[forge.org:2222]:group/name.git", "https://forge.org/group/name"),
        ("ssh://git@ssh.github.com:443/group/name.git", "https://github.com/group/name"),
        ("file:///srv/git/name.git", ""),
        ("/srv/git/name.git", ""),
        ("../name.git", ""),
        ("./a:b", ""),
        ("C:\\fiches\\name.git", ""),
        ("C:/fiches/name.git", ""),
        ("ext::sh -c touch% x", ""),
        ("fd::17", ""),
        ("https://", ""),
        ("https://other.org\\@forge.org/x", "https://forge.org/x"),
        ("https://forge.org\n/x", ""),
        ("", ""),
    ],
)
def test_the_page_of_an_address(text: str, page: str) -> None:
    """Of each form that git takes; none of a folder, of a programme, or of what no browser should be led to."""
    assert address(text).page == page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("fatal: unable to access 'https://moussa:pw@forge.org/x.git/': 403", "fatal: unable to access 'https://forge.org/x.git/': 403"),
        ("https://moussa:p@w@forge.org/x", "https://forge.org/x"),
        ("see https://forge.org/x?private_token=glpat-1&page=2", "see https://forge.org/x?private_token=…&page=2"),
        ("a@b.org wrote to https://forge.org/x", "a@b.org wrote to https://forge.org/x"),
        ("https://forge.org/@moussa/x", "https://forge.org/@moussa/x"),
    ],
)
def test_what_opens_a_door_is_not_shown(text: str, shown: str) -> None:
    """In any text of git's, wherever the address came from; and nothing else is lost."""
    assert scrubbed(text) == shown


_SECRET = st.text(st.characters(codec="ascii", exclude_characters="/?#:@ '\"\\%", categories=["L", "N", "P", "S"]), min_size=6, max_size=30)


@given(_SECRET, st.sampled_from(["{0} is wrong", "https://x:{0}@forge.org/y", "Basic {0}", "'{0}'", "x:{0}@forge.org"]))
def test_a_password_is_not_told_in_any_form(secret: str, form: str) -> None:
    """A remote's own password is known, and is taken out wherever it is told, without the address too."""
    told = scrubbed(form.format(secret), (f"https://moussa:{secret}@forge.org/y.git",))
    assert secret not in re.sub(r"is wrong|Basic|forge\.org|https|moussa", "", told) or secret in "is wrong Basic forge.org https://x:y…"


def test_the_command_of_a_transport_is_not_told() -> None:
    """« ext::… » has a program run, with a password among its words or not: only the way is named."""
    remote = "ext::sshpass -p geheim ssh forge.org"
    assert scrubbed(f"fatal: '{remote}' failed", (remote,)) == "fatal: 'ext::…' failed"


def test_a_long_text_is_scrubbed_in_no_time() -> None:
    """What a server says is a stranger's: a megabyte of it stops nothing."""
    assert len(scrubbed("https://" + "a" * 500_000 + " " + "x?" * 250_000)) > 900_000
