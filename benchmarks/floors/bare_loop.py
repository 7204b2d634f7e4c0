"""Y: every record read, split at its front matter's end, and that read by PyYAML's C loader; nothing kept, nothing checked."""

import sys
from pathlib import Path

import yaml

for path in Path(sys.argv[1], "records").glob("*/*.md"):
    header = path.read_text(encoding="utf-8").split("\n---\n", 1)[0].removeprefix("---\n")
    yaml.load(header, yaml.CSafeLoader)
