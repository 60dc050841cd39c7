"""The made copies are what they say: cut, reordered, renumbered, paraphrased; and passages lie where they are said to."""

from __future__ import annotations

from random import Random

import pytest

from bench.copies_made import CHANGES, document
from bench.paraphrase import paraphrase, reorder

PARTS = [
    "Shells fell on the harbour of Velm on Tuesday and killed 9 people, the monitor said.",
    "After the attack, rescuers dug through 3 homes until noon.",
    "The army said that its guns had not fired, and the rebels blamed the army.",
    "Ferries to the mainland were stopped.",
    "Schools in the district stay closed until Sunday.",
    "The mayor of Tarn asked 1,200 residents to leave their homes.",
]


@pytest.mark.parametrize(
    ("told", "retold"),
    [
        ("Nine people were hurt in Velm, the monitor said.", "The monitor said that Nine people were hurt in Velm."),
        ("After the attack, rescuers dug until noon.", "Rescuers dug until noon after the attack."),
        ("The army left the town, but its guns stayed.", "Its guns stayed; the army left the town."),
        ("Rescuers dug through ruins after the attack.", "After the attack, Rescuers dug through ruins."),
        ("Ferries stopped.", "Ferries stopped."),
    ],
)
def test_clauses_change_places(told: str, retold: str):
    assert reorder(told) == retold


def test_a_paraphrase_keeps_names_and_numbers_and_changes_other_words():
    told = paraphrase(PARTS[0], Random(1))
    assert told != PARTS[0]
    assert "Velm" in told
    assert "9" in told
    assert told == paraphrase(PARTS[0], Random(1))


@pytest.mark.parametrize("kind", CHANGES)
def test_every_change_changes_and_is_drawn_from_its_seed(kind: str):
    changed = CHANGES[kind](list(PARTS), Random(3))
    assert changed != PARTS
    assert changed == CHANGES[kind](list(PARTS), Random(3))


def test_changes_do_what_their_names_say():
    rng = Random(5)
    assert set(CHANGES["cut"](list(PARTS), rng)) < set(PARTS)
    assert CHANGES["halved"](list(PARTS), rng) == PARTS[:3]
    assert sorted(CHANGES["reordered"](list(PARTS), rng)) == sorted(PARTS)
    third = CHANGES["a third paraphrased"](list(PARTS), rng)
    assert sum(a == b for a, b in zip(third, PARTS, strict=True)) >= 4
    renumbered = " ".join(CHANGES["numbers changed"](list(PARTS), rng))
    assert not {"9", "3", "1,200"} & set(renumbered.split())
    assert CHANGES["re-headlined"](list(PARTS), rng)[3:] == PARTS[1:]


def test_a_made_document_has_its_sentences():
    made = document("x", " ".join(PARTS), 3, "Wire")
    assert [made.text[a:b].strip() for a, b in made.sentences] == PARTS
