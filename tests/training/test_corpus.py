"""Which texts a training reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

from training.annotate.standoff import written_lines
from training.reader.__main__ import MEANS, SHIPPED, STAGES
from training.reader.corpus import DATA, LATER, LATEST, training_lines


def test_the_latest_texts_are_read_only_where_they_are_named() -> None:
    written = training_lines(Path("no gold is needed"), ["written/"])
    assert set(LATEST).isdisjoint(written)
    assert {name for name in LATER if name.startswith("written/")} <= set(written)
    named = training_lines(Path("no gold is needed"), ["written/plans", "written/broad"])
    assert set(named) == {"written/plans", "written/broadsheet", "written/broadsheet-2"}
    assert sum(len(line["claims"]) for line in named["written/plans"]) > 600


def test_the_recipe_names_texts_and_ends_that_there_are() -> None:
    texts = {
        f"{path.parent.name}/{path.stem}" for kind in ("coded/*.jsonl", "written/*.txt") for path in DATA.glob(kind)
    }
    made: set[str] = set()
    for name, before, options in STAGES:
        assert before in {"", *made, *(mean for mean, of in MEANS.items() if made.issuperset(of))}
        words = options.split()
        assert {word.partition("=")[0] for word in words if "=" in word} <= texts
        assert {word for word in words if word.startswith(("coded/", "written/"))} <= {
            "coded/", "written/", *texts, *(word for word in words if "=" in word),
        }  # fmt: skip
        made |= {name, f"{name}/best"}
    assert made.issuperset(MEANS[SHIPPED])


def sizes(names: set[str]) -> tuple[int, int]:
    """Documents and claims of some sets of texts, as their files have them."""
    lines = [
        line
        for name in sorted(names)
        for line in (
            written_lines(DATA / f"{name}.txt")
            if name.startswith("written/")
            else map(json.loads, (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
        )
    ]
    return len(lines), sum(len(line["claims"]) for line in lines)


def test_the_page_on_training_counts_the_texts_that_there_are() -> None:
    page = (DATA.parent / "README.md").read_text(encoding="utf-8")
    late = {*LATER, *LATEST}
    for kind, files in (("coded", "*.jsonl"), ("written", "*.txt")):
        first = {f"{kind}/{path.stem}" for path in (DATA / kind).glob(files)} - late
        row = next(line for line in page.splitlines() if f"| `training/data/{kind}`" in line)
        assert tuple(int(cell.replace(",", "")) for cell in row.split(" | ")[1:3]) == sizes(first)
    told: set[str] = set()
    for kind, files, documents, claims in re.findall(
        r"^\| `(coded|written)/(.+?): ([0-9]+) .* \| ([0-9,]+) \|$", page, re.MULTILINE
    ):
        names = {f"{kind}/{name}" for name in re.findall(r"([\w-]+)\.(?:txt|jsonl)`", files)}
        assert (int(documents), int(claims.replace(",", ""))) == sizes(names), names
        told |= names
    assert told == late
