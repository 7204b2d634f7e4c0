"""Whatever two records of one person hold: merged, no character of the first is lost and no word of the second, or nothing is done."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_any_file import Held

from traite_cli.errors import TraiteError
from traite_cli.kinds import Person
from traite_cli.kinds.person import ContactDetail, Membership
from traite_cli.kinds.record import Link
from traite_cli.language import fold
from traite_cli.repository import Configuration, load
from traite_cli.writing import Merged, merged

DAY = date(2015, 1, 22)
KEPT, GONE = "records/people/alice-tallon.md", "records/people/a-tallon.md"
KEYS = {fold(name) for block in (Person, Membership, ContactDetail, Link) for name in block.FIELDS}
"""An entry that says what another says goes with its keys."""
OTHERS = {
    "records/organisations/afj.md": "---\nname: AFJ\n---\n",
    "records/organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "records/topics/sejour.md": "---\ntitle: Séjour\nlead: [alice-tallon, a-tallon]\n---\n",
}

_FIELDS = st.sampled_from([
    "sort_name: Tallon", "sort_name: 'Tallon, Alice'  # ainsi", "honorific: Mme", "honorific:", "honorific: ~", "honorific: Mlle", "source: un courriel",
    "other_names: Alice Talon", "other_names: [A.T., 'Tallon: Alice']", "other_names:\n- ALICE\n# remarque\n- alice", "other_names:\n    - a\n\n    - b",
    "other_names: []", "memberships: afj", "memberships: [afj, {organisation: miprof}]", "memberships:\n  - organisation: afj\n    role: juriste  # oui",
    "memberships:\n- afj\n- organisation: miprof\n\n  start_date: 2013", "memberships: {organisation: afj, role: juriste, start_date: 2013-11}",
    "memberships:\n  organisation: afj\n  end_date: 2014", "contact_details: {type: email, value: a@b.org}", "memberships:\n  -\n    organisation: afj",
    'contact_details:\n  - type: phone\n    value: "01"\n    audience: members', "topics: sejour", "topics: [sejour]", "topics:\n  - sejour  # là",
    "links: {url: 'https://a.org', note: \"site : l'un\"}", "links: [{url: 'https://a.org'}]", "former_slugs: alice", "former_slugs: [alice, tallon]",
    "audience: members", "audience: contributors  # elle", "x: {a: 1, b: [c, 'd']}", "x:\n  a: 0x1\n  c: |\n    deux\n    lignes", "x:\n    a: 1", "x: {}",
    "# remarque",
])  # fmt: skip
_BODY = st.sampled_from([
    "", "Un texte.", "::: members\nPeu.\n:::", "::: contributors\n[Elle](a-tallon.md)\n:::", "```\ncode\n```", "```", "1. Un", "## Titre", "<!-- x", "x -->",
    "[Elle](alice-tallon.md)", "  retrait  ", "::: membres",
])  # fmt: skip


def _file(name: str, fields: list[str], body: list[str], newline: str, last: str) -> str:
    lines = ["---", f"name: {name}", *fields, "---", *body]
    return newline.join("\n".join(lines).split("\n")) + (last and newline)


def _files(name: str) -> st.SearchStrategy[str]:
    fields = st.lists(_FIELDS, max_size=6, unique_by=lambda line: line.partition(":")[0])
    return st.builds(_file, st.just(name), fields, st.lists(_BODY, max_size=4), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "x"]))


def merge(kept: str, gone: str) -> Merged:
    files = {**OTHERS, KEPT: kept, GONE: gone}
    source = Held({path: text.encode() for path, text in files.items()})
    repository = load(source, Configuration("Essai"))
    people = repository.of(Person)
    return merged(repository, source, people["alice-tallon"], people["a-tallon"], DAY)


@settings(max_examples=150, deadline=None)
@given(_files("Alice Tallon"), _files("A. Tallon"))
def test_nothing_that_either_says_is_lost(kept: str, gone: str) -> None:
    """Lines of the first stay in their order, but for the one that says for whom it is; words of the second are there, or told."""
    try:
        found = merge(kept, gone)
    except TraiteError:
        assume(False)
    after = next(change.after for change in found.changes if change.path == KEPT).decode()
    assert found.faults == ()
    # Blank lines at the very end are no lines of anybody's: a text that comes behind them stands below one.
    before = kept.replace("a-tallon.md", "alice-tallon.md").rstrip("\r\n")
    # A link in a block of code is no link, and stays what it was.
    now = after.replace("a-tallon.md", "alice-tallon.md")
    assert is_within(re.sub(r"audience: \w+|~", "", before), re.sub(r"(?m)^audience: \w+", "", now)), after
    told = " ".join(str(fact) for one in found.told for fact in one.facts.values())
    missing = words(gone.replace("a-tallon.md", "")) - words(after) - words(told)
    assert missing <= KEYS | {"members", "0x1", "1"}, (missing, after)
    assert ("\r" in after) == ("\r" in kept)


def is_within(text: str, other: str) -> bool:
    """Whether every character of a text stands in another, in their order."""
    rest = iter(other)
    return all(character in rest for character in text)


def words(text: str) -> set[str]:
    return {fold(word) for word in re.findall(r"\w+", text.replace("\\n", " "))}
