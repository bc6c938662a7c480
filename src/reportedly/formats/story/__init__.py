"""A story → its views: rows for programs, tables and trees for people."""
