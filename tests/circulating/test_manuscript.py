"""What a manuscript says of itself."""

from __future__ import annotations

from datetime import date

from traite_cli.circulating.characters import harmless, line
from traite_cli.circulating.manuscript import Properties

DAY = date(2015, 1, 22)


def test_the_epoch_is_midnight_of_the_documents_date() -> None:
    """Time stamps come from the records, in UTC wherever the document is made."""
    said = Properties("T", "fr", DAY)
    assert said.epoch == 1_421_884_800
    assert said.stamp == "2015-01-22T00:00:00Z"


def test_the_foot_says_what_is_known() -> None:
    """Without a revision or an audience the foot says the rest, and a date in any case."""
    assert (
        Properties("T", "en", DAY, audience="For members", revision="abc", date_said="22 January").foot
        == "22 January · For members · version abc"
    )
    assert Properties("T", "fr", DAY).foot == "2015-01-22"


def test_files_that_changed_since_are_said_in_words() -> None:
    """Whoever reads the foot need not know what a sign behind a number means."""
    assert Properties("T", "fr", DAY, revision="ebd2075+").foot == "2015-01-22 · version ebd2075, modifiée depuis"
    assert Properties("T", "en", DAY, revision="ebd2075+").foot == "2015-01-22 · version ebd2075, changed since"


def test_the_foot_is_one_harmless_line() -> None:
    """Not even an audience's name may break the line or turn its direction."""
    assert Properties("T", "fr", DAY, audience="a\n\u202eb").foot == "2015-01-22 · a \ufffdb"


def test_languages_have_a_country() -> None:
    """Spelling checkers and hyphenation ask for one."""
    assert [Properties("T", "fr", DAY).locale, Properties("T", "en", DAY).locale] == ["fr-FR", "en-GB"]


def test_line_ends_become_newlines() -> None:
    """Of whatever system or standard, and a byte order mark is nothing."""
    assert harmless("a\r\nb\rc\u2028d\x85e\ufeff") == "a\nb\nc\nd\ne"
    assert line(" a\u00a0b\n\t c ") == "a\u00a0b c"
