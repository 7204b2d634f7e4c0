"""Lines of minutes that say that they are a commitment, a question or a decision."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repositories import MakeRepository
from traite_cli.repository import MarkedLine, Recogniser, marked_lines
from traite_cli.workspace import Workspace

_DAY = date(2015, 1, 22)
_FILES = {
    "people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
    "people/jean-dupont.md": "---\nname: Jean Dupont\n---\n",
    "organisations/miprof.md": "---\nname: Mission interministérielle\nacronym: MIPROF\n---\n",
    "organisations/cimade.md": "---\nname: La Cimade\n---\n",
    "organisations/action-catholique.md": "---\nname: Action catholique des femmes\n---\n",
}


@pytest.fixture
def recogniser(make_repository: MakeRepository) -> Recogniser:
    """Two people and three organisations."""
    return Recogniser(make_repository(_FILES).repository)


def _shown(line: MarkedLine) -> tuple[str, str, list[str], str]:
    who = [one.found.slug if one.found else f"“{one.said}”" for one in line.who]
    return line.mark, line.text, who, str(line.due or "")


_CIRCULAR = "la MIPROF enverra la circulaire avant fin février"
_MARKED = {
    f"ENGAGEMENT : {_CIRCULAR}": ("commitment", _CIRCULAR, ["miprof"], "2015-02"),
    f"Engagement – {_CIRCULAR}": ("commitment", _CIRCULAR, ["miprof"], "2015-02"),
    f"engagement - {_CIRCULAR}": ("commitment", _CIRCULAR, ["miprof"], "2015-02"),
    f"- **ENGAGEMENT** : {_CIRCULAR}": ("commitment", _CIRCULAR, ["miprof"], "2015-02"),
    f"* __Engagement :__ {_CIRCULAR}": ("commitment", _CIRCULAR, ["miprof"], "2015-02"),
    f"**ENGAGEMENT : {_CIRCULAR}**": ("commitment", _CIRCULAR, ["miprof"], "2015-02"),
    f"ENGAGEMENT\u00a0n° 3\u00a0: {_CIRCULAR}": ("commitment", _CIRCULAR, ["miprof"], "2015-02"),
    "ENGAGEMENT de la MIPROF : envoyer le rapport": ("commitment", "envoyer le rapport", ["miprof"], ""),
    "Engagement (Alice Tallon) : relire [le rapport](../documents/x.md)": ("commitment", "relire le rapport", ["alice-tallon"], ""),
    "ENGAGEMENT : Alice Tallon et Jean Dupont préparent la lettre sous 15 jours": (
        "commitment",
        "Alice Tallon et Jean Dupont préparent la lettre sous 15 jours",
        ["alice-tallon", "jean-dupont"],
        "2015-02-06",
    ),
    "ENGAGEMENT : la circulaire sera envoyée par la MIPROF": (
        "commitment",
        "la circulaire sera envoyée par la MIPROF",
        ["miprof"],
        "",
    ),
    "À faire : relancer le préfet (Mme Tallon)": ("commitment", "relancer le préfet (Mme Tallon)", ["alice-tallon"], ""),
    "ACTION: Lucie Martin will write by Friday": ("commitment", "Lucie Martin will write by Friday", ["“Lucie Martin”"], "2015-01-23"),
    "COMMITMENT: the Cimade answers within two weeks": (
        "commitment",
        "the Cimade answers within two weeks",
        ["cimade"],
        "2015-02-05",
    ),
    "QUESTION : quand paraîtra le décret ?": ("question", "quand paraîtra le décret ?", [], ""),
    "QUESTION : à la MIPROF : quand paraîtra-t-il ?": ("question", "à la MIPROF : quand paraîtra-t-il ?", ["miprof"], ""),
    "Question à M. Dupont : et le décret ?": ("question", "et le décret ?", ["jean-dupont"], ""),
    "DÉCISION : écrire au ministre": ("decision", "écrire au ministre", [], ""),
    "De\u0301cision : écrire au ministre": ("decision", "écrire au ministre", [], ""),
    "DECISION: the meeting is moved": ("decision", "the meeting is moved", [], ""),
    "### Décision : écrire au ministre": ("decision", "écrire au ministre", [], ""),
}


@pytest.mark.parametrize(("body", "shown"), _MARKED.items(), ids=_MARKED)
def test_a_marked_line_is_understood(recogniser: Recogniser, body: str, shown: tuple[str, str, list[str], str]) -> None:
    """What it is, what it says without the mark, who is meant, and by when."""
    assert [_shown(line) for line in marked_lines(recogniser, body, 0, _DAY)] == [shown]


@pytest.mark.parametrize(
    "body",
    [
        "Action catholique des femmes : présente.",
        "Engagement citoyen : un débat.",
        "L’engagement : c’est bien.",
        "Un engagement - de taille - a été pris.",
        "Engagement-citoyen",
        "Questions diverses : rien.",
        "ENGAGEMENT :",
        "ENGAGEMENT",
        "```\nENGAGEMENT : du code\n```",
        "    ENGAGEMENT : du code",
        "> ENGAGEMENT : cité",
        "<!--\n\nENGAGEMENT : en remarque\n\n-->",
        "| ENGAGEMENT : | une cellule |",
        "",
    ],
)
def test_what_only_looks_like_a_mark_is_none(recogniser: Recogniser, body: str) -> None:
    """Names and headings that begin with such a word, code, quotations, remarks, tables."""
    assert marked_lines(recogniser, body, 0, _DAY) == ()


def test_each_line_is_one_and_goes_on_where_it_is_wrapped(recogniser: Recogniser) -> None:
    """A paragraph of several marked lines, and one whose line is long."""
    body = (
        "ENGAGEMENT : la Cimade répondra\nQUESTION : quand ?\nOn en reparle.\n\n"
        "Décision : écrire une longue lettre au ministre de l’Intérieur,\navec copie au préfet.\nEt voilà.\n"
    )
    assert [line.text for line in marked_lines(recogniser, body, 0, _DAY)] == [
        "la Cimade répondra",
        "quand ?",
        "écrire une longue lettre au ministre de l’Intérieur, avec copie au préfet.",
    ]


def test_a_mark_alone_is_for_what_stands_below_it(recogniser: Recogniser) -> None:
    """The items of a list, or one paragraph."""
    body = "DÉCISIONS :\n\n- Écrire au préfet.\n- Adhérer.\n\nLa séance est levée.\n\nEngagement :\n\nLa Cimade répond.\n\nFin.\n"
    assert [_shown(line)[:2] for line in marked_lines(recogniser, body, 0, _DAY)] == [
        ("decision", "Écrire au préfet."),
        ("decision", "Adhérer."),
        ("commitment", "La Cimade répond."),
    ]


def test_a_line_keeps_its_place(recogniser: Recogniser) -> None:
    """So that a quote, and a place in the draft, can be told."""
    text = "---\ntitle: ENGAGEMENT : non\n---\n\n- **ENGAGEMENT** : la Cimade répond\n- rien\n"
    (line,) = marked_lines(recogniser, text, text.index("\n\n- "), _DAY)
    assert text[line.start : line.end] == "**ENGAGEMENT** : la Cimade répond"


@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(["ENGAGEMENT", " : ", "**", "- ", "\n", "Question", "à la MIPROF", " – ", "```", "(", "d’ici lundi", "|", ":"])
    ).map("".join)
)
def test_anything_is_read(own: Workspace, body: str) -> None:
    """Nothing is a crash, and each line stands where it says."""
    for line in marked_lines(_RECOGNISER.setdefault("own", Recogniser(own.repository)), body, 0, _DAY):
        assert 0 <= line.start < line.end <= len(body)
        assert line.text


_RECOGNISER: dict[str, Recogniser] = {}


_LONG = "ENGAGEMENT : la MIPROF enverra la circulaire aux préfets avant la fin de janvier"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{_LONG}\nAlice Tallon présente le budget", "avant la fin de janvier"),
        (f"{_LONG}\n« Merci », dit le maire", "avant la fin de janvier"),
        (f"{_LONG}\net les publiera", "janvier et les publiera"),
        ("ENGAGEMENT : la lettre aux préfets sera envoyée dans la semaine par Mme\nTallon", "par Mme Tallon"),
        ("ENGAGEMENT : la lettre aux préfets sera envoyée avant la fin du mois par la\nMIPROF", "par la MIPROF"),
        ("ENGAGEMENT : la lettre aux préfets sera envoyée dans la semaine par Alice\nTallon", "par Alice Tallon"),
    ],
)
def test_a_line_that_begins_anew_is_no_part_of_it(recogniser: Recogniser, text: str, said: str) -> None:
    """However long the marked line: what begins with a capital goes on only where a word before it waits for a name."""
    (only,) = marked_lines(recogniser, text)
    assert only.text.endswith(said)
