"""Names where the names of files were expected: whom they mean is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from time import perf_counter

import pytest

from repositories import MakeRepository
from traite_cli.checks.running import faults_of, told
from traite_cli.language import translator

_KNOWN = {
    "people/alice-tallon.md": "---\nname: Alice Tallon\nmemberships: [{organisation: alc, role: directrice}]\n---\n",
    "people/jean-dupont.md": "---\nname: Jean Dupont\n---\n",
    "people/marie-dupont.md": "---\nname: Marie Dupont\n---\n",
    "organisations/alc.md": "---\nname: ALC\n---\n",
    "organisations/miprof.md": "---\nname: Mission interministérielle\nacronym: MIPROF\n---\n",
    "organisations/femmes-et-migrations.md": "---\nname: Femmes et migrations\n---\n",
}
_DAY = date(2015, 1, 22)


@pytest.fixture
def hints(make_repository: MakeRepository):
    """What is proposed for a field of a meeting, besides those known."""

    def of(field: str, files: Mapping[str, str] = _KNOWN) -> list[str]:
        meeting = f"---\ntitle: Réunion\ndate: 2015-01-05\n{field}\n---\n\nMinutes.\n"
        repository = make_repository({**files, "meetings/reunion.md": meeting}).repository
        return [one.hint for one in told(faults_of(repository, _DAY), translator("en")) if one.code in {"TR216", "TR310"}]

    return of


_PROPOSED = {
    "participants: Alice Tallon": "write alice-tallon (Alice Tallon)",
    "participants: TALLON Alice": "write alice-tallon (Alice Tallon)",
    "participants: la Miprof": "write miprof (Mission interministérielle)",
    "participants: Alice Talon": "write alice-tallon (Alice Tallon), which is the nearest, or make the record: traite new-person --slug alice-talon",
    "participants: M. Dupont": "write one of these: jean-dupont (Jean Dupont), marie-dupont (Marie Dupont)",
    "participants: Alice Tallon (ALC)": "write {person: alice-tallon, organisation: alc}",
    "participants: Alice Tallon, directrice d’ALC": "write {person: alice-tallon, organisation: alc}",
    "participants: Alice Tallon, présidente d’ALC": 'write {person: alice-tallon, organisation: alc, role: "présidente"}',
    "participants: Lucie Martin (ALC)": (
        'write {person: lucie-martin, organisation: alc}, and make the record: traite new-person --name "Lucie Martin" --slug lucie-martin'
    ),
    "participants: Alice Tallon et Femmes et migrations": ("write each in a line of its own:\n- alice-tallon\n- femmes-et-migrations"),
    "organisers: MIPROF, ALC": "write each in a line of its own:\n- miprof\n- alc",
    "organisers: Alice Tallon (ALC)": "write alice-tallon-alc, if that is the name of the file",
    "participants: Zoé Inconnue": "write zoe-inconnue, if that is the name of the file",
    "participants: ministere-de-la-mer": "correct the name, or make its record: traite new-organisation --slug ministere-de-la-mer",
    "participants: lucie-martin": "correct the name, or make its record: traite new-person --slug lucie-martin",
    "participants: xyz": (
        "correct the name, or make its record: traite new-person --slug xyz for a person, traite new-organisation --slug xyz for an organisation"
    ),
    "participants: femmes-migration": (
        "write femmes-et-migrations (Femmes et migrations), which is the nearest, "
        "or make the record: traite new-organisation --slug femmes-migration"
    ),
    "participants: mission": (
        "write miprof (Mission interministérielle), which is the nearest, or make the record: traite new-organisation --slug mission"
    ),
}


@pytest.mark.parametrize(("field", "hint"), _PROPOSED.items(), ids=_PROPOSED)
def test_what_is_proposed_fits(hints, field: str, hint: str) -> None:
    """The record that is meant, or the nearest; the entry or the lines that are meant; a new record of the kind that the name suits."""
    assert hints(field) == [hint]


def test_a_field_of_one_kind_is_proposed_its_own(hints) -> None:
    """An organisation's field is never given a person."""
    assert hints("organisers: tallon") == ["correct the name, or make its record: traite new-organisation --slug tallon"]


def test_a_file_full_of_names_does_not_take_the_day(hints) -> None:
    """Only so many are looked for; each fault is still told."""
    lines = "".join(f"\n  - Alice Talon {number} (ALC), présidente" for number in range(3_000))
    start = perf_counter()
    assert len(hints(f"participants:{lines}")) == 3_000
    assert perf_counter() - start < 30
