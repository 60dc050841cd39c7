"""Rare full names that articles share: which are found, what they are worth, and what a later article may tell of."""

from __future__ import annotations

import numpy as np
import pytest

from tests.fuse.builders import NORTH, VELM, article, claim
from vigil.fuse import fuse
from vigil.fuse.facts import gather
from vigil.fuse.pairs import matters
from vigil.fuse.pairs.comparer import Comparer, Weights, shipped_weights, veto
from vigil.fuse.pairs.matters import FEW, Matters, full_names, known_names, victims, worth

FIRST = "Amin Sorel was shot on Quay Road. Ilse Dorvane was held"
LATER = "A court sentenced Ilse Dorvane for killing Amin Sorel on Quay Road"


def test_full_names_are_capitalised_words_side_by_side() -> None:
    assert full_names("On Monday Amin J. Sorel left Quay Road, Velm") == {"amin j", "j sorel", "quay road"}
    assert full_names("nobody was named. Here") == set()


def test_articles_share_names_that_few_have_at_any_distance_of_time() -> None:
    others = [article(f"x{n:02}", "Lord Mayor spoke of Amin Sorel and Brask Noor", "2031-04-01") for n in range(FEW)]
    found = Matters([article("b", LATER, "2032-02-01"), article("a", FIRST), *others])
    assert found.shared("a", "b") == ("ilse dorvane", "quay road")  # one more article than a few has Amin Sorel
    assert found.shared("a", "a") == ()
    assert found.shared("a", "nowhere") == ()
    assert ("a", "b") in found.neighbours()
    one, two = np.array([0, 1, 0, 99]), np.array([1, 0, 0, 1])
    assert found.shared_all(one, two).tolist() == [2, 2, 0, 0]


def test_names_that_the_gazetteer_or_the_register_knows_do_not_count() -> None:
    told = article("a", "The Northern Army shelled Velm Harbour on Quay Road")
    again = article("b", "The Northern Army left Velm Harbour by Quay Road", "2031-08-01")
    place = VELM.__class__(text="Velm Harbour", place_id="pack:harbour", name="Velm Harbour")
    facts = gather([told, again], [claim(told, "shelled", "shelling", agent=NORTH, place=place)])
    assert {"northern army", "velm harbour"} <= known_names(facts)
    assert Matters([told, again], known_names(facts)).shared("a", "b") == ("quay road",)
    assert Matters([told, again]).shared("a", "b") == ("northern army", "quay road", "velm harbour")


def test_worth_grows_with_the_names_and_ends_at_one() -> None:
    values = worth(np.array([0, 1, 3, 7, 30])).tolist()
    assert values == pytest.approx([0.0, 1 / 3, 2 / 3, 1.0, 1.0])


def test_a_guessed_day_does_not_hold_a_trial_apart_from_what_it_is_about(monkeypatch: pytest.MonkeyPatch) -> None:
    first, later = article("a", FIRST), article("b", LATER, "2032-02-01")
    claims = [claim(first, "shot", "killing", day="2031-03-04"), claim(later, "killing", "killing")]
    documents = [first, later]
    facts = gather(documents, claims)
    comparer = Comparer(facts, documents, by_names=True)
    assert comparer.candidates().tolist() == [[0, 1]]
    assert veto(comparer.pair(0, 1)) == ""
    monkeypatch.setattr(matters, "FEW", 1)  # now no name is rare
    bare = Comparer(facts, documents, by_names=True)
    assert "days apart" in veto(bare.pair(0, 1))
    assert bare.candidates().tolist() == []


def test_names_are_looked_for_only_where_the_weights_count_them() -> None:
    first, later = article("a", FIRST), article("b", LATER, "2032-02-01")
    claims = [claim(first, "shot", "killing", day="2031-03-04"), claim(later, "killing", "killing")]
    facts = gather([first, later], claims)
    shipped = shipped_weights()
    assert Comparer(facts, [first, later]).candidates().tolist() == []
    counted = Weights(shipped.within, {**shipped.across, "full_names": 1.5})
    assert Comparer(facts, [first, later], counted).candidates().tolist() == [[0, 1]]


def test_victims_are_persons_named_in_full_against_whom_violence_is_told() -> None:
    first = article("a", FIRST)
    shot = claim(first, "shot", "killing", target="Amin Sorel")
    held = claim(first, "held", "detention", target="Ilse Dorvane")
    assert victims(gather([first], [shot, held])) == {"a": {"amin sorel"}}
    known = claim(first, "shot", "killing", target=NORTH)
    assert victims(gather([first], [known])) == {}


@pytest.mark.parametrize(("target", "events"), [("Amin Sorel", 1), ("a teacher", 2)])
def test_a_trial_a_year_later_tells_of_what_was_done_to_its_victim(target: str, events: int) -> None:
    first, later = article("a", FIRST), article("b", LATER, "2032-02-01")
    claims = [
        claim(first, "shot", "killing", target=target, day="2031-03-04", place=VELM),
        claim(later, "killing", "killing", target=target, place=VELM),
    ]
    made = fuse([first, later], claims).events
    assert len(made) == events


def test_a_victim_whom_many_articles_name_is_a_leader_not_a_matter() -> None:
    documents = [article(f"x{n:02}", FIRST) for n in range(FEW + 1)]
    claims = [claim(document, "shot", "killing", target="Amin Sorel") for document in documents]
    found = Matters(documents, names=victims(gather(documents, claims)))
    assert found.neighbours() == []
    assert Matters(documents[1:], names=victims(gather(documents, claims))).shared("x01", "x02") == ("amin sorel",)
