"""Groups that no registry knows: provisional actors, joined across documents by name.

Pure functions of claims: the same claims in any order give the same groups under the same ids. A group's id is ``new/`` and
the folded spelling of its earliest telling; an id that is no longer in use leads on (``forwards``). What is written is kept;
a score of one half says that nothing is known of the party but its name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vigil.model.claim import Claim, Mention
from vigil.model.entity import PROVISIONAL, ActorRef, ProvisionalActor, field_of
from vigil.model.link import Score, is_decided
from vigil.resolve.provisional.names import abbreviations, group_name, is_short, key_of, spellings

ROLES = ("agent", "target", "source")
#: What is nobody's name: places read as parties, persons, outlets.
NO_GROUP = frozenset({"place", "person", "media", "agency", "civilians"})
#: In so many claims must people have decided alike who a name is, before it is decided for every claim.
ALIKE_DECISIONS = 2
_WHY = Score(0.5, "a name that no registry knows")


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention whose words are a group's name. ``field`` as review calls it; ``ref``: whom it is taken for so far."""

    claim: Claim
    field: str
    mention: Mention
    name: str
    ref: ActorRef

    @property
    def key(self) -> str:
        """Under which it meets its like: the group that a person says it is, else its name."""
        return key_of_id(self.ref.actor_id) if self.ref.provisional and self.ref.actor_id else key_of(self.name)

    @property
    def open(self) -> bool:
        """Nobody knows yet who that is."""
        return self.ref.actor_id is None and self.ref.kind not in NO_GROUP


@dataclass(frozen=True, slots=True)
class Groups:
    """``claims`` with their unknown groups' mentions referring to them, in the order given; ``groups`` by documents."""

    claims: tuple[Claim, ...]
    groups: tuple[ProvisionalActor, ...]


def provisional(claims: Iterable[Claim], moments: Mapping[str, str] | None = None) -> list[ProvisionalActor]:
    """All unknown groups, those of most documents first (``link``)."""
    return list(link(list(claims), moments).groups)


def link(claims: Sequence[Claim], moments: Mapping[str, str] | None = None) -> Groups:
    """Give every mention of an unknown group its provisional actor.

    ``moments``: document id -> when it was published, ISO, by which the earliest telling is known; without, by ids alone.
    Where people decided alike in two claims who a name is, its other mentions follow.
    """
    namings = [named for claim in claims for named in _namings(claim)]
    told: dict[str, list[_Named]] = defaultdict(list)
    for named in namings:
        told[named.key].append(named)
    homes = _homes(told)
    members: dict[str, list[_Named]] = defaultdict(list)
    for key in sorted(told):
        members[homes[key]] += told[key]
    refs: dict[tuple[str, str], ActorRef] = {}
    groups = []
    for rows in members.values():
        waiting = [row for row in rows if row.open or row.ref.provisional]
        who = _decided(rows)
        if waiting and who is None:
            groups.append(_group(waiting, moments or {}))
            who = _ref(groups[-1])
        if who is not None:
            refs |= {(row.claim.id, row.field): who for row in waiting}
    groups.sort(key=lambda group: (-group.documents, -len(group.mentions), group.id))
    changed = {claim for claim, _ in refs}
    filled = tuple(_filled(claim, refs) if claim.id in changed else claim for claim in claims)
    return Groups(filled, tuple(groups))


def forwards(
    old: Iterable[ProvisionalActor], new: Iterable[ProvisionalActor], claims: Iterable[Claim]
) -> list[tuple[str, str, str]]:
    """(old id, new id, why) for each group whose id is no longer in use: where its names lead now; sorted.

    To the group that has its name, else to whom most mentions of that name are taken to mean (``claims`` as linked); where
    nobody uses that name any more, the same of its other names. A group that nobody names any more goes nowhere.
    """
    now = list(new)
    ids = {group.id for group in now}
    homes = {key_of(name): group.id for group in now for name in group.names}
    gone = [group for group in old if group.id not in ids]
    if not gone:
        return []
    wanted = {key_of(name) for group in gone for name in group.names}
    known: dict[str, Counter[str]] = defaultdict(Counter)
    ruled: set[str] = set()
    for named in (named for claim in claims for named in _namings(claim)):
        key, ref = key_of(named.name), named.ref
        if key in wanted and ref.known and ref.actor_id is not None:
            known[key][ref.actor_id] += 1
            ruled |= {ref.actor_id} if is_decided(ref.score) else set()
    notes = []
    for group in gone:
        own = key_of_id(group.id)
        for key in (own, *sorted({key_of(name) for name in group.names} - {own})):
            if key in homes:
                notes.append((group.id, homes[key], "joined: the group is told of under another spelling earlier"))
                break
            if key in known:
                heir = min(known[key], key=lambda id: (-known[key][id], id))
                why = "named: people decided" if heir in ruled else "named: the registry knows it now"
                notes.append((group.id, heir, why))
                break
    return sorted(notes)


def _namings(claim: Claim) -> Iterable[_Named]:
    for role in ROLES:
        mentions = claim.sources if role == "source" else claim.of(role)
        for number, mention in enumerate(mentions, 1):
            name = group_name(mention.meaning) if mention.actor is not None else ""
            if name and mention.actor is not None:
                yield _Named(claim, field_of(role, number), mention, name, mention.actor)


def _decided(rows: Sequence[_Named]) -> ActorRef | None:
    """Who people say that a name is: all alike, and in enough claims."""
    said = {row.claim.id: row.ref for row in rows if row.ref.known and is_decided(row.ref.score)}
    if len(said) < ALIKE_DECISIONS or len({ref.actor_id for ref in said.values()}) > 1:
        return None
    first = said[min(said)]
    return replace(first, text="", score=Score(0.9, f"{first.score.reason} in {len(said)} other claims with this name"))


def _homes(told: Mapping[str, Sequence[_Named]]) -> dict[str, str]:
    """Key of each name -> the first key of its group: by spelling, abbreviation within a document, and people's word."""
    head = {key: key for key in told}

    def find(key: str) -> str:
        while head[key] != key:
            key = head[key]
        return key

    def join(one: str, two: str) -> None:
        first, last = sorted((find(one), find(two)))
        head[last] = first

    rows = {key: [row for row in named if row.open or is_decided(row.ref.score)] for key, named in told.items()}
    lands = {key: {row.ref.country for row in some} - {""} for key, some in rows.items()}
    for one, two in spellings(key for key, some in rows.items() if some):
        if not lands[one] or not lands[two] or lands[one] & lands[two]:
            join(one, two)
    meant: dict[str, dict[str, set[str]]] = defaultdict(
        lambda: defaultdict(set)
    )  # name -> group that it is said to be -> claims
    for key, some in rows.items():
        for row in some:
            if row.ref.provisional and key_of(row.name) in told:
                meant[key_of(row.name)][key].add(row.claim.id)
    for name, said in sorted(meant.items()):
        (other, where), *more = said.items()
        if not more and len(where) >= ALIKE_DECISIONS:
            join(name, other)
    longer: dict[tuple[str, str], set[str]] = defaultdict(set)  # (document, abbreviation) -> keys of the long names
    for key, some in rows.items():
        for row in some:
            for letters in () if is_short(row.name) else abbreviations(row.name, row.mention.meaning):
                longer[row.claim.doc, key_of(letters)].add(key)
    for short, some in sorted(rows.items()):
        if some and is_short(some[0].name):
            owners = {find(key) for row in some for key in longer.get((row.claim.doc, short), ())}
            if len(owners) == 1:  # letters that stand for two groups say nothing of which
                join(short, owners.pop())
    return {key: find(key) for key in told}


def key_of_id(id: str) -> str:
    """The folded name in a group's id."""
    return id.removeprefix(PROVISIONAL).replace("-", " ")


def _ref(group: ProvisionalActor) -> ActorRef:
    return ActorRef(
        text="", actor_id=group.id, name=group.name, kind=group.kind, country=group.country, score=_WHY
    )  # fmt: skip


def _group(rows: Sequence[_Named], moments: Mapping[str, str]) -> ProvisionalActor:
    first = min(
        rows,
        key=lambda row: (
            not row.ref.provisional, is_short(row.name), moments.get(row.claim.doc) or "9999",
            row.claim.doc, row.claim.trigger.start, row.name,
        ),
    )  # fmt: skip
    own = [row for row in rows if row.key == key_of(row.name)] or list(rows)  # not what a person says is another's
    names = Counter(row.name for row in own)
    return ProvisionalActor(
        id=PROVISIONAL + first.key.replace(" ", "-"),
        name=min(names, key=lambda name: (is_short(name), -names[name], name != first.name, name)),
        names=tuple(sorted(names)),
        documents=len({row.claim.doc for row in rows}),
        roles=tuple(sorted(Counter(row.mention.role for row in rows).items())),
        mentions=tuple(sorted((row.claim.id, row.field) for row in rows)),
        kind=_most(row.ref.kind for row in rows),
        country=_most(row.ref.country for row in rows),
    )


def _most(words: Iterable[str]) -> str:
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word)) if counts else ""


def _filled(claim: Claim, refs: Mapping[tuple[str, str], ActorRef]) -> Claim:
    changed: dict[int, Mention] = {}
    for named in _namings(claim):
        ref = refs.get((claim.id, named.field))
        if ref is not None:
            score = named.ref.score if is_decided(named.ref.score) else ref.score
            own = replace(
                ref, text=named.ref.text, slant=named.ref.slant, sector=ref.sector or named.ref.sector, score=score
            )
            changed[id(named.mention)] = replace(named.mention, actor=own)
    if not changed:
        return claim
    return replace(
        claim,
        arguments=tuple(changed.get(id(mention), mention) for mention in claim.arguments),
        sources=tuple(changed.get(id(mention), mention) for mention in claim.sources),
    )
