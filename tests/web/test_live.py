"""What comes in while the page is open: announced by a quiet bar, or shown at once where the switch is on."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.conftest import PACK, at_rest, vigil

if TYPE_CHECKING:
    from playwright.sync_api import Page


def report(folder: Path, number: int, town: str, count: str) -> Path:
    """One more article, on a strike that nothing in the world tells of."""
    file = folder / f"more-{number}.jsonl"
    text = (
        f"{town.upper()} - Jets bombed the grain store in {town} on Thursday and killed {count} people, the Kelmora "
        f"Conflict Observatory said. Rescuers in {town} said that the fire burned for two days."
    )
    article = {
        "url": f"https://late.example/{number}", "title": f"Grain store in {town} burns", "text": text,
        "outlet": "Late Post", "published": f"2031-06-{10 + number:02}T09:00:00Z", "language": "en",
    }  # fmt: skip
    file.write_text(json.dumps(article) + "\n", encoding="utf-8")
    return file


def listening(page: Page, address: str) -> None:
    page.goto(address)
    at_rest(page)


def test_the_bar_waits_for_a_click_and_keeps_filter_and_place(page: Page, own: str, tmp_path: Path) -> None:
    from playwright.sync_api import expect

    listening(page, f"{own}/?witnesses=1")
    page.locator(".list .item").first.wait_for()
    shown = page.locator(".overview-count strong").inner_text()
    page.evaluate("document.querySelector('.list').scrollTop = 62 * 20 + 11")
    first = page.wait_for_function(FIRST).json_value()
    assert first
    vigil("run", str(report(tmp_path, 1, "Orveth", "five")), "--theatre", str(PACK), "--db", str(tmp_path / "war.db"))
    bar = page.locator(".news-on")
    expect(bar).to_contain_text(re.compile(r"\d+ (new event|changed)"))
    assert page.locator(".overview-count strong").inner_text() == shown, "nothing moves before the reader says so"
    bar.get_by_role("button").click()
    page.wait_for_function("(was) => document.querySelector('.overview-count strong').innerText !== was", arg=shown)
    assert "witnesses=1" in page.url
    expect(page.locator(".news-on")).to_have_count(0)
    page.wait_for_function(f"(first) => ({FIRST})() === first", arg=first)  # the row at the top stays there
    page.evaluate("document.querySelector('.list').scrollTop = 0")
    page.locator(".item-new").first.wait_for()
    assert page.watch.faults == []  # type: ignore[attr-defined]


#: The first row that is wholly in view; none while the list has not drawn yet.
FIRST = """() => { const list = document.querySelector('.list'), top = list.getBoundingClientRect().top;
  const rows = [...list.querySelectorAll('li')].map((row) => [row.getBoundingClientRect().top, row.querySelector('a').href]);
  return rows.filter(([y]) => y >= top - 1 && y < top + 62).sort((a, b) => a[0] - b[0])[0]?.[1]; }"""


def test_live_shows_at_once_and_other_pages_say_what_came(page: Page, own: str, tmp_path: Path) -> None:
    from playwright.sync_api import expect

    listening(page, f"{own}/documents")
    vigil("run", str(report(tmp_path, 2, "Kaldry", "six")), "--theatre", str(PACK), "--db", str(tmp_path / "war.db"))
    page.locator(".news-on", has_text="1 new report").wait_for()
    switch = page.get_by_role("switch", name="Live")
    expect(switch).to_have_attribute("aria-checked", "false")
    switch.click()
    page.locator("a", has_text="Grain store in Kaldry burns").wait_for()
    vigil("run", str(report(tmp_path, 3, "Ostrel", "seven")), "--theatre", str(PACK), "--db", str(tmp_path / "war.db"))
    page.locator("a", has_text="Grain store in Ostrel burns").wait_for()
    expect(page.locator(".news-on")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("switch", name="Live")).to_have_attribute("aria-checked", "true")  # the choice is kept
