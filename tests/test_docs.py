"""Documentation that cannot lie: generated pages are fresh, and what the pages name exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.generate import pages
from vigil.cli.app import COMMANDS, GROUPS

ROOT = Path(__file__).parent.parent
HAND_WRITTEN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.fixture(autouse=True)
def _fixed_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERMINAL_WIDTH", "80")


def test_generated_pages_are_fresh() -> None:
    stale = [name for name, text in pages().items() if (ROOT / "docs" / name).read_text("utf-8") != text]
    assert not stale, f"run make docs: {stale}"


@pytest.mark.parametrize("page", HAND_WRITTEN, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_command_that_the_readme_shows_exists() -> None:
    shown = set(re.findall(r"\bvigil ([a-z]+) ", (ROOT / "README.md").read_text("utf-8")))
    assert shown <= {command.__name__ for command in COMMANDS} | {str(group.info.name) for group in GROUPS}


def test_every_make_target_that_the_pages_name_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    for page in HAND_WRITTEN:
        assert set(re.findall(r"`make ([a-z]+)`", page.read_text("utf-8"))) <= targets, page.name


def test_no_page_names_a_path_of_somebodys_machine() -> None:
    for page in HAND_WRITTEN:
        assert not re.search(r"(?<![\w.])/(?:work|home|root|tmp|opt)/", page.read_text("utf-8")), page.name
