"""Small repositories with a reference, a link or a quotation that leads nowhere."""

from __future__ import annotations

from faulty.written import EDITION, PERSON, Files, document, link, meeting, promise, topic

_ALC = {"records/organisations/alc.md": "---\nname: ALC\n---\n"}
_TWO = {**PERSON, "records/people/anne-tallon.md": "---\nname: Anne Tallon\n---\n"}


def _present(name: str) -> Files:
    return {**meeting(f"date: 2014\nparticipants:\n  - {name}"), **PERSON, **_ALC}


REFERENCES: list[tuple[str, str, Files]] = [
    ("attachment-missing", "", document("absent.pdf")),
    ("attachment-missing", "near", document("2014-raport.pdf")),
    ("attachment-missing", "near", document("rapport-france.pdf")),
    ("unknown-reference", "people/organisations", topic("title: x\nlead: ministere-inconnu")),
    ("unknown-reference", "people/organisations+either", topic("title: x\nlead: inconnu")),
    ("unknown-reference", "people/organisations+near", {**topic("title: x\nlead: alice-talon"), **PERSON}),
    ("unknown-reference", "people/organisations+near", {**topic("title: x\nlead: alice-talon-ecpat"), **PERSON}),
    ("unknown-reference", "people/organisations+elsewhere", topic("title: x\nlead: sejour")),
    ("unknown-reference", "topics", topic("title: x\nparent: inconnu")),
    ("unknown-reference", "people", meeting("date: 2014\nparticipants: {person: inconnu}")),
    ("unknown-reference", "organisations", meeting("date: 2014\norganisers: inconnu")),
    ("unknown-reference", "meetings", meeting("date: 2014\nprepares: inconnu")),
    ("unknown-reference", "documents", meeting("date: 2014\ndocuments: inconnu")),
    ("unknown-reference", "commitments", promise("each_member: true\nmade_on: 2014\npart_of: inconnu")),
    ("unknown-reference", "updates", promise("each_member: true\nmade_at: updates/inconnu")),
    ("unknown-reference", "requests", {EDITION: "---\ntitle: x\ndate: 2014\nsections: {title: x, records: requests/inconnu}\n---\n"}),
    ("unknown-reference", "editions", {EDITION: "---\ntitle: x\ndate: 2014\nsections: {title: x, records: editions/inconnu}\n---\n"}),
    ("not-a-slug", "reference+known", {**topic("title: x\nlead: Mme Tallon"), **PERSON}),
    ("not-a-slug", "reference+several", {**topic("title: x\nlead: Tallon"), **_TWO}),
    ("not-a-slug", "reference+near", _present("Alice Talon")),
    ("not-a-slug", "reference+entry", _present("Alice Tallon (ALC)")),
    ("not-a-slug", "reference+entry-new", _present("Jean Dupont, trésorier d’ALC")),
    ("not-a-slug", "reference+list", _present("Alice Tallon et ALC")),
    ("reference-kind", "kind", topic("title: x\nlead: meetings/x")),
    ("reference-kind", "kind-unknown", topic("title: x\nlead: personnes/x")),
    ("reference-kind", "bare", {EDITION: "---\ntitle: x\ndate: 2014\nsections: {title: x, records: x}\n---\n"}),
    ("dead-link", "record", link("../people/inconnu.md")),
    ("dead-link", "record+", link("../people/alice-talon.md")),
    ("dead-link", "attachment", link("../../attachments/absent.pdf")),
    ("dead-link", "elsewhere", link("../../../ailleurs.md")),
    ("dead-link", "elsewhere+", link("people/alice-tallon.md")),
    ("dead-link", "elsewhere+", link("../people/alice-tallon")),
    ("dead-link", "address", link("www.cncdh.fr")),
    ("dead-link", "address", link("contact@cncdh.fr")),
    ("dead-link", "scheme", link("javascript:alert(1)")),
    ("dead-link", "empty", link("")),
    ("slug-shared", "", {"records/people/x.md": "---\nname: x\n---\n", "records/organisations/x.md": "---\nname: x\n---\n"}),
]
