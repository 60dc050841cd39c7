"""Coded incident records (SATP, dev): deaths, injuries, arrests, kinds of action and the perpetrator's class of a report.

    python -m bench.incidents [--json FILE]

Each report goes alone through the product's own ``vigil extract`` and ``vigil fuse``, so that what is told twice is one
event. A number is the sum over events of the best estimate of its kind, number words counted once. By our codebook "a
soldier" and a name get no count. Of the dead, those told of without a number are counted where the report gives none
(``vigil.fuse.victims``, one for a singular, two for a plural); of the injured and arrested, the targets of acts of that
kind, and the larger of the two numbers stands (the named are mostly the numbered).

==============  ============================================================================================
theirs          ours (acts told as done)
==============  ============================================================================================
armed_assault   attack, killing, shelling, airstrike
arrest          detention
seizure         arms, seized
bombing         bombing
infrastructure  destruction
surrender       withdrawal whose trigger says surrender (our type also holds retreat and flight)
abduction       abduction
perpetrator     the first event's first named agent, in text order: the coders' own class name in it, else rebels by
                its head noun are Maoist, a state's bodies Security; an arrest or seizure without one is Security (only the
                state arrests); who surrenders is Maoist; else Unknown
==============  ============================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from bench.gold import need
from bench.gold import read as lines
from bench.reading import Reading, document, linker, read
from bench.score import Tally, accuracy, macro_f1
from bench.table import Figure, command_line
from vigil.fuse import victims as unnumbered
from vigil.fuse.fusion import fuse
from vigil.model.claim import Claim, Mention, Stance, Status
from vigil.model.event import Event
from vigil.reference.keys import fold
from vigil.resolve.actors.words import KIND_OF, SECTOR_OF

UCDP = "UCDP-AEC, deaths in an article (other texts)"
OTHERS = "NAVCO counts (other texts); WAD .813, EMM .443"
ACTIONS = {
    "attack": "armed_assault", "killing": "armed_assault", "shelling": "armed_assault", "airstrike": "armed_assault",
    "detention": "arrest", "bombing": "bombing", "destruction": "infrastructure", "abduction": "abduction",
}  # fmt: skip
CLASSES = ("Maoist", "Security", "Unknown")
#: Figure: our kind of count, the coders' field, the types whose unnumbered targets count, what their trigger must say.
NUMBERS: dict[str, tuple[str, tuple[str, str], frozenset[str], re.Pattern[str]]] = {
    "deaths": ("killed", ("deaths", "total_fatalities"), frozenset(), re.compile("")),
    "injuries": (
        "wounded", ("injuries", "total_injuries"), frozenset(("killing", "casualties", "attack", "bombing", "abuse")),
        re.compile(r"injur|wound|hurt|maim", re.I),
    ),
    "arrests": ("detained", ("arrests", "total_arrests"), frozenset(("detention",)), re.compile("")),
}  # fmt: skip
PLURALS = frozenset("people men women children policemen police personnel".split())
_SURRENDER = re.compile(r"surrender|la(?:y|id|ying) down|gave up|give up", re.I)


def done(claim: Claim) -> bool:
    """Told as done, by somebody who stands for it."""
    return claim.status is Status.ACTUAL and claim.stance is Stance.ASSERTS


def victims(claims: Iterable[Claim]) -> int:
    """People named as targets without a number. "A villager, Abel Kane" is one: names say who the nouns are."""
    nouns: dict[str, int] = {}
    names: list[set[str]] = []
    targets = {mention.meaning for claim in claims for mention in claim.of("target") if mention.meaning}
    # The longest first: "Sgt Abel Kane" and "Kane" are one.
    for words in sorted(targets, key=lambda words: (-len(words), words)):
        plain = fold(words).split()
        if not plain or "maoist" in fold(words):
            continue
        if words.split()[-1].islower() or plain[-1] in SECTOR_OF:
            nouns[plain[-1]] = 2 if plain[-1].endswith("s") or plain[-1] in PLURALS else 1
        elif not any(set(plain) <= other for other in names):
            names.append(set(plain))
    return max(len(names), sum(nouns.values()))


def number(events: Sequence[Event], claims: dict[str, Claim], name: str, text: str) -> int:
    """Deaths, injuries or arrests of one report: what is numbered; or else, or if more, what is named."""
    kind, _, types, said = NUMBERS[name]
    total, met = 0, set[int]()
    for event in events:
        for estimate in event.estimates:
            if estimate.who or estimate.cumulative:
                continue
            places = {c.span.start for id_ in estimate.claims for c in claims[id_].counts if c.kind == kind and c.span}
            # The reader gives "two villagers killed" to the clash and to the raid of one sentence.
            if estimate.kind == kind and places - met:
                total += estimate.best or 0
                met |= places
    if name == "deaths":
        return total or unnumbered.number(unnumbered.unnumbered(claim, text) for claim in claims.values())
    told = (claim for claim in claims.values() if done(claim) and claim.type in types)
    return max(total, victims(claim for claim in told if said.search(claim.trigger.text)))


def actions(claims: Iterable[Claim]) -> set[str]:
    """The coders' kinds of action."""
    found = set()
    for claim in claims:
        if not done(claim):
            continue
        if claim.type == "arms" and claim.mode == "seized":
            found.add("seizure")
        elif claim.type == "withdrawal" and _SURRENDER.search(claim.trigger.text):
            found.add("surrender")
        elif claim.type in ACTIONS:
            found.add(ACTIONS[claim.type])
    return found


def perpetrator(claims: Sequence[Claim]) -> str:
    """Maoist, Security or Unknown."""
    acts = [claim for claim in claims if done(claim) and actions([claim])]
    for claim in acts:
        for mention in claim.of("agent"):
            if side := _side(mention):
                return side
        if actions([claim]) & {"arrest", "seizure"}:
            return "Security"
        if actions([claim]) == {"surrender"}:
            return "Maoist"
    return "Unknown"


def _side(mention: Mention) -> str:
    text = fold(mention.meaning)
    if "maoist" in text:
        return "Maoist"
    known = [SECTOR_OF[word] for word in text.split() if word in SECTOR_OF]
    kind = KIND_OF.get(known[-1], "") if known else ""
    return {"rebel": "Maoist", "army": "Security", "police": "Security", "state": "Security"}.get(kind, "")


def measure() -> list[Figure]:
    """Exact numbers, macro F1 of actions, accuracy of the perpetrator's class."""
    (path,) = need("satp_coded/dev.jsonl")
    rows = lines(path)
    readings = read(document(row["id"], row["text"], row["date"]) for row in rows)
    link = linker()
    linked: list[Reading] = [(told, link(told, claims)) for told, claims in readings]
    fused = [fuse([told], claims).events for told, claims in linked]
    figures = []
    for name, (_, (group, field), _, _) in NUMBERS.items():
        ours = [
            number(events, {c.id: c for c in claims}, name, told.text)
            for events, (told, claims) in zip(fused, linked, strict=True)
        ]
        figures += _exact(name, [row[group].get(field) for row in rows], ours)
    return [*figures, *_actions(rows, linked), *_perpetrators(rows, linked)]


def _exact(name: str, gold: Sequence[int | None], ours: Sequence[int]) -> list[Figure]:
    coded = [(int(want), got) for want, got in zip(gold, ours, strict=True) if want is not None]
    some = [(want, got) for want, got in coded if want > 0]
    anchor, whose = {"deaths": (0.813, UCDP), "injuries": (0.501, OTHERS)}.get(name, (None, ""))
    easy = "most are 0, as few of the anchors' texts are"
    return [
        Figure("incidents", f"{name}: exact, all coded ({len(coded)})", _share(coded), None, easy),
        Figure("incidents", f"{name}: exact, more than 0 ({len(some)})", _share(some), anchor, whose),
    ]


def _share(rows: Sequence[tuple[int, int]]) -> float:
    return sum(want == got for want, got in rows) / max(1, len(rows))


def _actions(rows: Sequence[dict[str, Any]], linked: Sequence[Reading]) -> list[Figure]:
    names = sorted({*ACTIONS.values(), "seizure", "surrender"})
    tallies = {name: Tally() for name in names}
    for row, (_, claims) in zip(rows, linked, strict=True):
        found = actions(claims)
        for name, tally in tallies.items():
            tally.add(found=name in found, gold=name in row["actions"], right=name in found and name in row["actions"])
    each = [Figure("incidents", f"action {name}: F1", tally.f1) for name, tally in tallies.items()]
    return [Figure("incidents", "actions: macro F1", macro_f1(tallies.values())), *each]


def _perpetrators(rows: Sequence[dict[str, Any]], linked: Sequence[Reading]) -> list[Figure]:
    pairs = [
        (row["perpetrator"], perpetrator(c)) for row, (_, c) in zip(rows, linked, strict=True) if row["perpetrator"]
    ]
    gold, ours = [want for want, _ in pairs], [got for _, got in pairs]
    common = max(CLASSES, key=gold.count)
    return [
        Figure("incidents", "perpetrator's class: accuracy", accuracy(gold, ours)),
        Figure("incidents", f"perpetrator's class: always {common}", gold.count(common) / max(1, len(gold))),
    ]


if __name__ == "__main__":
    command_line(__doc__, measure)
