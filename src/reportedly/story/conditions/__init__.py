"""Conditions of all reports → one graph, and what becomes of plans if something is so."""
