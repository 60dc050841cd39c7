"""The list of actors: those with a name first; "people" and "soldiers" when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_those_known_by_words_alone_come_when_asked_for(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}/actors")
    rows = page.locator("tbody tr")
    rows.first.wait_for()
    some = page.request.get(f"{base}/v1/actors?identified=true&limit=200").json()["total"]
    every = page.request.get(f"{base}/v1/actors?limit=200").json()["total"]
    assert 0 < some < every
    expect(rows).to_have_count(some)
    expect(page.get_by_role("link", name="people", exact=True)).to_have_count(0)
    expect(rows.filter(has_text="Norrin Voice").first).to_contain_text("media")

    page.get_by_role("checkbox").check()
    expect(rows).to_have_count(every)
    expect(page.get_by_role("link", name="people", exact=True)).to_have_count(1)
    page.reload()  # the choice stands in the address
    expect(rows).to_have_count(every)
    page.get_by_role("checkbox").uncheck()
    expect(rows).to_have_count(some)


def test_a_search_finds_those_known_by_words_too(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}/actors")
    page.get_by_role("searchbox", name="Find an actor").fill("people")
    expect(page.get_by_role("link", name="people", exact=True)).to_have_count(1)
    expect(page.get_by_role("checkbox")).to_have_count(0)
