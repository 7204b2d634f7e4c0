"""M: the same pages from Markdown to HTML by markdown-it, put into a page by Jinja."""

import sys
from pathlib import Path

import jinja2
from markdown_it import MarkdownIt

body = MarkdownIt("commonmark").enable("table").render(Path(sys.argv[1]).read_text(encoding="utf-8"))
page = jinja2.Environment(autoescape=True).from_string("<!doctype html><html><body>{{ body|safe }}</body></html>").render(body=body)
sys.stdout.buffer.write(page.encode())
