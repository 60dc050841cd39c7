"""Which texts a training reads."""

from __future__ import annotations

from pathlib import Path

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
