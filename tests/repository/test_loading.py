"""Reading all records: each file's faults stay with it, the order is that of the slugs, and nothing but records is read."""

from __future__ import annotations

import gc
from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.checks.running import faults_of
from traite_cli.kinds import KINDS, Meeting
from traite_cli.repository import Repository, load, record_called, slug_of


def test_a_malformed_file_hides_no_fault_of_another(make_repository: MakeRepository) -> None:
    """Broken front matter, no text at all, a huge one: the others are read and told as if they were alone."""
    healthy = {"topics/b.md": "---\ntitle: B\nlead: nobody\n---\n", "topics/d.md": "---\ntitel: D\n---\n"}
    broken = {
        "topics/a.md": "---\ntitle: [\n",
        "topics/c.md": "\x00\x01",
        "topics/e.md": "x" * (1 << 21),
        "people/f.md": "---\nname: @\nx: [\n---\n",
    }
    alone = [(fault.path, fault.check, fault.span) for fault in faults_of(make_repository(healthy).repository, date(2015, 1, 22))]
    together = [
        (fault.path, fault.check, fault.span) for fault in faults_of(make_repository(healthy | broken).repository, date(2015, 1, 22))
    ]
    assert [one for one in together if one[0].removeprefix("records/") in healthy] == alone
    assert {one[0].removeprefix("records/") for one in together} == {*healthy, *broken}


def test_faults_are_told_once_and_in_the_order_of_files_and_lines(make_repository: MakeRepository) -> None:
    """Whatever order they were found in."""
    repository = make_repository(
        {"topics/b.md": "---\ntitle: @\nlead: [x, X, x]\n---\n\n[a](../people/n.md)\n", "topics/a.md": "---\nb: c\n---\n"}
    ).repository
    faults = faults_of(repository, date(2015, 1, 22))
    assert [fault.order for fault in faults] == sorted({fault.order for fault in faults})


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_folder(make_repository: MakeRepository, kind: str) -> None:
    """The folder is the kind, the file's name is the identity."""
    repository = make_repository({f"{kind}/un-nom-2.md": "---\ntitle: a\nname: a\n---\n"}).repository
    (record,) = repository.all()
    assert (record.KIND, record.slug, record.ref, record.path, type(record)) == (
        kind,
        "un-nom-2",
        f"{kind}/un-nom-2",
        f"records/{kind}/un-nom-2.md",
        KINDS[kind],
    )


def test_records_are_in_the_order_of_their_files(make_repository: MakeRepository) -> None:
    """However they were made."""
    repository = make_repository(
        {f"meetings/{slug}.md": "---\ntitle: a\ndate: 2014\n---\n" for slug in ("b", "a-b", "a", "10", "2")}
    ).repository
    assert [*repository.of(Meeting)] == ["10", "2", "a-b", "a", "b"]


def test_attachments_are_known_by_their_paths(make_repository: MakeRepository) -> None:
    """And never read."""
    repository = make_repository(
        {"attachments/2014/a.pdf": "x", "attachments/é.png": "y", "topics/a.md": "---\ntitle: A\n---\n"}
    ).repository
    assert repository.attachments == {"attachments/2014/a.pdf", "attachments/é.png"}


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(make_repository: MakeRepository, enabled: bool) -> None:
    """Reading stops it for a while, also when it was stopped before."""
    was = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        _ = make_repository({"topics/a.md": "---\ntitle: A\n---\n"}).repository
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was else gc.disable)()


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Raphaël Sodini", "raphael-sodini"), ("Œuvre d’été", "oeuvre-d-ete"), ("A--b_c", "a-b-c"), ("日本", ""), ("E\u0301te\u0301", "ete")],
)
def test_the_slug_that_a_text_makes(text: str, slug: str) -> None:
    """Lower case, without accents, a hyphen between words."""
    assert slug_of(text) == slug


def test_a_repository_does_not_change(make_repository: MakeRepository) -> None:
    """Its records cannot be replaced; another one has other records under the same configuration."""
    repository: Repository = make_repository({"topics/a.md": "---\ntitle: A\n---\n"}).repository
    with pytest.raises(TypeError):
        repository.of_kind("topics")["b"] = record_called(repository, "a")  # type: ignore[index]
    other = repository.with_records({})
    assert (list(other.all()), other.configuration) == ([], repository.configuration)
    assert len(list(repository.all())) == 1


def test_our_own_records_are_healthy(own: object) -> None:
    """The working document of 22 January 2015, complete and without a fault."""
    repository: Repository = own.repository  # type: ignore[attr-defined]
    assert [(fault.path, fault.check) for fault in faults_of(repository, date(2015, 1, 22))] == []
    assert all(len(repository.of_kind(kind)) for kind in KINDS)


def test_reading_tells_how_far_it_has_come(make_repository: MakeRepository) -> None:
    """Whoever watches is told now and then, and the first time with nothing read."""
    workspace = make_repository({f"topics/t{number}.md": "---\ntitle: a\n---\n" for number in range(150)})
    told: list[tuple[int, int]] = []
    load(workspace.source, workspace.configuration, lambda done, total: told.append((done, total)))
    assert told == [(0, 150), (64, 150), (128, 150)]
