"""What the small world has none of, on a record made by hand: sides that accuse each other, and a sum that nobody told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.publish import made
from tests.web.conftest import serving
from vigil.model.claim import Count
from vigil.model.event import Dispute, Estimate, Position, Relation, Witness
from vigil.model.state import States
from vigil.store import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_two_sides_accuse_each_other_and_a_toll_is_a_sum(page: Page, tmp_path: Path) -> None:
    from playwright.sync_api import expect

    record, event = made.record(), made.strike_event()
    document = record.made_documents[0]
    span = made.words(document, "21")
    counts = tuple(Count(kind="killed", min=k, max=k, span=span) for k in (11, 6))
    claims = [replace(one, counts=counts) if one.id == "c-d1" else one for one in record.made_claims]
    army, front = (
        Witness(id="w1", name="Orsan Army", kind="military", side="orsa/government", docs=("d1",)),
        Witness(id="w2", name="Tarn Front", kind="armed_group", side="orsa/front", docs=("d2",)),
    )
    evidence = tuple(
        replace(one, relation=Relation.SUPPORTS, witness="w2" if one.doc == "d2" else "w1") for one in event.evidence
    )
    blamed = Dispute(
        what="perpetrator",
        positions=(
            Position(value="Orsan Army", by=("Tarn Front",), claims=("c-d2b",)),
            Position(value="Tarn Front", by=("Orsan Army",), claims=("c-d1",)),
            Position(value="not Tarn Front", by=("Tarn Front",), claims=("c-d2",)),
        ),
    )
    told = Estimate(kind="killed", low=17, best=17, high=17, rule="the only figure told", claims=("c-d1",))
    event = replace(
        event, agents=(made.ARMY, made.FRONT), evidence=evidence, witnesses=(army, front), disputes=(blamed,),
        estimates=(told,),
    )  # fmt: skip
    with open_store(tmp_path / "war.db") as store, store.write() as writer:
        for each in record.made_documents:
            mine = [claim for claim in claims if claim.doc == each.id]
            writer.put_reading(each, mine, stages="test/1 reader=test@1")
        writer.replace_derived([event], States(), {})
    with serving(tmp_path / "war.db") as base:
        page.goto(f"{base}/events/{event.id}")
        who = page.locator(".blame")
        expect(who.locator("p")).to_have_text("disputed: Tarn Front accuses Orsan Army; Orsan Army accuses Tarn Front")
        expect(who.locator("li")).to_have_text(
            ["Orsan Army according to Tarn Front", "Tarn Front according to Orsan Army; denied by Tarn Front"]
        )
        expect(page.locator(".estimates")).to_contain_text("the sum of 11 and 6, told apart")
        expect(page.locator(".estimates")).not_to_contain_text("the only figure told")
        expect(page.locator(".side-none")).to_have_text("Nobody on record denies it.")
