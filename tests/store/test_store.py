"""The store's behaviour, written once as ``check_store`` for every backend, and what only SQLite does.

PostgreSQL is checked too where VIGIL_TEST_POSTGRESQL names an empty database (postgresql+psycopg://...).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from vigil.model.claim import Claim, Count, Mention
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.errors import BadReference, Misuse
from vigil.model.event import Dispute, Estimate, Event, EventStatus, Evidence, Position, Relation, Witness
from vigil.model.interval import Interval
from vigil.model.issue import Issue, Level
from vigil.model.link import Decision, Judgement, Score
from vigil.model.state import (
    Access,
    AidStep,
    Control,
    Displacement,
    FlowKind,
    Hold,
    Move,
    MoveKind,
    Relationship,
    States,
    Step,
    Stretch,
    TieKind,
    Truce,
    TruceStep,
)
from vigil.model.text import Document, Zone, ZoneKind
from vigil.store import Copied, Store, open_store, shown
from vigil.store.words import fold, fts_query

DAY = datetime(2031, 4, 2, 7, 30, tzinfo=UTC)
TODAY = DAY.date()
VELM = PlaceRef(
    text="Vélm", place_id="test:velm", name="Velm", lat=10.0, lon=20.0, precision=PlacePrecision.EXACT, within=("test:isle",)
)  # fmt: skip
GUARD = ActorRef(text="the Guard", actor_id="test:guard", name="Tarn Guard")


def document(number: int, *, key: str = "", published: datetime | None = DAY, body: str = "") -> Document:
    words = body or f"Shells fell on Vélm, report {number} said. Nobody else spoke of the harbour."
    return Document(
        id=f"d{number}",
        key=key or f"file:{number}",
        digest=f"{number:064x}",
        text=words,
        title=f"Report {number}",
        outlet="Pell Mail",
        published=published,
        published_precision="second",
        fetched=DAY,
        language="en",
        zones=(Zone(0, 2, ZoneKind.CAPTION),),
        sentences=((0, words.index(".") + 1),),
    )


def claim(of: Document, number: int = 0) -> Claim:
    return Claim(
        id=f"c{of.id}-{number}",
        doc=of.id,
        s=0,
        sentence=of.sentences[0],
        trigger=of.span(7, 11),
        type="shelling",
        arguments=(Mention(role="place", span=of.span(15, 19), place=VELM, score=0.75),),
        counts=(Count(kind="killed", min=1, max=None),),
        confidence=0.5,
        when=Interval.day(DAY.date()),
        place=VELM,
    )


def event(number: int, *claims: Claim, day: date | None = TODAY) -> Event:
    ids = tuple(one.id for one in claims)
    sides = tuple(Position(value=value, by=(by,), claims=ids) for value, by in (("3", "a"), ("9", "b")))
    return Event(
        id=f"e{number}abc",
        type="shelling",
        place=VELM,
        when=Interval.day(day) if day else None,
        status=EventStatus.DISPUTED if number else EventStatus.REPORTED,
        agents=(GUARD,),
        evidence=tuple(Evidence(claim=c.id, doc=c.doc, relation=Relation.SUPPORTS, witness="w1") for c in claims),
        witnesses=(Witness(id="w1", name="Pell Mail", kind="outlet", side=""),),
        disputes=(Dispute(what="killed", positions=sides),) if number else (),
    )


def check_store(store: Store) -> None:
    """Everything that a record does, on an empty one."""
    check_documents(store)
    check_versions(store)
    check_derived(store)
    check_decisions(store)
    check_issues(store)
    check_search(store)
    check_takedown(store)
    assert store.verify() == []


def check_documents(store: Store) -> None:
    one, two = document(1), document(2)
    with store.write() as writer:
        writer.put_reading(one, [claim(one), claim(one, 1)], stages="s1")
        writer.put_reading(two, [], stages="s1", state="unread language xx")
        writer.put_sighting("d1", "file:other")
        writer.put_sighting("d1", "file:other")
    view = store.view()
    assert list(view.documents()) == [one, two]
    assert view.document("d1") == one
    assert view.document("nobody") is None
    assert list(view.claims()) == [claim(one), claim(one, 1)]
    assert list(view.claims("d2")) == []
    assert view.claim("cd1-1") == claim(one, 1)
    assert view.sightings("d1") == ["file:other"]
    assert view.states() == {"read": 1, "unread language xx": 1}
    (outcome,) = view.outcomes(one.digest)
    assert (outcome.doc, outcome.key, outcome.outlet, outcome.stages, outcome.state) == (
        "d1",
        "file:1",
        "Pell Mail",
        "s1",
        "read",
    )
    with store.write() as writer:
        writer.put_reading(one, [replace(claim(one), confidence=0.9)], stages="s2")
    assert [c.confidence for c in view.claims()] == [0.9]
    assert view.counts()["documents"] == 2
    with pytest.raises(ZeroDivisionError):
        write_and_fail(store)
    assert view.document("d9") is None


def write_and_fail(store: Store) -> None:
    with store.write() as writer:
        writer.put_reading(document(9), [], stages="s1")
        writer.flush()
        raise ZeroDivisionError


def check_versions(store: Store) -> None:
    later, earlier = (document(n, key="https://pell.example/a", published=DAY + timedelta(days=n)) for n in (4, 3))
    with store.write() as writer:
        writer.put_reading(later, [], stages="s1")
        writer.put_reading(earlier, [], stages="s1")
    assert [d.id for d in store.view().versions(later.key)] == ["d3", "d4"]
    assert store.view().superseded() == {"d3": "d4"}


TOLD = Estimate(kind="displaced", low=50, best=50, high=60, rule="range of two witnesses")
WHOLE = States(
    truces=(
        Truce(
            id="t1", kind="ceasefire", parties=(GUARD,), area=VELM, declared=TODAY,
            in_force=date(2031, 4, 3), ended=None,
            steps=(Step(on=date(2031, 4, 2), kind=TruceStep.DECLARED, event="e2abc"),),
        ),
    ),
    displacements=(
        Displacement(
            event="e2abc", kind=FlowKind.FLOW, origin=VELM, destination=None, people=TOLD,
            when=Interval.day(date(2031, 4, 2))
        ),
    ),
    moves=(Move(event="e2abc", kind=MoveKind.DEPLOYED, actor=GUARD, origin=None, place=VELM, on=date(2031, 4, 2)),),
    relations=(
        Relationship(
            kind=TieKind.FIGHTS, one=GUARD, other=GUARD, first=None, last=None, events=("e2abc",),
        ),
    ),
    aid=(AidStep(event="e2abc", place=VELM, access=Access.BLOCKED, on=None),),
)  # fmt: skip


def check_derived(store: Store) -> None:
    view = store.view()
    one = view.document("d1")
    assert one is not None
    events = [event(2, claim(one)), event(1, day=date(2031, 4, 5)), event(0, day=None)]
    stretch = Stretch(
        start=date(2031, 4, 2), end=None, hold=Hold.HELD, holders=(GUARD,), events=("e2abc",), reason="told so"
    )
    control = Control(place=VELM, stretches=(stretch,))
    for _ in range(2):
        with store.write() as writer:
            copied = {"d1": Copied("d2", Score(0.9, "alike"))}
            writer.replace_derived(
                events,
                replace(WHOLE, controls=(control,)),
                copied,
                forwards=[("e9", "e2abc", "merged")],
                names={"test:guard": ("Black Hats",), "test:isle": ("Isle",)},
            )
    assert view.events() == events
    assert view.events(type="talks") == []
    assert view.events(status="reported") == [events[2]]
    assert view.events(since=date(2031, 4, 3)) == [events[1]]
    assert view.events(until=date(2031, 4, 2)) == [events[0]]
    for actor in ("test:guard", "tarn", "Black hats", "THE GUARD"):
        assert view.events(actor=actor) == events
    for place in ("velm", "isle", "test:isle"):
        assert view.events(place=place) == events
    for nonsense in ("vel", "%", "_", "el"):
        assert view.events(place=nonsense) == []
    assert view.event("e2") == events[0]
    assert view.event("e") is None
    assert view.event("%") is None
    assert view.events_of_claim("cd1-0") == ["e2abc"]
    assert view.controls() == [control]
    assert view.control("VELM") == view.control("test:velm") == control
    assert view.control("isle") is None
    assert view.all_states() == replace(WHOLE, controls=(control,))
    assert view.forwards("e9") == [("e2abc", "merged")]
    assert view.forwards("e2abc") == []
    assert view.copies() == {"d1": Copied("d2", Score(0.9, "alike"))}
    assert view.counts()["disputed_events"] == 2


def check_decisions(store: Store) -> None:
    decision = Decision(
        id="x1", judgement=Judgement.NOT_SAME, left="cd1-0", right="cd2-0", user="olena", created_at=DAY
    )
    with store.write() as writer:
        writer.put_decision(decision)
    with pytest.raises(Misuse), store.write() as writer:
        writer.put_decision(decision)
    assert store.view().decisions() == [decision]
    with store.write() as writer:
        writer.retract_decision("x1", DAY, user="olena", reason="wrong pair")
    with pytest.raises(Misuse), store.write() as writer:
        writer.retract_decision("x1", DAY)
    assert store.view().decisions() == [replace(decision, deleted_at=DAY)]


def check_issues(store: Store) -> None:
    bad = Issue(item="file:1", stage="ingest", level=Level.ERROR, message="cut short", advice="get it again")
    odd = Issue(item="file:1", stage="ingest", level=Level.WARNING, message="no date", doc="d1")
    with store.write() as writer:
        writer.put_issues([odd, bad, bad])
        writer.put_issues([odd])
    assert store.view().issues() == [bad, odd]
    with store.write() as writer:
        writer.settle_issues("file:1")
    assert store.view().issues() == [odd]


def check_search(store: Store) -> None:
    view = store.view()
    kinds = {(hit.kind, hit.id) for hit in view.search("shells report 1")}
    assert kinds == {("document", "d1"), ("claim", "cd1-0")}
    assert view.search('"fell on"')
    assert view.search('"on fell"') == []
    assert view.search("shell") == []  # whole words, on either engine
    for query in ("", '"', "''", "a OR", "NEAR(", "* -x ^", "shells AND NOT :", "title:x", "nothing%here"):
        assert isinstance(view.search(query), list)
    assert view.search('"""') == []


def check_takedown(store: Store) -> None:
    with pytest.raises(Misuse), store.write() as writer:
        writer.take_down("d1", " ")
    with store.write() as writer:
        assert writer.take_down("d1", "asked for by the family") == 3
    view = store.view()
    assert view.document("d1") is None
    assert list(view.claims("d1")) == []
    assert {hit.doc for hit in view.search("shells")}.isdisjoint({"d1"})
    assert view.outcomes(f"{1:064x}")[0].state == "taken down"
    assert view.states()["taken down"] == 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db") as opened:
        yield opened


def test_sqlite(store: Store) -> None:
    check_store(store)
    assert {hit.id for hit in store.view().search("velm")} >= {"d2"}  # marks aside
    with store.engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


@pytest.mark.skipif(not os.environ.get("VIGIL_TEST_POSTGRESQL"), reason="VIGIL_TEST_POSTGRESQL names no database")
def test_postgresql() -> None:
    with open_store(os.environ["VIGIL_TEST_POSTGRESQL"]) as opened:
        check_store(opened)


def test_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    from vigil.store.tables import metadata

    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = [
            d for d in compare_metadata(context, metadata) if not str(getattr(d[1], "name", "")).startswith("words")
        ]
    assert differences == []


def test_a_record_opens_again_as_it_was(tmp_path: Path) -> None:
    for n in (1, 2):
        with open_store(tmp_path / "r.db") as opened:
            with opened.write() as writer:
                writer.put_reading(document(n), [claim(document(n))], stages="s")
            assert opened.view().counts()["documents"] == n
            assert opened.verify() == []


def test_opening_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="no record"):
        open_store(tmp_path / "none.db", create=False)
    (tmp_path / "text.db").write_text("not a database at all, only words " * 40)
    with pytest.raises(Misuse, match="cannot open"):
        open_store(tmp_path / "text.db")
    with pytest.raises(Misuse, match="cannot open"):
        open_store(tmp_path / "no" / "folder" / "r.db")
    with pytest.raises(Misuse, match="not a database address"):
        open_store("://")
    with pytest.raises(Misuse, match="no driver for") as raised:
        open_store("nosuch+driver://ann:secret@host/record")
    assert "secret" not in str(raised.value)
    assert shown("postgresql+psycopg://ann:secret@host/record") == "postgresql+psycopg://ann:***@host/record"
    foreign = sqlite3.connect(tmp_path / "foreign.db")
    foreign.execute("CREATE TABLE other (x)")
    foreign.close()
    with pytest.raises(Misuse, match="not a record"):
        open_store(tmp_path / "foreign.db")


def test_a_later_record_is_not_touched(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db") as opened, opened.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BadReference, match="later Vigil"):
        open_store(tmp_path / "r.db")


@pytest.mark.parametrize("table", ["ledger", "documents", "readings", "claims", "decisions", "retractions"])
def test_kept_rows_cannot_be_changed(store: Store, table: str) -> None:
    check_documents(store)
    check_decisions(store)
    column = {"ledger": "ref", "readings": "state", "documents": "text"}.get(table, "body")
    for statement in (
        f"UPDATE {table} SET {column} = 'x'",
        f"UPDATE {table} SET {column} = ''",
        f"DELETE FROM {table}",
    ):
        with pytest.raises(DatabaseError, match="append-only"), store.engine.begin() as connection:
            connection.execute(text(statement))
    assert store.verify() == []


@pytest.mark.parametrize(
    ("guard", "harm", "says"),
    [
        ("claims_no_update", "UPDATE claims SET body = replace(body, 'Velm', 'Pell')", "altered"),
        ("claims_no_update", "UPDATE claims SET body = ''", "without a tombstone"),
        ("claims_no_delete", "DELETE FROM claims WHERE seq = 3", "row is lost"),
        ("documents_no_update", "UPDATE documents SET text = text || ' more' WHERE id = 'd2'", "altered"),
        ("decisions_no_update", "UPDATE decisions SET body = replace(body, 'not_same', 'same')", "altered"),
        ("readings_no_update", "UPDATE readings SET state = 'read'", "altered"),
        ("ledger_no_delete", "DELETE FROM ledger WHERE seq = 2", "missing"),
        ("ledger_no_delete", "DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)", "does not end"),
        ("ledger_no_update", "UPDATE ledger SET content = ref WHERE kind = 'claim'", "breaks the chain"),
    ],
)
def test_verify_finds_what_a_stranger_changed(store: Store, guard: str, harm: str, says: str) -> None:
    check_documents(store)
    check_decisions(store)
    with store.engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER {guard}"))
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        connection.execute(text(harm))
    assert any(says in problem.message for problem in store.verify())


def test_verify_finds_an_end_that_was_made_anew(store: Store) -> None:
    check_documents(store)
    noted = store.view().meta()["head"].split()[1]
    assert store.verify(noted=noted) == []
    assert [p.what for p in store.verify(noted="f" * 64)] == ["chain"]


def test_verify_finds_rows_from_other_hands(store: Store) -> None:
    check_documents(store)
    with store.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO claims SELECT 99, 'forged', reading, doc, type, body, sentence FROM claims LIMIT 1")
        )
    assert any("not in the ledger" in problem.message for problem in store.verify())


def test_reading_while_writing(store: Store) -> None:
    check_documents(store)
    stream = store.view().documents()
    first = next(stream)
    with store.write() as writer:
        writer.put_reading(document(7), [], stages="s")
    assert [first.id, *(d.id for d in stream)] == ["d1", "d2"]


@given(st.text())
def test_fts_query_holds_only_quoted_words(words: str) -> None:
    bare = fts_query(words).split(" AND ")
    assert all(part.startswith('"') and part.endswith('"') and '"' not in part[1:-1] for part in bare if part)


@given(st.text())
def test_any_text_can_be_searched_for(words: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE w USING fts5(t)")
    query = fts_query(words)
    if query:
        connection.execute("SELECT * FROM w WHERE w MATCH ?", (query,)).fetchall()
    connection.close()


@given(st.text())
def test_folding_twice_changes_nothing(words: str) -> None:
    assert fold(fold(words)) == fold(words)
