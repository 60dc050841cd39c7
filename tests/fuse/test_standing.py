"""Withdrawn and corrected reports change the number of witnesses and the tolls, wherever they were copied."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fuse.builders import MONITOR, Outlet, article, claim
from tests.fuse.test_syndication import OWN, WIRE
from vigil.fuse import fuse
from vigil.fuse.copies.outlets import Outlets
from vigil.fuse.copies.standing import is_notice, standing
from vigil.fuse.copies.syndication import origins
from vigil.model.event import EventStatus
from vigil.model.text import Zone, ZoneKind

KNOWN = {"Isle Press": Outlet("isle-press", "agency"), "Velm Post": Outlet("velm-post")}
OUTLETS = Outlets(KNOWN)
TITLE = "Shells kill nine at the harbour of Velm"


@pytest.mark.parametrize(
    "text",
    [
        "This story has been withdrawn because its figures could not be confirmed",
        "Isle Press has retracted its report on the shelling of Velm",
        "WITHDRAWN: Shells kill nine at the harbour of Velm",
        "The article headlined Shells kill nine was taken down on Friday",
    ],
)
def test_notices(text: str):
    assert is_notice(article("n", text))


@pytest.mark.parametrize(
    "text",
    [
        "The report said that the army was withdrawn from Velm",
        "According to a report a man was killed and troops were withdrawn",
        "The army withdrew its guns from the ridge, the article said",
        "Withdrawal of the northern army from Velm began on Friday; this is no story of defeat",
    ],
)
def test_reports_of_withdrawals_are_no_notices(text: str):
    assert not is_notice(article("n", text))


def withdrawn():
    wire = article("wire", WIRE, outlet="Isle Press", title=TITLE)
    copy = article("copy", WIRE, outlet="Velm Post", title="Harbour shelled", agency="Isle Press", day="2031-03-06")
    other = article("other", OWN, outlet="Ridge Radio", title="No roof any more")
    text = f"This story has been withdrawn: {TITLE}. Isle Press could not confirm it"
    notice = article("notice", text, outlet="Isle Press", title="Story withdrawn", day="2031-03-07")
    return [wire, copy, other, notice]


def test_a_notice_takes_back_its_agencys_report_and_all_copies_of_it():
    documents = withdrawn()
    found = standing(documents, origins(documents, OUTLETS), OUTLETS)
    assert found.withdrawn == {"wire", "copy", "notice"}
    assert found == standing(documents[::-1], origins(documents, OUTLETS), OUTLETS)


def test_a_withdrawn_report_is_nobodys_witness():
    documents = withdrawn()
    told = [claim(d, "fell", "shelling", source=MONITOR, killed=(9, 9)) for d in documents[:2]]
    own = claim(documents[2], "hit", "shelling")
    before = fuse(documents[:3], [*told, own], outlets=KNOWN)
    after = fuse(documents, [*told, own], outlets=KNOWN)
    assert sum(len(e.witnesses) for e in before.events) == 2
    assert sum(len(e.witnesses) for e in after.events) == 1
    left = next(e for e in after.events if told[0].id in {v.claim for v in e.evidence})
    if own.id not in {v.claim for v in left.evidence}:
        assert left.status is EventStatus.REPORTED
        assert "withdrawn" in left.status_reason


def test_a_copy_of_what_was_corrected_since_has_no_say():
    text = WIRE.replace("nine people", "five people")
    note = "Correction: an earlier version said nine. "
    bounds = [(a + len(note), b + len(note)) for a, b in article("x", text).sentences]
    wire = replace(
        article("wire", note + text, outlet="Isle Press"),
        sentences=((0, len(note)), *bounds),
        zones=(Zone(0, len(note), ZoneKind.CORRECTION),),
        modified=datetime(2031, 3, 7, tzinfo=UTC),
    )
    old = article("old", WIRE, agency="Isle Press", outlet="Velm Post", day="2031-03-06")
    new = article("new", text, agency="Isle Press", outlet="Ridge Radio", day="2031-03-08")
    documents = [wire, old, new]
    assert standing(documents, origins(documents, OUTLETS), OUTLETS).outdated == {"old"}
    told = [
        claim(wire, "fell", "shelling", source=MONITOR, killed=(5, 5)),
        claim(old, "fell", "shelling", source=MONITOR, killed=(9, 9)),
    ]
    (event,) = fuse(documents, told, outlets=KNOWN).events
    (killed,) = [e for e in event.estimates if e.kind == "killed"]
    assert (killed.low, killed.best, killed.high) == (5, 5, 5)
    assert {e.doc for e in event.evidence} == {"wire", "old"}
    assert len(event.witnesses) == 1
