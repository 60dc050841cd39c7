"""The ranker of places as it is trained: what the arithmetic does with labels that are known, and what the labels are."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from training import places, places_score, places_texts
from training.places import COLUMNS, HAND, Name, Rows, Story
from vigil.model.entity import Place
from vigil.reference.tables import Reference
from vigil.resolve.places import features
from vigil.resolve.places.choose import choose
from vigil.resolve.places.features import NONE, SCORE
from vigil.resolve.places.link import PlaceResolver

NONE_AT = COLUMNS.index(NONE)


@cache
def _reference() -> Reference:
    return Reference.load()


def drawn(weights: np.ndarray, names: int, seed: int = 3) -> Rows:
    """Names with "none of them" and three candidates each; what is right is drawn by the chances that ``weights`` give."""
    rng = np.random.default_rng(seed)
    table = np.zeros((4 * names, len(COLUMNS)))
    table[::4, NONE_AT] = 1.0
    inside = np.arange(4 * names) % 4 > 0
    for name in ("population", "story", "held"):
        table[inside, COLUMNS.index(name)] = rng.uniform(0, 1, 3 * names)
    sums = (table @ weights).reshape(names, 4)
    chances = np.exp(sums) / np.exp(sums).sum(axis=1, keepdims=True)
    right = np.zeros((names, 4))
    right[np.arange(names), [rng.choice(4, p=row) for row in chances]] = 1.0
    return Rows(
        table=table,
        of=np.repeat(np.arange(names), 4),
        right=right.ravel(),
        weight=np.ones(names),
        fold=np.arange(names) % places.FOLDS,
        source=["a" if n % 2 else "b" for n in range(names)],
    )


def weights_of(**values: float) -> np.ndarray:
    return np.asarray([values.get(name.replace(" ", "_"), 0.0) for name in COLUMNS])


TRUE = weights_of(population=3.0, story=-2.0, held=1.0, none_of_them=0.5)


def test_the_fit_finds_the_weights_that_the_labels_were_drawn_by() -> None:
    found = places.fit(drawn(TRUE, 4000), np.zeros(len(COLUMNS)), 0.01)
    assert np.abs(found - TRUE).max() < 0.3


def test_a_strong_prior_keeps_the_weights_where_they_were_and_a_weaker_one_lies_between() -> None:
    rows, middle = drawn(TRUE, 500), weights_of(population=1.0)
    apart = [np.abs(places.fit(rows, middle, strength) - middle).sum() for strength in (1e6, 100.0, 0.1)]
    assert apart[0] < 0.01 < apart[1] < apart[2]


def test_the_loss_is_minus_the_log_of_what_the_right_ones_have_together() -> None:
    rows = drawn(TRUE, 2)
    rows.right[:] = [0, 1, 1, 0, 1, 0, 0, 0]  # two entries of one place; and a name that we lack
    values = np.exp(rows.table @ TRUE)
    expected = [
        -np.log(values[1:3].sum() / values[:4].sum()),
        -np.log(values[4] / values[4:].sum()),
    ]
    assert places.losses(rows, TRUE) == pytest.approx(expected)


def test_sums_by_hand_become_log_odds_by_one_factor() -> None:
    rows = drawn(TRUE, 4000)
    assert places.scale(rows, TRUE / 3) == pytest.approx(3.0, rel=0.12)


def test_names_of_which_no_candidate_is_right_are_left_out_of_the_fit() -> None:
    rows = drawn(TRUE, 200)
    none = rows.right[::4] > 0
    kept = places.ranked(rows)
    assert 0 < none.sum() < 200
    assert len(kept.weight) == 200 - none.sum()
    assert kept.right[::4].sum() == 0
    assert kept.of.max() == len(kept.weight) - 1
    assert kept.source == [s for s, gone in zip(rows.source, none, strict=True) if not gone]


def test_a_fold_is_judged_by_what_the_others_taught() -> None:
    """With fold 0 labelled otherwise its own shares stay what they were, and those of the other folds change."""
    one, two = drawn(TRUE, 400), drawn(TRUE, 400)
    mine = two.fold[two.of] == 0
    turned = two.right[mine].reshape(-1, 4)
    two.right[mine] = turned[:, [0, 2, 3, 1]].ravel()  # another candidate is right
    before, after = places.crossed(one, 1.0)[2], places.crossed(two, 1.0)[2]
    assert np.array_equal(before[mine], after[mine])
    assert not np.allclose(before[~mine], after[~mine])


def _place(name: str, lat: float, lon: float, **fields: object) -> Place:
    return Place(id=f"t:{name}", name=name, lat=lat, lon=lon, kind="town", **fields)  # type: ignore[arg-type]


def _story(*names: Name, fold: int = 0) -> Story:
    return Story("made", fold, list(names))


def test_a_name_is_taken_for_what_lies_by_the_texts_other_places() -> None:
    here, there = _place("here", 35.0, 37.0, country="SYR"), _place("there", 45.0, 10.0, country="ITA")
    beside = _place("beside", 35.1, 37.1, country="SYR")
    alike: features.Features = {"its main name": 1.0, "population": 0.5}
    twice = Name("velm", "Velm", [there, here], [alike, alike], frozenset({1}))
    sure = Name("orsa", "Orsa", [beside], [{"its main name": 1.0, "population": 1.0}], None)
    assert places.chosen(_story(twice), HAND)[0] is there  # alone, the first of two alike
    assert places.chosen(_story(twice, sure), HAND) == [here, beside]


def test_rows_begin_with_none_of_them_and_a_name_often_told_weighs_less_each_time() -> None:
    town = _place("town", 35.0, 37.0)
    often = [Name("velm", "Velm", [town], [{"population": 0.5}], frozenset({0})) for _ in range(4)]
    rare = Name("orsa", "Orsa", [town, town], [{"population": 0.5}, {"story": 1.0}], frozenset())
    unasked = Name("tarn", "Tarn", [town], [{"population": 0.5}], None)
    rows = places.rows_of([_story(one) for one in often] + [_story(rare, unasked, fold=2)], HAND)
    assert rows.weight.tolist() == [0.5, 0.5, 0.5, 0.5, 1.0]
    assert rows.of.tolist() == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4]
    assert rows.right.tolist() == [0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0]
    assert rows.fold.tolist() == [0, 0, 0, 0, 2]
    assert rows.table[:, NONE_AT].tolist() == [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0]
    assert rows.table[-1, COLUMNS.index("story")] == 1.0


def test_the_shipped_table_has_a_line_for_each_feature_and_is_read_as_it_is_written(tmp_path: Path) -> None:
    assert tuple(features.weights()) == (*COLUMNS, *SCORE)
    table = {name: round(0.25 * number - 2, 3) for number, name in enumerate((*COLUMNS, *SCORE))}
    places.write(table, tmp_path / "place.csv")
    assert features.weights(tmp_path / "place.csv") == table


def _write(folder: Path, name: str, *rows: dict[str, object]) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_a_name_with_its_holder_is_a_label_once_the_holder_is_cut_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places_texts, "RUNNING", ("made/all.jsonl",))
    told = "Shells fell on Tripoli, Lebanon, at noon. Tripoli was quiet by night."
    _write(
        tmp_path, "made/all.jsonl", {"id": "1", "text": told}, {"id": "2", "text": told}, {"id": "3", "text": "Quiet."}
    )
    (text,) = places_texts.qualified(tmp_path, _reference())  # what is told twice counts once
    assert text.text == "Shells fell on Tripoli, at noon. Tripoli was quiet by night."
    assert [text.text[slice(*label.bounds)] for label in text.labels] == ["Tripoli", "Tripoli"]
    found = [c.place for c in _reference().places.lookup("Tripoli")]
    accepted = [place for place in found if text.labels[0].accept(place)]
    assert {place.country for place in accepted} == {"LBN"}
    assert {place.country for place in found} >= {"LBN", "LBY"}


def test_names_in_a_list_say_nothing_of_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_texts, "RUNNING", ("made/all.jsonl",))
    _write(tmp_path, "made/all.jsonl", {"id": "1", "text": "They flew to Oslo, Tripoli, Lebanon and Malta."})
    assert list(places_texts.qualified(tmp_path, _reference())) == []


def test_tweets_that_were_sent_again_count_once_and_doubtful_points_not_at_all(tmp_path: Path) -> None:
    def tweet(text: str, **point: object) -> dict[str, object]:
        given = {
            "start": 9,
            "end": 16,
            "text": "Tripoli",
            "lat": 32.9,
            "lon": 13.2,
            "label": "City/town",
            "country": "LY",
        }
        return {"text": text, "event": "flood", "toponyms": [{**given, "confidence": 3, **point}]}

    _write(
        tmp_path,
        "geo_idrisi/en.dev.jsonl",
        tweet("Water in Tripoli today"),
        tweet("Water in Tripoli today https://t.co/x"),
        tweet("Water in Tripoli again", confidence=1),
    )
    texts = list(places_texts.tweets(tmp_path, "dev"))
    assert [text.source for text in texts] == ["tweets of 1", "tweets of 6"]
    for text in texts:
        (label,) = text.labels
        assert text.text[slice(*label.bounds)] == "Tripoli"
        assert label.accept(_place("t", 32.9, 13.19))
        assert not label.accept(_place("t", 34.4, 35.8))
        assert text.group == "flood"  # all tweets of an event stand in one fold


def test_what_is_read_of_a_text_is_what_the_product_weighs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the shipped weights the trainer's own way of choosing takes the places that the resolver takes."""
    monkeypatch.setattr(places_texts, "RUNNING", ("made/all.jsonl",))
    told = "Shells fell on Tripoli, Lebanon, and on Baalbek. Beirut was quiet; Damascus protested."
    _write(tmp_path, "made/all.jsonl", {"id": "1", "text": told})
    resolver = PlaceResolver(_reference())
    (text,) = places_texts.qualified(tmp_path, _reference())
    (story,) = places.read([text], resolver, resolver)
    spans = {text.text[slice(*span)]: span for span in text.spans}
    refs = resolver.geoparse(text.text, list(spans.values()))
    ours = dict(zip(spans, (ref.place_id for ref in refs), strict=True))
    taken = places.chosen(story, features.weights())
    assert {name.core: place.id if place else None for name, place in zip(story.names, taken, strict=True)} == ours
    labelled = [name for name in story.names if name.right is not None]
    assert [name.core for name in labelled] == ["Tripoli"]
    assert {labelled[0].places[n].country for n in labelled[0].right or ()} == {"LBN"}


def test_the_score_is_the_share_of_such_choices_that_are_right() -> None:
    """Shares that say too much by a known logistic: the two numbers are found, and calibration is what it promises."""
    rng = np.random.default_rng(5)
    odds = rng.normal(2.0, 2.0, 6000)
    chance = 1 / (1 + np.exp(-(-0.5 + 0.6 * odds)))
    given = places_score.Said(
        share=1 / (1 + np.exp(-odds)),
        right=(rng.uniform(size=6000) < chance).astype(float),
        weight=np.ones(6000),
        fold=np.arange(6000) % places.FOLDS,
    )
    found = places_score.fit(given)
    assert found == pytest.approx([-0.5, 0.6], abs=0.08)
    assert places_score.reliability(given, given.share) > 0.05
    assert places_score.reliability(given, places_score.scored(given, found)) < 0.02


def test_what_is_said_of_a_choice_is_what_the_product_says() -> None:
    here, there = _place("here", 35.0, 37.0, country="SYR"), _place("there", 45.0, 10.0, country="ITA")
    beside = _place("beside", 35.1, 37.1, country="SYR")
    alike: features.Features = {"its main name": 1.0, "population": 0.8, "story": 0.4}
    twice = Name("velm", "Velm", [there, here], [alike, alike], frozenset({1}))
    sure = Name("orsa", "Orsa", [beside], [{**alike, "held": 1.0}], None)
    lost = Name("tarn", "Tarn", [there], [{"population": 0.1}], frozenset({0}))
    given = places_score.said([Story("linked", 3, [twice, sure, lost]), Story("tweets of 1", 0, [twice])])
    assert (given.right.tolist(), given.fold.tolist()) == (
        [1.0],
        [3],
    )  # "Tarn" is taken for nothing, tweets are left out
    rows = [(features.total(alike), "", place) for place in (there, here)]
    choice = choose(rows, [beside])
    assert choice is not None
    constant, slope = (features.weights()[name] for name in SCORE)
    assert places_score.scored(given, np.asarray([constant, slope])) == pytest.approx([choice.score.value], abs=1e-3)
