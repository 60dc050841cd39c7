"""One group of claims -> one Event: place and time that most support, parties, evidence, and all that is disputed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from vigil.fuse.accounts.disputes import asserted, disputes
from vigil.fuse.accounts.status import settle
from vigil.fuse.accounts.tolls import estimates, tolls
from vigil.fuse.accounts.witnesses import Voice, witnesses
from vigil.fuse.copies.syndication import Copies
from vigil.fuse.facts import Facts
from vigil.fuse.victims import number
from vigil.fuse.words import Rarity, fold
from vigil.model.claim import Claim, Mention, Stance, Status
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.event import Dispute, Estimate, Event, Evidence, Position, Relation
from vigil.model.interval import Interval, meeting
from vigil.model.link import Score
from vigil.model.text import digest_id
from vigil.model.wording import says_where

#: When several types fit, the most specific means (claims codebook, "Types"); between equals the earlier one here.
SPECIFIC = ("chemical", "airstrike", "shelling", "bombing", "killing", "attack", "destruction", "casualties")
_FINE = (
    PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.REGION,
    PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN,
)  # fmt: skip
_RELATION = {Stance.ASSERTS: Relation.SUPPORTS, Stance.DENIES: Relation.DENIES, Stance.DECLINES: Relation.DECLINES}


@dataclass(frozen=True, slots=True)
class Record:
    """What settling one group needs to know of the whole."""

    voices: Mapping[str, Voice]
    copies: Copies
    days: Mapping[str, str]  # document id -> publication day, ISO, "" unknown
    replaced: frozenset[str]  # documents that a later version of the same article replaces
    rarity: Rarity
    disproved: Mapping[str, str] = field(default_factory=dict)  # claim id -> who decided so, and why


def event_of(group: Sequence[Facts], why: Mapping[str, Score], record: Record) -> Event:
    """Settle one group. Raises ValueError on an empty group."""
    if not group:
        raise ValueError("an event needs a claim")
    facts = sorted(group, key=lambda f: (record.days.get(f.claim.doc) or "9999", f.claim.id))
    claims = [f.claim for f in facts]
    # What a corrected article used to say stays as evidence and has no more say, unless nothing else tells of it.
    live = [f for f in facts if f.claim.doc not in record.replaced] or facts
    told = [f for f in live if asserted(f)] or live
    kind = _type(told, live)
    held = tolls([f.claim for f in live], record.voices, record.days)
    found = disputes(live, record.voices, held, record.rarity)
    stands = witnesses([f.claim for f in live if asserted(f)], record.voices)
    seen = frozenset([witness.id for witness in stands])
    status, reason = settle([f.claim for f in live], stands, found, record.disproved)
    place, when = _place(told), _when(told)
    figures = _with_named(estimates(held, [f.claim for f in live], record.voices, record.days), live)
    agents, targets = _actors(told, "agent"), _actors(told, "target")
    mode, blamed = _mode(told, kind), any(dispute.what == "perpetrator" for dispute in found)
    return Event(
        id=digest_id("ev_", [claims[0].id]),
        type=kind,
        mode=mode,
        place=place,
        when=when,
        status=status,
        status_reason=reason,
        agents=agents,
        targets=targets,
        evidence=tuple([_evidence(claim, claims[0].id, why, record, seen) for claim in claims]),
        witnesses=stands,
        estimates=figures,
        disputes=tuple(_since(dispute, {c.id: record.days.get(c.doc, "") for c in claims}) for dispute in found),
        gist=gist(kind, mode, agents, targets, place, when, figures, blamed=blamed),
    )


def _with_named(figures: tuple[Estimate, ...], live: Sequence[Facts]) -> tuple[Estimate, ...]:
    """The figures with the dead whom claims name without a number (``victims``): a floor, and no matter of dispute.

    Where nobody gives a number, they are the estimate; where one claim gives it ("six soldiers and a civilian were
    killed"), those who stand beside its numbered dead are added. Several claims' numbers are left as they are told.
    """
    whole = next((f for f in figures if f.kind == "killed" and not f.who and not f.cumulative), None)
    if whole is None:
        named = [f for f in live if f.victims]
        least = number(f.victims for f in named)
        if not least:
            return figures
        claims = tuple(sorted(f.claim.id for f in named))
        floor = Estimate(
            kind="killed", low=least, best=least, high=None, rule="named or told singly, without a number",
            claims=claims, spread=((least, 1.0),),
        )  # fmt: skip
        return (floor, *figures)
    more = [f.beside for f in live if f.claim.id in whole.claims]
    if len(whole.spread) != 1 or not more or not min(more):
        return figures
    low, best, high = (n + min(more) if n is not None else None for n in (whole.low, whole.best, whole.high))
    rule = f"{whole.rule}, and {min(more)} more without a number"
    added = replace(whole, low=low, best=best, high=high, rule=rule, spread=((best or 0, 1.0),))
    return tuple(added if figure is whole else figure for figure in figures)


def _since(dispute: Dispute, days: Mapping[str, str]) -> Dispute:
    """The dispute with the first day on which each position was told."""

    def first(position: Position) -> date | None:
        told = sorted(days[claim] for claim in position.claims if days.get(claim))
        return date.fromisoformat(told[0]) if told else None

    return replace(dispute, positions=tuple(replace(p, since=first(p)) for p in dispute.positions))


def _evidence(claim: Claim, anchor: str, why: Mapping[str, Score], record: Record, seen: frozenset[str]) -> Evidence:
    """The claim's link. Only claims that tell it as done have a witness behind them; ``seen``: the event's, by id."""
    voice = record.voices[claim.id]
    tells = claim.stance is Stance.ASSERTS and claim.status is Status.ACTUAL
    first = "the event's first claim" if claim.id == anchor else "the only claim of it"
    return Evidence(
        claim=claim.id,
        doc=claim.doc,
        relation=_relation(claim),
        witness=voice.id if tells and voice.id in seen else "",
        copy_of=voice.origin if voice.origin != claim.doc else "",
        score=Score(1.0, first) if claim.id == anchor else why.get(claim.id, Score(1.0, first)),
    )


def _relation(claim: Claim) -> Relation:
    """Stance decides; what is said not to have happened speaks against it too, "no casualties" apart: that is a toll."""
    if claim.stance is Stance.ASSERTS and claim.status is Status.NEGATED and claim.type != "casualties":
        return Relation.DENIES
    return _RELATION[claim.stance]


def _type(told: Sequence[Facts], live: Sequence[Facts]) -> str:
    """The type told by most documents; the harm's own type ("casualties") only where nobody names the act.

    Where those who tell it name the harm alone, the act is the one that the accused denies.
    """
    if all(f.claim.type in ("casualties", "destruction") for f in told):
        told = [f for f in live if f.claim.type not in ("casualties", "destruction")] or told
    docs: dict[str, set[str]] = defaultdict(set)
    tellings: Counter[str] = Counter()
    for f in told:
        docs[f.claim.type].add(f.claim.doc)
        tellings[f.claim.type] += 1
    named = [kind for kind in docs if kind not in ("casualties", "destruction")] or list(docs)
    rank = {kind: place for place, kind in enumerate(SPECIFIC)}
    return min(named, key=lambda kind: (-len(docs[kind]), -tellings[kind], rank.get(kind, len(rank)), kind))


def _mode(told: Sequence[Facts], kind: str) -> str:
    modes = Counter(f.claim.mode for f in told if f.claim.type == kind and f.claim.mode)
    return min(modes, key=lambda mode: (-modes[mode], mode)) if modes else ""


def _place(told: Sequence[Facts]) -> PlaceRef | None:
    """The most specific place, between equals the one most tellings support (a holding place supports its parts)."""
    own = [f.place for f in told if f.place is not None and not f.place_borrowed]
    known = own or [f.place for f in told if f.place is not None] or _written(told)
    if not known:
        return None
    support: Counter[str] = Counter()
    for ref in known:
        support[_place_key(ref)] += 1
    holders = Counter(key for ref in {_place_key(r): r for r in known}.values() for key in ref.within)

    def rank(ref: PlaceRef) -> tuple[int, int, int, str]:
        # A holder of other tellings' places is less specific than they are, whatever its own precision says.
        return (
            1 if holders[ref.place_id or ""] else 0,
            _FINE.index(ref.precision) if len(support) > 1 else 0,
            -support[_place_key(ref)],
            _place_key(ref),
        )

    return min(known, key=rank)


def _place_key(ref: PlaceRef) -> str:
    return ref.place_id or fold(ref.text)


def _written(told: Sequence[Facts]) -> list[PlaceRef]:
    """Unresolved places, as written, where the words say of a place which it is."""
    first = (mention.meaning for f in told for mention in f.claim.of("place")[:1])
    return [PlaceRef(text=words) for words in first if says_where(words)]


def _when(told: Sequence[Facts]) -> Interval | None:
    """The told time that most tellings meet on (``interval.meeting``); else the days that the news tells of."""
    stated = [f.claim.when for f in told if f.claim.when is not None and f.claim.when.codebook() is not None]
    if stated:
        return meeting(stated)
    windows = [f.window for f in told if f.window is not None]
    if not windows:
        return None
    first, last = max(w.first for w in windows), min(w.last for w in windows)
    if first > last:
        tightest = min(windows, key=lambda w: (w.days(), w.first))
        first, last = tightest.first, tightest.last
    days = Interval.days(date.fromordinal(first), date.fromordinal(last))
    return Interval(days.start, days.end, days.precision, approximate=True)


def _actors(told: Sequence[Facts], role: str) -> tuple[ActorRef, ...]:
    """Distinct actors of a role, most told first. Beside somebody known, a bare "army" or a town says nothing more."""
    seen: Counter[str] = Counter()
    shown: dict[str, ActorRef] = {}
    for f in told:
        for mention in f.claim.of(role):
            ref = mention.actor or ActorRef(text=mention.meaning)
            key = ref.actor_id or fold(mention.meaning)
            if key:
                seen[key] += 1
                shown.setdefault(key, _first(mention, ref))
    if any(ref.known for ref in shown.values()):
        shown = {key: ref for key, ref in shown.items() if ref.actor_id or _is_somebody(ref)}
    return tuple(shown[key] for key in sorted(shown, key=lambda key: (-seen[key], key)))


def _is_somebody(ref: ActorRef) -> bool:
    return ref.kind != "place" and any(letter.isupper() for letter in ref.text)


def _first(mention: Mention, ref: ActorRef) -> ActorRef:
    return ref if ref.text else ActorRef(text=mention.meaning, actor_id=ref.actor_id, name=ref.name, side=ref.side)


def gist(
    kind: str,
    mode: str,
    agents: Sequence[ActorRef],
    targets: Sequence[ActorRef],
    place: PlaceRef | None,
    when: Interval | None,
    figures: Sequence[Estimate],
    *,
    blamed: bool = False,
) -> str:
    """One plain line: ``airstrike by A on B at C, 2018-03-04: 12-15 killed``; ``blamed``: who did it is disputed."""
    line = f"{kind} ({mode})" if mode else kind
    if agents:
        names = [a.name or a.text for a in agents[:2]]
        line += " blamed on " + " and on ".join(names) if blamed else " by " + " and ".join(names)
    if targets:
        line += " on " + " and ".join(t.name or t.text for t in targets[:2])
    if place is not None:
        line += f" at {place.name or place.text}"
    if when is not None and when.codebook():
        line += f", {when.codebook()}"
    tolls = [
        f"{_range(f)} {f.kind}"
        for f in figures
        if f.kind in ("killed", "wounded", "displaced") and not f.who and not f.cumulative
    ]
    return line + (": " + ", ".join(tolls) if tolls else "")


def _range(figure: Estimate) -> str:
    low, high = figure.low, figure.high
    if low is None:
        return f"up to {high}"
    return f"at least {low}" if high is None else f"{low}" if low == high else f"{low}-{high}"
