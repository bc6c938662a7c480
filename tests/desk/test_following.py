"""Feeds that are followed: real requests to a site on this machine, under a clock of our own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from reportedly.desk import Desk, followed
from reportedly.desk.following import Polled, poll
from reportedly.desk.visits import Clock, Visits
from reportedly.errors import (
    BadFeed,
    HttpStatus,
    NotFollowed,
    ReadingFailed,
    RobotsForbid,
    TooSlow,
    Unreachable,
)
from reportedly.intake import Options
from reportedly.intake.web import fetch
from reportedly.ledger import Article, Ledger
from tests.desk.feed_reader import read
from tests.serving import Site, page, serving

MORNING = datetime(2024, 3, 4, 9, 30, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def text_of(path: str, words: str = "the ferry will sail on Monday") -> str:
    return f"The harbour council said of number {path[1:]} that {words}, its chair added later."


def rss(site: Site, *paths: str, published: datetime = MORNING) -> str:
    day = published.strftime("%a, %d %b %Y %H:%M:%S +0000")
    items = "".join(
        f"<item><title>On {path}</title><link>{site.at(path)}</link><pubDate>{day}</pubDate></item>"
        for path in paths
    )
    return f'<rss version="2.0"><channel><title>The Post</title>{items}</channel></rss>'


class Newsroom:
    """A desk that follows the feed of a site, and a clock that only its waiting moves."""

    def __init__(self, desk: Desk, site: Site) -> None:
        self.desk = desk
        self.site = site
        self.time = MORNING
        self.waits: list[float] = []
        self.pause = 2.0
        self.seconds = 30.0
        self.read: Callable[[Article], Ledger] = read

    def list(self, *paths: str, **options: Any) -> None:
        """Have the feed list some pages, and the site have them."""
        self.site.put("/feed", rss(self.site, *paths, **options), "application/rss+xml")
        for path in paths:
            self.site.put(path, page(text_of(path)), ETag=f'"{path}"')
        followed.follow(self.desk, self.site.at("/feed"))

    def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 1))
        self.time += timedelta(seconds=seconds)

    def poll(self) -> dict[str, str]:
        """What became of each path."""
        polled = list(self.polling())
        self.errors = {self.path(one.address): one.error for one in polled if one.error}
        return {self.path(one.address): one.outcome for one in polled}

    def polling(self) -> Generator[Polled, None, None]:
        ask = partial(fetch, allowed=[self.site.host], seconds=self.seconds)
        visits = Visits(self.desk, ask, Clock(lambda: self.time, self.sleep), self.pause)
        yield from poll(self.desk, visits, self.read, options=Options(outlet="The Post"))

    def path(self, address: str) -> str:
        return address.removeprefix(f"http://{self.site.host}")

    def feed(self) -> followed.Followed:
        (one,) = followed.followed(self.desk)
        return one


@pytest.fixture
def newsroom(desk: Desk) -> Iterator[Newsroom]:
    with serving() as site:
        yield Newsroom(desk, site)


def test_a_feed_s_articles_come_onto_the_desk_once(newsroom: Newsroom) -> None:
    newsroom.list("/1", "/2")
    assert newsroom.poll() == {"/feed": "asked", "/1": "new", "/2": "new"}
    first, _ = newsroom.desk.entries()
    assert (first.title, first.outlet, first.published) == ("On /1", "The Post", "2024-03-04")
    assert first.url == newsroom.site.at("/1")
    assert newsroom.site.paths() == ["/robots.txt", "/feed", "/1", "/2"]
    newsroom.time += timedelta(minutes=15)
    newsroom.list("/1", "/2", "/3")
    assert newsroom.poll() == {"/feed": "asked", "/1": "known", "/2": "known", "/3": "new"}
    feed = newsroom.feed()
    assert (feed.title, feed.entries, feed.kept, feed.failures) == ("The Post", 3, 3, 0)


def test_what_has_not_changed_is_not_sent_again(newsroom: Newsroom) -> None:
    newsroom.list("/1")
    newsroom.site.put("/feed", rss(newsroom.site, "/1"), "text/xml", ETag='"feed"')
    newsroom.poll()
    newsroom.site.asked.clear()
    assert newsroom.poll() == {"/feed": "asked", "/1": "known"}
    asked = {one.path: one.headers.get("if-none-match") for one in newsroom.site.asked}
    assert asked == {"/feed": '"feed"', "/1": '"/1"'}


def test_what_an_outlet_changes_is_another_text_within_two_days(newsroom: Newsroom) -> None:
    newsroom.list("/1")
    newsroom.poll()
    newsroom.time = MORNING + timedelta(hours=47)
    newsroom.site.put("/1", page(text_of("/1", "the ferry will sail on Tuesday")), ETag='"2"')
    assert newsroom.poll() == {"/feed": "asked", "/1": "changed"}
    assert [one.number for one in newsroom.desk.versions(1)] == [1, 2]
    newsroom.time = MORNING + timedelta(hours=49)
    newsroom.site.put("/1", page(text_of("/1", "the ferry will not sail")), ETag='"3"')
    assert newsroom.poll() == {"/feed": "asked"}


def test_an_older_page_is_taken_once_and_then_left_alone(newsroom: Newsroom) -> None:
    newsroom.list("/1", published=MORNING - timedelta(days=30))
    assert newsroom.poll() == {"/feed": "asked", "/1": "new"}
    assert newsroom.poll() == {"/feed": "asked"}


def test_a_page_that_is_broken_stops_no_other_and_is_tried_five_times(newsroom: Newsroom) -> None:
    newsroom.list("/1", "/2", "/3", "/4", published=MORNING - timedelta(days=3))
    newsroom.site.put("/3", status=500)
    assert newsroom.poll() == {
        "/feed": "asked", "/1": "new", "/2": "new", "/3": "failed", "/4": "new",
    }  # fmt: skip
    assert isinstance(newsroom.errors["/3"], HttpStatus)
    assert newsroom.feed().failures == 1
    for _ in range(4):
        assert newsroom.poll() == {"/feed": "asked", "/3": "failed"}
    assert newsroom.poll() == {"/feed": "asked"}


def test_a_page_that_is_mended_is_read(newsroom: Newsroom) -> None:
    newsroom.list("/1")
    newsroom.site.put("/1", status=404)
    assert newsroom.poll()["/1"] == "failed"
    newsroom.list("/1")
    assert newsroom.poll()["/1"] == "new"
    assert newsroom.feed().failures == 0


def test_a_fault_in_reading_costs_one_page(newsroom: Newsroom) -> None:
    newsroom.list("/1", "/2")

    def sinks(article: Article) -> Ledger:
        if "number 1 " in article.text:
            raise ZeroDivisionError("at sea")
        return read(article)

    newsroom.read = sinks
    assert newsroom.poll() == {"/feed": "asked", "/1": "failed", "/2": "new"}
    assert isinstance(newsroom.errors["/1"], ReadingFailed)


def test_a_feed_that_fails_is_told_and_its_pages_go_on(newsroom: Newsroom) -> None:
    newsroom.list("/1")
    newsroom.poll()
    newsroom.site.put("/feed", "<html>", "text/xml")
    assert newsroom.poll() == {"/feed": "failed", "/1": "known"}
    assert isinstance(newsroom.errors["/feed"], BadFeed)
    assert "no feed" in (newsroom.feed().problem or "")
    newsroom.list("/1")
    newsroom.poll()
    assert newsroom.feed().problem is None


def test_addresses_of_this_machine_in_a_feed_are_not_asked(newsroom: Newsroom) -> None:
    with serving() as inside:
        inside.put("/secret", page(text_of("/1")))
        newsroom.list("/1")
        listed = rss(inside, "/secret").replace("</channel>", "").replace("</rss>", "")
        newsroom.site.put("/feed", f"{listed}</channel></rss>", "text/xml")
        assert "failed" in newsroom.poll().values()
        assert inside.asked == []


# Manners


def test_a_host_is_given_time_between_requests(newsroom: Newsroom) -> None:
    newsroom.list("/1", "/2")
    newsroom.poll()
    assert newsroom.waits == [2.0, 2.0, 2.0]
    newsroom.site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", "text/plain")
    newsroom.time += timedelta(days=1, seconds=10)
    newsroom.waits.clear()
    newsroom.poll()
    assert newsroom.waits == [7.0, 7.0, 7.0]


def test_two_hosts_take_turns(newsroom: Newsroom) -> None:
    with serving() as other:
        newsroom.list("/1", "/2")
        for path in ("/3", "/4"):
            other.put(path, page(text_of(path)))
        other.put("/feed", rss(other, "/3", "/4"), "text/xml")
        followed.follow(newsroom.desk, other.at("/feed"))
        hosts = [newsroom.site.host, other.host]
        clock = Clock(lambda: newsroom.time, newsroom.sleep)
        visits = Visits(newsroom.desk, partial(fetch, allowed=hosts), clock)
        polled = [one.address.split("/")[2] for one in poll(newsroom.desk, visits, read)]
    assert sorted(polled) == sorted(hosts * 3)
    assert sum(newsroom.waits) == pytest.approx(8.0)  # one after the other it would be 12 or more


def test_robots_txt_is_heeded_and_asked_for_once_a_day(newsroom: Newsroom) -> None:
    newsroom.list("/1", "/2")
    rules = "User-agent: *\nAllow: /\n\nUser-agent: Reportedly\nDisallow: /2\n"
    newsroom.site.put("/robots.txt", rules, "text/plain")
    assert newsroom.poll() == {"/feed": "asked", "/1": "new", "/2": "failed"}
    assert isinstance(newsroom.errors["/2"], RobotsForbid)
    newsroom.time += timedelta(hours=23)
    assert newsroom.poll() == {"/feed": "asked", "/1": "known"}  # and told no more
    assert newsroom.site.paths() == ["/robots.txt", "/feed", "/1", "/feed", "/1"]
    newsroom.time += timedelta(hours=2)
    newsroom.poll()
    assert newsroom.site.paths()[0] == "/robots.txt"


def test_a_redirection_to_what_is_forbidden_is_not_followed(newsroom: Newsroom) -> None:
    newsroom.list("/1")
    newsroom.site.put("/robots.txt", "User-agent: *\nDisallow: /members/", "text/plain")
    newsroom.site.put("/1", status=302, Location="/members/1")
    assert newsroom.poll()["/1"] == "failed"
    assert "/members/1" not in newsroom.site.paths()


def test_while_robots_txt_cannot_be_had_nothing_is_asked_for(newsroom: Newsroom) -> None:
    newsroom.list("/1")
    newsroom.site.put("/robots.txt", status=500)
    assert newsroom.poll() == {"/feed": "failed"}
    assert newsroom.site.paths() == ["/robots.txt"]
    newsroom.site.put("/robots.txt", status=403)  # which is: there is none for us
    newsroom.time += timedelta(minutes=15)
    assert newsroom.poll() == {"/feed": "asked", "/1": "new"}


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_for_a_pause_has_it(newsroom: Newsroom, status: int) -> None:
    newsroom.list("/1", "/2", "/3")
    newsroom.site.put("/1", status=status, Retry_After="600")
    assert newsroom.poll() == {"/feed": "asked", "/1": "failed", "/2": "left", "/3": "left"}
    newsroom.site.asked.clear()
    newsroom.time += timedelta(seconds=500)
    assert set(newsroom.poll().values()) == {"left"}
    assert newsroom.site.paths() == []
    newsroom.list("/1", "/2", "/3")
    newsroom.time += timedelta(seconds=101)
    assert newsroom.poll() == {"/feed": "asked", "/1": "new", "/2": "new", "/3": "new"}


def test_without_a_word_the_pause_doubles_up_to_an_hour(newsroom: Newsroom) -> None:
    newsroom.list("/1")
    newsroom.site.put("/feed", status=503)
    rests = []
    for _ in range(9):
        began = newsroom.time
        newsroom.poll()
        newsroom.site.asked.clear()
        while "/feed" not in newsroom.site.paths():
            newsroom.time += timedelta(seconds=30)
            newsroom.poll()
        rests.append((newsroom.time - began).total_seconds())
    assert rests == sorted(rests)
    assert rests[0] < 150
    assert 3_500 < rests[-1] <= 3_700


def test_a_host_that_is_too_slow_is_left_alone_for_a_while(newsroom: Newsroom) -> None:
    newsroom.list("/1")
    newsroom.seconds = 0.3

    def slow(handler: BaseHTTPRequestHandler) -> None:
        import time

        time.sleep(1.0)

    newsroom.site.answers["/1"] = slow
    newsroom.poll()
    assert isinstance(newsroom.errors["/1"], TooSlow)
    assert newsroom.waits[-1] == 2.0
    newsroom.waits.clear()
    newsroom.poll()
    assert 50 < newsroom.waits[0] <= 61


def test_no_answer_costs_one_page(newsroom: Newsroom) -> None:
    newsroom.list("/1", "/2")
    newsroom.site.answers["/1"] = lambda handler: handler.connection.close()
    assert newsroom.poll() == {"/feed": "asked", "/1": "failed", "/2": "new"}
    assert isinstance(newsroom.errors["/1"], Unreachable)


# Sitemaps, and what is kept of all that


def test_the_sitemaps_of_an_index_are_asked_with_it(newsroom: Newsroom) -> None:
    site = newsroom.site
    newsroom.list("/1", "/2")
    index = "".join(f"<sitemap><loc>/s{n}</loc></sitemap>" for n in (1, 2))
    site.put("/feed", f"<sitemapindex>{index}</sitemapindex>", "text/xml")
    for number in (1, 2):
        pages = f"<urlset><url><loc>/{number}</loc></url></urlset>"
        site.put(f"/s{number}", pages, "text/xml", ETag=f'"{number}"')
    everything = {"/feed": "asked", "/s1": "asked", "/s2": "asked"}
    assert newsroom.poll() == {**everything, "/1": "new", "/2": "new"}
    assert newsroom.poll() == {**everything, "/1": "known", "/2": "known"}
    assert newsroom.feed().entries == 2


def test_what_is_followed_no_more_is_forgotten_and_its_articles_stay(newsroom: Newsroom) -> None:
    newsroom.list("/1")
    newsroom.poll()
    followed.unfollow(newsroom.desk, newsroom.site.at("/feed"))
    assert followed.followed(newsroom.desk) == []
    assert newsroom.poll() == {}
    assert len(list(newsroom.desk.entries())) == 1
    with pytest.raises(NotFollowed):
        followed.unfollow(newsroom.desk, newsroom.site.at("/feed"))
    newsroom.list("/1")
    assert newsroom.poll() == {"/feed": "asked", "/1": "known"}


def test_what_was_stopped_goes_on_with_the_same_page(newsroom: Newsroom) -> None:
    newsroom.list("/1", "/2", "/3", published=MORNING - timedelta(days=3))
    polling = newsroom.polling()
    while next(polling).address != newsroom.site.at("/1"):
        pass
    polling.close()
    newsroom.site.asked.clear()
    assert newsroom.poll() == {"/feed": "asked", "/2": "new", "/3": "new"}
    assert newsroom.site.paths() == ["/feed", "/2", "/3"]


def test_a_program_that_is_killed_loses_and_doubles_nothing(
    newsroom: Newsroom, address: str
) -> None:
    site = newsroom.site
    paths = [f"/{number}" for number in range(12)]
    newsroom.list(*paths, published=MORNING - timedelta(days=3))
    command = [sys.executable, "-m", "tests.desk.feed_reader", address, site.host, site.at("/feed")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        for _ in range(4):
            process.stdout.readline()
        process.kill()
    there = len(list(newsroom.desk.entries()))
    assert there >= 3
    site.asked.clear()
    again = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    outcomes = [line.split()[0] for line in again.stdout.splitlines()]
    assert outcomes.count("new") == 12 - there
    assert outcomes.count("known") <= 1  # kept, and not written down any more
    assert sorted(int(newsroom.path(one.url or "")[1:]) for one in newsroom.desk.entries()) == list(
        range(12)
    )
