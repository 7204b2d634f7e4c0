"""Small repositories, each with one fault of form or of consistency: the check, the variant in which it is told, the files."""

from __future__ import annotations

from faulty.written import Files

TOPIC = "records/topics/sejour.md"
MEETING = "records/meetings/pleniere.md"
PROMISE = "records/commitments/lettre.md"
REQUEST = "records/requests/questions.md"
EDITION = "records/editions/2015-01-22.md"
UPDATE = "records/updates/site.md"
PERSON = "records/people/alice-tallon.md"
DOCUMENT = "records/documents/rapport.md"
AFJ = "records/organisations/afj.md"


def record(header: str, body: str = "") -> str:
    return f"---\n{header}\n---\n{body}"


_ALICE: Files = {PERSON: record("name: Alice Tallon")}
_BOB: Files = {"records/people/bob.md": record("name: Bob")}
_AFJ: Files = {AFJ: record("name: AFJ")}
_SEJOUR: Files = {TOPIC: record("title: Le titre de séjour")}


def topic(header: str, body: str = "") -> Files:
    return {TOPIC: record(f"title: Le titre de séjour\n{header}" if header else "title: Le titre de séjour", body)}


def meeting(header: str, body: str = "") -> Files:
    return {MEETING: record(f"title: Réunion plénière\ndate: 2015-02-02\n{header}", body), **_ALICE, **_BOB, **_AFJ}


def other_meeting(day: str, body: str = "\nLa séance est ouverte.\n") -> Files:
    return {"records/meetings/autre.md": record(f"title: Une autre\ndate: {day}", body)}


def promise(header: str) -> Files:
    return {PROMISE: record(f"title: Écrire aux préfets\neach_member: true\nmade_on: 2015-01-22\n{header}"), **_AFJ}


def request(header: str) -> Files:
    return {REQUEST: record(f"title: Questions\nto: afj\ndate: 2015-01-09\n{header}", "\n1. À qui ?\n"), **_AFJ}


def edition(header: str) -> Files:
    return {EDITION: record(f"title: Document de travail\ndate: 2015-01-22\n{header}")}


def update(header: str, body: str = "") -> Files:
    return {UPDATE: record(f"title: Le site\ndate: 2015-01-22\ntopics: sejour\n{header}", body), **_SEJOUR}


_FOLLOW_UPS = "follow_ups:\n  - {date: %s, status: no_news}\n  - {date: %s, status: no_news}"
_PDF: Files = {"attachments/rapport.pdf": b"%PDF"}

FORMS: list[tuple[str, str, Files]] = [
    ("mojibake", "", topic("source: sÃ©jour")),
    ("mojibake", "more", topic("source: lâ€™accÃ¨s Ã\u00a0 lâ€™asile, nÂ°\u00a03")),
    ("field-outside", "", {TOPIC: "---\ntitle: x\n---\n\nsource: courriel\n\nTexte.\n"}),
    ("field-outside", "second", {MEETING: "---\ntitle: x\n---\n\n---\ndate: 2014\nplace: Paris\n---\n\nTexte.\n"}),
    ("front-matter-missing", "late", {TOPIC: "\n---\ntitle: x\n---\n"}),
    ("front-matter-missing", "late", {TOPIC: "Ordre du jour\r\n\r\n---\r\ntitle: x\r\n---\r\n"}),
    ("file-name", "taken", {"records/topics/Sejour.md": record("title: x"), **_SEJOUR}),
    ("file-not-everywhere", "reserved+record", {"records/topics/aux.md": record("title: x")}),
    ("file-not-everywhere", "reserved", {"attachments/NUL.tar.gz": b"x"}),
    ("file-not-everywhere", "long", {f"attachments/{'a' * 210}.pdf": b"x"}),
    ("file-not-everywhere", "long+record", {f"records/topics/{'a' * 210}.md": record("title: x")}),
    ("file-not-everywhere", "accents", {"attachments/re\u0301sume\u0301.pdf": b"x"}),
    ("misplaced-key", "entry", {PERSON: record("name: Alice Tallon\nrole: présidente")}),
    ("misplaced-key", "entry", meeting("by: alice-tallon")),
    ("misplaced-key", "entry", meeting("person: alice-tallon")),
    ("misplaced-key", "entry", meeting("excused: [{person: alice-tallon, by: bob}]")),
    ("misplaced-key", "entry", edition("note: à relire")),
    ("misplaced-key", "record", meeting("agenda: [{title: Le plan, place: Paris}]")),
    ("misplaced-key", "audience", meeting("agenda: [{title: Le plan, audience: contributors}]")),
    ("misplaced-key", "text", topic("notes: Les délais sont longs.")),
    ("misplaced-key", "text", meeting("note: La séance est ouverte.")),
    ("misplaced-key", "kind", update("agenda: Le plan")),
    ("derived-fact", "state", promise("status: tenu")),
    ("derived-fact", "overdue", promise("overdue: true")),
    ("derived-fact", "progress", promise("progress: 40 %")),
    ("derived-fact", "parts", promise("parts: [a, b]")),
    ("derived-fact", "held", meeting("held: true")),
    ("derived-fact", "attendance", {PERSON: record("name: Alice Tallon\nmeetings: pleniere")}),
    ("derived-fact", "answers", request("unanswered: 3")),
    ("derived-fact", "topic", topic("état: ouvert")),
    ("derived-fact", "referrers", {AFJ: record("name: AFJ\nmembers: alice-tallon")}),
    ("derived-fact", "slug", topic("id: 12")),
    ("derived-fact", "kind", topic("kind: topic")),
    ("derived-fact", "history", topic("updated: 2015-01-22")),
    ("listed-twice", "", topic("lead:\n  - alice-tallon\n  - alice-tallon") | _ALICE),
    ("listed-twice", "same-line", topic("lead: [alice-tallon, alice-tallon]") | _ALICE),
    ("listed-twice", "entry", edition("enclosures:\n  - rapport\n  - {document: rapport, note: à lire}") | {DOCUMENT: record("title: x")}),
    ("listed-twice", "answer", request("answers: [{item: 1, status: answered}, {item: 1, status: answered, text: Oui.}]")),
    ("circle", "part_of", promise("part_of: lettre")),
    ("circle", "parent", {TOPIC: record("title: x\nparent: mineurs"), "records/topics/mineurs.md": record("title: y\nparent: sejour")}),
    ("circle", "parents", {AFJ: record("name: AFJ\nparents: afj")}),
    ("circle", "prepares", meeting("prepares: pleniere")),
    ("circle", "minutes_approved", meeting("minutes_approved: pleniere")),
    ("attachment-missing", "", {DOCUMENT: record("title: x\nfile: absent.pdf"), **_PDF}),
    ("attachment-missing", "near", {DOCUMENT: record("title: x\nfile: Rapport.PDF"), **_PDF}),
    ("former-slug-taken", "", topic("former_slugs: mineurs") | {"records/topics/mineurs.md": record("title: y")}),
    ("former-slug-taken", "own", topic("former_slugs: sejour")),
    ("former-slug-taken", "both", topic("former_slugs: a") | {"records/topics/mineurs.md": record("title: y\nformer_slugs: a")}),
    ("ends-before-it-starts", "", topic("opened: 2015\nclosed: 2014-12-31")),
    ("date-differs-from-slug", "", {"records/meetings/2015-02-09-pleniere.md": record("title: x\ndate: 2015-02-02")}),
    (
        "date-differs-from-slug",
        "made",
        {"records/commitments/2014-12-lettre.md": record("title: x\nby: afj\nmade_at: pleniere"), **meeting("room: A")},
    ),
    ("attendance-contradiction", "twice", meeting("participants: [alice-tallon]\ninterlocutors: [alice-tallon]")),
    ("attendance-contradiction", "twice", meeting("excused: [afj, {organisation: afj}]")),
    ("attendance-contradiction", "excused", meeting("participants: [alice-tallon]\nexcused: [{person: alice-tallon, note: malade}]")),
    (
        "attendance-contradiction",
        "represented",
        meeting("participants: [alice-tallon, bob]\nrepresented: [{person: bob, by: alice-tallon}]"),
    ),
    ("attendance-contradiction", "own-proxy", meeting("represented: [{person: bob, by: bob}]")),
    ("attendance-contradiction", "absent", meeting("excused: alice-tallon\nrepresented: [{person: bob, by: alice-tallon}]")),
    (
        "attendance-ambiguous",
        "",
        meeting("participants: alice-tallon")
        | {PERSON: record("name: Alice Tallon\nmemberships: [{organisation: afj}, {organisation: ecpat}]")}
        | {"records/organisations/ecpat.md": record("name: ECPAT France")},
    ),
    ("entries-out-of-order", "", promise(_FOLLOW_UPS % ("2015-03", "2015-02"))),
    (
        "entries-out-of-order",
        "",
        {AFJ: record("name: AFJ\ncollective_membership: [{status: left, date: 2015}, {status: member, date: 2010}]")},
    ),
    ("days-out-of-order", "follow-up", promise("follow_ups: {date: 2014, status: no_news}")),
    ("days-out-of-order", "due", promise("due: 2014-12")),
    ("days-out-of-order", "new-due", promise("follow_ups: {date: 2015-02-02, due: 2015-01}")),
    ("days-out-of-order", "reply", promise("follow_ups: {date: 2015-02-02, status: no_news, reply: {date: 2015-01-30, text: Oui.}}")),
    ("days-out-of-order", "answer", request("answers: {item: 1, date: 2014-10, status: answered}")),
    ("days-out-of-order", "answer", request("answers: {item: 1, meeting: autre, status: answered}") | other_meeting("2014-10-01")),
    ("days-out-of-order", "prepared", request("prepared_at: autre") | other_meeting("2015-01-12")),
    ("days-out-of-order", "approved", meeting("minutes_approved: autre") | other_meeting("2015-01-30")),
    ("days-out-of-order", "prepares", meeting("prepares: autre") | other_meeting("2015-01-30")),
    ("days-out-of-order", "notice", meeting("notices: [2015-01-12, 2015-02-03]")),
    ("days-out-of-order", "next", edition("next_meeting: autre") | other_meeting("2015-01-12", "")),
    ("days-out-of-order", "period", edition("period: 2015-02/2015-03")),
    ("follow-up-by-no-member", "", promise("follow_ups: {date: 2015-02-02, by: afj, status: in_progress}")),
    ("section-without-content", "", edition("sections: [{}, {subject: Le site}]")),
    ("minutes-unreported", "", edition("place: Paris") | other_meeting("2015-01-12", "\nLe site est en ligne.\n")),
    ("section-empty", "title", edition("sections: [Le site]")),
    ("section-empty", "meeting", edition("sections: {meeting: autre}") | other_meeting("2015-01-12", "")),
    ("section-empty", "topic", edition("sections: {topic: sejour}\nperiod: 2014") | update("", "\nTexte.\n")),
    ("editions-overlap", "", edition("period: 2014-11/2015-01") | {"records/editions/a.md": record("title: x\ndate: 2014-12-31")}),
    ("editions-overlap", "same-date", edition("place: Paris") | {"records/editions/a.md": record("title: x\ndate: 2015-01-22")}),
    ("enclosure-withheld", "", edition("audience: public\nenclosures: rapport") | {DOCUMENT: record("title: x\naudience: members")}),
    ("heading-level", "first", topic("", "\n# Les délais\n\nTrente jours.\n")),
    ("heading-level", "skipped", topic("", "\n## Les délais\n\n#### En préfecture\n")),
    ("heading-level", "several", topic("", "\n## Les délais\n\n#### En préfecture\n\n## Les recours\n\n#### Au tribunal\n")),
    ("heading-level", "empty", topic("", "\n##\n\nTrente jours.\n")),
    ("raw-html", "", topic("", "\nTrente jours<br>au plus.\n")),
    ("raw-html", "more", topic("", "\n<div>\n<table><tr><td>Trente jours</td></tr></table>\n</div>\n")),
]
