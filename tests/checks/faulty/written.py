"""What the tables of faulty repositories are written with: files that are right but for what is handed over."""

from __future__ import annotations

Files = dict[str, str | bytes]
TOPIC = "records/topics/sejour.md"
MEETING = "records/meetings/pleniere.md"
PROMISE = "records/commitments/lettre.md"
REQUEST = "records/requests/questions.md"
EDITION = "records/editions/2015-01-22.md"
PERSON = {"records/people/alice-tallon.md": "---\nname: Alice Tallon\nformer_slugs: alice-talon-ecpat\n---\n"}


def topic(header: str = "title: Le titre de séjour", body: str = "") -> Files:
    return {TOPIC: f"---\n{header}\n---\n{body}"}


def meeting(header: str, body: str = "") -> Files:
    return {MEETING: f"---\ntitle: Réunion plénière\n{header}\n---\n{body}"}


def promise(header: str) -> Files:
    return {PROMISE: f"---\ntitle: Écrire aux préfets\n{header}\n---\n"}


def link(target: str) -> Files:
    return {**topic(body=f"\nVoir [ceci]({target}).\n"), **PERSON}


def image(target: str, words: str = "Le site") -> Files:
    return {**topic(body=f"\n![{words}]({target})\n"), "attachments/site.png": b"\x89PNG", "attachments/site.svg": b"<svg/>"}


def document(file: str) -> Files:
    return {
        "records/documents/x.md": f"---\ntitle: x\nfile: {file}\n---\n",
        "attachments/2014-rapport.pdf": b"%PDF",
        "attachments/2015/rapport-france.pdf": b"%PDF",
    }


def fence(body: str) -> Files:
    return topic(body=f"\n{body}\n")


def quote(quote: str) -> Files:
    return {
        **promise(f"each_member: true\nmade_at: pleniere\nquote: {quote}"),
        **meeting("date: 2015-02-02", "\nM. Sodini s’engage à préparer une lettre aux préfets.\n"),
    }


def answer(questions: str) -> Files:
    header = "title: Questions\nto: alice-tallon\ndate: 2014-11-07\nanswers: {item: 9, status: answered}"
    return {REQUEST: f"---\n{header}\n---\n\n{questions}", **PERSON}


def minutes(body: str, person: str = "name: Alice Tallon") -> Files:
    return {**meeting("date: 2015-02-02", f"\n{body}\n"), "records/people/alice-tallon.md": f"---\n{person}\n---\n"}


def two(kind: str, *names: str) -> Files:
    return {f"records/{kind}/nom-{number}.md": f"---\nname: {name}\n---\n" for number, name in enumerate(names)}


def date(text: str) -> Files:
    return meeting(f"date: {text}")


def time(text: str) -> Files:
    return meeting(f"date: 2015-02-02\ntime: {text}")


FOLLOW_UP = "each_member: true\nmade_on: 2015-01-22\nfollow_ups: {date: 2015-02-02"


def asked(day: str, items: str) -> Files:
    header = f"title: Questions\nto: alice-tallon\ndate: {day}"
    return {REQUEST: f"---\n{header}\n---\n\n{items}", **PERSON}


LEFT = {
    **meeting("date: 2015-01-05\nparticipants: {person: alice-tallon, organisation: ecpat}", "\nLe rapport.\n"),
    "records/people/alice-tallon.md": "---\nname: Alice Tallon\nmemberships: {organisation: ecpat, end_date: 2014}\n---\n",
    "records/organisations/ecpat.md": "---\nname: ECPAT France\n---\n",
}
