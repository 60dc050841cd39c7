"""What somebody who had never seen the pages stumbled over: each stays mended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.conftest import at_rest, settled
from tests.web.test_journey import the_strike

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

CODE = re.compile(r"/assets/index-[^/]*\.js$")
SIZES = {1280: 860, 390: 844}


class Held:
    """Keeps the page's own code back until it is let go."""

    def __init__(self, page: Page) -> None:
        self._waiting: list[Route] | None = []
        page.route(CODE, self._came)

    def _came(self, route: Route) -> None:
        if self._waiting is None:
            route.continue_()
        else:
            self._waiting.append(route)

    def let_go(self) -> None:
        waiting, self._waiting = self._waiting or [], None
        for route in waiting:
            route.continue_()


def arrive(page: Page, address: str) -> Held:
    """At the address with the page's own code held back, and its style there: before that nothing stands where it will."""
    held = Held(page)
    page.goto(address, wait_until="commit")
    page.wait_for_function(
        "() => document.querySelector('link[rel=stylesheet]')?.sheet && document.querySelector('nav')"
    )
    return held


def middle(found: Locator) -> tuple[float, float]:
    box = found.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_click_before_the_code_has_come_is_not_lost(page: Page, base: str) -> None:
    held = arrive(page, f"{base}/")
    page.mouse.click(*middle(page.locator("nav a", has_text="Truces")))
    page.wait_for_url(f"{base}/truces", wait_until="commit")
    held.let_go()
    page.locator("h1", has_text="Truces").wait_for()


def test_a_menu_opened_before_the_code_has_come_stays_open(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    held = arrive(page, f"{base}/")
    page.mouse.click(*middle(page.locator(".menu")))
    page.locator("nav a", has_text="Control").wait_for()
    held.let_go()
    page.locator(".top-open").wait_for()
    page.wait_for_function("() => location.hash === ''")
    page.locator("nav a", has_text="Control").click()
    page.locator(".control-date").wait_for()
    assert page.locator(".top-open").count() == 0


def test_a_press_that_ends_on_the_pages_own_bar_is_a_click(page: Page, base: str) -> None:
    held = arrive(page, f"{base}/")
    page.mouse.move(*middle(page.locator("nav a", has_text="Truces")))
    page.mouse.down()
    held.let_go()
    page.locator(".top .live[role=switch]").wait_for()  # the page's own bar took the place of the one in the HTML
    page.mouse.up()
    page.wait_for_url(f"{base}/truces")
    page.locator("h1", has_text="Truces").wait_for()


def test_the_bar_stands_where_it_will_stand(page: Page, base: str) -> None:
    for width, what in ((1280, "nav a[href='/truces']"), (390, ".menu")):
        page.set_viewport_size({"width": width, "height": 844})
        held = arrive(page, f"{base}/sources")
        before = middle(page.locator(what))
        held.let_go()
        at_rest(page)
        after = middle(page.locator(what))
        assert abs(before[0] - after[0]) < 12, (width, before, after)
        page.unroute(CODE)


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("where", ["/events/{id}", "/?event={id}"])
def test_who_says_so_and_who_denies_it_stand_in_the_first_window(page: Page, base: str, width: int, where: str) -> None:
    page.set_viewport_size({"width": width, "height": SIZES[width]})
    strike = the_strike(page, base)
    told = page.request.get(f"{base}/v1/events/{strike}").json()
    page.goto(base + where.format(id=strike))
    page.locator(".voices").wait_for()
    at_rest(page)
    for side, relation in (("for", "supports"), ("against", "denies")):
        voices = page.locator(f".voices-{side} .voice")
        names = [voice["name"] for voice in told["voices"] if voice["relation"] == relation]
        assert voices.count() == len(names) > 0
        for n, name in enumerate(names):
            assert name in voices.nth(n).inner_text()
    against = page.locator(".voices-against .voice").first.bounding_box()
    assert against is not None
    assert against["y"] + against["height"] < SIZES[width]


def test_copies_stand_beside_whom_they_copy(page: Page, base: str) -> None:
    ferry = page.request.get(f"{base}/v1/events?type=bombing&place=Orveth").json()["items"][0]
    voices = page.request.get(f"{base}/v1/events/{ferry['id']}").json()["voices"]
    copies = [c["outlet"] for voice in voices for c in voice["carriers"] if c["copy_of"]]
    assert len(copies) > 2
    page.goto(f"{base}/events/{ferry['id']}")
    page.locator(".voice-copies").first.wait_for()
    shown = page.locator(".voice-copies a").all_inner_texts()
    named = {
        name: name.replace("file:0411-open-strait-ferry.docx", "no outlet named (0411-open-strait-ferry.docx)")
        for name in copies
    }
    assert sorted(shown) == sorted(named.values())
    page.locator(".voice-copies a").first.click()
    page.locator(".origin", has_text="Copy of").wait_for()


def test_one_vocabulary_for_what_is_disputed(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    told = page.request.get(f"{base}/v1/events?limit=200").json()["items"]
    core = {"occurrence", "perpetrator", "outcome"}
    figures = next(e for e in told if e["disputes"] and not core & set(e["disputes"]))
    told_by = f"{figures['witnesses']} witness{'' if figures['witnesses'] == 1 else 'es'}"
    page.goto(f"{base}/?type={figures['type']}")
    page.locator(".list .item").first.wait_for()
    expect(page.locator(f".list a[href$='{figures['id']}']")).to_contain_text(f"figures disputed · {told_by}")
    page.locator(".legend summary").click()
    expect(page.locator(".legend")).to_contain_text("disputed: whether it happened, or a detail such as the figures")
    page.goto(f"{base}/events/{figures['id']}")
    expect(page.locator(".badge")).to_have_text(re.compile(r"^(reported|corroborated); figures disputed$"))
    page.goto(f"{base}/events/{the_strike(page, base)}")
    expect(page.locator(".badge")).to_have_text("disputed")
    expect(page.locator(".badge-about")).to_contain_text("whether it happened, who did it, figures")


def test_who_did_it_is_said_to_be_disputed(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}/events/{the_strike(page, base)}")
    who = page.locator(".blame")
    expect(who.locator("p")).to_have_text(re.compile("^disputed: .* or "))
    expect(who.locator("li", has_text="Free Highland Army according to")).to_contain_text(
        "denied by Free Highland Army"
    )


def test_a_corrected_report_says_so(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    documents = page.request.get(f"{base}/v1/documents?limit=200").json()["items"]
    first = next(d for d in documents if d["title"].startswith("Shelling kills seven"))
    page.goto(f"{base}/documents")
    expect(page.get_by_role("row").filter(has_text="Shelling kills seven")).to_contain_text("replaced")
    page.goto(f"{base}/documents/{first['id']}")
    origin = page.locator(".origin")
    expect(origin).to_contain_text("This version was replaced on 1 May 2031. First told as 7 killed; now 5 killed.")
    origin.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Shelling kills five in Quelby as truce frays")
    expect(page.locator(".origin")).to_contain_text("First told as 7 killed")
    event = page.request.get(f"{base}/v1/events?type=shelling&status=disputed&place=Quelby").json()["items"][0]
    page.goto(f"{base}/events/{event['id']}")
    expect(page.locator(".corrections")).to_contain_text("it first told 7 killed, now 5 killed")
    expect(page.locator(".history")).to_contain_text("replaces its report; first told 7 killed, now 5")


COUNTS = """() => {
  const words = (row, part) => row.querySelector(`.choice-${part}`).innerText;
  const sets = [...document.querySelectorAll('.filters fieldset')];
  return Object.fromEntries(sets.map((set) => [set.querySelector('legend').innerText,
    [...set.querySelectorAll('.choice')].map((row) => [words(row, 'name'), words(row, 'count')])]));
}"""
PALE = """() => [...document.querySelectorAll('.item')].map(
  (row) => [row.getAttribute('href').split('/').pop(), row.classList.contains('item-doubtful')])"""


def test_counts_of_side_actor_place_and_outlet_follow_the_brush(page: Page, base: str) -> None:
    page.goto(f"{base}/")
    settled(page)
    at_rest(page)
    box = page.locator(".timeline-box").bounding_box()
    assert box is not None
    y = box["y"] + 30
    with page.expect_response(re.compile("/v1/events/tags")):
        page.mouse.move(box["x"] + box["width"] * 0.9, y)  # the last weeks: nearly all that is told is of them
    before = page.evaluate(COUNTS)
    page.mouse.down()
    asked = len(page.watch.asked)  # type: ignore[attr-defined]
    page.mouse.move(box["x"] + box["width"] * 0.95, y, steps=6)
    groups = ["Side", "Actor", "Place", "Kind of source", "Outlet"]
    for group in groups:
        page.wait_for_function(f"([group, was]) => JSON.stringify(({COUNTS})()[group]) !== was",
            arg=[group, _plain(before[group])])  # fmt: skip
    while_down = page.evaluate(COUNTS)
    assert [url for url in page.watch.asked[asked:] if "/v1/events/" in url] == []  # type: ignore[attr-defined]
    page.mouse.up()
    page.wait_for_url(re.compile("since="))
    facets = page.request.get(f"{base}/v1/events/facets?{page.url.split('?')[1]}").json()
    for group, role in zip(groups[:3], ("side", "actor", "place"), strict=True):
        assert while_down[group] == [[f["label"], f"{f['events']:,}"] for f in facets[role][:6]]


def _plain(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_what_is_read_with_little_confidence_is_pale(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    told = page.request.get(f"{base}/v1/events/columns").json()
    pale = [id for id, doubtful in zip(told["id"], told["doubtful"], strict=True) if doubtful]
    assert 0 < len(pale) < len(told["id"]) / 2
    page.goto(f"{base}/?sort=day")
    page.locator(".list .item").first.wait_for()
    shown = page.evaluate(PALE)
    assert len(shown) > 5
    assert all(doubtful == (id in pale) for id, doubtful in shown)
    page.locator(".legend summary").click()
    expect(page.locator(".legend")).to_contain_text("pale in lists, “unsure”: read with little confidence")
    page.goto(f"{base}/events/{pale[0]}")
    expect(page.locator(".unsure")).to_contain_text("Read with little confidence")
