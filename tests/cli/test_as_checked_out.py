"""What is told of a revision is what is told of a checkout of it, whatever became of the records before and since."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calls import Ended, caller
from repositories import commit, git, write_repository

RECORDS: Mapping[str, tuple[str, ...]] = {
    "organisations/collectif": ("---\nname: Le Collectif\n---\n",),
    "organisations/miprof": (
        "---\nname: MIPROF\nclassification: public-body\nparents: {organisation: etat}\n---\n",
        "---\nname: La MIPROF\ncollective_membership: observer\n---\n",
    ),
    "organisations/etat": ("---\nname: État\nclassification: ministry\n---\n",),
    "organisations/a": (
        "---\nname: A\ncollective_membership: [{status: candidate, date: 2014-06}, {status: member, date: 2015-01-05}]\n---\n",
        "---\nname: A\ncollective_membership: {status: left, date: 2015-01-10}\n---\n",
    ),
    "organisations/b": ("---\nname: B\ncollective_membership: member\n---\n", "---\nname: Bé\n---\n"),
    "people/sodini": (
        "---\nname: Raphaël Sodini\nmemberships: [{organisation: miprof, role: conseiller, end_date: 2014-11}, {organisation: etat, start_date: 2014-12}]\n---\n",
        "---\nname: Raphaël Sodini\nmemberships: {organisation: a}\n---\n",
        "---\nnom: R\n---\n",
    ),
    "people/zoe": ("---\nname: Zoé\naudience: members\n---\n",),
    "topics/sejour": (
        "---\ntitle: Le titre de séjour\nlead: zoe\n---\n",
        "---\ntitle: Le séjour\nclosed: 2015-01-10\n---\nVoir [Zoé](../people/zoe.md).\n",
    ),
    "meetings/un": (
        "---\ntitle: Avec la MIPROF\ndate: 2014-11-18\nparticipants: [sodini, {organisation: b}]\nexcused: zoe\ndecisions: Écrire\n---\nAvant.\n\n## [Le titre](../topics/sejour.md)\n\nUne lettre aux préfets.\n",
        "---\ntitle: Avec la MIPROF\ndate: 2014-12-20\nparticipants: [sodini]\n---\nDes préfets.\n",
    ),
    "meetings/deux": (
        "---\ntitle: Plénière\ndate: 2015-02-02\nparticipants: [a, b]\n---\n",
        "---\ntitle: Plénière\ncancelled: true\n---\n",
    ),
    "commitments/tout": (
        "---\ntitle: Écrire aux préfets\nby: sodini\non_behalf_of: miprof\nmade_at: un\ndue: 2014-12\ntopics: sejour\n---\n",
        "---\ntitle: Écrire aux préfets\nby: sodini\nmade_at: un\nfollow_ups: {date: 2015-01-10, status: kept, note: x}\n---\n",
    ),
    "commitments/part-un": (
        "---\ntitle: Un\nby: sodini\nmade_at: un\npart_of: tout\nfollow_ups: {date: 2015-01-15, status: kept, note: x}\n---\n",
        "---\ntitle: Un\nby: zoe\nmade_on: 2014-10\npart_of: chacun\n---\n",
    ),
    "commitments/part-deux": ("---\ntitle: Deux\nby: sodini\nmade_on: 2014-12-10\npart_of: tout\n---\n",),
    "commitments/chacun": (
        "---\ntitle: Annoter\nmade_on: 2014-12\neach_member: true\ndue: 2015-01-05\nfollow_ups: [{date: 2015-01-10, status: kept, by: b, note: x}]\n---\n",
        "---\ntitle: Annoter\nmade_at: updates/n\neach_member: true\nfollow_ups: [{date: 2015-01-10, status: kept, by: a, note: x}]\n---\n",
    ),
    "requests/q": (
        "---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\nanswers: [{item: 1, meeting: un, status: partial}]\n---\n\n1. Un\n2. Deux\n",
        "---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\n---\n\n1. Un\n",
    ),
    "updates/n": ("---\ntitle: Nouvelles\ndate: 2015-01-12\ntopics: sejour\nmeetings: un\n---\nDu neuf des préfets.\n",),
    "documents/d": ("---\ntitle: Rapport\ndate: 2014\nauthors: [miprof, {name: Jean Dupont}]\nfile: attachments/d.pdf\n---\n",),
    "editions/e": ("---\ntitle: Document\ndate: 2015-01-22\nsections: [{title: La MIPROF, meeting: un, records: [updates/n]}]\n---\n",),
}
"""What each record may hold, beside not being there; the first of each is where the history begins."""
TOMLS = ('name = "C"\norganisation = "collectif"\n', 'name = "C"\norganisation = "miprof"\naudience = "public"\n', 'name = "C"\n')
_PLACES = {**{f"records/{ref}.md": (*texts, None) for ref, texts in RECORDS.items()}, "traite.toml": TOMLS}
_OTHERS = {"records/meetings/Un mot.md": ("---\ntitle: x\n---\n", None), "records/notes.txt": ("x", None), "attachments/d.pdf": ("x", None)}
STATES: Mapping[str, tuple[str | None, ...]] = {**_PLACES, **_OTHERS}
_EDIT = st.dictionaries(st.sampled_from(sorted(STATES)), st.integers(0, 3), min_size=1, max_size=3)
_RENAMES = st.sampled_from([None, None, ("people/sodini", "people/raphael"), ("commitments/tout", "commitments/avant-tout")])
CALLS = (
    *(("list", kind) for kind in ("meetings", "people", "organisations", "requests", "topics")),
    ("list", "commitments", "--overdue"),
    ("list", "commitments", "--by", "sodini"),
    *(("show", name) for name in ("sodini", "chacun", "meetings/un", "sejour")),
    ("status",),
    ("search", "préfets"),
    ("query", "SELECT slug, status, overdue, kept, total FROM commitments"),
    ("query", "SELECT source, field, target FROM mentions"),
    ("query", "SELECT ref, audience, date FROM records"),
)


def _write(root: Path, edit: Mapping[str, int], renamed: tuple[str, str] | None) -> None:
    for path, place in edit.items():
        text = STATES[path][place % len(STATES[path])]
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            (root / path).unlink(missing_ok=True)
        else:
            (root / path).write_text(text, encoding="utf-8")
    if renamed is not None and (root / f"records/{renamed[0]}.md").exists():
        (root / f"records/{renamed[0]}.md").rename(root / f"records/{renamed[1]}.md")


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    history=st.lists(st.tuples(_EDIT, _RENAMES), min_size=1, max_size=2),
    since=st.tuples(_EDIT, _RENAMES),
    day=st.sampled_from(["2014-12-31", "2015-01-22"]),
    asked_before=st.sampled_from([(), ("search", "préfets"), ("query", "SELECT 1")]),
)
def test_what_a_revision_tells_is_what_its_checkout_tells(
    tmp_path_factory: pytest.TempPathFactory,
    capfdbinary: pytest.CaptureFixture[bytes],
    history: list[tuple[Mapping[str, int], tuple[str, str] | None]],
    since: tuple[Mapping[str, int], tuple[str, str] | None],
    day: str,
    asked_before: tuple[str, ...],
) -> None:
    """Every list, record, morning page, search and query, on a day: after edits, renamings, deletions and other settings, whatever is known.

    One after the other they are asked by the same name, so that what was told of the one before may be told again.
    """
    root = write_repository(tmp_path_factory.mktemp("at"), {path: texts[0] for path, texts in STATES.items() if path != "traite.toml"}).root
    (root / "traite.toml").write_text(TOMLS[0], encoding="utf-8")
    revisions = [commit(root)]
    for change in history:
        _write(root, *change)
        revisions.append(commit(root))
    _write(root, *since)
    traite = caller(capfdbinary, "-C", str(root))
    if asked_before:
        traite(*asked_before)
    for number in revisions[::-1]:
        git(root, "branch", "--force", "then", number)
        out = root.with_name(f"{root.name}-{number[:8]}")
        git(root, "clone", "--quiet", "--no-checkout", str(root), str(out))
        git(out, "checkout", "--quiet", number)
        (out / "attachments").mkdir(exist_ok=True)
        there = caller(capfdbinary, "-C", str(out))
        for words in CALLS:
            said = (*words, "--format", "json", "--as-of", day)
            assert _told(traite(*said, "--at", "then")) == _told(there(*said)), words
        shutil.rmtree(out)


def _told(ended: Ended) -> tuple[int, object, str]:
    """What was told, but for the rank of what was searched: words of later days count for it only where full text is kept."""
    said = json.loads(ended.out) if ended.out else None
    if isinstance(said, dict) and "asked" in said:
        said["records"].sort(key=lambda one: str(one["ref"]))
    return ended.code, said, ended.err
