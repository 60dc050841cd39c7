"""`make demo`: the main job on the small invented world, one command after the other, as anyone would type; then the map.

The map is served until Ctrl-C. ``--once`` (or VIGIL_DEMO_ONCE) checks that it answers and ends: for CI and tests.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

WORLD = Path(__file__).parent
PACK = str(WORLD / "pack")
BUILT = WORLD.parents[1] / "vigil" / "api" / "static" / "index.html"
#: Exit codes of a run that ended well: all read, or some items set aside (the world has one broken file on purpose).
DONE = (0, 1)
USUAL_PORT = 8470


def main(folder: str, *, once: bool) -> int:
    """Run, show one disputed event in full, prove the record, write the report, serve the map."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    db, report = str(out / "world.db"), out / "report.html"
    codes = [vigil("run", str(WORLD / "articles"), "--theatre", PACK, "--db", db)]
    event = most_disputed(db)
    if event:
        codes.append(vigil("event", event, "--db", db))
    codes += [
        vigil("places", "Velmist", "--db", db),
        vigil("control", "--changed", "2031-05-11", "2031-05-17", "--db", db),
        vigil("truces", "--db", db),
        vigil("issues", "--db", db),
        vigil("verify", "--db", db),
        vigil("report", "--out", str(report), "--theatre", PACK, "--db", db),
    ]
    print(
        f"\nThe report page: {report.resolve().as_uri()}\nThe record:      {db}  (vigil events --db {db})", flush=True
    )
    if bad := set(codes) - set(DONE):
        return max(bad)
    return serve(db, once=once)


def serve(db: str, *, once: bool) -> int:
    """The map, until Ctrl-C; with ``once`` only until its pages have answered."""
    words = ["serve", "--theatre", PACK, "--db", db, "--port", "0" if once else free_port()]
    words += [] if once else ["--open"]
    print(f"\n$ vigil {' '.join(words)}\n", flush=True)
    if not BUILT.is_file():
        print("The map was not built (no npm here). The server answers programs; the report page has a map of its own.")
    command = [sys.executable, "-m", "vigil.cli", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = server.stdout.readline().strip() if server.stdout else ""
            if not address:
                print("The server did not start; what it said stands above.")
                return server.wait() or 1
            print(f"The map:         {address}" + ("" if once else "   (Ctrl-C ends it)"), flush=True)
            if once:
                return answers(address)
            return server.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            server.terminate()


def free_port() -> str:
    """The usual port, or any ("0") where that is taken."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", USUAL_PORT))
        except OSError:
            return "0"
    return str(USUAL_PORT)


def answers(address: str) -> int:
    """0 when the page and the record come from the address."""
    for path in ("", "v1/record"):
        with urllib.request.urlopen(address + path, timeout=60) as answer:  # our own server, just started
            assert answer.status == 200, path
            body = answer.read()
    print(f"It answers: {json.loads(body)['counts']['events']} events.")
    return 0


def vigil(*words: str) -> int:
    """One command, shown as typed."""
    print(f"\n$ vigil {' '.join(words)}\n", flush=True)
    return subprocess.run([sys.executable, "-m", "vigil.cli", *words], check=False).returncode


def most_disputed(db: str) -> str:
    """The event with most claims on either side."""
    told = subprocess.run(
        [sys.executable, "-m", "vigil.cli", "disputes", "--json", "--db", db],
        check=True,
        capture_output=True,
        text=True,
    )
    rows = json.loads(told.stdout)["disputes"]
    best = max(
        rows, key=lambda row: sum(len(p["claims"]) for d in row["disputes"] for p in d["positions"]), default=None
    )
    return best["event"] if best else ""


if __name__ == "__main__":
    given = sys.argv[1:]
    folders = [word for word in given if word != "--once"]
    end = "--once" in given or bool(os.environ.get("VIGIL_DEMO_ONCE"))
    sys.exit(main(folders[0] if folders else "demo-out", once=end))
