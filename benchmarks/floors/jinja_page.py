"""J: Markdown of some ten pages out of a Jinja template."""

import json
import sys
from pathlib import Path

import jinja2

_TEMPLATE = """\
{% for section in sections %}
{% if section.title %}## {{ section.title }}{% endif %}
{% for paragraph in section.paragraphs %}
{{ paragraph }}

{% endfor %}
{% endfor %}
"""

sections = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
text = jinja2.Environment(autoescape=False).from_string(_TEMPLATE).render(sections=sections)
sys.stdout.buffer.write(text.encode())
