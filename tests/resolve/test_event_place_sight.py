"""The event's place by what the reader's network saw: what is handed on, what it fits, and that nobody keeps it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from bench.asked import ask
from vigil.extract.onnx import ModelCard
from vigil.extract.reader import WEIGHTS, NeuralReader
from vigil.extract.sentences import split
from vigil.model.claim import Claim, Sight
from vigil.model.codec import from_plain, to_plain
from vigil.model.errors import BadReference
from vigil.model.text import Document
from vigil.reference.tables import Reference
from vigil.resolve.places import event_place_sight as sight
from vigil.resolve.places.event_place import Candidate, judge, names_in
from vigil.resolve.places.event_place_link import Seats
from vigil.resolve.places.link import PlaceResolver
from vigil.resolve.places.story import read

TEXT = "Gunmen killed four farmers in Saraqeb, in the Syrian province of Idlib, a day after troops from Damascus left."


@cache
def _reference() -> Reference:
    return Reference.load()


@cache
def _read() -> tuple[Document, tuple[Claim, ...]]:
    document = Document(id="d", key="k", digest="", text=TEXT, language="en")
    return document, tuple(NeuralReader.load(threads=1).read([document])[0])


def _killing() -> Claim:
    return next(claim for claim in _read()[1] if claim.trigger.text == "killed")


def _candidates(claim: Claim) -> list[Candidate]:
    document, claims = _read()
    return Seats(document, claims, _reference(), read(TEXT, _reference())).candidates(claim)


def test_the_weights_are_of_the_reader_that_is_shipped() -> None:
    """After new weights of the reader: python -m training.event_place."""
    assert sight.load().network == ModelCard.load(WEIGHTS).network
    assert (sight.FOLDER / sight.FILE).stat().st_size < 350_000


def test_what_the_reader_saw_goes_with_the_claim() -> None:
    seen = _killing().sight
    assert seen is not None
    first, last = seen.trigger
    assert [TEXT[start:end] for start, end in seen.tokens[first:last]] == ["killed"]
    row = np.frombuffer(seen.rows, dtype=np.float16).reshape(len(seen.tokens), -1)
    assert row.shape[1] == len(sight.load().codes.middle) + sight.TOP + sight.TAGS
    assert np.isfinite(row).all()


def test_a_given_verbs_claim_carries_it_too() -> None:
    """What training and bench ask for: without it both would measure the table and say nothing."""
    document, _ = _read()
    reader = NeuralReader.load(threads=1)
    start = TEXT.index("killed")
    (claim,) = ask(reader, split(document), [(0, (start, start + 6))])
    assert claim.sight is not None
    assert claim.sight.network == reader.network


def test_the_killings_place_is_the_town() -> None:
    chances = {TEXT[one.start : one.end]: one.chance for one in _candidates(_killing())}
    assert max(chances, key=lambda name: chances[name]) == "Saraqeb"
    assert chances["Saraqeb"] > 0.5 > chances["Damascus"]


def test_bare_names_outside_a_claims_own_places_are_judged_only_where_asked_and_change_nothing() -> None:
    claim, (document, claims) = _killing(), _read()
    others = [other for other in claims if other.s == claim.s and other.id != claim.id]
    names = names_in(document.text, claim.sentence, [claim, *others], _reference())
    every, own = (judge(document.text, claim, others, names, _reference(), own=only) for only in (False, True))
    assert [TEXT[one.start : one.end] for one in every] == ["Gunmen", "Saraqeb", "Syrian", "Idlib", "Damascus"]
    assert own == every[1:]
    assert every[0].chance < 0.1


def test_a_claim_of_another_network_is_judged_by_the_table() -> None:
    claim = _killing()
    assert claim.sight is not None
    bare = _candidates(replace(claim, sight=None))
    assert _candidates(replace(claim, sight=replace(claim.sight, network="another"))) == bare
    assert [one.chance for one in _candidates(claim)] != [one.chance for one in bare]


def test_resolved_claims_carry_it_no_longer_and_nobody_keeps_it() -> None:
    document, claims = _read()
    assert all(claim.sight is None for claim in PlaceResolver(_reference()).link(document, claims))
    claim = _killing()
    assert to_plain(claim) == to_plain(replace(claim, sight=None))
    assert from_plain(Claim, to_plain(claim)) == claim
    assert from_plain(Claim, to_plain(claim)).sight is None


def test_names_without_a_word_piece_give_no_glimpse() -> None:
    row = np.concatenate([np.full(3, 1), np.full(sight.TOP, 2), np.full(sight.TAGS, 3)]).astype(np.float16)
    seen = Sight(network="n", tokens=((0, 2), (3, 6)), trigger=(0, 1), rows=np.stack([row, 3 * row]).tobytes())
    assert sight.Glimpse.of(seen, [(3, 6), (20, 24)]) is None
    found = sight.Glimpse.of(seen, [(0, 6)])
    assert found is not None
    # Each part is the mean of both word pieces; the trigger is the first alone.
    assert found.states.tolist() == [[2.0] * 3]
    assert found.top.tolist() == [[4.0] * sight.TOP]
    assert found.tags.tolist() == [[6.0] * sight.TAGS]
    assert found.trigger.tolist() == [1.0] * 3


def test_a_name_knows_its_neighbours() -> None:
    """The same name is judged otherwise between other names; alone it has none."""
    rng = np.random.default_rng(3)
    width = len(sight.load().codes.middle)
    states = rng.normal(size=(3, width)).astype(np.float32)
    tags = np.zeros((3, sight.TAGS), dtype=np.float32)
    top = rng.normal(size=(3, sight.TOP)).astype(np.float32)
    whole = sight.Glimpse(states, top, tags, states[0])
    alone = sight.Glimpse(states[1:2], top[1:2], tags[1:2], states[0])
    told = [{"distance": 1.0}] * 3
    three = sight.load().chances(whole, told, [2, 1, 1])
    one = sight.load().chances(alone, told[:1], [1])
    assert three.shape == (3,)
    assert ((three > 0) & (three < 1)).all()
    assert one[0] != pytest.approx(three[1], abs=1e-4)


def test_a_bare_name_sees_the_names_beside_it_and_is_seen_by_none() -> None:
    rng = np.random.default_rng(3)
    head = sight.load()
    states = rng.normal(size=(4, len(head.codes.middle))).astype(np.float32)
    top = rng.normal(size=(4, sight.TOP)).astype(np.float32)
    glimpse = sight.Glimpse(states, top, np.zeros((4, sight.TAGS), dtype=np.float32), states[0])

    def beside(*bare: int) -> np.ndarray:
        """For each of four names what it knows of the one before and behind, all of it."""
        told = [{"bare": 1.0} if n in bare else {} for n in range(4)]
        rows = sight.inputs(head.features, told, [2] * 4, glimpse, head.codes, head.top)
        width = 1 + sight.BESIDE + sight.TAGS + 3
        return rows[:, -2 * width :].reshape(4, 2, width)

    plain, mixed = beside(), beside(0, 2)
    own = [plain[1, 0], plain[0, 1], plain[1, 1], plain[2, 1]]  # what is known of names 0 to 3 by those beside them
    nothing = np.zeros_like(own[0])
    assert np.array_equal(plain.reshape(8, -1), [nothing, own[1], own[0], own[2], own[1], own[3], own[2], nothing])
    assert np.array_equal(mixed.reshape(8, -1), [nothing, own[1], nothing, own[3], own[1], own[3], own[1], nothing])


@pytest.mark.parametrize("damage", ["cut", "other", "gone"])
def test_damaged_weights_are_named(tmp_path: Path, damage: str) -> None:
    for name in (sight.FILE, sight.CARD):
        shutil.copy(sight.FOLDER / name, tmp_path / name)
    path = tmp_path / sight.FILE
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:1000])
    elif damage == "gone":
        path.unlink()
    else:
        card = json.loads((tmp_path / sight.CARD).read_text())
        (tmp_path / sight.CARD).write_text(json.dumps(card | {"sha256": "0" * 64}))
    with pytest.raises(BadReference, match="event's place"):
        sight.load(tmp_path)
