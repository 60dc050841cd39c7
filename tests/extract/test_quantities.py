"""Number words to ranges: the gold table, and what must hold for any text."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.extract.quantities import cumulative, parse, whole

CASES = list(
    csv.DictReader((Path(__file__).parents[1] / "gold" / "quantities.csv").read_text(encoding="utf-8").splitlines())
)
PIECES = (
    "at least|up to|nearly|between|and|to|-|or more|half|a|dozen|dozens|of|two|ninety|hundred|million|no|12|1,000|3.5|k"
)


def _want(row: dict[str, str]) -> tuple[int | None, int | None] | None:
    if row["min"] == "-":
        return None
    return (int(row["min"]) if row["min"] else None), (int(row["max"]) if row["max"] else None)


@pytest.mark.parametrize("row", [row for row in CASES if row["quality"] != "WEAK"], ids=lambda row: row["words"])
def test_gold(row: dict[str, str]) -> None:
    assert parse(row["words"]) == _want(row)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("between four and six", (4, 6)),
        ("between ten and fifteen", (10, 15)),
        ("between twenty and twenty-five", (20, 25)),
        ("between a dozen and twenty", (12, 20)),
        ("between one hundred and two hundred", (100, 200)),
        ("between one hundred and fifty and two hundred", (150, 200)),
        ("between a hundred and a hundred and fifty", (100, 150)),
        ("between five hundred and a thousand", (500, 1000)),
        ("between two thousand and three thousand", (2000, 3000)),
        ("a hundred and six", (106, 106)),
        ("one million and two hundred thousand", (1_200_000, 1_200_000)),
        ("three hundred and twenty-nine thousand", (329_000, 329_000)),
        ("one and a half million", (1_500_000, 1_500_000)),
        ("a million and a half", (1_500_000, 1_500_000)),
        ("1 to 1.5 million", (1_000_000, 1_500_000)),
        ("3 to 3.5k", (3_000, 3_500)),
        ("one to two and a half million", (1_000_000, 2_500_000)),
        ("from one hundred and fifty thousand", (150_000, 150_000)),
        ("two hundred-three hundred", (200, 300)),
        ("two thousand-three thousand", (2000, 3000)),
        ("between two and three hundred thousand", (200_000, 300_000)),
        ("between fifty and two hundred thousand", (50_000, 200_000)),
        ("between two hundred and two hundred and fifty thousand", (200_000, 250_000)),
        ("between one hundred and two thousand", (100, 2000)),
        ("between one and two hundred and twenty", (1, 220)),
    ],
)
def test_an_and_joins_a_number_or_parts_two(words: str, bounds: tuple[int, int]) -> None:
    assert parse(words) == bounds


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("12,00,000", (1_200_000, 1_200_000)),
        ("more than 1,20,000", (120_000, None)),
        ("12,34,56,789", (123_456_789, 123_456_789)),
        ("1.5 lakh", (150_000, 150_000)),
        ("five lakhs", (500_000, 500_000)),
        ("10 lacs", (1_000_000, 1_000_000)),
        ("two lakh fifty thousand", (250_000, 250_000)),
        ("two crore", (20_000_000, 20_000_000)),
        ("between two and three lakh", (200_000, 300_000)),
        ("lakhs", (200_000, None)),
        ("lacs", (200_000, None)),
    ],
)
def test_numbers_as_south_asia_writes_them(words: str, bounds: tuple[int, int | None]) -> None:
    assert parse(words) == bounds


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int, joint: str) -> str:
    """A number below a thousand million in words; ``joint`` is "and " as in Britain, or "" as in America."""
    parts = []
    for size, name in ((10**6, "million"), (1000, "thousand")):
        if number >= size:
            parts.append(f"{spelled(number // size, joint)} {name}")
            number %= size
    if number >= 100:
        parts.append(f"{ONES[number // 100]} hundred")
        number %= 100
    if number or not parts:
        low = ONES[number] if number < 20 else TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
        parts.append((joint if parts else "") + low)
    return " ".join(parts)


@given(st.integers(1, 10**9 - 1), st.sampled_from(("and ", "")))
def test_any_number_in_words_is_itself(number: int, joint: str) -> None:
    assert parse(spelled(number, joint)) == (number, number)


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from((1, 100, 1000)), st.sampled_from(("and ", "")))
def test_between_two_numbers_in_words_are_both(a: int, b: int, size: int, joint: str) -> None:
    low, high = sorted((a * size, b * size))
    if low < high:
        assert parse(f"between {spelled(low, joint)} and {spelled(high, joint)}") == (low, high)


def test_weak_cases_mostly_hold() -> None:
    weak = [row for row in CASES if row["quality"] == "WEAK"]
    assert sum(parse(row["words"]) == _want(row) for row in weak) * 2 >= len(weak)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split("|")), max_size=8).map(" ".join)))
def test_never_raises_and_the_range_is_not_empty(words: str) -> None:
    read = parse(words)
    if read is not None and None not in read:
        low, high = read
        assert low is not None
        assert high is not None
        assert 0 <= low <= high


@given(st.integers(0, 10**9))
def test_digits_in_every_grouping_are_themselves(number: int) -> None:
    assert parse(str(number)) == parse(f"{number:,}") == (number, number)


@pytest.mark.parametrize(
    ("sentence", "number", "running"),
    [
        ("Two more bodies were found, bringing the toll to 27.", "27", True),
        ("The death toll has risen to at least 31, medics said.", "31", True),
        ("More than 900 civilians have been killed since the campaign began.", "900", True),
        ("A rocket killed 27 people in the market.", "27", False),
        ("A rocket killed four people, raising the toll to nine.", "four", False),
    ],
)
def test_cumulative(sentence: str, number: str, running: bool) -> None:
    start = sentence.index(number)
    assert cumulative(sentence, start, start + len(number)) is running


@pytest.mark.parametrize("words", ["1" + " 000" * 20_000, "9" * 5000, "half " * 2000, "at least " * 5000, "٣" * 4301])
def test_hostile_lengths_are_refused_or_read_without_a_crash(words: str) -> None:
    parse(words)


def test_a_part_of_a_figure_is_the_whole_figure() -> None:
    text = "Flour for about 9,000 people, 12.5 tonnes and 3 tents."
    at = text.index
    assert text[slice(*whole(text, at("000"), at("000") + 3, (0, len(text))))] == "9,000"
    assert text[slice(*whole(text, at("about"), at(",000"), (0, len(text))))] == "about 9,000"
    assert text[slice(*whole(text, at("12"), at("12") + 2, (0, len(text))))] == "12.5"
    assert text[slice(*whole(text, at("3 t"), at("3 t") + 1, (0, len(text))))] == "3"
    assert whole(text, at("people"), at("people") + 6, (0, len(text))) == (at("people"), at("people") + 6)
    assert whole(text, at("000"), at("000") + 3, (at("000"), len(text))) == (at("000"), at("000") + 3)


def test_a_figure_takes_its_lakh_along() -> None:
    text = "Flour for 1.5 lakh nets, and for 1,20,000 people. In 2023 lakhs fled."
    at = text.index
    assert text[slice(*whole(text, at("1.5"), at("1.5") + 3, (0, len(text))))] == "1.5 lakh"
    assert text[slice(*whole(text, at("20,000"), at("20,000") + 6, (0, len(text))))] == "1,20,000"
    assert text[slice(*whole(text, at("lakhs"), at("lakhs") + 5, (0, len(text))))] == "lakhs"
