"""The layers that no public corpus has: how they are written by hand, kept, and compared."""
