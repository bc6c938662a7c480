"""Text → the days that it names: places, rules for what they mean, tables of words."""
