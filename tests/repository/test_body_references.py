"""Which record a link in a body leads to: relative, encoded, with an anchor; none that leads out."""

from __future__ import annotations

import pytest

from repositories import MakeRepository
from traite_cli.repository import body_references, is_relative, record_called, references
from traite_cli.repository.references import target


@pytest.mark.parametrize(
    ("address", "ref"),
    [
        ("../people/raphael-sodini.md", "people/raphael-sodini"),
        ("raphael-sodini.md", "meetings/raphael-sodini"),
        ("./raphael-sodini.md", "meetings/raphael-sodini"),
        ("../meetings/raphael-sodini.md", "meetings/raphael-sodini"),
        ("../../records/people/a.md", "people/a"),
        ("../people/../people/a.md", "people/a"),
        ("../people/a.md#bio", "people/a"),
        ("../people/a.md?plain=1#L3", "people/a"),
        ("../people/raphael%2Dsodini.md", "people/raphael-sodini"),
        ("..%2Fpeople%2Fa.md", "people/a"),
    ],
)
def test_a_relative_link_leads_to_a_record(address: str, ref: str) -> None:
    """Seen from the folder of the record that holds it."""
    assert str(target("meetings", address)) == ref


@pytest.mark.parametrize(
    "address",
    [
        "/people/a.md", "../../../people/a.md", "../people/a", "../people/a.html", "../people/A.md", "../people/Raphaël.md", "../people/", "..", "", "#bio",
        "../../attachments/a.pdf", "../../traite.toml", "../people\\a.md", "../divers/a.md", "../people/b/a.md", "../people/%2e%2e/%2e%2e/%2e%2e/etc/passwd.md",
        "../people/%00a.md", "../people/a.md%0a", "%",
    ],
)  # fmt: skip
def test_what_leads_elsewhere_is_no_reference(address: str) -> None:
    """Out of the records, to another sort of file, to a name that no record can have."""
    assert target("meetings", address) is None


@pytest.mark.parametrize("address", ["https://a.fr", "http://a", "mailto:a@b.fr", "#bio", "", "javascript:alert(1)", "HTTPS://a"])
def test_addresses_are_not_relative(address: str) -> None:
    """Nor are places in the same text."""
    assert not is_relative(address)


def test_links_of_a_body(make_repository: MakeRepository) -> None:
    """Pictures, addresses and code are no references; a definition is one."""
    repository = make_repository(
        {
            "meetings/x.md": "---\ntitle: a\ndate: 2014\n---\n\n[A](../people/a.md) ![B](../people/b.md) [C](https://c.fr) `[D](../people/d.md)` [E]\n\n[E]: ../people/e.md\n"
            "[F](../../attachments/f.pdf)\n"
        }
    ).repository
    found = [(one.link.text, str(one.ref)) for one in body_references(record_called(repository, "x"))]
    assert found == [("A", "people/a"), ("F", "None"), ("E", "people/e")]


def test_references_of_fields_have_dotted_names(make_repository: MakeRepository) -> None:
    """Those of blocks inside blocks too, in the order of the file."""
    repository = make_repository(
        {
            "commitments/x.md": "---\ntitle: a\nby: [p, q]\nmade_at: updates/u\nfollow_ups:\n  - {date: 2014, by: o, reply: {text: oui, by: r}}\nescalation: {if: overdue, to: t, action: b}\n---\n"
        }
    ).repository
    found = [(field, ref.slug) for field, ref in references(record_called(repository, "x"))]
    assert found == [
        ("by", "p"),
        ("by", "q"),
        ("made_at", "u"),
        ("follow_ups.by", "o"),
        ("follow_ups.reply.by", "r"),
        ("escalation.to", "t"),
    ]
