"""Lines of attendance lists, taken apart into people, functions and organisations."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from repositories import MakeRepository
from traite_cli.language import words
from traite_cli.repository import Entry, Recognised, Recogniser, entries, entry
from traite_cli.workspace import Workspace

_PEOPLE = {
    "alice-tallon": "name: Alice Tallon\nhonorific: Mme\nmemberships: [{organisation: alc, role: directrice}]",
    "jean-dupont": "name: Jean Dupont\nmemberships: [{organisation: cimade, end_date: 2013}]",
    "marie-dupont": "name: Marie Dupont\nmemberships: [{organisation: alc, start_date: 2014}, {organisation: cimade, start_date: 2014}]",
    "genevieve-colas": "name: Geneviève Colas",
    "sylvie-roux": "name: Sylvie Roux",
    "charles-de-gaulle": "name: Charles de Gaulle",
}
_ORGANISATIONS = {
    "alc": "name: ALC",
    "cimade": "name: La Cimade",
    "miprof": "name: Mission interministérielle\nacronym: MIPROF",
    "ministere-de-l-interieur": "name: Ministère de l’Intérieur",
    "femmes-et-migrations": "name: Femmes et migrations",
    "amicale-du-nid": "name: Amicale du Nid",
    "truc": "name: Dire, agir et partager",
}


@pytest.fixture
def recogniser(make_repository: MakeRepository) -> Recogniser:
    """Six people and seven organisations, two of them with commas or « et » in their names."""
    kinds = {"people": _PEOPLE, "organisations": _ORGANISATIONS}
    files = {f"{kind}/{slug}.md": f"---\n{text}\n---\n" for kind, records in kinds.items() for slug, text in records.items()}
    return Recogniser(make_repository(files).repository)


def _told(recognised: Recognised | None) -> str:
    """A slug, a name that nobody has in quotes, or the slugs of those who are called so."""
    if recognised is None:
        return ""
    if recognised.found is not None:
        return recognised.found.slug
    return "|".join(record.slug for record in recognised.ambiguous) or f"“{recognised.said}”"


def _shown(one: Entry) -> str:
    pieces = [_told(one.person), _told(one.organisation), one.role, one.rest]
    while not pieces[-1]:
        pieces.pop()
    return " / ".join(piece or "-" for piece in pieces)


_LINES = {
    "Alice Tallon": ["alice-tallon"],
    "Alice Tallon (ALC)": ["alice-tallon / alc"],
    "Alice Tallon, directrice d’ALC": ["alice-tallon / alc / directrice"],
    "Alice Tallon de la Cimade": ["alice-tallon / cimade"],
    "Alice Tallon - ALC": ["alice-tallon / alc"],
    "Alice (ALC)": ["alice-tallon / alc"],
    "Mme Tallon [ALC]": ["alice-tallon / alc"],
    "M. Dupond – ministère de l’Intérieur": ["“M. Dupond” / ministere-de-l-interieur"],
    "Amicale du Nid : Geneviève Colas, présidente": ["genevieve-colas / amicale-du-nid / présidente"],
    "Colas Geneviève, Amicale du Nid, présidente": ["genevieve-colas / amicale-du-nid / présidente"],
    "Geneviève Colas, présidente de l’Amicale du Nid, Alice Tallon": ["genevieve-colas / amicale-du-nid / présidente", "alice-tallon"],
    "Mme Colas (Amicale du Nid, présidente)": ["genevieve-colas / amicale-du-nid / présidente"],
    "Alice Tallon, présidente et directrice d’ALC, Sylvie Roux": ["alice-tallon / alc / présidente et directrice", "sylvie-roux"],
    "Alice Tallon, Jean Dupont et ALC ; Mme Roux (Cimade)": ["alice-tallon", "jean-dupont", "- / alc", "sylvie-roux / cimade"],
    "Cimade (Alice Tallon, Jean Dupont)": ["alice-tallon / cimade", "jean-dupont / cimade"],
    "Cimade : Alice Tallon, directrice, Jean Dupont": ["alice-tallon / cimade / directrice", "jean-dupont / cimade"],
    "Alice Tallon, ALC, Sylvie Roux, Cimade": ["alice-tallon / alc", "sylvie-roux / cimade"],
    "Femmes et migrations": ["- / femmes-et-migrations"],
    "Femmes et migrations, Alice Tallon et la Cimade": ["- / femmes-et-migrations", "alice-tallon", "- / cimade"],
    "Alice Tallon et Dire, agir et partager": ["alice-tallon", "- / truc"],
    "Tallon, Alice et Roux, Sylvie": ["alice-tallon", "sylvie-roux"],
    "alice tallon et sylvie roux": ["alice-tallon", "sylvie-roux"],
    "ALC, Cimade et la MIPROF": ["- / alc", "- / cimade", "- / miprof"],
    "- Alice Tallon\n* Sylvie Roux : Cimade\n3. ALC\n\n": ["alice-tallon", "sylvie-roux / cimade", "- / alc"],
    "Charles de Gaulle": ["charles-de-gaulle"],
    "ministre de l’Intérieur": ["- / - / ministre de l’Intérieur"],
    "Marie-Claude Durand (ABC)": ["“Marie-Claude Durand” / “ABC”"],
    "Lucie Martin, chargée de mission au Secours populaire": ["“Lucie Martin” / - / chargée de mission au Secours populaire"],
    "Lucie Martin et Zoé Bernard": ["“Lucie Martin”", "“Zoé Bernard”"],
    "Emmaüs et compagnie": ["- / - / - / Emmaüs et compagnie"],
    "M. et Mme Durand": ["“M. et Mme Durand”"],
    "Jane Roe, Director of ALC": ["“Jane Roe” / alc / Director"],
    "Jane Roe and John Doe": ["“Jane Roe”", "“John Doe”"],
    "Alice Tallon <alice@exemple.org>; Sylvie Roux <sylvie@exemple.org>": [
        "alice-tallon / - / - / alice@exemple.org",
        "sylvie-roux / - / - / sylvie@exemple.org",
    ],
    "Alice Tallon\tALC\tprésidente\nSylvie Roux\tCimade\ttrésorière": [
        "alice-tallon / alc / présidente",
        "sylvie-roux / cimade / trésorière",
    ],
    "Alice Tallon / Sylvie Roux": ["alice-tallon", "sylvie-roux"],
    "Alice Tallon / ALC": ["alice-tallon / alc"],
    "Alice Tallon (excusée)": ["alice-tallon / - / - / excusée"],
    "Alice Tallon et son équipe": ["“Alice Tallon et son équipe”"],
    "Pr. Zoé Durand, CHU de Nantes": ["“Pr. Zoé Durand” / “CHU de Nantes”"],
    "John Smith (Amnesty International)": ["“John Smith” / “Amnesty International”"],
    "Alice Tallon, représentant la Cimade": ["alice-tallon / cimade / représentant"],
    "Alice Tallon représentante de la Cimade": ["alice-tallon / cimade / représentante"],
    "Cimade, représentée par Alice Tallon": ["alice-tallon / cimade"],
    "Excusés : Alice Tallon, Sylvie Roux": ["alice-tallon / - / - / Excusés", "sylvie-roux"],
    "Amnesty International : John Smith, Jane Roe": ["“John Smith” / “Amnesty International”", "“Jane Roe” / “Amnesty International”"],
    "Deux membres d’ALC": ["- / alc / Deux membres"],
    "": [],
    " ; , () \n": [],
}


@pytest.mark.parametrize(("typed", "shown"), _LINES.items(), ids=_LINES)
def test_a_line_is_taken_apart(recogniser: Recogniser, typed: str, shown: list[str]) -> None:
    """Into who, for whom and as what; names that nobody has are kept as they were typed."""
    assert [_shown(one) for one in entries(recogniser, typed)] == shown


def test_who_belongs_to_the_organisation_is_meant(recogniser: Recogniser) -> None:
    """Of two of one name, on the day asked about."""
    assert _shown(entry(recogniser, "M. Dupont (Cimade)", date(2013, 1, 1))) == "jean-dupont / cimade"
    assert _shown(entry(recogniser, "M. Dupont (Cimade)", date(2015, 1, 1))) == "marie-dupont / cimade"
    assert _shown(entry(recogniser, "Dupont, Cimade")) == "jean-dupont|marie-dupont / cimade"


def test_a_family_name_of_another_organisation_is_only_proposed(recogniser: Recogniser) -> None:
    """« Tallon (MIPROF) » may be somebody else than Alice Tallon of ALC; her whole name is hers anywhere."""
    assert _shown(entry(recogniser, "Tallon (MIPROF)")) == "“Tallon” / miprof"
    assert _shown(entry(recogniser, "Alice Tallon (MIPROF)")) == "alice-tallon / miprof"


def test_what_was_typed_is_kept(recogniser: Recogniser) -> None:
    """Each entry says which words it was made of."""
    said = [one.said for one in entries(recogniser, "Alice Tallon (ALC), Sylvie Roux ; la Cimade")]
    assert said == ["Alice Tallon (ALC)", "Sylvie Roux", "la Cimade"]


_TYPED = st.lists(
    st.sampled_from(["Alice ", "Tallon", "(", ")", ", ", " et ", ";", " : ", "ALC", " - ", " d’", "M. ", "\n", "présidente ", "x"]),
    max_size=30,
).map("".join)


@given(st.text(max_size=200) | _TYPED)
@example("00: 01")
def test_no_word_is_lost(own: Workspace, typed: str) -> None:
    """Anything typed is taken apart without a crash, and each word of it is in an entry."""
    found = entries(_RECOGNISER.setdefault("own", Recogniser(own.repository)), typed)
    kept = Counter(words(" ".join(one.said for one in found)))
    lost = Counter(words(typed)) - kept
    assert {word for word in lost if not word.isdigit()} <= {"et", "and", "ainsi", "que"}
    for one in found:
        pieces = " ".join((*(piece.said for piece in (one.person, one.organisation) if piece is not None), one.role, one.rest))
        assert set(words(one.said)) - set(words(pieces)) <= {"d", "de", "du", "la", "l"}


_RECOGNISER: dict[str, Recogniser] = {}
