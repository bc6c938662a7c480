"""What can go wrong on a desk: codes R6."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.errors.base import BAD_SETUP, BAD_USAGE, ReportedlyError


@dataclass(eq=False)
class NoDesk(ReportedlyError):
    """There is no desk at the address, or the database there is empty."""

    code = "R601"
    words = "There is no desk at {name}."
    advice = "Make one with: reportedly desk init; or name another with --desk."
    exit_status = BAD_USAGE
    name: str


@dataclass(eq=False)
class BadDesk(ReportedlyError):
    """An address that is none of a desk: another kind of file, a server that does not answer."""

    code = "R602"
    words = "{name} cannot be used as a desk: {reason}."
    advice = "Name a file that is to be one, or postgresql://user@host/name."
    exit_status = BAD_SETUP
    name: str
    reason: str


@dataclass(eq=False)
class OldDesk(ReportedlyError):
    """An older version of this program made the desk; it has to be brought up to date first."""

    code = "R603"
    words = "{name} was made by an older version of reportedly."
    advice = "Bring it up to date with: reportedly desk init; a backup first does no harm."
    exit_status = BAD_USAGE
    name: str


@dataclass(eq=False)
class NewerDesk(ReportedlyError):
    """A newer version of this program made the desk, in a form that this one does not know."""

    code = "R604"
    words = "{name} was made by a newer version of reportedly."
    advice = "Install that version; nothing on the desk was touched."
    exit_status = BAD_SETUP
    name: str


@dataclass(eq=False)
class NotOnDesk(ReportedlyError):
    """An article, or a version of one, that is not on the desk."""

    code = "R605"
    words = "There is no article {article} on {name}, or no such version of it."
    advice = "See what there is with: reportedly desk list."
    exit_status = BAD_USAGE
    article: int
    name: str


@dataclass(eq=False)
class DeskFailed(ReportedlyError):
    """The database refused in the midst of work: the disk is full, the server is gone."""

    code = "R606"
    words = "{name} failed: {reason}."
    advice = "What was kept before is whole; run the same command again to go on."
    exit_status = BAD_SETUP
    name: str
    reason: str


@dataclass(eq=False)
class NoSuchEntry(ReportedlyError):
    """An entry that is to be corrected, and that the article's ledger does not have."""

    code = "R621"
    words = "Article {article} on {name} has no entry {entry}."
    advice = "See what it has with: reportedly desk show {article} --format json."
    exit_status = BAD_USAGE
    entry: str
    article: int
    name: str


@dataclass(eq=False)
class NoSuchField(ReportedlyError):
    """A field that entries of this kind do not have, or that nobody can set."""

    code = "R622"
    words = "{kind}.{field} is no field that can be set."
    advice = "Choose one of: {known}."
    exit_status = BAD_USAGE
    kind: str
    field: str
    known: str


@dataclass(eq=False)
class BadValue(ReportedlyError):
    """What a field of an entry cannot hold."""

    code = "R623"
    words = "{kind}.{field} cannot be '{value}'."
    advice = "Give it one of: {known}."
    exit_status = BAD_USAGE
    kind: str
    field: str
    value: str
    known: str


@dataclass(eq=False)
class WordsNotThere(ReportedlyError):
    """Words that were quoted, and that the text does not have, or not so often."""

    code = "R624"
    words = "The words '{quoted}' are not in the text so often: times found there, {count}."
    advice = 'Quote them as they stand there, the second time as "the words"#2; or give offsets.'
    exit_status = BAD_USAGE
    quoted: str
    count: int


@dataclass(eq=False)
class LackingFields(ReportedlyError):
    """An entry that is to be added, and that lacks what it cannot be without."""

    code = "R625"
    words = "A new {kind} needs more: {fields}."
    advice = "Set each of them with --set FIELD=VALUE."
    exit_status = BAD_USAGE
    kind: str
    fields: str


@dataclass(eq=False)
class CannotReject(ReportedlyError):
    """The actor that is the outlet itself, with which every chain begins."""

    code = "R626"
    words = "{entry} is the outlet itself, with which every chain begins; it cannot be rejected."
    advice = "Edit its name or kind, if they are wrong."
    exit_status = BAD_USAGE
    entry: str


@dataclass(eq=False)
class NoSuchCorrection(ReportedlyError):
    """A correction that is not on the desk."""

    code = "R627"
    words = "There is no correction {number} on {name}."
    advice = "See what there is with: reportedly desk corrections."
    exit_status = BAD_USAGE
    number: int
    name: str


@dataclass(eq=False)
class NotFollowed(ReportedlyError):
    """A feed that the desk does not follow."""

    code = "R628"
    words = "{address} is not among the feeds that {name} follows."
    advice = "See which there are with: reportedly desk follow --list."
    exit_status = BAD_USAGE
    address: str
    name: str


@dataclass(eq=False)
class NoSuchStory(ReportedlyError):
    """A story that is not on the desk."""

    code = "R631"
    words = "There is no story '{story}' on {name}."
    advice = "See which there are with: reportedly story list; or make it: reportedly story new."
    exit_status = BAD_USAGE
    story: str
    name: str


@dataclass(eq=False)
class StoryThere(ReportedlyError):
    """A new story by a name that another one has."""

    code = "R632"
    words = "There is a story '{story}' on {name} already."
    advice = "Put articles into it with: reportedly story add; or give the new one another name."
    exit_status = BAD_USAGE
    story: str
    name: str


@dataclass(eq=False)
class NotInStory(ReportedlyError):
    """An article that is not in a story."""

    code = "R633"
    words = "Article {article} is not in the story '{story}'."
    advice = "See what is with: reportedly story show."
    exit_status = BAD_USAGE
    article: int
    story: str


@dataclass(eq=False)
class NoSuchNaming(ReportedlyError):
    """A decision about who is who that a story does not have."""

    code = "R634"
    words = "The story '{story}' has no decision {number} about names."
    advice = "See which there are with: reportedly story actors --decisions."
    exit_status = BAD_USAGE
    number: int
    story: str


@dataclass(eq=False)
class NoSuchClaim(ReportedlyError):
    """A claim that a story does not have."""

    code = "R635"
    words = "The story '{story}' has no claim {claim}."
    advice = "See which there are with: reportedly story claims."
    exit_status = BAD_USAGE
    claim: str
    story: str


@dataclass(eq=False)
class NoSuchActor(ReportedlyError):
    """A name that nobody in a story has, that several have, or two names that no one has both."""

    code = "R636"
    words = "Nobody in the story '{story}', or more than one, is called {actor}."
    advice = "See who is there, and by what names, with: reportedly story actors."
    exit_status = BAD_USAGE
    story: str
    actor: str
