"""Killed at any moment and started again, the job ends with the record of an undisturbed run."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from bench.kill9 import trials
from tests.engine.job import Forked
from tests.fakes import article, tools, write_articles
from vigil.engine.run import run
from vigil.engine.verify import verify
from vigil.ingest.archive import Archive
from vigil.publish.export import export, items
from vigil.store import Store, open_store


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    """Articles with a duplicate, a later version and a broken line among them."""
    first = [article(n) for n in range(14)]
    first.insert(9, article(3))
    second = [article(n, outlet="Pell Gazette") for n in range(40, 48)] + [
        article(45, words="There was talks in Osk at noon.")
    ]
    sources = [write_articles(tmp_path / "one.jsonl", first), write_articles(tmp_path / "two.jsonl", second)]
    with (tmp_path / "two.jsonl").open("a") as file:
        file.write('{"id": "broken", \n')
    return sources


def printed(db: Path) -> bytes:
    out = io.StringIO()
    with open_store(db) as store:
        export(store.view(), "jsonl", out)
    return out.getvalue().encode()


def test_killed_by_the_clock(sources: list[str], tmp_path: Path) -> None:
    # The first fork waits for the server's imports: left in the measured length, it would put every kill after the end.
    assert Forked(tmp_path / "warm.db", sources).wait(None) == 0
    found = trials(lambda db: Forked(db, sources), printed, times=4, seed=7, codes=(0,))
    assert all(trial.same for trial in found)
    assert sum(trial.hit for trial in found) >= 2


class Killed(BaseException):
    """Stands for the process's end, at a point that the clock can hardly hit."""


@pytest.mark.parametrize("ahead", [0, 2])
def test_stopped_before_each_commit(sources: list[str], tmp_path: Path, ahead: int) -> None:
    with open_store(tmp_path / "calm.db") as store:
        commits = _run_until(store, tmp_path / "calm.warc.gz", sources, None)
        expected = list(items(store.view()))
    for stop in (0, 1, commits // 2, commits - 2, commits - 1):
        db = tmp_path / f"stop{stop}.db"
        with open_store(db) as store, pytest.raises(Killed):
            _run_until(store, Path(f"{db}.warc.gz"), sources, stop, ahead)
        with open_store(db) as store:
            assert store.verify() == []
            _run_until(store, Path(f"{db}.warc.gz"), sources, None, ahead)
            assert list(items(store.view())) == expected
            with Archive(Path(f"{db}.warc.gz")) as archive:
                assert verify(store, archive) == []


def _run_until(store: Store, kept: Path, sources: list[str], stop: int | None, ahead: int = 0) -> int:
    """Run the job; at commit number ``stop`` the transaction is lost and the process is gone. Returns the commits."""
    made = iter(range(10**9))
    count = 0

    def commit(_: object) -> None:
        nonlocal count
        count = next(made)
        if count == stop:
            raise Killed

    event.listen(store.engine, "commit", commit)
    try:
        with Archive(kept) as archive:
            run(sources, store=store, archive=archive, tools=tools(ahead=ahead))
    finally:
        event.remove(store.engine, "commit", commit)
    return count


@pytest.fixture
def half_made(tmp_path: Path) -> Path:
    """A record whose maker was killed in the middle of its first migration."""
    path = tmp_path / "half.db"
    code = (
        "import os, signal, sys\n"
        "from sqlalchemy import Engine, event\n"
        "from vigil.store import open_store\n"
        "@event.listens_for(Engine, 'before_cursor_execute')\n"
        "def stop(conn, cursor, statement, *rest):\n"
        "    if 'TRIGGER claims' in statement:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        f"open_store({str(path)!r})\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, env={**os.environ, "PYTHONPATH": str(Path.cwd())})
    assert done.returncode == -signal.SIGKILL
    return path


def test_killed_in_the_middle_of_a_migration(half_made: Path) -> None:
    with open_store(half_made) as store:
        assert store.view().counts()["ledger"] == 0
        assert store.verify() == []
