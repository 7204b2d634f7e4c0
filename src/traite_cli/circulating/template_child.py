"""The process that renders a template where none can be forked: a job on standard input, the answer on standard output.

The job is pickled by its parent and holds only the parent's own values; the answer is JSON, so that nothing a template does is unpickled.
"""

from __future__ import annotations

import pickle
import sys

from traite_cli.circulating.templating import limit, packed, work

if __name__ == "__main__":
    job = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  # written by the parent
    limit()
    sys.stdout.buffer.write(packed(work(job)))
