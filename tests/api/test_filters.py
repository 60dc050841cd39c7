"""The filter against a plain loop over the events, on records that hypothesis makes up: in the database and in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from vigil.model.claim import Claim
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.event import Event, EventStatus, Evidence, Relation, Witness
from vigil.model.interval import Interval
from vigil.model.state import States
from vigil.model.text import Document
from vigil.store import EventFilter, EventQuery, Store, open_store
from vigil.store.chosen import EventColumns
from vigil.store.columns import ROLES
from vigil.store.current import Current
from vigil.store.words import fold

TYPES = ("airstrike", "shelling", "talks")
STATUSES = (EventStatus.REPORTED, EventStatus.CORROBORATED, EventStatus.ANNOUNCED)
ACTORS = (
    ActorRef(text="jets", actor_id="orsa/army", name="Orsan Army", side="orsa/government"),
    ActorRef(text="the Front", actor_id="orsa/front", name="Tarn Front", side="orsa/front"),
    ActorRef(text="Unknown gunmen"),
    ActorRef(text="army units", actor_id="orsa/army", side="orsa/government"),  # the same by another label
)
PLACES = (
    PlaceRef(
        text="Velm", place_id="p:velm", name="Vélm", lat=10.0, lon=20.0, precision=PlacePrecision.EXACT, within=("p:isle",)
    ),
    PlaceRef(text="Tarn", place_id="p:tarn", name="Tarn Bay", lat=-5.0, lon=179.5, precision=PlacePrecision.EXACT),
    PlaceRef(text="somewhere"),
)  # fmt: skip
#: (outlet, sentence, source kind)
TOLD = (
    ("Harbour Times", "Shells fell on the market of Velm.", "rescuer"),
    ("Orsa Radio", "Talks about the market go on.", "government"),
    ("", "Nobody saw the jets.", "none"),
)
ALIASES = {"p:isle": ("The Isle",), "orsa/army": ("Black Hats",)}
DAY_ONE = date(2031, 5, 1)


@dataclass(frozen=True)
class Made:
    """An event and what stands behind it."""

    event: Event
    told: tuple[int, ...]


@st.composite
def events(draw: st.DrawFn) -> list[Made]:
    found = []
    for number in range(draw(st.integers(0, 12))):
        first = draw(st.none() | st.integers(0, 9))
        length = draw(st.integers(0, 4))
        when = (
            Interval.days(DAY_ONE + timedelta(first), DAY_ONE + timedelta(first + length))
            if first is not None
            else None
        )
        told = tuple(sorted(draw(st.sets(st.integers(0, 2), max_size=3))))
        event = Event(
            id=f"ev_{number:02}",
            type=draw(st.sampled_from(TYPES)),
            status=draw(st.sampled_from(STATUSES)),
            when=when,
            place=draw(st.none() | st.sampled_from(PLACES)),
            agents=tuple(draw(st.lists(st.sampled_from(ACTORS), max_size=2, unique=True))),
            targets=tuple(draw(st.lists(st.sampled_from(ACTORS), max_size=1))),
            evidence=tuple(
                Evidence(claim=f"c{at}", doc=f"d{at}", relation=Relation.SUPPORTS, witness=f"w{at}") for at in told
            ),
            witnesses=tuple(Witness(id=f"w{at}", name=str(at), kind="outlet", side="") for at in told),
        )
        found.append(Made(event, told))
    return found


def _words(columns: dict[str, Any]) -> dict[str, Any]:
    """Columns with words in place of their codes: which further words there are may differ."""
    return {
        name: [column["words"][code] for code in column["codes"]] if isinstance(column, dict) else column
        for name, column in columns.items()
    }


def one_or_more(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2).map(tuple)


DAYS = st.none() | st.integers(-1, 15).map(lambda n: DAY_ONE + timedelta(n))
FILTERS = st.builds(
    EventFilter,
    types=one_or_more(*TYPES),
    statuses=one_or_more(*(status.value for status in STATUSES)),
    actors=one_or_more("orsa/army", "tarn", "black HATS", "gunmen", "%", "gun"),
    sides=one_or_more("orsa/government", "orsa/front"),
    places=one_or_more("p:velm", "velm", "isle", "p:isle", "somewhere", "vel"),
    bbox=st.none() | st.sampled_from([(19.0, 9.0, 21.0, 11.0), (170.0, -10.0, -170.0, 11.0), (-180.0, -90.0, 180.0, 90.0)]),
    since=DAYS,
    until=DAYS,
    witnesses=st.integers(0, 3),
    source_kinds=one_or_more("rescuer", "government", "none"),
    outlets=one_or_more("Harbour Times", "Orsa Radio", "file:d2", "harbour times"),
    words=st.sampled_from(
        ["", "market", "market velm", '"the market"', "nobody jets", "?!", "velm", "orsan army", "(", "NOT talks"]
    ),
    disputed=st.booleans(),
    without=st.sampled_from([(), (("announced", "shelling"),)]),
)  # fmt: skip


def passes(made: Made, chosen: EventFilter) -> bool:
    """The filter in plain words."""
    event, parties = made.event, [*made.event.agents, *made.event.targets]
    return all(
        (
            not chosen.types or event.type in chosen.types,
            not chosen.statuses or event.status.value in chosen.statuses,
            not chosen.actors or any(_goes_by(ref, words) for ref in parties for words in chosen.actors),
            not chosen.sides or any(ref.side == words for ref in parties for words in chosen.sides),
            not chosen.places or any(_lies_in(event.place, words) for words in chosen.places),
            chosen.bbox is None or _in_box(event.place, chosen.bbox),
            _in_time(event.when, chosen),
            event.independent >= chosen.witnesses,
            not chosen.source_kinds or any(TOLD[at][2] in chosen.source_kinds for at in made.told),
            not chosen.outlets or any((TOLD[at][0] or f"file:d{at}") in chosen.outlets for at in made.told),
            _speaks_of(made, chosen.words),
            not chosen.disputed or bool(event.disputes),
            (event.status.value, event.type) not in chosen.without,
        )
    )


def _names(names: Sequence[str], words: str) -> bool:
    return bool(fold(words)) and any(f" {fold(words)} " in f" {fold(name)} " for name in names)


def _goes_by(ref: ActorRef, words: str) -> bool:
    return words == ref.actor_id or _names([ref.text, ref.name, *ALIASES.get(ref.actor_id or "", ())], words)


def _lies_in(place: PlaceRef | None, words: str) -> bool:
    if place is None:
        return False
    if not place.place_id and not (place.name or place.text)[:1].isupper():
        return False  # "a safehouse" is nothing to look for
    holders = [name for holder in place.within for name in ALIASES.get(holder, ())]
    return words in (place.place_id, *place.within) or _names([place.text, place.name, *holders], words)


def _in_box(place: PlaceRef | None, box: tuple[float, float, float, float]) -> bool:
    if place is None or place.lat is None or place.lon is None:
        return False
    west, south, east, north = box
    across = west <= place.lon <= east if west <= east else place.lon >= west or place.lon <= east
    return south <= place.lat <= north and across


def _in_time(when: Interval | None, chosen: EventFilter) -> bool:
    if chosen.since is None and chosen.until is None:
        return True
    if when is None or when.first_day is None or when.last_day is None:
        return False
    return (chosen.since is None or when.last_day >= chosen.since) and (
        chosen.until is None or when.first_day <= chosen.until
    )


def _speaks_of(made: Made, words: str) -> bool:
    event = made.event
    refs = [*event.agents, *event.targets, *([event.place] if event.place else [])]
    gist = f"{event.type} {(event.place.name or event.place.text) if event.place else ''}"
    spoken = fold(" ".join([gist, *(f"{ref.text} {ref.name}" for ref in refs), *(TOLD[at][1] for at in made.told)]))
    if words == '"the market"':
        return " the market " in f" {spoken} "
    return all(word in spoken.split() for word in fold(words).split())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A record of three documents; each example puts its own events in it."""
    with open_store(tmp_path_factory.mktemp("filters") / "war.db") as store:
        with store.write() as writer:
            for at, (outlet, sentence, kind) in enumerate(TOLD):
                document = Document(
                    id=f"d{at}", key=f"file:d{at}", digest=f"{at}" * 64, text=sentence, outlet=outlet,
                    sentences=((0, len(sentence)),),
                )  # fmt: skip
                claim = Claim(
                    id=f"c{at}", doc=document.id, s=0, sentence=(0, len(sentence)), trigger=document.span(0, 6),
                    type="talks", source_kind=kind,
                )  # fmt: skip
                writer.put_reading(document, [replace(claim, source_kind="un")], stages="old")
                writer.put_reading(document, [claim], stages="new")
        yield store


def fill(store: Store, found: list[Made]) -> tuple[EventQuery, EventColumns]:
    """Both ways of asking."""
    with store.write() as writer:
        writer.replace_derived([one.event for one in found], States(), {}, names=ALIASES)
    held = Current(store.engine, store.versions).read()
    assert isinstance(held, EventColumns)
    return EventQuery(store.engine), held


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=events(), filters=st.lists(FILTERS, min_size=1, max_size=6), limit=st.integers(1, 12))
@example(
    found=[Made(Event(id="ev_00", type="airstrike", place=PLACES[2]), ())],
    filters=[EventFilter(places=("somewhere",))],
    limit=1,
)
def test_the_filter_finds_what_a_plain_loop_finds(
    store: Store, found: list[Made], filters: list[EventFilter], limit: int
) -> None:
    query, held = fill(store, found)
    for chosen in filters:
        wanted = sorted(one.event.id for one in found if passes(one, chosen))
        assert sorted(query.ids(chosen)) == wanted
        assert query.count(chosen) == query.points(chosen, 100).total == len(wanted)
        types = {count.value: count.events for count in query.facet(chosen, "type")}
        assert sum(types.values()) == len(wanted)
        days = sum(number for _, number in query.days(chosen))
        assert days + query.undated(chosen) == len(wanted)
        # What is answered from memory is what the database answers.
        assert (held.ids(chosen), held.count(chosen)) == (query.ids(chosen), query.count(chosen))
        assert held.points(chosen, limit) == query.points(chosen, limit)
        ours, theirs = (orjson.loads(b"{%b}" % one.dots(chosen, limit).rows) for one in (held, query))
        assert _words(ours) == _words(theirs)
        roles = ("type", "status", *ROLES)
        assert held.counted(chosen, roles) == query.counted(chosen, roles)
        assert held.counted(chosen, roles, 2) == query.counted(chosen, roles, 2)


SORTS = ("day", "-day", "witnesses")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=events(), sort=st.sampled_from(SORTS), limit=st.integers(1, 5))
def test_pages_hold_each_event_once_and_in_order(store: Store, found: list[Made], sort: str, limit: int) -> None:
    query, seen, after = fill(store, found)[1], list[str](), None
    while True:
        page = query.page(EventFilter(), sort=sort, limit=limit, after=after)
        seen += [str(json.loads(summary)["id"]) for summary in page.summaries]
        after = page.last
        if after is None:
            break
    assert len(seen) == len(set(seen)) == len(found)
    by_id = {one.event.id: one.event for one in found}
    firsts = [when.first_day for id in seen if (when := by_id[id].when)]
    if sort == "day":
        assert firsts == sorted(firsts)  # type: ignore[type-var]
    elif sort == "-day":
        assert firsts == sorted(firsts, reverse=True)  # type: ignore[type-var]
    else:
        numbers = [by_id[id].independent for id in seen]
        assert numbers == sorted(numbers, reverse=True)
    undated = [by_id[id].when is None for id in seen]
    assert sort == "witnesses" or undated == sorted(undated), "undated events come last"


#: Keys of pages: of an event that is there, one that has gone since, and none.
KEYS = st.none() | st.tuples(
    st.sampled_from(["", "2031-05-01", "2031-05-03", "2031-05-06", "9999-12-31"]),
    st.sampled_from(["", "ev_00", "ev_03", "ev_03x", "ev_99"]),
    st.integers(0, 3),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=events(), chosen=FILTERS, keys=st.lists(KEYS, min_size=1, max_size=4), limit=st.integers(1, 5))
def test_pages_from_memory_are_those_of_the_database(
    store: Store, found: list[Made], chosen: EventFilter, keys: list[tuple[str, str, int] | None], limit: int
) -> None:
    query, held = fill(store, found)
    for sort in SORTS:
        for after in keys:
            wanted = query.page(chosen, sort=sort, limit=limit, after=after)
            assert held.page(chosen, sort=sort, limit=limit, after=after) == wanted
