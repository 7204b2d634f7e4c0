"""Whatever is told is told in words: every fault that the house can find has its check, its sentence and its facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from faulty_forms import FORMS

import traite_cli
from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.running import told
from traite_cli.diagnostics import Fault
from traite_cli.language import translator

Files = Mapping[str, str | bytes]
Found = Callable[[Files], tuple[Fault, ...]]

_TOLD = re.compile(r"""(?:\bTrouble\(|\bFault\(|\.tell\(|\.fault\()\s*"([a-z-]+)\"""")
_TOPIC = "records/topics/sejour.md"
_MEETING = "records/meetings/pleniere.md"
_PROMISE = "records/commitments/lettre.md"
_REQUEST = "records/requests/questions.md"
_EDITION = "records/editions/2015-01-22.md"
_PERSON = {"records/people/alice-tallon.md": "---\nname: Alice Tallon\nformer_slugs: alice-talon-ecpat\n---\n"}


def _topic(header: str = "title: Le titre de séjour", body: str = "") -> Files:
    return {_TOPIC: f"---\n{header}\n---\n{body}"}


def _meeting(header: str, body: str = "") -> Files:
    return {_MEETING: f"---\ntitle: Réunion plénière\n{header}\n---\n{body}"}


def _promise(header: str) -> Files:
    return {_PROMISE: f"---\ntitle: Écrire aux préfets\n{header}\n---\n"}


def _link(target: str) -> Files:
    return {**_topic(body=f"\nVoir [ceci]({target}).\n"), **_PERSON}


def _image(target: str, words: str = "Le site") -> Files:
    return {**_topic(body=f"\n![{words}]({target})\n"), "attachments/site.png": b"\x89PNG", "attachments/site.svg": b"<svg/>"}


def _document(file: str) -> Files:
    return {
        "records/documents/x.md": f"---\ntitle: x\nfile: {file}\n---\n",
        "attachments/2014-rapport.pdf": b"%PDF",
        "attachments/2015/rapport-france.pdf": b"%PDF",
    }


def _fence(body: str) -> Files:
    return _topic(body=f"\n{body}\n")


def _quote(quote: str) -> Files:
    return {
        **_promise(f"each_member: true\nmade_at: pleniere\nquote: {quote}"),
        **_meeting("date: 2015-02-02", "\nM. Sodini s’engage à préparer une lettre aux préfets.\n"),
    }


def _answer(questions: str) -> Files:
    header = "title: Questions\nto: alice-tallon\ndate: 2014-11-07\nanswers: {item: 9, status: answered}"
    return {_REQUEST: f"---\n{header}\n---\n\n{questions}", **_PERSON}


def _minutes(body: str, person: str = "name: Alice Tallon") -> Files:
    return {**_meeting("date: 2015-02-02", f"\n{body}\n"), "records/people/alice-tallon.md": f"---\n{person}\n---\n"}


def _two(kind: str, *names: str) -> Files:
    return {f"records/{kind}/nom-{number}.md": f"---\nname: {name}\n---\n" for number, name in enumerate(names)}


def _date(text: str) -> Files:
    return _meeting(f"date: {text}")


def _time(text: str) -> Files:
    return _meeting(f"date: 2015-02-02\ntime: {text}")


_FOLLOW_UP = "each_member: true\nmade_on: 2015-01-22\nfollow_ups: {date: 2015-02-02"


def _asked(day: str, items: str) -> Files:
    header = f"title: Questions\nto: alice-tallon\ndate: {day}"
    return {_REQUEST: f"---\n{header}\n---\n\n{items}", **_PERSON}


_LEFT = {
    **_meeting("date: 2015-01-05\nparticipants: {person: alice-tallon, organisation: ecpat}", "\nLe rapport.\n"),
    "records/people/alice-tallon.md": "---\nname: Alice Tallon\nmemberships: {organisation: ecpat, end_date: 2014}\n---\n",
    "records/organisations/ecpat.md": "---\nname: ECPAT France\n---\n",
}
_FAULTY: list[tuple[str, str, Files]] = [
    ("encoding", "windows", {_TOPIC: "---\ntitle: Séjour\n---\n".encode("cp1252")}),
    ("encoding", "utf-16", {_TOPIC: "---\ntitle: Séjour\n---\n".encode("utf-16")}),
    ("encoding", "utf-16", {_TOPIC: "---\ntitle: Séjour\n---\n".encode("utf-16-le")}),
    ("encoding", "", {_TOPIC: b"---\ntitle: S\x81jour\n---\n"}),
    ("byte-order-mark", "", {_TOPIC: b"\xef\xbb\xbf---\ntitle: x\n---\n"}),
    ("hidden-character", "", _topic("title: a\x08b")),
    ("hidden-character", "bidirectional", _topic("title: a\u202eb")),
    ("conflict-marker", "", _topic("<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> c")),
    ("too-large", "", {_TOPIC: b"---\ntitle: x\n---\n" + b"x " * 600_000}),
    ("too-large", "header", _topic("title: x\nsource: " + "x " * 140_000)),
    ("too-deep", "", _topic("x: " + "[" * 50)),
    ("misplaced-file", "folder", {"records/divers/x.md": ""}),
    ("misplaced-file", "folder", {"records/x.md": ""}),
    ("misplaced-file", "folder-near", {"records/meeting/x.md": ""}),
    ("misplaced-file", "deeper", {"records/meetings/2014/x.md": ""}),
    ("not-a-plain-file", "too-deep", {f"records/meetings/{'a/' * 9}x.md": ""}),
    ("misplaced-file", "ending", {"records/documents/rapport.pdf": b"%PDF"}),
    ("misplaced-file", "ending-near", {"records/meetings/x.txt": ""}),
    ("file-name", "", {"records/topics/Titre de séjour.md": "---\ntitle: x\n---\n"}),
    ("file-name", "nameless", {"records/topics/___.md": "---\ntitle: x\n---\n"}),
    ("front-matter-missing", "", {_TOPIC: "title: x\n"}),
    ("front-matter-missing", "empty", {_TOPIC: "\n"}),
    ("front-matter-unclosed", "", {_TOPIC: "---\ntitle: x\n"}),
    ("not-a-mapping", "", _topic("- a\n- b")),
    ("not-yaml", "after-value", _topic("title: [a] b")),
    ("not-yaml", "after-value+", _topic("title: 'l'asile'")),
    ("not-yaml", "alias", _topic("title: x\nlead:\n  - *a\n  - b")),
    ("not-yaml", "alias+", _topic("title: *a b")),
    ("not-yaml", "bracket", _topic("title: x\nlead: [a, b")),
    ("not-yaml", "character", _topic("title: > x")),
    ("not-yaml", "character+", _topic("title: @x")),
    ("not-yaml", "colon", _topic("title: x\n  source: y")),
    ("not-yaml", "colon+", _topic("title: 'a': b")),
    ("not-yaml", "document", _topic("title: x\nlead:\n  - a\n - b")),
    ("not-yaml", "escape", _topic('title: x\nlead:\n  - "\\d"\n  - b')),
    ("not-yaml", "escape+", _topic('title: "C:\\docs"')),
    ("not-yaml", "no-colon", _topic("title: x\nlinks:\n  - url: https://a.fr\n    note")),
    ("not-yaml", "quote", _topic('title: x\nlead:\n  - "a\n  - b')),
    ("not-yaml", "quote+", _topic('title: "x')),
    ("not-yaml", "tab", _topic("title: x\nlead:\n\t- a")),
    ("colon-in-text", "", _topic("title: dans le monde : une exploitation")),
    ("text-cut", "", _topic("title: Réunion #3")),
    ("yaml-feature", "anchor", _topic("title: &a x")),
    ("yaml-feature", "alias", _topic("title: &a x\nsource: *a")),
    ("yaml-feature", "tag", _topic("title: !!str x")),
    ("key-given-twice", "", _topic("title: x\ntitle: y")),
    ("key-not-text", "", _topic("title: x\n[a]: b")),
    ("line-without-colon", "", _topic("title: x\n« note »")),
    ("line-without-colon", "word", _topic("title: x\nsource courriel")),
    ("unknown-key", "", _topic("title: x\nbudget: 12")),
    ("unknown-key", "near", _topic("title: x\nleads: alice-tallon")),
    ("field-missing", "", _topic("source: x")),
    ("field-missing", "empty", _topic("title:")),
    ("wrong-type", "list", _topic("title: [a, b]")),
    ("wrong-type", "mapping", _topic("title: {a: b}")),
    ("wrong-type", "number", {_REQUEST: "---\ntitle: x\nto: a\ndate: 2014\nanswers: {item: un, status: answered}\n---\n"}),
    ("wrong-type", "block-expected", _topic("title: x\nlinks: https://www.cncdh.fr")),
    ("wrong-type", "own-expected", _topic("title: x\nx: 12")),
    ("not-a-choice", "", _meeting("date: 2014\nclassification: colloque")),
    ("not-a-choice", "near", _meeting("date: 2014\nclassification: plenery")),
    ("not-a-date", "not_a_date", _date("bientôt")),
    ("not-a-date", "not_a_date+", _date('"~2014"')),
    ("not-a-date", "no_such_day", _date("2014-02-30")),
    ("not-a-date", "no_such_month", _date("2014-13")),
    ("not-a-date", "no_such_month+", _date("2014-22-10")),
    ("not-a-date", "no_such_year", _date("0000-01-01")),
    ("not-a-date", "end_before_start+", _date("2014-11/2014-10")),
    ("not-a-date", "french_order", _date("42/10/2014")),
    ("not-a-date", "french_order+", _date("22/10/2014")),
    ("not-a-date", "one_digit", _date("2014-2-30")),
    ("not-a-date", "one_digit+", _date("2014-1-5")),
    ("not-a-date", "separator", _date("2014/02/30")),
    ("not-a-date", "separator+", _date("2014/10/22")),
    ("not-a-date", "short_end", _date("2014-10/12")),
    ("not-a-date", "short_end+", _date("2014-11-12/13")),
    ("not-a-date", "spaces", _date("2014-11-42 / 2014-11-43")),
    ("not-a-date", "time_of_day", _date("2014-02-30T09:30")),
    ("not-a-date", "words", _date("30 février 2014")),
    ("not-a-date", "spaces+", _date("2014-11-12 / 2014-11-13")),
    ("not-a-date", "time_of_day+", _date("2014-10-22T09:30")),
    ("not-a-date", "words+", _date("22 octobre 2014")),
    ("not-a-date", "unsupported", _date("201X")),
    ("not-a-date", "unsupported+", _date("2014?")),
    ("not-a-time", "not_a_time", _time("le matin")),
    ("not-a-time", "not_a_time+", _time("9 heures 30")),
    ("not-a-time", "no_such_time", _time("25:00")),
    ("not-a-time", "end_before_start", _time("12:00/9:00")),
    ("not-a-slug", "", _topic("title: x\nformer_slugs: Titre de séjour")),
    ("not-a-slug", "reference", _topic("title: x\nlead: Alice Tallon")),
    ("not-an-address", "", _topic("title: x\nlinks: {url: le site}")),
    ("not-an-address", "+", _topic("title: x\nlinks: {url: www.cncdh.fr}")),
    ("path-outside", "", {"records/documents/x.md": "---\ntitle: x\nfile: /etc/passwd\n---\n"}),
    ("attachment-missing", "", _document("absent.pdf")),
    ("attachment-missing", "near", _document("2014-raport.pdf")),
    ("attachment-missing", "near", _document("rapport-france.pdf")),
    ("empty-text", "", _topic('title: ""')),
    ("several-lines", "", _topic("title: |\n  a\n  b")),
    ("empty-item", "", _topic("title: x\nlead:\n  -\n")),
    ("unknown-reference", "people/organisations", _topic("title: x\nlead: inconnu")),
    ("unknown-reference", "people/organisations+near", {**_topic("title: x\nlead: alice-talon"), **_PERSON}),
    ("unknown-reference", "people/organisations+near", {**_topic("title: x\nlead: alice-talon-ecpat"), **_PERSON}),
    ("unknown-reference", "people/organisations+elsewhere", _topic("title: x\nlead: sejour")),
    ("unknown-reference", "topics", _topic("title: x\nparent: inconnu")),
    ("unknown-reference", "people", _meeting("date: 2014\nparticipants: {person: inconnu}")),
    ("unknown-reference", "organisations", _meeting("date: 2014\norganisers: inconnu")),
    ("unknown-reference", "meetings", _meeting("date: 2014\nprepares: inconnu")),
    ("unknown-reference", "documents", _meeting("date: 2014\ndocuments: inconnu")),
    ("unknown-reference", "commitments", _promise("each_member: true\nmade_on: 2014\npart_of: inconnu")),
    ("unknown-reference", "updates", _promise("each_member: true\nmade_at: updates/inconnu")),
    ("unknown-reference", "requests", {_EDITION: "---\ntitle: x\ndate: 2014\nsections: {title: x, records: requests/inconnu}\n---\n"}),
    ("unknown-reference", "editions", {_EDITION: "---\ntitle: x\ndate: 2014\nsections: {title: x, records: editions/inconnu}\n---\n"}),
    ("reference-kind", "kind", _topic("title: x\nlead: meetings/x")),
    ("reference-kind", "kind-unknown", _topic("title: x\nlead: personnes/x")),
    ("reference-kind", "bare", {_EDITION: "---\ntitle: x\ndate: 2014\nsections: {title: x, records: x}\n---\n"}),
    ("dead-link", "record", _link("../people/inconnu.md")),
    ("dead-link", "record+", _link("../people/alice-talon.md")),
    ("dead-link", "attachment", _link("../../attachments/absent.pdf")),
    ("dead-link", "elsewhere", _link("../../../ailleurs.md")),
    ("dead-link", "elsewhere+", _link("people/alice-tallon.md")),
    ("dead-link", "elsewhere+", _link("../people/alice-tallon")),
    ("dead-link", "address", _link("www.cncdh.fr")),
    ("dead-link", "address", _link("contact@cncdh.fr")),
    ("dead-link", "scheme", _link("javascript:alert(1)")),
    ("dead-link", "empty", _link("")),
    ("slug-shared", "", {"records/people/x.md": "---\nname: x\n---\n", "records/organisations/x.md": "---\nname: x\n---\n"}),
    ("quote-not-found", "", _quote("rien de tel ne fut dit")),
    ("quote-not-found", "near", _quote("s’engage à envoyer une lettre aux préfets")),
    ("attendance-empty", "", _meeting("date: 2014\nexcused: {note: malade}")),
    ("meeting-without-date", "", _meeting("place: ici")),
    ("commitment-without-maker", "", _promise("made_on: 2014")),
    ("commitment-without-origin", "", _promise("each_member: true")),
    ("commitment-without-origin", "both", {**_promise("each_member: true\nmade_at: pleniere\nmade_on: 2014"), **_date("2014-01-01")}),
    ("follow-up-unproved", "kept", _promise(_FOLLOW_UP + ", status: kept}")),
    ("follow-up-unproved", "partially_kept", _promise(_FOLLOW_UP + ", status: partially_kept}")),
    ("follow-up-unproved", "broken", _promise(_FOLLOW_UP + ", status: broken}")),
    ("follow-up-empty", "", _promise(_FOLLOW_UP + "}")),
    ("answer-without-question", "", _answer("1. À qui ?\n2. Quand ?\n")),
    ("answer-without-question", "one", _answer("1. À qui ?\n")),
    ("answer-without-question", "none", _answer("À qui ?\n")),
    ("picture", "no-words", _image("../../attachments/site.png", " ")),
    ("picture", "web", _image("https://example.org/site.png")),
    ("picture", "outside", _image("../../../site.png")),
    ("picture", "outside+", _image("attachments/site.png")),
    ("picture", "missing", _image("../../attachments/absent.png")),
    ("picture", "type", _image("../../attachments/site.svg")),
    ("unicode-form", "", _topic("title: E\u0301te\u0301\nsource: e\u0301te\u0301")),
    ("unicode-form", "once", _topic("title: e\u0301t")),
    ("mixed-line-ends", "", _topic("title: a\r\nsource: b")),
    ("mixed-line-ends", "lone", _topic("title: a\rsource: b")),
    ("doubtful-fence", "indented", _fence(" ::: members\nx\n:::")),
    ("doubtful-fence", "in-a-list-or-quote", _fence("- ::: members\n")),
    ("doubtful-fence", "misspelt", _fence("::: amis\nx")),
    ("doubtful-fence", "misspelt+", _fence("::: membres\nx")),
    ("doubtful-fence", "nested", _fence("::: members\n::: contributors\nx\n:::")),
    ("doubtful-fence", "lone", _fence("x\n:::")),
    ("doubtful-fence", "unclosed", _fence("::: members\nx")),
    ("doubtful-fence", "in-a-field", _topic("title: x\nlinks:\n  url: https://a.fr\n  note: |\n    a\n    ::: members\n    b")),
    ("doubtful-fence", "in-code", _fence("```\n::: members\nx")),
    ("fence-topic", "", _fence("::: topic inconnu\nx\n:::")),
    ("fence-topic", "near", _fence("::: topic sejours\nx\n:::")),
    ("question-unanswered", "", _asked("2014-11-07", "1. Quel statut ?\n")),
    ("question-unanswered", "several", _asked("2014-11-07", "1. Quel statut ?\n2. Quels moyens ?\n")),
    ("deadline-unwatched", "", _promise("each_member: true\nmade_on: 2014-06-23\ndue: 2014-09")),
    ("membership-over", "", _LEFT),
    ("minutes-missing", "", _meeting("date: 2014-11-18")),
    ("contact-for-the-public", "telephone", _topic(body="\nTéléphoner au 06 12 34 56 78.\n")),
    ("contact-for-the-public", "mailbox", _topic(body="\nÉcrire à alice.tallon@exemple.fr.\n")),
    ("contact-for-the-public", "home", _topic(body="\nMme Tallon, demeurant 3 rue de la Paix à Lyon.\n")),
    ("unused-silence", "", _topic("title: x # traite: ignore[TR312] plus tard")),
    ("unused-silence", "unknown", _topic("title: x # traite: ignore[XY9] plus tard")),
    ("unused-silence", "unknown+", _topic("title: x # traite: ignore[TR399] plus tard")),
    ("unused-silence", "audiences", _fence("<!-- traite: ignore[TR510] plus tard -->\n::: membres\nx\n")),
    ("unused-silence", "not-understood", _topic("title: x # traite: ignore TR312")),
    ("silence-without-reason", "", _topic("title: x # traite: ignore[TR312]")),
    ("unrecorded-commitment", "", _minutes("Il est convenu que le texte circulera.")),
    ("unrecorded-commitment", "who", _minutes("Alice Tallon s’engage à écrire.")),
    ("name-nearly-known", "", _minutes("Vu avec Alice Talon.")),
    ("name-nearly-known", "listed", _minutes("Vu avec Alice Talon.", "name: Alice Tallon\nother_names: A. Tallon")),
    ("probably-the-same", "person", _two("people", "Alice Tallon", "TALLON Alice")),
    ("probably-the-same", "organisation", _two("organisations", "Secours Catholique", "Secours catholique – Caritas France")),
]
_FAULTY += FORMS
_SHOWN_ELSEWHERE = {
    ("attendance-ambiguous", ""),  # its example has it
    ("not-a-plain-file", "link"),
    ("not-a-plain-file", "special"),  # hostile/test_told_in_words.py makes these four
    ("not-a-plain-file", "permission"),
    ("picture", "link"),
    ("not-a-plain-file", "gone"),  # would take a race
    ("not-yaml", ""),  # for a problem that libyaml words in a way nobody met yet
    ("not-yaml", "+"),
    ("not-a-date", ""),  # one hint for several variants
    ("not-a-date", "end_before_start"),  # its message is that of the variant with a suggestion
    ("not-a-time", ""),
    ("follow-up-unproved", ""),
    ("encoding", ""),
    ("hidden-character", ""),
    ("file-name", ""),
    ("line-without-colon", ""),
    ("contact-for-the-public", ""),
    ("circle", ""),
    ("days-out-of-order", ""),
    ("file-not-everywhere", "character"),  # test_forms.py has these three, which not every system can make
    ("file-not-everywhere", "ending"),
    ("file-not-everywhere", "same"),
}
_EVERY = pytest.mark.parametrize(("check", "variant", "files"), _FAULTY, ids=lambda value: value if isinstance(value, str) else "")


@_EVERY
def test_each_fault_is_worded_for_what_it_is(found: Found, check: str, variant: str, files: Files) -> None:
    """Each of these small repositories has the fault named, and the check has a sentence for that very variant."""
    assert variant in {fault.variant for fault in found(files) if fault.check == check}
    assert variant in {*catalogue()[check].check.messages, *catalogue()[check].check.hints}


@_EVERY
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_fault_is_told_with_its_facts(found: Found, check: str, variant: str, files: Files, language: str) -> None:
    """No sentence names a fact that its fault lacks, in either language, and each fault has something to do about it."""
    for diagnostic in told(found(files), translator(language)):  # type: ignore[arg-type]
        assert diagnostic.message
        assert diagnostic.hint
        assert not re.search(r"\{\w+\}", diagnostic.message)
        assert not diagnostic.message.endswith(".")


def test_every_wording_is_reached() -> None:
    """A sentence that no fault can have is a dead one: each variant of each check is met here or shown elsewhere."""
    declared = {(name, variant) for name, listed in catalogue().items() for variant in {*listed.check.messages, *listed.check.hints}}
    met = {(check, variant) for check, variant, _ in _FAULTY}
    # One table serves all kinds of record: not every kind has to be tried with every ending.
    kinds = {(name, variant) for name, variant in declared if name == "unknown-reference" and "+" in variant}
    assert declared - met - kinds - _SHOWN_ELSEWHERE == set()


def test_every_fault_told_anywhere_has_its_file() -> None:
    """A name that the code tells and no check words would end the program when it is met."""
    assert set(_told_in_the_code()) == set(catalogue())


def test_codes_are_told_apart() -> None:
    """People and baselines rest on codes: each is one check's, and has the form TR and three digits."""
    codes = [listed.check.code for listed in catalogue().values()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"TR[1-9]\d\d", code) for code in codes)


def test_every_check_says_why() -> None:
    """The docstring is the page of « explain »: a rule in one sentence, then the reason, and both have their French."""
    for listed in catalogue().values():
        rule, _, reason = listed.why.partition("\n\n")
        assert rule.endswith((".", ":")), listed.name
        assert reason.strip(), listed.name
        assert translator("fr")(listed.why) != listed.why, listed.name


def _told_in_the_code() -> Iterator[str]:
    root = Path(traite_cli.__file__).parent
    for path in sorted(root.rglob("*.py")):
        yield from _TOLD.findall(path.read_text(encoding="utf-8"))
