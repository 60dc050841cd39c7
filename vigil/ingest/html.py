"""HTML pages: the article's text by trafilatura, with paragraphs, lists and quotes as lines, and marked captions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from vigil.ingest.encoding import decode
from vigil.ingest.items import Item
from vigil.ingest.kinds import charset
from vigil.ingest.metadata import read_metadata
from vigil.ingest.parts import Parts
from vigil.model.errors import Unreadable
from vigil.model.text import ZoneKind

#: Class and id words that give a block away; whole words only, so "shared-history" stays text.
_BLOCKS: tuple[tuple[ZoneKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE))
    for kind, words in (
        (ZoneKind.CAPTION, r"(?:wp-|image-|photo-|img-)?caption(?:-text)?|photo-?credit|image-?credit"),
        (ZoneKind.SHARE, r"share|share-?bar|sharing|social|social-?(?:share|bar|links|media)|addtoany|follow-?us"),
        (ZoneKind.READ_MORE, r"related|related-?(?:articles|posts|stories|links)|read-?(?:more|also)|see-?also|recirc"),
        (ZoneKind.READING_TIME, r"reading-?time|read-?time|time-?to-?read"),
        (ZoneKind.UPDATED_STAMP, r"updated|last-?updated|modified|date-?modified|update-?(?:date|time|stamp)"),
        (ZoneKind.CORRECTION, r"correction|corrections|editors?-?note|clarification"),
        (ZoneKind.TRANSLATION_NOTICE, r"translation-?(?:notice|note|disclaimer)"),
        (ZoneKind.BOILERPLATE, r"newsletter|subscribe|subscription|copyright|disclaimer|cookie"),
    )
)
_LEAVES = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "th", "dt", "dd", "pre", "div"})
_DROPPED = ("script", "style", "noscript", "template", "iframe", "svg", "nav", "footer", "form", "button", "head")
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
#: Pages have some 1,000 tags, live blogs 10,000. Above the first number trafilatura takes seconds, so lines are taken as
#: they stand; above the second the page is no article.
_MANY_TAGS, _MAX_TAGS = 20_000, 200_000


def read_html(item: Item) -> Parts:
    """Text and metadata of a page. Raises Unreadable when there is no article text in it."""
    declared = charset(item.media_type)
    if not declared and (match := _DECLARED.search(item.payload[:4096])):
        declared = match[1].decode("ascii")
    source, notes = decode(item.payload, declared=declared, item=item.key)
    return read_source(source, item, notes)


def read_source(source: str, item: Item, notes: tuple[str, ...] = ()) -> Parts:
    """The same for a page that is text already (a feed's entry, a record's field)."""
    tags = source.count("<") // 2
    if tags > _MAX_TAGS:
        raise Unreadable(f"more than {_MAX_TAGS} tags", item=item.key, advice="save the article alone as a file")
    tree, deep = _parse(source, item)
    if deep:
        notes = (*notes, "tags are nested too deeply; what lies deeper was not read")
    meta = read_metadata(tree)
    _drop_headline(tree, meta.title)
    known = (*((caption, ZoneKind.CAPTION) for caption in _keep_captions(tree)), *_known(tree))
    simple = item.hint("fragment") == "yes" or tags > _MANY_TAGS
    text = "" if simple else _extract(tree)
    text = _tidy(text or "\n".join(_lines(tree)))
    if not text:
        why = "tags are nested too deeply to be read" if deep else "no article text was found in the page"
        raise Unreadable(why, item=item.key, advice="save the article's text as a file and give that")
    return Parts(
        text=text,
        title=meta.title,
        outlet=meta.outlet,
        byline=meta.byline,
        published=meta.published,
        modified=meta.modified,
        language=meta.language,
        url=meta.url,
        known=known,
        notes=notes,
    )


def _parse(source: str, item: Item) -> tuple[HtmlElement, bool]:
    """The page's tree, and whether libxml2 cut it at its depth limit (256), which keeps recursive code safe."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Unreadable(f"no page: {error}", item=item.key, advice="save the page again") from error
    deep = any("depth" in str(entry.message).lower() for entry in parser.error_log)
    return tree, deep


def _drop_headline(tree: HtmlElement, title: str) -> None:
    """The headline goes to ``Document.title``; in the body it would be read as one more sentence."""
    for heading in list(tree.iter("h1")):
        if title and _line(heading) == title and heading.getparent() is not None:
            heading.drop_tree()


def _keep_captions(tree: HtmlElement) -> list[str]:
    """Set captions beside their figure, where the extraction keeps them as text; returns them, to be marked."""
    captions = []
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        text = _line(caption)
        if figure is None or figure.getparent() is None or not text:
            continue
        paragraph = figure.makeelement("p")
        paragraph.text, paragraph.tail = text, figure.tail
        figure.tail = None
        figure.addnext(paragraph)
        caption.drop_tree()
        captions.append(text)
    return captions


def _known(tree: HtmlElement) -> Iterator[tuple[str, ZoneKind]]:
    """Lines whose kind the structure gives away: block words in class or id of the line's tag or one just above it."""
    for tag in tree.iter():
        if not isinstance(tag.tag, str) or tag.tag in ("html", "body", "article", "main"):
            continue
        marks = f"{tag.get('class') or ''} {tag.get('id') or ''} {tag.get('itemprop') or ''}"
        kind = next((kind for kind, words in _BLOCKS if words.search(marks)), None) if marks.strip() else None
        if kind is None:
            continue
        text = _line(tag)
        # 600: longer blocks are whole columns or the article itself in a wrapper with an unlucky name.
        if not text or len(text) > 600:
            continue
        yield text, kind
        for part in tag.iter("p", "li", "a", "span", "h2", "h3", "h4", "div"):
            if len(line := _line(part)) > 2:
                yield line, kind


def _extract(tree: HtmlElement) -> str:
    """The article without menus, adverts and comments; "" for those under 250 characters, which pass for boilerplate."""
    return str(
        trafilatura.extract(
            tree, include_comments=False, include_tables=True, include_links=False, deduplicate=False, favor_recall=True
        )
        or ""
    )


def _lines(tree: HtmlElement) -> Iterator[str]:
    """Every line of the article, main part or body: for short articles, feeds' entries and pages of many tags."""
    for tag in list(tree.iter(*_DROPPED)):
        if tag.getparent() is not None:
            tag.drop_tree()
    for line in tree.iter("br"):
        line.tail = "\n" + (line.tail or "")
    root = next(iter([*tree.iter("article"), *tree.iter("main"), *tree.iter("body")]), tree)
    parts: list[str] = []
    for event, tag in etree.iterwalk(root, events=("start", "end")):
        block = tag.tag in _LEAVES or tag.tag in ("ul", "ol", "table", "tr", "section", "article", "body", "figure")
        if block:
            parts.append("\n")
        parts.append((tag.text if event == "start" else tag.tail if tag is not root else "") or "")
    yield from filter(None, (" ".join(line.split()) for line in "".join(parts).split("\n")))


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _line(tag: HtmlElement) -> str:
    return " ".join(tag.text_content().split())
