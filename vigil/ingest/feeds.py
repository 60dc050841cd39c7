"""The one door for sources: a path, a page's address or a feed's address in, items out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vigil.ingest import syndication
from vigil.ingest.fetch import Fetched, Fetcher
from vigil.ingest.files import read_path
from vigil.ingest.items import Item, ReadOptions, join_hints
from vigil.ingest.kinds import is_document, is_feed, sniff
from vigil.ingest.urls import canonical, is_url
from vigil.model.errors import BadItem, BadSource, Misuse, Unreadable


def read(
    source: str, options: ReadOptions | None = None, *, fetcher: Fetcher | None = None
) -> Iterator[Item | BadItem]:
    """Items of one source, in a fixed order; each thing that cannot be used is yielded as a BadItem in its place.

    ``source`` is a file, a folder, or an http(s) address of a page, document or feed. Raises Misuse for a path that
    does not exist or is empty, and BadSource for a host that cannot be reached.
    """
    options = options or ReadOptions()
    if not source:  # Path("") is the folder that one stands in
        raise Misuse("the source is empty", advice="name a file, a folder or an address")
    if not is_url(source):
        yield from read_path(Path(source), options)
        return
    fetcher = fetcher or Fetcher(allow_private=options.allow_private, max_bytes=options.max_bytes)
    try:
        fetched = fetcher.get(source)
        if is_feed(fetched.media_type, fetched.body):
            yield from follow(fetched, fetcher, options)
        else:
            yield as_item(fetched, options)
    except BadItem as error:
        yield error


def follow(feed: Fetched, fetcher: Fetcher, options: ReadOptions) -> Iterator[Item | BadItem]:
    """The pages that a feed points to, or its own text where links are not followed or missing."""
    found = syndication.entries(feed.body, feed.url)
    for number, entry in enumerate(found, 1):
        yield read_entry(entry, feed.url, number, fetcher, options)
    if not found:
        yield Unreadable("the feed has no entries", item=feed.url, advice="nothing to do; try again later")


def read_entry(
    entry: syndication.Entry, feed: str, number: int, fetcher: Fetcher, options: ReadOptions
) -> Item | BadItem:
    """One entry: its page, with the feed's title and date as hints; a BadItem when the page cannot be had."""
    if not options.follow_links or not entry.url:
        return syndication.as_item(entry, feed, number, options)
    try:
        return as_item(fetcher.get(entry.url), options, entry.hints())
    except BadItem as error:
        return error
    except BadSource as error:
        return Unreadable(str(error), item=error.item, advice=error.advice)


def as_item(fetched: Fetched, options: ReadOptions, hints: dict[str, str] | None = None) -> Item:
    """A reply as an item. Raises Unreadable for media types that are not read and for empty bodies."""
    media = sniff(fetched.body) or fetched.media_type
    if not fetched.body.strip():
        raise Unreadable("the server sent an empty page", item=fetched.url, advice="try again later")
    if not is_document(media):
        raise Unreadable(
            f"a kind of reply that is not read ({media or 'not named'})",
            item=fetched.url,
            advice="give the address of a page, PDF, DOCX or feed",
        )
    if media != fetched.media_type and media.startswith("text/") and fetched.media_type.startswith(media):
        media = fetched.media_type  # keep the charset that the server names
    return Item(
        key=canonical(fetched.url),
        payload=fetched.body,
        media_type=media,
        url=canonical(fetched.url),
        fetched=fetched.at,
        headers=fetched.headers,
        hints=join_hints(options, {name: value for name, value in (hints or {}).items() if name != "url"}),
    )
