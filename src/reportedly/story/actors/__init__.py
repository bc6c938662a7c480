"""The actors of several reports → who is who across them, as names tell and people decide."""
