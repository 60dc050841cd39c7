"""Articles on one matter, found as arrays, are those that are found one by one."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuse.builders import article
from vigil.fuse.pairs import stories
from vigil.fuse.pairs.stories import Stories
from vigil.fuse.words import Rarity, content, names

WORDS = "Velm Tarn Hask Sund Orsa Amin Sorel Dorvane Kelm Brask Ilse Noor".split()


def articles(seed):
    chance = random.Random(seed)
    made = []
    for n in range(chance.randint(0, 14)):
        told = " ".join(chance.choices(WORDS, k=chance.randint(1, 6)))
        day = f"2031-03-{chance.randint(1, 28):02}"
        made.append(article(f"d{n}", f"It was said of {told} today", day, title=chance.choice(("", "Talks in Velm"))))
    return made


def one_by_one(documents):
    """The rule in plain Python: rarest words shared, near in time, each one's most alike."""
    words = {d.id: names(f"{d.title} {d.text}") | content(d.title) for d in documents}
    day = {d.id: d.published.toordinal() for d in documents}
    rarity = Rarity(words.values())
    postings = defaultdict(list)
    for doc in sorted(words, key=lambda doc: (day[doc], doc)):
        rare = sorted(words[doc], key=lambda word: (-rarity.weight(word), word))
        for word in [word for word in rare if rarity.seen[word] > 1][: stories.RAREST]:
            postings[word].append(doc)
    near = defaultdict(set)
    for docs in postings.values():
        for place, one in enumerate(docs):
            for two in docs[place + 1 : place + 1 + stories.CROWD]:
                if day[two] - day[one] <= stories.DAYS:
                    near[one].add(two)
                    near[two].add(one)
    pairs = set()
    for one, others in near.items():
        ranked = sorted((-rarity.overlap(words[one], words[two]), two) for two in others)
        pairs |= {tuple(sorted((one, two))) for value, two in ranked[: stories.NEIGHBOURS] if -value >= stories.ALIKE}
    return sorted(pairs)


@pytest.mark.parametrize("limits", [{}, {"RAREST": 3, "CROWD": 2, "NEIGHBOURS": 2}])
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_neighbours(limits, seed):
    documents = articles(seed)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in limits.items():
            patch.setattr(stories, name, value)
        assert Stories(documents).neighbours() == one_by_one(documents)


def test_how_alike_many_pairs_are_is_how_alike_each_is():
    documents = articles(7)
    found = Stories(documents)
    rows = found.rows([*(d.id for d in documents), "not in the record"])
    one, two = (rows[[a for a in range(len(rows)) for _ in rows]], rows[[b for _ in rows for b in range(len(rows))]])
    ids = [*(d.id for d in documents), "not in the record"]
    assert found.alike_all(one, two).tolist() == [found.alike(ids[a], ids[b]) for a, b in zip(one, two, strict=True)]
