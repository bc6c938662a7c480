"""Data → model. Not shipped; nothing at run time imports this."""
