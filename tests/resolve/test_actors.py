"""Actor words to actors: the gold spreadsheet, renamed groups by date, and unknown ones left alone."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from vigil.reference.tables import Reference
from vigil.resolve.actors.link import ActorResolver

GOLD = Path(__file__).parents[1] / "gold" / "actors.csv"
with GOLD.open(encoding="utf-8", newline="") as _lines:
    #: The others are a sample to measure with (bench/actors.py): not all of them come out right.
    CASES = [case for case in csv.DictReader(_lines) if case["quality"] == "MUST"]


@cache
def _resolver() -> ActorResolver:
    return ActorResolver(Reference.load())


@pytest.mark.parametrize("case", CASES, ids=[case["mention"] for case in CASES])
def test_mentions(case: dict[str, str]) -> None:
    ref = _resolver().resolve(
        case["mention"], context=case["context"], day=date.fromisoformat(case["date"]), theatre=case["theatre"] or None
    )
    assert (ref.actor_id or "") == case["actor"]
    assert ref.text == case["mention"]
    assert ref.score.reason


@pytest.mark.parametrize(
    ("mention", "countries", "day", "actor", "sector"),
    [
        ("Barack Obama", ("USA",), "2014-05-01", "gov/USA", "GOV"),
        ("Barack Obama", ("USA",), "2020-05-01", "", "ELI"),
        ("Barack Obama", ("USA",), "2003-05-01", "", "ELI"),
        ("former Egyptian president Hosni Mubarak", ("EGY",), "2014-05-01", "", "ELI"),
        ("NTC", ("LBY",), "2014-05-01", "libya/ntc", "GOV"),  # a body whose time is over is no person
        ("pro-Maduro troops", ("VEN",), "2019-05-01", "army/VEN", "MIL"),
        ("pro-Putin militants", ("UKR",), "2015-05-01", "", "REB"),
        ("Frances interior minister", ("FRA",), "2015-05-01", "gov/FRA", "GOV"),
        ("Syria's rebels", ("SYR",), "2014-05-01", "syria/opposition", "REB"),
        ("Hamas militants", ("PSE",), "2014-05-01", "group/hamas", "REB"),
        ("Minister Lavrov", ("SYR",), "2016-05-01", "gov/RUS", "GOV"),
        ("the West", ("UKR",), "2023-05-01", "", ""),
        ("Soldiers", ("PER",), "2024-05-01", "", "MIL"),
        ("Knesset", ("ISR",), "2015-05-01", "legislature/ISR", "LEG"),
        ("Syrians", ("SYR",), "2014-05-01", "", "CVL"),
        ("Druze in Syria", ("SYR",), "2014-05-01", "", ""),
        ("SAF", ("SDN",), "2023-06-01", "sudan/army", "MIL"),
        ("JEM", ("PER",), "2023-06-01", "", ""),  # Darfur's movement or Kashmir's
        ("X" * 400, (), "2023-06-01", "", ""),
    ],
)
def test_the_grammar(mention: str, countries: tuple[str, ...], day: str, actor: str, sector: str) -> None:
    ref = _resolver().resolve(mention, countries=countries, day=date.fromisoformat(day))
    assert (ref.actor_id or "", ref.sector) == (actor, sector), ref.score.reason


def test_slant_is_kept() -> None:
    assert _resolver().resolve("regime forces", countries=("SYR",)).slant
    assert not _resolver().resolve("Syrian army", countries=("SYR",)).slant


def test_victims_have_a_kind_and_no_party() -> None:
    ref = _resolver().resolve("two children", countries=("SYR",))
    assert (ref.actor_id, ref.kind) == (None, "civilians")


def test_an_unknown_group_is_not_forced() -> None:
    ref = _resolver().resolve("Brigade of the Purple Heron", countries=("SYR",))
    assert ref.actor_id is None
    assert ref.score.value < 0.5


def test_generic_words_need_their_theatre() -> None:
    assert _resolver().resolve("rebels").actor_id is None
    assert _resolver().resolve("rebels", countries=("SYR",)).actor_id == "syria/opposition"


def test_a_states_army_is_its_own_and_not_a_regional_one() -> None:
    assert _resolver().resolve("Iraqi soldiers", countries=("IRQ",)).actor_id == "iraq/army"
    assert _resolver().resolve("Ukrainian soldiers", countries=("UKR",)).actor_id == "army/UKR"
    assert _resolver().resolve("the Iraqi government", countries=("IRQ",)).actor_id == "gov/IRQ"


@pytest.mark.parametrize(
    ("words", "slant"),
    [("militants", False), ("terrorists", True), ("gunmen", False), ("fighters", False), ("armed groups", False)],
)
def test_generic_fighters_are_a_kind_and_no_party(words: str, slant: bool) -> None:
    ref = _resolver().resolve(words, theatre="syria")
    assert (ref.actor_id, ref.kind, ref.slant) == (None, "rebel", slant)


@pytest.mark.parametrize("words", ["HOMS", "Idlib", "Aleppo"])
def test_a_town_is_no_actor(words: str) -> None:
    ref = _resolver().resolve(words, theatre="syria")
    assert (ref.actor_id, ref.kind, ref.score.reason) == (None, "place", "names a place")


def test_towns_and_seats_of_a_given_pack() -> None:
    resolver = ActorResolver(Reference.load([Path(__file__).parents[1] / "world" / "pack"]))
    assert resolver.resolve("VELMIST", theatre="kelmora").kind == "place"
    assert resolver.resolve("Sarnholt", theatre="kelmora").actor_id == "kelmora/government"
    assert resolver.resolve("Damascus", theatre="syria").actor_id == "syria/government"


@pytest.mark.parametrize(
    ("words", "country", "sector"),
    [
        ("Kharkiv police", "UKR", "COP"),
        ("Mosul officials", "IRQ", "GOV"),
        ("the Peruvian king's envoys", "PER", "GOV"),
        ("Ada Quill, Portugal's finance secretary", "PRT", "GOV"),
        ("insurgent KLQX troops", "", "REB"),
    ],
)
def test_the_country_of_a_towns_bodies_and_of_offices(words: str, country: str, sector: str) -> None:
    ref = _resolver().resolve(words)
    assert (ref.country, ref.sector) == (country, sector)


@pytest.mark.parametrize(
    ("mention", "story", "day", "actor", "country", "sector"),
    [
        # a name with what stands around it
        ("Norway's F-16s", "", "2014-05-01", "army/NOR", "NOR", "MIL"),
        ("Norways F-16s", "", "2014-05-01", "army/NOR", "NOR", "MIL"),  # a page that lost its apostrophe
        ("President Emmanuel Macrons government", "", "2019-05-01", "gov/FRA", "FRA", "GOV"),
        ("Kenya's beaches", "", "2019-05-01", "", "KEN", ""),  # no government's
        ("Shiite Muslim paramilitary groups", "IRQ", "2016-05-01", "iraq/pmf", "IRQ", "MIL"),
        ("troops of the moderate opposition", "SYR", "2014-05-01", "syria/opposition", "SYR", "REB"),
        ("fighters from a Kurdish-led alliance", "SYR", "2016-05-01", "syria/sdf", "SYR", "REB"),
        ("cells in Jaysh al-Fatah", "SYR", "2016-05-01", "syria/fatah", "SYR", "REB"),
        ("Army of the Purple Heron", "SYR", "2016-05-01", "", "", "MIL"),  # nobody's army
        # a name that begins with a people's, with a head noun: not that people's army
        ("Free Syrian Army commanders", "SYR", "2016-05-01", "syria/fsa", "SYR", "REB"),
        ("Syrian Democratic Forces fighters", "SYR", "2016-05-01", "syria/sdf", "SYR", "REB"),
        ("Syrian Democratic Forces (SDF", "SYR", "2016-05-01", "syria/sdf", "SYR", "REB"),  # read short of its bracket
        ("Syrian opposition forces", "SYR", "2016-05-01", "syria/opposition", "SYR", "REB"),
        ("Syrian army officers", "SYR", "2016-05-01", "syria/army", "SYR", "MIL"),
        ("Syria rebels", "SYR", "2016-05-01", "syria/opposition", "SYR", "REB"),
        ("Syrian Observatory for Human Rights monitors", "SYR", "2016-05-01", "syria/sohr", "GBR", "NGO"),
        ("Syria Civil Defence first responders", "SYR", "2016-05-01", "syria/scd", "SYR", "NGO"),
        ("Hezbollah weapons depot", "LBN", "2016-05-01", "group/hezbollah", "LBN", "REB"),
        ("Hezbollah hospital", "LBN", "2016-05-01", "", "", "MED"),
        ("Israeli military courts", "PSE", "2016-05-01", "court/ISR", "ISR", "JUD"),
        ("Israeli military intelligence", "PSE", "2016-05-01", "intelligence/ISR", "ISR", "SPY"),
        ("Sudanese military government", "SDN", "2020-05-01", "sudan/government", "SDN", "GOV"),
        ("Syrian army families", "SYR", "2016-05-01", "", "SYR", "CVL"),
        ("Free Syrian Army families", "SYR", "2016-05-01", "", "SYR", "CVL"),
        ("Syrian opposition journalists", "SYR", "2016-05-01", "", "SYR", "JRN"),
        ("Hamas attack survivors", "PSE", "2023-11-01", "", "", ""),
        ("Independent journalists", "SYR", "2016-05-01", "", "", "JRN"),
        # in brackets, or cut in one
        ("Communist Party of India (Maoist", "IND", "2016-05-01", "group/cpi-maoist", "IND", "REB"),
        ("Communist Party of India (Maoist)", "IND", "2016-05-01", "group/cpi-maoist", "IND", "REB"),
        ("(AFP)", "SYR", "2016-05-01", "outlet/afp", "FRA", "JRN"),
        ("()", "SYR", "2016-05-01", "", "", "UNK"),
        ("Hezbollah and allies", "LBN", "2016-05-01", "", "", ""),
        ("AFP photographer", "SYR", "2016-05-01", "outlet/afp", "FRA", "JRN"),
        ("AFP lawyer", "SYR", "2016-05-01", "", "", "JUD"),  # one word, and no reporter
        ("United Nations chemical weapons experts", "SYR", "2016-05-01", "io/un", "", "IGO"),
        ("Syrian Observatory for Human Rights [SOHR", "SYR", "2016-05-01", "syria/sohr", "GBR", "NGO"),
        ("AFP correspondent", "SYR", "2016-05-01", "outlet/afp", "FRA", "JRN"),
        ("UN Security Council resolution", "SYR", "2016-05-01", "io/unsc", "", "IGO"),
        # spelling
        ("Hezbullah", "LBN", "2016-05-01", "group/hezbollah", "LBN", "REB"),
        ("Jaish al-Fateh", "SYR", "2016-05-01", "syria/fatah", "SYR", "REB"),
        # offices and units
        ("Home Secretary", "SYR", "2016-05-01", "gov/GBR", "GBR", "GOV"),
        ("Home Secretary", "IND", "2016-05-01", "gov/IND", "IND", "GOV"),
        ("Crown Prince", "SYR", "2016-05-01", "", "", "GOV"),  # several countries have one
        ("HMS Heron", "SYR", "2016-05-01", "army/GBR", "GBR", "MIL"),
        ("5th Battalion, 2nd Marines", "IRQ", "2016-05-01", "army/USA", "USA", "MIL"),
        ("Mayor Quentin Abelard", "FRA", "2016-05-01", "", "FRA", "GOV"),
        # persons
        ("de Mistura", "SYR", "2016-05-01", "io/un", "", "IGO"),
        ("Lavrov", "SYR", "2016-05-01", "gov/RUS", "RUS", "GOV"),
        ("Boutros Boutros-Ghali", "SYR", "2016-05-01", "", "", "ELI"),
        # somewhere and somebody
        ("a vegetable market in Aleppo", "SYR", "2016-05-01", "", "SYR", "CVL"),
        ("Heidelberg University", "", "2016-05-01", "", "DEU", "EDU"),
        ("she", "SYR", "2016-05-01", "", "", "UNK"),
        ("a group of men", "SYR", "2016-05-01", "", "", "UNK"),
        ("BBC Persian", "IRN", "2016-05-01", "outlet/bbc", "GBR", "JRN"),
        ("Taliban", "AFG", "2010-05-01", "group/taliban", "AFG", "REB"),
        ("Taliban", "AFG", "2022-05-01", "gov/AFG", "AFG", "GOV"),
    ],
)
def test_names_with_what_stands_around_them(
    mention: str, story: str, day: str, actor: str, country: str, sector: str
) -> None:
    ref = _resolver().resolve(mention, countries=[story] if story else [], day=date.fromisoformat(day))
    assert (ref.actor_id or "", ref.country, ref.sector) == (actor, country, sector), ref.score.reason
