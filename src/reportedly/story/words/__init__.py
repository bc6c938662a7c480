"""A claim of a report → what it says, in words, numbers and quantities that can be compared."""
