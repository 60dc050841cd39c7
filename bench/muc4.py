"""MUC-4 role fillers (dev, TST1 and TST2): CEAF-REE micro F1, and which documents tell of an incident at all.

    python -m bench.muc4 [--json FILE]

CEAF-REE (Du, Rush and Cardie 2021, GRIT): an entity is a set of mention strings; in each role the predicted entities are
aligned one to one with the gold ones so that most match, and a predicted one matches when all its strings are the gold
one's. We give one string an entity (``muc4_roles``). The gold is that paper's own processing of the keys (``gtt_dev``), its
templates' fillers joined by document. Texts go in as distributed, in upper case, without the header before "[TEXT]". Six of
these 200 documents are also in the claims gold's development set, on which the reader's thresholds were chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bench.gold import need
from bench.gold import read as lines
from bench.muc4_roles import ROLES, fillers, is_incident, normal
from bench.reading import Reading, document, read
from bench.score import Tally, pairs
from bench.table import Figure, command_line

ANCHOR, WHOSE = 0.545, "GRIT (BERT-base trained on MUC-4), its test part"

Entities = Sequence[frozenset[str]]


def ceaf_ree(gold: Mapping[str, Entities], ours: Mapping[str, Entities]) -> dict[str, Tally]:
    """A tally for each role of one document."""
    tallies = {}
    for role in ROLES:
        wanted, found = gold.get(role, ()), ours.get(role, ())
        tallies[role] = Tally()
        tallies[role].add(found=len(found), gold=len(wanted), right=pairs(found, wanted, frozenset.issubset))
    return tallies


def joined(templates: Sequence[Mapping[str, Any]]) -> dict[str, list[frozenset[str]]]:
    """The entities of a document's templates by role; those that share a string are one."""
    roles: dict[str, list[frozenset[str]]] = {role: [] for role in ROLES}
    for template in templates:
        for role, known in roles.items():
            for entity in template[role]:
                strings = frozenset(normal(mention[0]) for mention in entity)
                same = [other for other in known if other & strings]
                known[:] = [other for other in known if not other & strings] + [strings.union(*same)]
    return roles


def measure() -> list[Figure]:
    """Micro F1 with its parts, each role's F1, and F1 of relevance."""
    keys, texts = need("muc4/gtt_dev.jsonl", "muc4/dev.jsonl")
    gold = {line["id"]: joined(line["templates_gtt"]) for line in lines(keys)}
    rows = lines(texts)
    readings = read(_document(row) for row in rows)
    tallies, within, relevance = {role: Tally() for role in ROLES}, Tally(), Tally()
    for row, reading in zip(rows, readings, strict=True):
        ours = {role: [frozenset([words]) for words in found] for role, found in fillers(reading).items()}
        for role, counted in ceaf_ree(gold[row["id"]], ours).items():
            tallies[role].add(found=counted.found, gold=counted.gold, right=counted.right)
            if row["relevant"]:
                within.add(found=counted.found, gold=counted.gold, right=counted.right)
        told = is_relevant(reading)
        relevance.add(found=told, gold=row["relevant"], right=told and row["relevant"])
    micro = Tally()
    for counted in tallies.values():
        micro.add(found=counted.found, gold=counted.gold, right=counted.right)
    return [
        Figure("muc4", "role fillers: CEAF-REE micro F1", micro.f1, ANCHOR, WHOSE),
        Figure("muc4", "role fillers: precision", micro.precision),
        Figure("muc4", "role fillers: recall", micro.recall),
        Figure("muc4", "role fillers: micro F1, relevant documents only", within.f1),
        *(Figure("muc4", f"{role}: F1", counted.f1) for role, counted in tallies.items()),
        Figure("muc4", "document relevance: F1", relevance.f1),
        Figure("muc4", "document relevance: precision", relevance.precision),
        Figure("muc4", "document relevance: recall", relevance.recall),
    ]


def is_relevant(reading: Reading) -> bool:
    """True when any claim of a document tells of an incident."""
    told, claims = reading
    return any(is_incident(told, claim) for claim in claims)


def _document(row: Mapping[str, Any]) -> Any:
    return document(row["id"], row["text"].split("[TEXT]", 1)[-1].strip(), (row["dateline"] or {}).get("date"))


if __name__ == "__main__":
    command_line(__doc__, measure)
