"""The main job on the small world, with the shipped reader, against the record that a careful person made of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from vigil.engine.rooms import furnish
from vigil.engine.run import run
from vigil.engine.summary import Summary
from vigil.engine.verify import verify
from vigil.extract.reader import NeuralReader
from vigil.ingest.archive import Archive
from vigil.ingest.items import ReadOptions
from vigil.model.claim import Claim
from vigil.model.entity import PlaceRef
from vigil.model.event import Event, EventStatus, Relation
from vigil.model.state import TruceStep
from vigil.model.text import Document
from vigil.reference.tables import Reference
from vigil.store import View, open_store

WORLD = Path(__file__).parent
RECORD = yaml.safe_load((WORLD / "record.yaml").read_text(encoding="utf-8"))
FIRST, LAST = date(2031, 4, 1), date(2031, 5, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


class World:
    """The record of one run over the articles."""

    def __init__(self, view: View, summary: Summary, problems: list[Any]) -> None:
        self.view, self.summary, self.problems = view, summary, problems
        self.documents = {document.id: document for document in view.documents()}
        self.claims = {claim.id: claim for claim in view.claims()}
        self.events = view.events()

    def document(self, name: str) -> Document:
        """The document that was read from a file (``FILE`` or ``FILE#ITEM``), or from the page it is canonical for."""
        wanted = f"file:{name}"
        found = [d for d in self.documents.values() if d.key == wanted or (d.url and d.url == self.canonical(name))]
        assert found, name
        return found[-1]

    @staticmethod
    def canonical(name: str) -> str:
        """The canonical address that a page names, "" for other files."""
        path = WORLD / "articles" / name
        text = path.read_text("utf-8") if path.suffix == ".html" else ""
        return text.partition('rel="canonical" href="')[2].partition('"')[0]

    def told_in(self, quote: str) -> list[Claim]:
        """Claims read from the sentence that a quote stands in."""
        return [c for c in self.claims.values() if quote in self.documents[c.doc].text[slice(*c.sentence)]]

    def events_of(self, claims: list[Claim]) -> list[Event]:
        """The events that rest on any of the claims."""
        ids = {claim.id for claim in claims}
        return [event for event in self.events if ids & {evidence.claim for evidence in event.evidence}]

    def strike(self) -> Event:
        """The event of the two-toll strike: the one of its place and day that most of its recorded claims are in."""
        quotes = [claim["quote"] for claim in recorded("dorvane-market")["claims"]]
        ids = [c.id for quote in quotes for c in self.told_in(quote)]
        return max(self.events, key=lambda event: sum(e.claim in ids for e in event.evidence))


def recorded(name: str) -> dict[str, Any]:
    """One event of the careful person's record."""
    return next(event for event in RECORD["events"] if event["id"] == name)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The main job, once for all tests of this file."""
    folder = tmp_path_factory.mktemp("world")
    reference = Reference.load([WORLD / "pack"])
    tools = furnish(reference, NeuralReader.load(), ReadOptions(theatre="pack"))
    with open_store(folder / "world.db") as store, Archive(folder / "world.warc.gz") as archive:
        summary = run([str(WORLD / "articles")], store=store, archive=archive, tools=tools)
        yield World(store.view(), summary, verify(store, archive))


def test_every_file_is_accounted_for_and_the_record_proves_out(world: World) -> None:
    assert world.problems == []
    assert world.summary.read == RECORD["about"]["read_in_english"] + 1  # with the older version of the corrected page
    languages = [row["language"] for row in RECORD["documents"]["other_languages"]]
    assert world.summary.unread == {language: languages.count(language) for language in languages}
    assert world.summary.duplicates == len(RECORD["documents"]["duplicates"])
    assert world.summary.set_aside == len(RECORD["documents"]["set_aside"])


def test_control_of_each_town_by_day(world: World) -> None:
    wrong = []
    for place, stretches in RECORD["control"].items():
        control = world.view.control(f"pack:{place}")
        for day in DAYS:
            want = next(
                ((s["hold"], tuple(sorted(s["holders"]))) for s in stretches if _covers(s, day)), ("unknown", ())
            )
            have = control.on(day) if control else None
            got = (
                (have.hold.value, tuple(sorted({a.actor_id or a.text for a in have.holders})))
                if have
                else ("unknown", ())
            )
            if got != want:
                wrong.append(f"{place} {day}: {got} for {want}")
    assert not wrong, "\n".join([f"{len(wrong)} town-days wrong", *wrong[:40]])


def test_nothing_is_said_of_towns_that_no_report_gives_to_anyone(world: World) -> None:
    places = [control.place for control in world.view.controls()]
    assert {place_of(place) for place in places if place_of(place)} == set(RECORD["control"])
    # No town, and not in the gazetteer: "whose Red Ridge Brigade keeps the western passes".
    assert [place.text for place in places if not place_of(place)] in ([], ["western passes"])


def test_the_strike_is_one_event_with_both_tolls_and_both_culprits(world: World) -> None:
    event = world.strike()
    assert event.status is EventStatus.DISPUTED
    killed = next(dispute for dispute in event.disputes if dispute.what == "killed")
    tolls = {value for p in killed.positions for value in _numbers(p.value)}
    assert {9, 21} <= tolls
    culprits = next(dispute for dispute in event.disputes if dispute.what == "perpetrator")
    names = " / ".join(position.value for position in culprits.positions)
    assert "Highland" in names
    assert "Army" in names or "army" in names
    sources = {witness.name for witness in event.witnesses}
    assert any("Observatory" in name for name in sources), sources
    assert any("inistry" in name for name in sources), sources


def test_the_later_shelling_of_the_same_town_is_another_event(world: World) -> None:
    later = world.events_of(world.told_in(recorded("dorvane-bus-station")["claims"][0]["quote"]))
    assert later
    assert world.strike().id not in {event.id for event in later}


def test_the_denial_is_on_the_event_that_it_denies(world: World) -> None:
    denials = [claim for claim in recorded("dorvane-market")["claims"] if claim["stance"] == "denies"]
    evidence = {e.claim: e.relation for e in world.strike().evidence}
    attached = {evidence.get(c.id) for quote in denials for c in world.told_in(quote["quote"])}
    assert Relation.DENIES in attached


def ferry(world: World) -> tuple[Event, set[str]]:
    """The event of the ferry and the ids of its seven reports."""
    copies = RECORD["documents"]["copies"][0]
    ids = {world.document(name).id for name in (copies["origin"], *copies["copies"])}
    quotes = [claim["quote"] for claim in recorded("ferry-mine")["claims"]]
    told = {c.id for quote in quotes for c in world.told_in(quote) if c.doc in ids}
    return max(world.events, key=lambda event: sum(e.claim in told for e in event.evidence)), ids


def test_seven_copies_of_one_agency_report_are_one_witness(world: World) -> None:
    event, ids = ferry(world)
    assert len(ids) == 7
    of_the_copies = [e for e in event.evidence if e.doc in ids]
    assert {e.doc for e in of_the_copies} == ids
    assert {e.witness for e in of_the_copies if e.witness} == {
        w.id for w in event.witnesses if w.name == "Orveth Port Authority"
    }
    assert {e.doc for e in of_the_copies if e.copy_of} == ids - {
        world.document(RECORD["documents"]["copies"][0]["origin"]).id
    }
    reports = [e for e in world.events if e.type == "bombing" and {v.doc for v in e.evidence} & ids]
    assert reports == [event]


def test_the_ferry_has_no_witness_but_the_port_authority(world: World) -> None:
    event, _ = ferry(world)
    assert [w.name for w in event.witnesses] == ["Orveth Port Authority"]


def test_the_anniversary_is_not_a_new_event(world: World) -> None:
    kaldry = recorded("kaldry-station")
    events = world.events_of([c for c in world.told_in(kaldry["claims"][0]["quote"]) if c.type == "bombing"])
    assert len(events) == 1
    when = events[0].when
    assert when is not None
    assert when.first_day == date(2029, 4, 18)
    new = [
        event
        for event in world.events
        if event.type == "bombing"
        and event.place
        and event.place.place_id == "kelmora/kaldry"
        and event is not events[0]
    ]
    assert new == []


def test_each_breach_of_the_truce_is_said_by_one_side_and_denied_by_the_other(world: World) -> None:
    steps = [s for truce in world.view.truces() for s in truce.steps if s.kind is TruceStep.VIOLATED and s.on]
    told = {(step.on, frozenset(a.actor_id for a in step.by), bool(step.said_by), step.denied_by) for step in steps}
    violated = date(2031, 4, 30)
    assert told == {
        (violated, frozenset({"kelmora/army"}), True, ("Kelmoran Army",)),
        (violated, frozenset({"kelmora/norrin-army"}), True, ("Norrin Army",)),
    }


def test_the_corrected_toll_replaces_the_first_one(world: World) -> None:
    quelby = [e for e in world.events if place_of(e.place) == "kelmora/quelby" and e.type == "shelling"]
    killed = [estimate for event in quelby for estimate in event.estimates if estimate.kind == "killed"]
    assert any(estimate.best == 5 for estimate in killed)


def place_of(place: PlaceRef | None) -> str:
    """The pack's own id of a place."""
    return (place.place_id or "").removeprefix("pack:") if place else ""


def _covers(stretch: dict[str, Any], day: date) -> bool:
    return bool(stretch["from"] <= day and (stretch["to"] is None or day < stretch["to"]))


def _numbers(value: str) -> list[int]:
    return [int(word) for word in value.replace(",", "").replace("+", " ").split() if word.isdigit()]
