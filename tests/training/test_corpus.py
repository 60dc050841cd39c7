"""Which texts a training reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

from training.annotate.standoff import written_lines
from training.reader.__main__ import ENDS, OPTIONS, PARTS
from training.reader.corpus import DATA, LATER, training_lines


def test_a_training_reads_the_texts_whose_names_begin_as_asked() -> None:
    named = training_lines(Path("no gold is needed"), ["written/plans", "written/broad"])
    assert set(named) == {"written/plans", "written/broadsheet", "written/broadsheet-2"}
    assert sum(len(line["claims"]) for line in named["written/plans"]) > 600


def test_the_recipe_names_texts_and_ends_that_there_are() -> None:
    texts = {
        f"{path.parent.name}/{path.stem}" for kind in ("coded/*.jsonl", "written/*.txt") for path in DATA.glob(kind)
    }
    words = OPTIONS.split()
    assert sorted(word.partition("=")[0] for word in words if "=" in word) == sorted(texts)
    assert all(0 < part <= 1 for part in PARTS)
    scored, epochs = (int(words[words.index(option) + 1]) for option in ("--score-from", "--epochs"))
    assert set(ENDS) <= {"last.pt", *(f"epoch-{epoch}.pt" for epoch in range(scored, epochs))}


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
    late = set(LATER)
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
