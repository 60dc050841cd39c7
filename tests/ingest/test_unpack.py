from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.ingest.unpack import gunzip, inflate, lines, take
from vigil.model.errors import Refused, Unreadable


def pieces(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@given(
    st.lists(st.binary(max_size=30).map(lambda b: b.replace(b"\n", b"").replace(b"\r", b"")), max_size=20),
    st.integers(1, 50),
)
def test_lines_do_not_depend_on_the_pieces(expected: list[bytes], size: int) -> None:
    data = b"".join(line + b"\n" for line in expected)
    assert list(lines(pieces(data, size), 1000)) == expected


@given(st.binary(min_size=1, max_size=3000), st.integers(1, 500))
def test_gunzip_reads_members_in_any_pieces(data: bytes, size: int) -> None:
    packed = gzip.compress(data) + gzip.compress(data)
    assert b"".join(gunzip(pieces(packed, size), item="x")) == data + data


@given(st.binary(min_size=50, max_size=500), st.data())
def test_a_cut_is_always_told(data: bytes, draw: st.DataObject) -> None:
    packed = gzip.compress(data)
    cut = draw.draw(st.integers(1, len(packed) - 1))
    with pytest.raises(Unreadable):
        list(gunzip([packed[:cut]], item="x"))


def test_long_lines_are_none_and_the_next_is_read() -> None:
    assert list(lines([b"a\n" + b"x" * 50, b"x" * 50 + b"\nb"], 20)) == [b"a", None, b"b"]


@pytest.mark.parametrize("raw", [False, True])
def test_both_kinds_of_deflate(raw: bool) -> None:
    packer = zlib.compressobj(wbits=-15 if raw else 15)
    data = packer.compress(b"shells" * 100) + packer.flush()
    assert b"".join(inflate(pieces(data, 7), "deflate", item="x")) == b"shells" * 100


def test_limits_hold() -> None:
    assert take([b"abc", b"def"], 6, item="x") == b"abcdef"
    with pytest.raises(Refused, match="too large"):
        take([b"abc", b"def"], 5, item="x")
