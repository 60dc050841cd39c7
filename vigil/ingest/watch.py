"""Polling a list of feeds: what is due is asked, what is new is yielded, and the place is kept over restarts."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

import yaml
from lxml import etree

from vigil.ingest import syndication
from vigil.ingest.feeds import as_item, read_entry
from vigil.ingest.fetch import Fetched, Fetcher, Validators
from vigil.ingest.items import Item, ReadOptions
from vigil.ingest.kinds import is_feed
from vigil.ingest.urls import canonical
from vigil.model.errors import BadItem, BadSource, Misuse, VigilError

_EVERY = 15 * 60.0  # seconds between two polls of a feed that names no other
_SHORTEST = 60.0  # seconds; nothing is polled more often, whatever the list says
_LONGEST = 24 * 3600.0  # seconds to which waiting after failures grows
_SEEN = 5_000  # entries remembered a feed; feeds show 10 to 200
_TRIES = 3  # rounds in which a page that cannot be had is asked for again
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One line of the list; ``every`` is seconds."""

    url: str
    outlet: str = ""
    theatre: str = ""
    every: float = _EVERY


@dataclass(slots=True)
class Place:
    """Where a feed was left: versions of entries seen (id to version), tries of those that failed, validators."""

    seen: dict[str, str] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)
    validators: dict[str, str] = field(default_factory=dict)


class State(Protocol):
    """Where places are kept between runs."""

    def load(self, url: str) -> Place:
        """The place of a feed, an empty one at first."""

    def save(self, url: str, place: Place) -> None:
        """Keep a place so that it outlives the process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What the watch does, to be shown: ``kind`` is polled, unchanged, new, problem or waiting."""

    kind: str
    feed: str
    message: str
    error: VigilError | None = None


class JsonState:
    """Places in one JSON file, replaced as a whole so that a kill leaves the old one or the new one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places: dict[str, Any] = {}
        if path.exists():
            try:
                content = json.loads(path.read_text(encoding="utf-8"))
                self._places = dict(content["feeds"])
            except (ValueError, KeyError, TypeError) as error:
                raise Misuse(
                    "the watch's state file is damaged", item=str(path), advice="remove it; all entries are read anew"
                ) from error

    def load(self, url: str) -> Place:
        """The place of a feed, an empty one at first."""
        kept = self._places.get(url, {})
        return Place(dict(kept.get("seen", {})), dict(kept.get("failed", {})), dict(kept.get("validators", {})))

    def save(self, url: str, place: Place) -> None:
        """Write the file beside the old one and put it in its place."""
        self._places[url] = {"seen": place.seen, "failed": place.failed, "validators": place.validators}
        draft = self._path.with_name(self._path.name + ".new")
        with draft.open("w", encoding="utf-8") as file:
            # The order of "seen" is its age, so the keys of the inner objects are not sorted.
            json.dump({"feeds": self._places}, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._path)


def load_feeds(path: Path) -> list[Feed]:
    """The list from OPML or YAML. Raises Misuse with the place of what is wrong."""
    try:
        payload = path.read_bytes()
    except OSError as error:
        raise Misuse(f"the list cannot be read: {error.strerror}", item=str(path), advice="check the path") from error
    xml = payload.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    feeds = _opml(payload, path) if xml else _yaml(payload, path)
    if not feeds:
        raise Misuse("the list names no feeds", item=str(path), advice="add entries such as 'feeds: [{url: ...}]'")
    return list({feed.url: feed for feed in feeds}.values())


def _opml(payload: bytes, path: Path) -> list[Feed]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(payload, parser=parser)
    except etree.XMLSyntaxError as error:
        raise Misuse(
            f"not OPML: {error}", item=str(path), advice="export the list again, or write it as YAML"
        ) from error
    return [
        _feed({"url": line.get("xmlUrl"), "outlet": line.get("title") or line.get("text") or ""}, path)
        for line in root.iter("outline")
        if line.get("xmlUrl")
    ]


def _yaml(payload: bytes, path: Path) -> list[Feed]:
    try:
        content = yaml.safe_load(payload)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Misuse(f"not YAML: {error}", item=str(path), advice="correct the list") from error
    listed = content.get("feeds") if isinstance(content, dict) else content
    if not isinstance(listed, list):
        raise Misuse("the list has no 'feeds'", item=str(path), advice="write 'feeds: [{url: ...}]'")
    return [_feed(line if isinstance(line, dict) else {"url": line}, path) for line in listed]


def _feed(line: dict[str, Any], path: Path) -> Feed:
    unknown = set(line) - {"url", "outlet", "every", "theatre"}
    if unknown or not line.get("url"):
        what = f"unknown field {min(map(str, unknown))!r}" if unknown else "a feed without url"
        raise Misuse(f"{what} in the list", item=str(path), advice="fields are url, outlet, every, theatre")
    try:
        canonical(str(line["url"]))
    except BadItem as error:
        raise Misuse(str(error), item=f"{path}: {line['url']}", advice=error.advice) from error
    return Feed(
        url=str(line["url"]).strip(),
        outlet=str(line.get("outlet") or ""),
        theatre=str(line.get("theatre") or ""),
        every=seconds(line.get("every", _EVERY), path),
    )


def seconds(words: Any, path: Path) -> float:
    """ "15m", "2h", "90" (seconds) as seconds, never under a minute. Raises Misuse."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd]?)", str(words).strip().lower())
    if not match:
        raise Misuse(f"{words!r} is no span of time", item=str(path), advice="write 15m, 2h or 1d")
    return max(_SHORTEST, float(match[1]) * _UNITS[match[2] or "s"])


def watch(
    feeds: Sequence[Feed],
    fetcher: Fetcher,
    state: State,
    *,
    rounds: int | None = None,
    on_event: Callable[[Event], None] = lambda _: None,
    options: ReadOptions | None = None,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Item | BadItem]:
    """Poll each feed when it is due and yield what is new; ``rounds`` is how often each is polled (None: for ever).

    An entry counts as seen once the caller asks for the next thing, and a feed's validators are kept once all its
    entries are done: a process killed in between reads the entry again rather than losing it. A feed that fails is
    asked again after twice the time, up to a day.
    """
    options = options or ReadOptions()
    due = {feed.url: clock() for feed in feeds}
    polled = dict.fromkeys(due, 0)
    pause = {feed.url: feed.every for feed in feeds}
    while waiting := [feed for feed in feeds if rounds is None or polled[feed.url] < rounds]:
        feed = min(waiting, key=lambda one: due[one.url])
        wait = due[feed.url] - clock()
        if wait > 0:
            on_event(Event(kind="waiting", feed=feed.url, message=f"next poll in {wait:.0f} s"))
            sleep(wait)
        try:
            yield from _poll(feed, fetcher, state, on_event, options)
            pause[feed.url] = feed.every
        except (BadItem, BadSource) as error:
            on_event(Event(kind="problem", feed=feed.url, message=str(error), error=error))
            pause[feed.url] = min(pause[feed.url] * 2, max(_LONGEST, feed.every))
        polled[feed.url] += 1
        due[feed.url] = clock() + pause[feed.url]


def _poll(
    feed: Feed, fetcher: Fetcher, state: State, on_event: Callable[[Event], None], options: ReadOptions
) -> Iterator[Item | BadItem]:
    place = state.load(feed.url)
    validators = Validators({feed.url: place.validators} if place.validators else {})
    fetched = fetcher.get(feed.url, validators)
    if fetched.not_modified:
        on_event(Event(kind="unchanged", feed=feed.url, message="not modified"))
        return
    options = replace(options, outlet=feed.outlet or options.outlet, theatre=feed.theatre or options.theatre)
    if not is_feed(fetched.media_type, fetched.body):
        yield from _page(feed, fetched, place, on_event, options)
    else:
        yield from _entries(feed, fetched, place, fetcher, state, on_event, options)
    place.validators = {} if place.failed else validators.known.get(feed.url, {})
    place.seen = dict(list(place.seen.items())[-_SEEN:])
    state.save(feed.url, place)


def _page(
    feed: Feed, fetched: Fetched, place: Place, on_event: Callable[[Event], None], options: ReadOptions
) -> Iterator[Item]:
    """A watched address that is a page: each change of it is an item (a new version of one article)."""
    item = as_item(fetched, options)
    on_event(Event(kind="new", feed=feed.url, message="page read"))
    yield item
    place.seen[feed.url] = fetched.at.isoformat()


def _entries(
    feed: Feed,
    fetched: Fetched,
    place: Place,
    fetcher: Fetcher,
    state: State,
    on_event: Callable[[Event], None],
    options: ReadOptions,
) -> Iterator[Item | BadItem]:
    found = syndication.entries(fetched.body, feed.url)
    fresh = [(number, entry) for number, entry in enumerate(found, 1) if place.seen.get(entry.id) != entry.version]
    on_event(Event(kind="polled", feed=feed.url, message=f"{len(found)} entries, {len(fresh)} new or changed"))
    for number, entry in reversed(fresh):  # feeds list the newest first; the record is read in the order of events
        named = replace(entry, outlet=feed.outlet or entry.outlet)  # the list's own word goes before the feed's
        item = read_entry(named, feed.url, number, fetcher, options)
        if isinstance(item, BadItem):
            on_event(Event(kind="problem", feed=feed.url, message=str(item), error=item))
            place.failed[entry.id] = place.failed.get(entry.id, 0) + 1
            if place.failed[entry.id] < _TRIES:
                state.save(feed.url, place)
                continue
        else:
            on_event(Event(kind="new", feed=feed.url, message=entry.title or entry.url))
        yield item
        place.failed.pop(entry.id, None)
        place.seen.pop(entry.id, None)  # to the end: age is order
        place.seen[entry.id] = entry.version
        state.save(feed.url, place)
