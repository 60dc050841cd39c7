"""Every page: no accessibility fault that axe-core finds, no request that leaves the origin, nothing said on the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.browser import AXE
from tests.web.conftest import at_rest

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = {
    "map": "/", "event": "/events/{event}", "panel": "/?event={event}", "document": "/documents/{document}",
    "right to left": "/documents/{arabic}", "places": "/places", "place": "/places/pack%3Akelmora%2Fvelmist",
    "actors": "/actors", "actor": "/actors/kelmora%2Farmy", "sources": "/sources", "source": "/sources/Meridian%20Press",
    "control": "/control?day=2031-05-13", "as known then": "/control?day=2031-05-13&known=2031-05-12",
    "disputes": "/disputes",
    "truces": "/truces", "displacement": "/displacement", "ledgers": "/ledgers", "documents": "/documents",
    "search": "/search?q=market", "nothing found": "/search?q=zzzz", "review": "/review", "sign-in": "/sign-in",
    "accounts": "/admin/accounts", "tokens": "/admin/tokens", "audit": "/admin/audit",
}  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def address(page: Page, base: str, path: str) -> str:
    """A page's address with ids of this record."""
    ids = {}
    if "{event}" in path:
        items = page.request.get(f"{base}/v1/events?type=airstrike&status=disputed").json()["items"]
        ids["event"] = items[0]["id"]
    if "{document}" in path or "{arabic}" in path:
        documents = page.request.get(f"{base}/v1/documents?limit=200").json()["items"]
        ids["document"] = next(d["id"] for d in documents if d["title"].startswith("Air strike on Dorvane"))
        ids["arabic"] = next(d["id"] for d in documents if d["language"] == "ar")
    return base + path.format(**ids)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, base: str, name: str, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci in web/")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address(page, base, PAGES[name]))
    at_rest(page)
    page.wait_for_selector("h1", state="attached")
    page.wait_for_function("() => !document.querySelector('.loading')")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)
    assert [(v["id"], [node["html"][:200] for node in v["nodes"]]) for v in found["violations"]] == []
    assert page.watch.outside(base) == []  # type: ignore[attr-defined]
    assert page.watch.faults == []  # type: ignore[attr-defined]


def test_a_missing_page_says_so(page: Page, base: str) -> None:
    page.goto(f"{base}/nowhere")
    assert "nothing at this address" in page.locator("[role=alert]").inner_text()
    page.goto(f"{base}/events/ev_none")
    assert "no event" in page.locator("[role=alert]").inner_text()


def test_right_to_left_text_runs_right_to_left(page: Page, base: str) -> None:
    page.goto(address(page, base, "/documents/{arabic}"))
    page.locator(".text").wait_for()
    assert page.evaluate("getComputedStyle(document.querySelector('.text')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"


def test_paper_is_white_and_holds_the_whole_list(page: Page, base: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{base}/?status=reported")
    page.locator(".list .item").first.wait_for()
    total = page.request.get(f"{base}/v1/events?status=reported").json()["total"]
    assert page.locator(".list li").count() < total
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # as a browser does before it prints
    page.emulate_media(media="print")
    page.wait_for_function("(total) => document.querySelectorAll('.list li').length === total", arg=total)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    page.wait_for_function("() => document.documentElement.dataset.theme === 'light'")
    assert not page.locator("nav").first.is_visible()
    foot = page.locator(".printed").inner_text()
    assert "ledger entry" in foot
    assert page.url in foot
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_function("() => document.documentElement.dataset.theme === 'dark'")


def test_the_policy_allows_no_other_origin_and_no_inline_script(page: Page, base: str) -> None:
    policy = page.request.get(f"{base}/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_map_comes_soon_and_brushing_is_smooth(page: Page, base: str) -> None:
    """A floor, far below what a desk does: frames while the window of days is dragged, with nothing rendered in software
    but the page. The real figures are measured by bench/web.py."""
    page.goto(f"{base}/")
    page.locator(".timeline-thumb").first.wait_for()
    page.locator('[role="slider"]').first.focus()
    took = page.evaluate(
        """async () => { const start = performance.now(); const thumb = document.activeElement;
          for (let k = 0; k < 20; k++) {
            thumb.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
            await new Promise(requestAnimationFrame);
          }
          return (performance.now() - start) / 20; }"""
    )
    assert took < 1000, f"{took:.0f} ms a step"
