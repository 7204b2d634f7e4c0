"""Z: the same pages from Typst to pdf, without a standard to meet."""

import sys

import typst

sys.stdout.buffer.write(typst.compile(sys.argv[1]))
