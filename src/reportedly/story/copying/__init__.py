"""Several reports → which has words of which, and what became stronger in the retelling."""
