"""Files and folders: which there are, what each one is, and its items, in sorted order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote_from_bytes

import orjson

from vigil.ingest import syndication, tabular, telegram, warc
from vigil.ingest.encoding import decode
from vigil.ingest.items import Item, ReadOptions, join_hints
from vigil.ingest.kinds import CONTAINERS, SUFFIXES, is_feed, sniff
from vigil.ingest.unpack import file_chunks, gunzip, take, too_large
from vigil.model.errors import BadItem, Misuse, Refused, Unreadable

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_path(path: Path, options: ReadOptions) -> Iterator[Item | BadItem]:
    """All items of a file or folder. Raises Misuse when there is no such path.

    Folders are walked in sorted order; names that begin with a dot are passed over, and links that lead out of the
    folder are refused, not followed.
    """
    if not os.path.lexists(path) or not path.exists():
        raise Misuse("no such file or folder", item=str(path), advice="check the path")
    if not path.is_dir():
        yield from read_file(path, name_key(path.name, options), options)
        return
    found = False
    root = path.resolve()
    for file in _walk(path):
        found = True
        key = name_key(file.relative_to(path).as_posix(), options)
        bad = _not_to_be_read(file, root, key)
        if bad is None:
            yield from read_file(file, key, options)
        else:
            yield bad
    if not found:
        yield Unreadable("the folder holds no files", item=str(path), advice="check the path")


def _walk(folder: Path) -> Iterator[Path]:
    """Files in sorted order. Links to folders and folders that cannot be opened are yielded themselves, not entered."""
    waiting = [folder]
    while waiting:
        entry = waiting.pop()
        if entry != folder and (entry.is_symlink() or not entry.is_dir()):
            yield entry
            continue
        try:
            inside = sorted(entry.iterdir(), key=lambda path: os.fsencode(path.name), reverse=True)
        except OSError:
            yield entry
            continue
        waiting += [path for path in inside if not path.name.startswith(".")]


def _not_to_be_read(file: Path, root: Path, key: str) -> BadItem | None:
    """What is wrong with an entry of a folder before it is opened, None when it is a file of that folder."""
    if file.is_symlink():
        try:
            target = file.resolve()
        except (OSError, RuntimeError):  # RuntimeError is what Python 3.11 and 3.12 say of a link to itself
            return Unreadable("a link that leads back to itself", item=key, advice="remove the link")
        if not target.is_relative_to(root):
            return Refused("a link that leads out of the folder", item=key, advice="copy the file into the folder")
        if target.is_dir():
            return Unreadable("a link to a folder, which is not followed", item=key, advice="remove the link")
    if file.is_dir():
        return Unreadable("the folder cannot be opened", item=key, advice="check its permissions and the path's length")
    return None if file.is_file() else Unreadable("no file", item=key, advice="remove it, or mend its link")


def name_key(name: str, options: ReadOptions) -> str:
    """``file:NAME`` with the odd characters (control, ``#``, ``%``, undecodable bytes) percent-encoded."""
    prefix = options.prefix.strip("/") + "/" if options.prefix.strip("/") else ""
    return "file:" + "".join(
        char if char.isprintable() and char not in "#%" else quote_from_bytes(os.fsencode(char), safe="")
        for char in prefix + name
    )


def read_file(path: Path, key: str, options: ReadOptions) -> Iterator[Item | BadItem]:
    """The items of one file by its kind; what is wrong with it is yielded as a BadItem."""
    try:
        yield from _read_by_kind(path, key, options)
    except BadItem as error:
        yield error
    except OSError as error:
        yield Unreadable(
            f"cannot be opened: {error.strerror or error}", item=key, advice="check the file's permissions"
        )
    except Exception as error:  # noqa: BLE001 - a fault of ours on one file must not cost the others; it is reported
        yield Unreadable(
            f"reading it failed: {type(error).__name__}: {error}",
            item=key,
            advice="report this as a fault of Vigil, with the file if it may be shown",
        )


def _read_by_kind(path: Path, key: str, options: ReadOptions) -> Iterator[Item | BadItem]:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = suffixes[-1:] == [".gz"]
    suffix = ("".join(suffixes[-2:-1]) if packed else "".join(suffixes[-1:])) or ""
    kind = SUFFIXES.get(suffix, "unknown")
    size = path.stat().st_size
    if size == 0:
        raise Unreadable("empty: there is nothing to read", item=key, advice="get the file again, or remove it")
    if kind == "warc":
        yield from warc.read_warc(path, key, options)
        return
    chunks = gunzip(file_chunks(path), item=key) if packed else file_chunks(path)
    if kind in ("jsonl", "csv", "tsv"):
        yield from _read_rows(kind, path, chunks, key, options)
        return
    limit = options.max_export_bytes if kind in CONTAINERS else options.max_bytes
    if size > limit:
        raise too_large(limit, item=key, size=size)
    yield from _read_whole(kind, take(chunks, limit, item=key), key, suffix, options)


def _read_rows(
    kind: str, path: Path, chunks: Iterable[bytes], key: str, options: ReadOptions
) -> Iterator[Item | BadItem]:
    chunks = _capped(chunks, key, options.max_container_bytes)
    with path.open("rb") as file:
        wide = file.read(2) in _UTF16
    if wide:  # UTF-16 cannot be cut at line ends byte by byte
        text, _ = decode(take(chunks, options.max_export_bytes, item=key), item=key)
        chunks = tabular.as_csv_chunks(text)
    if kind == "jsonl":
        yield from tabular.read_jsonl(chunks, key, options)
    else:
        yield from tabular.read_csv(chunks, key, options, delimiter="\t" if kind == "tsv" else ",")


def _capped(chunks: Iterable[bytes], key: str, limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise too_large(limit, item=key)
        yield chunk


def _read_whole(kind: str, payload: bytes, key: str, suffix: str, options: ReadOptions) -> Iterator[Item | BadItem]:
    if not payload.strip():
        raise Unreadable("empty: there is nothing to read", item=key, advice="get the file again, or remove it")
    if kind == "json":
        yield from _read_json(payload, key, options)
        return
    if kind == "feed" and is_feed("text/xml", payload):
        yield from syndication.read_entries(payload, key, options)
        return
    media = sniff(payload) or kind
    if media in ("unknown", "feed", "application/zip"):
        raise Unreadable(
            f"a kind of file that is not read ({suffix or 'no name'})",
            item=key,
            advice="give text, HTML, PDF, DOCX, JSONL, CSV, RSS, Telegram JSON or WARC",
        )
    if len(payload) > options.max_bytes:
        raise too_large(options.max_bytes, item=key, size=len(payload))
    yield Item(key=key, payload=payload, media_type=media, hints=join_hints(options, {}))


def _read_json(payload: bytes, key: str, options: ReadOptions) -> Iterator[Item | BadItem]:
    try:
        found = telegram.chats(orjson.loads(payload))
    except orjson.JSONDecodeError:
        found = []
    if found:
        yield from telegram.read_export(found, key, options)
    else:
        yield from tabular.read_json(payload, key, options)
