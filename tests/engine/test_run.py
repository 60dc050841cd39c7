"""The main job with a fake reader on real files."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes import PLACES, FakeClock, article, link_places, tools, write_articles
from vigil.engine.run import run
from vigil.engine.summary import Step, Summary
from vigil.engine.tools import Tools
from vigil.engine.verify import verify
from vigil.ingest.archive import Archive
from vigil.model.errors import BadItem, Misuse, Unreadable
from vigil.model.issue import Level
from vigil.model.text import Document
from vigil.publish.export import export
from vigil.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db") as opened:
        yield opened


def go(store: Store, folder: Path, *sources: str, **others: object) -> Summary:
    given = others.pop("tools", None)
    with Archive(folder / "kept.warc.gz") as archive:
        used = given if isinstance(given, Tools) else tools()
        return run(sources, store=store, archive=archive, tools=used, clock=FakeClock(), **others)  # type: ignore[arg-type]


def dump(store: Store) -> str:
    out = io.StringIO()
    export(store.view(), "jsonl", out)
    return out.getvalue()


def test_run_makes_a_record_that_proves_out(store: Store, tmp_path: Path) -> None:
    source = write_articles(tmp_path / "a.jsonl", [article(n) for n in range(12)])
    steps: list[Step] = []
    summary = go(store, tmp_path, source, progress=steps.append)
    assert (summary.seen, summary.read, summary.set_aside, summary.exit_code) == (12, 12, 0, 0)
    assert summary.record["documents"] == 12
    assert summary.record["claims"] == summary.claims == 24
    assert summary.record["events"] > 0
    assert [step.done for step in steps if step.stage == "read"] == list(range(1, 13))
    with Archive(tmp_path / "kept.warc.gz") as archive:
        assert verify(store, archive) == []
        assert verify(store, archive, noted=store.view().meta()["head"]) == []


def test_second_run_adds_nothing(store: Store, tmp_path: Path) -> None:
    source = write_articles(tmp_path / "a.jsonl", [article(n) for n in range(6)])
    go(store, tmp_path, source)
    before, head = dump(store), store.view().meta()["head"]
    summary = go(store, tmp_path, source)
    assert (summary.already, summary.read, summary.duplicates) == (6, 0, 0)
    assert dump(store) == before
    assert store.view().meta()["head"] == head


def test_order_of_sources_does_not_matter(store: Store, tmp_path: Path) -> None:
    sources = [write_articles(tmp_path / f"{n}.jsonl", [article(n), article(n + 9)]) for n in range(5)]
    go(store, tmp_path, *sources)
    with open_store(tmp_path / "other.db") as other:
        for source in reversed(sources):
            (tmp_path / "o").mkdir(exist_ok=True)
            go(other, tmp_path / "o", source)
        assert dump(other) == dump(store)


def test_same_bytes_under_another_name_count_once(store: Store, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(
            "There was shelling in Velm on the first day, 3 killed, residents told the radio.\n"
        )
    summary = go(store, tmp_path, str(tmp_path / "one.txt"), str(tmp_path / "two.txt"))
    assert (summary.read, summary.duplicates) == (1, 1)
    (note,) = store.view().issues()
    assert note.level is Level.INFO
    assert note.message.startswith("duplicate of ")
    assert len(store.view().sightings(note.doc)) == 1


def test_same_bytes_from_another_outlet_are_another_publication(store: Store, tmp_path: Path) -> None:
    text = "There was shelling in Velm on the first day, 3 killed, residents told the radio in the evening.\n"
    (tmp_path / "one.txt").write_text(text)
    (tmp_path / "two.txt").write_text(text)

    def items(source: str) -> Iterator[object]:
        for item in tools().items(source):
            assert not isinstance(item, BadItem)
            yield replace(item, hints=(("outlet", Path(source).stem),))

    used = tools(items=items)
    summary = go(store, tmp_path, str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), tools=used)
    assert (summary.read, summary.duplicates) == (2, 0)


def test_later_version_supersedes_and_earlier_stays(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("The island radio told of shelling in Velm in the night, 3 killed, it said.\n")
    go(store, tmp_path, str(path))
    path.write_text("The island radio told of shelling in Velm in the night, 5 killed, it said. Corrected toll.\n")
    summary = go(store, tmp_path, str(path))
    assert (summary.record["documents"], summary.record["articles"], summary.record["claims"]) == (2, 1, 2)
    (key,) = {document.key for document in store.view().documents()}
    older, newer = store.view().versions(key)
    assert "5 killed" in newer.text
    (event,) = store.view().events()
    assert {e.doc for e in event.evidence} == {newer.id}
    assert [claim.doc for claim in store.view().claims(older.id)] == [older.id]


class Harvest:
    """A gate that stops what speaks of the harvest."""

    version = "h1"

    def passes(self, document: Document) -> bool:
        return "harvest" not in document.text


def test_what_the_gate_stops_is_kept_counted_and_read_on_request(store: Store, tmp_path: Path) -> None:
    rows = [article(1), article(2) | {"text": "The harvest is in. Two sides report shelling in Velm, 3 killed."}]
    source = write_articles(tmp_path / "a.jsonl", rows)
    gated = replace(tools(), gate=Harvest())
    summary = go(store, tmp_path, source, tools=gated)
    assert (summary.seen, summary.read, summary.off_topic, summary.exit_code) == (2, 1, 1, 0)
    assert summary.states == {"read": 1, "off topic": 1}
    assert any(issue.message.startswith("no sign of armed conflict") for issue in store.view().issues())
    again = go(store, tmp_path, source, tools=gated)
    assert (again.already, again.read, again.off_topic) == (2, 0, 0)
    asked = go(store, tmp_path, source, tools=replace(gated, read_all=True))
    assert (asked.already, asked.read, asked.off_topic) == (1, 1, 0)
    assert store.view().states() == {"read": 2}
    assert not any(issue.message.startswith("no sign") for issue in store.view().issues())


def test_unread_language_is_kept_and_counted(store: Store, tmp_path: Path) -> None:
    words = "Жители города сообщили, что ночью на окраине были слышны взрывы, а дорога к порту закрыта до утра."
    source = write_articles(tmp_path / "a.jsonl", [article(1), article(2, words=words, language="ru")])
    summary = go(store, tmp_path, source)
    assert summary.unread == {"ru": 1}
    assert summary.states == {"read": 1, "unread language ru": 1}
    assert any(issue.message.startswith("unread language ru") for issue in store.view().issues())


def test_bad_items_are_set_aside_and_the_rest_is_read(store: Store, tmp_path: Path) -> None:
    source = write_articles(tmp_path / "a.jsonl", [article(1), article(2), article(3)])

    def places(document: object, claims: object) -> object:
        if getattr(document, "title", "") == "Island report 2":
            raise ZeroDivisionError("made to fail\x1b[31m")
        if getattr(document, "title", "") == "Island report 3":
            raise Unreadable("made to be bad", advice="mend it")
        return link_places(document, claims)  # type: ignore[arg-type]

    summary = go(store, tmp_path, source, tools=tools(places=places))
    assert (summary.seen, summary.read, summary.set_aside, summary.exit_code) == (3, 1, 2, 1)
    fault, bad = store.view().issues()
    assert (fault.stage, fault.level) == ("places", Level.ERROR)
    assert "\x1b" not in fault.message
    assert bad.advice == "mend it"
    assert bad.item.endswith("#a3")
    again = go(store, tmp_path, source)
    assert (again.read, again.already) == (2, 1)
    assert store.view().issues() == []


def test_bad_source_costs_only_itself(store: Store, tmp_path: Path) -> None:
    good = write_articles(tmp_path / "a.jsonl", [article(1)])
    (tmp_path / "empty.txt").write_bytes(b"")
    summary = go(store, tmp_path, str(tmp_path / "empty.txt"), good)
    assert (summary.read, summary.set_aside, summary.seen) == (1, 1, 2)


def test_missing_path_is_misuse_before_anything_is_read(store: Store, tmp_path: Path) -> None:
    good = write_articles(tmp_path / "a.jsonl", [article(1)])
    with pytest.raises(Misuse):
        go(store, tmp_path, good, str(tmp_path / "nowhere"))
    assert store.view().counts()["documents"] == 0


def test_new_reader_version_reads_again_and_replaces_claims(store: Store, tmp_path: Path) -> None:
    source = write_articles(tmp_path / "a.jsonl", [article(n) for n in range(3)])
    go(store, tmp_path, source)
    summary = go(store, tmp_path, source, tools=tools("2"))
    assert (summary.read, summary.already) == (3, 0)
    assert {claim.reader for claim in store.view().claims()} == {"fake@2"}
    assert store.view().counts()["documents"] == 3
    assert store.verify() == []


def test_verify_finds_bytes_that_are_not_kept(store: Store, tmp_path: Path) -> None:
    go(store, tmp_path, write_articles(tmp_path / "a.jsonl", [article(1)]))
    with Archive(tmp_path / "empty.warc.gz") as archive:
        (problem,) = verify(store, archive)
    assert problem.what == "archive"


def test_filters_know_aliases_and_what_holds_a_place(store: Store, tmp_path: Path) -> None:
    words = "Residents spoke of shelling in Velm in the morning, 3 killed, and of closed roads to the coast."
    go(store, tmp_path, write_articles(tmp_path / "a.jsonl", [article(1, words=words)]))
    view = store.view()
    (event,) = view.events()
    for place in ("velm", "VÉLM", "test:velm", "old fort", "isle of proof", "test:isle"):
        assert view.events(place=place) == [event], place
    assert view.events(place="vel") == []


def test_an_id_that_changes_is_forwarded_to_where_its_claims_went(store: Store, tmp_path: Path) -> None:
    strike = "There was airstrike in {} by the Tarn Guards, 5 killed. Nothing else was known of it on that day."
    place = sorted(PLACES)[0]
    later, earlier = (
        article(n, words=strike.format(place), outlet=outlet, published=f"2031-03-0{day}T08:00:00+00:00")
        for n, outlet, day in ((1, "The Pell Mail", 3), (2, "Harrow Radio", 2))
    )
    go(store, tmp_path, write_articles(tmp_path / "later.jsonl", [later]))
    before = {event.id for event in store.view().events()}
    go(store, tmp_path, write_articles(tmp_path / "earlier.jsonl", [earlier]))
    after = {event.id for event in store.view().events()}
    gone = before - after
    assert gone
    for id in sorted(gone):
        assert {new for new, _ in store.view().forwards(id)} <= after
        assert store.view().forwards(id)
