"""``reportedly desk follow`` and addresses on the command line, with a site on this machine."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import ARTICLE, QuickReader, Ran
from tests.serving import Site, page, serving

Run = Callable[..., Ran]

RSS = '<rss version="2.0"><channel><title>The Post</title>{items}</channel></rss>'


@pytest.fixture
def site(desk: Path, reader: type[QuickReader], run: Run) -> Iterator[Site]:
    """A site with a feed of two articles, one of them broken; and a desk to keep them on."""
    run("desk", "init")
    with serving() as made:
        items = "".join(f"<item><link>{made.at(path)}</link></item>" for path in ("/1", "/2"))
        made.put("/feed", RSS.format(items=items), "application/rss+xml")
        made.put("/1", page(ARTICLE), ETag='"1"')
        made.put("/2", status=500)
        yield made


def options(site: Site) -> tuple[str, ...]:
    return ("--allow-host", site.host, "--pause", "0")


def test_an_address_is_read_in_the_place_of_a_file(site: Site, run: Run) -> None:
    ran = run("read", site.at("/1"), "--allow-host", site.host, "--format", "json")
    assert ran.status == 0
    assert json.loads(ran.out)["article"]["url"] == site.at("/1")
    assert run("read", site.at("/1")).error.startswith("error R701")
    assert run("audit", site.at("/1"), "--allow-host", site.host).status == 0


def test_several_addresses_are_added(site: Site, run: Run) -> None:
    ran = run("desk", "add", site.at("/1"), site.at("/2"), "--allow-host", site.host)
    assert (ran.status, ran.out) == (1, f"1\tnew\t{site.at('/1')}\n")
    assert "error R706" in ran.error
    assert run("read", site.at("/1"), "--allow-host", site.host, "--out", "out").status == 0


def test_a_feed_is_followed(site: Site, run: Run) -> None:
    ran = run("desk", "follow", site.at("/feed"), *options(site))
    assert (ran.status, ran.out) == (1, f"1\tnew\t{site.at('/1')}\n")
    assert "error R706" in ran.error
    assert "1 read, 1 failed" in ran.error
    site.put("/2", page(ARTICLE.replace("May", "June")))
    site.put("/1", page(ARTICLE.replace("May", "July")), ETag='"2"')
    again = run("desk", "follow", *options(site))
    assert again.status == 0
    assert sorted(again.out.splitlines()) == [
        f"1\tchanged\t{site.at('/1')}",
        f"2\tnew\t{site.at('/2')}",
    ]
    assert "has changed: see reportedly desk changes 1" in again.error


def test_the_feeds_are_listed_and_dropped(site: Site, run: Run) -> None:
    run("desk", "follow", site.at("/feed"), *options(site))
    site.asked.clear()
    (row,) = csv.DictReader(run("desk", "follow", "--list", "-f", "csv").out.splitlines())
    assert (row["title"], row["entries"]) == ("The Post", "2")
    assert (row["kept"], row["failures"]) == ("1", "1")
    (record,) = json.loads(run("desk", "follow", "--list", "-f", "json").out)
    assert list(record) == list(row)
    assert "The Post" in run("desk", "follow", "--list").out
    assert site.asked == []
    assert run("desk", "unfollow", site.at("/feed")).status == 0
    assert run("desk", "unfollow", site.at("/feed")).error.startswith("error R628")
    assert "No feed is followed" in run("desk", "follow", "--list").out
    assert len(json.loads(run("desk", "list", "-f", "json").out)) == 1


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        ((), 2, "No feed is followed yet"),
        (("no-address",), 1, "R701"),
        (("https://harbour.example/rss", "--every", "often"), 2, "90s, 15m"),
        (("https://harbour.example/rss", "--every", "0m"), 2, "90s, 15m"),
        (("https://harbour.example/rss", "--model", "huge"), 2, "R301"),
    ],
)
def test_what_cannot_be_done_is_told(
    site: Site, run: Run, arguments: tuple[str, ...], status: int, told: str
) -> None:
    ran = run("desk", "follow", *arguments)
    assert (ran.status, told in ran.error) == (status, True)
    if told != "R301":
        assert "No feed is followed" in run("desk", "follow", "--list").out


def test_feeds_are_asked_again_and_again(
    site: Site, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    def wait(seconds: float) -> None:
        if seconds > 60:  # a pause between requests may come, too
            waits.append(seconds)
        if len(waits) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", wait)
    ran = run("desk", "follow", site.at("/feed"), "--every", "15m", *options(site))
    assert ran.status == 130
    assert "Traceback" not in ran.error
    assert all(800 < seconds <= 900 for seconds in waits)
    assert site.paths().count("/feed") == 3


def test_ctrl_c_stops_it_and_the_next_run_goes_on(site: Site, desk: Path, run: Run) -> None:
    command = [sys.executable, "-m", "reportedly", "desk", "follow", site.at("/feed")]
    with subprocess.Popen(
        [*command, "--allow-host", site.host, "--pause", "30", "--every", "1h"],
        stderr=subprocess.PIPE,
        text=True,
        # Where the tests themselves run in the background, Ctrl-C would otherwise be ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        while not site.asked:
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(0.5)
        os.kill(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in told
    assert "Stopped." in told
    # The pause before the next request holds for the next run, too.
    assert site.paths() == ["/robots.txt"]
