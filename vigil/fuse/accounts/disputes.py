"""What an event's tellings disagree on, with every position, who holds it, and in which claims.

A dispute needs two witnesses: a source that raises its own toll has updated it. ``occurrence`` is a denial, or a claim
that it did not happen, against claims that it did; ``perpetrator`` is agents of different sides named by different
witnesses, or the accused's own denial; ``killed``, ``wounded``, ``displaced`` are
figures whose ranges do not meet; ``weapon``, ``victims`` (of violence), ``place``, ``time`` and ``outcome`` are told in
ways that exclude each other. What is none is in ``docs/fusion.md``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from vigil.fuse.accounts.quoting import best_first
from vigil.fuse.accounts.tolls import Toll, differ
from vigil.fuse.accounts.weapons import STORE, denials, hits_store, weapon
from vigil.fuse.accounts.witnesses import Voice
from vigil.fuse.facts import LASTING, Facts, Party
from vigil.fuse.where import Pair, places_apart
from vigil.fuse.words import Rarity, content, fold
from vigil.model.claim import Stance, Status
from vigil.model.event import Dispute, Position

TOLLS = ("killed", "wounded", "displaced", "missing", "detained", "abducted")
_STATE = "gov/"  # before a country's code: the side of its government, its army and those who fight under it
NATION = 6  # letters that a country and its people share: "Russia", "Russian"
VICTIMS: dict[str, frozenset[str]] = {
    "civilians": frozenset((
        "civilian", "child", "children", "woman", "women", "resident", "villager", "family", "famili", "people", "evacue",
        "patient", "doctor", "refuge", "displaced", "student", "worker", "hospital", "school", "market", "home", "hous",
    )),
    "fighters": frozenset((
        "fighter", "soldier", "troop", "militant", "rebel", "terrorist", "insurgent", "jihadist", "gunman", "gunmen",
        "forc", "army", "commander", "milit", "extremist", "officer", "serviceman", "servicemen", "base", "position",
        "headquarter", "depot", "convoy", "warehous",
    )),
}  # fmt: skip
OPPOSED_MODES = (
    frozenset({"holds", "violated"}), frozenset({"holds", "ended"}), frozenset({"imposed", "lifted"}),
    frozenset({"delivered", "blocked"}), frozenset({"captured", "lost"}), frozenset({"holds", "lost"}),
    frozenset({"agreed", "ended"}),
)  # fmt: skip

#: What is said against an occurrence: by whoever denies that it happened, and by the accused who denies it.
NOTHING, NOT_US = "did not happen", "denied by the accused"

Told = Sequence[tuple[Facts, Voice]]


def disputes(
    facts: Sequence[Facts], voices: Mapping[str, Voice], tolls: Mapping[str, Sequence[Toll]], rarity: Rarity
) -> tuple[Dispute, ...]:
    """All disputes of one event's claims, in a fixed order."""
    ordered = sorted(facts, key=lambda item: item.claim.id)
    told = [(f, voices[f.claim.id]) for f in ordered if asserted(f)]
    if len(told) == len(ordered) and len({voice.key for _, voice in told}) == 1:
        return ()  # one witness, who tells it all as done: nobody contradicts anybody
    found = [occurrence(ordered, voices), perpetrator(ordered, voices)]
    found += [_toll(kind, tolls.get(kind, ())) for kind in TOLLS]
    found += [
        weapon([row for row in told if row[0].claim.type != "attack"], denials(ordered, voices)),
        _exclusive("victims", [row for row in told if row[0].family == "violence"], _victims),
        _apart("place", told, _placed, lambda a, b: _elsewhere(a, b, rarity), _place_text),
        _apart("time", told, _dated, _times_differ, lambda f: f.window.text() if f.window else ""),
        outcome(ordered, voices),
    ]
    return tuple(dispute for dispute in found if dispute is not None)


def asserted(facts: Facts) -> bool:
    """Told as having happened, not denied."""
    return facts.claim.stance is Stance.ASSERTS and facts.claim.status is Status.ACTUAL


def denies_own_act(facts: Facts) -> bool:
    """A denial by the one that is accused: its speaker is the agent that it is said not to have been."""
    return facts.claim.stance is Stance.DENIES and any(_same(a, s) for a in facts.agents for s in facts.speakers)


def _same(one: Party, two: Party) -> bool:
    if one.id and two.id:
        return one.id == two.id or one.side == two.side
    return bool(one.words & two.words)


def occurrence(facts: Sequence[Facts], voices: Mapping[str, Voice]) -> Dispute | None:
    """Did it happen, as told: denials, and claims that it did not ("no casualties" is a toll). Who is accused and denies
    it does not say that nothing happened, and holds a position of its own.

    What a witness that tells of it says did not happen is a part of it ("the last bus has not left"), and no denial. Nor is
    what is denied inside a statement ("he denied it", read as an accusation) a denial that the statement was made. That a
    truce "has not held" is what came of it (``outcome``).
    """
    if all(f.family == "statement" for f in facts):
        return None
    yes = [f for f in facts if asserted(f)]
    tell = {voices[f.claim.id].id for f in yes}
    no = [
        f
        for f in facts
        if f.claim.stance is Stance.DENIES
        or (_negated(f) and f.claim.type not in _NOT_ITSELF and voices[f.claim.id].id not in tell)
    ]
    own = [f for f in no if denies_own_act(f)]
    no = [f for f in no if not denies_own_act(f)]
    if not yes or not (own or no):
        return None
    against = [_position(value, held, voices, denied=True) for value, held in ((NOTHING, no), (NOT_US, own)) if held]
    return Dispute(what="occurrence", positions=(_position("happened", yes, voices), *against))


#: Types of which "not" says something else than that nothing happened: nobody died, a siege or a truce does not hold.
_NOT_ITSELF = frozenset({"casualties", "siege", "ceasefire"})


def _negated(facts: Facts) -> bool:
    return facts.claim.stance is Stance.ASSERTS and facts.claim.status is Status.NEGATED


def _two(
    what: str, one: tuple[str, list[Facts]], two: tuple[str, list[Facts]], voices: Mapping[str, Voice]
) -> Dispute | None:
    if not one[1] or not two[1]:
        return None
    return Dispute(what=what, positions=(_position(*one, voices), _position(*two, voices)))


def _position(value: str, facts: Iterable[Facts], voices: Mapping[str, Voice], *, denied: bool = False) -> Position:
    claims = best_first(facts, denied=denied)
    return Position(value=value, by=tuple(sorted({voices[c].name for c in claims})), claims=claims)


def perpetrator(facts: Sequence[Facts], voices: Mapping[str, Voice]) -> Dispute | None:
    """Who did it: agents of different sides by different witnesses, and denials by the accused."""
    if not facts or (facts[0].family != "violence" and not any(f.family == "violence" for f in facts)):
        return None
    blamed: dict[str, list[Facts]] = defaultdict(list)
    shown: dict[str, str] = {}
    named: set[str] = set()
    # In a clash either side may be named as the one that acts. Agents whose side is known come first, for words to match.
    acts = [
        (agent, mention.actor.country if mention.actor else "", f)
        for f in facts
        if asserted(f) and f.claim.type != "attack"
        for agent, mention in zip(f.agents, f.claim.of("agent"), strict=True)
    ]
    for agent, country, f in sorted(acts, key=lambda act: not act[0].side):
        key, name = _culprit(agent, country, shown), agent.name
        if hits_store(f):  # who hit a store of gas is not said to have used it
            key, name = f"{STORE}: {key}", f"{STORE}, by {name}"
        shown.setdefault(key, name)
        blamed[key].append(f)
        if is_named(agent):
            named.add(key)
    # Beside somebody known "the bomber" is nobody else; nor are "the attacker" and "a suicide bomber" two culprits.
    if named or not any(denies_own_act(f) for f in facts):
        blamed = {key: found for key, found in blamed.items() if key in named}
    denied: dict[str, list[Facts]] = defaultdict(list)
    for f in facts:
        if denies_own_act(f):
            denied[f.agents[0].name].append(f)
    by = {voices[f.claim.id].id for found in blamed.values() for f in found}
    if not denied and (len(blamed) < 2 or len(by) < 2 or not _by_different(blamed, voices)):
        return None
    if not blamed and not any(asserted(f) for f in facts):
        return None
    positions = [_position(shown[key], found, voices) for key, found in sorted(blamed.items())]
    positions += [_position(f"not {name}", found, voices, denied=True) for name, found in sorted(denied.items())]
    if len(positions) < 2:
        positions.insert(0, _position("not named", [f for f in facts if asserted(f)], voices))
    return Dispute(what="perpetrator", positions=tuple(positions))


def _culprit(agent: Party, country: str, shown: Mapping[str, str]) -> str:
    """The key under which an agent is one culprit with others: its side, or the words that an earlier one shares.

    Words share their first letters: "Russian jets" are Russia's. A people is its state's side: "American" jets are those of
    the coalition that it leads.
    """
    if agent.side:
        return agent.side
    if country and (state := f"{_STATE}{country}") in shown:
        return state
    starts = {word[:NATION] for word in agent.words}
    for key, name in sorted(shown.items()):
        if not key.startswith(STORE) and starts & {word[:NATION] for word in content(name)}:
            return key
    return fold(agent.name)


_NOBODY = frozenset("he she it they we i who which this that these those his her their".split())


def is_named(party: Party) -> bool:
    """Somebody: in the registry, or written with a capital; "the assailant" and "they" are not."""
    words = party.name.split()
    return bool(party.id or party.side) or any(w[:1].isupper() and w.lower() not in _NOBODY for w in words)


def _by_different(blamed: Mapping[str, list[Facts]], voices: Mapping[str, Voice]) -> bool:
    """True when some witness names one culprit only, and another witness another one."""
    named: dict[str, set[str]] = defaultdict(set)
    for key, found in blamed.items():
        for f in found:
            named[voices[f.claim.id].id].add(key)
    single = [keys for _, keys in sorted(named.items()) if len(keys) == 1]
    return len({next(iter(keys)) for keys in single}) > 1


def _toll(kind: str, held: Sequence[Toll]) -> Dispute | None:
    if not differ(held):
        return None
    figures: dict[str, list[Toll]] = defaultdict(list)
    for toll in held:
        figures[toll.text()].append(toll)
    ordered = sorted(figures.items(), key=lambda item: (item[1][0].figure, item[0]))
    return Dispute(
        what=kind,
        positions=tuple(
            Position(
                value=text,
                by=tuple(sorted({toll.voice.name for toll in same})),
                claims=tuple(sorted({claim for toll in same for claim in toll.claims})),
            )
            for text, same in ordered
        ),
    )


def _victims(facts: Facts) -> frozenset[str]:
    words = frozenset().union(*(party.words for party in facts.targets))
    for count in facts.claim.counts:
        if count.kind in ("killed", "wounded") and count.who is not None:
            words |= content(count.who.text)
    return frozenset([name for name, members in VICTIMS.items() if not members.isdisjoint(words)])


def _exclusive(what: str, told: Told, classes: Callable[[Facts], frozenset[str]]) -> Dispute | None:
    """Positions by class when two witnesses' classes have nothing in common."""
    of: dict[str, set[str]] = defaultdict(set)
    held: dict[str, list[tuple[Facts, Voice]]] = defaultdict(list)
    for f, voice in told:
        for name in classes(f):
            of[voice.id].add(name)
            held[name].append((f, voice))
    sets = [of[key] for key in sorted(of)]
    if not any(not a & b for n, a in enumerate(sets) for b in sets[n + 1 :]):
        return None
    return Dispute(what=what, positions=_positions(held))


def _positions(held: Mapping[str, Sequence[tuple[Facts, Voice]]]) -> tuple[Position, ...]:
    """What is held, each with its witnesses and claims."""
    return tuple(
        Position(
            value=value,
            by=tuple(sorted({voice.name for _, voice in rows})),
            claims=tuple(sorted({f.claim.id for f, _ in rows})),
        )
        for value, rows in sorted(held.items())
    )


def _apart(
    what: str,
    told: Told,
    says: Callable[[Facts], bool],
    differs: Callable[[Facts, Facts], bool],
    text: Callable[[Facts], str],
) -> Dispute | None:
    """Positions by text when all that one witness says excludes all that another says.

    Only claims that ``says`` picks count, and only where an article's own matter is told: a second town or day that somebody
    mentions once is no position on where or when it was.
    """
    told = [(f, voice) for f, voice in told if f.main and says(f)]
    by_voice: dict[str, list[Facts]] = defaultdict(list)
    for f, voice in told:
        by_voice[voice.id].append(f)
    names = sorted(by_voice)
    rivals = {
        voice
        for n, one in enumerate(names)
        for two in names[n + 1 :]
        if all(differs(a, b) for a in by_voice[one] for b in by_voice[two])
        for voice in (one, two)
    }
    rows: dict[str, list[tuple[Facts, Voice]]] = defaultdict(list)
    for f, voice in told:
        if voice.id in rivals:
            rows[text(f)].append((f, voice))
    if len(rows) < 2:
        return None
    return Dispute(what=what, positions=_positions(rows))


def _elsewhere(one: Facts, two: Facts, rarity: Rarity) -> bool:
    """Places of which not both can be right. A city stands for what lies round it: "Homs" for a base in its province."""
    a, b = one.place, two.place
    if a is not None and b is not None and (a.kind == "city") != (b.kind == "city"):
        around = any(not holder.startswith("iso:") for holder in {*a.within} & {*b.within})
    else:
        around = False
    return not around and places_apart(Pair(one, two, rarity, 1.0)).value > 0.5


def _place_text(facts: Facts) -> str:
    if facts.place is not None:
        return facts.place.name or facts.place.text
    return " ".join(sorted(facts.place_words))


def _placed(facts: Facts) -> bool:
    return facts.place is not None and not facts.place_borrowed


def _dated(facts: Facts) -> bool:
    """A day of its own for something that does not last."""
    window = facts.window
    return window is not None and window.origin == "told" and window.days() <= 3 and facts.claim.type not in LASTING


def _times_differ(one: Facts, two: Facts) -> bool:
    return one.window is not None and two.window is not None and one.window.gap(two.window) >= 1


def outcome(facts: Sequence[Facts], voices: Mapping[str, Voice]) -> Dispute | None:
    """What came of it: opposed modes told by different witnesses (a truce that holds, and that is broken), or a siege or
    truce of which one witness tells and another says that there is none."""
    by_mode: dict[str, list[Facts]] = defaultdict(list)
    for f in facts:
        if asserted(f) and f.claim.mode:
            by_mode[f.claim.mode].append(f)
    for modes in OPPOSED_MODES:
        one, two = sorted(modes)
        if one in by_mode and two in by_mode:
            said = [{voices[f.claim.id].id for f in by_mode[mode]} for mode in (one, two)]
            if not said[0] & said[1]:
                return _two("outcome", (one, by_mode[one]), (two, by_mode[two]), voices)
    lasting = [f for f in facts if f.claim.type in _NOT_ITSELF and f.claim.type != "casualties"]
    # What was only agreed may well not hold, and what was broken or lifted is told by those who say that it does not.
    yes = [f for f in lasting if asserted(f) and f.claim.mode in ("", "holds", "imposed")]
    tell = {voices[f.claim.id].id for f in yes}
    no = [f for f in lasting if _negated(f) and voices[f.claim.id].id not in tell]
    return _two("outcome", ("holds", yes), ("does not hold", no), voices)
