"""Reading ahead changes how long a run takes and nothing else: the same record and archive, whatever is slow or breaks."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.fakes import FakeClock, FakeReader, article, tools, write_articles
from vigil.engine.ahead import beside, in_turn
from vigil.engine.run import run
from vigil.engine.summary import Step, Summary
from vigil.ingest.archive import Archive
from vigil.model.claim import Claim
from vigil.model.text import Document
from vigil.store import open_store


def logged(log: list[str], count: int) -> Iterator[int]:
    for n in range(count):
        log.append(f"ask {n}")
        yield n


def begun(log: list[str], n: int) -> int:
    log.append(f"begin {n}")
    return n


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [
        (0, "ask 0, begin 0, done 0, ask 1, begin 1, done 1, ask 2, begin 2, done 2"),
        (1, "ask 0, begin 0, ask 1, begin 1, done 0, ask 2, begin 2, done 1, done 2"),
        (5, "ask 0, begin 0, ask 1, begin 1, ask 2, begin 2, done 0, done 1, done 2"),
    ],
)
def test_items_are_done_in_their_order_and_not_asked_for_too_early(ahead: int, expected: str) -> None:
    log: list[str] = []
    for n in in_turn(logged(log, 3), partial(begun, log), ahead, lambda _: None):
        log.append(f"done {n}")
    assert ", ".join(log) == expected


def test_an_item_waits_until_its_like_is_done() -> None:
    log: list[str] = []
    for n in in_turn(logged(log, 4), partial(begun, log), 3, lambda n: n % 2):
        log.append(f"done {n}")
    assert log.index("done 0") < log.index("begin 2") < log.index("done 2")
    assert log.index("done 1") < log.index("begin 3")
    assert log.index("begin 1") < log.index("done 0")


def test_what_fails_later_is_raised_after_what_was_begun() -> None:
    def failing() -> Iterator[int]:
        yield 0
        yield 1
        raise ZeroDivisionError

    done: list[int] = []

    def work(items: Iterable[int], begin: Callable[[int], int]) -> None:
        for n in in_turn(items, begin, 3, lambda _: None):
            done.append(n)

    with pytest.raises(ZeroDivisionError):
        work(failing(), int)
    assert done == [0, 1]
    with pytest.raises(IndexError):
        work([0, 1, 7], [5, 6].__getitem__)
    assert done == [0, 1, 5, 6]


@pytest.mark.parametrize("threads", [0, 1, 2])
def test_work_beside_gives_its_result_or_its_error(threads: int) -> None:
    with beside(threads, lambda _: None) as begin:
        results = [begin(partial(divmod, 7, n)) for n in (2, 0, 3)]
        assert results[0]() == (3, 1)
        with pytest.raises(ZeroDivisionError):
            results[1]()
        assert results[2]() == (2, 1)
        where = begin(threading.current_thread)()
    assert (where is threading.current_thread()) is (threads == 0)


def test_an_interrupted_run_stops_what_is_read_beside_it() -> None:
    halted = threading.Event()
    started, ended, late = threading.Event(), threading.Event(), threading.Event()

    def halt(on: bool) -> None:
        (halted.set if on else halted.clear)()

    def long_reading() -> None:
        started.set()
        assert halted.wait(60)
        ended.set()

    def interrupted() -> None:
        with beside(1, halt) as begin:
            begin(long_reading)
            begin(late.set)
            assert started.wait(60)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert ended.is_set()
    assert not late.is_set()  # dropped
    assert not halted.is_set()  # the next run reads again


class SlowReader(FakeReader):
    """Takes its time by the text, so that later articles are ready before earlier ones, and breaks on some."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[str] = set()

    def read(self, documents: Sequence[Document]) -> list[list[Claim]]:
        self.threads.add(threading.current_thread().name)
        time.sleep(random.Random(documents[0].text).random() / 200)
        if "harbour mouth" in documents[0].text:
            raise ValueError("it does not like harbours")
        return super().read(documents)


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    """The same bytes at once and later, from another outlet, other versions, another language, a fault, broken things."""
    rows = [article(n) for n in range(9)]
    harbour = "The harbour mouth saw shelling in Velm."
    rows[3:3] = [article(2), article(2, outlet="The Other Pell"), article(1, words=harbour)]
    rows += [
        article(4, words="There was talks in Osk at noon."),
        article(0),
        article(11, words="Обстрел города продолжался всю ночь и утро, сообщили местные жители."),
    ]
    one = write_articles(tmp_path / "one.jsonl", rows)
    with Path(one).open("a") as file:
        file.write('{"id": "broken", \n[]\n')
    (tmp_path / "two.zip").write_bytes(b"PK\x03\x04 this is no archive")
    three = write_articles(tmp_path / "zthree.jsonl", [article(n) for n in range(5, 14)])
    return [one, str(tmp_path / "two.zip"), three]


def made(folder: Path, sources: Sequence[str], ahead: int, reader: FakeReader) -> tuple[list[str], bytes, Summary]:
    """The record's every row, the archive's bytes, and the account of a run."""
    folder.mkdir()
    with open_store(folder / "r.db") as store, Archive(folder / "r.warc.gz") as archive:
        rooms = tools(reader=reader, ahead=ahead)
        summary = run(sources, store=store, archive=archive, tools=rooms, clock=FakeClock())
    connection = sqlite3.connect(folder / "r.db")
    rows = list(connection.iterdump())
    connection.close()
    return rows, (folder / "r.warc.gz").read_bytes(), summary


def test_the_record_cannot_tell_how_far_ahead_a_run_reads(sources: list[str], tmp_path: Path) -> None:
    readers = {ahead: SlowReader() for ahead in (0, 1, 2, 7)}
    expected = made(tmp_path / "0", sources, 0, readers[0])
    summary = expected[2]
    assert summary.read > 10
    assert summary.duplicates > 2
    assert summary.set_aside > 2
    assert summary.unread == {"ru": 1}
    for ahead in (1, 2, 7):
        assert made(tmp_path / str(ahead), sources, ahead, readers[ahead]) == expected
    assert readers[0].threads == {"MainThread"}
    assert len(readers[2].threads) == 2
    assert "MainThread" not in readers[2].threads


def test_what_was_stored_before_an_interruption_stands(sources: list[str], tmp_path: Path) -> None:
    def interrupt(step: Step) -> None:
        if step.done == 4:
            raise KeyboardInterrupt

    asked: list[bool] = []
    start: Callable[..., Summary] = partial(run, sources, clock=FakeClock())
    with open_store(tmp_path / "r.db") as store, Archive(tmp_path / "r.warc.gz") as archive:
        rooms = tools(reader=SlowReader(), ahead=2, halt=asked.append)
        with pytest.raises(KeyboardInterrupt):
            start(store=store, archive=archive, tools=rooms, progress=interrupt)
        assert asked == [True, False]
        assert store.view().counts()["documents"] == 3  # the fourth item is the third's bytes again
        assert store.verify() == []
        assert start(store=store, archive=archive, tools=rooms).already == 3


def test_a_watch_asks_for_nothing_ahead(sources: list[str], tmp_path: Path) -> None:
    done: list[int] = []

    def watched(_: str) -> Iterator[object]:
        for n, item in enumerate(tools().items(sources[2])):
            assert done == list(range(1, n + 1))  # each is done before the next is asked for
            yield item

    def note(step: Step) -> None:
        if step.stage == "read":
            done.append(step.done)

    with open_store(tmp_path / "r.db") as store, Archive(tmp_path / "r.warc.gz") as archive:
        rooms = tools(ahead=2, items=watched)
        run(["watch://feeds"], store=store, archive=archive, tools=rooms, at_once=True, progress=note)
    assert len(done) == 9
