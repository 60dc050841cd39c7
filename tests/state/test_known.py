"""Events as they stood on a past day: what was published later is out, what is left speaks for itself."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.fuse.builders import MINISTRY, MONITOR, NORTH, SOUTH, VELM, Stance, article, claim
from vigil.fuse import fuse
from vigil.model.event import EventStatus
from vigil.state.known import as_known, published_until

DOCS = (
    article("a", "The southern army captured Velm and killed 10 soldiers, the Orsa Monitor said", day="2031-02-10"),
    article("b", "The Ministry of Defence denied that the southern army captured Velm", day="2031-02-12"),
    article("c", "Southern army soldiers captured Velm and killed 30 soldiers, residents said", day="2031-02-14"),
)


def capture(n: int, source, **fields):
    return claim(
        DOCS[n], "captured", "takeover", mode="captured", agent=SOUTH, target=NORTH, place=VELM, day="2031-02-09",
        source=source, **fields,
    )  # fmt: skip


CLAIMS = (
    capture(0, MONITOR, killed=(10, 10)),
    capture(1, MINISTRY, stance=Stance.DENIES),
    capture(2, "residents", killed=(30, 30)),
)
BY_ID = {claim.id: claim for claim in CLAIMS}


def known(day: int):
    kept = published_until(DOCS, date(2031, 2, day))
    return as_known(fuse(DOCS, CLAIMS).events, BY_ID, kept)


def test_an_event_loses_what_was_not_out_yet():
    (whole,) = fuse(DOCS, CLAIMS).events
    assert as_known([whole], BY_ID, {"a", "b", "c"}) == [whole]
    assert known(9) == []
    (first,) = known(10)
    assert first.id == whole.id
    assert (first.status, first.disputes) == (EventStatus.REPORTED, ())
    (killed,) = first.estimates
    assert (killed.low, killed.best, killed.high) == (10, 10, 10)
    assert [w.name for w in first.witnesses] == ["Orsa Monitor"]


def test_a_denial_makes_it_disputed_from_the_day_on_which_it_was_out():
    (second,) = known(12)
    assert second.status is EventStatus.DISPUTED
    (quarrel,) = second.disputes
    assert quarrel.what == "occurrence"
    assert [len(position.claims) for position in quarrel.positions] == [1, 1]


def test_a_denial_alone_is_no_event_that_anybody_tells():
    (only,) = as_known(fuse(DOCS, CLAIMS).events, BY_ID, {"b"})
    assert (only.status, only.witnesses, only.estimates) == (EventStatus.DENIED, (), ())


def test_two_voices_corroborate():
    (both,) = as_known(fuse(DOCS, CLAIMS).events, BY_ID, {"a", "c"})
    assert [e.claim for e in both.evidence] == [CLAIMS[0].id, CLAIMS[2].id]
    assert {dispute.what for dispute in both.disputes} == {"killed"}


def test_documents_without_a_day_are_known_from_their_fetching_or_not_at_all():
    fetched = article("f", "Words", published=None, fetched=datetime(2031, 2, 10, tzinfo=UTC))
    never = article("n", "Words", published=None)
    assert published_until([fetched, never], date(2031, 2, 10)) == {"f"}
    assert published_until([fetched, never], date(2031, 2, 9)) == frozenset()
