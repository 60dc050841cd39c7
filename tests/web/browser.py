"""Debian's Chromium for the end-to-end tests, and why they are skipped where something is missing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "vigil" / "api" / "static"
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
#: WebGL in software, no sandbox (the tests may run as root in a container), and nothing that calls home.
FLAGS = (
    "--no-sandbox --use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
#: The same, but the page is put together without WebGL, as a browser does where there is no graphics card: a tenth of the
#: processor time a frame (``python -m bench.web``). Photographs may show a part of the page twice, a fault of the browser.
FRUGAL = [*FLAGS, "--disable-gpu-compositing"]
#: Milliseconds that a step may take: a map in software on a busy machine is slow.
PATIENCE = 60_000


def chromium() -> str:
    """Path of the browser, "" where there is none. ``VIGIL_CHROMIUM`` names another one."""
    named = os.environ.get("VIGIL_CHROMIUM", "")
    return named or shutil.which("chromium") or shutil.which("chromium-browser") or ""


def missing() -> str:
    """What the end-to-end tests lack, "" when nothing."""
    if not (STATIC / "index.html").is_file():
        return "the web application is not built: make web"
    if not chromium():
        return "no chromium: apt-get install chromium, or name one in VIGIL_CHROMIUM"
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "playwright is not installed: make setup"
    return ""
