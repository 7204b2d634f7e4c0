"""A record is found by its slug, by kind and slug, or by its path; of a name nobody knows the nearest are told; and who refers to whom."""

from __future__ import annotations

import pytest

from repositories import MakeRepository
from traite_cli.errors import NotFound
from traite_cli.repository import Repository

FILES = {
    "people/raphael-sodini.md": "---\nname: Raphaël Sodini\nmemberships: miprof\n---\n",
    "people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
    "organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "topics/rapport.md": "---\ntitle: Le rapport\nlead: alice-tallon\n---\n\nVoir [Alice](../people/alice-tallon.md) et [elle](../people/alice-tallon.md#bio).\n",
    "updates/2015-01-22-rapport.md": "---\ntitle: Nouvelles\ndate: 2015-01-22\ntopics: rapport\n---\n\n[Le rapport](../topics/rapport.md), [nul](../people/nobody.md).\n",
    "meetings/rapport.md": "---\ntitle: Sur le rapport\ndate: 2014\nparticipants: [raphael-sodini, {organisation: miprof}]\n---\n\n[Lui-même](rapport.md)\n",
}


@pytest.fixture
def repository(make_repository: MakeRepository) -> Repository:
    return make_repository(FILES).repository


@pytest.mark.parametrize(
    "name",
    [
        "raphael-sodini", "people/raphael-sodini", "records/people/raphael-sodini.md", "./records/people/raphael-sodini.md", "people/raphael-sodini.md",
        " raphael-sodini ", "records\\people\\raphael-sodini.md", "/home/a/repository/records/people/raphael-sodini.md", "../people/raphael-sodini.md",
    ],
)  # fmt: skip
def test_a_record_has_three_names(repository: Repository, name: str) -> None:
    """And its path may be seen from anywhere."""
    assert repository.find(name).ref == "people/raphael-sodini"


def test_a_name_of_several_records_is_asked_back(repository: Repository) -> None:
    """A topic and a meeting of one name: both are told, and the kind settles it."""
    with pytest.raises(NotFound) as refused:
        repository.find("rapport")
    assert refused.value.facts["names"] == "meetings/rapport, topics/rapport"
    assert repository.find("topics/rapport").KIND == repository.find("rapport", "topics").KIND == "topics"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("raphael-sodoni", "people/raphael-sodini (Raphaël Sodini)"),
        ("people/raphael-sodoni", "people/raphael-sodini (Raphaël Sodini)"),
        ("person/raphael-sodini", "people/raphael-sodini (Raphaël Sodini)"),
        ("MIPROF", "organisations/miprof (MIPROF)"),
        ("Raphaël Sodini", "people/raphael-sodini (Raphaël Sodini)"),
        ("sodini", "people/raphael-sodini (Raphaël Sodini)"),
        ("2015-01-22", "updates/2015-01-22-rapport (Nouvelles)"),
        ("Le rapport", "topics/rapport (Le rapport)"),
    ],
)
def test_of_a_name_nobody_knows_the_nearest_is_told(repository: Repository, name: str, near: str) -> None:
    """A slip, another case, the name as it is printed, a part of it."""
    with pytest.raises(NotFound) as refused:
        repository.find(name)
    assert near in refused.value.near


@pytest.mark.parametrize("name", ["", "/", "zzzzzz", "people/", ".md", "*", "a" * 10_000, "records", "é"])
def test_of_a_name_that_is_near_none_nothing_is_guessed(repository: Repository, name: str) -> None:
    """Nor does any name do harm."""
    with pytest.raises(NotFound) as refused:
        repository.find(name)
    assert refused.value.near == ()


def test_who_refers_to_a_record(repository: Repository) -> None:
    """Through which field, or the text; each once; and no record refers to itself."""

    def referrers(name: str) -> list[tuple[str, str]]:
        return [(one.record.ref, one.field) for one in repository.referrers(repository.find(name))]

    assert referrers("alice-tallon") == [("topics/rapport", "lead"), ("topics/rapport", "body")]
    assert referrers("topics/rapport") == [("updates/2015-01-22-rapport", "topics"), ("updates/2015-01-22-rapport", "body")]
    assert referrers("raphael-sodini") == [("meetings/rapport", "participants.*")]
    assert sorted(referrers("miprof")) == [
        ("meetings/rapport", "participants.organisation"),
        ("people/raphael-sodini", "memberships.organisation"),
    ]
    assert referrers("meetings/rapport") == []


def test_a_record_with_faults_still_resolves(make_repository: MakeRepository) -> None:
    """One fault never makes ten: what refers to a faulty record refers to a record."""
    repository = make_repository(
        {
            "people/a.md": "---\nname: [\nplace: @\n---\n",
            "people/b.md": "no front matter",
            "people/c.md": "---\nname: C\n---\n\n[A](a.md) [B](b.md)\n",
        }
    ).repository
    assert [record.ref for record in repository.all()] == ["people/a", "people/b", "people/c"]
    assert [len(repository.referrers(repository.find(name))) for name in "ab"] == [1, 1]


def test_a_repository_asked_about_some_files_knows_all(repository: Repository) -> None:
    """What is checked is narrowed; what resolves is not."""
    focused = repository.focused({"records/topics/rapport.md"})
    assert [record.ref for record in focused.all_examined()] == ["topics/rapport"]
    assert focused.find("alice-tallon").label == "Alice Tallon"


def test_our_own_records_are_found_by_each_of_their_names(own: object) -> None:
    """Every record of the working document, by `kind/slug` and by path."""
    repository: Repository = own.repository  # type: ignore[attr-defined]
    for record in repository.all():
        assert repository.find(record.ref) is repository.find(record.path) is record
