"""Judged pairs of a record: weighed as drawn, a part is not the same event, what is not read counts for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.record_pairs import DATA, Judged, judged, scored

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = ("a", 0, 5), ("b", 3, 9), ("c", 1, 4)


def test_a_pair_counts_as_many_times_as_it_stands_for() -> None:
    pairs = [
        Judged(A, B, "S", "xj", 10.0),
        Judged(A, C, "D", "xj", 30.0),
        Judged(B, C, "P", "xj", 20.0),
    ]
    score, lost = scored(pairs, {A: "e1", B: "e1", C: "e1"})
    assert (score.right, score.wrong, score.missed, lost) == (1, 2, 0, 0)
    assert score.precision == pytest.approx(10 / 60)
    assert score.recall == 1.0
    score, _ = scored(pairs, {A: "e1", B: "e2", C: "e1"})
    assert (score.right, score.wrong, score.missed) == (0, 1, 1)
    assert score.precision == score.recall == 0.0


def test_what_is_not_read_is_counted_apart() -> None:
    score, lost = scored([Judged(A, B, "S", "wj", 1.0), Judged(A, C, "S", "wj", 1.0)], {A: "e", B: "e"})
    assert (score.right, score.missed, lost) == (1, 0, 1)


def test_the_judged_pairs_are_whole() -> None:
    for path in sorted(DATA.glob("*.csv")):
        pairs = judged(path)
        assert len({(p.one, p.two) for p in pairs}) == len(pairs) > 100
        for pair in pairs:
            assert (pair.one[0] == pair.two[0]) == pair.stratum.startswith("w")
            assert pair.weight >= 1


def test_a_label_that_is_none_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(
        "one,one_start,one_end,two,two_start,two_end,label,sureness,stratum,of,drawn\na,0,1,b,0,1,X,sure,xj,4,2\n",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match=r"odd\.csv, line 2: 'X'"):
        judged(path)
