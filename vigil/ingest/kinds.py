"""What kind of thing some bytes are: by file name, by media type, and by their first bytes."""

from __future__ import annotations

import io
import zipfile

from vigil.ingest.items import DOCX, RECORD, TELEGRAM

#: Last part of a file's name to its kind: a media type, or a container's name.
SUFFIXES = {
    ".txt": "text/plain", ".text": "text/plain", ".log": "text/plain", "": "text/plain",
    ".md": "text/markdown", ".markdown": "text/markdown",
    ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".shtml": "text/html",
    ".pdf": "application/pdf", ".docx": DOCX,
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "tsv", ".warc": "warc",
    ".rss": "feed", ".atom": "feed", ".xml": "feed", ".rdf": "feed",
}  # fmt: skip
CONTAINERS = frozenset({"jsonl", "json", "csv", "tsv", "warc", "feed"})
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
_DOCUMENTS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf", DOCX)


def bare(media_type: str) -> str:
    """A media type without parameters, in small letters."""
    return media_type.partition(";")[0].strip().lower()


def is_document(media_type: str) -> bool:
    """True for media types that ``page.parse`` reads."""
    return bare(media_type) in (*_DOCUMENTS, RECORD, TELEGRAM)


def charset(media_type: str) -> str:
    """The charset parameter of a media type, "" when there is none."""
    for part in media_type.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")
    return ""


def is_feed(media_type: str, payload: bytes) -> bool:
    """True for RSS, Atom and RDF: XML whose root is one of theirs, whatever the server calls it."""
    head = payload[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    rooted = any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf"))
    return rooted and (
        bare(media_type) in _FEEDS or head.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf", b"<!doctype rss"))
    )


def sniff(payload: bytes) -> str:
    """The media type that the first bytes give away, "" for plain text and for the unknown."""
    head = payload[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if payload[:1024].find(b"%PDF-") >= 0 and not head.startswith(b"<"):
        return "application/pdf"
    if payload.startswith(b"PK\x03\x04"):
        return DOCX if _is_docx(payload) else "application/zip"
    if head[:512].lower().startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article")):
        return "text/html"
    return ""


def _is_docx(payload: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(payload)) as folder:
            return "word/document.xml" in folder.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
