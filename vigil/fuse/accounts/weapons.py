"""Do the witnesses agree on the means: classes of weapons, kinds of one class (``data/weapons.yaml``), denials, stores hit.

Three things are told apart. Classes that have nothing in common exclude each other ("air strike", "rockets"); what carries a
chemical weapon is no rival of it. Kinds exclude each other inside a class ("sarin", "chlorine"). And where some say that a
chemical weapon was used, others that a store of such things was hit, these are two accounts of one poisoning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

from vigil.fuse.accounts.quoting import best_first
from vigil.fuse.accounts.witnesses import Voice
from vigil.fuse.facts import Facts
from vigil.fuse.words import content
from vigil.model.claim import Stance
from vigil.model.event import Dispute, Position

CHEMICAL, STORE = "chemical", "a store of it was hit"
_STORES = content("depot warehouse stockpile store storehouse arsenal cache factory workshop laboratory")
#: What can hit a store: words for the means say nothing of what was inside.
_HITS = frozenset({"chemical", "airstrike", "shelling", "bombing", "attack", "destruction"})
_CARRIERS = frozenset({"air", "shell"})
_OF_TYPE = {"airstrike": "air", "shelling": "shell", "chemical": CHEMICAL}

Told = Sequence[tuple[Facts, Voice]]


@cache
def _table() -> tuple[Mapping[str, frozenset[str]], Mapping[str, tuple[str, frozenset[str]]]]:
    """Class -> its stems, and kind -> its class and stems."""
    read = yaml.safe_load(files("vigil.fuse").joinpath("data/weapons.yaml").read_text(encoding="utf-8"))
    kinds = {
        kind: (name, content(" ".join(words)))
        for name, row in read.items()
        for kind, words in row.get("kinds", {}).items()
    }
    classes = {name: content(" ".join(row["words"])) for name, row in read.items()}
    for name, stems in kinds.values():
        classes[name] |= stems
    return classes, kinds


def hits_store(facts: Facts) -> bool:
    """Told as a strike on a store of chemicals: a store is its target, or its sentence's where it names no target."""
    classes, _ = _table()
    targets = frozenset().union(*(party.words for party in facts.targets))
    if facts.claim.type not in _HITS or not (targets or facts.words) & _STORES:
        return False
    return facts.claim.type == CHEMICAL or bool(facts.words & classes[CHEMICAL])


def classes_of(facts: Facts) -> frozenset[str]:
    """The classes that a claim's means belong to; its type's where it names no means that we know."""
    if hits_store(facts):
        return frozenset({STORE})
    found = frozenset(name for name, stems in _table()[0].items() if facts.instruments & stems)
    if found:
        return found
    return frozenset({_OF_TYPE[facts.claim.type]}) if facts.claim.type in _OF_TYPE else frozenset()


def kinds_of(facts: Facts) -> frozenset[str]:
    """The kinds that its means are of."""
    return frozenset(kind for kind, (_, stems) in _table()[1].items() if facts.instruments & stems)


def weapon(told: Told, denials: Told) -> Dispute | None:
    """The dispute on the weapon. ``told`` are asserted claims with their voices, ``denials`` what the accused deny."""
    found = _apart(told, classes_of, _rivals) or _apart(told, kinds_of, _other_kinds)
    denied = [(f, voice) for f, voice in denials if kinds_of(f)]
    for kind in sorted({kind for f, _ in denied for kind in kinds_of(f)}):
        holders = [(f, voice) for f, voice in told if kind in kinds_of(f)]
        answers = [(f, voice) for f, voice in denied if kind in kinds_of(f)]
        if holders and found is None:
            found = Dispute(what="weapon", positions=(_position(kind, holders), _position(f"not {kind}", answers)))
    return found


def _apart(
    told: Told, names: Callable[[Facts], frozenset[str]], rival: Callable[[frozenset[str], frozenset[str]], bool]
) -> Dispute | None:
    """Positions by name where two witnesses' names exclude each other."""
    of: dict[str, frozenset[str]] = defaultdict(frozenset)
    held: dict[str, list[tuple[Facts, Voice]]] = defaultdict(list)
    for f, voice in told:
        for name in names(f):
            of[voice.id] |= {name}
            held[name].append((f, voice))
    sets = sorted({tuple(sorted(_main(found))) for found in of.values()})
    if not any(rival(frozenset(a), frozenset(b)) for n, a in enumerate(sets) for b in sets[n + 1 :]):
        return None
    if (
        CHEMICAL in held or STORE in held
    ):  # what carried it is no position; nor is, for those who say that a store was hit, its use
        stored = {voice.id for _, voice in held.get(STORE, ())}
        held = {name: [row for row in rows if name == STORE or row[1].id not in stored] for name, rows in held.items()}
        held = {name: rows for name, rows in held.items() if name not in _CARRIERS}
    return Dispute(what="weapon", positions=tuple(_position(name, rows) for name, rows in sorted(held.items()) if rows))


def _main(found: frozenset[str]) -> frozenset[str]:
    """What a witness holds: that a store was hit explains the chemical, and a chemical counts more than what carried it."""
    if STORE in found:
        return frozenset({STORE})
    return found - _CARRIERS if CHEMICAL in found else found


def _rivals(one: frozenset[str], two: frozenset[str]) -> bool:
    if one & two:
        return False
    chemical = {CHEMICAL, STORE}
    return not ((one & chemical and two <= _CARRIERS) or (two & chemical and one <= _CARRIERS))


def _other_kinds(one: frozenset[str], two: frozenset[str]) -> bool:
    """Different kinds of one class."""
    kinds = _table()[1]
    return not one & two and bool({kinds[kind][0] for kind in one} & {kinds[kind][0] for kind in two})


def denials(facts: Iterable[Facts], voices: Mapping[str, Voice]) -> list[tuple[Facts, Voice]]:
    """The claims that deny, with their voices."""
    return [(f, voices[f.claim.id]) for f in facts if f.claim.stance is Stance.DENIES]


def _position(value: str, rows: Told) -> Position:
    return Position(
        value=value,
        by=tuple(sorted({voice.name for _, voice in rows})),
        claims=best_first((f for f, _ in rows), denied=value.startswith("not ")),
    )
