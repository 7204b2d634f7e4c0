"""A forge's program as a test has it: it answers from files, and keeps what it was asked.

Called as ``gh api …`` or ``curl …``. ``FORGE`` names a folder: ``answers/METHOD path.json`` is what is answered, ``asked.jsonl`` grows by
a line for each call: method, address, body, and whether a token was handed over. Of a list the page is given that is asked for, as long as
it may be; where ``answers/at-once`` is there, all of it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, unquote

FORGE = Path(os.environ["FORGE"])
OPTIONS = {
    *("--method", "--request", "--jq", "--raw-field", "--field", "--header", "--data", "--data-urlencode", "--output"),
}


def main(words: list[str]) -> int:
    given: dict[str, list[str]] = {}
    plain: list[str] = []
    flags: list[str] = []
    while words:
        word = words.pop(0)
        if word in OPTIONS:
            given.setdefault(word, []).append(words.pop(0))
        else:
            (flags if word.startswith("--") else plain).append(word)
    method = next(iter(given.get("--method", given.get("--request", ["GET"]))))
    address = plain[-1].removeprefix(os.environ.get("API", ""))
    fields = [*given.get("--raw-field", ()), *given.get("--field", ()), *given.get("--data", ()), *given.get("--data-urlencode", ())]
    token = os.environ.get("GH_TOKEN", "") or " ".join(given.get("--header", ()))
    with (FORGE / "asked.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps([method, address, [_content(one) for one in fields], "hush" in token]) + "\n")
    answer = FORGE / "answers" / f"{method} {address.replace('/', '_').partition('?')[0]}.json"
    text = answer.read_text(encoding="utf-8") if answer.exists() else "{}"
    query = parse_qs("&".join([address.partition("?")[2], *fields]))
    pages = _pages(text, query)
    if "--jq" in given:
        every = "".join(pages if "--paginate" in flags else pages[:1])
        return subprocess.run(["jq", "-r", given["--jq"][0]], input=every, text=True, check=False).returncode
    if method == "GET":
        page = int(query.get("page", ["1"])[0])
        said = pages[page - 1] if page <= len(pages) else "[]"
        into = given.get("--output", ["/dev/stdout"])[0]
        Path(into).write_text(said, encoding="utf-8")
    return 0


def _pages(text: str, query: dict[str, list[str]]) -> list[str]:
    """A list as a forge cuts it; what is no list stays whole."""
    content = json.loads(text)
    size = int(query.get("per_page", query.get("limit", ["30"]))[0])
    if not isinstance(content, list) or not content:
        return [text]
    if (FORGE / "answers" / "at-once").exists():
        return [text] * 1000
    return [json.dumps(content[start : start + size]) for start in range(0, len(content), size)]


def _content(field: str) -> str:
    name, at, file = unquote(field).partition("@")
    return f"{name}@{Path(file).read_text(encoding='utf-8')}" if at and Path(file).is_file() else field


sys.exit(main(sys.argv[1:]))
