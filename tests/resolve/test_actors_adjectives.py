"""A people's adjective alone is the state that acts, not its people; a person of that people stays one."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from tests.fuse.builders import article, claim
from vigil.reference.tables import Reference
from vigil.resolve.actors.link import ActorResolver


@cache
def _resolver() -> ActorResolver:
    return ActorResolver(Reference.load())


def _actor(text: str, words: str, trigger: str, kind: str, role: str = "agent") -> tuple[str, str]:
    """Id (or "") and sector of the mention ``words`` of one claim."""
    document = article("gull", text, "2016-05-01")
    told: dict[str, Any] = {role: words}
    (linked,) = _resolver().link(document, [claim(document, trigger, kind, **told)])
    (found,) = (*linked.arguments, *linked.sources)
    assert found.actor is not None
    assert found.actor.text == words
    return found.actor.actor_id or "", found.actor.sector


@pytest.mark.parametrize(
    ("text", "words", "trigger", "kind", "actor"),
    [
        ("Russian air strikes hit a bakery near Aleppo.", "Russian", "air strikes", "airstrike", "gov/RUS"),
        ("Turkish shelling went on near Afrin in Syria.", "Turkish", "shelling", "shelling", "gov/TUR"),
        ("Syrian air strikes hit a bakery near Aleppo.", "Syrian", "air strikes", "airstrike", "syria/government"),
        ("A Syrian air strike hit a bakery near Aleppo.", "Syrian", "air strike", "airstrike", "syria/government"),
        ("The Iranian threat to close the strait stood.", "Iranian", "threat", "threat", "gov/IRN"),
        (
            "US-led air strikes hit a convoy near Raqqa in Syria.",
            "US-led",
            "air strikes",
            "airstrike",
            "syria/coalition",
        ),
        ("The Israeli attack near Damascus was the third.", "Israeli", "attack", "attack", "levant/israel"),
    ],
)
def test_who_acts_is_the_state(text: str, words: str, trigger: str, kind: str, actor: str) -> None:
    assert _actor(text, words, trigger, kind)[0] == actor


@pytest.mark.parametrize(
    ("text", "words", "trigger", "kind", "role"),
    [
        ("A Russian attacked two men near Aleppo.", "Russian", "attacked", "attack", "agent"),
        ("An armed Russian attacked two men near Aleppo.", "Russian", "attacked", "attack", "agent"),
        ("A Tunisian detonated a truck bomb near Aleppo.", "Tunisian", "detonated", "bombing", "agent"),
        ("An Afghan threatened to kill him near Aleppo.", "Afghan", "threatened", "threat", "agent"),
        ("Iranian protests spread to Tehran.", "Iranian", "protests", "protest", "agent"),
        ("Pakistani kidnappings went on near Quetta.", "Pakistani", "kidnappings", "abduction", "agent"),
        ("Syrians shelled the village near Aleppo.", "Syrians", "shelled", "shelling", "agent"),
        ("A Russian was killed near Aleppo.", "Russian", "killed", "killing", "target"),
        ("The village was bombed, a Russian said.", "Russian", "bombed", "bombing", "source"),
    ],
)
def test_people_stay_people(text: str, words: str, trigger: str, kind: str, role: str) -> None:
    assert _actor(text, words, trigger, kind, role) == ("", "CVL")
