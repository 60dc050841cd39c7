"""`make demo`: the main job on the small invented world, one command after the other, as anyone would type them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

WORLD = Path(__file__).parent
#: Exit codes of a run that ended well: all read, or some items set aside (the world has one broken file on purpose).
DONE = (0, 1)


def main(folder: str) -> int:
    """Run, show one disputed event in full, prove the record, write the report."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    db, report = str(out / "world.db"), out / "report.html"
    pack = str(WORLD / "pack")
    codes = [vigil("run", str(WORLD / "articles"), "--theatre", pack, "--db", db)]
    event = most_disputed(db)
    if event:
        codes.append(vigil("event", event, "--db", db))
    codes += [
        vigil("places", "Velmist", "--db", db),
        vigil("control", "--changed", "2031-05-11", "2031-05-17", "--db", db),
        vigil("truces", "--db", db),
        vigil("issues", "--db", db),
        vigil("verify", "--db", db),
        vigil("report", "--out", str(report), "--theatre", pack, "--db", db),
    ]
    print(f"\nThe report page: {report.resolve().as_uri()}\nThe record:      {db}  (vigil events --db {db})")
    return max(code for code in codes if code not in DONE) if set(codes) - set(DONE) else 0


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
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "demo-out"))
