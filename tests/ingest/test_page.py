# ruff: noqa: E501 - tables of cases read better in one line each
from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

import pytest

from vigil.ingest.items import DOCX
from vigil.ingest.page import parse
from vigil.model.errors import Unreadable
from vigil.model.text import ZoneKind as Z
from vigil.model.text import digest_id

from .helpers import NOW, STORY, item, make_docx, make_pdf

FULL = """<!doctype html><html lang="en-GB"><head><title>Shells fall on Velm | Hill Times</title>
<meta property="og:site_name" content="Hill Times"><link rel="canonical" href="https://hill.example/velm?utm_medium=x">
<meta property="article:published_time" content="2031-05-06T06:00:00+03:00">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Other"},
{"@type": ["NewsArticle"], "headline": "Shells fall on Velm", "datePublished": "2031-05-06T07:08:00+03:00",
"dateModified": "2031-05-07T09:15:00+03:00", "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Kim"}],
"publisher": {"@type": "Organization", "name": "The Hill Times"}}]}</script></head><body>
<nav><a href="/">Home</a><a href="/war">War</a></nav><article><h1>Shells fall on Velm</h1>
<p class="byline">By Ann Lee</p><p>Updated: 7 May 2031, 09:15</p><p>3 min read</p>
<figure><img src="a.jpg"><figcaption>Smoke over the port of Velm in April.</figcaption></figure>
<p>VELM (NewsCo) - Shells fell on the market of Velm on Tuesday, killing four people, the mayor said on local radio.</p>
<ul><li>Four dead in the market</li><li>Nine wounded near the bridge</li></ul>
<blockquote><p>We heard three blasts, said a baker who lost his shop.</p></blockquote>
<p class="related-links">Truce talks stall in Orsa City</p><p>READ MORE: Who holds the hills?</p>
<p>The army denied that it had fired on the town and said that the rebels had shelled their own people.</p>
<p>(Reporting by Ann Lee; editing by Bo Kim)</p></article><footer>Imprint and contact</footer></body></html>"""


def test_a_whole_page() -> None:
    document, notes = parse(item(FULL, "text/html; charset=utf-8", key="https://hill.example/velm", fetched=NOW))
    assert notes == ()
    assert document.title == "Shells fall on Velm"
    assert (document.outlet, document.byline) == ("The Hill Times", "Ann Lee, Bo Kim")
    assert (document.agency, document.dateline) == ("NewsCo", "VELM")
    assert document.url == "https://hill.example/velm"
    assert document.published == datetime(2031, 5, 6, 4, 8, tzinfo=UTC)
    assert document.modified == datetime(2031, 5, 7, 6, 15, tzinfo=UTC)
    assert (document.published_precision, document.language, document.fetched) == ("second", "en", NOW)
    assert document.digest == hashlib.sha256(FULL.encode()).hexdigest()
    assert document.id == digest_id("d", [document.key, document.digest])
    lines = document.text.split("\n")
    assert "- Four dead in the market" in lines
    assert "We heard three blasts, said a baker who lost his shop." in lines
    assert not any("Imprint" in line or "Home" in line for line in lines)
    assert "Shells fall on Velm" not in lines
    zones = {document.text[zone.start : zone.end]: zone.kind for zone in document.zones}
    assert zones["Smoke over the port of Velm in April."] is Z.CAPTION
    assert zones["Updated: 7 May 2031, 09:15"] is Z.UPDATED_STAMP
    assert zones["3 min read"] is Z.READING_TIME
    assert zones["VELM (NewsCo) -"] is Z.DATELINE
    assert zones["READ MORE: Who holds the hills?"] is Z.READ_MORE
    assert zones["(Reporting by Ann Lee; editing by Bo Kim)"] is Z.CREDIT
    assert not any("army denied" in words or "Four dead" in words for words in zones)


def page(head: str = "", body: str = "") -> str:
    return f"<html><head>{head}</head><body><article>{body}<p>{STORY}</p></article></body></html>"


@pytest.mark.parametrize(
    ("head", "body", "published", "precision"),
    [
        ('<meta property="article:published_time" content="2031-05-06T07:08:09+03:00">', "", "2031-05-06T04:08:09", "second"),
        ('<meta name="DC.date.issued" content="2031-05-06">', "", "2031-05-06T00:00:00", "day"),
        ('<meta itemprop="datePublished" content="2031-05-06T07:08:09Z">', "", "2031-05-06T07:08:09", "second"),
        ("", '<time datetime="2031-05-06T07:08:00+03:00">6 May</time>', "2031-05-06T04:08:00", "second"),
        ("", '<time class="updated" datetime="2031-05-07T07:08:00Z">7 May</time><time datetime="2031-05-06T07:08:00Z"></time>', "2031-05-06T07:08:00", "second"),
        ('<script type="application/ld+json">[{"@type":"ReportageNewsArticle","datePublished":"2031-05-06T07:08:00Z"}]</script>', "", "2031-05-06T07:08:00", "second"),
        ('<script type="application/ld+json">{broken</script><meta name="pubdate" content="20310506T070800Z">', "", "2031-05-06T07:08:00", "second"),
    ],
)  # fmt: skip
def test_times_of_publication(head: str, body: str, published: str, precision: str) -> None:
    document, _ = parse(item(page(head, body), "text/html"))
    assert document.published == datetime.fromisoformat(published + "+00:00")
    assert document.published_precision == precision


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:modified_time" content="2031-05-07T07:08:09Z">', ""),
        ('<meta property="og:updated_time" content="2031-05-07T07:08:09Z">', ""),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2031-05-07T07:08:09Z"}</script>',
            "",
        ),
        ("", '<p>Updated <time datetime="2031-05-07T07:08:09Z">7 May</time></p>'),
        ("", '<p>Обновлено: <time datetime="2031-05-07T07:08:09Z">7 мая</time></p>'),
    ],
)
def test_the_updated_stamp_is_never_the_time_of_publication(head: str, body: str) -> None:
    document, _ = parse(item(page(head, body), "text/html"))
    assert document.published is None
    assert document.modified == datetime(2031, 5, 7, 7, 8, 9, tzinfo=UTC)


def test_text_updated_line_is_no_date() -> None:
    document, _ = parse(item(f"Updated: 7 May 2031\n{STORY}"))
    assert (document.published, document.modified) == (None, None)


def test_front_matter_and_markdown() -> None:
    text = (
        "---\ntitle: Shells fall\noutlet: Hill Times\npublished: 2031-05-06\nauthor: [Ann Lee, Bo Kim]\n"
        f"theatre: orsa\nurl: https://hill.example/velm#top\n---\n# Shells **fall**\n\nThe [mayor](http://x.example) *said*:\n\n> {STORY}\n"
    )
    document, notes = parse(item(text, "text/markdown", key="file:a.md"))
    assert (document.title, document.outlet, document.byline) == ("Shells fall", "Hill Times", "Ann Lee, Bo Kim")
    assert (document.theatre, document.url, document.published_precision) == (
        "orsa",
        "https://hill.example/velm",
        "day",
    )
    assert document.text == f"The mayor said:\n\n{STORY}"
    assert notes == ()


def test_broken_front_matter_stays_in_the_text_and_is_noted() -> None:
    document, notes = parse(item(f"---\ntitle: [broken\n---\n{STORY}"))
    assert document.text.startswith("---")
    assert "front matter" in notes[0]


def test_the_head_of_a_saved_article() -> None:
    text = f"Shells fall on Velm\nHill Times, 6 May 2031\nBy Ann Lee\n\nVELM (NewsCo) - {STORY}"
    document, _ = parse(item(text))
    assert (document.title, document.outlet, document.byline) == ("Shells fall on Velm", "Hill Times", "Ann Lee")
    assert (str(document.published), document.published_precision) == ("2031-05-06 00:00:00+00:00", "day")
    assert (document.text, document.dateline) == (text, "VELM")
    marked = [text[zone.start : zone.end] for zone in document.zones]
    assert marked == ["Hill Times, 6 May 2031", "By Ann Lee", "VELM (NewsCo) -"]


def test_first_lines_without_a_date_are_story() -> None:
    document, _ = parse(item(f"Four dead in Velm\nArmy blamed\n\n{STORY}"))
    assert (document.title, document.published, document.zones) == ("", None, ())


def test_dashes_in_a_story_are_no_front_matter() -> None:
    text = f"---\n{STORY}\n---\nMore of it."
    assert parse(item(text))[0].text == text


def test_plain_text_is_kept_to_the_letter() -> None:
    text = "  Indented, “quoted”, naïve ﬁ\u200f\n\n\tand tabs.  \n"
    assert parse(item(text))[0].text == text


def test_pdf_lines_are_joined() -> None:
    lines = [
        "Shells fell on the market of Velm on Tuesday, killing four peo-",
        "ple, the mayor said on local radio, and the army was",
        "blamed.",
    ]
    document, _ = parse(item(make_pdf(lines), "application/pdf"))
    assert document.text == " ".join(lines).replace("peo- ple", "people")
    assert document.published is None


def test_docx_keeps_paragraphs_and_tables_in_order() -> None:
    payload = make_docx("Shells fall", ["Shells fell on Velm.", "Four died."], row=["Dead", "4"])
    document, _ = parse(item(payload, DOCX))
    assert (document.title, document.text) == ("Shells fall", "Shells fell on Velm.\nFour died.\nDead | 4")
    assert document.published is None


def test_wrong_label_is_seen_through() -> None:
    assert parse(item(make_pdf(["Shells fell on Velm."]), "text/html"))[0].text == "Shells fell on Velm."
    assert parse(item(page(), "text/plain"))[0].text.startswith("Shells fell")


def test_unknown_kinds_are_unreadable() -> None:
    with pytest.raises(Unreadable, match="image/png"):
        parse(item(b"\x89PNG....", "image/png"))


def test_zone_free_times_are_noted() -> None:
    document, notes = parse(item(page('<meta name="pubdate" content="2031-05-06 07:08">'), "text/html"))
    assert document.published == datetime(2031, 5, 6, 7, 8, tzinfo=UTC)
    assert "no clear zone" in notes[0]


def test_a_date_after_the_fetching_is_not_believed() -> None:
    late = item(page('<meta name="pubdate" content="2031-08-06T07:08:00Z">'), "text/html", fetched=NOW)
    document, notes = parse(late)
    assert document.published is None
    assert "not believable" in notes[0]


def test_machine_translation_is_told() -> None:
    document, _ = parse(item(page(body="<p>This article was automatically translated from Arabic.</p>"), "text/html"))
    assert document.machine_translated


def test_language_of_the_story_not_of_the_frame() -> None:
    arabic = (
        "سقطت قذائف على سوق فيلم يوم الثلاثاء مما أسفر عن مقتل أربعة أشخاص، حسبما قال رئيس البلدية للإذاعة المحلية."
    )
    body = (
        f"<html lang='en'><body><article><p>Share this article on Facebook</p><p>{arabic}</p></article></body></html>"
    )
    assert parse(item(body, "text/html"))[0].language == "ar"


def test_changed_bytes_are_a_new_version_of_one_key() -> None:
    first, _ = parse(item(STORY))
    second, _ = parse(item(STORY + " Five died."))
    again, _ = parse(item(STORY))
    assert first == again
    assert first.key == second.key
    assert first.id != second.id


def test_records_with_html_in_them() -> None:
    payload = json.dumps({"body": f"<p>{STORY}</p><p>Five died.</p>"})
    record = item(payload, "application/vnd.vigil.record+json", hints=(("text_field", "body"),))
    text = parse(record)[0].text
    assert "<p>" not in text
    assert text.endswith("\nFive died.")
