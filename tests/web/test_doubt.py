"""What is read with little confidence says so in every room; a breach of a truce quotes who denies the shelling; what names
nobody is not called by its key; and the world is drawn whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.web.conftest import at_rest, settled

if TYPE_CHECKING:
    from playwright.sync_api import Page


def get(page: Page, base: str, path: str) -> Any:
    return page.request.get(base + path).json()


def test_the_page_of_a_breach_quotes_the_ledgers_denial(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    truces = get(page, base, "/v1/states/truces?limit=200")["items"]
    denied = [step for truce in truces for step in truce["steps"] if step["kind"] == "violated" and step["denied_by"]]
    assert denied
    for step in denied:
        told = get(page, base, f"/v1/events/{step['event']}")
        assert [voice["name"] for voice in told["voices"] if voice["relation"] == "denies"] == step["denied_by"]
        page.goto(f"{base}/events/{step['event']}")
        held = page.locator(".position", has_text="denied by the accused")
        quoted = next(a for a in told["answers"] if a["id"] == told["disputes"][0]["positions"][1]["claims"][0])
        expect(held.locator("blockquote > p")).to_have_text(quoted["sentence"]["text"])
        expect(held.locator("footer")).to_contain_text(quoted["document"]["outlet"])
        expect(page.locator(".voices-against .voice")).to_contain_text(f"{step['denied_by'][0]}")
        expect(page.get_by_text("Nobody on record denies it.")).to_have_count(0)
        against = page.locator(".side-against .claim-answer")
        expect(against).to_have_count(len(told["answers"]))
        at_rest(page)
        held.locator(".said-of a").click()
        page.wait_for_url(f"{base}/events/{quoted['event']['id']}")
        expect(page.locator(".side-against")).to_contain_text(quoted["sentence"]["text"])


def _pale(page: Page, rows: str) -> dict[str, bool]:
    """Ids of the events that rows link to, and whether they say that they are unsure."""
    found: dict[str, bool] = page.evaluate(
        """(rows) => Object.fromEntries([...document.querySelectorAll(rows)].flatMap((row) => {
          const link = row.matches('a') ? row : row.querySelector('a[href*="/events/"]');
          return link ? [[link.getAttribute('href').split('/').pop(), !!row.querySelector('.tag-unsure')]] : [];
        }))""",
        rows,
    )
    return found


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("/places/pack%3Akelmora%2Fvelmist", ".rows .item"),
        ("/actors/kelmora%2Farmy", ".rows .item, .event-line"),
        ("/search?q=army", ".event-line"),
        ("/documents/{document}", ".event-line"),
        ("/truces", ".step-row"),
        ("/displacement", "tbody tr"),
        ("/ledgers", "tbody tr, .dated li"),
        ("/disputes", ".disputed > li"),
        ("/sources/Meridian%20Press", ".contra .event-line"),
        ("/", ".list .item"),
    ],
)
def test_every_room_says_what_is_read_with_little_confidence(page: Page, base: str, path: str, rows: str) -> None:
    told = {event["id"]: event["doubtful"] for event in get(page, base, "/v1/events?limit=200")["items"]}
    assert any(told.values())
    unsure = {id for id, doubtful in told.items() if doubtful}
    if "{document}" in path:
        documents = get(page, base, "/v1/documents?limit=200")["items"]
        claims = ((d["id"], get(page, base, f"/v1/documents/{d['id']}")["claims"]) for d in documents)
        path = path.format(
            document=next(
                id for id, some in claims if any(e["id"] in unsure for claim in some for e in claim["events"])
            )
        )
    page.goto(base + path)
    page.locator(rows).first.wait_for()
    at_rest(page)
    shown = _pale(page, rows)
    assert shown
    assert shown == {id: told[id] for id in shown}
    if path.startswith(("/displacement", "/ledgers", "/documents", "/places")):
        assert any(shown.values())  # where the small world has some


def test_what_names_nobody_is_not_called_by_its_key(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    for path in ("/sources", "/documents"):
        page.goto(base + path)
        expect(page.locator("tbody")).to_contain_text("no outlet named (0411-open-strait-ferry.docx)")
        expect(page.locator("tbody")).not_to_contain_text("file:")
    untitled = next(d for d in get(page, base, "/v1/documents?limit=200")["items"] if not d["title"])
    link = page.locator(f"tbody a[href$='{untitled['id']}']")
    expect(link).to_have_text(f"untitled report, {untitled['outlet']}")
    expect(page.locator("tbody")).to_contain_text("not read: Arabic")
    link.click()
    expect(page.locator("h1")).to_have_text(f"untitled report, {untitled['outlet']}")


#: Seas that an outline which runs around the world would fill, and land on both sides of the antimeridian.
WORLD = {
    (-35.0, 60.0): False, (-30.0, 50.0): False, (0.0, 65.0): False, (-150.0, 0.0): False, (100.0, -40.0): False,
    (-175.0, 66.5): True, (175.0, 67.5): True, (100.0, 65.0): True, (20.0, 10.0): True, (0.0, -80.0): True,
}  # fmt: skip


def test_the_world_is_drawn_whole(page: Page, base: str) -> None:
    page.goto(f"{base}/?at=0,20,0.6")
    settled(page)
    found = page.evaluate(
        """(points) => { const map = document.querySelector('.chart-box').chart.map;
          return points.map((at) => map.queryRenderedFeatures(map.project(at), {layers: ['land']}).length > 0); }""",
        [list(at) for at in WORLD],
    )
    assert dict(zip(WORLD, found, strict=True)) == WORLD


def test_a_filter_that_nothing_passes_shows_the_theatre(page: Page, base: str) -> None:
    west, south, east, north = get(page, base, "/v1/record")["theatres"][0]["bbox"]
    page.goto(f"{base}/?q=zzzzzz")
    page.locator(".empty").wait_for()
    page.wait_for_function("() => document.querySelector('.chart-box')?.chart?.map.getZoom() > 3")
    seen = page.evaluate("() => document.querySelector('.chart-box').chart.map.getBounds().toArray().flat()")
    assert seen[0] < west < east < seen[2]
    assert seen[1] < south < north < seen[3]
    assert seen[2] - seen[0] < 12 * (east - west)


def test_a_ledger_on_a_telephone_has_no_column_out_of_sight(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{base}/truces")
    page.locator(".step-violated").first.wait_for()
    labels = page.evaluate(
        """() => [...document.querySelectorAll('.step-violated td')].filter((cell) => cell.offsetWidth)
          .map((cell) => getComputedStyle(cell, '::before').content)"""
    )
    violations = page.locator(".step-violated").count()
    for label in ("said by", "denied by"):
        assert sum(label in words for words in labels) == violations, labels
    wide = page.evaluate(
        "() => [...document.querySelectorAll('.scroll')].map((box) => box.scrollWidth - box.clientWidth)"
    )
    assert wide
    assert max(wide) <= 0
