"""What follows from some of the record's rows, worked out by hand-simple code over ``record.yaml`` alone.

An oracle for ``vigil.state``: it shares no code with it and knows no fusion. Each of the record's events is taken as it
stands there; an event is told while one of its asserting rows is left, denied while one of its denying rows is. With all
rows it must give the record's own ``control``, ``truces``, ``displacement`` and other tables back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.world.given import reference, rows
from vigil.model.entity import ActorRef
from vigil.model.state import Control, States

FIRST, LAST = date(2031, 4, 1), date(2031, 5, 31)
DAYS = tuple(FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
SOON = 3  # days within which a "holds" by another contradicts a capture
Held = tuple[str, tuple[str, ...]]  # how, and who (ids, sorted)
NOBODY: Held = ("unknown", ())


@dataclass
class Left:
    """What is left of one event of the record."""

    event: dict[str, Any]
    says: list[dict[str, Any]] = field(default_factory=list)  # rows that tell it as done
    denies: list[dict[str, Any]] = field(default_factory=list)

    @property
    def day(self) -> date:
        """Its first day; for sentences on who holds a town the day of the first one left."""
        if "date" in self.event:
            return date.fromisoformat(str(self.event["date"]).partition("/")[0])
        return min(date(2031, int(row["doc"][:2]), int(row["doc"][2:4])) for row in self.says)

    @property
    def agents(self) -> list[str]:
        return self.event.get("agents") or [self.event[key] for key in ("agent",) if key in self.event]


def left(numbers: Collection[int]) -> dict[str, Left]:
    """The record's events of which some rows are left, by their id in the record."""
    found: dict[str, Left] = {}
    for number in sorted(numbers):
        event, row = rows()[number]
        item = found.setdefault(event["id"], Left(event))
        if row["stance"] == "denies":
            item.denies.append(row)
        elif row["stance"] == "asserts" and row.get("claim_status", "actual") == "actual":
            item.says.append(row)
    return found


def side(actor: str) -> str:
    """The side of an actor; itself where it has none."""
    known = reference().actors.get(actor)
    return (known.side if known else "") or actor


def control(events: dict[str, Left]) -> dict[str, list[Held]]:
    """Place -> who holds it on each of ``DAYS``, for the places that anybody speaks of."""
    by_place: dict[str, list[Left]] = defaultdict(list)
    for item in events.values():
        if item.says and item.event["type"] in ("takeover", "withdrawal") and "place" in item.event:
            by_place[item.event["place"]].append(item)
    found = {}
    for place, items in by_place.items():
        if any(item.event["type"] == "takeover" for item in items):
            found[place] = _days(items)
    return found


def _days(items: list[Left]) -> list[Held]:
    rank = {"": 0, "holds": 1, "captured": 2, "recaptured": 2, "divided": 3}
    items = sorted(items, key=lambda item: (item.day, rank[item.event.get("mode", "")]))
    days = [NOBODY] * len(DAYS)
    taken: date | None = None  # the day of the capture by which it is held

    def put(since: date, held: Held) -> None:
        for n, day in enumerate(DAYS):
            if day >= since:
                days[n] = held

    now = NOBODY
    for item in items:
        mode, who = item.event.get("mode", ""), tuple(sorted(item.agents))
        before = now
        if mode == "":
            if now[0] == "held" and side(now[1][0]) == side(who[0]):
                now, taken = NOBODY, None
        elif mode == "divided":
            now, taken = ("divided", who), None
        elif item.denies:
            targets = [item.event["target"]] if "target" in item.event else []
            now, taken = ("contested", tuple(sorted({*who, *targets, *now[1]}))), None
        elif _only_says_so_again(now, item, who):
            pass
        elif mode == "holds" and taken is not None and (item.day - taken).days <= SOON:
            now = ("contested", tuple(sorted({*who, *now[1]})))
            put(taken, now)
            taken = None
        else:
            now, taken = ("held", who), item.day if mode != "holds" else None
        if now != before:
            put(item.day, now)
    return days


def _only_says_so_again(now: Held, item: Left, who: tuple[str, ...]) -> bool:
    """The word of a contestant, or of one more voice for the known holder."""
    if now[0] == "contested":
        return all(_of_side(row, who) for row in item.says)
    return now[0] == "held" and side(now[1][0]) == side(who[0])


def _of_side(row: dict[str, Any], who: tuple[str, ...]) -> bool:
    return bool(row["source"]) and side(row["source"]) in {side(actor) for actor in who}


def truces(table: list[dict[str, Any]], events: dict[str, Left]) -> list[dict[str, Any]]:
    """The record's truces as far as their steps are still told."""
    found = []
    for truce in table:
        steps = [step for row in truce["steps"] if (step := _step(row, events)) is not None]
        if not steps:
            continue
        kinds = [step["step"] for step in steps]
        if kinds[0] == "restored":
            steps[0]["step"] = "declared"  # nothing says that there was one before
        first = steps[0] if steps[0]["step"] == "declared" else None
        whole = first is not None and first["event"] == truce["steps"][0]["event"]
        begun = [step["day"] for step in steps if step["step"] in ("declared", "restored")]
        found.append(
            {
                "parties": sorted(truce["parties"]) if begun else sorted({a for s in steps for a in s["by"]}),
                "declared": first["day"] if first else None,
                "in_force": truce["in_force"] if whole else begun[0] if begun else None,
                "steps": steps,
            }
        )
    return found


def _step(row: dict[str, Any], events: dict[str, Left]) -> dict[str, Any] | None:
    item = events.get(row["event"])
    if item is None or not (item.says or (item.denies and row["step"] == "violated")):
        return None
    denied = row.get("denied_by") if row["step"] == "violated" else None
    by = denied if denied and _denied(denied, item, events) else None
    said = sorted({r["source"] for r in item.says})
    return {
        "day": row["day"], "step": row["step"], "event": row["event"], "by": sorted(item.agents), "said_by": said,
        "denied_by": [by] if by else [],
    }  # fmt: skip


def _denied(who: str, item: Left, events: dict[str, Left]) -> bool:
    """Does a row say that ``who`` denies it, or an attack at its place on its day?"""
    near = [
        other
        for other in events.values()
        if other is item
        or (other.event.get("place") == item.event["place"] and str(other.event.get("date")) == str(item.event["date"]))
    ]
    return any(side(row["source"]) == side(who) for other in near for row in other.denies)


def people(table: list[dict[str, Any]], events: dict[str, Left]) -> list[dict[str, Any]]:
    """The record's movements of people, each with the range of the numbers still told."""
    found = []
    for row in table:
        item = events.get(row["event"])
        if item is None or not item.says:
            continue
        positions = [p for d in item.event["disputes"] if d["what"] == "displaced" for p in d["positions"]]
        told = {r["source"] for r in item.says}
        numbers = [int(p["value"]) for p in positions if told & set(p["by"])]
        found.append({**row, "people": {"min": min(numbers), "max": max(numbers)}})
    return found


def standing(table: list[dict[str, Any]], events: dict[str, Left]) -> list[dict[str, Any]]:
    """Rows of one event each (aid, moves) whose event is still told."""
    return [row for row in table if row["event"] in events and events[row["event"]].says]


def relations(table: list[dict[str, Any]], events: dict[str, Left]) -> list[dict[str, Any]]:
    """Ties whose events are still told, with their first and last day."""
    found = []
    for row in table:
        kept = [name for name in row["events"] if name in events and events[name].says]
        if kept:
            days = [events[name].day for name in kept]
            found.append({**row, "first": min(days), "last": max(days), "events": sorted(kept)})
    return found


# What the product found, in the same plain form.


def found_control(controls: Iterable[Control]) -> dict[str, list[Held]]:
    """Place -> who holds it on each of ``DAYS``."""
    found = {}
    for item in controls:
        stretches = [item.on(day) for day in DAYS]
        found[_bare(item.place.place_id)] = [
            (s.hold.value, tuple(sorted({_id(a) for a in s.holders}))) if s is not None else NOBODY for s in stretches
        ]
    return found


def found_truces(states: States, names: dict[str, str], told_in: Any) -> list[dict[str, Any]]:
    """Truces; ``names``: what a witness is called -> its id; ``told_in``: event id -> the record's events."""
    return [
        {
            "parties": sorted(_id(party) for party in truce.parties),
            "declared": truce.declared,
            "in_force": truce.in_force,
            "steps": [
                {
                    "day": step.on, "step": step.kind.value, "event": "+".join(sorted(told_in[step.event])),
                    "by": sorted(_id(a) for a in step.by), "said_by": sorted(names.get(n, n) for n in step.said_by),
                    "denied_by": sorted(names.get(n, n) for n in step.denied_by),
                }
                for step in truce.steps
            ],
        }
        for truce in states.truces
    ]  # fmt: skip


def found_people(states: States, told_in: Any) -> list[dict[str, Any]]:
    """Movements of people."""
    found = []
    for item in states.displacements:
        row: dict[str, Any] = {"event": "+".join(sorted(told_in[item.event]))}
        if item.origin:
            row["from"] = _bare(item.origin.place_id)
        if item.destination:
            row["to"] = _bare(item.destination.place_id)
        row["people"] = {"min": item.people.low, "max": item.people.high} if item.people else None
        found.append(row)
    return found


def found_aid(states: States, told_in: Any) -> list[dict[str, Any]]:
    """Steps of aid."""
    return [
        {
            "day": step.on, "event": "+".join(sorted(told_in[step.event])), "access": step.access.value,
            "place": _bare(step.place.place_id if step.place else None), "by": ", ".join(_id(a) for a in step.by),
        }
        for step in states.aid
    ]  # fmt: skip


def found_moves(states: States, told_in: Any) -> list[dict[str, Any]]:
    """Moves of forces."""
    found = []
    for move in states.moves:
        row: dict[str, Any] = {"day": move.on, "event": "+".join(sorted(told_in[move.event])), "kind": move.kind.value}
        if move.origin:
            row["origin"] = _bare(move.origin.place_id)
        found.append({**row, "actor": _id(move.actor) if move.actor else ""})
    return found


def found_relations(states: States, told_in: Any) -> list[dict[str, Any]]:
    """Ties."""
    return [
        {
            "kind": tie.kind.value, "pair": sorted((_id(tie.one), _id(tie.other))), "first": tie.first, "last": tie.last,
            "events": sorted({name for event in tie.events for name in told_in[event]}),
        }
        for tie in states.relations
    ]  # fmt: skip


def names() -> dict[str, str]:
    """Actor names -> ids."""
    return {actor.name: actor.id for actor in reference().actors.of_theatres(["kelmora"])}


def _bare(place: str | None) -> str:
    return (place or "").removeprefix("pack:")


def _id(actor: ActorRef) -> str:
    return actor.actor_id or actor.text
