"""Differences between two moments of the records, told in their own terms, and what rests on them."""
