"""Markup in an article is text on every page that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.conftest import EVIL, at_rest

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_markup_in_every_field_of_an_article_shows_as_text(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    documents = page.request.get(f"{base}/v1/documents?limit=200").json()["items"]
    evil = next(d for d in documents if "Shells fall on Orveth" in d["title"])
    assert EVIL in evil["title"]
    full = page.request.get(f"{base}/v1/documents/{evil['id']}").json()
    events = sorted({event["id"] for claim in full["claims"] for event in claim["events"]})
    assert events, "the article must be read for its words to travel"
    for path in (
        f"/documents/{evil['id']}", "/documents", "/sources", f"/sources/{evil['outlet'].replace('/', '%2F')}",
        "/search?q=Orveth", "/disputes", "/actors", "/review", "/",
        *(f"/events/{event}" for event in events), *(f"/?event={event}" for event in events),
    ):  # fmt: skip
        page.goto(base + path.replace("<", "%3C").replace(">", "%3E").replace('"', "%22"))
        at_rest(page)
        assert page.evaluate("window.__ran") is None, path
        assert page.locator("img[src=x], main script").count() == 0, path
    page.goto(f"{base}/documents/{evil['id']}")
    page.locator(".text").wait_for()
    expect(page.locator("h1")).to_contain_text(EVIL)
    # A claim's number may stand within the text, where the reader ends a sentence: all before it is as written.
    assert EVIL[: EVIL.index(".__ran='script'")] in page.locator(".text").inner_text()
    assert page.watch.dialogs == []  # type: ignore[attr-defined]
    assert page.watch.outside(base) == []  # type: ignore[attr-defined]
