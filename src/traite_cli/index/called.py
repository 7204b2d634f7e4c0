"""Who has a name like a word, kept by the words of all names: what compares a text with them looks at those few that it may nearly name.

A word one slip away from another begins or ends as that one does, so that words are kept by both ends. What is kept of a record is
told by its content, and what is new is looked at when somebody asks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from zlib import crc32

from traite_cli.index.database import Database, Overtaken, Unusable
from traite_cli.index.known import taken_out
from traite_cli.index.stored import record_from
from traite_cli.index.tree import key_of, path_of, state_in
from traite_cli.kinds import Organisation, Person, Record
from traite_cli.language.slips import ends, ends_one_slip_away, is_slip, known_words
from traite_cli.repository import spellings_of

_NEW = """
SELECT f.path, f.hash, f.kind, f.slug, r.said, r.sum FROM files AS f
LEFT JOIN named AS n ON n.path = f.path AND n.hash = f.hash LEFT JOIN records AS r ON r.path = f.path AND r.hash = f.hash
WHERE f.path BETWEEN ? AND ? AND f.kind <> '' AND n.number IS NULL
"""
_GONE = (
    "DELETE FROM named WHERE NOT EXISTS (SELECT 1 FROM files AS f WHERE f.path = named.path AND f.hash = named.hash)",
    "DELETE FROM names WHERE number NOT IN (SELECT number FROM named)",
)
_CALLED = """
SELECT f.path, f.hash, f.kind, f.slug, n.sum FROM names AS n
JOIN named AS d ON d.number = n.number JOIN files AS f ON f.path = d.path AND f.hash = d.hash WHERE n.word = ? LIMIT ?
"""


def refs_like(database: Database, content: str, said: Collection[str]) -> list[str]:
    """People and organisations, by kind and slug: for each of these folded words one who has it in a name, or all who have one a slip away.

    Raises ``Unusable`` where the database cannot tell of all of them, ``Overtaken`` where it does not know files of this content.
    """
    _bring_up_to_date(database, content)
    one_each = {word: next(_called(database, word, most=1), None) for word in said}
    others = [word for word, ref in one_each.items() if ref is None]
    near = {known for word in others for known in _one_slip_away(database, word)}
    found = {ref for ref in one_each.values() if ref is not None}
    return sorted(found.union(*(_called(database, word) for word in near)))


def _called(database: Database, word: str, most: int = -1) -> Iterator[str]:
    """Those who have a word in a name."""
    for path, content, kind, slug, summed in database.rows(_CALLED, [word, most]):
        if _sum(path, content, word) != summed:
            raise Unusable
        yield f"{kind}/{slug}"


def _one_slip_away(database: Database, word: str) -> Iterator[str]:
    for end in ends_one_slip_away(word):
        for (known,) in database.rows("SELECT word FROM ends WHERE part = ?", [end]):
            if is_slip(word, known):
                yield known


def _bring_up_to_date(database: Database, content: str) -> None:
    """Look at the names that are not known yet."""
    folders = [key_of(f"records/{kind}/") for kind in (Organisation.KIND, Person.KIND)]
    new = [row for folder in folders for row in database.rows(_NEW, [folder, folder + b"\xff"])]
    if not new:
        return
    with database.writing():
        if state_in(database).content != content:
            raise Overtaken
        for statement in _GONE:
            database.do(statement)
        for path, told, kind, slug, *kept in new:
            _put(database, path, told, record_from(kind, slug, path_of(path), *taken_out(database, path, told, *kept)))


def _put(database: Database, path: bytes, content: bytes, record: Record) -> None:
    words = known_words(spellings_of(record)) if isinstance(record, Person | Organisation) else ()
    ((number,),) = database.rows("INSERT INTO named (path, hash) VALUES (?, ?) RETURNING number", [path, content])
    database.do_each("INSERT INTO names VALUES (?, ?, ?)", [(word, number, _sum(path, content, word)) for word in words])
    database.do_each("INSERT OR IGNORE INTO ends VALUES (?, ?)", [(end, word) for word in words for end in ends(word)])


def _sum(path: bytes, content: bytes, word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"), crc32(content, crc32(path)))
