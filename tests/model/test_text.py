"""Spans and zones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vigil.model.entity import distance_km
from vigil.model.errors import BadItem, Refused, Unreadable, VigilError
from vigil.model.text import Document, Unread, Zone, ZoneKind, digest_id


def test_zones_are_not_read() -> None:
    zones = (Zone(0, 5, ZoneKind.CAPTION),)
    document = Document(id="d", key="k", digest="", text="aaaaa bbbbb ccccc", zones=zones)
    assert document.unread(0, 5)
    assert not document.unread(12, 17)
    assert not document.unread(3, 17)  # a sentence that a caption only touches is read


def test_ids_depend_on_every_part_and_on_their_borders() -> None:
    assert digest_id("c", ["a", "bc"]) != digest_id("c", ["ab", "c"])
    assert digest_id("c", [1, 2]) == digest_id("c", ["1", "2"])


def test_distance_of_one_degree_of_latitude() -> None:
    assert abs(distance_km(0, 0, 1, 0) - 111.19) < 0.01


def test_errors_say_who_must_act() -> None:
    error = Refused("too large", item="a.html", advice="raise --max-bytes")
    assert isinstance(error, BadItem)
    assert isinstance(error, VigilError)
    assert not isinstance(error, Unreadable)
    assert (error.item, error.advice) == ("a.html", "raise --max-bytes")


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=12),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), min_size=1, max_size=6),
)
def test_zones_near_a_stretch_are_all_that_counts(
    zones: list[tuple[int, int]], stretches: list[tuple[int, int]]
) -> None:
    """Also of zones that overlap, lie in one another or come in any order."""
    held = tuple(Zone(start, start + size, ZoneKind.CAPTION) for start, size in zones)
    unread = Unread(held)
    for start, size in stretches:
        end = start + size
        covered = sum(max(0, min(end, zone.end) - max(start, zone.start)) for zone in held)
        assert unread(start, end) == (covered * 2 > size)
        assert unread.at(start) == any(zone.start <= start < zone.end for zone in held)
