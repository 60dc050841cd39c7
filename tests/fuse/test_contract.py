"""The ``vigil fuse`` contract: codebook lines in, events out."""

from __future__ import annotations

import pytest

from tests.fuse.builders import decide
from vigil.fuse import fuse
from vigil.fuse.contract import read_date, read_line, write_events
from vigil.model.errors import BadItem
from vigil.model.link import Judgement

TEXT = "Rebels denied shelling Velm on Monday. They killed five farmers near Velm."
LINE = {
    "doc": "d1",
    "published": "2031-03-05",
    "source": "Gull",
    "title": "",
    "text": TEXT,
    "sentences": [[0, 38], [39, 74]],
    "claims": [
        {"s": 0, "trigger": "shelling", "type": "shelling", "agent": ["Rebels"], "place": ["Velm"], "source": ["Rebels"],
         "time": "on Monday", "date": "2031-03-03", "stance": "denies", "cue": "denied", "source_kind": "armed_group"},
        {"s": 1, "trigger": "killed", "type": "killing", "agent": [{"t": "They", "is": "Rebels"}], "place": ["Velm"],
         "counts": [{"kind": "killed", "text": "five", "min": 5, "max": 5, "who": "farmers"}]},
    ],
}  # fmt: skip


def test_strings_are_found_in_their_sentence():
    document, (denial, killing) = read_line(LINE)
    assert document.text[denial.trigger.start : denial.trigger.end] == "shelling"
    assert denial.when.codebook() == "2031-03-03"
    agent = killing.of("agent")[0]
    assert (agent.words, agent.meaning) == ("They", "Rebels")
    assert killing.of("place")[0].span.start > 39
    assert (killing.counts[0].span.text, killing.counts[0].who.text) == ("five", "farmers")


def test_events_come_out_in_the_golds_form():
    document, claims = read_line(LINE)
    out = write_events(fuse([document], claims).events, {c.id: c for c in claims})
    kill = next(e for e in out["events"] if e["type"] == "killing")
    assert {"doc": "d1", "s": 1, "trigger": "killed"} in kill["mentions"]
    assert kill["killed"] == {"min": 5, "max": 5, "best": 5}
    assert kill["place"] == "Velm"


@pytest.mark.parametrize("value", ["2031-03-04", "2031-03", "2031", "2031-03-04/2031-03-09"])
def test_dates_read_back_as_written(value):
    assert read_date(value).codebook() == value


@pytest.mark.parametrize(
    "change",
    [
        {"sentences": None},
        {"claims": [{"s": 9, "trigger": "x", "type": "attack"}]},
        {"claims": [{"s": 0, "trigger": "nowhere", "type": "attack"}]},
        {"claims": [{"s": 0, "trigger": "shelling", "type": "no type"}]},
        {"published": "yesterday"},
    ],
)
def test_malformed_lines_are_set_aside_by_name(change):
    with pytest.raises(BadItem) as caught:
        read_line(LINE | change)
    assert caught.value.item == "d1"
    assert caught.value.advice


def test_a_number_that_the_contract_has_no_name_for_is_another_dispute():
    texts = ("6000 people fled Velm on Monday", "By Monday night, 3500 had fled from Velm, according to its mayor")
    read = [
        read_line(
            LINE
            | {
                "doc": f"d{text[0]}",
                "source": text[:4],
                "text": text,
                "sentences": [[0, len(text)]],
                "claims": [
                    {"s": 0, "trigger": "fled", "type": "displacement", "from": ["Velm"], "time": "Monday",
                     "date": "2031-03-03",
                     "counts": [{"kind": "displaced", "text": n, "min": int(n), "max": int(n)}
                                for n in ("6000", "3500") if n in text]},
                ],
            }
        )
        for text in texts
    ]  # fmt: skip
    claims = [claim for _, told in read for claim in told]
    events = fuse([document for document, _ in read], claims, decisions=[decide(Judgement.SAME, *claims)]).events
    out = write_events(events, {claim.id: claim for claim in claims})
    assert [[d["what"] for d in event["disputes"]] for event in out["events"]] == [["other"]]
