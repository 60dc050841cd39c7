"""Telegram Desktop exports (``result.json``): one item a message that has text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from vigil.ingest.items import TELEGRAM, Item, ReadOptions, join_hints
from vigil.ingest.tabular import plain
from vigil.model.errors import BadItem, Unreadable


def chats(content: Any) -> list[Mapping[str, Any]]:
    """The chats of an export: the one exported, or those under ``chats.list`` of a full account export; [] for neither."""
    if not isinstance(content, Mapping):
        return []
    if isinstance(content.get("messages"), list):
        return [content]
    groups = (content.get("chats"), content.get("left_chats"))
    listed = [chat for group in groups if isinstance(group, Mapping) for chat in group.get("list") or ()]
    return [chat for chat in listed if isinstance(chat, Mapping) and isinstance(chat.get("messages"), list)]


def read_export(found: list[Mapping[str, Any]], key: str, options: ReadOptions) -> Iterator[Item | BadItem]:
    """Messages of all chats in order. Service messages ("X joined") and those without text carry no report."""
    for chat in found:
        several = f"{chat.get('id', '')}-" if len(found) > 1 else ""
        for number, message in enumerate(chat["messages"], 1):
            if not isinstance(message, Mapping):
                yield Unreadable(
                    f"message {number} is no object", item=f"{key}#{several}{number}", advice="export the chat again"
                )
            elif message.get("type", "message") == "message" and flatten(message.get("text")).strip():
                yield _item(message, chat, f"{key}#{several}{message.get('id', number)}", options)


def _item(message: Mapping[str, Any], chat: Mapping[str, Any], key: str, options: ReadOptions) -> Item:
    hints = {
        "outlet": plain(chat.get("name")),
        # "date" is the exporting machine's local time without a zone; date_unixtime is UTC.
        "published": plain(message.get("date_unixtime")) or plain(message.get("date")),
        "modified": plain(message.get("edited_unixtime")),
        "byline": plain(message.get("author")),
        "forwarded_from": plain(message.get("forwarded_from")),
    }
    payload = orjson.dumps(message, option=orjson.OPT_SORT_KEYS)
    return Item(key=key, payload=payload, media_type=TELEGRAM, hints=join_hints(options, hints))


def flatten(text: Any) -> str:
    """A message's text: a string, or a list of strings and entities ({"type": "bold", "text": ...})."""
    if isinstance(text, str):
        return text
    parts = text if isinstance(text, list) else [text]
    own = (part.get("text") if isinstance(part, Mapping) else part for part in parts)
    return "".join(part for part in own if isinstance(part, str))
