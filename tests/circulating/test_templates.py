"""Templates come from pull requests: they say what they want in vain, stop within limits, and are told where they fail."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from repositories import NAME, ROOT, MakeRepository
from traite_cli.circulating import sandbox, templating
from traite_cli.circulating.field_text import Markdown
from traite_cli.circulating.filters import filters
from traite_cli.circulating.template_job import Job, unpacked
from traite_cli.circulating.templating import Template
from traite_cli.circulating.working_document import Letterhead, Piece, SectionText
from traite_cli.cli.main import main
from traite_cli.dates import EdtfDate
from traite_cli.errors import ConfigurationError

HOSTILE = "T *x* <b> `c` [l](u) _m_ | # {{ 7 * 7 }}"
VALUES = {
    "letterhead": Letterhead(HOSTILE, ("un", "deux")),
    "section": SectionText(1, "Titre", "Objet", (Piece("prose", prose=Markdown("**gras**")),)),
    "language": "fr",
    "when": EdtfDate.parse("2015-01-22"),
}


def job(text: str, others: Mapping[str, str] | None = None) -> Job:
    return Job("t.md.j2", {"t.md.j2": text, **(others or {})}, "fr")


def made(text: str, others: Mapping[str, str] | None = None) -> str:
    with Template() as template:
        return template.read(job(text, others)).render(VALUES)


def refusal(text: str, others: Mapping[str, str] | None = None) -> ConfigurationError:
    """The error that a template ends in."""
    with pytest.raises(ConfigurationError) as found:
        made(text, others)
    return found.value


def allow(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Give templates less time than they have."""
    monkeypatch.setattr(sandbox, "SECONDS", seconds)
    monkeypatch.setattr(templating, "SECONDS", seconds)


# --- limits -------------------------------------------------------------------------------------------------------------------

GREEDY = [
    "{{ 'a' * 10**9 }}",
    "{{ letterhead.name * 10**8 }}",
    "{{ 'a'.center(10**10) }}",
    "{{ 'a' | center(10**10) }}",
    "{{ '%999999999999d' % 1 }}",
    "{{ ''.join([letterhead.name] * 10**9) }}",
    "{% set all = namespace(x=['x' * 1000]) %}{% for _ in range(999) %}{% set all.x = all.x + all.x %}{% endfor %}",
    "{% set all = namespace(x='x') %}{% for _ in range(99) %}{% set all.x = all.x ~ all.x %}{% endfor %}",
    "{{ letterhead.name.translate({84: 'z' * 10**9}) }}",
    "{{ 'x' * (2**24 + 1) }}",
    "{% for _ in range(99999) %}{{ letterhead.name * 999 }}{% endfor %}",
    "{% for _ in range(10**9) %}{% endfor %}",
    "{{ 2 ** (2 ** 40) }}",
]


@pytest.mark.parametrize("text", GREEDY)
def test_a_greedy_template_is_stopped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Whatever it piles up, memory, output and time are bounded, and the error names the template."""
    allow(monkeypatch, 2)
    monkeypatch.setattr(sandbox, "MOST_MEMORY", 1 << 28)
    begun = time.monotonic()
    error = refusal(f"\n{text}\n")
    assert error.place.partition(":")[0] == "templates/t.md.j2"
    assert time.monotonic() - begun < 10


ENDLESS = [
    "{% for _ in range(99999) %}\n{% for _ in range(99999) %}{{ 1 }}{% endfor %}{% endfor %}",
    "{% macro again(n) %}{% for _ in range(9999) %}\n{{ '' }}{% if n %}{{ again(n - 1) }}{% endif %}{% endfor %}{% endmacro %}{{ again(9) }}",
]


@pytest.mark.parametrize("text", ENDLESS)
def test_an_endless_template_is_stopped_and_its_line_named(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """A loop without end costs the time that is allowed and no more."""
    allow(monkeypatch, 1)
    error = refusal(text)
    # Between two lines the alarm rings in none.
    assert error.place in {"templates/t.md.j2:1", "templates/t.md.j2:2", "templates/t.md.j2"}
    assert "did not end within 1 seconds" in str(error)


def test_what_cannot_be_interrupted_is_ended_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child's own alarm may never ring: its parent has a clock too."""
    allow(monkeypatch, 0.5)
    monkeypatch.setattr(templating, "_GRACE", 0.2)
    monkeypatch.setattr(sandbox, "_in_time", nullcontext)
    begun = time.monotonic()
    assert "did not end" in str(refusal(ENDLESS[0]))
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("{% include 't.md.j2' %}", {}),
        ("{% import 't.md.j2' as t %}", {}),
        ("{% extends 't.md.j2' %}", {}),
        ("{% include 'a' %}", {"a": "{% include 'b' %}", "b": "{% include 'a' %}"}),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", {}),
    ],
)
def test_a_template_that_includes_itself_is_told_so(text: str, others: Mapping[str, str]) -> None:
    """Not with a stack trace, nor by filling the machine."""
    assert "includes itself" in str(refusal(text, others))


def test_no_process_and_no_open_file_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that was stopped is gone, and so is the pipe to it."""
    allow(monkeypatch, 0.3)
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("this system does not tell open files")
    before = len(list(Path("/proc/self/fd").iterdir()))
    children = _children()
    for _ in range(3):
        refusal(ENDLESS[0])
        made("x")
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert _children() <= children


def _children() -> set[str]:
    """The processes that this one has begun and that are not gone, those of other tests included."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


# --- what a template may not have ---------------------------------------------------------------------------------------------

ESCAPES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ letterhead.__init__ }}",
    "{{ letterhead.__class__.__init__.__globals__ }}",
    "{{ letterhead | attr('__class__') }}",
    "{{ letterhead['__class__'] }}",
    "{{ '{0.__class__}'.format(letterhead) }}",
    "{{ ('{0.__init__.__globals__}' | safe).format(letterhead) }}",
    "{{ '{a.__class__}'.format_map({'a': letterhead}) }}",
    "{{ [letterhead] | sum(attribute='__class__') }}",
    "{{ [letterhead] | map(attribute='__class__.__mro__') | list }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ self._TemplateReference__context }}",
    "{{ range.__self__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ [].append(1) }}",
    "{{ {}.update(a=1) }}",
    "{{ (1).__class__ }}",
    "{% set letterhead.name = 'autre' %}",
    "{{ namespace().__class__ }}",
    "{{ caller() }}",
    "{{ [1, 2] | random }}",
    "{{ letterhead.name | urlize }}",
    "{{ letterhead.name.encode().__class__ }}",
    "{{ {}.fromkeys('ab') }}",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_a_template_gets_at_nothing_but_its_values(text: str) -> None:
    """Classes, globals, other objects' insides: each is refused with a sentence, at its line, and nothing is printed."""
    try:
        found = made(f"\n{text}")
    except ConfigurationError as error:
        found = error.place
    assert found.startswith("templates/t.md.j2:") or not re.search("class|module|function", found)


@pytest.mark.parametrize("text", ["{{ when.first.today() }}", "{{ (when.first | attr('today'))() }}", "{{ when.first.fromtimestamp(0) }}"])
def test_a_template_does_not_read_the_clock(text: str) -> None:
    """A date in its hands is no way to the day on which it runs: the same records make the same bytes."""
    error = refusal(text)
    assert error.facts["detail"] in {"today", "fromtimestamp"}
    assert made("{{ when.first.year }}") == "2015"


@pytest.mark.parametrize("text", ["{{ letterhead.lines | map('upper') }}", "{% macro m() %}{% endmacro %}{{ m }}", "{{ 'a'.upper }}"])
def test_what_is_no_text_is_not_printed(text: str) -> None:
    """A list that nobody made, or a function that nobody called, would print where it lies in the memory."""
    assert refusal(text).place == "templates/t.md.j2:1"


@pytest.mark.parametrize(
    "name", ["../traite.toml", "/etc/passwd", "../../etc/passwd", "records/people/x.md", "page.css", "C:\\x", "t.md.j2\0", "."]
)
def test_a_template_includes_no_other_file(make_repository: MakeRepository, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Only templates can be included: no configuration, record, style sheet or file of the machine."""
    workspace = make_repository(
        {
            "editions/e.md": "---\ntitle: E\ndate: 2015-01-22\n---\n",
            "templates/mine.md.j2": f'\n{{% include "{name}" %}}\n',
            "people/x.md": "---\nname: X\n---\n",
        },
        NAME,
    )
    assert main(["-C", str(workspace.root), "--lang", "fr", "render", "--template", "mine", "-o", "-"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "templates/mine.md.j2:2" in err
    assert "n’existe pas" in err or "ne peut pas être lu" in err


def test_a_template_s_text_is_never_unpickled_and_never_run() -> None:
    """What a child sends back is read as text, whatever it holds."""
    assert made("{{ 'cos\\nsystem' | safe }}") == "cos\nsystem"
    assert made('{"text": "x"}') == '{"text": "x"}'


# --- errors -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "name", "near"),
    [
        ("\n\n{{ leterhead }}", "t.md.j2:3", "leterhead", "letterhead"),
        ("{{ letterhead.naem }}", "t.md.j2:1", "naem", "name"),
        ("a\n{% for line in letterhead.linnes %}\n{% endfor %}", "t.md.j2:2", "linnes", "lines"),
        ("{# un\ncommentaire #}\n{% if true %}\n{{ section.titel }}\n{% endif %}", "t.md.j2:4", "titel", "title"),
        ("{% include 'autre' %}", "autre:2", "absent", ""),
        ("{{ section.pieces[7] }}", "t.md.j2:1", "7", ""),
    ],
)
def test_a_missing_name_is_named_with_its_line(text: str, place: str, name: str, near: str) -> None:
    """As the line stands in the file, though lines of tags leave nothing behind; with the name that was probably meant."""
    error = refusal(text, {"autre": "\n{{ absent }}"})
    assert error.place == f"templates/{place}"
    assert f"“{name}”" in str(error)
    assert error.facts["near"] == near


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{% if %}", 1),
        ("{# a", 1),
        ("a\n{{ b", 2),
        ("\n{% endfor %}", 2),
        ("{{ 'x' | nofilter }}", 1),
        ("\n\n{{ 1 / 0 }}", 3),
        ("{% for x in letterhead %}{% endfor %}", 1),
    ],
)
def test_a_faulty_template_is_told_with_its_line(text: str, line: int) -> None:
    """Wrong syntax, an unknown filter, a sum that cannot be done."""
    assert refusal(text).place == f"templates/t.md.j2:{line}"


def test_an_error_reads_as_a_sentence(make_repository: MakeRepository, capsys: pytest.CaptureFixture[str]) -> None:
    """In French as in English: the template, the line, the name, and the name that was probably meant; nothing is written."""
    workspace = make_repository(
        {"editions/e.md": "---\ntitle: E\ndate: 2015-01-22\n---\n", "templates/mine.md.j2": "# {{ document.titel }}\n"}
    )
    assert main(["-C", str(workspace.root), "--lang", "fr", "render", "--template", "mine"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "templates/mine.md.j2:1" in err
    assert "« titel »" in err.replace("\u00a0", " ")
    assert "title" in err
    assert not (workspace.root / "build").exists()


# --- what is printed ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "{{ letterhead.name }}", "{{ letterhead.name | string }}", "{{ letterhead.name | e }}", "{{ letterhead.name | escape }}",
        "{{ letterhead.name | forceescape }}", "{{ [letterhead.name] | join }}", "{{ [letterhead.name, ''] | join('' | safe) }}",
        "{{ ('' | safe) ~ letterhead.name }}", "{{ '%s' % letterhead.name }}", "{{ '{}'.format(letterhead.name) }}",
        "{{ ('{}' | safe).format(letterhead.name) }}", "{{ '%s' | safe | format(letterhead.name) }}", "{{ letterhead.name | trim }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(letterhead.name) }}", "{% set x %}{{ letterhead.name }}{% endset %}{{ x }}",
        "{% autoescape false %}{{ letterhead.name }}{% endautoescape %}",
        "{% set x = letterhead.name %}{{ x }}", "{{ [letterhead.name] | listed }}", "{{ letterhead.name | cell }}", "{{ letterhead.name | replace('zzz', '') }}",
        "{% call(x) k() %}{{ x }}{% endcall %}", "{{ letterhead.name | indent }}", "{{ letterhead.name | default('') }}",
        "{% for one in [letterhead.name] %}{{ one }}{% endfor %}", "{% include 'autre' %}",
    ],
)  # fmt: skip
def test_a_field_s_text_is_escaped_whatever_way_it_takes(text: str) -> None:
    """Filters, macros, blocks and formats print a field as text: no way but ``safe`` on the field itself makes Markdown of it."""
    macro = "{% macro k() %}{{ caller(letterhead.name) }}{% endmacro %}" if "k()" in text else ""
    assert made(macro + text, {"autre": "{{ letterhead.name }}"}) == r"T \*x\* \<b> \`c\` \[l\](u) \_m\_ \| # {{ 7 \* 7 }}"


def test_a_body_is_printed_as_the_markdown_it_is() -> None:
    """Bodies have been made harmless: they are not escaped a second time, through a macro neither."""
    assert made("{{ section.pieces[0].prose }}") == "**gras**"
    assert made("{% macro m(x) %}> {{ x }}{% endmacro %}{{ m(section.pieces[0].prose) }}") == "> **gras**"


def test_lines_of_tags_leave_no_line_behind() -> None:
    """A list made in a loop is one list, and a line that ends with a value keeps its end."""
    text = "{% for line in letterhead.lines %}\n- {{ line }}\n{% endfor %}\n{# rien #}\n{% if false %}\nx\n{% endif %}\n  {% set a = 1 %} {% set b = 2 %}  \n{{ a }}\nfin\n"
    assert made(text) == "- un\n- deux\n1\nfin\n"


def test_what_is_absent_prints_nothing_and_a_number_prints_itself() -> None:
    """Nobody wants to read None."""
    assert made("[{{ none }}][{{ 3 }}][{{ true }}]") == "[][3][True]"


def test_a_new_process_renders_the_same() -> None:
    """Where none can be forked, another Python does the work: what it is told survives the journey there, its answer the one back."""
    text = "{{ letterhead.name }}{{ section.pieces[0].prose }}"
    told = pickle.dumps(job(text)) + pickle.dumps(VALUES)
    program = [sys.executable, "-m", "traite_cli.circulating.template_child"]
    done = subprocess.run(program, input=told, capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")})
    assert unpacked(done.stdout) == made(text)


def test_a_process_that_was_begun_before_is_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be begun long before anybody knows what it will render; it is one process, and ends with its block."""
    templating.begin()
    monkeypatch.setattr(templating, "_new", lambda: pytest.fail("another was begun"))
    assert made("{{ letterhead.lines | join(' ') }}") == "un deux"
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_template_without_values_ends_with_its_block() -> None:
    """A document may be refused before its template is asked for anything: the process is gone, whatever it was reading."""
    with Template() as template:
        template.read(job("{{ 2 ** (2 ** 40) }}"))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_more_values_than_a_pipe_holds_arrive() -> None:
    """A document of two megabytes is no other case."""
    text = "mot " * (1 << 19)
    with Template() as template:
        assert template.read(job("{{ text }}")).render({"text": text}) == text


def test_a_template_that_is_not_asked_for_is_no_fault() -> None:
    """Templates are read ahead: what is wrong with one is told when it is included, and only then."""
    others = {"faulty": "{% if %}"}
    assert made("{% if false %}{% include 'faulty' %}{% endif %}x", others) == "x"
    assert refusal("{% include 'faulty' %}", others).place == "templates/faulty:1"


def test_every_filter_is_used_or_documented_by_the_templates_of_this_repository() -> None:
    """The filters are those that the templates need: none is there for nobody."""
    texts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.j2"))
    unused = {name for name in filters("fr") if f"| {name}" not in texts}
    assert unused == set()


def test_values_are_given_to_templates_frozen() -> None:
    """A template cannot change what another part of the document is made of."""
    values: dict[str, Any] = dict(VALUES)
    refusal("{% set letterhead.name = 'x' %}")
    assert values["letterhead"].name == HOSTILE
