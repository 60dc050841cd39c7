"""Measure the states on the small world: claims as its record gives them, fused and followed, against its tables.

    python -m bench.states [--json FILE]           everything below
    python -m bench.states --db FILE               the same tables against a record that a reader made of the articles

Shares: things right, of those in the record or found, whichever are more. "Left out": each document in turn is taken away,
and what follows from the rest is compared with ``tests/world/expected.py``, which shares no code with the product. Costs are
printed in processor time, not compared: they depend on the machine.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.table import Figure, option, show
from tests.world import expected
from tests.world.given import Given, given, record, reference, texts
from vigil.fuse import fuse
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.interval import Interval
from vigil.model.state import States
from vigil.state import follow
from vigil.state.known import as_known, published_until

TABLES = ("truce steps", "movements of people", "steps of aid", "moves of forces", "ties")
COPIES = 1500  # of the small world's events, for the cost of following: some 50,000


def share(want: Iterable[Any], have: Iterable[Any]) -> float:
    """Right ones, of those wanted or found, whichever are more."""
    one, two = Counter(map(repr, want)), Counter(map(repr, have))
    return (one & two).total() / max(one.total(), two.total(), 1)


def recall(want: Iterable[Any], have: Iterable[Any]) -> float:
    """Those wanted that were found. The record lists what matters, not every clause, so that more may be right."""
    one, two = Counter(map(repr, want)), Counter(map(repr, have))
    return (one & two).total() / max(one.total(), 1)


def town_days(control: dict[str, list[expected.Held]]) -> list[tuple[str, date, expected.Held]]:
    """Every day of every place on which there is a report."""
    return [
        (place, day, held)
        for place, days in sorted(control.items())
        for day, held in zip(expected.DAYS, days, strict=True)
        if held != expected.NOBODY or place in record()["control"]
    ]


def wanted(numbers: Iterable[int]) -> dict[str, list[Any]]:
    """What the record's rows of these numbers give, table by table."""
    events, book = expected.left(set(numbers)), record()
    return {
        "town-days": town_days(expected.control(events)),
        "truce steps": [step for truce in expected.truces(book["truces"], events) for step in truce["steps"]],
        "movements of people": expected.people(book["displacement"], events),
        "steps of aid": expected.standing(book["aid"], events),
        "moves of forces": expected.standing(book["moves"], events),
        "ties": [_tie(tie) for tie in expected.relations(book["relations"], events)],
    }


def found(world: Given) -> dict[str, list[Any]]:
    """What fusion and the states room give, table by table."""
    states, told_in = world.states, world.told_in
    truces = expected.found_truces(states, expected.names(), told_in)
    return {
        "town-days": town_days(expected.found_control(states.controls)),
        "truce steps": [step for truce in truces for step in truce["steps"]],
        "movements of people": expected.found_people(states, told_in),
        "steps of aid": expected.found_aid(states, told_in),
        "moves of forces": expected.found_moves(states, told_in),
        "ties": [_tie(tie) for tie in expected.found_relations(states, told_in)],
    }


def _tie(tie: dict[str, Any]) -> list[Any]:
    return [tie["kind"], sorted(tie["pair"]), tie["first"], tie["last"], sorted(tie["events"])]


def _rows(table: list[Any]) -> list[Any]:
    """Rows as sorted lists, so that the order of a row's keys does not count."""
    return [sorted(row.items(), key=str) if isinstance(row, dict) else row for row in table]


def whole() -> list[Figure]:
    """The whole world, table by table."""
    world = given()
    want, have = wanted(world.row_of.values()), found(world)
    return [
        Figure(
            "states", f"{name} right, from claims given", share(_rows(want[name]), _rows(have[name])), 1.0, "the record"
        )
        for name in ("town-days", *TABLES)
    ]


def left_out() -> list[Figure]:
    """Each document left out in turn: how often every table is right."""
    right = days = all_days = 0
    for document in texts():
        world = given(document.id)
        want, have = wanted(world.row_of.values()), found(world)
        right += all(share(_rows(want[name]), _rows(have[name])) == 1.0 for name in want)
        same = Counter(map(repr, want["town-days"])) & Counter(map(repr, have["town-days"]))
        days, all_days = days + same.total(), all_days + max(len(want["town-days"]), len(have["town-days"]))
    name = f"all tables right, {len(texts())} documents left out in turn"
    return [
        Figure("states", name, right / len(texts()), 1.0, "the record's rows that are left"),
        Figure("states", "town-days right, the same", days / all_days, 1.0, "the record's rows that are left"),
    ]


def known() -> list[Figure]:
    """As known on each day of publication: by taking claims out, against fusing again; and what each costs."""
    world = given()
    days = sorted({d.published.date() for d in world.documents if d.published})
    same, cheap, dear, claims_seen = 0, 0.0, 0.0, 0
    for day in days:
        kept = published_until(world.documents, day)
        start = time.process_time()
        then = follow(as_known(world.fusion.events, world.by_id, kept), world.by_id)
        cheap += time.process_time() - start
        start = time.process_time()
        documents = [document for document in world.documents if document.id in kept]
        claims = {claim.id: claim for claim in world.claims if claim.doc in kept}
        again = follow(fuse(documents, list(claims.values()), outlets=reference().outlet_names).events, claims)
        dear += time.process_time() - start
        claims_seen += len(claims)
        same += expected.found_control(then.controls) == expected.found_control(again.controls)
    costs = [1000 * seconds / claims_seen for seconds in (cheap, dear)]
    print(f"known on a day: {costs[0]:.3f} ms a claim by taking claims out, {costs[1]:.3f} by fusing again")
    return [
        Figure("states", f"control as known, {len(days)} days, as fusing again", same / len(days), 1.0, "fusing again")
    ]


def cost() -> None:
    """Seconds to follow many wars like the small one, each some days and places further on."""
    world = given()
    for copies in (COPIES // 10, COPIES):
        events, claims = _many(world, copies)
        start = time.process_time()
        states = follow(events, claims)
        took = time.process_time() - start
        print(f"{len(events):,} events followed in {took:.1f} s: {len(states.controls):,} places")


def _many(world: Given, copies: int) -> tuple[list[Event], dict[str, Claim]]:
    """Copies of the world's events, a day apart, in 100 islands."""
    events: list[Event] = []
    claims: dict[str, Claim] = {}
    for n in range(copies):
        island, later = n % 100, timedelta(days=n // 100)
        claims |= {
            f"{id}-{n}": replace(claim, id=f"{id}-{n}", doc=f"{claim.doc}-{n}") for id, claim in world.by_id.items()
        }
        for event in world.fusion.events:
            place = event.place
            if place is not None:
                place = replace(place, place_id=f"{place.place_id}-{island}", within=(f"district-{island}", "country"))
            when = event.when
            if when is not None and when.start is not None and when.end is not None:
                when = Interval(when.start + later, when.end + later, when.precision, when.approximate)
            evidence = tuple(replace(e, claim=f"{e.claim}-{n}", doc=f"{e.doc}-{n}") for e in event.evidence)
            events.append(replace(event, id=f"{event.id}-{n}", place=place, when=when, evidence=evidence))
    return events, claims


def of_record(path: Path) -> list[Figure]:
    """A reader's record of the same articles, by place and day alone: its events have no names in the record."""
    from vigil.store import open_store

    book = record()
    with open_store(path, create=False) as store:
        view = store.view()
        states = follow(view.events(), {claim.id: claim for claim in view.claims()})
    want = wanted(range(len(given().row_of)))
    tables: dict[str, tuple[list[Any], list[Any]]] = {
        "town-days": (want["town-days"], town_days(expected.found_control(states.controls))),
        "truce steps": ([(s["day"], s["step"]) for t in book["truces"] for s in t["steps"]], _steps(states)),
        "movements of people": (
            [(r.get("from", ""), r["to"], r["people"]["min"], r["people"]["max"]) for r in book["displacement"]],
            [
                (r.get("from", ""), r.get("to", ""), *(r["people"] or {}).values())
                for r in expected.found_people(states, _any)
            ],
        ),
        "steps of aid": (
            [(r["day"], r["place"], r["access"]) for r in book["aid"]],
            [(r["day"], r["place"], r["access"]) for r in expected.found_aid(states, _any)],
        ),
    }
    return [
        figure
        for name, (one, two) in tables.items()
        for figure in (
            Figure("states", f"{name} found, by a reader", recall(one, two)),
            Figure("states", f"{name} right, by a reader", share(one, two)),
        )
    ]


def _steps(states: States) -> list[Any]:
    return [(step.on, step.kind.value) for truce in states.truces for step in truce.steps]


class _Any(dict[str, list[str]]):
    def __missing__(self, key: str) -> list[str]:
        return []


_any = _Any()


def main() -> int:
    """Command line; see the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--db", type=Path, help="a record that a reader made of tests/world/articles")
    options = parser.parse_args()
    if options.db is not None:
        show(of_record(options.db), options.json)
        return 0
    figures = [*whole(), *left_out(), *known()]
    show(figures, options.json)
    cost()
    return 0


if __name__ == "__main__":
    sys.exit(main())
