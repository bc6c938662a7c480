"""The steps by which a desk came to its tables, for Alembic."""
