"""The interface under load: 20 readers at once on a record of 100,000 claims and 30,000 events.

python -m bench.serve [--seconds 20] [--db FILE] [--json FILE]

The record is made up: places, days, sides and tolls are drawn with a seed from the frequencies of UCDP GED for Syria (gold
data, read at run time, never committed), sentences are ours. The server is `vigil serve`'s own application in a process
of its own; the readers are one more process on the same machine, so that its cores are shared by both. Each reader asks
one question after the other: lists (pages, filters, free text) and map points (windows of time and space, types, sides),
nearly all different, so that answers that were kept are of little use. "In a row" leaves no pause between two questions
of a reader; "at reading pace" leaves a second. With --db the record is kept there and used again.
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
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx2

from bench import gold
from bench.serve_record import KINDS, OUTLETS, TYPES, fill
from bench.table import Figure, option, show
from vigil.store import open_store

YEARS = tuple(f"ucdp_ged_syria/syria_{year}.jsonl.gz" for year in (2016, 2017, 2018, 2019))
READERS = 20
ASKED, ASKED_MS = "asked for by issue 6 (ms, at most)", 150.0


def questions(rows: list[dict[str, Any]], seed: int) -> Iterator[tuple[str, str]]:
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
            yield "map", f"/v1/events/points?{urlencode(filters)}"


async def reader(
    client: httpx2.AsyncClient,
    asked: Iterator[tuple[str, str]],
    until: float,
    pause: float,
    times: dict[str, list[float]],
) -> None:
    """One reader: a question, its answer to the last byte, the next one."""
    for kind, address in asked:
        if time.perf_counter() > until:
            return
        began = time.perf_counter()
        async with client.stream("GET", address) as answer:
            async for _ in answer.aiter_raw():
                pass
            answer.raise_for_status()
        times[kind].append(1000 * (time.perf_counter() - began))
        if pause:
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))


async def load(
    base: str, rows: list[dict[str, Any]], seconds: float, pause: float, seed: int
) -> dict[str, list[float]]:
    """READERS readers for some seconds; milliseconds by kind of question."""
    times: dict[str, list[float]] = {"list": [], "map": []}
    limits = httpx2.Limits(max_connections=READERS, max_keepalive_connections=READERS)
    async with httpx2.AsyncClient(base_url=base, limits=limits, timeout=60) as client:
        until = time.perf_counter() + seconds
        readers = (reader(client, questions(rows, seed + n), until, pause, times) for n in range(READERS))
        await asyncio.gather(*readers)
    return times


async def whole_map(base: str) -> tuple[float, float, float]:
    """The map without a filter: milliseconds of the first answer, of the same again, and its size in kB as sent."""
    async with httpx2.AsyncClient(base_url=base, timeout=60) as client:
        spent, size = [], 0
        for _ in range(2):
            began, size = time.perf_counter(), 0
            async with client.stream("GET", "/v1/events/points") as answer:
                async for piece in answer.aiter_raw():
                    size += len(piece)
            spent.append(1000 * (time.perf_counter() - began))
    return spent[0], spent[1], size / 1000


def processor_ms(pid: int) -> float:
    """Milliseconds of processor time that a process has used, whatever else the machine does; 0.0 where Linux is not."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def figures(times: dict[str, list[float]], pace: str) -> Iterator[Figure]:
    """Percentiles of one run."""
    for kind, spent in times.items():
        if len(spent) < 20:
            continue
        cuts = statistics.quantiles(spent, n=100)
        yield Figure("serve", f"{kind}, {pace}: median ms", cuts[49])
        yield Figure("serve", f"{kind}, {pace}: p95 ms", cuts[94], None, f"{ASKED}: {ASKED_MS:g}")


def main() -> int:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--db", type=Path, help="keep the record there, and use it again")
    option(parser)
    options = parser.parse_args()
    rows = list(itertools.chain.from_iterable(gold.read(path) for path in gold.need(*YEARS)))
    with tempfile.TemporaryDirectory() as folder:
        db = options.db or Path(folder) / "war.db"
        if not db.exists():
            began = time.perf_counter()
            unfinished = db.with_suffix(".unfinished")
            unfinished.unlink(missing_ok=True)
            with open_store(unfinished) as store:
                fill(store, rows)
            unfinished.rename(db)
            print(f"record made in {time.perf_counter() - began:.0f} s, {db.stat().st_size / 1e6:.0f} MB")
        found = measure(db, rows, options.seconds)
    show(found, options.json)
    return 0


def measure(db: Path, rows: list[dict[str, Any]], seconds: float) -> list[Figure]:
    """All figures on one record, with the server in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "vigil.cli", "serve", "--db", str(db), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        _await(base, server)
        first, again, size = asyncio.run(whole_map(base))
        found = [
            Figure("serve", "whole map of 30,000, first time: ms", first),
            Figure("serve", "whole map of 30,000, again: ms", again),
            Figure("serve", "whole map of 30,000: kB as sent", size),
        ]
        for pace, pause, seed in (("in a row", 0.0, 100), ("at reading pace", 1.0, 200)):
            began, spent = time.perf_counter(), processor_ms(server.pid)
            times = asyncio.run(load(base, rows, seconds, pause, seed))
            asked = sum(map(len, times.values()))
            found += figures(times, pace)
            found.append(Figure("serve", f"questions a second, {pace}", asked / (time.perf_counter() - began)))
            if spent:
                cost = (processor_ms(server.pid) - spent) / asked
                found.append(Figure("serve", f"processor ms of the server a question, {pace}", cost))
        return found
    finally:
        server.terminate()
        server.wait(timeout=30)


def _await(base: str, server: subprocess.Popen[bytes]) -> None:
    until = time.perf_counter() + 60
    while time.perf_counter() < until and server.poll() is None:
        try:
            httpx2.get(f"{base}/v1/record", timeout=10).raise_for_status()
            return
        except httpx2.TransportError:
            time.sleep(0.2)
    raise RuntimeError("the server did not begin to answer")


if __name__ == "__main__":
    sys.exit(main())
