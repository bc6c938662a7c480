"""What can go wrong on the web: codes R7."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.errors.base import ReportedlyError


@dataclass(eq=False)
class RefusedAddress(ReportedlyError):
    """An address that is not asked, since it is not of the public web, or not fit to be sent."""

    code = "R701"
    words = "{name} is not asked: {reason}."
    advice = "Give a public http or https address; --allow-host lets a host of your own in."
    name: str
    reason: str


@dataclass(eq=False)
class Unreachable(ReportedlyError):
    """Nobody answers at the address, or the answer breaks off or makes no sense."""

    code = "R702"
    words = "{name} cannot be reached: {reason}."
    advice = "Check the address and your connection, and try again."
    name: str
    reason: str


@dataclass(eq=False)
class TooLarge(ReportedlyError):
    """A page or feed of more bytes than are taken from the web."""

    code = "R703"
    words = "{name} is larger than {limit:,} bytes."
    advice = "Save the article from a browser, and read the file."
    name: str
    limit: int


@dataclass(eq=False)
class TooSlow(ReportedlyError):
    """An answer that was not there in full when the time was up."""

    code = "R704"
    words = "{name} was not there in full after {seconds} seconds."
    advice = "Try again later, or save the article from a browser, and read the file."
    name: str
    seconds: int


@dataclass(eq=False)
class WrongType(ReportedlyError):
    """Something else than was asked for: a picture or a PDF for an article, a page for a feed."""

    code = "R705"
    words = "{name} is of type {kind}, and not {wanted}."
    advice = "Give the address of {wanted}; `desk follow` takes feeds, other commands articles."
    name: str
    kind: str
    wanted: str


@dataclass(eq=False)
class HttpStatus(ReportedlyError):
    """A server that answers with something else than the page: it is gone, or closed, or broken."""

    code = "R706"
    words = "{name}: the server answers with HTTP status {status}."
    advice = "See in a browser whether the page is there, and save it if that is the only way in."
    name: str
    status: int


@dataclass(eq=False)
class RobotsForbid(ReportedlyError):
    """The outlet asks programs in its robots.txt (RFC 9309) to leave the page alone."""

    code = "R707"
    words = "{name} is not to be asked for by programs, says the outlet's robots.txt."
    advice = "Ask the outlet, or save the article from a browser, and read the file."
    name: str


@dataclass(eq=False)
class HostResting(ReportedlyError):
    """A host that asked for a pause, or was too slow, and is left alone until the pause is over."""

    code = "R708"
    words = "{name} is left alone until {until}, since its host asked for a pause."
    advice = "It is tried again once the feed is asked after that time."
    name: str
    until: str


@dataclass(eq=False)
class BadFeed(ReportedlyError):
    """What should be a feed or a sitemap, and cannot be read as one."""

    code = "R709"
    words = "{name} is no feed that can be read: {reason}."
    advice = "Give the address of RSS, Atom, a JSON feed or a sitemap."
    name: str
    reason: str
