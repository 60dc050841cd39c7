"""``page``: a browser's page that notes what leaves its origin. ``base``: address of a server over the small world's record,
read only by agreement; ``own``: address of one over a copy, for tests that write.

The record is made by the shipped reader from the world's articles and one more, whose every field holds markup.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.web.browser import FRUGAL, PATIENCE, ROOT, chromium, missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WORLD = ROOT / "tests" / "world"
PACK = WORLD / "pack"
#: Markup that would run, were an article ever taken for more than text.
EVIL = "<img src=x onerror=\"window.__ran='img'\"><script>window.__ran='script'</script>"
EVIL_TITLE = f"{EVIL} Shells fall on Orveth"
EVIL_TEXT = (
    "ORVETH - Shelling killed two people in the port town of Orveth on Friday, the Orveth port authority said. "
    "The Kelmoran army denied that it shelled the town. "
    f"Rebel rockets wounded four people at the market {EVIL} in Orveth, rescuers said. "
    f'"Shells fell on the quay {EVIL} and killed a sailor," the Kelmora Conflict Observatory said.'
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser where there is none, and say what is missing."""
    why = missing()
    for item in items:
        if why and "tests/web/" in item.nodeid and {"page", "base", "own"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.skip(reason=why))


def vigil(*words: str) -> None:
    """One command. Codes 0 and 1 are runs that ended well: the world has one broken file on purpose."""
    done = subprocess.run(
        [sys.executable, "-m", "vigil.cli", *words], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode in (0, 1), done.stderr


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The record, made once for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "web-record"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ready = folder / "war.db"
        if not ready.exists():
            more = folder / "more.jsonl"
            article = {
                "url": "https://strings.example/orveth", "title": EVIL_TITLE, "text": EVIL_TEXT, "outlet": f"Strings {EVIL}",
                "byline": EVIL, "published": "2031-05-23T10:00:00Z", "language": "en",
            }  # fmt: skip
            more.write_text(json.dumps(article) + "\n", encoding="utf-8")
            made = folder / "making.db"
            vigil("run", str(WORLD / "articles"), str(more), "--theatre", str(PACK), "--db", str(made))
            made.rename(ready)
    return ready


@contextmanager
def serving(db: Path, *more: str) -> Iterator[str]:
    """Address of a server over a record; ``more`` are further words of the command."""
    command = [
        sys.executable,
        "-m",
        "vigil.cli",
        "serve",
        "--port",
        "0",
        "--db",
        str(db),
        "--theatre",
        str(PACK),
        *more,
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline().strip().rstrip("/")
        finally:
            server.terminate()
            server.wait(timeout=30)


@pytest.fixture(scope="session")
def base(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that many tests read from."""
    folder = tmp_path_factory.mktemp("read")
    with serving(Path(shutil.copy(record, folder / "war.db"))) as address:
        yield address


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Iterator[str]:
    """A server over a copy of one's own."""
    with serving(Path(shutil.copy(record, tmp_path / "war.db"))) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)  # else five seconds, whatever the page's own limit
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium(), args=FRUGAL)
        yield started
        started.close()


class Watch:
    """What a page asked for and said: addresses outside its origin, faults, dialogs."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.dialogs: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._heard)
        page.on("dialog", self._asked)

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.faults.append(message.text)

    def _asked(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def outside(self, base: str) -> list[str]:
        """Requests that left the origin. ``data:`` and ``blob:`` stay in the page."""
        home = urlsplit(base).netloc
        return [
            url for url in self.asked if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != home
        ]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A desk's page. Each has cookies of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    made = context.new_page()
    made.watch = Watch(made)  # type: ignore[attr-defined]
    yield made
    context.close()


def at_rest(page: Page) -> None:
    """Wait until the page has what it asked for. It then opens the stream, so that the network is never idle again."""
    page.locator(".live[data-open]").wait_for(state="attached")
    # On a busy machine a room's code may come later than the stream.
    page.wait_for_function("() => document.querySelector('h1') && !document.querySelector('.loading')")


def until(page: Page, holds: Callable[[], object], what: str) -> None:
    """Wait until something outside the page holds: an answer of the interface, for one. Fails with ``what`` was awaited."""
    end = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < end, f"not within {PATIENCE / 1000:.0f} s: {what}"
        page.wait_for_timeout(100)


def settled(page: Page) -> None:
    """Wait until the chart has drawn what it was given."""
    page.wait_for_selector('.chart[data-state="idle"]')
    page.wait_for_function(
        """() => { const chart = document.querySelector('.chart-box')?.chart;
          return chart && chart.map.loaded() && chart.signs.drawn > 0; }"""
    )
