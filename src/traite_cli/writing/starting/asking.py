"""The four questions of ``traite init``: what is given as an option is not asked, and an answer that cannot be is asked again."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple, TypeVar

from traite_cli.errors import UsageError
from traite_cli.language import LANGUAGES, N_, Language, Translator
from traite_cli.writing.interview import Asker, Candidate, Question
from traite_cli.writing.starting.collective import TIMEZONE, Collective, line_of, name_of, zone_of

_T = TypeVar("_T")
_CALLED = {"fr": N_("French"), "en": N_("English")}


class Given(NamedTuple):
    """What the options say; '', () or None is what they leave open."""

    name: str = ""
    letterhead: tuple[str, ...] = ()
    language: Language | None = None
    timezone: str = ""


def given(said: Given, zones: Collection[str]) -> Given:
    """What the options say, as it is kept. Raises ``UsageError`` for what cannot be."""
    return Given(
        name_of(said.name) if said.name else "",
        tuple(line_of(line) for line in said.letterhead),
        said.language,
        zone_of(said.timezone, zones) if said.timezone else "",
    )


def settled(said: Given, language: Language) -> Collective:
    """The collective of the options alone, with what is usual for the rest. Raises ``UsageError`` when they do not name it."""
    if not said.name:
        raise UsageError(N_("the name of the collective is missing"), hint=N_('say it: --name "Les Voisins du Port"'))
    return Collective(said.name, said.letterhead, said.language or language, said.timezone or TIMEZONE)


def asked(asker: Asker, t: Translator, zones: Collection[str], said: Given) -> Collective:
    """The collective that somebody at a terminal describes."""
    interview = _Interview(asker, t)
    return Collective(
        said.name or interview.name(),
        said.letterhead or interview.letterhead(),
        said.language or interview.language(),
        said.timezone or interview.timezone(zones),
    )


class _Interview:
    """Puts the questions to one person, in their language."""

    def __init__(self, asker: Asker, t: Translator) -> None:
        self._asker = asker
        self._t = t

    def name(self) -> str:
        help_ = self._t(N_("as it is to be printed at the head of documents"))
        question = Question(self._t(N_("What is the collective called?")), help_)
        return self._until_it_can_be(lambda: name_of(self._asker.text(question)))

    def letterhead(self) -> tuple[str, ...]:
        help_ = self._t(N_("address, telephone, e-mail or site; Enter alone when there is no more"))
        question = Question(self._t(N_("A line to be printed below its name?")), help_)
        lines: list[str] = []
        while line := self._until_it_can_be(lambda: line_of(text) if (text := self._asker.text(question)) else ""):
            lines.append(line)
        return tuple(lines)

    def language(self) -> Language:
        choices = [Candidate(language, self._t(_CALLED[language])) for language in LANGUAGES]
        question = Question(self._t(N_("In which language are its documents?")), default=self._t.language)
        chosen = self._asker.choice(question, choices)
        return next((language for language in LANGUAGES if language == chosen), self._t.language)

    def timezone(self, zones: Collection[str]) -> str:
        help_ = self._t(N_("a continent and a city, as Europe/Paris"))
        question = Question(self._t(N_("In which time zone does it meet?")), help_, TIMEZONE)
        return self._until_it_can_be(lambda: zone_of(self._asker.text(question) or TIMEZONE, zones))

    def _until_it_can_be(self, answer: Callable[[], _T]) -> _T:
        """Ask again, and say why, for as long as the answer cannot be."""
        while True:
            try:
                return answer()
            except UsageError as error:
                for part in (error.message, error.hint):
                    if part:
                        self._asker.say(self._t(part, **error.facts))
