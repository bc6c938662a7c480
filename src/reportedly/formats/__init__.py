"""Ledgers → what people and their tools read: one module a format.

In: a `Ledger`. Out: text. Nothing here reads an article or writes a file.

- `reportedly.formats.json`: one document, one line, or an array of documents
- `reportedly.formats.table`: who, how, what and how sure, a row an attribution
- `reportedly.formats.pretty`: the article in colour for a terminal, with its table
- `reportedly.formats.html`: one self-contained page that prints well
- `reportedly.formats.audit`, `board` and `conditions`: one view each, which
  `reportedly.formats.view` turns into a table, JSON or comma-separated values
"""
