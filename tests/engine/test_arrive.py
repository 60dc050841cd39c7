"""One more article at once: it changes what it must, marks it, and the next fusion of the whole forgets the way there."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.fakes import FakeClock, article, tools, write_articles
from tests.fuse import builders, random_records
from vigil.engine.arrive import arrive, is_settled
from vigil.engine.run import recompute, run
from vigil.engine.tools import RecordTools
from vigil.fuse import fuse, join
from vigil.ingest.archive import Archive
from vigil.model.claim import Claim
from vigil.model.codec import to_plain
from vigil.model.event import Event, EventStatus
from vigil.model.link import Decision, Judgement
from vigil.model.text import Document
from vigil.state import follow
from vigil.store import Store, open_store

TOOLS = RecordTools(fuse=partial(fuse, outlets={}), join=partial(join, outlets={}), follow=follow, quick_from=0)
Given = Sequence[tuple[Document, Sequence[Claim]]]


def small(seed: int) -> Given:
    """A dense record of some articles: three drawn at random, told of one island."""
    found = []
    for part in range(3):
        documents, claims = random_records.record(100 * seed + part)
        found += [(document, [claim for claim in claims if claim.doc == document.id]) for document in documents]
    return found


def take(store: Store, given: Given) -> None:
    for document, claims in given:
        with store.write() as writer:
            writer.put_reading(document, claims, stages="test/1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db") as opened:
        yield opened


def made(store: Store) -> list[Any]:
    """All that is computed, in plain form: events in their order, states, copies, and the rows by which they are found."""
    view = store.view()
    copies = {doc: (copied.doc, copied.why.reason) for doc, copied in view.copies().items()}
    return [to_plain(view.events()), to_plain(view.all_states()), copies, sorted(found_by(store).items())]


def found_by(store: Store) -> dict[str, list[Any]]:
    """The index over events, numbers aside."""
    queries = {
        "cards": "SELECT event, type, mode, status, begins, ends, up, lat, witnesses, part_of FROM cards ORDER BY n",
        "points": "SELECT p.point FROM points p JOIN cards k ON k.n = p.n ORDER BY p.n",
        "tags": "SELECT k.event, t.role, t.value, t.label FROM tags t JOIN cards k ON k.n = t.n ORDER BY 1, 2, 3",
        "mentions": 'SELECT claim, n, doc, role, "key", text FROM mentions ORDER BY 1, 2',
        "words": "SELECT k.event, w.words FROM words_of_events w JOIN cards k ON k.n = w.rowid ORDER BY 1",
        "summaries": "SELECT id, summary, first_day, witnesses FROM events ORDER BY id",
        "terms": "SELECT owner, role, term FROM terms WHERE role <> 'control' ORDER BY 1, 2, 3",
        "evidence": "SELECT event, claim, doc, relation FROM evidence ORDER BY 1, 2",
    }
    with store.engine.connect() as connection:
        return {name: [tuple(row) for row in connection.execute(text(query))] for name, query in queries.items()}


def groups(events: Sequence[Event]) -> set[frozenset[str]]:
    return {frozenset(e.claim for e in event.evidence) for event in events}


def event_of(store: Store, claim: Claim) -> Event:
    (event,) = [event for event in store.view().events() if claim.id in {e.claim for e in event.evidence}]
    return event


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_arrivals_then_settled_is_all_at_once(seed: int, tmp_path: Path) -> None:
    given, found = small(seed), []
    for turn in range(3):
        order = list(given)
        random.Random(turn).shuffle(order)
        with open_store(tmp_path / f"{turn}.db") as store:
            take(store, order[: 4 * turn + 1])
            recompute(store, TOOLS)
            for one in order[4 * turn + 1 :]:
                take(store, [one])
                assert arrive(store, TOOLS) == 1
            at_once = store.view().events()
            assert sorted(e.claim for event in at_once for e in event.evidence) == sorted(
                claim.id for _, claims in given for claim in claims
            )
            recompute(store, TOOLS)
            assert is_settled(store, TOOLS)
            assert not any(event.unsettled for event in store.view().events())
            for event in at_once:  # an id that was shown leads to where its claims are now
                assert store.view().event(event.id) or store.view().forwards(event.id)
            found.append(made(store))
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("seed", range(2))
def test_what_stands_at_once_follows_from_what_stood_and_is_found_like_any_other(seed: int, tmp_path: Path) -> None:
    given, found = small(seed), []
    for turn in range(2):
        with open_store(tmp_path / f"{turn}.db") as store:
            take(store, given[:5])
            recompute(store, TOOLS)
            take(store, given[5:])  # several wait: they are joined in the order in which they came
            assert arrive(store, TOOLS) == len(given) - 5
            found.append(made(store))
            # The rows that lists, maps and filters ask are those that writing these very events as a whole makes.
            events, at_once = store.view().events(), found_by(store)
            with store.write() as writer:
                writer.replace_derived(events, store.view().all_states(), store.view().copies())
            assert found_by(store) == at_once
            assert store.verify() == []
    assert found[0] == found[1]


def test_only_the_events_that_change_are_marked(store: Store) -> None:
    given = small(7)
    take(store, given[:-1])
    recompute(store, TOOLS)
    before = {event.id: event for event in store.view().events()}
    take(store, given[-1:])
    assert not is_settled(store, TOOLS)
    assert arrive(store, TOOLS) == 1
    new = {claim.id for claim in given[-1][1]}
    for event in store.view().events():
        assert event.unsettled == bool(new & {e.claim for e in event.evidence})
        assert event.unsettled or event == before[event.id]
    assert arrive(store, TOOLS) == 0  # nothing waits any more
    assert not is_settled(store, TOOLS)


WORDS = {
    "one": "Jets of the northern army bombed the fish market in Velm on Wednesday. Twelve people died, a doctor said",
    "two": "Twelve people were dead in Velm after northern army planes bombed its market. Stalls burned until the evening",
    "three": "In Velm the northern army bombed a crowded market. Rescuers counted twelve bodies between crates of herring",
}


def telling(name: str, day: str = "2031-03-05") -> tuple[Document, list[Claim]]:
    """An article that tells of one air strike in its own words."""
    document = builders.article(name, WORDS[name], day, title=f"Market in Velm bombed ({name})")
    return document, [
        builders.claim(
            document, "bombed", "airstrike", place=builders.VELM, agent=builders.NORTH, day=day, killed=(12, 12)
        )
    ]


def decided(store: Store, *rows: Decision) -> None:
    with store.write() as writer:
        for row in rows:
            writer.put_decision(row)
    recompute(store, TOOLS)


def test_a_telling_joins_the_event_that_it_tells_of(store: Store) -> None:
    take(store, [telling("one"), telling("two"), *small(1)])
    recompute(store, TOOLS)
    stood = event_of(store, telling("one")[1][0])
    take(store, [late := telling("three")])
    assert arrive(store, TOOLS) == 1
    event = event_of(store, late[1][0])
    assert event.unsettled
    assert len(event.evidence) == len(stood.evidence) + 1
    assert (event.id == stood.id) or store.view().forwards(stood.id)
    assert len(event.witnesses) == len(stood.witnesses) + 1


def test_a_copy_adds_no_witness(store: Store) -> None:
    take(store, [telling("one"), telling("two"), *small(1)])
    recompute(store, TOOLS)
    stood = event_of(store, telling("one")[1][0])
    document, (claim,) = telling("one")
    copy = replace(document, id="again", key="https://again.example/1", digest="9" * 64, outlet="Again Daily")
    take(store, [(copy, [replace(claim, id="again1", doc="again")])])
    assert arrive(store, TOOLS) == 1
    assert store.view().copies()["again"].doc == document.id
    event = event_of(store, replace(claim, id="again1"))
    assert (len(event.evidence), event.independent) == (len(stood.evidence) + 1, stood.independent)


def test_what_people_decided_holds_at_once(store: Store) -> None:
    one, two = telling("one"), telling("two")
    take(store, [one, two, *small(1)])
    row = builders.decide(Judgement.NOT_SAME, one[1][0], two[1][0])
    gone = builders.decide(Judgement.DISPROVED, two[1][0], minute=1)
    decided(store, row, gone)
    apart = {event_of(store, one[1][0]).id, event_of(store, two[1][0]).id}
    assert len(apart) == 2
    take(store, [three := telling("three")])
    assert arrive(store, TOOLS) == 1
    # The third joins one of the two, and does not bring them together.
    assert event_of(store, one[1][0]).id != event_of(store, two[1][0]).id
    assert event_of(store, two[1][0]).status is EventStatus.DISPROVED
    assert len(event_of(store, three[1][0]).evidence) == 2


def test_a_new_version_takes_the_place_of_the_old_one_and_its_decisions(store: Store) -> None:
    one, two = telling("one"), telling("two")
    take(store, [one, two, *small(1)])
    decided(store, builders.decide(Judgement.NOT_SAME, one[1][0], two[1][0]))
    document, (claim,) = two
    later = replace(document, id="two2", digest="8" * 64, modified=datetime(2031, 3, 6, tzinfo=UTC))
    again = replace(claim, id="two2c", doc="two2")
    take(store, [(later, [again])])
    assert arrive(store, TOOLS) == 1
    held = {e.claim for event in store.view().events() for e in event.evidence}
    assert claim.id not in held
    assert event_of(store, again).id != event_of(store, one[1][0]).id
    at_once = groups(store.view().events())
    recompute(store, TOOLS)
    assert claim.id not in {e.claim for event in store.view().events() for e in event.evidence}
    assert {again.id} in at_once
    assert {again.id} in groups(store.view().events())


@pytest.mark.parametrize("change", ["decision", "takedown", "reference", "small"])
def test_where_more_than_an_article_came_in_the_whole_is_fused(store: Store, change: str) -> None:
    given = small(2)
    used = TOOLS
    take(store, given[:-1])
    recompute(store, replace(TOOLS, quick_from=10_000) if change == "small" else TOOLS)
    if change == "decision":
        with store.write() as writer:
            writer.put_decision(builders.decide(Judgement.REJECT, given[0][1][0]))
    elif change == "takedown":
        with store.write() as writer:
            writer.take_down(given[0][0].id, "asked for")
    elif change == "reference":
        used = replace(TOOLS, reference="other outlets")
    before = made(store)
    take(store, given[-1:])
    assert arrive(store, used) is None
    assert made(store) == before


def test_a_notice_that_withdraws_a_report_waits_for_the_whole(store: Store) -> None:
    take(store, small(2))
    recompute(store, TOOLS)
    take(
        store,
        [(builders.article("notice", "Velm Post has withdrawn this story.", title="Withdrawn: strike on Velm"), [])],
    )
    assert arrive(store, TOOLS) is None


def test_a_run_that_joins_at_once_ends_like_any_other(tmp_path: Path) -> None:
    articles = [article(n) for n in range(12)]
    ends: list[list[Any]] = []
    for at_once in (False, True):
        folder = tmp_path / str(at_once)
        folder.mkdir()
        seen: Counter[int] = Counter()
        with open_store(folder / "record.db") as store, Archive(folder / "kept.warc.gz") as archive:
            given = tools(quick_from=0)
            for some in (articles[:8], articles):
                source = write_articles(folder / "a.jsonl", some)

                def count(_: object, store: Store = store, seen: Counter[int] = seen) -> None:
                    seen[sum(event.unsettled for event in store.view().events())] += 1

                run(
                    [source],
                    store=store,
                    archive=archive,
                    tools=given,
                    clock=FakeClock(),
                    progress=count,
                    at_once=at_once,
                )
            ends.append(made(store))
            assert is_settled(store, given)
        assert bool(seen.keys() - {0}) is at_once  # a reader saw the new articles while the run was on
    assert ends[0] == ends[1]
