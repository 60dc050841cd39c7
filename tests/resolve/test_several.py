"""Parties named side by side, and names with an initial in the middle."""

from __future__ import annotations

from datetime import date

import pytest

from vigil.reference.tables import Reference
from vigil.resolve.actors.link import ActorResolver


@pytest.fixture(scope="module")
def resolver() -> ActorResolver:
    return ActorResolver(Reference.load())


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Jaysh al-Islam and Ahrar al-Sham", "syria/islam"),
        ("Katiba Nobody and Ahrar al-Sham", "syria/ahrar"),
        ("Katiba Nobody and Liwa Nowhere", None),
        ("bread and circuses", None),
    ],
)
def test_the_first_known_of_several_stands_for_them(resolver: ActorResolver, words: str, actor: str | None) -> None:
    ref = resolver.resolve(words, context="Fighting went on in Syria.", day=date(2016, 5, 1))
    assert ref.actor_id == actor
    assert ref.text == words
    if actor:
        alone = resolver.resolve(
            ref.score.reason.split("'")[1], context="Fighting went on in Syria.", day=date(2016, 5, 1)
        )
        assert ref.score.value < alone.score.value
        assert "of several" in ref.score.reason


def test_an_initial_in_the_middle_of_a_name_is_passed_over(resolver: ActorResolver) -> None:
    plain, initial = (
        resolver.resolve(name, context="Strikes on Mosul, Iraq.", day=date(2017, 3, 1))
        for name in ("Stephen Townsend", "Stephen J. Townsend")
    )
    assert plain.actor_id is not None
    assert initial.actor_id == plain.actor_id
