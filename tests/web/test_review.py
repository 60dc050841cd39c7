"""A reviewer splits an event and takes it back: the event is whole again, and the ledger has both."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_split_and_undo_are_both_in_the_ledger(page: Page, own: str) -> None:
    items = page.request.get(f"{own}/v1/events?type=airstrike&status=disputed").json()["items"]
    event, claims = items[0]["id"], items[0]["claims"]
    before = page.request.get(f"{own}/v1/record").json()["head"]["seq"]
    page.goto(f"{own}/events/{event}")
    page.locator(".decide summary").click()
    page.locator(".pick-claim input").last.check()
    page.locator(".decide-reason input").fill("it tells of another day")
    page.locator(".decide button[type=submit]").click()
    page.locator(".decide [role=status]").wait_for()
    page.locator(".decisions tr").first.wait_for()
    parts = page.request.get(f"{own}/v1/events/{event}").json()["claims"]
    assert len(parts) < claims  # some have gone
    split = page.request.get(f"{own}/v1/decisions").json()["items"]
    assert {row["judgement"] for row in split} <= {"not_same", "same"}
    assert split[0]["reason"] == "it tells of another day"

    page.locator(".decisions button", has_text="Undo").first.click()
    page.locator(".decisions .tag").first.wait_for()
    whole = page.request.get(f"{own}/v1/events/{event}").json()["claims"]
    assert len(whole) == claims
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
        "(words) => document.querySelector('.review-three blockquote')?.innerText !== words", arg=first
    )
    page.keyboard.press("r")
    page.locator(".decisions", has_text="reject").wait_for()
    page.locator(".review-bar button:not([disabled])").wait_for()
    page.keyboard.press("u")
    page.locator(".decisions .taken-back", has_text="reject").wait_for()
    page.keyboard.press("e")
    page.locator(".review-edit select").first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".review-edit").wait_for(state="detached")
