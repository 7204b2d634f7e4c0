"""A forge's program as a test has it: it answers from files, and keeps what it was asked.

Called as ``gh api …`` or ``curl …``. ``FORGE`` names a folder: ``answers/METHOD path.json`` is what is answered, ``asked.json`` grows by
a line for each call: method, address, body, and whether a token was handed over.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

FORGE = Path(os.environ["FORGE"])
OPTIONS = {
    *("--method", "--request", "--jq", "--raw-field", "--field", "--header", "--data", "--data-urlencode", "--output"),
}


def main(words: list[str]) -> int:
    given: dict[str, list[str]] = {}
    plain = []
    while words:
        word = words.pop(0)
        if word in OPTIONS:
            given.setdefault(word, []).append(words.pop(0))
        elif not word.startswith("--"):
            plain.append(word)
    method = next(iter(given.get("--method", given.get("--request", ["GET"]))))
    address = plain[-1].removeprefix(os.environ.get("API", ""))
    fields = [*given.get("--raw-field", ()), *given.get("--field", ()), *given.get("--data", ()), *given.get("--data-urlencode", ())]
    token = os.environ.get("GH_TOKEN", "") or " ".join(given.get("--header", ()))
    with (FORGE / "asked.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps([method, address, [_content(one) for one in fields], "hush" in token]) + "\n")
    answer = FORGE / "answers" / f"{method} {address.replace('/', '_').partition('?')[0]}.json"
    text = answer.read_text(encoding="utf-8") if answer.exists() else "{}"
    if "--jq" in given:
        return subprocess.run(["jq", "-r", given["--jq"][0]], input=text, text=True, check=False).returncode
    if "--output" not in given and method == "GET":
        sys.stdout.write(text)
    return 0


def _content(field: str) -> str:
    name, at, file = unquote(field).partition("@")
    return f"{name}@{Path(file).read_text(encoding='utf-8')}" if at and Path(file).is_file() else field


sys.exit(main(sys.argv[1:]))
