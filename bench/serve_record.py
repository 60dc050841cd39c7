"""A made-up record of 100,000 claims and 30,000 events for ``bench.serve``.

Places, days, sides and tolls are drawn with a seed from the frequencies of UCDP GED for Syria; sentences are ours.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from vigil.fuse.accounts.estimate import gist
from vigil.model.claim import Claim, Count, Mention, Stance
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.event import Dispute, Estimate, Event, EventStatus, Evidence, Position, Relation, Witness
from vigil.model.interval import Interval
from vigil.model.state import States
from vigil.model.text import Document
from vigil.store import Store

EVENTS, CLAIMS = 30_000, 100_000
OUTLETS = tuple(f"{town} {paper}" for town in ("Harbour", "Hill", "River", "Plain", "Coast") for paper in
                ("Times", "Radio", "Herald", "Dispatch", "Voice", "Telegraph", "Post", "Courier"))  # fmt: skip
TYPES = {"state-based": ("shelling", "airstrike", "attack", "takeover"), "non-state": ("attack", "killing"),
         "one-sided": ("killing", "bombing", "abduction")}  # fmt: skip
KINDS = ("monitor", "rescuer", "resident", "military", "government", "media", "none")
PRECISION = {1: (PlacePrecision.EXACT, 2.0), 2: (PlacePrecision.NEAR, 10.0), 3: (PlacePrecision.DISTRICT, 30.0),
             4: (PlacePrecision.PROVINCE, 80.0), 5: (PlacePrecision.REGION, 100.0)}  # fmt: skip


def place_of(row: dict[str, Any]) -> PlaceRef:
    """The place of a coded event; country-wide ones have no point."""
    name = str(row["where_coordinates"])
    precision, radius = PRECISION.get(row["where_prec"], (PlacePrecision.COUNTRY, 300.0))
    point = (row["lat"], row["lon"]) if precision is not PlacePrecision.COUNTRY else (None, None)
    return PlaceRef(
        text=name, place_id=f"bench:{name}", name=name, lat=point[0], lon=point[1], radius_km=radius,
        precision=precision, country="SYR", within=(f"bench:{row['adm_2']}", f"bench:{row['adm_1']}", "iso:SYR"),
    )  # fmt: skip


def actor_of(name: str) -> ActorRef:
    """A side of a coded event."""
    return ActorRef(text=name, actor_id=f"bench/{name}", name=name, kind="army", side=f"bench/{name}")


def tellings(rng: random.Random) -> Iterator[int]:
    """How many claims each event has: many have one, few have a dozen; CLAIMS in all."""
    left = CLAIMS
    for number in range(EVENTS, 0, -1):
        if number == 1:
            yield left
            return
        some = min(left - (number - 1), 1 + min(40, int(rng.expovariate(1 / (CLAIMS / EVENTS - 1)) + 0.5)))
        left -= some
        yield some


def fill(store: Store, rows: list[dict[str, Any]]) -> None:
    """Write the record: documents of three claims each, events of some claims each, in a few transactions."""
    rng = random.Random(6)
    drawn = sorted(rng.choices(rows, k=EVENTS), key=lambda row: (row["date_start"], row["id"]))
    pending: list[tuple[Event, list[int]]] = []
    said: list[tuple[str, dict[str, Any], str]] = []  # (claim id, row, type)
    for number, (row, count) in enumerate(zip(drawn, tellings(rng), strict=True)):
        kind = rng.choice(TYPES[row["violence"]])
        ids = list(range(len(said), len(said) + count))
        said += [(f"c{at:016x}", row, kind) for at in ids]
        pending.append((event_of(number, row, kind), ids))
    made: dict[int, tuple[Document, Claim]] = {}
    for start in range(0, len(said), 3000):
        batch = range(start, min(start + 3000, len(said)))
        with store.write() as writer:
            for first in range(batch.start, batch.stop, 3):
                numbers = range(first, min(first + 3, batch.stop))
                document, claims = document_of(first, [said[at] for at in numbers], rng)
                writer.put_reading(document, claims, stages="bench/1 reader=bench@1")
                made |= {at: (document, one) for at, one in zip(numbers, claims, strict=True)}
                if first % 300 == 0:
                    writer.flush()
    with store.write() as writer:
        writer.replace_derived([backed(event, [made[at] for at in ids]) for event, ids in pending], States(), {})


def document_of(
    number: int, said: list[tuple[str, dict[str, Any], str]], rng: random.Random
) -> tuple[Document, list[Claim]]:
    """An article of one sentence a claim."""
    words, spans, bounds = "", [], []
    for _, row, kind in said:
        start = len(words)
        words += f"{row['side_a']} were behind the {kind} "
        trigger = (len(words) - len(kind) - 1, len(words) - 1)
        words += f"that hit {row['side_b']} at {row['where_coordinates']}, where {row['best']} people died, "
        words += f"{row['source_original'] or 'residents'} said."
        spans.append(trigger)
        bounds.append((start, len(words)))
        words += " "
    day = date.fromisoformat(said[0][1]["date_start"]) + timedelta(days=rng.randrange(3))
    document = Document(
        id=f"d{number:016x}", key=f"bench:{number}", digest=f"{number:064x}", text=words, title=words[:60],
        outlet=rng.choice(OUTLETS), published=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
        published_precision="second", language="en", sentences=tuple(bounds),
    )  # fmt: skip
    claims = []
    for (id, row, kind), trigger, sentence in zip(said, spans, bounds, strict=True):
        agent, place = actor_of(row["side_a"]), place_of(row)
        at = document.text.index(row["where_coordinates"], sentence[0])
        claims.append(Claim(
            id=id, doc=document.id, s=bounds.index(sentence), sentence=sentence, trigger=document.span(*trigger),
            type=kind, source_kind=rng.choice(KINDS), reader="bench", confidence=0.9, place=place,
            arguments=(
                Mention(role="agent", span=document.span(sentence[0], sentence[0] + len(row["side_a"])), actor=agent),
                Mention(role="place", span=document.span(at, at + len(row["where_coordinates"])), place=place),
            ),
            counts=(Count(kind="killed", min=min(row["low"], row["high"]), max=max(row["low"], row["high"])),),
            stance=Stance.DENIES if rng.random() < 0.05 else Stance.ASSERTS,
        ))  # fmt: skip
    return document, claims


def event_of(number: int, row: dict[str, Any], kind: str) -> Event:
    """A coded event without its evidence."""
    when = Interval.days(date.fromisoformat(row["date_start"]), date.fromisoformat(row["date_end"]))
    agents, targets, place = (actor_of(row["side_a"]),), (actor_of(row["side_b"]),), place_of(row)
    toll = Estimate(kind="killed", low=row["low"], best=row["best"], high=row["high"], rule="coded")
    return Event(
        id=f"ev_{number:016x}", type=kind, place=place, when=when, agents=agents, targets=targets, estimates=(toll,),
        gist=gist(kind, "", agents, targets, place, when, (toll,)),
    )  # fmt: skip


def backed(event: Event, told: list[tuple[Document, Claim]]) -> Event:
    """The same with its evidence: a witness an outlet, a status, a dispute where somebody denies it."""
    outlets = sorted({document.outlet for document, _ in told})
    names = {outlet: f"w{n}" for n, outlet in enumerate(outlets)}
    denies = [claim.stance is Stance.DENIES for _, claim in told]
    evidence = tuple(
        Evidence(claim=c.id, doc=d.id, relation=Relation.DENIES if c.stance is Stance.DENIES else Relation.SUPPORTS,
                 witness=names[d.outlet]) for d, c in told
    )  # fmt: skip
    witnesses = tuple(Witness(id=names[o], name=o, kind="outlet", side="") for o in outlets)
    status = (
        EventStatus.DENIED if all(denies) else EventStatus.DISPUTED if any(denies)
        else EventStatus.CORROBORATED if len(outlets) > 1 else EventStatus.REPORTED
    )  # fmt: skip
    sides = {
        said: tuple(claim.id for (_, claim), no in zip(told, denies, strict=True) if no is said)
        for said in (False, True)
    }
    positions = tuple(
        Position(value=value, by=(outlets[0],), claims=sides[said])
        for value, said in (("it happened", False), ("it did not happen", True))
    )
    disputes = (Dispute(what="occurrence", positions=positions),) if status is EventStatus.DISPUTED else ()
    return replace(event, evidence=evidence, witnesses=witnesses, status=status, disputes=disputes)
