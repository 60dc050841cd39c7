"""What the web client is made from: fresh types, no address of a registry, one place for words."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from tests.web.browser import ROOT

WEB = ROOT / "web"


def test_the_client_types_are_fresh() -> None:
    if shutil.which("node") is None or not (WEB / "node_modules" / "openapi-typescript").is_dir():
        pytest.skip("node or web/node_modules is missing: npm ci in web/")
    done = subprocess.run(
        ["node", "client.mjs", "--check"],
        cwd=WEB,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_the_lock_names_no_registry() -> None:
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []


def test_sources_hold_no_markup_by_hand_and_no_other_origin() -> None:
    for path in sorted((WEB / "src").rglob("*.ts*")):
        text = path.read_text(encoding="utf-8")
        assert "dangerouslySetInnerHTML" not in text, path
        assert "innerHTML" not in text, path
        assert not re.search(r"\beval\(|new Function\(", text), path
        if path.parent.name != "client":
            assert not re.search(r"https?://", text), path


def test_sources_import_one_way() -> None:
    source = WEB / "src"
    uses: dict[str, list[str]] = {}
    for path in sorted(source.rglob("*.ts*")):
        asked = re.findall(r"(?:from|import)\s*\(?\s*'(\.[^']+)'", path.read_text(encoding="utf-8"))
        near = [(path.parent / one).resolve() for one in asked if not one.endswith(".css")]
        found = [
            next(f for f in (p, p.with_name(p.name + ".ts"), p.with_name(p.name + ".tsx")) if f.is_file()) for p in near
        ]
        uses[str(path.relative_to(source))] = [str(one.relative_to(source.resolve())) for one in found]
    assert sum(map(len, uses.values())) > 200, "the imports are read"
    done: set[str] = set()

    def walk(file: str, above: tuple[str, ...]) -> None:
        assert file not in above, f"a circle: {' > '.join((*above[above.index(file) :], file))}"
        if file not in done:
            for other in uses[file]:
                walk(other, (*above, file))
            done.add(file)

    for file in uses:
        walk(file, ())
