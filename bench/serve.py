"""The interface under load: 20 readers at once on a record of 100,000 claims and 30,000 events.

python -m bench.serve [--folder FOLDER] [--seconds 20] [--readers 20] [--pauses 2 1 0] [--long 0] [--json FILE]

The record is made up: places, days, sides and tolls are drawn with a seed from the frequencies of UCDP GED for Syria (gold
data, read at run time, never committed), sentences are ours. With --folder it is kept there and used again.

The server is `vigil serve` in a process of its own; the readers are one more process on the same machine, so that its cores
are shared by both. A reader asks one question after the other over a connection of his own: lists (pages, filters, free
text) and map points (windows of time and space, types, sides), nearly all different, so that answers that were kept are of
little use. "20 readers at once" are twenty people who look at each answer before they ask again: for --pauses seconds on
average, evenly between half and one and a half of it. A pause of 0 is no person but the most that the server can do:
there each question waits for those of nineteen others. They begin when the server has its index in memory. "Processor" is
what the server's process used, whatever else the machine does; the times are as the readers see them, and say little on a
machine that is busy otherwise.
--long N asks N more questions in a row and says how the server's memory grows.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench import gold
from bench.asking import Line, Tally, load
from bench.serve_record import CLAIMS, EVENTS, KINDS, OUTLETS, TYPES, fill
from bench.table import Figure, option, show
from vigil.store import open_store

YEARS = tuple(f"ucdp_ged_syria/syria_{year}.jsonl.gz" for year in (2016, 2017, 2018, 2019))
READERS = 20
ASKED, ASKED_MS = "asked for by issue 6 (ms, at most)", 150.0
Rows = list[dict[str, Any]]


def questions(rows: Rows, seed: int) -> Iterator[tuple[str, str]]:
    """(list or map, address) without end, as somebody who looks around asks them."""
    rng = random.Random(seed)
    while True:
        row = rng.choice(rows)
        since = date(2016, 1, 1) + timedelta(days=rng.randrange(1300))
        window = {"since": since, "until": since + timedelta(days=rng.choice((7, 30, 90, 180)))}
        half = rng.choice((0.2, 0.5, 1.0))
        box = ",".join(f"{x:.3f}" for x in (row["lon"] - half, row["lat"] - half, row["lon"] + half, row["lat"] + half))
        filters: dict[str, Any] = rng.choice((
            window, window, {"bbox": box}, {"bbox": box, **window}, {"type": rng.choice(TYPES[row["violence"]])} | window,
            {"actor": row["side_a"]} | window, {"place": row["adm_1"]}, {"place": row["where_coordinates"]},
            {"status": "disputed"} | window, {"witnesses": 2} | window, {"outlet": rng.choice(OUTLETS)} | window,
            {"q": row["where_coordinates"].split()[0]}, {"source_kind": rng.choice(KINDS)} | window,
        ))  # fmt: skip
        if rng.random() < 0.5:
            filters = filters | {"sort": rng.choice(("day", "-day", "witnesses")), "limit": rng.choice((20, 50, 100))}
            yield "list", f"/v1/events?{urlencode(filters)}"
        else:
            yield "map", f"/v1/events/columns?{urlencode(filters)}"


@dataclass(frozen=True, slots=True)
class Server:
    """`vigil serve` in a process of its own. ``started``: seconds from its start until it answered."""

    base: str
    pid: int
    started: float

    def processor_ms(self) -> float:
        """Milliseconds of processor time that it has used; 0.0 where Linux is not."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        except OSError:
            return 0.0
        return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self) -> float:
        """Megabytes that it holds in memory of its own (the record's file, which is mapped, aside); 0.0 as above."""
        try:
            lines = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines()
        except OSError:
            return 0.0
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:")), 0.0)


@contextmanager
def serving(db: Path) -> Iterator[Server]:
    """A server over a record."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "vigil.cli", "serve", "--db", str(db), "--port", str(port)]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        asyncio.run(_await(base, process))
        yield Server(base, process.pid, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(timeout=30)


async def _await(base: str, process: subprocess.Popen[bytes]) -> None:
    until = time.perf_counter() + 120
    while time.perf_counter() < until and process.poll() is None:
        line = Line(base)
        try:
            await line.ask("/v1/events?limit=50")
        except OSError:
            await asyncio.sleep(0.05)
        else:
            await line.close()
            return
    raise RuntimeError("the server did not begin to answer")


async def _settled(server: Server, most: float = 120.0) -> None:
    """Wait until counts, each time of others, cost what they cost from memory."""
    line, until = Line(server.base), time.perf_counter() + most
    for number in itertools.count(1):
        before = server.processor_ms()
        await line.ask(f"/v1/events/facets?witnesses={number}&since=2015-01-01")
        if server.processor_ms() - before <= 30 or time.perf_counter() > until:
            break
        await asyncio.sleep(0.5)
    await line.close()


async def one(base: str, address: str, *, times: int = 2) -> tuple[list[float], int]:
    """Milliseconds of one question asked some times, and its answer's size in bytes as sent."""
    line, spent, size = Line(base), [], 0
    for _ in range(times):
        began = time.perf_counter()
        size = len(await line.ask(address))
        spent.append(1000 * (time.perf_counter() - began))
    await line.close()
    return spent, size


def alone(server: Server) -> Iterator[Figure]:
    """What one reader sees who asks the largest questions, with nobody else there."""
    for what, address in (
        ("whole map of 30,000", "/v1/events/columns"),
        ("its counts", "/v1/events/facets"),
        ("counts of a year", "/v1/events/facets?since=2017-01-01&until=2017-12-31"),
    ):
        spent, used = server.processor_ms(), asyncio.run(one(server.base, address))
        yield Figure("serve", f"{what}, first time: ms", used[0][0])
        yield Figure("serve", f"{what}, again: ms", used[0][1])
        yield Figure("serve", f"{what}, both: processor ms", server.processor_ms() - spent)
        yield Figure("serve", f"{what}: kB as sent", used[1] / 1000)


def figures(seen: Tally, cost: float, pace: str) -> Iterator[Figure]:
    """Percentiles of one run; ``cost`` is the server's processor time in ms."""
    for kind, spent in sorted(seen.times.items()):
        if len(spent) < 20:
            continue
        cuts = statistics.quantiles(spent, n=100)
        yield Figure("serve", f"{kind}, {pace}: median ms", cuts[49])
        yield Figure("serve", f"{kind}, {pace}: p95 ms", cuts[94], None, f"{ASKED}: {ASKED_MS:g}")
        yield Figure("serve", f"{kind}, {pace}: mean kB as sent", statistics.mean(seen.sizes[kind]) / 1000)
    yield Figure("serve", f"questions a second, {pace}", seen.asked / seen.seconds)
    if cost:
        yield Figure("serve", f"processor ms a question, {pace}", cost / seen.asked)


def measure(db: Path, rows: Rows, options: argparse.Namespace) -> Iterator[Figure]:
    """All figures on one record."""
    with serving(db) as server:
        yield Figure("serve", "from the start to the first answer: s", server.started)
        yield Figure("serve", "from the start to the first answer: processor s", server.processor_ms() / 1000)
        began = time.perf_counter()
        asyncio.run(_settled(server))
        waited = time.perf_counter() - began
        yield Figure("serve", "from the start until the index is in memory: s", server.started + waited)
        yield from alone(server)
        made = partial(questions, rows)
        for number, pause in enumerate(options.pauses):
            spent = server.processor_ms()
            seen = asyncio.run(load(server.base, options.readers, made, options.seconds, pause, 100 * (number + 1)))
            pace = f"pauses of {pause:g} s" if pause else "no pause"
            yield from figures(seen, server.processor_ms() - spent, pace)
        if memory := server.memory_mb():
            yield Figure("serve", "memory of the server: MB", memory)
        if options.long:
            yield from lasting(server, made, options.long)


def lasting(server: Server, made: partial[Iterator[tuple[str, str]]], number: int) -> Iterator[Figure]:
    """Memory while many questions are asked in a row."""
    asked = itertools.islice(made(7), number)
    for quarter in range(4):
        some = list(itertools.islice(asked, number // 4))
        asyncio.run(_all(server.base, [address for _, address in some]))
        yield Figure("serve", f"memory after {(quarter + 1) * len(some):,} more questions: MB", server.memory_mb())


async def _all(base: str, addresses: list[str]) -> None:
    line = Line(base)
    for address in addresses:
        await line.ask(address)
    await line.close()


def main() -> int:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="keep the record there, and use it again")
    parser.add_argument("--seconds", type=float, default=20.0, help="of each pace")
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--pauses", type=float, nargs="+", default=[2.0, 1.0, 0.0], metavar="SECONDS")
    parser.add_argument("--long", type=int, default=0, metavar="N", help="N more questions, for the server's memory")
    option(parser)
    options = parser.parse_args()
    rows = list(itertools.chain.from_iterable(gold.read(path) for path in gold.need(*YEARS)))
    with tempfile.TemporaryDirectory() as folder:
        db = (options.folder or Path(folder)) / "war.db"
        make(db, rows)
        print(settings(options))
        found = list(measure(db, rows, options))
    show(found, options.json)
    return 0


def make(db: Path, rows: Rows) -> None:
    """The record, where it is not there yet."""
    if db.exists():
        return
    db.parent.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    unfinished = db.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with open_store(unfinished) as store:
        fill(store, rows)
    unfinished.rename(db)
    print(f"record made in {time.perf_counter() - began:.0f} s, {db.stat().st_size / 1e6:.0f} MB")


def settings(options: argparse.Namespace) -> str:
    """Under what conditions the figures were taken."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    busy = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"
    pauses = ", ".join(f"{pause:g}" for pause in options.pauses)
    return (
        f"{CLAIMS:,} claims, {EVENTS:,} events; {options.readers} readers, {options.seconds:g} s a pace, "
        f"pauses of {pauses} s; server and readers share {cores} core(s) of {os.cpu_count()}; load before: {busy}"
    )


if __name__ == "__main__":
    sys.exit(main())
