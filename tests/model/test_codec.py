"""Round trips of the model's JSON form."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.claim import Claim, Count, Mention, Stance
from vigil.model.codec import from_plain, to_plain
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.interval import Interval, Precision
from vigil.model.link import Score
from vigil.model.text import Document, Span, Zone, ZoneKind

instants = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
spans = st.builds(
    lambda start, words: Span(start, start + len(words), words), st.integers(0, 10**6), st.text(min_size=1)
)
scores = st.builds(Score, st.floats(0, 1), st.text())
actors = st.builds(ActorRef, text=st.text(), actor_id=st.none() | st.text(), slant=st.booleans(), score=scores)
places = st.builds(
    PlaceRef,
    text=st.text(),
    place_id=st.none() | st.text(),
    lat=st.none() | st.floats(-90, 90),
    precision=st.sampled_from(PlacePrecision),
    within=st.lists(st.text()).map(tuple),
)
mentions = st.builds(
    Mention,
    role=st.sampled_from(["agent", "place", "source"]),
    span=st.none() | spans,
    means=st.none() | spans,
    actor=st.none() | actors,
    place=st.none() | places,
)
counts = st.builds(Count, kind=st.just("killed"), min=st.none() | st.integers(0, 5), max=st.none() | st.integers(5, 99))
intervals = st.builds(
    lambda a, b, precision: Interval(min(a, b), max(a, b), precision) if a != b else Interval(a, None, precision),
    instants,
    instants,
    st.sampled_from(Precision),
)
claims = st.builds(
    Claim,
    id=st.text(),
    doc=st.text(),
    s=st.integers(0, 99),
    sentence=st.tuples(st.integers(0, 9), st.integers(10, 99)),
    trigger=spans,
    type=st.just("attack"),
    arguments=st.lists(mentions, max_size=3).map(tuple),
    sources=st.lists(mentions, max_size=2).map(tuple),
    counts=st.lists(counts, max_size=2).map(tuple),
    stance=st.sampled_from(Stance),
    when=st.none() | intervals,
    place=st.none() | places,
)


@given(claims)
def test_a_claim_survives_its_json_form(claim: Claim) -> None:
    assert from_plain(Claim, to_plain(claim)) == claim


def test_a_document_survives_and_leaves_defaults_out() -> None:
    document = Document(
        id="d1", key="file:a", digest="00", text="x", published=datetime(2031, 3, 4, 5, 6, tzinfo=UTC),
        zones=(Zone(0, 1, ZoneKind.CAPTION),), sentences=((0, 1),),
    )  # fmt: skip
    plain = to_plain(document)
    assert plain["published"] == "2031-03-04T05:06:00Z"
    assert "byline" not in plain
    assert from_plain(Document, plain) == document


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        from_plain(Score, {"value": 1.0, "reason": "", "colour": "red"})
