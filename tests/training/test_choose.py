"""What the choice of thresholds is after."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

from training.reader.choose import TIME, WANTED, thresholds, worth


def test_what_is_asked_for_is_worth_more_than_what_lies_above_it() -> None:
    short = WANTED | {"status": WANTED["status"] - 0.002}
    assert worth(short | {"argument": WANTED["argument"] + 0.02}) < worth(WANTED)
    assert worth(short | {"stance_rare": WANTED["stance_rare"] + 0.15}) < worth(WANTED)


def test_above_it_all_claims_count_more_than_the_right_ones() -> None:
    dropped = WANTED | {"detection": WANTED["detection"] + 0.01, "status": WANTED["status"] + 0.05}
    assert worth(dropped) < worth(WANTED | {"detection": WANTED["detection"] + 0.02})


def test_times_have_a_threshold_of_their_own() -> None:
    values = dict.fromkeys(("trigger", "valid", "outside", "count", "rare_stance", "told"), 0.4)
    chosen = thresholds(values | {"argument": 0.6, "source": 0.3, "who": 0.5, "cue": 0.5})
    assert (chosen.role("time"), chosen.role("agent"), chosen.role("source")) == (TIME, 0.6, 0.3)
