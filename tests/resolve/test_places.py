"""Place words to places: the gold spreadsheet, areas for areas, and never a forced point."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from vigil.model.claim import Mention
from vigil.model.entity import Place, PlacePrecision, PlaceRef, distance_km
from vigil.model.text import Span
from vigil.reference.tables import Reference
from vigil.resolve.places.choose import Choice, Row, choose
from vigil.resolve.places.link import CONTEXT, PlaceResolver
from vigil.resolve.places.story import read
from vigil.resolve.places.words import parse

PACK = Path(__file__).parents[1] / "world" / "pack"
GOLD = Path(__file__).parents[1] / "gold" / "places.csv"
with GOLD.open(encoding="utf-8", newline="") as _lines:
    CASES = list(csv.DictReader(_lines))


@cache
def _resolver() -> PlaceResolver:
    return PlaceResolver(Reference.load())


def _place(words: str, context: str = "") -> PlaceRef:
    text = f"{words} ... {context or 'Fighting in Syria went on.'}"
    return _resolver().geoparse(text, [(0, len(words))])[0]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_hard_spellings(case: dict[str, str]) -> None:
    start = case["context"].index(case["text"])
    ref = _resolver().geoparse(case["context"], [(start, start + len(case["text"]))])[0]
    assert ref.lat is not None
    assert ref.lon is not None
    assert distance_km(float(case["lat"]), float(case["lon"]), ref.lat, ref.lon) <= float(case["km"])


def test_of_very_many_places_only_some_say_which_the_others_are(monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[int] = []

    def counted(rows: Sequence[Row], others: Sequence[Place]) -> Choice | None:
        met.append(len(others))
        return choose(rows, others)

    monkeypatch.setattr("vigil.resolve.places.link.choose", counted)
    names = [place.name for overlay in _resolver().gazetteer.overlays for place in overlay.by_id.values()]
    names = list(dict.fromkeys(names))[: 2 * CONTEXT]
    assert len(names) == 2 * CONTEXT
    refs = _resolver().resolve(names, read("Fighting in Syria went on.", _resolver().reference))
    assert len(refs) == len(names)
    assert 100 < max(met) <= CONTEXT


def test_unknown_names_stay_unresolved() -> None:
    ref = _place("Zzyrqat al-Brumf")
    assert (ref.place_id, ref.lat, ref.precision) == (None, None, PlacePrecision.UNKNOWN)
    assert ref.text == "Zzyrqat al-Brumf"


def test_an_area_is_never_a_point() -> None:
    assert _place("Aleppo province").precision is PlacePrecision.PROVINCE
    assert _place("northern Syria").precision is PlacePrecision.REGION
    south = _place("south of Saraqeb")
    town = _place("Saraqeb")
    assert south.precision is PlacePrecision.NEAR
    assert south.radius_km > town.radius_km
    assert (south.lat or 0) < (town.lat or 0)


def test_a_border_is_a_line_without_a_point() -> None:
    ref = _place("the Turkish border")
    assert (ref.lat, ref.precision, ref.kind) == (None, PlacePrecision.REGION, "line")


def test_the_story_decides_between_namesakes() -> None:
    assert _place("Tripoli", "Militias in Libya clashed. Libyan officials spoke.").country == "LBY"
    assert _place("Tripoli", "The army of Lebanon deployed. Lebanese officials spoke.").country == "LBN"


@pytest.mark.parametrize(
    ("words", "core", "relation"),
    [
        ("10 km south of Velm", "Velm", "near"),
        ("the outskirts of Velm", "Velm", "near"),
        ("north-western Orsa", "Orsa", "part"),
        ("between Velm and Tarn", "Velm", "between"),
        ("the town of Velm", "Velm", "in"),
        ("Orsa's Velm", "Velm", "in"),
    ],
)
def test_phrases_are_taken_apart(words: str, core: str, relation: str) -> None:
    phrase = parse(words)
    assert (phrase.core, phrase.relation) == (core, relation)


@pytest.mark.parametrize(
    "words", ["bank", "the market", "quarter", "a house", "road", "northern edge", "Market", "There"]
)
def test_common_nouns_are_never_looked_up(words: str) -> None:
    ref = _place(words)
    assert (ref.place_id, ref.lat, ref.text) == (None, None, words)
    assert ref.score.reason == "no name"


def test_a_noun_beside_a_name_is_an_area_of_the_name() -> None:
    assert _place("a market in Idlib").name == "Idlib"
    edge, town = _place("the northern edge of Aleppo"), _place("Aleppo")
    assert edge.precision is PlacePrecision.NEAR
    assert (edge.lat or 0) > (town.lat or 0)
    assert _place("a hospital near Saraqeb").precision is PlacePrecision.NEAR
    assert _place("West Bank", "Palestinian officials spoke.").place_id is not None


@pytest.mark.parametrize(("words", "place"), [("Syrian", "iso:SYR"), ("Turkish territory", "iso:TUR")])
def test_a_peoples_name_is_a_country_at_most(words: str, place: str) -> None:
    ref = _place(words)
    assert (ref.place_id, ref.precision) == (place, PlacePrecision.COUNTRY)


def test_a_packs_own_words_and_adjective() -> None:
    resolver = PlaceResolver(Reference.load([PACK]))
    text = "Kelmoran ... fighting along the coast road."
    people, road, market = resolver.geoparse(text, [(0, 8), (text.index("coast"), len(text) - 1), (26, 31)])
    assert (people.country, people.precision) == ("XKM", PlacePrecision.COUNTRY)
    assert road.place_id == "pack:kelmora/coast-road"
    assert market.place_id is None


def _places(text: str, *names: str) -> list[PlaceRef]:
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return _resolver().geoparse(text, spans)


def test_a_name_is_no_evidence_for_itself() -> None:
    """A town called like a country, in a text about the town's own state."""
    text = "Officials in Lebanon, Pennsylvania, met. Lebanon has a college; Harrisburg, Lancaster and York have others."
    first, later = _resolver().geoparse(text, [(13, 20), (41, 48)])
    assert (first.country, later.country) == ("USA", "USA")
    assert _places("Lebanon's army moved. Lebanese soldiers left Tyre for Beirut.", "Lebanon")[0].country == "LBN"


def test_what_holds_a_name_once_holds_it_later() -> None:
    text = "A fire broke out in Paris, Texas. Firemen from Paris were praised."
    later = _resolver().geoparse(text, [(20, 25), (27, 32), (47, 52)])[2]
    assert (later.name, later.country) == ("Paris", "USA")
    assert _places("A fire broke out in Paris.", "Paris")[0].country == "FRA"


def test_a_division_and_its_seat() -> None:
    assert _place("Kandahar", "Fighting in Afghanistan went on.").kind in ("city", "town")
    assert _place("Kandahar province", "Fighting in Afghanistan went on.").precision is PlacePrecision.PROVINCE
    assert _place("Kent", "A lorry was stopped in Britain, in Dover and Canterbury.").country == "GBR"
    assert _place("Orange County", "A fire reached Anaheim and Irvine in California.").admin1 == "CA"


def test_an_abbreviation_is_of_a_land() -> None:
    assert _place("EU", "French ministers met in Paris.").name == "European Union"
    assert _place("N.M.", "A storm in the United States.").name == "New Mexico"


def test_a_facility_is_an_area_around_its_town() -> None:
    inside = _place("Aleppo University Hospital")
    assert (inside.name, inside.precision) == ("Aleppo", PlacePrecision.NEAR)
    assert inside.radius_km >= 12
    beside = _places("Shells fell on Saraqeb. The Kestrel Hospital was hit.", "Saraqeb", "Kestrel Hospital")[1]
    assert (beside.precision, beside.score.value) == (PlacePrecision.NEAR, 0.3)
    assert "Saraqib" in beside.score.reason or "Saraqeb" in beside.score.reason
    assert _place("Kestrel Hospital", "Nothing else is known.").place_id is None
    assert _place("Kestrel", "Shells fell on Saraqeb.").place_id is None  # a name that says nothing is left alone


def test_articles_are_written_in_many_ways() -> None:
    for words in ("al-Raqqah", "Al-Raqqa", "ar-Raqqa", "Raqqa's"):
        assert distance_km(35.95, 39.01, _place(words).lat or 0, _place(words).lon or 0) < 10, words
    assert _place("Deir Ezzor").kind == "city"  # the division alone is spelled so
    assert _place("Deir Ezzor province").precision is PlacePrecision.PROVINCE
    assert _place("al-Londonah").place_id is None  # articles are for names at home only


def test_a_facility_put_beside_a_town_gives_way_to_what_the_claim_names() -> None:
    text = "Shells fell on Saraqeb. The Kestrel Hospital in Aleppo province was hit."
    _, hospital, province = _places(text, "Saraqeb", "Kestrel Hospital", "Aleppo province")
    assert hospital.place_id is not None
    mentions = [
        Mention(role="place", span=Span(0, 5, ref.text), place=ref) for ref in (hospital, province) if ref.place_id
    ]
    best = _resolver().best(mentions)
    assert best is not None
    assert best.precision is PlacePrecision.PROVINCE


@pytest.mark.parametrize(
    ("words", "name", "precision"),
    [
        ("Syrias Idlib province", "Idlib", PlacePrecision.PROVINCE),  # pages that lost their apostrophes and commas
        ("Syrias", "Syria", PlacePrecision.COUNTRY),
        ("Aleppos opposition districts", "Aleppo", PlacePrecision.EXACT),
        ("Idlib provinces Maaret al-Numan", "Ma‘arrat an Nu‘mān", PlacePrecision.EXACT),
        ("Manbij Syria", "Manbij", PlacePrecision.EXACT),
        ("the capital Damascus", "Damascus", PlacePrecision.EXACT),
        ("eastern suburbs of the capital Damascus", "Damascus", PlacePrecision.NEAR),
        ("the Syrian capital", "Damascus", PlacePrecision.EXACT),
        ("Syria's capital", "Damascus", PlacePrecision.EXACT),
        ("heart of the Syrian capital", "Damascus", PlacePrecision.EXACT),
        ("Syrian Deir ez-Zor", "Deir ez-Zor", PlacePrecision.EXACT),
        ("Manbij area", "Manbij", PlacePrecision.NEAR),
        ("Eastern Ghouta area", "Eastern Ghouta", PlacePrecision.REGION),
        ("northern rural Homs", "Homs", PlacePrecision.PROVINCE),
        ("Atareb west of Aleppo", "Al Atārib", PlacePrecision.EXACT),
        ("Raqa", "Ar Raqqah", PlacePrecision.EXACT),  # Arabic's double letters are mostly not written
        ("Zarqat in Idlib province", "Idlib", PlacePrecision.PROVINCE),  # unknown, but the words say where it lies
    ],
)
def test_phrases_as_pages_write_them(words: str, name: str, precision: PlacePrecision) -> None:
    ref = _place(words)
    assert (ref.name, ref.precision, ref.text) == (name, precision, words)


def test_a_direction_and_two_names_make_areas() -> None:
    west, north = _place("western countryside of Aleppo"), _place("northern and northeastern Syria")
    province, syria = _place("Aleppo province"), _place("Syria")
    assert (west.lon or 0) < (province.lon or 0)
    assert (north.lat or 0) > (syria.lat or 0)
    both = _place("Homs and Hama")
    assert both.precision is PlacePrecision.REGION
    assert both.radius_km > 20
    assert (_place("Hama").lat or 0) > (both.lat or 0) > (_place("Homs").lat or 0)


@pytest.mark.parametrize(
    "words", ["it", "northern", "a province", "the city", "Kurdish areas", "Shiite villages", "IS Syria"]
)
def test_no_place_is_made_of_pronouns_directions_and_peoples_of_many_lands(words: str) -> None:
    ref = _place(words)
    assert (ref.place_id, ref.lat) == (None, None)


def test_texas_has_lost_no_apostrophe() -> None:
    assert _place("Texas", "Officials in the United States spoke.").name == "Texas"


def test_a_vast_country_is_no_village_of_its_name() -> None:
    text = "Houston, Dallas, Austin and San Antonio in Texas trade with China. Beaumont and Galveston in Texas do too."
    assert _places(text, "China")[0].place_id == "iso:CHN"


def test_a_small_place_of_which_nothing_else_speaks_is_not_forced() -> None:
    """Lane is an old name of a town in Illinois, Hatton a village in Warwickshire."""
    assert _places("Shells fell beside Weir Lane in Aleppo, Syrians there said.", "Lane")[0].place_id is None
    abroad = _places("Syrians met in Geneva, and Aleppo was shelled.", "Geneva")[0]
    assert abroad.country == "CHE"


def test_a_neighbour_or_its_country_speaks_for_a_small_place() -> None:
    told = "A man from Rochelle, where it rained, went to Syria."
    assert _places(told, "Rochelle")[0].place_id is None
    assert _places(told.replace("it rained", "he had left DeKalb"), "Rochelle", "DeKalb")[0].country == "USA"
