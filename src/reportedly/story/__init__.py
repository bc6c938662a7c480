"""Several ledgers → what only several reports can tell.

In: ledgers. Out: a `Story`, put together in `telling` by what the packages here find: who is who
(``actors``), who copies whom (``copying``), which claims are the same and where they come from
(``claims``), what changed and what is at odds (``changes``), what hangs on what (``conditions``).
"""
