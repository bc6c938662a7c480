"""Mentions → what their words tell: names, descriptions, pronouns, outlets, governments."""
