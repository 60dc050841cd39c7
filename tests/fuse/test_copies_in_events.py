"""What copies do to events: they stay in them, add no witness, and do not split them by how they are read."""

from __future__ import annotations

import random

from tests.fuse.builders import MONITOR, Outlet, article, claim
from tests.fuse.test_alignment import readings
from tests.fuse.test_syndication import WIRE
from vigil.fuse import fuse


def test_a_misread_copy_stays_in_the_event_of_its_origin_and_adds_no_witness():
    documents, told = readings()
    outlets = {"a": Outlet("wire", "agency")}
    events = fuse(documents, told, outlets=outlets).events
    homes = [event for event in events if told[1].id in {e.claim for e in event.evidence}]
    assert len(homes) == 1
    assert {c.id for c in told[:3]} <= {e.claim for e in homes[0].evidence}
    assert homes[0].type == "shelling"
    assert [w.name for w in homes[0].witnesses] == ["Orsa Monitor"]


def test_the_speaker_of_a_copied_sentence_is_the_one_most_readings_give():
    days = ("2031-03-05", "2031-03-06", "2031-03-06", "2031-03-07")
    copies = [article(name, WIRE, day=day) for name, day in zip("abcd", days, strict=True)]
    said = [MONITOR, MONITOR, "Rescuers", None]
    claims = [
        claim(doc, "fell", "shelling", confidence=0.5, **({"source": source} if source else {}))
        for doc, source in zip(copies, said, strict=True)
    ]
    (event,) = fuse(copies, claims).events
    assert [(w.name, len(w.docs)) for w in event.witnesses] == [("Orsa Monitor", 4)]


def test_a_copy_never_raises_the_number_of_witnesses():
    wire = article("wire", WIRE)
    own = article("ridge", "I counted nine graves in Velm after the shells fell, and nobody came")
    claims = [claim(wire, "fell", "shelling", source=MONITOR), claim(own, "fell", "shelling")]
    before = sum(len(e.witnesses) for e in fuse([wire, own], claims).events)
    parts = WIRE.split(". ")
    rng = random.Random(11)
    for number in range(12):
        kept = [parts[0], *rng.sample(parts[1:], 3)]
        copy = article(f"copy{number}", ". ".join(kept), day="2031-03-06")
        misread = rng.choice([{"source": MONITOR}, {"source": "residents"}, {}])
        told = claim(copy, "fell", rng.choice(["shelling", "airstrike", "killing"]), confidence=0.4, **misread)
        assert sum(len(e.witnesses) for e in fuse([wire, own, copy], [*claims, told]).events) <= before
