"""Many records, or one that says something many times: each was slow, or would be for whoever compares all with all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Files = Mapping[str, bytes]


def _records(kind: str, number: int, text: Callable[[int], str]) -> dict[str, bytes]:
    return {f"records/{kind}/r{n}.md": f"---\n{text(n)}\n---\n".encode() for n in range(number)}


def _topic(body: str) -> dict[str, bytes]:
    return {"records/topics/t.md": f"---\ntitle: Le titre de séjour\n---\n{body}".encode()}


def _letter(number: int) -> str:
    return chr(ord("a") + number % 26)


CROWDS: dict[str, Callable[[], Files]] = {
    "a chain of 3,000 topics": lambda: _records("topics", 3_000, lambda n: f"title: t\nparent: r{n + 1}"),
    "a circle of 3,000 topics": lambda: _records("topics", 3_000, lambda n: f"title: t\nparent: r{(n + 1) % 3_000}"),
    "a circle of 1,000 promises": lambda: _records("commitments", 1_000, lambda n: f"title: t\npart_of: r{(n + 1) % 1_000}\nmade_on: 2014\nby: x"),
    "organisations above one another for a while": lambda: _records(
        "organisations",
        200,
        lambda n: "name: o\nparents:\n" + "\n".join(f"  - {{organisation: r{(n + k) % 200}, start_date: 19{k:02}}}" for k in range(1, 40)),
    ),
    "1,500 people of one name": lambda: _records("people", 1_500, lambda n: "name: Jean Dupont"),
    "1,500 people of nearly one name": lambda: _records("people", 1_500, lambda n: f"name: Jean Dupo{_letter(n)}{_letter(n // 26)}t"),
    "a name of a megabyte": lambda: {**_records("people", 2, lambda n: "name: " + "a" * 1_000_000), **_topic("A" * 100_000)},
    "a name of 80,000 words": lambda: {**_records("people", 2, lambda n: "name: " + "Jean Dupont " * 40_000), **_topic("Jean Dupond " * 20_000)},
    "a word of a megabyte beside a name": lambda: {**_records("people", 1, lambda n: "name: Jean Dupont"), **_topic("A" * 1_000_000)},
    "100,000 names that are nearly known": lambda: {
        **_records("organisations", 26, lambda n: f"name: ABCDEFG{_letter(n).upper()}"),
        **_topic("".join(f"ABCDEF{_letter(n).upper()}{_letter(n // 26).upper()} " for n in range(100_000))),
    },
    "20,000 spellings of a name": lambda: {
        **_records("people", 1, lambda n: "name: Jean\nother_names:\n" + "\n".join(f"- Zab{k}y Dupont" for k in range(20_000))),
        **_topic("Dupond, Dupomt, Dupoot, Dupnot, Duponr " * 10_000),
    },
    "5,000 unknown slugs among 500 people": lambda: {
        **_records("people", 500, lambda n: f"name: Jean Dupont {n}"),
        "records/meetings/m.md": ("---\ntitle: m\ndate: 2014\nparticipants:\n" + "".join(f"- r{n}x\n" for n in range(5_000)) + "---\n").encode(),
    },
    "300 quotes of a body of a megabyte": lambda: {
        **_records("commitments", 300, lambda n: f"title: c\nmade_at: m\nby: x\nquote: a b c […] d {n}"),
        "records/meetings/m.md": ("---\ntitle: m\ndate: 2014\n---\n" + "a b c e " * 120_000).encode(),
    },
    "10,000 attendances of one person": lambda: {
        **_records("people", 1, lambda n: "name: p"),
        "records/meetings/m.md": ("---\ntitle: m\ndate: 2014\nparticipants:\n" + "- r0\n" * 10_000 + "---\n").encode(),
    },
    "10,000 memberships that fit": lambda: {
        "records/people/p.md": ("---\nname: p\nmemberships:\n" + "- {organisation: r0}\n" * 10_000 + "---\n").encode(),
        "records/meetings/m.md": b"---\ntitle: m\ndate: 2014\nparticipants: p\n---\n",
        **_records("organisations", 1, lambda n: "name: o"),
    },
    "10,000 follow-ups": lambda: _records(
        "commitments", 1, lambda n: "title: c\nmade_on: 2014\nby: x\nfollow_ups:\n" + "- {date: 2014-12-01, status: no_news}\n" * 10_000
    ),
    "100,000 codes in one comment": lambda: _topic("<!-- traite: ignore[" + ",".join(f"TR{n}" for n in range(100_000)) + "] x -->\n"),
    "60,000 codes in comments": lambda: _topic(("<!-- traite: ignore[" + ",".join(f"cle{n}" for n in range(400)) + "] x -->\n") * 150),
    "a megabyte of comments that silence": lambda: _topic("<!-- traite: ignore[TR430] x -->\n<b>\n" * 25_000),
    "a megabyte of tags in comments": lambda: _topic("<!-- a --><b>" * 70_000),
    "a megabyte of open tags": lambda: _topic("<a " * 300_000),
    "a megabyte of open comments and tags": lambda: _topic("<!-- <b>" * 110_000),
    "a megabyte of old line ends": lambda: _topic("\r" * 1_000_000),
    "a megabyte of accents apart": lambda: _topic("e\u0301" * 300_000),
    "a megabyte of promises": lambda: _topic("Le ministre s’engage à répondre avant le 12 mars 2015. " * 17_000),
    "a megabyte of telephone numbers": lambda: _topic("06 12 34 56 7 " * 70_000),
    "a megabyte of mail addresses": lambda: _topic("a@b.org " * 120_000),
    "a megabyte of half addresses": lambda: _topic("a@b." * 250_000),
    "a megabyte of hyphens": lambda: _topic("a-" * 500_000),
    "a megabyte of tasks": lambda: _topic("- [ ] a\n" * 120_000),
    "a megabyte of headings that jump": lambda: _topic("## a\n##### b\n" * 70_000),
    "2,000 editions of one period": lambda: _records("editions", 2_000, lambda n: "title: t\ndate: 2014-01-01\nperiod: 0001/9999"),
    "60,000 former names": lambda: _records("topics", 300, lambda n: "title: t\nformer_slugs: [" + ", ".join(f"f{k}" for k in range(200)) + "]"),
    "1,000 files of wrong names": lambda: {f"records/topics/É{n} a.md": b"---\ntitle: t\n---\n" for n in range(1_000)},
    "1,000 files of an unknown folder": lambda: {f"records/topicz/t{n}.md": b"---\ntitle: t\n---\n" for n in range(1_000)},
    "100,000 items": lambda: {"records/topics/t.md": b"---\ntitle: t\nlead: [" + b"a, " * 100_000 + b"]\n---\n"},
}  # fmt: skip
"""By what there is much of; made when they are asked for."""
