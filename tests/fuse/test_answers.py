"""An alleged breach of a truce is disputed where the accused denies the act; nobody else's denial and no other day is."""

from __future__ import annotations

import pytest

from tests.fuse.builders import NORTH, SOUTH, TARN, VELM, article, claim
from vigil.fuse import fuse
from vigil.model.claim import Stance
from vigil.model.event import Event, EventStatus


def breach(**denial) -> Event:
    told = article("gull", "The northern army violated the truce in Velm on Tuesday, the mayor said")
    answer = article("quay", "The southern army or the northern army denied shelling Velm or Tarn")
    fields = {"source": NORTH, "agent": NORTH, "place": VELM, "day": "2031-03-04"} | denial
    claims = [
        claim(
            told, "violated", "ceasefire", mode="violated", source="mayor", agent=NORTH, place=VELM, day="2031-03-04"
        ),
        claim(answer, "shelling", "shelling", stance=Stance.DENIES, **fields),
    ]
    events = {event.type: event for event in fuse([told, answer], claims).events}
    assert len(events["shelling"].evidence) == len(events["ceasefire"].evidence) == 1
    return events["ceasefire"]


def test_the_accuseds_denial_of_the_act_disputes_the_breach():
    event = breach()
    (dispute,) = event.disputes
    assert event.status is EventStatus.DISPUTED
    assert (dispute.what, [p.value for p in dispute.positions]) == ("occurrence", ["happened", "denied by the accused"])
    assert dispute.positions[1].by == ("Northern Army",)
    assert "the accused denies" in event.status_reason


@pytest.mark.parametrize(
    "denial", [{"source": SOUTH, "agent": SOUTH}, {"place": TARN}, {"day": "2031-03-05"}], ids=["side", "place", "day"]
)
def test_other_denials_do_not(denial):
    event = breach(**denial)
    assert (event.status, event.disputes) == (EventStatus.REPORTED, ())
