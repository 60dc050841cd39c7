"""What ECB+'s train part teaches of single words, for ``bench.ecbplus_pairs``: which heads mean one thing, how often two
mentions of one head are one event ("needed" seldom, "merger" mostly), and how often a head stands alone in its chain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from bench.mention_states import Vectors
from vigil.fuse.words import fold, lemma
from vigil.model.claim import Claim
from vigil.model.text import Document

PARTICLES = frozenset("in into up out off down over on away back through to for with of from at by".split())
USUAL = 2.0  # scopes that a head's share is pulled towards that of all heads with


@dataclass(frozen=True, slots=True)
class Mention:
    """A given mention made comparable; ``chain`` is its gold chain."""

    claim: Claim
    document: Document
    states: Vectors  # [3, d]
    chain: str
    scope: str  # where chains are looked for: mentions of one scope may be of one chain
    head: str


@dataclass(frozen=True, slots=True)
class Shares:
    """A share, 0 to 1, by head, and that of heads never seen."""

    of: Mapping[str, float]
    usual: float

    def __getitem__(self, head: str) -> float:
        return self.of.get(head, self.usual)

    def __contains__(self, head: str) -> bool:
        return head in self.of


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Synonyms (see there), the share of a head's pairs that are of one chain, and of its mentions that are alone."""

    synonyms: Mapping[tuple[str, str], float]
    one_chain: Shares
    alone: Shares


def head(words: str) -> str:
    """A mention's head as a crude lemma: its last word, or what stands before a particle.

    >>> head("checked into"), head("guest appearance")
    ('check', 'appearanc')
    """
    plain = fold(words).split() or [words]
    for n, word in enumerate(plain[1:], start=1):
        if word in PARTICLES:
            return lemma(plain[n - 1])
    return lemma(plain[-1])


def lexicon(mentions: Sequence[Mention]) -> Lexicon:
    """What some mentions with their chains teach."""
    size = Counter(mention.chain for mention in mentions)
    same: dict[tuple[str, str], list[bool]] = defaultdict(list)
    single: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for found in _scopes(mentions).values():
        for one in found:
            single[one.scope, one.head].append(size[one.chain] == 1)
        for one, two in combinations(found, 2):
            if one.head == two.head:
                same[one.scope, one.head].append(one.chain == two.chain)
    return Lexicon(synonyms(mentions), _shares(same), _shares(single))


def synonyms(mentions: Iterable[Mention]) -> dict[tuple[str, str], float]:
    """How often two different heads of one scope were in one chain, pulled towards never."""
    scopes = _scopes(mentions)
    share: dict[tuple[str, str], float] = defaultdict(float)
    met: Counter[tuple[str, str]] = Counter()
    for scope in sorted(scopes):
        pairs: dict[tuple[str, str], list[bool]] = defaultdict(list)
        for n, a in enumerate(scopes[scope]):
            for b in scopes[scope][:n]:
                if a.head != b.head:
                    pairs[min(a.head, b.head), max(a.head, b.head)].append(a.chain == b.chain)
        for heads, same in pairs.items():
            met[heads] += 1
            share[heads] += sum(same) / len(same)
    return {heads: value / (met[heads] + 0.5) for heads, value in share.items() if value}


def _scopes(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.scope].append(mention)
    return found


def _shares(told: Mapping[tuple[str, str], Sequence[bool]]) -> Shares:
    """By head the mean over scopes, each counting alike, with ``USUAL`` scopes of the mean head beside them."""
    scopes: dict[str, list[float]] = defaultdict(list)
    for (_, word), answers in sorted(told.items()):
        scopes[word].append(sum(answers) / len(answers))
    every = [share for shares in scopes.values() for share in shares]
    usual = sum(every) / max(1, len(every))
    return Shares({h: (sum(s) + USUAL * usual) / (len(s) + USUAL) for h, s in scopes.items()}, usual)
