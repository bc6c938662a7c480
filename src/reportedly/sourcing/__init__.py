"""A ledger → what a newsroom's sourcing table is made of.

In: a `Ledger`. Out: `Statement`s in whole sentences, the `Credentials` of their sources, and why
each source is in the story. `reportedly.formats.sourcing` makes the table of them.
"""
