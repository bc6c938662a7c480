"""Claims of several reports → which say the same, where they come from, how well they stand."""
