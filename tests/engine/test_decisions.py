"""Decisions in a real record: applied before events are made, kept beside what the machine read, undone without a trace."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock, article, tools, write_articles
from vigil.engine.refresh import packs_of_record
from vigil.engine.run import recompute, run
from vigil.ingest.archive import Archive
from vigil.model.claim import Claim
from vigil.model.errors import Misuse
from vigil.model.event import EventStatus
from vigil.model.link import Decision
from vigil.publish.export import export
from vigil.review.actions import Hand
from vigil.review.fields import Known
from vigil.store import Store, open_store

NOW = FakeClock()()
VELM = (
    "Residents spoke of shelling in Velm by the Tarn Guards in the morning, 3 killed, and of closed roads to the coast."
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db") as opened:
        go(opened, tmp_path, [article(n) for n in range(6)] + [article(7, words=VELM)])
        yield opened


def go(store: Store, folder: Path, articles: list[dict[str, str]], version: str = "1") -> None:
    source = write_articles(folder / "a.jsonl", articles)
    with Archive(folder / "kept.warc.gz") as archive:
        run([source], store=store, archive=archive, tools=tools(version), clock=FakeClock())


def dump(store: Store) -> list[str]:
    """The export, decisions and the ledger's head apart."""
    out = io.StringIO()
    export(store.view(), "jsonl", out)
    return [line for line in out.getvalue().splitlines() if '"decision"' not in line]


def decide(store: Store, *rows: Decision) -> None:
    with store.write() as writer:
        for row in rows:
            writer.put_decision(row)
    recompute(store, tools())


def shelling(store: Store) -> Claim:
    return next(claim for claim in store.view().claims() if store.view().document(claim.doc).text == VELM)  # type: ignore[union-attr]


def test_a_correction_changes_the_event_and_not_the_claim(store: Store) -> None:
    claim = shelling(store)
    decide(store, *Hand("ana", NOW).should_read(claim, "killed", "8", Known()))
    view = store.view()
    assert view.claim(claim.id) == claim
    (event,) = [e for e in view.events() if claim.id in {x.claim for x in e.evidence}]
    assert [(e.kind, e.low, e.high) for e in event.estimates] == [("killed", 8, 8)]
    assert store.verify() == []


def test_undo_leaves_the_record_as_it_was_and_the_ledger_with_both(store: Store) -> None:
    before, claim, length = dump(store), shelling(store), store.view().counts()["ledger"]
    (row,) = Hand("ana", NOW).reject(claim)
    decide(store, row)
    assert claim.id not in {e.claim for event in store.view().events() for e in event.evidence}
    with store.write() as writer:
        writer.retract_decision(row.id, NOW + timedelta(hours=1), user="ana", reason="misread")
    recompute(store, tools())
    assert dump(store) == before
    assert store.view().counts()["ledger"] == length + 2
    (kept,) = store.view().decisions()
    assert kept.deleted_at == NOW + timedelta(hours=1)
    assert store.verify() == []


def test_a_disproved_event_moves_no_front(store: Store) -> None:
    def holders() -> list[tuple[str, ...]]:
        return [c.stretches[-1].events for c in store.view().controls()]

    event = next(e for e in store.view().events() if e.type == "takeover")
    assert any(event.id in ids for ids in holders())
    decide(store, *Hand("ana", NOW).disprove(event))
    assert store.view().event(event.id).status is EventStatus.DISPROVED  # type: ignore[union-attr]
    assert not any(event.id in ids for ids in holders())


def test_a_new_reader_inherits_what_people_decided(store: Store, tmp_path: Path) -> None:
    claim = shelling(store)
    decide(store, *Hand("ana", NOW).should_read(claim, "killed", "8", Known()))
    go(store, tmp_path, [article(7, words=VELM)], version="2")
    again = shelling(store)
    assert again.id != claim.id
    (event,) = [e for e in store.view().events() if again.id in {x.claim for x in e.evidence}]
    assert [(e.low, e.high) for e in event.estimates] == [(8, 8)]


def test_a_run_comes_to_the_same_record_as_a_refresh(store: Store, tmp_path: Path) -> None:
    decide(store, *Hand("ana", NOW).reject(shelling(store)))
    before = dump(store)
    go(store, tmp_path, [article(n) for n in range(6)])
    assert dump(store) == before


def test_the_packs_of_a_record_are_remembered_and_missed(store: Store, tmp_path: Path) -> None:
    assert packs_of_record(store) == []
    pack = tmp_path / "pack"
    pack.mkdir()
    with store.write() as writer:
        writer.set_meta("theatres", str(pack))
    with pytest.raises(Misuse, match="is gone"):
        packs_of_record(store)
    (pack / "theatre.yaml").touch()
    assert packs_of_record(store) == [pack]
