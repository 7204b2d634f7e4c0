"""Which words of a sentence tell what it says: no small ones, none that all minutes are made of, no names, titles and dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from traite_cli.kinds import Person
from traite_cli.language import dates_in, times_in, word_list, words
from traite_cli.repository import Repository, name_words, named, spellings

Words = tuple[str, ...]

_SMALL = word_list(
    "a afin ai ainsi alors apres as au aucun aucune aura aurait aussi autre autres aux avaient avait avant avec avez avoir avons "
    "ayant bien c ce ceci cela celle celles celui ces cet cette ceux chacun chacune chaque comme comment d dans de deja depuis des "
    "deux dire dit doit doivent donc dont du elle elles en encore entre es est et etaient etait etant ete etes etre eu eux fait faire "
    "fois font fut hier ici il ils j je jusqu jusque l la le les leur leurs lors lorsqu lorsque lui m ma mais me meme memes mes moi "
    "moins mon n ne ni non nos notre nous on ont ou par parce pas pendant peu peut peuvent plus pour pourquoi pourra pourrait puis qu "
    "quand que quel quelle quelles quelqu quelque quelques quels qui quoi rien s sa sans se selon sera serait seront ses si soit son "
    "sont sous sur t ta tant te tel telle telles tels tes toi ton tous tout toute toutefois toutes tres trois trop tu un une va vers "
    "voici voila vont vos votre vous y about after all also an and any are as at be been before but by can could did do does for from "
    "had has have he her his how if in into is it its may more must no not of on or our out she should so some such than that the "
    "their them then there these they this those to under up was we were what when where which who will with would you your"
)
_OF_MINUTES = word_list(
    "absent absente absentes absents accord action actions adopte adoptee agenda agreed approuve approuvee approuves approved "
    "assemblee association associations cadre collectif collective compte comptes conseil contre date debut decide decided decidee "
    "decision decisions demande demandent demander discussed discussion document documents echange echanges ensemble ensuite excuse "
    "excusee excusees excuses fin groupe groupes heure heures information informations invite invites item items jour jours levee "
    "lieu meeting meetings member members membre membres minutes mois next note noted odj ordre ouverte participant participants "
    "partie personne personnes point points presence present presente presentee presentent presentes presents prochain prochaine "
    "projet propos propose proposent proposition question questions rappel rappelle rapport read releve rencontre rendu report "
    "representant representante representants reunion reunions seance secretaire semaine souhaite souhaitent suite suivant suivante "
    "suivi sujet travail travaux ville week"
)
"""Words of which a run says nothing: « il a été décidé de », « la séance est levée »."""
_A_YEAR = 2000
"""Of dates that name none: it has all days."""
_PLAIN = _SMALL | _OF_MINUTES


class Telling:
    """Knows the names and titles of some records, and which words of a sentence are none of theirs."""

    def __init__(self, repository: Repository, titles: Iterable[str]) -> None:
        self._of_people = name_words(one for one in named(repository) if isinstance(one, Person))
        self._names: dict[str, set[Words]] = {}
        for name in (*(spelling for one in named(repository) for spelling in spellings(one)), *titles):
            found = tuple(words(name))
            if found:
                self._names.setdefault(found[0], set()).add(found)

    def places(self, sentence: str) -> frozenset[int]:
        """Which of a sentence's words tell something, by their places."""
        found = words(sentence)
        aside = {place for place, word in enumerate(found) if word in _PLAIN or word in self._of_people or _is_slight(word)}
        aside.update(self._named(found), _dated(sentence, found))
        return frozenset(range(len(found))) - aside

    def _named(self, found: Sequence[str]) -> Iterator[int]:
        for start, word in enumerate(found):
            for name in self._names.get(word, ()):
                if tuple(found[start : start + len(name)]) == name:
                    yield from range(start, start + len(name))


def _is_slight(word: str) -> bool:
    """A letter, a number of one digit, a year."""
    return len(word) == 1 or (len(word) == len("2015") and word.isdecimal() and word[:2] in {"19", "20"})


def _dated(sentence: str, found: Collection[str]) -> Iterator[int]:
    """The places of the words that dates and times are made of."""
    if not any(letter.isdigit() for letter in sentence):
        return
    places = [one[:2] for one in dates_in(sentence, _A_YEAR)] + [one[:2] for one in times_in(sentence)]
    for start, end in places:
        first = len(words(sentence[:start]))
        yield from range(first, min(first + len(words(sentence[start:end])), len(found)))
