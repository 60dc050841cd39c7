"""Which of a claim's places is its place: by the words around them, and by what the reader says."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from vigil.model.claim import Claim, Mention, Sight
from vigil.model.entity import PlacePrecision, PlaceRef
from vigil.model.link import Score
from vigil.model.text import Document, Span
from vigil.reference.tables import Reference
from vigil.resolve.places.event_place import COLUMNS, bare_in, choose, kind_of, look, names_in, weights
from vigil.resolve.places.event_place_features import all_features
from vigil.resolve.places.event_place_link import Seats
from vigil.resolve.places.event_place_words import SIZE
from vigil.resolve.places.facility import BESIDE
from vigil.resolve.places.link import PlaceResolver
from vigil.resolve.places.story import of, read


@cache
def _reference() -> Reference:
    return Reference.load()


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def _claim(text: str, trigger: str, *places: str, kind: str = "attack", score: float = 0.95) -> Claim:
    mentions = tuple(Mention(role="place", span=_span(text, words), score=score) for words in places)
    return Claim(
        id=f"c-{trigger}", doc="d", s=0, sentence=(0, len(text)), trigger=_span(text, trigger), type=kind,
        arguments=mentions, confidence=0.9,
    )  # fmt: skip


def _place(text: str, trigger: str, *places: str) -> str:
    (linked,) = PlaceResolver(_reference()).link(
        Document(id="d", key="k", digest="", text=text), [_claim(text, trigger, *places)]
    )
    assert linked.place is not None
    return linked.place.text


@pytest.mark.parametrize(
    ("text", "trigger", "places", "place"),
    [
        ("Gunmen raided a shop in Saraqeb in Idlib province on Monday.", "raided", ["Saraqeb", "Idlib province"], "Saraqeb"),
        ("In Iraq, a bomb killed six people in Mosul.", "killed", ["Iraq", "Mosul"], "Mosul"),
        ("Shells hit Aleppo, as troops from Damascus watched.", "hit", ["Aleppo", "Damascus"], "Aleppo"),
        ("Four men died in Kandahar, 450 kilometres from Kabul.", "died", ["Kandahar", "Kabul"], "Kandahar"),
    ],
)  # fmt: skip
def test_the_place_of_several(text: str, trigger: str, places: list[str], place: str) -> None:
    assert _place(text, trigger, *places) == place
    assert _place(text, trigger, *places[::-1]) == place


def test_the_story_kept_is_that_of_the_document_asked_about() -> None:
    iraq, chad = (Document(id="d", key="k", digest="", text=f"Troops left {name}.") for name in ("Iraq", "Chad"))
    assert [of(document, _reference()).countries for document in (iraq, iraq, chad, iraq)] == [
        ("IRQ",), ("IRQ",), ("TCD",), ("IRQ",),
    ]  # fmt: skip
    assert of(iraq, _reference()) == read(". . Troops left Iraq.", _reference())


def test_names_are_found_trimmed_and_in_order() -> None:
    text = "In Aleppo Monday, raiders from Karmouka burnt a farm near Idlib."
    claim = _claim(text, "burnt", "Karmouka")
    names = names_in(text, claim.sentence, [claim], _reference())
    assert [text[start:end] for start, end in names] == ["Aleppo", "Karmouka", "Idlib"]


def test_bare_names_are_capitals_that_are_no_place_name_no_day_and_not_the_trigger() -> None:
    text = "On Monday Raids on the Ulbar Column in Aleppo killed Gen. Orsk Amin, near Idlib. A Velm was seen."
    claim = _claim(text, "Raids", "Aleppo")
    names = names_in(text, claim.sentence, [claim], _reference())
    assert bare_in(text, claim, names) == []  # nobody can judge them without what the network saw
    tokens = tuple((m.start(), m.end()) for m in re.finditer(r"\w+", text[: text.index(" A Velm")]))
    seen = replace(claim, sentence=(0, len(text)), sight=Sight(network="n", tokens=tokens, trigger=(2, 3), rows=b""))
    assert [text[a:b] for a, b in bare_in(text, seen, names)] == ["Ulbar Column", "Gen", "Orsk Amin"]


def test_bare_names_see_the_places_and_change_nothing_for_them() -> None:
    text = "Rebels under Orsk Amin raided Aleppo and Idlib."
    claim = _claim(text, "raided", "Aleppo")
    names = names_in(text, claim.sentence, [claim], _reference())
    orsk = (text.index("Orsk"), text.index(" raided"))
    plain, mixed = look(text, claim, [], names, _reference()), look(text, claim, [], names, _reference(), [orsk])
    assert [(text[n.start : n.end], n.bare) for n in mixed] == [
        ("Orsk Amin", True),
        ("Aleppo", False),
        ("Idlib", False),
    ]
    first, *others = all_features(text, claim, mixed)
    assert others == all_features(text, claim, plain)
    assert (first["bare"], first["names"]) == (1.0, 0.5)
    assert [one.start for one in choose(text, claim, mixed)] == [start for start, _ in names]  # the table is not asked


def test_a_name_of_another_sentence_is_not_judged_and_leaves_the_old_order() -> None:
    text = "Saraqeb was hit. Rebels raided Idlib province."
    far = Mention(role="place", span=None, means=_span(text, "Saraqeb"), score=0.9)
    here = Mention(role="place", span=_span(text, "Idlib province"), score=0.9)
    claim = Claim(
        id="c",
        doc="d",
        s=1,
        sentence=(17, len(text)),
        trigger=_span(text, "raided"),
        type="attack",
        arguments=(here, far),
    )
    document = Document(id="d", key="k", digest="", text=text)
    chances = Seats(document, [claim], _reference(), read(text, _reference())).chances(claim)
    assert set(chances) == {"Idlib province"}
    (linked,) = PlaceResolver(_reference()).link(document, [claim])
    assert linked.place is not None
    assert linked.place.text == "Saraqeb"


def test_the_readers_own_place_is_likelier_than_a_name_that_it_gives_to_nobody() -> None:
    text = "Shells fell on Aleppo and on Idlib."
    claim = _claim(text, "fell", "Aleppo")
    names = names_in(text, claim.sentence, [claim], _reference())
    first, second = choose(text, claim, look(text, claim, [], names, _reference()))
    assert first.mine
    assert not second.mine
    assert first.chance > second.chance


def test_every_weight_is_of_a_feature_that_there_is() -> None:
    """A renamed feature would silently weigh nothing."""
    seen = {"bias"}
    for text in (
        "In Aleppo, men who were from Idlib and Hama were not to attack 3 towns of “Homs” near Iraq's Mosul Dam, Iraq.",
        "Troops shelled Aleppo, Idlib in Syria and Iraqi towns.",
    ):
        for trigger in ("men", "attack", "Troops", "shelled"):
            if trigger in text:
                claim = _claim(text, trigger, "Aleppo", "Idlib")
                names = names_in(text, claim.sentence, [claim], _reference())
                for features in all_features(text, claim, look(text, claim, [claim], names, _reference())):
                    seen |= set(features)
    families = (
        "after ",
        "chained ",
        "kind ",
        "act of ",
        "status ",
        "its ",
        "score of the one",
        "the one ",
        "ends in a ",
        "a ",
    )
    for column in COLUMNS:
        assert {
            name
            for name in weights()[column]
            if not name.startswith(families) and not name.endswith(" by the next word")
        } <= seen


def test_kinds_of_names() -> None:
    kinds = {name: kind_of(name, _reference()) for name in ("Syria", "Syrian", "Aleppo", "Zzyxqua")}
    assert kinds == {"Syria": "country", "Syrian": "people", "Aleppo": "division", "Zzyxqua": "unknown"}
    assert set(kinds.values()) <= set(SIZE)


def _named(name: str, score: float, precision: PlacePrecision = PlacePrecision.EXACT) -> Mention:
    ref = PlaceRef(text=name, place_id=f"t:{name}", name=name, precision=precision, score=Score(score, "made"))
    return Mention(role="place", span=Span(0, len(name), name), place=ref)


@pytest.mark.parametrize(
    ("doubtful", "sure", "place"),
    [(0.9, 0.4, "Velm"), (0.9, 0.7, "Orsa"), (0.1, 0.1, "Orsa")],
)
def test_a_name_in_doubt_wins_where_it_is_so_much_likelier(doubtful: float, sure: float, place: str) -> None:
    """Chance of being the place times the score of its meaning: .5 for Velm, .9 for Orsa."""
    found = PlaceResolver(_reference()).best(
        [_named("Velm", 0.5), _named("Orsa", 0.9)], {"Velm": doubtful, "Orsa": sure}
    )
    assert found is not None
    assert found.name == place


def test_where_names_cannot_be_judged_a_facility_put_beside_a_town_says_less_than_a_province() -> None:
    beside, province = _named("Velm Clinic", BESIDE), _named("Orsa", 0.9, PlacePrecision.PROVINCE)
    for mentions in ([beside, province], [province, beside]):
        found = PlaceResolver(_reference()).best(mentions)
        assert found is not None
        assert found.name == "Orsa"
