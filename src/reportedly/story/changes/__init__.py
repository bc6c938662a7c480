"""Several reports → what changed between them, what is at odds, and what is told of when."""
