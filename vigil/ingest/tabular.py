"""JSONL, JSON and CSV: one item a record, with a field map; a bad line is set aside and the rest goes on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import orjson

from vigil.ingest.encoding import clean, decode, detect
from vigil.ingest.items import DEFAULT_FIELDS, RECORD, Item, ReadOptions, join_hints
from vigil.ingest.unpack import lines, too_large
from vigil.model.errors import BadItem, Unreadable

_FIX_LINE = "correct this line; the others are read"


def read_jsonl(chunks: Iterable[bytes], key: str, options: ReadOptions) -> Iterator[Item | BadItem]:
    """One item a line. Whole lines before damage in the stream are kept; the damage itself is one BadItem."""
    number, filled = 0, False
    try:
        for line in lines(chunks, options.max_bytes):
            number += 1
            name = f"{key}#{number}"
            if line is None:
                filled = True
                yield too_large(options.max_bytes, item=name)
            elif line.strip():
                filled = True
                yield from _guarded(line.removeprefix(b"\xef\xbb\xbf"), key, number, options)
    except BadItem as error:
        kept = f" (after {number} whole lines, which are kept)" if number else ""
        yield type(error)(f"{error}{kept}", item=key, advice=error.advice)
        return
    if not filled:
        yield Unreadable("empty: there is nothing to read", item=key, advice="get the file again, or remove it")


def _guarded(line: bytes, key: str, number: int, options: ReadOptions) -> Iterator[Item | BadItem]:
    name = f"{key}#{number}"
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        if not _utf8(line):
            yield from _recoded(line, key, number, options)
            return
        yield Unreadable(f"line {number} is not JSON: {error}", item=name, advice=_FIX_LINE)
        return
    yield make_item(record, key, number, options, payload=line)


def _utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _recoded(line: bytes, key: str, number: int, options: ReadOptions) -> Iterator[Item | BadItem]:
    """A line in another encoding: read by the same guesses as a text file."""
    name = f"{key}#{number}"
    try:
        record = orjson.loads(decode(line, item=name)[0])
    except (BadItem, orjson.JSONDecodeError) as error:
        yield Unreadable(f"line {number} is not JSON in UTF-8: {error}", item=name, advice=_FIX_LINE)
        return
    yield make_item(record, key, number, options)


def read_csv(
    chunks: Iterable[bytes], key: str, options: ReadOptions, *, delimiter: str = ","
) -> Iterator[Item | BadItem]:
    """One item a row, by the header's names. Rows of another width than the header are set aside."""
    # The module's own limit is 128 kB a field, shorter than some articles.
    csv.field_size_limit(options.max_bytes)
    number = 0
    try:
        rows = csv.reader(_text_lines(chunks, key, options), delimiter=delimiter, strict=True)
        header = next(rows, None)
        if not header:
            raise Unreadable("empty: there is nothing to read", item=key, advice="get the file again, or remove it")
        names = [name.strip().lstrip("\ufeff") for name in header]
        _check_text_column(names, key, options)
        for number, row in enumerate(rows, 1):
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(names):
                yield Unreadable(
                    f"row {number} has {len(row)} fields, the header {len(names)}",
                    item=f"{key}#{number}",
                    advice="quote fields that hold commas or line ends",
                )
                continue
            yield make_item(dict(zip(names, row, strict=True)), key, number, options)
    except csv.Error as error:
        yield Unreadable(
            f"not CSV after row {number}: {error}", item=key, advice="check the quotes there; later rows were not read"
        )
    except BadItem as error:
        kept = f" (after {number} rows, which are kept)" if number else ""
        yield type(error)(f"{error}{kept}", item=key, advice=error.advice)


def _check_text_column(names: list[str], key: str, options: ReadOptions) -> None:
    """One line about the file where no row can have a text. Raises Unreadable."""
    if not field_for(dict.fromkeys(names, "filled"), "text", options.field_map):
        listed = ", ".join(names)
        raise Unreadable(
            f"no column holds the text (columns: {listed[:200]})",
            item=key,
            advice="name it in the field map: --map text=COLUMN",
        )


def _text_lines(chunks: Iterable[bytes], key: str, options: ReadOptions) -> Iterator[str]:
    """Decoded lines; a code page that must be guessed is guessed from the file's first piece, not line by line."""
    source = iter(chunks)
    first = next(source, b"")
    encoding = detect(first, item=key)
    for line in lines(chain((first,), source), options.max_bytes):
        if line is None:
            raise too_large(options.max_bytes, item=key)
        try:
            text = line.decode(encoding)
        except UnicodeDecodeError:
            text = decode(line, item=key)[0]
        yield clean(text, item=key)[0] + "\n"


def read_json(payload: bytes, key: str, options: ReadOptions) -> Iterator[Item | BadItem]:
    """A JSON file that is a list of records or one record."""
    try:
        content = orjson.loads(payload)
    except orjson.JSONDecodeError as error:
        yield Unreadable(f"not JSON: {error}", item=key, advice="correct the file, or give JSONL")
        return
    records = content if isinstance(content, list) else [content]
    for number, record in enumerate(records, 1):
        yield make_item(record, key, number, options)
    if not records:
        yield Unreadable("empty: a list without records", item=key, advice="get the file again, or remove it")


def make_item(
    record: Any, key: str, number: int, options: ReadOptions, *, payload: bytes | None = None
) -> Item | BadItem:
    """One record as an item; a BadItem when it is no object or has no text.

    ``payload`` is the record as found; CSV rows, which have no bytes of their own, are written as sorted JSON.
    """
    if not isinstance(record, Mapping):
        return Unreadable(
            f"record {number} is no object with fields", item=f"{key}#{number}", advice="write records as {...}"
        )
    hints = {}
    for name in DEFAULT_FIELDS:
        field = field_for(record, name, options.field_map)
        if field and name != "text":
            hints[name] = plain(record[field])
    identity = hints.pop("id", "") or str(number)
    text_field = field_for(record, "text", options.field_map)
    if not text_field or not isinstance(record[text_field], str) or not record[text_field].strip():
        known = ", ".join(DEFAULT_FIELDS["text"])
        return Unreadable(
            f"record {number} has no text",
            item=f"{key}#{identity}",
            advice=f"name the text's field in the field map (looked for: {options.field_map.get('text') or known})",
        )
    hints["text_field"] = text_field
    if payload is None:
        payload = orjson.dumps(record, option=orjson.OPT_SORT_KEYS)
    if len(payload) > options.max_bytes:
        return too_large(options.max_bytes, item=f"{key}#{identity}", size=len(payload))
    return Item(
        key=f"{key}#{identity}",
        payload=payload,
        media_type=RECORD,
        url=hints.get("url", ""),
        hints=join_hints(options, hints),
    )


def field_for(record: Mapping[str, Any], name: str, field_map: Mapping[str, str]) -> str:
    """The record's own field for one of ours: as mapped, else the first common name that is filled; "" for none."""
    mapped = field_map.get(name)
    if mapped:
        return mapped if mapped in record else ""
    lowered = {str(field).lower(): field for field in record}
    for guess in DEFAULT_FIELDS[name]:
        if guess in lowered and record[lowered[guess]] not in (None, ""):
            return str(lowered[guess])
    return ""


def plain(value: Any) -> str:
    """A field's value as one line of text; lists (of authors) joined by commas, anything else but numbers dropped."""
    if isinstance(value, list):  # lists in lists are dropped: nothing bounds how deep they go
        return ", ".join(filter(None, (plain(part) for part in value if not isinstance(part, list))))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    try:
        return " ".join(clean(str(value), item="")[0].split())
    except Unreadable:
        return ""


def as_csv_chunks(text: str) -> Iterator[bytes]:
    """UTF-8 lines of text already decoded, for files whose encoding is told by the whole (UTF-16)."""
    for line in io.StringIO(text):
        yield line.encode("utf-8")
