"""Who asks: one function a kind of question, each from the desk alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from vigil.model.claim import Claim, Mention
from vigil.model.entity import distance_km, field_of
from vigil.model.event import Event, EventStatus
from vigil.model.interval import Interval
from vigil.model.link import Judgement, is_decided
from vigil.review.apply import corrections
from vigil.review.desk import Desk
from vigil.review.fields import said, shown
from vigil.review.questions import SURE, Asker, Question, Stakes, doubt, joined, question, reads
from vigil.review.settle import CLAIM, FIELD, HAPPENED, PAIR, Disagreement, settle

MANY = 3  # claims that name one unknown actor before it is asked about
MANY_DOCUMENTS = 2  # or articles, for a group
FIRST = 50  # claims of one question at most
NEAR_KM = 10.0
_WORDS = {CLAIM: "whether it is a claim", PAIR: "whether they tell of one event", HAPPENED: "whether it happened"}


def links(desk: Desk, stakes: Stakes) -> Iterator[Question]:
    """Claims that only just belong to their event: without them it might have fewer witnesses or another toll."""
    held = _pairs(desk)
    for event in desk.events.values():
        for evidence in joined(event):
            first = event.evidence[0].claim
            if _key(first, evidence.claim) in held:
                continue
            yield question(
                "link",
                doubt(evidence.score.value) * stakes.of(event.id),
                (evidence.claim, first),
                events=(event.id,),
                machine=f"of this event, {evidence.score.value:.2f}: {evidence.score.reason}",
                why=f"only just joined ({evidence.score.value:.2f}) to an event that {_stake(event)}",
                change=_without(event, evidence.claim),
            )


def twins(desk: Desk, stakes: Stakes) -> Iterator[Question]:
    """Two events of one type at one place and time that the scores kept apart."""
    held = _pairs(desk)
    blocks: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in desk.events.values():
        first = event.when.first_day if event.when else None
        if first is not None and event.place is not None and event.evidence:
            for day in (first.toordinal(), first.toordinal() + 1):
                blocks[event.type, day].append(event)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        # Sorted by stake, so that a crowded day costs no more than its weightiest events are worth.
        block.sort(key=lambda event: (-stakes.of(event.id), event.id))
        for place, one in enumerate(block[:20]):
            for two in block[place + 1 : 20]:
                pair = _key(one.id, two.id)
                near = _near(one, two)
                if pair in seen or near is None:
                    continue
                seen.add(pair)
                ends = (one.evidence[0].claim, two.evidence[0].claim)
                if any(_key(a.claim, b.claim) in held for a in one.evidence[:2] for b in two.evidence[:2]):
                    continue
                alike = 0.5 + 0.5 * (one.mode == two.mode) - near / NEAR_KM / 2
                yield question(
                    "twins",
                    0.6 * alike * min(stakes.of(one.id), stakes.of(two.id)),
                    ends,
                    events=(one.id, two.id),
                    machine="two events",
                    why=f"both {one.type} at {_where(one)} on {_when(one)} and {_when(two)}, kept apart",
                    change=f"one event with {len({w.id for w in (*one.witnesses, *two.witnesses)})} witnesses instead of "
                    f"{len(one.witnesses)} and {len(two.witnesses)}",
                )


def shaky(desk: Desk, stakes: Stakes) -> Iterator[Question]:
    """Claims of low confidence that carry a dispute, a toll or a change of control."""
    answered = {row.left for row in desk.decisions if row.deleted_at is None and row.judgement in _ABOUT_ONE}
    for event in desk.events.values():
        carrying = _carrying(event)
        for evidence in event.evidence:
            claim, carries = desk.claims.get(evidence.claim), carrying.get(evidence.claim, ())
            if claim is None or claim.id in answered or claim.confidence >= SURE or not carries:
                continue
            share = len(carries) / max(1, len(event.evidence)) ** 0.5
            yield question(
                "claim",
                (1.0 - claim.confidence) * share * stakes.of(event.id),
                (claim.id,),
                events=(event.id,),
                machine=reads(claim),
                why=f"read with confidence {claim.confidence:.2f}, and carries {', '.join(carries)}",
                change=f"{', '.join(carries)} of: {event.gist or event.type}",
            )


_ABOUT_ONE = (Judgement.ACCEPT, Judgement.REJECT, Judgement.SHOULD_READ)


def unknown_groups(desk: Desk, stakes: Stakes) -> Iterator[Question]:
    """Provisional actors: groups that no registry knows, joined across articles under their spellings."""
    for group in desk.groups:
        claims = tuple(id for id in group.claims if id in desk.corrected)
        if len(claims) < MANY and group.documents < MANY_DOCUMENTS:
            continue
        others = [name for name in group.names if name != group.name]
        also = f" (also {'; '.join(others[:3])})" if others else ""
        yield _unknown(
            desk,
            stakes,
            claims,
            [mention for mention in group.mentions if mention[0] in desk.corrected],
            words=group.name,
            machine=f"provisional: {group.id}",
            more=f" in {group.documents} article(s){also}",
        )


def unknown_actors(desk: Desk, stakes: Stakes) -> Iterator[Question]:
    """Other names that many claims give and no registry knows: persons, single words."""
    named: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    decided: dict[str, set[str]] = defaultdict(set)
    groups = {mention for group in desk.groups for mention in group.mentions}
    for claim in desk.applied.claims:
        for name, mention in _parties(claim):
            words, ref = mention.meaning.strip(), mention.actor
            if ref is not None and ref.actor_id and is_decided(ref.score):
                decided[words.casefold()].add(claim.id)
            elif (
                (ref is None or not ref.actor_id)
                and any(letter.isupper() for letter in words[:1])
                and (claim.id, name) not in groups
            ):
                named[words.casefold()].append((claim.id, name, words))
    for key, places in named.items():
        claims = tuple(dict.fromkeys(id for id, _, _ in places))
        if (
            len(claims) >= MANY and len(decided[key]) < MANY_DOCUMENTS
        ):  # else the rest follows (resolve/provisional/link.py)
            fields = [(id, name) for id, name, _ in places]
            yield _unknown(desk, stakes, claims, fields, words=places[0][2], machine="not known", more="")


def _unknown(
    desk: Desk,
    stakes: Stakes,
    claims: tuple[str, ...],
    fields: Sequence[tuple[str, str]],
    *,
    words: str,
    machine: str,
    more: str,
) -> Question:
    events = tuple(dict.fromkeys(desk.event_of[id] for id in claims if id in desk.event_of))
    return question(
        "actor",
        sum(stakes.of(event) for event in events) ** 0.5,
        claims[:FIRST],
        events=events[:FIRST],
        fields=tuple(fields[:FIRST]),
        words=words,
        machine=machine,
        why=f"{len(claims)} claims of {len(events)} event(s){more} name it, and no registry knows it",
        change=f"who did or suffered what in {len(events)} event(s)",
    )


def unknown_places(desk: Desk, stakes: Stakes) -> Iterator[Question]:
    """Place words that no gazetteer knows: their events are on no map."""
    named: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for claim in desk.applied.claims:
        mentions = claim.of("place")
        words = (claim.place.text if claim.place else mentions[0].meaning if mentions else "").strip()
        pointless = claim.place is None or claim.place.lat is None
        if words and pointless:
            named[words.casefold()].append((claim.id, words))
    for places in named.values():
        claims = tuple(id for id, _ in places)
        events = tuple(dict.fromkeys(desk.event_of[id] for id in claims if id in desk.event_of))
        yield question(
            "place",
            0.5 * sum(stakes.of(event) for event in events) ** 0.5,
            claims[:FIRST],
            events=events[:FIRST],
            fields=tuple((id, "place") for id in claims[:FIRST]),
            words=places[0][1],
            machine="not found",
            why=f"{len(claims)} claim(s) name it, and no gazetteer has it",
            change=f"{len(events)} event(s) would be on the map",
        )


def told_again(desk: Desk, stakes: Stakes) -> Iterator[Question]:
    """Events that a person disproved and that others have told since."""
    ruled = {row.left for row in desk.applied.decisions if row.judgement is Judgement.DISPROVED}
    for event in desk.events.values():
        if event.status is EventStatus.DISPROVED:
            more = [e.claim for e in event.evidence if e.claim not in ruled]
            if len(more) > len(event.evidence) / 2 and len(event.evidence) > 2:
                yield question(
                    "disproved",
                    stakes.of(event.id),
                    (more[-1], event.evidence[0].claim),
                    events=(event.id,),
                    machine="disproved",
                    why=f"a person disproved it, and {len(more)} further claims tell of it",
                    change="whether it is shown as disproved",
                )


def disagreements(desk: Desk, stakes: Stakes, user: str) -> Iterator[Question]:
    """What two people see differently, for everybody but them."""
    for item in desk.applied.open:
        if user not in item.users:
            yield _third(item, desk, stakes)


def _third(item: Disagreement, desk: Desk, stakes: Stakes) -> Question:
    kind, left, right = item.question
    claims = (left, right) if kind == PAIR else (left,)
    events = tuple(dict.fromkeys(desk.event_of[id] for id in claims if id in desk.event_of))
    what = f"its {right}" if kind == FIELD else _WORDS[kind]
    sides = []
    for value, rows in item.positions:
        words = said(right, value) if kind == FIELD else value.replace("_", " ")
        sides.append(f"{words} ({', '.join(dict.fromkeys(row.user for row in rows))})")
    claim = desk.claims.get(left)
    machine = shown(claim, right) if kind == FIELD and claim else "by its score" if kind == PAIR else "a claim"
    return question(
        "disagreement",
        5.0 + sum(stakes.of(event) for event in events),
        claims,
        events=events,
        fields=((left, right),) if kind == FIELD else (),
        words=right if kind == FIELD else kind,
        machine=machine,
        why=f"two people differ on {what}: {' against '.join(sides)}",
        change="your answer settles it",
    )


def asked_again(desk: Desk, stakes: Stakes) -> Iterator[Question]:
    """Where the machine reads otherwise by now than a person decided."""
    by_claim: dict[str, list[str]] = defaultdict(list)
    for question_, say in settle(desk.decisions).holds.items():
        if question_[0] == FIELD and say.row.left in desk.claims:
            by_claim[question_[1]].append(question_[2])
    for id in by_claim:
        for correction in corrections(desk.claims[id], desk.decisions):
            event = desk.event_of.get(id, "")
            yield question(
                "again",
                stakes.of(event),
                (id,),
                events=(event,) if event else (),
                fields=((id, correction.field),),
                words=correction.field,
                machine=correction.machine,
                why=f"{correction.row.user} decided {correction.person}, the machine reads {correction.machine}",
                change="nothing, unless you decide otherwise",
            )


ASKERS: tuple[Asker, ...] = (links, twins, shaky, unknown_groups, unknown_actors, unknown_places, told_again)


def _pairs(desk: Desk) -> set[tuple[str, str]]:
    """Pairs of claims that a person has ruled on."""
    judged = (Judgement.SAME, Judgement.NOT_SAME)
    return {_key(r.left, r.right) for r in desk.decisions if r.deleted_at is None and r.judgement in judged}


def _key(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)


def _parties(claim: Claim) -> Iterator[tuple[str, Mention]]:
    for role, mentions in (("agent", claim.of("agent")), ("target", claim.of("target")), ("source", claim.sources)):
        for number, mention in enumerate(mentions, 1):
            yield field_of(role, number), mention


def _carrying(event: Event) -> dict[str, tuple[str, ...]]:
    """Claim id -> what rests on it in the event."""
    found: dict[str, list[str]] = defaultdict(list)
    for dispute in event.disputes:
        for id in _unique(id for position in dispute.positions for id in position.claims):
            found[id].append(f"the dispute over {dispute.what}")
    for figure in event.estimates:
        for id in figure.claims:
            found[id].append(f"the number {figure.kind}")
    if event.type == "takeover":
        for evidence in event.evidence:
            found[evidence.claim].append("who holds the place")
    return {id: tuple(dict.fromkeys(names)) for id, names in found.items()}


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _without(event: Event, claim: str) -> str:
    """What the event would lose with a claim."""
    gone = next(e for e in event.evidence if e.claim == claim)
    alone = gone.witness and not any(e.witness == gone.witness for e in event.evidence if e.claim != claim)
    parts = [f"witnesses {len(event.witnesses)} to {len(event.witnesses) - 1}"] if alone else []
    parts += [f"the number {figure.kind}" for figure in event.estimates if claim in figure.claims]
    parts += [f"the dispute over {d.what}" for d in event.disputes if any(claim in p.claims for p in d.positions)]
    return ", ".join(dict.fromkeys(parts)) or "which event it counts for"


def _near(one: Event, two: Event) -> float | None:
    """Kilometres between two events that may be one; None for those that cannot, or are part of each other."""
    a, b = one.place, two.place
    if a is None or b is None or two.id in (one.part_of,) or one.id in (two.part_of,):
        return None
    if one.when is None or two.when is None or _apart(one.when, two.when):
        return None
    if a.place_id and a.place_id == b.place_id:
        return 0.0
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    return km if km <= NEAR_KM else None


def _apart(one: Interval, two: Interval) -> bool:
    return one.gap_days(two) > 1.0


def _where(event: Event) -> str:
    return (event.place.name or event.place.text) if event.place else "an unknown place"


def _when(event: Event) -> str:
    return (event.when.codebook() if event.when else None) or "an unknown day"


def _stake(event: Event) -> str:
    dead = max((f.best or f.low or 0 for f in event.estimates if f.kind == "killed"), default=0)
    parts = [f"has {len(event.witnesses)} witness{'' if len(event.witnesses) == 1 else 'es'}"]
    parts += [f"{dead} dead"] if dead else []
    parts += [f"a dispute over {event.disputes[0].what}"] if event.disputes else []
    return ", ".join(parts)
