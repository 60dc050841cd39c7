# ruff: noqa: E501 - tables of cases read better in one line each
from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from vigil.ingest.items import Item
from vigil.ingest.watch import Event, Feed, JsonState, load_feeds, watch
from vigil.model.errors import BadItem, Misuse

from .helpers import STORY, Clock, Site, local_fetcher, serve


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as served:
        yield served


def publish(
    site: Site, *numbers: int, etag: str = "", stamp: str = "06 May 2031 07:08:00 GMT", broken: tuple[int, ...] = ()
) -> None:
    """A feed with the newest first; the server answers 304 to the ETag."""
    lines = ""
    for number in sorted(numbers, reverse=True):
        if number not in broken:
            site.html(f"/{number}", f"<html><body><article><p>Report {number}. {STORY}</p></article></body></html>")
        lines += f"<item><guid>{number}</guid><title>Report {number}</title><link>{site.base}/{number}</link><pubDate>{stamp}</pubDate></item>"
    body = f"<rss version='2.0'><channel><title>Hill Times</title>{lines}</channel></rss>".encode()

    def feed(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if etag and headers.get("if-none-match") == etag:
            return 304, {}, b""
        return 200, {"Content-Type": "application/rss+xml", **({"ETag": etag} if etag else {})}, body

    site.pages["/feed"] = feed


def run(
    site: Site, path: Path, *, rounds: int = 1, events: list[Event] | None = None, clock: Clock | None = None
) -> Iterator[Item | BadItem]:
    clock = clock or Clock()
    return watch(
        [Feed(url=site.base + "/feed", outlet="The Hill Times", theatre="orsa", every=900.0)],
        local_fetcher(clock), JsonState(path), rounds=rounds, on_event=(events if events is not None else []).append,
        clock=clock, sleep=clock.sleep,
    )  # fmt: skip


def keys(found: Iterator[Item | BadItem]) -> list[str]:
    return [one.key.rsplit("/", 1)[1] for one in found if isinstance(one, Item)]


def test_new_entries_oldest_first_and_only_once(site: Site, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    publish(site, 1, 2)
    found = list(run(site, state))
    assert [one.key for one in found if isinstance(one, Item)] == [f"{site.base}/1", f"{site.base}/2"]
    assert isinstance(found[0], Item)
    assert (found[0].hint("outlet"), found[0].hint("theatre")) == ("The Hill Times", "orsa")
    publish(site, 1, 2, 3)
    assert keys(run(site, state)) == ["3"]
    assert keys(run(site, state)) == []


def test_unchanged_feeds_are_not_sent_again(site: Site, tmp_path: Path) -> None:
    publish(site, 1, etag='"a"')
    events: list[Event] = []
    list(run(site, tmp_path / "s.json"))
    assert keys(run(site, tmp_path / "s.json", events=events)) == []
    assert [event.kind for event in events] == ["unchanged"]


def test_a_changed_entry_is_read_again(site: Site, tmp_path: Path) -> None:
    publish(site, 1, 2)
    list(run(site, tmp_path / "s.json"))
    publish(site, 1, 2, stamp="07 May 2031 07:08:00 GMT")
    assert keys(run(site, tmp_path / "s.json")) == ["1", "2"]


def test_killed_in_the_middle_nothing_is_lost(site: Site, tmp_path: Path) -> None:
    publish(site, 1, 2, 3, etag='"a"')
    first = run(site, tmp_path / "s.json")
    got = keys(islice(first, 2))
    first.close()  # type: ignore[attr-defined]  # killed while the second was being worked on
    assert got == ["1", "2"]
    assert keys(run(site, tmp_path / "s.json")) == ["2", "3"]
    assert keys(run(site, tmp_path / "s.json")) == []


def test_pages_that_fail_are_asked_again_then_set_aside(site: Site, tmp_path: Path) -> None:
    publish(site, 1, 2, etag='"a"', broken=(2,))
    rounds = [list(run(site, tmp_path / "s.json")) for _ in range(4)]
    assert [[type(one).__name__ for one in found] for found in rounds] == [["Item"], [], ["Unreadable"], []]
    assert site.paths().count("/2") == 3


def test_feeds_wait_their_time_and_failing_ones_longer(site: Site, tmp_path: Path) -> None:
    publish(site, 1)
    clock = Clock()
    list(run(site, tmp_path / "s.json", rounds=3, clock=clock))
    assert [pause for pause in clock.slept if pause > 2] == pytest.approx([900, 900])
    del site.pages["/feed"]
    clock, events = Clock(), []
    list(run(site, tmp_path / "t.json", rounds=3, clock=clock, events=events))
    assert [pause for pause in clock.slept if pause > 2] == pytest.approx([1800, 3600])
    assert [event.kind for event in events] == ["problem", "waiting", "problem", "waiting", "problem"]


def test_lists(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "feeds:\n- {url: 'http://a.example/f', outlet: A, every: 2h, theatre: orsa}\n- http://b.example/f\n"
    )
    (tmp_path / "a.opml").write_text(
        "<opml><body><outline text='News'><outline text='A' xmlUrl='http://a.example/f'/></outline></body></opml>"
    )
    assert load_feeds(tmp_path / "a.yaml") == [
        Feed(url="http://a.example/f", outlet="A", every=7200.0, theatre="orsa"), Feed(url="http://b.example/f"),
    ]  # fmt: skip
    assert load_feeds(tmp_path / "a.opml") == [Feed(url="http://a.example/f", outlet="A")]


@pytest.mark.parametrize(
    "text",
    ["", "feeds: []", "feeds: [{outlet: A}]", "feeds: [{url: 'ftp://a.example/'}]", "feeds: [{url: 'http://a.example', evry: 5m}]",
     "feeds: [{url: 'http://a.example', every: soon}]", "<opml><body>", ": ["],
)  # fmt: skip
def test_wrong_lists_are_misuse(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text)
    with pytest.raises(Misuse) as caught:
        load_feeds(tmp_path / "a.yaml")
    assert caught.value.advice


def test_damaged_state_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"feeds": ')
    with pytest.raises(Misuse, match="damaged"):
        JsonState(tmp_path / "s.json")
