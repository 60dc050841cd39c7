"""What an event's tellings disagree on, with every position, who holds it, and in which claims.

A dispute needs two witnesses: a source that raises its own toll has updated it. ``occurrence`` is a denial, or a claim
that it did not happen, against claims that it did; ``perpetrator`` is agents of different sides named by different
witnesses, or the accused's own denial; ``killed``, ``wounded``, ``displaced`` are
figures whose ranges do not meet; ``weapon``, ``victims``, ``place``, ``time`` and ``outcome`` are told in ways that
exclude each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from vigil.fuse.facts import LASTING, Facts, Party
from vigil.fuse.tolls import Toll, differ
from vigil.fuse.where import Pair, places_apart
from vigil.fuse.witnesses import Voice
from vigil.fuse.words import Rarity, content, fold
from vigil.model.claim import Stance, Status
from vigil.model.event import Dispute, Position

TOLLS = ("killed", "wounded", "displaced", "missing", "detained", "abducted")
#: Words that tell means apart. A means of two classes ("car bomb") is compared by the sets.
WEAPONS: dict[str, tuple[str, ...]] = {
    "chemical": ("chemical", "chlorine", "sarin", "gas", "mustard", "toxic", "nerve"),
    "air": (
        "airstrike",
        "air",
        "warplan",
        "jet",
        "barrel",
        "drone",
        "helicopter",
        "plan",
        "aircraft",
        "aerial",
        "raid",
    ),
    "shell": ("shell", "artillery", "mortar", "rocket", "missil", "tank", "howitzer", "grad"),
    "vehicle bomb": ("car", "truck", "van", "vehicl", "motorcycl", "bus", "lorry"),
    "planted or carried bomb": ("suicid", "mine", "landmin", "ied", "belt", "vest", "grenad", "roadsid", "tunnel"),
    "gunfire": ("gun", "gunfir", "rifl", "sniper", "shot", "shoot", "bullet", "pistol"),
    "blade": ("knif", "knive", "behead", "machet"),
}
VICTIMS: dict[str, tuple[str, ...]] = {
    "civilians": (
        "civilian", "child", "children", "woman", "women", "resident", "villager", "family", "famili", "people", "evacue",
        "patient", "doctor", "refuge", "displaced", "student", "worker", "hospital", "school", "market", "home", "hous",
    ),
    "fighters": (
        "fighter", "soldier", "troop", "militant", "rebel", "terrorist", "insurgent", "jihadist", "gunman", "gunmen",
        "forc", "army", "commander", "milit", "extremist", "officer", "serviceman", "servicemen", "base", "position",
        "headquarter", "depot", "convoy", "warehous",
    ),
}  # fmt: skip
TYPE_WEAPON = {"airstrike": "air", "shelling": "shell", "chemical": "chemical"}
OPPOSED_MODES = (
    frozenset({"holds", "violated"}), frozenset({"holds", "ended"}), frozenset({"imposed", "lifted"}),
    frozenset({"delivered", "blocked"}), frozenset({"captured", "lost"}), frozenset({"holds", "lost"}),
    frozenset({"agreed", "ended"}),
)  # fmt: skip

Told = Sequence[tuple[Facts, Voice]]


def disputes(
    facts: Sequence[Facts], voices: Mapping[str, Voice], tolls: Mapping[str, Sequence[Toll]], rarity: Rarity
) -> tuple[Dispute, ...]:
    """All disputes of one event's claims, in a fixed order."""
    ordered = sorted(facts, key=lambda item: item.claim.id)
    told = [(f, voices[f.claim.id]) for f in ordered if asserted(f)]
    found = [occurrence(ordered, voices), perpetrator(ordered, voices)]
    found += [_toll(kind, tolls.get(kind, ())) for kind in TOLLS]
    found += [
        _exclusive("weapon", told, lambda f: _classes(WEAPONS, f.instruments) or _of_type(f)),
        _exclusive("victims", told, _victims),
        _apart("place", told, lambda a, b: places_apart(Pair(a, b, rarity, 1.0)).value > 0.5, _place_text),
        _apart("time", told, _times_differ, lambda f: f.window.text() if f.window else ""),
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
    """Did it happen, as told: denials, the accused's own too, and claims that it did not ("no casualties" is a toll)."""
    yes = [f for f in facts if asserted(f)]
    no = [
        f
        for f in facts
        if f.claim.stance is Stance.DENIES
        or (f.claim.stance is Stance.ASSERTS and f.claim.status is Status.NEGATED and f.claim.type != "casualties")
    ]
    return _two("occurrence", ("happened", yes), ("did not happen", no), voices)


def _two(
    what: str, one: tuple[str, list[Facts]], two: tuple[str, list[Facts]], voices: Mapping[str, Voice]
) -> Dispute | None:
    if not one[1] or not two[1]:
        return None
    return Dispute(what=what, positions=(_position(*one, voices), _position(*two, voices)))


def _position(value: str, facts: Iterable[Facts], voices: Mapping[str, Voice]) -> Position:
    claims = sorted(f.claim.id for f in facts)
    return Position(value=value, by=tuple(sorted({voices[c].name for c in claims})), claims=tuple(claims))


def perpetrator(facts: Sequence[Facts], voices: Mapping[str, Voice]) -> Dispute | None:
    """Who did it: agents of different sides by different witnesses, and denials by the accused."""
    if not facts or (facts[0].family != "violence" and not any(f.family == "violence" for f in facts)):
        return None
    blamed: dict[str, list[Facts]] = defaultdict(list)
    shown: dict[str, str] = {}
    for f in facts:
        if not asserted(f) or f.claim.type == "attack":  # in a clash either side may be named as the one that acts
            continue
        for agent in f.agents:
            key = _culprit(agent, shown)
            shown.setdefault(key, agent.name)
            blamed[key].append(f)
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
    positions += [_position(f"not {name}", found, voices) for name, found in sorted(denied.items())]
    if len(positions) < 2:
        positions.insert(0, _position("not named", [f for f in facts if asserted(f)], voices))
    return Dispute(what="perpetrator", positions=tuple(positions))


def _culprit(agent: Party, shown: Mapping[str, str]) -> str:
    """The key under which an agent is one culprit with others: its side, or the words that an earlier one shares."""
    if agent.side:
        return agent.side
    for key, name in sorted(shown.items()):
        if agent.words & content(name):
            return key
    return fold(agent.name)


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


def _classes(table: Mapping[str, tuple[str, ...]], words: Iterable[str]) -> frozenset[str]:
    given = set(words)
    return frozenset(name for name, members in table.items() if given & set(members))


def _of_type(facts: Facts) -> frozenset[str]:
    weapon = TYPE_WEAPON.get(facts.claim.type)
    return frozenset({weapon}) if weapon else frozenset()


def _victims(facts: Facts) -> frozenset[str]:
    words = frozenset().union(*(party.words for party in facts.targets))
    for count in facts.claim.counts:
        if count.kind in ("killed", "wounded") and count.who is not None:
            words |= content(count.who.text)
    return _classes(VICTIMS, words)


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
    return Dispute(
        what=what,
        positions=tuple(
            Position(
                value=name,
                by=tuple(sorted({v.name for _, v in rows})),
                claims=tuple(sorted({f.claim.id for f, _ in rows})),
            )
            for name, rows in sorted(held.items())
        ),
    )


def _apart(
    what: str, told: Told, differs: Callable[[Facts, Facts], bool], text: Callable[[Facts], str]
) -> Dispute | None:
    """Positions by text when two witnesses' tellings exclude each other and nobody holds both."""
    clash = {
        n
        for a, (one, v) in enumerate(told)
        for b, (two, w) in enumerate(told)
        if a < b and v.id != w.id and differs(one, two)
        for n in (a, b)
    }
    rows: dict[str, list[tuple[Facts, Voice]]] = defaultdict(list)
    for n in sorted(clash):
        rows[text(told[n][0])].append(told[n])
    if len(rows) < 2:
        return None
    return Dispute(
        what=what,
        positions=tuple(
            Position(
                value=value,
                by=tuple(sorted({v.name for _, v in held})),
                claims=tuple(sorted({f.claim.id for f, _ in held})),
            )
            for value, held in sorted(rows.items())
        ),
    )


def _place_text(facts: Facts) -> str:
    if facts.place is not None:
        return facts.place.name or facts.place.text
    return " ".join(sorted(facts.place_words))


def _times_differ(one: Facts, two: Facts) -> bool:
    a, b = one.window, two.window
    if a is None or b is None or a.origin != "told" or b.origin != "told":
        return False
    lasting = one.claim.type in LASTING or two.claim.type in LASTING
    return a.gap(b) >= 1 and not lasting and max(a.days(), b.days()) <= 3


def outcome(facts: Sequence[Facts], voices: Mapping[str, Voice]) -> Dispute | None:
    """What came of it: opposed modes told by different witnesses (a truce that holds, and that is broken)."""
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
    return None
