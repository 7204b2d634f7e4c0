"""What is certain is mended, byte for byte; what is not is left, and so is every other byte."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.check import CLOSE_MARK, OPEN_MARK

MEETING = "records/meetings/pleniere.md"
TOPIC = "records/topics/sejour.md"
HEAD = "---\ntitle: Réunion\ndate: 2015-02-02\n"


def header(line: str) -> str:
    """A meeting with one more line."""
    return f"{HEAD}{line}\n---\n"


MENDED = {
    "a text with a colon": ("place: Paris : au siège  # à confirmer", 'place: "Paris : au siège"  # à confirmer'),
    "a text with quotes": ("place: 'Salle de l'accueil'", 'place: "Salle de l\'accueil"'),
    "a quoted part": ('place: Salle "A": fond', 'place: "Salle \\"A\\": fond"'),
    "a quotation inside quotes": ('place: "Salle "Jean Moulin" au fond"', 'place: "Salle \\"Jean Moulin\\" au fond"'),
    "a text that begins with a sign": ("place: @home", 'place: "@home"'),
    "an unclosed quote": ('place: "Au siège', 'place: "Au siège"'),
    "an item with a colon": ("decisions:\n  - Le plan : suite\n  - Rien", 'decisions:\n  - "Le plan : suite"\n  - Rien'),
    "a number cut off": ("room: Salle #3 du fond", 'room: "Salle #3 du fond"'),
    "a time in words": ("time: 9 heures 30", "time: 09:30"),
    "a time in quotes": ("time: 'de 9h30 à 12h00'  # ou plus", "time: 09:30/12:00  # ou plus"),
    "a notice's day": ("notices: [22/10/2014, 2014-10-23]", "notices: [2014-10-22, 2014-10-23]"),
    "a French choice": ("classification: Plénière", "classification: plenary"),
    "a choice in capitals": ('classification: "PLENARY"', "classification: plenary"),
    "a choice mistyped": ("classification: plenery", "classification: plenary"),
    "yes in French": ("cancelled: oui", "cancelled: true"),
    "a French key": ("Lieu: au siège", "place: au siège"),
    "a key in capitals": ("Place : au siège", "place : au siège"),
    "a key with a hyphen": ("short-title: avec la MIPROF", "short_title: avec la MIPROF"),
    "a key whose value is wrong too": ("Heure: 9 heures 30", "time: 09:30"),
    "a name mistyped": ("participants:\n  - raphael-sodoni", "participants:\n  - raphael-sodini"),
    "a former name": ("participants: [r-sodini-secours, afj]", "participants: [raphael-sodini, afj]"),
    "a person by name": ("participants: [Raphaël Sodini, 'alice tallon']", "participants: [raphael-sodini, alice-tallon]"),
    "an organisation by its name": ("organisers: AFJ", "organisers: afj"),
    "tabs": ("participants:\n\t- person: alice-tallon\n\t\trole: a", "participants:\n  - person: alice-tallon\n    role: a"),
    "a plural": ('topics: "titres-de-sejour"', "topics: titre-de-sejour"),
    "an address of the post": ("links: {url: a@example.org}", "links: {url: mailto:a@example.org}"),
}
LEFT = {
    "a day that may be a month": "notices: 05/06/2014",
    "a year in two digits": "notices: 22/10/14",
    "a day of the week that is not that day's": "notices: mardi 22 octobre 2014",
    "a date with a time": "notices: 2014-10-22T09:30",
    "a date without day": "notices: 2014/10",
    "a time without an hour's mark": "time: 9-12",
    "two quotations": "place: 'a' et 'b'",
    "a backslash": 'place: "a\\q"',
    "a remark without space": "room: Salle #du fond",
    "a number and a comma": "room: Salle #3, au fond",
    "a site without its beginning": "links: {url: www.example.org}",
    "a name that is nowhere near": "participants: inconnue",
    "an initial": "participants: a-sodini",
    "a part of a name": "participants: sodini",
    "a short name": "participants: afk",
    "a person for an organisation": "organisers: raphael-sodini",
    "an audience in French": "audience: membres",
    "an audience in capitals": "audience: Members",
    "an audience's key": "Audience: members",
    "an audience mistyped": "audiance: members",
    "a fence in a field": "place: ::: members",
    "a key given twice": "Place: a\nplace: b",
    "tabs and spaces": "participants:\n- person: afj\n\trole: x",
    "a name with more to it": "participants: M. Raphaël Sodini",
    "a list for a text": "place: [a, b]",
}


@pytest.mark.parametrize(("before", "after"), MENDED.values(), ids=MENDED)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_what_is_certain_is_mended(fix: Callable, before: str, after: str, end: str) -> None:
    """The line becomes what it should be, whatever ends it; the file has no fault afterwards."""
    tried = fix({MEETING: header(before).replace("\n", end)})
    assert tried.after[MEETING].decode() == header(after).replace("\n", end)
    assert tried.remaining == ()


@pytest.mark.parametrize("line", LEFT.values(), ids=LEFT)
def test_what_is_not_certain_is_left(fix: Callable, line: str) -> None:
    """Where something else may have been meant, and in whatever says for whom a record is, nobody writes but people."""
    tried = fix({MEETING: header(line)})
    assert tried.faults
    assert tried.made == ((), ())


LINKS = {
    "a name mistyped": ("../people/raphael-sodoni.md#role", "../people/raphael-sodini.md#role"),
    "capitals": ("../people/Raphael-Sodini.md", "../people/raphael-sodini.md"),
    "no ending": ("../people/raphael-sodini", "../people/raphael-sodini.md"),
    "an absolute path": ("/records/people/raphael-sodini.md", "../people/raphael-sodini.md"),
    "no folder": ("raphael-sodini.md", "../people/raphael-sodini.md"),
    "brackets": ("<../people/raphael-sodoni.md>", "<../people/raphael-sodini.md>"),
    "a former name": ("../people/r-sodini-secours.md", "../people/raphael-sodini.md"),
    "the other folder": ("../people/afj.md", "../organisations/afj.md"),
    "an address of the post": ("a@example.org", "mailto:a@example.org"),
}


@pytest.mark.parametrize(("before", "after"), LINKS.values(), ids=LINKS)
def test_a_link_whose_record_is_certain_is_mended(fix: Callable, before: str, after: str) -> None:
    """Only its address changes: words, anchor and brackets stay."""
    text = HEAD + "---\n\nVoir [la *fiche*]({}) et la suite.  \n\nFin"
    tried = fix({MEETING: text.format(before)})
    assert (tried.after[MEETING].decode(), tried.remaining) == (text.format(after), ())


@pytest.mark.parametrize("target", ["../people/inconnu.md", "www.example.org", "../meetings/titre-de-sejour.md", "../../attachments/a.pdf"])
def test_a_link_that_may_lead_elsewhere_is_left(fix: Callable, target: str) -> None:
    """A page that is nowhere near, one of another kind, a site of which nobody knows whether it answers."""
    assert fix({MEETING: f"{HEAD}---\n\n[x]({target})\n"}).made == ((), ())


def test_between_two_near_names_nobody_chooses(fix: Callable) -> None:
    """Two people a slip away: which one was meant only people know."""
    files = {"records/people/raphael-sodina.md": "---\nname: Raphaël Sodina\n---\n", MEETING: header("participants: raphael-sodino")}
    assert fix(files).made == ((), ())


def test_of_two_who_bear_a_name_nobody_chooses(fix: Callable) -> None:
    """Two people are called alike, or a person is as an organisation is: which one sat there only people know."""
    files = {"records/people/tallon-2.md": "---\nname: Alice Tallon\n---\n", MEETING: header("participants: Alice Tallon\nexcused: Afj")}
    files["records/people/jean-afj.md"] = "---\nname: Jean\nother_names: AFJ\n---\n"
    assert fix(files).made == ((), ())


def test_a_file_of_which_nothing_is_ambiguous_is_mended_at_once(fix: Callable) -> None:
    """Mark, line ends, accents, keys, dates and links of one file: each byte outside them stays, the last line without end too."""
    before = (
        b"\xef\xbb\xbf---\r\n# relire\r\nTitre: Re\xcc\x81union : point\r\nlead:   raphael-sodoni   # le bon\nopened: 22.10.2014\r\n---\r\n\r\n"
        b"Voir [x](../people/Raphael-Sodini.md).  \r\n\r\n\tCafe\xcc\x81\xc2\xa0!"
    )
    after = (
        '---\r\n# relire\r\ntitle: "Réunion : point"\r\nlead:   raphael-sodini   # le bon\r\nopened: 2014-10-22\r\n---\r\n\r\n'
        "Voir [x](../people/raphael-sodini.md).  \r\n\r\n\tCafé\u00a0!"
    )
    tried = fix({TOPIC: before})
    assert (tried.after[TOPIC].decode(), tried.remaining) == (after, ())
    assert {fault.check for fault in tried.made.made[0].mended} == {
        "byte-order-mark", "unicode-form", "mixed-line-ends", "unknown-key", "colon-in-text", "unknown-reference", "not-a-date", "dead-link",
    }  # fmt: skip


def test_only_what_was_asked_about_is_mended(fix: Callable) -> None:
    """A fault that is not chosen (by ``--select``, say) stays, even on the same line."""
    tried = fix({MEETING: header("time: 9 heures 30\ncancelled: oui")}, lambda faults: [one for one in faults if one.check == "not-a-time"])
    assert tried.after[MEETING].decode() == header("time: 09:30\ncancelled: oui")


def test_a_mend_that_holds_only_after_another_is_made(fix: Callable) -> None:
    """The sort of meeting can be read only once its date can: a plenary has one. (Two places keep all from holding together.)"""
    text = "---\ntitle: a\n{}\nlieu: a\nclassification: {}\nplace: b\n---\n"
    tried = fix({MEETING: text.format("Date: 22 octobre 2014", "Plénière")})
    assert tried.after[MEETING].decode() == text.format("date: 2014-10-22", "plenary")


def test_one_mend_that_does_not_hold_keeps_none_of_many_back(fix: Callable) -> None:
    """A hundred certain ones among two that are not are all made in one go."""
    text = "---\ntitle: a\ndate: 2015-02-02\nHeure: bientôt\nagenda:\n{}Lieu: [a, b]\n---\n"
    tried = fix({MEETING: text.format("  - titre: Le plan : suite\n" * 100)})
    assert tried.after[MEETING].decode() == text.format('  - title: "Le plan : suite"\n' * 100)


def test_one_fault_is_not_traded_for_another(fix: Callable) -> None:
    """A wrong date mended elsewhere makes no room for one that a key brings to light."""
    tried = fix(
        {MEETING: "---\ntitle: a\ndate: 22/10/2014\nagenda:\n  - titre: b\n    Topics: Inconnu\nHeure: bientôt\ntime: 9 heures\n---\n"}
    )
    assert tried.after[MEETING].decode() == (
        "---\ntitle: a\ndate: 2014-10-22\nagenda:\n  - title: b\n    Topics: Inconnu\nHeure: bientôt\ntime: 09:00\n---\n"
    )


def test_a_mend_that_brings_a_fault_to_light_is_left_and_the_others_are_made(fix: Callable) -> None:
    """The value of a misspelt key was not looked at: where it is wrong too, the key is for people to mend."""
    tried = fix({MEETING: header("Heure: bientôt\ncancelled: oui")})
    assert tried.after[MEETING].decode() == header("Heure: bientôt\ncancelled: true")


@pytest.mark.parametrize(
    "body",
    [
        "a\r::: members\nb\r\n\n:::\n",
        "::: members\na\r:::\nb\r::: members\nc\n:::\n",
        "\ufeff::: members\n\nb\n\n:::\n",
        "::: membres\n\nb\n\n:::\n",
        " ::: members\nb\n:::\n",
    ],
    ids=["a lone CR before it", "two lone CR within it", "a hidden mark before it", "misspelt", "indented"],
)
def test_no_mend_makes_a_fence_or_takes_one_away(fix: Callable, body: str) -> None:
    """For whom a passage is, no machine decides: not even by an end of line."""
    tried = fix({MEETING: f"{HEAD}---\n\n{body}"})
    assert tried.faults
    assert tried.after == tried.before


def test_a_lone_cr_ends_a_line_for_every_mend(fix: Callable) -> None:
    """What is cut off ends with its line, however that ends."""
    tried = fix({MEETING: header("room: Salle #3\rplace: a")}, lambda faults: [one for one in faults if one.check == "text-cut"])
    assert tried.after[MEETING].decode() == header('room: "Salle #3"\rplace: a')


def test_a_file_of_an_old_mac_is_read_at_last(fix: Callable) -> None:
    """All of its lines end in CR: before, it was one line and no record."""
    tried = fix({MEETING: f"{HEAD}audience: members\n---\n\nFin\n".replace("\n", "\r")})
    assert (tried.after[MEETING].decode(), tried.remaining) == (f"{HEAD}audience: members\n---\n\nFin\n", ())


def test_a_file_that_is_no_utf_8_is_left(fix: Callable) -> None:
    """Its letters are guesses: nothing is written on them."""
    tried = fix({MEETING: header("time: 9 heures 30\nplace: Café").encode("cp1252")})
    assert tried.made == ((), ())


def test_a_hidden_mark_goes_and_other_hidden_characters_stay(fix: Callable) -> None:
    """A byte order mark inside a text says nothing; a mark that turns the direction of writing may say something."""
    tried = fix({MEETING: header("place: au\ufeff siège\nroom: a\u202eb")})
    assert tried.after[MEETING].decode() == header("place: au siège\nroom: a\u202eb")


def test_what_stands_under_x_is_its_author_s_own(fix: Callable) -> None:
    """It is carried along untouched: its letters too."""
    text = "---\ntitle: {}\nx: {{a: e\u0301, b: [e\u0301]}}\nsource: {}\n---\n"
    tried = fix({TOPIC: text.format("e\u0301", "e\u0301")})
    assert (tried.after[TOPIC].decode(), tried.remaining) == (text.format("é", "é"), ())


def test_front_matter_that_ends_with_dots_is_closed(fix: Callable) -> None:
    """It ends there for YAML, so that one thing only was meant; line ends stay as they are."""
    tried = fix({TOPIC: "---\r\ntitle: x\r\n...\r\n\r\nUn texte.\r\n"})
    assert tried.after[TOPIC] == b"---\r\ntitle: x\r\n---\r\n\r\nUn texte.\r\n"


def test_a_text_with_a_hidden_character_is_not_rewritten(fix: Callable) -> None:
    """It is read with a replacement, which must not come into the file."""
    tried = fix({MEETING: header("place: Paris\u200e : au siège")})
    assert tried.made == ((), ())


@pytest.mark.parametrize("listed", catalogue().values(), ids=lambda listed: listed.check.code)
def test_the_page_of_a_check_says_whether_it_mends(fix: Callable, listed: object) -> None:
    """Whatever is said to be mended is, on the check's own example; of no other check is anything touched there."""
    example = listed.check.faulty
    if example.links:
        pytest.skip("a link is not a file")
    files = {path: text.replace(OPEN_MARK, "").replace(CLOSE_MARK, "") for path, text in example.files.items()}
    tried = fix({**files, **example.raw})
    mended = {fault.check for one in tried.made.made for fault in one.mended}
    # These mend another sort of what they tell than their example shows: see above.
    others = {"front-matter-unclosed", "hidden-character", "not-an-address"}
    assert mended == ({listed.name} if listed.check.mends and listed.name not in others else set())
