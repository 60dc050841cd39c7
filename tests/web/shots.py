"""Photographs of every page, to be looked at: ``python -m tests.web.shots [FOLDER]``.

Takes them at 390, 1280 and 1920 px, light and dark, of the small world's record, which it makes first (``--db FILE``
copies one that is there). ``--docs`` takes only the ones that the documentation shows, into docs/images/. ``--page``,
``--width`` (360 and 2560 px too) and ``--scheme`` choose some; ``--print`` shows what a printer would get, ``--whole`` a
page to its end.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.browser import FLAGS, PATIENCE, ROOT, chromium, missing
from tests.web.conftest import PACK, WORLD, serving, vigil
from tests.web.test_pages import PAGES, address

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: True when every chart is at rest and has drawn something of the record.
DRAWN = """() => [...document.querySelectorAll('.chart')].every((chart) => {
  const made = chart.querySelector('.chart-box').chart;
  return chart.dataset.state === 'idle' && made?.map.loaded()
    && (made.signs.drawn > 0 || made.map.queryRenderedFeatures({layers: ['lines', 'areas']}).length > 0);
})"""
#: Width of A4 less its margins, at 96 dots an inch.
PAPER = 680
SIZES = {390: 844, 1280: 860, 1920: 1080}
#: The ends of what is promised, on demand.
MORE = {360: 740, 2560: 1440}
#: File in docs/images -> page, width, colours.
DOCS = {
    "map": ("map", 1280, "light"), "map-dark": ("panel", 1920, "dark"), "event": ("event", 1280, "light"),
    "document": ("document", 1280, "light"), "control": ("control", 1280, "light"), "truces": ("truces", 1280, "light"),
    "review": ("review", 1280, "light"), "displacement": ("displacement", 1280, "dark"), "telephone": ("map", 390, "light"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shot:
    """One photograph: of which page, how wide, in which colours, and where it goes."""

    page: str
    width: int
    scheme: str
    file: Path


def take(browser: Browser, base: str, shot: Shot, *, whole: bool = False) -> None:
    """One photograph, after the page and its charts have come to rest."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": (SIZES | MORE).get(shot.width, 960)},
        color_scheme=shot.scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    if shot.width == PAPER:
        page.emulate_media(media="print")
    page.goto(address(page, base, PAGES[shot.page]))
    page.wait_for_load_state("domcontentloaded")
    page.wait_for_selector("h1", state="attached")
    page.wait_for_timeout(500)
    page.wait_for_function("() => !document.querySelector('.loading')")
    still = 0  # charts come to rest more than once: before their data, and after each part of it
    for _ in range(120):
        page.wait_for_timeout(500)
        still = still + 1 if page.evaluate(DRAWN) else 0
        if still == 4 or not page.locator(".chart").count():
            break
    page.screenshot(path=shot.file, full_page=whole)
    context.close()


def wanted(given: argparse.Namespace) -> list[Shot]:
    """What to take, in the order of the pages."""
    if given.docs:
        images = ROOT / "docs" / "images"
        return [Shot(page, width, scheme, images / f"{name}.png") for name, (page, width, scheme) in DOCS.items()]
    out = Path(given.folder)
    pages = given.page or list(PAGES)
    if given.print:
        return [Shot(page, PAPER, "light", out / f"{page.replace(' ', '-')}-print.png") for page in pages]
    return [
        Shot(page, width, scheme, out / f"{page.replace(' ', '-')}-{width}-{scheme}.png")
        for page in pages for width in given.width or SIZES for scheme in given.scheme or ("light", "dark")
    ]  # fmt: skip


def main(words: list[str]) -> int:
    """Take them. 2 when something is missing."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(prog="tests.web.shots", description="Photographs of the pages.")
    parser.add_argument("folder", nargs="?", default="shots")
    parser.add_argument("--db", default="")
    parser.add_argument("--page", action="append", choices=PAGES)
    parser.add_argument("--width", action="append", type=int, choices=SIZES | MORE)
    parser.add_argument("--scheme", action="append", choices=("light", "dark"))
    for flag in ("--docs", "--print", "--whole"):
        parser.add_argument(flag, action="store_true")
    given = parser.parse_args(words)
    if why := missing():
        print(why)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "war.db"
        if given.db:
            shutil.copy(given.db, db)
        else:
            vigil("run", str(WORLD / "articles"), "--theatre", str(PACK), "--db", str(db))
        with serving(db) as base, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
            for shot in wanted(given):
                shot.file.parent.mkdir(parents=True, exist_ok=True)
                take(browser, base, shot, whole=given.whole or given.print)
                print(shot.file, flush=True)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
