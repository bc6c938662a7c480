"""Several ledgers → what only several reports can tell: copies, and who was first.

In: ledgers. Out: named tuples with spans into the texts that they were found in.
"""
