"""One script a step; each names the one before it."""
