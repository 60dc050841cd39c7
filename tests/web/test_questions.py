"""The four questions of somebody who has never seen it, each from the map by what stands on the page alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_who_held_a_town_on_a_day(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}/")
    page.get_by_role("searchbox", name="Search").first.fill("velmist")
    page.keyboard.press("Enter")
    # The town before a party of that name: "Velmist is in the hands of its own people".
    page.locator(".named").get_by_role("link", name="Velmist", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Velmist")
    expect(page.locator("main")).to_contain_text(re.compile(r"21 Apr 2031 – 11 May 2031\s*held by Kelmoran Army"))

    page.get_by_role("navigation").get_by_role("link", name="Control", exact=True).click()
    page.locator(".room input[type=date]").first.fill("2031-05-13")
    row = page.get_by_role("row").filter(has_text="Velmist")
    expect(row).to_contain_text(re.compile("contested between (Free Highland Army|Kelmoran Army) and "))


def test_which_strike_is_disputed_and_by_whom(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}/")
    page.get_by_role("navigation").get_by_role("link", name="Disputes", exact=True).click()
    page.get_by_label(re.compile("^What")).select_option("airstrike")
    expect(page.locator("main")).to_contain_text(re.compile(r"Airstrike .* at Dorvane"))
    expect(page.locator("main")).to_contain_text(re.compile(r"denied by the accused\s*according to .*Kelmoran Army"))


def test_how_many_independent_witnesses_an_event_has(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    strike = page.request.get(f"{base}/v1/events?type=airstrike&status=disputed&place=Dorvane").json()["items"][0]
    page.goto(f"{base}/?type=airstrike&status=disputed")
    row = page.locator(".list .item").first
    expect(row).to_contain_text(f"{strike['witnesses']} witness")
    row.click()
    expect(page.locator(".panel")).to_contain_text(re.compile(rf"{strike['witnesses']}\s*independent witness"))


def test_which_side_broke_the_truce_more_often(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}/")
    page.get_by_role("navigation").get_by_role("link", name="Truces", exact=True).click()
    expect(page.locator("main")).to_contain_text(re.compile("Said to have broken it( equally often| most often)?:"))


def test_a_town_is_found_in_another_script_and_in_the_list(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}/search?q=%D8%AF%D9%88%D8%B1%D9%81%D8%A7%D9%86")
    page.locator(".named").get_by_role("link", name="Dorvane", exact=True).click()
    expect(page.locator("h1")).to_have_text("Dorvane")
    page.goto(f"{base}/places")
    page.get_by_label("Find a place").fill("Дорвейн")
    expect(page.get_by_role("row")).to_have_count(2)
    expect(page.get_by_role("row").last).to_contain_text("Dorvane")
    assert "?q=" in page.url
