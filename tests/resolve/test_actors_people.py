"""Persons whom a text has introduced are the voice of those they speak for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from vigil.model.claim import Claim, Mention
from vigil.model.entity import ActorRef
from vigil.model.text import Document, Span
from vigil.reference.tables import Reference
from vigil.resolve.actors.link import ActorResolver

PACK = Path(__file__).parents[1] / "world" / "pack"


@cache
def _resolver() -> ActorResolver:
    return ActorResolver(Reference.load([PACK]))


def linked(text: str, *sources: str | tuple[str, str], agent: str = "") -> list[ActorRef | None]:
    """The actor of each source, one claim a source; a pair is words and the antecedent that they were read to have."""
    bounds, start = [], 0
    for part in text.split(". "):
        bounds.append((start, start + len(part)))
        start += len(part) + 2
    document = Document(
        id="d", key="d", digest="", text=text, sentences=tuple(bounds), language="en", theatre="kelmora"
    )
    claims, at = [], 0
    for n, source in enumerate(sources):
        words, means = (source, "") if isinstance(source, str) else source
        at = text.index(words, at)
        s, sentence = next((s, b) for s, b in enumerate(bounds) if b[0] <= at < b[1])
        first = text.index(means) if means else 0
        mention = Mention(
            role="source",
            span=Span.of(text, at, at + len(words)),
            means=Span.of(text, first, first + len(means)) if means else None,
        )
        doer = text.find(agent, *sentence) if agent else -1
        doers = (Mention(role="agent", span=Span.of(text, doer, doer + len(agent))),) if doer >= 0 else ()
        claims.append(
            Claim(
                id=f"c{n}",
                doc="d",
                s=s,
                sentence=sentence,
                trigger=Span.of(text, at, at + len(words)),
                type="attack",
                sources=(mention,),
                arguments=doers,
            )
        )
        at += len(words)
    return [claim.sources[0].actor for claim in _resolver().link(document, claims)]


def ids(*refs: ActorRef | None) -> list[str | None]:
    return [ref.actor_id if ref else None for ref in refs]


def test_a_part_of_a_known_persons_name_is_that_person():
    """ "Petra" is an agency as well, and "Marrach" by itself nobody."""
    text = (
        "The truce was broken, Petra Lund said in Gannerick. Shells fell, Petra said. "
        "We did not fire, said Jon Marrach of the Highland Front. Marrach"
    )
    found = linked(text, "Petra", "Petra", "Marrach", "Marrach")
    assert ids(*found) == ["kelmora/norrin-republic"] * 2 + ["kelmora/highland-front"] * 2


def test_a_pronoun_read_to_mean_a_cut_name_is_the_whole_name():
    text = "The truce was broken, Petra Lund said. She named the shelling"
    assert ids(*linked(text, ("She", "Petra"))) == ["kelmora/norrin-republic"]


def test_without_the_person_the_outlet_is_the_outlet():
    assert ids(*linked("Shells fell on Quelby on Monday, Petra said", "Petra")) == ["outlet/petra"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nine died, said Dana Quill, a spokeswoman for the Norrin Republic. Quill said that it was shelling", "Quill"),
        ("Nine died, said Dana Quill, a spokeswoman for the Norrin Republic, on Monday. It was dark", "Dana Quill"),
        ("Nine died, Norrin Republic spokeswoman Dana Quill said. It was shelling, Quill said", "Quill"),
        ("Nine died, Norrin Republic spokeswoman Major Dana Quill said. It was dark", "Major Dana Quill"),
    ],
)  # fmt: skip
def test_whom_a_text_says_somebody_speaks_for(text: str, source: str):
    assert ids(*linked(text, source)) == ["kelmora/norrin-republic"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine died, said Dana Quill, a baker in Gannerick, on Monday. It was shelling, Quill said",
        "The Norrin Republic was silent. Nine died, Dana Quill said. It was shelling, Quill said",
    ],
)
def test_somebody_of_whom_the_text_says_nothing_stays_unknown(text: str):
    assert ids(*linked(text, "Quill")) == [None]


@pytest.mark.parametrize(("words", "known"), [("Her staff", True), ("Her brother", False), ("Her neighbours", False)])
def test_her_staff_says_what_she_says(words: str, known: bool):
    text = f"Two bombs fell, said Ilsa Varn of the Kelmora Conflict Observatory. {words} counted the dead"
    found = linked(text, "Ilsa Varn", words)
    assert ids(*found) == ["kelmora/observatory", "kelmora/observatory" if known else None]


def test_its_spokesman_is_the_doers():
    text = "Rebels fled, the Norrin army said. The Kelmoran army took the bridge, its spokesman said"
    found = linked(text, "Norrin army", "its spokesman", agent="Kelmoran army")
    assert ids(*found) == ["kelmora/norrin-army", "kelmora/army"]
