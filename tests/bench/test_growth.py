"""The record that bench.growth lets grow: every article is in it once, with its own claims."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bench.growth import Replaying, grow
from bench.speed import ROOT, NoFusion
from vigil.engine.rooms import furnish
from vigil.extract.reader import NeuralReader
from vigil.reference.tables import Reference
from vigil.store import open_store

TEXTS = (
    "Rebels shelled the market in Velm on Monday, killing five people and wounding nine others, the governor said.",
    "Government troops captured the village of Orsa after two days of clashes, a monitor reported on Tuesday.",
)


def test_each_size_adds_its_articles_and_replayed_claims_are_those_of_their_text(tmp_path: Path) -> None:
    replaying = Replaying(NeuralReader.load(threads=1))
    tools = furnish(Reference.load([ROOT / "tests/world/pack"]), replaying)
    tools = replace(tools, fuse=NoFusion().fuse, follow=NoFusion().follow)
    first, last = grow(tools, TEXTS, [6, 2], tmp_path)
    assert (first.articles, first.new, last.articles, last.new) == (2, 2, 6, 4)
    assert set(replaying.kept) == set(TEXTS)
    assert last.claims == 3 * first.claims > 0
    assert min(first.reading, first.whole, last.reading, last.whole) > 0
    with open_store(tmp_path / "r.db") as store:
        told = [
            (document.text, claim)
            for document in store.view().documents()
            for claim in store.view().claims(document.id)
        ]
    assert len({claim.id for _, claim in told}) == last.claims
    assert all(text[claim.trigger.start : claim.trigger.end] == claim.trigger.text for text, claim in told)
