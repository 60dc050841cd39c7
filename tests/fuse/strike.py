"""A small record for fusion's tests: one strike told twice, and one elsewhere."""

from __future__ import annotations

from tests.fuse.builders import MINISTRY, MONITOR, NORTH, SOUTH, TARN, VELM, Stance, article, claim


def holding(fusion, *claims):
    """The one event that holds all of some claims."""
    homes = [event for event in fusion.events if {c.id for c in claims} & {e.claim for e in event.evidence}]
    assert len(homes) == 1, [event.gist for event in homes]
    return homes[0]


def strike_record():
    """One strike, two tolls, two culprits, a denial, a refusal to comment and a strike elsewhere."""
    one = article(
        "gull",
        "Warplanes of the northern army bombed the market of Velm on Tuesday, the Orsa Monitor said. "
        "The air strike killed 12 people. The northern army denied carrying out the strike",
    )
    two = article(
        "ridge",
        "An air strike by the southern army hit the market of Velm on Tuesday and killed 31, the Ministry of Defence said. "
        "The southern army had no comment on the strike",
    )
    three = article("quay", "An air strike on a bridge in Tarn killed four soldiers on Tuesday, residents said")
    told = {
        "north": claim(one, "bombed", "airstrike", agent=NORTH, place=VELM, day="2031-03-04", source=MONITOR),
        "toll": claim(one, "air strike", "airstrike", killed=(12, 12), place=VELM, source=MONITOR),
        "denial": claim(one, "the strike", "airstrike", agent=NORTH, source=NORTH, stance=Stance.DENIES),
        "south": claim(
            two, "air strike", "airstrike", agent=SOUTH, place=VELM, day="2031-03-04", source=MINISTRY, killed=(31, 31)
        ),
        "refusal": claim(two, "comment", "airstrike", agent=SOUTH, source=SOUTH, stance=Stance.DECLINES),
        "bridge": claim(
            three, "air strike", "airstrike", place=TARN, day="2031-03-04", killed=(4, 4), source="residents"
        ),
    }
    return [one, two, three], told
