"""Photographs of every page, to be looked at: ``python -m tests.web.shots [FOLDER] [--docs]``.

Takes them at 390, 1280 and 1920 px, light and dark, of the small world's record, which it makes first. ``--docs`` takes
only the ones that the documentation shows, into docs/images/.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.browser import FLAGS, PATIENCE, ROOT, chromium, missing
from tests.web.conftest import PACK, WORLD, serving, vigil
from tests.web.test_pages import PAGES, address

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: True when every chart is at rest and has drawn something of the record.
DRAWN = """() => [...document.querySelectorAll('.chart')].every((chart) => {
  const map = chart.querySelector('.chart-box').chart?.map;
  return chart.dataset.state === 'idle' && map?.loaded()
    && map.queryRenderedFeatures({layers: ['dots', 'lines', 'names', 'areas']}).length > 0;
})"""
SIZES = {390: 844, 1280: 860, 1920: 1080}
#: File in docs/images -> page, width, colours.
DOCS = {
    "map": ("map", 1280, "light"), "map-dark": ("panel", 1920, "dark"), "event": ("event", 1280, "light"),
    "document": ("document", 1280, "light"), "control": ("control", 1280, "light"), "truces": ("truces", 1280, "light"),
    "review": ("review", 1280, "light"), "displacement": ("displacement", 1280, "dark"), "telephone": ("map", 390, "light"),
}  # fmt: skip


def take(browser: Browser, base: str, page_name: str, width: int, scheme: str, file: Path) -> None:
    """One photograph, after the page and its charts have come to rest."""
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]}, color_scheme=scheme, reduced_motion="reduce"
    )  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address(page, base, PAGES[page_name]))
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => !document.querySelector('.loading')")
    still = 0  # charts come to rest more than once: before their data, and after each part of it
    for _ in range(120):
        page.wait_for_timeout(500)
        still = still + 1 if page.evaluate(DRAWN) else 0
        if still == 4:
            break
    page.screenshot(path=file)
    context.close()


def main(words: list[str]) -> int:
    """Take them all. 2 when something is missing."""
    from playwright.sync_api import sync_playwright

    if why := missing():
        print(why)
        return 2
    docs = "--docs" in words
    names = [word for word in words if not word.startswith("--")]
    out = ROOT / "docs" / "images" if docs else Path(names[0] if names else "shots")
    out.mkdir(parents=True, exist_ok=True)
    wanted = [(name, *what) for name, what in DOCS.items()] if docs else [
        (f"{page.replace(' ', '-')}-{width}-{scheme}", page, width, scheme)
        for page in PAGES for width in SIZES for scheme in ("light", "dark")
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "war.db"
        vigil("run", str(WORLD / "articles"), "--theatre", str(PACK), "--db", str(db))
        with serving(db) as base, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
            for name, page, width, scheme in wanted:
                take(browser, base, page, width, scheme, out / f"{name}.png")
                print(out / f"{name}.png")
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
