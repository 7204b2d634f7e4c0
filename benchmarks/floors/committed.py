"""C: every record as it was committed last, read from git's objects; nothing kept."""

import subprocess
import sys

listed = subprocess.run(["git", "ls-tree", "-r", "--object-only", "HEAD", "records"], cwd=sys.argv[1], check=True, capture_output=True)
subprocess.run(["git", "cat-file", "--batch"], cwd=sys.argv[1], input=listed.stdout, check=True, stdout=subprocess.DEVNULL)
