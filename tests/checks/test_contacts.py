"""Ways to reach a person in what everyone may read: those that are a person's are told, those of a whole house are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from traite_cli.diagnostics import Fault

Found = Callable[..., tuple[Fault, ...]]


def _variants(found: Found, text: str, header: str = "title: Séjour", kind: str = "topics") -> list[str]:
    faults = found({f"records/{kind}/t.md": f"---\n{header}\n---\n\n{text}\n"})
    return [fault.variant for fault in faults if fault.check == "contact-for-the-public"]


@pytest.mark.parametrize(
    "number",
    ["06 12 34 56 78", "0612345678", "06.12.34.56.78", "01-45-49-52-21", "+33 6 12 34 56 78", "+33 (0)6 12 34 56 78", "0033612345678"],
)
def test_a_telephone_number_is_seen_however_it_is_written(found: Found, number: str) -> None:
    """By twos, in one go, with points or hyphens, with the country's prefix."""
    assert _variants(found, f"Appeler Alice au {number} avant lundi.") == ["telephone"]


@pytest.mark.parametrize(
    "number",
    ["+32 2 513 41 72", "+32 (0)478 12 34 56", "0478 12 34 56", "+41 79 123 45 67", "079 123 45 67", "514-555-1234", "(418) 555-1234"],
)
def test_a_telephone_number_of_another_country_is_seen(found: Found, number: str) -> None:
    """As Belgium, Switzerland and Québec write them."""
    assert _variants(found, f"Appeler Alice au {number} avant lundi.") == ["telephone"]


@pytest.mark.parametrize("place", ["La mairie (01 45 49 52 21)", "Tél. : 01 45 49 52 21", "Accueil de l’école : +41 21 648 39 00"])
def test_a_house_has_a_number_that_all_may_know(found: Found, place: str) -> None:
    """A town hall, a school, the head of a letter: that a mobile telephone is a house's is said in vain."""
    assert _variants(found, f"{place}\n") == []
    assert _variants(found, "La mairie (06 12 34 56 78)\n") == ["telephone"]


@pytest.mark.parametrize(
    "text",
    [
        "Le 3919 répond jour et nuit.",
        "Numéro vert : 0 800 05 95 95, ou 08 00 05 95 95.",
        "SIRET 775 666 696 00012, IBAN FR76 3000 6000 0112 3456 7890 189.",
        "Décret n° 2013-7 du 3 janvier 2013, dossier 0123456789012.",
        "Versions 1.02.03.04.05.06 et 10.01.45.49.52.21.33",
        "Écrire à contact@exemple.fr, secretariat.general@exemple.fr ou presse-france@exemple.org.",
        "Renseignements au 418 555-6000, poste 5201, ou dossier 418 555 6000.",
        "Écrire à amap.de.lorbe@exemple.fr, rnb@numerique.gouv.fr ou lorbe@lorbe.example.",
        "Le compte @Contrelatraite et le fichier alice@2x.png sont en ligne.",
        "La réunion se tient au 106 rue du Bac, 75007 Paris.",
        "Les victimes habitent en France. L’association a ses bureaux 3 rue de la Paix.",
    ],
)
def test_what_is_of_all_is_silent(found: Found, text: str) -> None:
    """Short and free numbers, numbers of other things, mailboxes of a house, the address of a meeting."""
    assert _variants(found, text) == []


def test_a_home_is_seen_where_the_text_says_that_somebody_lives_there(found: Found) -> None:
    """A street alone is nobody's home."""
    assert _variants(found, "Mme Tallon, demeurant au 3 bis, rue de la Paix à Lyon") == ["home"]


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("title: Séjour\naudience: members", "Appeler le 06 12 34 56 78."),
        ("title: Séjour", "::: members\nAppeler le 06 12 34 56 78.\n:::"),
    ],
)
def test_what_is_for_fewer_is_silent(found: Found, header: str, text: str) -> None:
    """A record or a passage for the members may say how to reach somebody."""
    assert _variants(found, text, header) == []


def test_contact_details_have_an_audience_of_their_own(found: Found) -> None:
    """A person's record is public, and the ways to reach them are for contributors: nothing is told of these."""
    header = "name: Alice Tallon\ncontact_details:\n  - {type: email, value: alice.tallon@exemple.fr}"
    assert _variants(found, "", header, "people") == []


def test_a_title_is_read_too(found: Found) -> None:
    """What stands in a field of the record is as public as its body."""
    assert _variants(found, "", "title: Appeler Alice au 06 12 34 56 78") == ["telephone"]
