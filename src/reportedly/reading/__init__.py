"""Article → ledger, one module a stage, named for what it finds."""
