"""Who speaks of an event, what a corrected report told first, sums that nobody told, and what points carry."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from starlette.testclient import TestClient

from tests.publish import made
from vigil.api.app import build
from vigil.model.claim import Count
from vigil.model.event import Estimate
from vigil.model.state import States
from vigil.model.text import Document
from vigil.store import EventFilter, EventQuery, Store
from vigil.store.chosen import EventColumns
from vigil.store.current import Current

STRIKE = "ev_aaaaaaaaaaaaaaaa"
PAGE = "https://times.example/velm"


def test_each_voice_says_whose_side_it_is_on_and_which_reports_copy_it(client: TestClient) -> None:
    voices = client.get(f"/v1/events/{STRIKE}").json()["voices"]
    told = [(voice["relation"], voice["name"], voice["side"] and voice["side"]["id"]) for voice in voices]
    assert told == [
        ("supports", "Old Tom", None),
        ("supports", "Orsan Army", "orsa/government"),
        ("denies", "Orsan Army", "orsa/government"),
    ]
    carriers = {carrier["outlet"]: carrier["copy_of"] for carrier in voices[0]["carriers"]}
    assert carriers == {"Harbour Times": None, "Daily Copy": "d1"}


def test_those_who_deny_without_being_witnesses_are_named(store: Store, client: TestClient) -> None:
    event = made.strike_event()
    evidence = [replace(one, witness="") if one.claim == "c-d2" else one for one in event.evidence]
    with store.write() as writer:
        writer.replace_derived([replace(event, evidence=tuple(evidence))], States(), {})
    denies = [v for v in client.get(f"/v1/events/{STRIKE}").json()["voices"] if v["relation"] == "denies"]
    assert [(v["name"], v["kind"], v["side"]["id"], v["witness"]) for v in denies] == [
        ("Orsan Army", "military", "orsa/government", None)
    ]


def test_a_public_server_names_no_private_voice(public: TestClient) -> None:
    voices = public.get(f"/v1/events/{STRIKE}").json()["voices"]
    assert [voice["name"] for voice in voices] == ["Orsan Army", "resident [name withheld]", "Orsan Army"]


def test_a_replaced_report_says_what_it_told_first(store: Store, client: TestClient) -> None:
    earlier, last = _version("v1", "seven", 7, 1), _version("v2", "five", 5, 2)
    with store.write() as writer:
        for document, killed in ((earlier, 7), (last, 5)):
            word = document.text.split()[2]
            count = Count(kind="killed", min=killed, max=killed, span=made.words(document, word))
            told = made.claim(document, "Shells", type="airstrike", counts=(count,))
            writer.put_reading(document, [told], stages="test/1 reader=test@1")
        event = made.strike_event()
        evidence = (replace(event.evidence[0], claim="c-v2", doc="v2"),)
        writer.replace_derived([replace(event, evidence=evidence)], States(), {})

    for id in ("v1", "v2"):
        document = client.get(f"/v1/documents/{id}").json()
        assert [version["id"] for version in document["versions"]] == ["v1", "v2"]
        (change,) = document["corrections"]
        assert (change["earlier"], change["document"], change["at"]) == ("v1", "v2", "2031-05-02T12:00:00Z")
        assert change["figures"] == [{"kind": "killed", "was": [{"min": 7, "max": 7}], "now": [{"min": 5, "max": 5}]}]
    listed = {item["id"]: item["replaced_by"] for item in client.get("/v1/documents").json()["items"]}
    assert (listed["v1"], listed["v2"], listed["d1"]) == ("v2", None, None)
    shown = client.get(f"/v1/events/{STRIKE}").json()
    assert [one["earlier"] for one in shown["corrections"]] == ["v1"]
    steps = [step for step in shown["history"] if step["what"] == "correction"]
    assert [(step["ref"], step["words"]) for step in steps] == [
        ("v1", "Times replaces its report; first told 7 killed, now 5")
    ]


def test_reports_that_came_out_once_are_corrected_by_none(client: TestClient) -> None:
    assert client.get("/v1/documents/d1").json()["corrections"] == []
    assert client.get(f"/v1/events/{STRIKE}").json()["corrections"] == []


def test_a_sum_that_nobody_told_is_shown_with_its_parts(store: Store, client: TestClient) -> None:
    document = _version("v3", "eleven", 11, 3)
    counts = tuple(Count(kind="killed", min=k, max=k, span=made.words(document, "killed")) for k in (11, 6))
    event = made.strike_event()
    evidence = (*event.evidence, replace(event.evidence[0], claim="c-v3", doc="v3"))
    told, summed = (
        Estimate(kind="killed", low=best, best=best, high=best, rule="the only figure told", claims=("c-v3",))
        for best in (11, 17)
    )
    with store.write() as writer:
        writer.put_reading(document, [made.claim(document, "Shells", counts=counts)], stages="test/1 reader=test@1")
        writer.replace_derived([replace(event, evidence=evidence, estimates=(told, summed))], States(), {})
    shown = client.get(f"/v1/events/{STRIKE}").json()["estimates"]
    assert [(one["best"], one["summed"]) for one in shown] == [(11, []), (17, [11, 6])]


def test_points_say_what_is_in_dispute_and_what_is_read_with_little_confidence(store: Store) -> None:
    record = made.record()
    claims = [replace(one, confidence=0.4 if one.id == "c-d4" else 0.9) for one in record.made_claims]
    with store.write() as writer:
        for document in record.made_documents:
            mine = [claim for claim in claims if claim.doc == document.id]
            writer.put_reading(document, mine, stages="test/2 reader=test@2")
        writer.replace_derived(record.made_events, States(), {})
    told = TestClient(build(store)).get("/v1/events/columns").json()
    about = [told["disputes"]["words"][code] for code in told["disputes"]["codes"]]
    assert dict(zip(told["id"], zip(about, told["doubtful"], strict=True), strict=True)) == {
        STRIKE: ("killed", 0), "ev_bbbbbbbbbbbbbbbb": ("", 1), "ev_cccccccccccccccc": ("", 0),
    }  # fmt: skip
    held = Current(store.engine, store.versions).read()
    assert isinstance(held, EventColumns)
    assert held.dots(EventFilter(), 9) == EventQuery(store.engine).dots(EventFilter(), 9)


def test_counts_of_what_points_carry_are_the_facets(client: TestClient) -> None:
    for query in ("", "?type=airstrike", "?type=talks", "?status=announced&status=reported"):
        ids = client.get(f"/v1/events/columns{query}").json()["id"]
        tags = client.get(f"/v1/events/tags{query}").json()
        facets = client.get(f"/v1/events/facets{query}").json()
        assert tags["total"] == len(ids)
        for role in ("source_kind", "outlet", "actor", "side", "place"):
            counted = Counter({value: len(set(at)) for value, at in _carried(tags[role]).items()})
            assert counted == {facet["value"]: facet["events"] for facet in facets[role]}
            assert all(0 <= row < len(ids) for at in _carried(tags[role]).values() for row in at)


def test_points_carry_the_same_in_memory_and_in_the_database(store: Store) -> None:
    held = Current(store.engine, store.versions).read()
    roles = ("outlet", "actor", "side", "place", "source_kind")
    for chosen in (EventFilter(), EventFilter(types=("airstrike", "takeover")), EventFilter(actors=("orsa/front",))):
        for limit in (1, 9):
            found = [events.carried(chosen, roles, limit) for events in (held, EventQuery(store.engine))]
            plain = [
                {role: [(one.value, one.label, one.at.tolist()) for one in some] for role, some in each.items()}
                for each in found
            ]
            assert plain[0] == plain[1]


def _carried(listed: dict[str, Any]) -> dict[str, list[int]]:
    found, at = {}, 0
    for value, count in zip(listed["values"], listed["counts"], strict=True):
        rows, row = [], 0
        for step in listed["steps"][at : at + count]:
            row += step
            rows.append(row)
        found[value], at = rows, at + count
    assert at == len(listed["steps"])
    return found


def _version(id: str, word: str, number: int, day: int) -> Document:
    """A page saved as a file, under a name of its own, that names the address where it stood."""
    text = f"Shells killed {word} people in Velm on Friday."
    return Document(
        id=id, key=f"file:{id}.html", url=PAGE, media_type="text/html", digest=id * 32, text=text, outlet="Times",
        language="en", published=datetime(2031, 5, 1, 9, tzinfo=UTC), modified=datetime(2031, 5, day, 12, tzinfo=UTC),
        sentences=((0, len(text)),), title=f"{number} killed",
    )  # fmt: skip
