"""How fast the web application is with 50,000 events: ``python -m bench.web``. Needs the built web and chromium.

The events are drawn here (towns by a power law, types and days at random, seeded) and handed to the page in place of the
server's points, so that only the browser is measured: time until the map has drawn, and frames while the timeline's window
is dragged. With ``--db FILE`` a server gives the points of a copy of that record instead. On a machine without a graphics
card WebGL runs in software, and the clock says how busy the machine is: so what each of the browser's processes works is
told beside it, in processor time. The page is put together as browsers do without a card; ``--all-webgl`` puts that
through WebGL too (several times as slow in software). ``--profile`` adds which functions the page's own time goes to.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests.web.browser import FLAGS, FRUGAL, PATIENCE, chromium, missing
from tests.web.conftest import serving
from vigil.model.claim import TYPES
from vigil.store import open_store
from vigil.store.dots import Dots

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

EVENTS, TOWNS, DAYS = 50_000, 3_000, 2_000
STATUSES = ("reported", "corroborated", "disputed", "announced")
FRAMES = """async () => {
  const box = document.querySelector('.timeline-box'), at = box.getBoundingClientRect();
  box.setPointerCapture = () => {};
  const fire = (type, x) => box.dispatchEvent(
    new PointerEvent(type, {bubbles: true, clientX: at.left + at.width * 0.3 + x, clientY: at.top + 30, pointerId: 1}));
  fire('pointerdown', 0);
  const times = [];
  let last = performance.now();
  for (let k = 1; k <= 60; k++) {
    fire("pointermove", k * 6);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  fire('pointerup', 360);
  return times.slice(2);
}"""
#: True once signs are drawn on land: how an older build tells is kept, to measure it beside the new one.
DRAWN = """() => { const chart = document.querySelector('.chart-box')?.chart, map = chart?.map;
  if (!map) return false;
  const seen = (layer) => map.getLayer(layer) && map.queryRenderedFeatures({layers: [layer]}).length > 0;
  return (chart.signs ? chart.signs.drawn > 0 : seen('dots')) && seen('land'); }"""
#: What the page's own thread did, in seconds of processor time: not of the clock, which other jobs on the machine share.
WORK = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration", "TaskDuration")


def rows() -> list[list[object]]:
    """Seeded: the same events each time."""
    chance = random.Random(7)
    towns = [(chance.uniform(32.5, 37.2), chance.uniform(36, 42)) for _ in range(TOWNS)]
    start = time.mktime((2016, 1, 1, 12, 0, 0, 0, 0, 0))
    made: list[list[object]] = []
    for number in range(EVENTS):
        lat, lon = towns[min(TOWNS - 1, int(chance.paretovariate(0.7)) - 1)]
        day = time.strftime("%Y-%m-%d", time.localtime(start + 86_400 * chance.randrange(DAYS)))
        status = chance.choice(STATUSES)
        kind = chance.choice(TYPES)
        place = ["exact", 3.0] if chance.random() < 0.9 else ["district", 25.0]
        made.append(
            [f"ev_{number}", kind, status, lat, lon, place[1], place[0], day, day, chance.randrange(4), status == "disputed",
             f"{kind} at a town"]
        )  # fmt: skip
    return made


def work(client: CDPSession) -> dict[str, float]:
    """The page's counters, in seconds."""
    return {one["name"]: one["value"] for one in client.send("Performance.getMetrics")["metrics"]}


def spent() -> Counter[str]:
    """Seconds of processor that each kind of the browser's processes has taken (Linux)."""
    tick = os.sysconf("SC_CLK_TCK")
    lives: dict[int, tuple[int, str, float]] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            fields = (folder / "stat").read_text(encoding="utf-8").rsplit(") ", 1)[1].split()
            words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").split()
        except OSError:
            continue  # it has ended
        kind = next((word[7:] for word in words if word.startswith("--type=")), "browser")
        lives[int(folder.name)] = (
            int(fields[1]),
            kind if words and "chrom" in words[0] else "",
            sum(map(int, fields[11:13])) / tick,
        )
    mine = {os.getpid()}
    for _ in range(6):
        mine |= {id for id, (parent, _, _) in lives.items() if parent in mine}
    found: Counter[str] = Counter()
    for id in mine:
        _, kind, seconds = lives.get(id, (0, "", 0.0))
        if kind and kind != "zygote":
            found[kind] += seconds  # type: ignore[assignment]
    return found


def told(before: Counter[str], by: float, unit: str) -> str:
    """What each kind of process took since, most first."""
    now = spent()
    took = sorted(((now[kind] - before[kind]) * by, kind) for kind in now)
    return f"{sum(each for each, _ in took):.2f} {unit} in all: " + ", ".join(
        f"{kind} {each:.2f}" for each, kind in took[::-1] if each > 0
    )


def profile(page: Page, client: CDPSession, most: int = 25) -> None:
    """The functions that take most of the time while the timeline is brushed."""
    client.send("Profiler.enable")
    client.send("Profiler.setSamplingInterval", {"interval": 500})
    client.send("Profiler.start")
    frames = len(page.evaluate(FRAMES))
    found = client.send("Profiler.stop")["profile"]
    own: Counter[str] = Counter()
    named = {node["id"]: node["callFrame"] for node in found["nodes"]}
    for id, took in zip(found["samples"], found["timeDeltas"], strict=True):
        frame = named[id]
        own[f"{frame['functionName'] or '(anonymous)'} {frame['url'].rsplit('/', 1)[-1]}:{frame['columnNumber']}"] += (
            took
        )
    for name, took in own.most_common(most):
        print(f"{took / 1000 / frames:8.2f} ms a frame  {name}")


def main() -> int:
    """Print the figures. 2 when something is missing."""
    from playwright.sync_api import sync_playwright

    if why := missing():
        print(why)
        return 2
    given = sys.argv[sys.argv.index("--db") + 1] if "--db" in sys.argv else ""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "war.db"
        if given:
            shutil.copy(given, db)
        else:
            open_store(db).close()
        with serving(db) as base, sync_playwright() as play:
            browser = play.chromium.launch(
                executable_path=chromium(), args=FLAGS if "--all-webgl" in sys.argv else FRUGAL
            )
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.set_default_timeout(5 * PATIENCE)
            if given:  # the server's own first steps are bench/serve.py's
                page.request.get(f"{base}/v1/events/columns?")
            else:
                drawn = Dots.made(json.dumps(rows())[1:-1].encode()).json(np.arange(EVENTS, dtype=np.int32))
                points = b'{%b,"unplaced":0,"undated":0,"total":%d}' % (drawn, EVENTS)
                page.route(
                    "**/v1/events/columns**", lambda route: route.fulfill(body=points, content_type="application/json")
                )
            page.goto("about:blank")
            worked, begun = spent(), time.perf_counter()
            page.goto(base)
            page.wait_for_function(DRAWN)
            clock = time.perf_counter() - begun
            print(f"first map: {clock:.2f} s by the clock; processor s, {told(worked, 1, 's')}")
            page.wait_for_timeout(5000)
            print(f"five seconds later: {told(worked, 1, 's')}")
            client = page.context.new_cdp_session(page)
            client.send("Performance.enable", {"timeDomain": "threadTicks"})
            before, worked = work(client), spent()
            times = page.evaluate(FRAMES)
            after = work(client)
            print(
                f"brushing: median {1000 / statistics.median(times):.0f} frames a second, slowest frame {max(times):.0f} ms"
            )
            print(f"a frame, ms of processor: {told(worked, 1000 / len(times), 'ms')}")
            each = {name: (after[name] - before[name]) * 1000 / len(times) for name in WORK}
            print(
                "the page's own thread, ms a frame: "
                + ", ".join(f"{name.removesuffix('Duration')} {each[name]:.1f}" for name in WORK)
            )
            if "--profile" in sys.argv:
                profile(page, client)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
