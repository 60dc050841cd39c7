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
    page.wait_for_function("(theme) => document.documentElement.dataset.theme === theme", arg=scheme)
    at_rest(page)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)
    assert [(v["id"], [node["html"][:200] for node in v["nodes"]]) for v in found["violations"]] == []
    assert page.watch.outside(base) == []  # type: ignore[attr-defined]
    assert page.watch.faults == []  # type: ignore[attr-defined]


def test_a_missing_page_says_so(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}/nowhere")
    expect(page.locator("[role=alert]")).to_contain_text("nothing at this address")
    page.goto(f"{base}/events/ev_none")
    expect(page.locator("[role=alert]")).to_contain_text("no event")


def test_right_to_left_text_runs_right_to_left(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.goto(address(page, base, "/documents/{arabic}"))
    expect(page.locator(".text")).to_have_css("direction", "rtl")
    expect(page.locator("h1")).to_have_css("direction", "rtl")


def test_paper_is_white_and_holds_the_whole_list(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.emulate_media(color_scheme="dark")
    page.goto(f"{base}/?status=reported")
    page.locator(".list .item").first.wait_for()
    total = page.request.get(f"{base}/v1/events?status=reported").json()["total"]
    assert page.locator(".list li").count() < total
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # as a browser does before it prints
    page.emulate_media(media="print")
    page.wait_for_function("(total) => document.querySelectorAll('.list li').length === total", arg=total)
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    expect(page.locator("html")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator("nav").first).to_be_hidden()
    expect(page.locator(".printed")).to_contain_text("ledger entry")
    expect(page.locator(".printed")).to_contain_text(page.url)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_function("() => document.documentElement.dataset.theme === 'dark'")


def test_the_policy_allows_no_other_origin_and_no_inline_script(page: Page, base: str) -> None:
    policy = page.request.get(f"{base}/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_step_of_the_window_costs_the_page_little(page: Page, base: str) -> None:
    """A ceiling, far above what a desk needs, in processor time: the clock's says only how busy the machine is. The real
    figures are measured by bench/web.py."""
    page.goto(f"{base}/")
    at_rest(page)
    page.locator('[role="slider"]').first.focus()
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        return float(
            next(m["value"] for m in client.send("Performance.getMetrics")["metrics"] if m["name"] == "TaskDuration")
        )

    before = worked()
    page.evaluate(
        """async () => { const thumb = document.activeElement;
          for (let k = 0; k < 20; k++) {
            thumb.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
            await new Promise(requestAnimationFrame);
          } }"""
    )
    took = (worked() - before) / 20 * 1000
    assert took < 200, f"{took:.0f} ms of processor a step"


def test_the_points_of_the_map_are_asked_for_once(page: Page, base: str) -> None:
    """The server's answer tells the browser of them; what the page itself asks for then must be the same request."""
    page.goto(f"{base}/")
    at_rest(page)
    asked = (
        "() => performance.getEntriesByType('resource').filter((one) => one.name.includes('/v1/events/columns')).length"
    )
    assert page.evaluate(asked) == 1


@pytest.mark.parametrize("path", ["/", "/control", "/review", "/truces", "/actors/kelmora%2Farmy"])
def test_a_room_that_is_not_answered_says_so_and_asks_again(page: Page, base: str, path: str) -> None:
    from playwright.sync_api import expect

    error = {"code": "busy", "message": "too many questions at once", "advice": "ask again in a minute", "field": None}
    page.route("**/v1/**", lambda route: route.fulfill(status=429, json={"error": error}))
    page.goto(base + path)
    told = page.get_by_role("alert")
    expect(told).to_contain_text("too many questions at once")
    page.unroute("**/v1/**")
    told.get_by_role("button", name="Try again").click()
    expect(told).to_have_count(0)
    expect(page.locator(".loading")).to_have_count(0)
