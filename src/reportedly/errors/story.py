"""What can go wrong about a story: codes R8."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.errors.base import BAD_USAGE, ReportedlyError


@dataclass(eq=False)
class NoSuchProposition(ReportedlyError):
    """Something assumed that none of a story's conditions is about."""

    code = "R810"
    words = "No report makes anything hang on '{quoted}'."
    advice = "The nearest are: {nearest}."
    exit_status = BAD_USAGE
    quoted: str
    nearest: str


@dataclass(eq=False)
class SeveralPropositions(ReportedlyError):
    """Something assumed in words that fit more than one proposition of a story."""

    code = "R811"
    words = "'{quoted}' may mean several things: {candidates}."
    advice = "Name one of them as it stands there."
    exit_status = BAD_USAGE
    quoted: str
    candidates: str


@dataclass(eq=False)
class BadAssumption(ReportedlyError):
    """An assumption that is not a name or words, an equals sign and a value."""

    code = "R812"
    words = "'{assumption}' is no assumption: {reason}."
    advice = 'Write it as "ceasefire=no": yes, no, unknown, or a chance from 0 to 1.'
    exit_status = BAD_USAGE
    assumption: str
    reason: str
