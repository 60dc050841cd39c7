"""Provisional actors in a real record: made with the events, kept as the record grows, led on once somebody knows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.engine.test_decisions import NOW, dump
from tests.fakes import FakeClock, tools, write_articles
from vigil.engine.run import recompute, run
from vigil.ingest.archive import Archive
from vigil.model.claim import Claim
from vigil.model.entity import ActorRef
from vigil.model.text import Document
from vigil.review.actions import Hand
from vigil.review.desk import lay
from vigil.review.queue import queue
from vigil.store import Store, open_store

WORDS = (
    "Residents spoke of shelling in Velm by the Heron Brigades in the morning, 3 killed, and of closed roads to the coast.",
    "On the island there was shelling in Osk by the Heron Brigade, 5 killed, while traffic to the harbour was stopped.",
    "Much later came word of shelling in Pell by the Heron Brigades, 2 killed, and nothing else was known on that day.",
    "There was shelling in Tarn by the Orsan Army, 2 killed, and the road to the harbour stayed closed for many hours.",
)
KNOWN = {"the Orsan Army": ("orsa/army", "Orsan Army")}


def _articles(*numbers: int) -> list[dict[str, str]]:
    return [
        {
            "id": f"n{n}", "url": f"https://outlet{n}.example/n{n}", "title": "News", "outlet": f"Outlet {n}",
            "published": f"2031-03-{n + 1:02d}T08:00:00Z", "language": "en", "text": WORDS[n],
        }
        for n in numbers
    ]  # fmt: skip


def _linked(document: Document, claims: Sequence[Claim], known: dict[str, tuple[str, str]]) -> list[Claim]:
    def ref(words: str) -> ActorRef:
        id, name = known.get(words, (None, ""))
        return ActorRef(text=words, actor_id=id, name=name)

    return [
        replace(
            c,
            arguments=tuple(replace(m, actor=ref(m.meaning)) if m.role == "agent" else m for m in c.arguments),
        )
        for c in claims
    ]


def _go(
    store: Store, folder: Path, *numbers: int, known: dict[str, tuple[str, str]] = KNOWN, version: str = "1"
) -> None:
    source = write_articles(folder / "a.jsonl", _articles(*numbers))
    used = tools(version, actors=lambda document, claims: _linked(document, claims, known))
    with Archive(folder / "kept.warc.gz") as archive:
        run([source], store=store, archive=archive, tools=used, clock=FakeClock())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db") as opened:
        yield opened


def test_an_unknown_group_is_one_actor_in_all_its_events(store: Store, tmp_path: Path) -> None:
    _go(store, tmp_path, 0, 1, 3)
    (group,) = store.view().groups()
    assert (group.id, group.documents) == ("new/heron-brigades", 2)
    agents = {ref.actor_id for event in store.view().events() for ref in event.agents}
    assert agents == {"new/heron-brigades", "orsa/army"}
    assert len(store.view().events(actor="new/heron-brigades")) == 2
    assert len(store.view().events(actor="heron brigade")) == 2  # under any spelling
    assert any('"kind":"group"' in line and "heron-brigades" in line for line in dump(store))
    claims = [claim.of("agent")[0].actor for claim in store.view().claims()]
    assert all(ref is not None and not ref.provisional for ref in claims)  # what was read stays as it was read


def test_the_order_and_the_number_of_runs_leave_no_trace(store: Store, tmp_path: Path) -> None:
    _go(store, tmp_path, 2, 1)
    assert [group.id for group in store.view().groups()] == ["new/heron-brigade"]
    _go(store, tmp_path, 0)
    assert [group.id for group in store.view().groups()] == ["new/heron-brigades"]
    assert store.view().forwards("new/heron-brigade")[0][0] == "new/heron-brigades"
    with open_store(tmp_path / "at-once.db") as other:
        (tmp_path / "other").mkdir()
        _go(other, tmp_path / "other", 0, 1, 2)
        assert dump(other) == dump(store)


def test_a_group_that_the_registry_names_later_is_led_on(store: Store, tmp_path: Path) -> None:
    _go(store, tmp_path, 0, 1)
    named = {f"the Heron {word}": ("orsa/heron", "Heron Brigades") for word in ("Brigade", "Brigades")}
    _go(store, tmp_path, 0, 1, known=KNOWN | named, version="2")
    assert store.view().groups() == []
    assert store.view().forwards("new/heron-brigades") == [("orsa/heron", "named: the registry knows it now")]


def test_a_person_names_a_group_once_and_for_articles_to_come(store: Store, tmp_path: Path) -> None:
    _go(store, tmp_path, 0, 1, 3)
    desk = lay(store.view())
    (asked,) = [question for question in queue(desk) if question.kind == "actor"]
    assert asked.machine == "provisional: new/heron-brigades"
    assert "in 2 article(s) (also Heron Brigade)" in asked.why
    assert len(asked.fields) == 2
    rows = Hand("ana", NOW).name(desk.group("heron brigade"), "orsa/army", desk.corrected, desk.known)
    assert [row.field for row in rows] == ["agent", "agent"]
    with store.write() as writer:
        for row in rows:
            writer.put_decision(row)
    recompute(store, tools())
    assert store.view().groups() == []
    assert store.view().forwards("new/heron-brigades") == [("orsa/army", "named: people decided")]
    assert [question for question in queue(lay(store.view())) if question.kind == "actor"] == []
    _go(store, tmp_path, 2)
    later = {ref.actor_id for event in store.view().events(place="test:pell") for ref in event.agents}
    assert later == {"orsa/army"}
    with store.write() as writer:
        for row in rows:
            writer.retract_decision(row.id, NOW, user="ana", reason="misread")
    recompute(store, tools())
    assert [group.documents for group in store.view().groups()] == [3]
