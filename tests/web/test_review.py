"""A reviewer splits an event and takes it back: the event is whole again, and the ledger has both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.web.conftest import until

if TYPE_CHECKING:
    from playwright.sync_api import Page


def asked(page: Page, own: str, path: str) -> Any:
    """What the interface says now. On a busy machine events are made anew after the answer to a decision."""
    return page.request.get(f"{own}/v1/{path}").json()


def test_split_and_undo_are_both_in_the_ledger(page: Page, own: str) -> None:
    items = page.request.get(f"{own}/v1/events?type=airstrike&status=disputed").json()["items"]
    event, claims = items[0]["id"], items[0]["claims"]
    before = page.request.get(f"{own}/v1/record").json()["head"]["seq"]
    page.goto(f"{own}/events/{event}")
    page.locator(".decide summary").click()
    page.locator(".pick-claim input").last.check()
    page.locator(".decide-reason input").fill("it tells of another day")
    page.locator(".decide button[type=submit]").click()
    page.locator(".decide [role=status]", has_text="Kept in the ledger").wait_for()
    page.locator(".decisions tr").first.wait_for()
    until(page, lambda: len(asked(page, own, f"events/{event}")["claims"]) < claims, "some claims have gone")
    split = page.request.get(f"{own}/v1/decisions").json()["items"]
    assert {row["judgement"] for row in split} <= {"not_same", "same"}
    assert split[0]["reason"] == "it tells of another day"

    page.locator(".decisions button", has_text="Undo").first.click()
    page.locator(".decisions .tag").first.wait_for()
    until(page, lambda: len(asked(page, own, f"events/{event}")["claims"]) == claims, "the event is whole again")
    rows = page.request.get(f"{own}/v1/decisions").json()["items"]
    assert len(rows) == len(split)
    assert all(row["deleted_at"] for row in rows)
    audit = [entry["kind"] for entry in page.request.get(f"{own}/v1/audit").json()["items"]]
    assert audit.count("decision") == audit.count("retraction") == len(split)
    changes = page.request.get(f"{own}/v1/changes?after={before}").json()["items"]
    assert {"decision", "retraction"} <= {change["kind"] for change in changes}


def test_the_queue_is_worked_by_keys(page: Page, own: str) -> None:
    page.goto(f"{own}/review")
    page.locator(".review-three blockquote").first.wait_for()
    first = page.locator(".review-three blockquote").first.inner_text()
    page.keyboard.press("k")
    page.wait_for_function(
        """(words) => { const next = document.querySelector('.review-three blockquote');
          return next && next.innerText !== words && !document.querySelector('.review [disabled]'); }""",
        arg=first,
    )
    page.keyboard.press("r")
    page.locator(".decisions", has_text="reject").wait_for()
    page.wait_for_function("() => !document.querySelector('.review [disabled]')")
    page.keyboard.press("u")
    page.locator(".decisions .taken-back", has_text="reject").wait_for()
    page.keyboard.press("e")
    page.locator(".review-edit select").first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".review-edit").wait_for(state="detached")


def test_merge_and_undo_are_both_in_the_ledger(page: Page, own: str) -> None:
    items = page.request.get(f"{own}/v1/events?limit=200").json()["items"]
    near: dict[str, Any] = {}
    for item in items:
        if item["type"] in ("airstrike", "shelling") and not near:
            why = page.request.get(f"{own}/v1/events/{item['id']}/why").json()
            near = {"event": item, "other": why["near"][0]["event"]} if why["near"] else {}
    event, other = near["event"], near["other"]
    page.goto(f"{own}/events/{event['id']}")
    page.locator(".decide summary").first.click()
    page.get_by_role("button", name="Merge with another event").click()
    choice = page.locator(".pick-event").filter(has=page.locator(f"a[href='/events/{other['id']}']"))
    choice.locator("input").check()
    page.locator("form[aria-label='Merge with another event'] .decide-reason input").fill("the same strike")
    page.get_by_role("button", name="They are one event").click()
    page.locator(".decide [role=status]", has_text="Kept in the ledger").wait_for()
    page.locator(".decisions tr").first.wait_for()
    merged = page.url.rsplit("/", 1)[1]
    both = event["claims"] + other["claims"]
    until(
        page, lambda: len(asked(page, own, f"events/{merged}")["claims"]) == both, "the event holds both events' claims"
    )
    whole = asked(page, own, f"events/{merged}")
    assert any("held to be one event: the same strike" in step["words"] for step in whole["history"])
    page.locator(".history", has_text="held to be one event").wait_for()

    page.locator(".decisions button", has_text="Undo").first.click()
    page.locator(".decisions .tag").first.wait_for()
    ids = {item["id"] for item in items}
    until(
        page, lambda: {item["id"] for item in asked(page, own, "events?limit=200")["items"]} == ids, "two events again"
    )
    audit = [entry["kind"] for entry in page.request.get(f"{own}/v1/audit").json()["items"]]
    assert audit.count("decision") == audit.count("retraction") > 0


def test_any_event_can_be_found_to_merge_and_the_comparisons_are_shown(page: Page, own: str) -> None:
    from playwright.sync_api import expect

    items = page.request.get(f"{own}/v1/events?type=airstrike&status=disputed").json()["items"]
    page.goto(f"{own}/events/{items[0]['id']}")
    page.locator(".why-compare > summary").click()
    page.locator(".near-event").first.wait_for()
    page.locator(".near .why > summary").first.click()
    page.locator(".near .why-parts tr").first.wait_for()
    page.locator(".decide summary").first.click()
    page.get_by_role("button", name="Merge with another event").click()
    page.locator(".merge-find input").fill("Orveth")
    page.keyboard.press("Enter")
    page.locator("legend", has_text="Events with “Orveth”").wait_for()
    page.locator(".pick-event").first.wait_for()
    expect(page.get_by_role("button", name="They are one event")).to_be_disabled()
