from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from tests.publish import made
from vigil.model.claim import Claim
from vigil.model.codec import from_plain
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.errors import Misuse
from vigil.model.state import (
    Access,
    AidStep,
    Displacement,
    FlowKind,
    Move,
    MoveKind,
    Relationship,
    States,
    Step,
    TieKind,
    Truce,
    TruceStep,
)
from vigil.publish import masking
from vigil.publish.export import EXPORTERS, export
from vigil.publish.rows import COLUMNS, at_sea


def written(kind: str, record: made.MadeRecord | None = None) -> str:
    out = io.StringIO(newline="")
    export(record or made.record(), kind, out)
    return out.getvalue()


def test_jsonl_holds_the_whole_record_and_reads_back() -> None:
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    kinds = [line.pop("kind") for line in lines]
    assert kinds == ["document"] * 4 + ["claim"] * 5 + ["event"] * 3 + ["control"]
    first = next(line for line, kind in zip(lines, kinds, strict=True) if kind == "claim" and line["id"] == "c-d1")
    assert from_plain(Claim, first) == made.record().made_claims[0]
    assert "text" not in lines[0]
    assert lines[0]["characters"] == len(made.TEXTS["d1"][2])


def states() -> States:
    step = Step(on=date(2031, 5, 2), kind=TruceStep.DECLARED, event="ev_t", by=(made.ARMY,))
    truce = Truce(
        id="tr_1", kind="ceasefire", parties=(made.ARMY, made.FRONT), area=made.VELM, declared=date(2031, 5, 2),
        in_force=date(2031, 5, 3), ended=None, steps=(step,), terms=("c-d1",),
    )  # fmt: skip
    flows = [
        Displacement(event=event, kind=kind, origin=made.VELM, destination=None, people=None, when=None)
        for event, kind in (("ev_f", FlowKind.FLOW), ("ev_f", FlowKind.STOCK), ("ev_g", FlowKind.RETURN))
    ]
    move = Move(event="ev_m", kind=MoveKind.WITHDRAWN, actor=None, origin=made.VELM, place=None, on=None)
    tie = Relationship(
        kind=TieKind.FIGHTS, one=made.ARMY, other=made.FRONT, first=None, last=date(2031, 5, 6), events=("ev_m",)
    )
    step_of_aid = AidStep(event="ev_a", place=made.VELM, access=Access.BLOCKED, on=None)
    return States(
        truces=(truce, replace(truce, id="tr_0")), displacements=tuple(flows), moves=(move,), relations=(tie,),
        aid=(step_of_aid,),
    )  # fmt: skip


def test_jsonl_holds_every_state_and_each_reads_back() -> None:
    record = made.record()
    record.made_states = states()
    kinds = {"truce": Truce, "displacement": Displacement, "move": Move, "relation": Relationship, "aid": AidStep}
    back: dict[str, list[object]] = {}
    for line in map(json.loads, written("jsonl", record).splitlines()):
        name = line.pop("kind")
        if name in kinds:
            if "what" in line:
                line["kind"] = line.pop("what")
            back.setdefault(name, []).append(from_plain(kinds[name], line))
    want = states()
    assert list(back) == list(kinds)
    assert back["truce"] == list(want.truces)[::-1]
    assert back["displacement"] == list(want.displacements)
    assert [back["move"], back["relation"], back["aid"]] == [list(want.moves), list(want.relations), list(want.aid)]
    turned = replace(want, truces=want.truces[::-1], displacements=want.displacements[::-1])
    assert written("jsonl", replace(record, made_states=turned)) == written("jsonl", record)
    assert "tr_0" not in written("csv", record) + written("geojson", record)


@pytest.mark.parametrize("kind", sorted(EXPORTERS))
def test_an_export_does_not_depend_on_the_order_in_which_things_came_in(kind: str) -> None:
    record = made.record()
    turned = made.MadeRecord(
        record.made_documents[::-1], record.made_claims[::-1], record.made_events[::-1], record.made_controls[::-1]
    )
    assert written(kind) == written(kind, turned)


def test_csv_has_one_row_an_event_with_ranges_and_witnesses() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv"), newline="")))
    assert list(rows[0]) == list(COLUMNS)
    strike = rows[0]
    assert (strike["killed_low"], strike["killed_best"], strike["killed_high"]) == ("9", "21", "21")
    assert (strike["witnesses"], strike["claims_for"], strike["claims_against"]) == ("2", "3", "1")
    assert strike["where_prec_ucdp"] == "1"
    assert strike["date_start"] == strike["date_end"] == "2031-05-02"
    assert strike["sources"] == "Harbour Times; Daily Copy; Orsa Radio"
    assert strike["disputes"] == "killed: 9 (Orsan Army) / 21 ([name withheld])"
    assert rows[1]["killed_low"] == ""


@pytest.mark.parametrize("kind", ["csv", "geojson"])
def test_exports_to_pass_on_name_no_private_person_and_no_announced_movement(kind: str) -> None:
    words = written(kind)
    assert "Lena" not in words
    assert "Old Tom" not in words
    assert "three civilians" in words
    assert "ev_cccc" not in words
    assert "ev_cccc" in written("jsonl")


@pytest.mark.parametrize(
    ("actor", "shown"),
    [
        (made.ARMY, "Orsan Army"),
        (ActorRef(text="at least 40 fighters"), "at least 40 fighters"),
        (ActorRef(text="The villagers"), "The villagers"),
        (ActorRef(text="Tarn Front fighters"), "Tarn Front fighters"),
        (ActorRef(text="the UN"), "the UN"),
        (ActorRef(text="Lena Marsh"), masking.WITHHELD),
        (ActorRef(text="the brother of Lena"), masking.WITHHELD),
        (ActorRef(text="أبو عمر"), masking.WITHHELD),
        (ActorRef(text="x", actor_id="p", name="Lena Marsh", kind="person"), masking.WITHHELD),
    ],
)
def test_only_descriptions_and_registered_parties_are_written_out(actor: ActorRef, shown: str) -> None:
    assert masking.party(actor) == shown


def test_geojson_draws_no_false_points() -> None:
    record = made.record()
    vague = replace(made.VELM, precision=PlacePrecision.COUNTRY, radius_km=300.0)
    record.made_events.append(replace(made.takeover_event(), id="ev_d", place=vague))
    record.made_events.append(replace(made.takeover_event(), id="ev_e", place=None))
    features = {feature["id"]: feature for feature in json.loads(written("geojson", record))["features"]}
    assert features["ev_aaaaaaaaaaaaaaaa"]["geometry"] == {"type": "Point", "coordinates": [12.4, 41.2]}
    assert features["ev_bbbbbbbbbbbbbbbb"]["properties"]["radius_km"] == 30.0
    assert features["ev_bbbbbbbbbbbbbbbb"]["properties"]["place_precision"] == "district"
    assert features["ev_d"]["geometry"] is None
    assert features["ev_e"]["geometry"] is None


def test_an_empty_record_gives_valid_files() -> None:
    empty = made.MadeRecord()
    assert json.loads(written("geojson", empty)) == {"type": "FeatureCollection", "features": []}
    assert written("csv", empty).strip() == ",".join(COLUMNS)
    assert written("jsonl", empty) == ""


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed() -> None:
    record = made.record()
    record.made_documents[0] = replace(record.made_documents[0], outlet='=HYPERLINK("http://x")')
    row = next(csv.DictReader(io.StringIO(written("csv", record), newline="")))
    assert row["sources"].startswith("'=HYPERLINK")


def test_an_unknown_format_is_misuse() -> None:
    with pytest.raises(Misuse, match="no export format"):
        export(made.record(), "xml", io.StringIO())


@pytest.mark.parametrize(
    ("id", "name", "sea"),
    [
        ("area:red-sea", "Red Sea", True), ("area:hormuz", "Strait of Hormuz", True),
        ("area:bay-area", "San Francisco Bay Area", False),
        ("area:darfur", "Darfur", False), ("gn:1", "Seaham", False), (None, "Red Sea", False),
    ],
)  # fmt: skip
def test_only_seas_of_the_world_layer_are_at_sea(id: str | None, name: str, sea: bool) -> None:
    assert at_sea(PlaceRef(text=name, name=name, place_id=id)) is sea
