"""Accounts, tokens and the audit by keyboard and mouse: the first account, roles, shutting out, a token's one showing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.web.browser import AXE
from tests.web.test_pages import RULES

if TYPE_CHECKING:
    from playwright.sync_api import Page

WORDS = "kettle orbit lantern seven"


def axe(page: Page) -> list[object]:
    """What axe-core finds on the page as it stands."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci in web/")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)
    return [(v["id"], [node["html"][:200] for node in v["nodes"]]) for v in found["violations"]]


def sign_in(page: Page, own: str, name: str) -> None:
    page.goto(f"{own}/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password", exact=True).fill(WORDS)
    page.keyboard.press("Enter")
    page.locator(".sign-in", has_text=f"Signed in as {name}").wait_for()


def add(page: Page, name: str, role: str) -> None:
    form = page.get_by_role("form", name="Add an account")
    form.get_by_label("Name").fill(name)
    form.get_by_label("Role").select_option(role)
    form.get_by_label("Password").fill(WORDS)
    form.get_by_label("Password").press("Enter")


def test_accounts_from_the_first_one_on(page: Page, own: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{own}/admin/accounts")
    page.locator("[role=note]", has_text="The first account is an admin").wait_for()
    assert axe(page) == []
    add(page, "ada", "admin")
    page.locator(".empty", has_text="role admin").wait_for()  # from now on one signs in
    sign_in(page, own, "ada")
    page.get_by_role("navigation", name="Administration").get_by_role("link", name="Accounts").click()
    add(page, "olena", "reviewer")
    page.get_by_role("status").filter(has_text="The account olena is made").wait_for()
    page.get_by_label("Role: olena").select_option("editor")
    page.get_by_role("status").filter(has_text="olena is editor now").wait_for()
    page.get_by_role("button", name="Shut out olena").click()
    page.get_by_role("button", name="Let in olena").wait_for()
    page.get_by_role("button", name="Shut out ada").click()
    expect(page.get_by_role("alert")).to_contain_text("last admin")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert axe(page) == []
    accounts = {one["name"]: one for one in page.request.get(f"{own}/v1/accounts").json()["items"]}
    assert accounts["olena"]["role"] == "editor"
    assert accounts["olena"]["disabled"]
    assert not accounts["ada"]["disabled"]

    page.get_by_role("navigation", name="Administration").get_by_role("link", name="Audit ledger").click()
    page.locator("td", has_text="disabled olena").wait_for()
    expect(page.locator("tbody tr")).to_have_count(4)
    assert axe(page) == []
    assert page.watch.outside(own) == []  # type: ignore[attr-defined]


def test_a_token_is_shown_once_and_ends_when_revoked(page: Page, own: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{own}/admin/accounts")
    add(page, "ada", "admin")
    page.locator(".empty").wait_for()
    sign_in(page, own, "ada")
    page.goto(f"{own}/admin/tokens")
    form = page.get_by_role("form", name="Make a token")
    form.get_by_label("What it is for").fill("nightly export")
    form.get_by_label("review", exact=False).first.check()
    form.get_by_label("Days until").fill("7")
    form.get_by_role("button", name="Make a token").click()
    shown = page.get_by_label("Token", exact=True)
    expect(shown).to_have_value(re.compile("^vigil_"))
    value = shown.input_value()
    assert axe(page) == []
    bearer = {"authorization": f"Bearer {value}"}
    asked = page.request.get(f"{own}/v1/me", headers=bearer).json()
    assert (asked["user"], asked["how"], asked["role"]) == ("ada", "token", "editor")
    page.get_by_role("button", name="I have kept it").click()
    page.reload()
    page.locator("th", has_text="nightly export").wait_for()
    assert value not in page.content()
    page.get_by_role("button", name="Revoke nightly export").click()
    page.locator("td", has_text="revoked").wait_for()
    assert page.request.get(f"{own}/v1/me", headers=bearer).status == 401


def test_a_reviewer_sees_neither_accounts_nor_audit(page: Page, own: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{own}/admin/accounts")
    add(page, "ada", "admin")
    page.locator(".empty").wait_for()
    sign_in(page, own, "ada")
    page.goto(f"{own}/admin/accounts")
    add(page, "olena", "reviewer")
    page.get_by_role("status").filter(has_text="olena is made").wait_for()
    page.goto(f"{own}/sign-in")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("Password", exact=True).wait_for()
    sign_in(page, own, "olena")
    links = page.get_by_role("navigation", name="Administration").get_by_role("link")
    expect(links).to_have_text(["API tokens"])
    for path in ("accounts", "audit"):
        page.goto(f"{own}/admin/{path}")
        page.locator(".empty", has_text="This is for the role").wait_for()
        assert page.locator("table").count() == 0
