"""From the map to a dot, its two tolls and their sentences, the report, and back; a filter's address; keys only; 360 px."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.web.conftest import at_rest, settled

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Where the dot of an event is drawn, in the window's pixels; null while it is not.
DOT = """(id) => {
  const box = document.querySelector('.chart-box'), signs = box.chart.signs, at = box.getBoundingClientRect();
  const row = window.__rows.indexOf(id);
  const dot = [...signs.dots.values()].find((sign) => sign.feature.properties.row === row);
  if (!dot || !signs.drawn) return null;
  const [x, y] = signs.where(dot);
  return [at.left + x, at.top + y];
}"""


def the_strike(page: Page, base: str) -> str:
    """Id of the disputed airstrike on Dorvane."""
    found = page.request.get(f"{base}/v1/events?type=airstrike&status=disputed&place=Dorvane").json()["items"]
    assert len(found) == 1, found
    return str(found[0]["id"])


def test_from_the_map_to_the_words_and_back(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    strike = the_strike(page, base)
    page.goto(f"{base}/")
    settled(page)
    points = page.request.get(f"{base}/v1/events/points").json()
    rows = [row[points["columns"].index("id")] for row in points["rows"]]
    page.evaluate("(rows) => { window.__rows = rows }", rows)
    at_rest(page)  # names of towns come last, and dots are drawn anew with them
    x, y = page.wait_for_function(DOT, arg=strike).json_value()
    page.mouse.move(x, y)
    page.wait_for_selector(".tip")
    page.mouse.click(x, y)

    panel = page.locator(".panel")
    panel.locator(".dispute").first.wait_for()
    page.wait_for_url(re.compile(f"event={strike}"))
    tolls = panel.locator(".dispute", has_text="how many were killed")
    values = tolls.locator(".position-value").all_inner_texts()
    assert {"9 killed", "at least 21 killed"} <= set(values)
    for position in tolls.locator(".position").all():
        expect(position.locator("blockquote .lit-trigger")).to_have_count(
            1
        )  # each toll with its sentence, its word lit
        expect(position.locator(".position-by")).to_have_text(re.compile("^according to "))

    denial = panel.locator(".dispute", has_text="whether it happened").locator(
        ".position", has_text="denied by the accused"
    )
    words = denial.locator("blockquote p").inner_text()
    assert re.search("denied|did not", words)  # quoted in the words that deny it

    sentence = tolls.locator("blockquote p").first.inner_text()
    tolls.locator("footer a").first.click()
    page.wait_for_url(re.compile("/documents/"))
    expect(page.locator(".sentence-on")).to_contain_text(sentence[:40])
    expect(page.locator("code.hash").first).to_have_text(re.compile("^[0-9a-f]{64}$"))

    page.go_back()
    page.locator(".panel .dispute").first.wait_for()
    page.wait_for_url(re.compile(f"event={strike}"))
    page.go_back()
    page.wait_for_function("() => !location.search.includes('event=')")
    page.locator(".list .item").first.wait_for()
    assert page.watch.outside(base) == []  # type: ignore[attr-defined]


def test_a_filter_lives_in_the_address(page: Page, base: str) -> None:
    from playwright.sync_api import expect  # here, so that the tests are skipped where no browser can be had

    page.goto(f"{base}/")
    page.locator(".list .item").first.wait_for()
    page.locator(".choice", has_text="disputed").locator("input").check()
    page.wait_for_url(re.compile("status=disputed"))
    page.locator(".filter-dates input").first.fill("2031-04-10")
    page.wait_for_url(re.compile("since=2031-04-10"))
    page.wait_for_function("() => document.querySelectorAll('.chip').length === 2")
    total = page.request.get(f"{base}/v1/events?status=disputed&since=2031-04-10").json()["total"]
    # The address and the chips change before the answer is there: the map's count becomes the interface's.
    filtered = re.compile(rf"^{total} ")
    count = page.locator(".overview-count strong")
    expect(count).to_have_text(filtered)
    expect(page.locator(".list .item")).to_have_count(total)
    words, listed = count.inner_text(), page.locator(".list .item-gist").all_inner_texts()
    assert 0 < total == len(listed)

    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".overview-count strong")).to_have_text(words)
    expect(other.locator(".list .item-gist")).to_have_text(listed)


def test_brushing_changes_map_list_and_counts_together(page: Page, base: str) -> None:
    page.goto(f"{base}/")
    settled(page)
    at_rest(page)  # what comes above the timeline would move it
    before = page.locator(".overview-count strong").inner_text()
    box = page.locator(".timeline-box").bounding_box()
    assert box is not None
    y = box["y"] + 30
    page.mouse.move(box["x"] + box["width"] * 0.4, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.55, y, steps=6)
    # While the button is still down.
    page.wait_for_function("(was) => document.querySelector('.overview-count strong').innerText !== was", arg=before)
    page.mouse.up()
    page.wait_for_url(re.compile(r"since=\d{4}-\d{2}-\d{2}&until="))
    page.wait_for_function(
        """() => { const shown = document.querySelector('.overview-count strong').innerText.split(' ')[0];
          return document.querySelector('.list li')?.getAttribute('aria-setsize') === shown; }"""
    )  # the list comes a moment after the map


def test_events_without_a_place_are_listed_and_counted(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    points = page.request.get(f"{base}/v1/events/points").json()
    assert points["unplaced"] > 0
    page.goto(f"{base}/")
    page.locator(".list .item").first.wait_for()
    expect(page.locator(".overview-count")).to_contain_text(f"{points['unplaced']} events without a place")
    page.locator(".item-unplaced").first.wait_for(state="attached")


def test_keyboard_only(page: Page, base: str) -> None:
    page.goto(f"{base}/")
    page.locator(".list .item").first.wait_for()
    at_rest(page)
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.activeElement.className === 'skip'")
    page.keyboard.press("Enter")
    for _ in range(80):  # through the filters, the chart and the timeline to the list
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('item')"):
            break
    assert page.evaluate("document.activeElement.classList.contains('item')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    for at in "12":
        page.keyboard.press("ArrowDown")
        page.wait_for_function("(at) => document.activeElement.dataset.at === at", arg=at)
    page.keyboard.press("Enter")
    page.locator(".panel .claim").first.wait_for()
    page.wait_for_function("() => document.activeElement.className === 'panel-title'")
    page.keyboard.press("Escape")
    page.locator(".list .item").first.wait_for()

    page.locator('[role="slider"]').first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("since="))
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search.includes('since=')")


def test_a_narrow_telephone(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    strike = the_strike(page, base)
    for path in ("/", f"/events/{strike}", "/control", "/truces", "/disputes", "/sources", "/search?q=market"):
        page.goto(f"{base}{path}")
        page.locator("h1").first.wait_for(state="attached")
        at_rest(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, f"{path} is {wide} px wide"
    page.goto(f"{base}/")
    page.locator(".tabs button", has_text="List").click()
    page.locator(".list .item").first.click()
    page.locator(".panel .claim").first.wait_for()
    page.locator(".panel-head button").click()
    page.locator(".menu").click()
    page.locator("nav a", has_text="Control").click()
    page.locator(".control-date").wait_for()
