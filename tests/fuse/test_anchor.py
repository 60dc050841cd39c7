"""What an article is about lends its day and place to the claims of it that name none; all else keeps its own."""

from __future__ import annotations

from tests.fuse.builders import NORTH, TARN, VELM, article, claim
from vigil.fuse.facts import Facts, gather
from vigil.model.claim import Claim
from vigil.model.entity import PlacePrecision, PlaceRef
from vigil.model.text import Document

LAND = PlaceRef(
    text="Orsa",
    place_id="pack:orsa",
    name="Orsa",
    lat=10.5,
    lon=20.5,
    radius_km=200.0,
    precision=PlacePrecision.COUNTRY,
)
VELM_IN_ORSA = PlaceRef(**{name: getattr(VELM, name) for name in VELM.__slots__} | {"within": ("pack:orsa",)})

TEXT = article(
    "week",
    "Gas fell on Velm on 4 March. Schools shut. Prices rose. Rain came. "
    "The council spoke of the poisoning again. Doctors in Tarn treated a gassing there. "
    "A shell hit a mill. Orsa poison horror, said a headline",
    day="2031-03-12",
)
DATED = claim(TEXT, "Gas fell", "chemical", place=VELM_IN_ORSA, day="2031-03-04", agent=NORTH)
BARE = claim(TEXT, "poisoning", "chemical")
ELSEWHERE = claim(TEXT, "gassing", "chemical", place=TARN)
OTHER = claim(TEXT, "hit", "shelling")
WIDE = claim(TEXT, "poison horror", "chemical", place=LAND)


def read(text: Document, *claims: Claim) -> dict[str, Facts]:
    """The facts by the claims' triggers."""
    return {facts.claim.trigger.text: facts for facts in gather([text], claims)}


def test_a_claim_without_day_and_place_has_the_articles() -> None:
    bare = read(TEXT, DATED, BARE)["poisoning"]
    assert bare.window is not None
    assert bare.window.text() == "2031-03-04 (the day of what the article is about)"
    assert not bare.window.told
    assert bare.place is not None
    assert bare.place.place_id == VELM.place_id
    assert bare.place_borrowed


def test_a_country_in_a_headline_is_the_town_that_the_article_names() -> None:
    wide = read(TEXT, DATED, WIDE)["poison horror"]
    assert wide.place is not None
    assert (wide.place.place_id, wide.place_borrowed) == (VELM.place_id, True)


def test_another_place_or_another_act_keeps_what_it_has() -> None:
    found = read(TEXT, DATED, BARE, ELSEWHERE, OTHER)
    for trigger in ("gassing", "hit"):
        window = found[trigger].window
        assert window is not None
        assert window.origin == "news"
    # Two places for one kind of act: the article lends neither.
    assert read(TEXT, DATED, ELSEWHERE, WIDE)["poison horror"].place == LAND


def test_two_days_or_an_old_one_lend_nothing() -> None:
    two = claim(TEXT, "gassing", "chemical", day="2031-03-09")
    for told in ((DATED, two, WIDE), (claim(TEXT, "Gas fell", "chemical", day="2013-08-21"), WIDE)):
        window = read(TEXT, *told)["poison horror"].window
        assert window is not None
        assert window.origin == "news"
