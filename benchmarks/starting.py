"""Start one program and print what it took, as JSON: seconds on the clock, seconds of processor, KiB of its largest process, exit code.

A process of its own, and a small one: Linux counts the memory of whoever starts a program as that program's, until it has used more.
"""

import json
import os
import subprocess
import sys
import time

start = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
if hasattr(os, "wait4"):
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    processor, memory = used.ru_utime + used.ru_stime, used.ru_maxrss
else:  # Windows does not say
    child.wait()
    processor, memory = 0.0, 0
print(json.dumps([time.perf_counter() - start, processor, memory, child.returncode]))
