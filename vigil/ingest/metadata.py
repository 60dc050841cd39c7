"""What a page says of itself: JSON-LD (schema.org), Open Graph and other meta tags, ``<time>``.

Times stay as written. The "updated" stamp is kept apart and never becomes the time of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from lxml.html import HtmlElement

_ARTICLES = re.compile(
    r"(?:News|Report|Blog|Social|Analysis|Live|Opinion|Review|Tech|Scholarly)?\w*(?:Article|Posting|Report)$"
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
    "publishdate", "publish-date", "publication_date", "pubdate", "article_date_original", "cxenseparse:recs:publishtime",
    "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod",
)  # fmt: skip
_DEPTH = 12  # of nested JSON-LD; pages in use stay under 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """A page's own words on title, outlet, author, times, language and address."""

    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    url: str = ""


def read_metadata(tree: HtmlElement) -> Metadata:
    """The first that is filled, in this order: JSON-LD, meta tags, the page's visible parts."""
    article = _article(tree)
    meta = _meta(tree)
    return Metadata(
        title=_line(article.get("headline")) or meta.get("og:title", "") or _first(tree, "//h1") or _head_title(tree),
        outlet=_name(article.get("publisher")) or meta.get("og:site_name", "") or meta.get("application-name", ""),
        byline=_name(article.get("author"))
        or _author(meta.get("author") or meta.get("article:author", ""))
        or _byline(tree),
        published=_line(article.get("datePublished")) or _pick(meta, _PUBLISHED) or _time(tree, updated=False),
        modified=_line(article.get("dateModified")) or _pick(meta, _MODIFIED) or _time(tree, updated=True),
        language=_line(article.get("inLanguage")) or tree.get("lang", "") or tree.get("xml:lang", ""),
        url=_canonical(tree) or meta.get("og:url", ""),
    )


def _article(tree: HtmlElement) -> Mapping[str, Any]:
    """The JSON-LD object of the article, {} when there is none. ``@graph`` and lists are gone through."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        source = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or "")
        try:
            content = orjson.loads(source.strip().rstrip(";"))
        except orjson.JSONDecodeError:
            continue  # known noise: many sites' JSON-LD is broken, and the meta tags say the same
        for thing in _things(content, 0):
            kinds = thing.get("@type")
            if any(_ARTICLES.match(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return thing
    return {}


def _things(content: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(content, list):
        for part in content:
            yield from _things(part, depth + 1)
    elif isinstance(content, Mapping):
        yield content
        for field in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(content.get(field), depth + 1)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Meta tags by their name in small letters; the first of each name holds."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").lower()
        value = _line(tag.get("content"))
        if name and value:
            found.setdefault(name, value)
    return found


def _pick(meta: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _time(tree: HtmlElement, *, updated: bool) -> str:
    """The first ``<time>`` of the article that is (or is not) marked as an update by itself, its class or its label."""
    for tag in tree.iter("time"):
        value = _line(tag.get("datetime")) or _line(tag.text_content())
        parent = tag.getparent()
        marks = " ".join(
            (tag.get("class") or "", tag.get("itemprop") or "", parent.get("class") or "" if parent is not None else "")
        )
        label = " ".join(((parent.text or "") if parent is not None else "", _before(tag), tag.text_content()))
        is_update = re.search(r"updat|modif", marks, re.I) or re.search(_UPDATED, label, re.I)
        if re.search(r"\d{4}", value) and bool(is_update) == updated:
            return value
    return ""


_UPDATED = (
    r"updat|modifi|last edit|edited|mis [àa] jour|обновлен|изменен|تحديث|güncelle|оновлен|aktualisiert|actualizad"
)


def _before(tag: HtmlElement) -> str:
    previous = tag.getprevious()
    return (previous.tail or previous.text or "") if previous is not None else ""


def _canonical(tree: HtmlElement) -> str:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return _line(link.get("href"))
    return ""


def _byline(tree: HtmlElement) -> str:
    found = _first(tree, "//*[@rel='author' or @itemprop='author' or contains(concat(' ', @class, ' '), ' byline ')]")
    return _author(re.sub(r"^(?:by|par|от|автор:?|بقلم:?)\s+", "", found, flags=re.IGNORECASE))


def _author(text: str) -> str:
    """An author's name; addresses of profiles and overlong strings are none."""
    return "" if "://" in text or len(text) > 120 else text


def _first(tree: HtmlElement, path: str) -> str:
    return next((text for tag in tree.xpath(path)[:3] if (text := _line(tag.text_content()))), "")


def _head_title(tree: HtmlElement) -> str:
    title = tree.find(".//title")
    return _line(title.text_content()) if title is not None else ""


def _name(value: Any) -> str:
    """A person's or organisation's name from a string, an object or a list of them."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_name, value[:10]))))
    return _author(_line(value.get("name") if isinstance(value, Mapping) else value))


def _line(value: Any) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(value.split())[:500] if isinstance(value, str) else ""
