"""What is passed over for speed is what the slow way would not have found either."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuse import random_records
from vigil.fuse import facts, victims
from vigil.fuse.accounts.tellings import ONE_TELLING, bind
from vigil.fuse.arrivals.filing import Packed
from vigil.fuse.arrivals.postings import of_claim
from vigil.fuse.arrivals.remembered import facts_of, read
from vigil.fuse.clustering.cluster import Edges
from vigil.fuse.copies import standing
from vigil.fuse.facts import gather
from vigil.fuse.fusion import fuse
from vigil.fuse.pairs.blocking import _neighbours
from vigil.fuse.ragged import Ragged
from vigil.fuse.words import _PLAIN, WORD, folded, words_at, words_in
from vigil.model.link import Decision, Judgement

SPOKEN = (
    "in May", "SINCE MARCH", "two weeks ago", "Years Ago", "last year", "Last Month", "earlier this year", "ago", "may",
    "killed", "was killed", "were later shot dead", "died", "murdering a man", "gunned down", "was beaten to death", "is",
    "and killed a guard", "2016", "1999", "got executed", "Velm", "the", "who was", "it's dead",
    "was (", "\u017fhot dead", "in", "this report was withdrawn", "it RETRACTED the story", "Kill Notice:", "is taken down",
)  # fmt: skip
sentences = st.lists(st.sampled_from(SPOKEN), max_size=8).map(" ".join) | st.text(max_size=40)


@given(st.text(max_size=40) | st.text(st.sampled_from("aAbZ09_'’`-. \n"), max_size=40))
@settings(deadline=None)
def test_plain_text_is_cut_as_any_text(text: str) -> None:
    assert words_in(text) == WORD.findall(text)
    words, starts, ends = words_at(text)
    told = [(match[0], *match.span()) for match in WORD.finditer(text)]
    assert list(zip(words, starts.tolist(), ends.tolist(), strict=True)) == told
    if text.isascii():
        assert folded(text) == _PLAIN.findall(text.replace("'", "").replace("`", "").casefold())


@given(sentences, st.integers(0, 40))
@settings(deadline=None, max_examples=300)
def test_patterns_find_nothing_where_their_words_are_missing(text: str, at: int) -> None:
    plain = text.casefold()
    assert any(word in plain for word in facts._SIGNS) or facts._EARLIER.search(text) is None
    assert "19" in text or "20" in text or not facts._YEAR.findall(text)
    assert any(word in plain for word in standing._SIGNS) or standing._NOTICE.search(text) is None
    assert "dea" in plain or victims._AFTER.match(text) is None
    assert any(word in plain for word in victims._DOING) or victims._ACTIVE.search(text) is None
    rest = text[min(at, len(text)) :]
    found = victims._PASSIVE.match(rest)
    assert any(word in rest.casefold() for word in victims._DYING) or found is None
    if rest.isascii() and "'" not in rest:
        assert not victims._VERBS.isdisjoint(words_in(rest.casefold())) or found is None


pairs = st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(pairs, st.sampled_from([-9.0, 0.5, 3.0]), max_size=20), st.sets(pairs, max_size=6))
@settings(deadline=None)
def test_tellings_take_the_place_of_what_was_compared(
    scored: dict[tuple[int, int], float], told: set[tuple[int, int]]
) -> None:
    rows = np.array(sorted(scored), dtype=np.int32).reshape(-1, 2)
    found = bind(Edges(rows[:, 0], rows[:, 1], np.array([scored[pair] for pair in sorted(scored)])), told)
    wanted = sorted((scored | dict.fromkeys(told, ONE_TELLING)).items())
    assert (
        list(zip(zip(found.one.tolist(), found.two.tolist(), strict=True), found.odds.tolist(), strict=True)) == wanted
    )


@given(
    st.lists(st.lists(st.integers(0, 9), max_size=4), min_size=1, max_size=6), st.lists(st.integers(0, 5), max_size=9)
)
def test_rows_are_taken_in_any_order(rows: list[list[int]], wanted: list[int]) -> None:
    wanted = [row % len(rows) for row in wanted]
    taken = Ragged.of(rows).take(np.array(wanted, dtype=np.int64))
    parts = np.split(taken.items, taken.starts[1:-1]) if wanted else []
    assert [part.tolist() for part in parts] == [rows[row] for row in wanted]


def test_blocks_with_numbers_too_large_to_pack_are_gone_through_alike() -> None:
    keys, members = np.array([7, 3, 7, 3, 7, 7]), np.array([0, 0, 1, 2, 2, 3])
    rank = np.array([2, 0, 3, 1])

    def met(by: int) -> list[list[list[int]]]:
        return [[column.tolist() for column in (one, two)] for _, one, two in _neighbours(keys * by, members, rank)]

    assert met(1) == met(1 << 59) == [[[0, 1, 3, 0], [2, 3, 0, 2]], [[1, 3], [0, 2]], [[1], [2]]]


def test_a_packed_list_is_gone_through_as_any_list() -> None:
    packed: Packed[int] = Packed()
    for number in range(1203):
        packed.append(number)
    assert list(packed) == list(packed) == list(range(1203))


def test_what_is_filed_of_every_claim_reads_as_what_was_known_of_it() -> None:
    documents, claims = random_records.record(5, size=40)
    when = datetime(2031, 4, 1, tzinfo=UTC)
    out = Decision(id="d1", judgement=Judgement.REJECT, left=claims[0].id, right="", created_at=when)
    basis = fuse(documents, claims, decisions=[out], remember=True).basis
    assert basis is not None
    known = {item.claim.id: item for item in gather(sorted(documents, key=lambda document: document.id), claims)}
    filed = {one.claim: one for one in basis.filed_claims()}
    assert filed.keys() == known.keys()
    for id_, one in filed.items():
        made = facts_of(read(one.line), known[id_].claim)
        assert made.window == known[id_].window
        assert made.names == known[id_].names
        assert set(one.postings) == of_claim(known[id_], basis.in_claims)
    other = basis.with_corrected([known[claims[1].id].claim])
    assert [read(one.line).plain.get("claim") is not None for one in other.filed_claims()].count(True) == 1
