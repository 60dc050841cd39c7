"""What single comparisons see: background beside news, two quarters of a town, two speakers; and what is quoted first."""

from __future__ import annotations

from dataclasses import replace

from tests.fuse.builders import MINISTRY, MONITOR, NORTH, SOUTH, VELM, Stance, article, claim
from tests.fuse.test_vetoes import pair, told
from vigil.fuse.accounts.quoting import best_first
from vigil.fuse.facts import gather
from vigil.fuse.pairs.comparer import Comparer
from vigil.fuse.pairs.features_parties import speech_by_others
from vigil.fuse.pairs.features_telling import one_past
from vigil.fuse.where import spots_apart
from vigil.model.claim import Claim, Mention
from vigil.model.text import Document, Span


def past(sentence: str, **fields: object) -> bool:
    """Is a claim of this sentence, published on 5 March 2031, taken for background?"""
    document, made = told("one", "attack", "attack", sentence, **fields)
    return gather([document], [made])[0].past


def test_an_earlier_time_in_the_sentence_makes_background() -> None:
    assert past("An attack in 2029 had closed the road")
    assert past("Last month an attack had closed the road")
    assert past("An attack in February had closed the road")
    assert not past("An attack closed the road")
    assert not past("The attack of March 2031 was the first since 2029")
    assert not past("An attack in 2029 had closed the road", day="2031-03-04")


def test_background_and_news_are_told_apart() -> None:
    news = told("one", "attack", "attack", "An attack closed the road")
    before = told("two", "attack", "attack", "An attack in 2029 had closed the road")
    assert one_past(pair(news, before)).value == 1.0
    assert one_past(pair(before, told("three", "attack", "attack", "An attack of 2028 failed"))).value == 0.0


def test_background_is_not_what_its_article_is_about_and_joins_less() -> None:
    def odds(when: str) -> float:
        texts = [article("one", f"An attack{when} had closed the road"), article("two", "An attack closed the road")]
        facts = gather(texts, [claim(text, "attack", "attack", place=VELM) for text in texts])
        assert [f.main for f in facts] == [f.claim.doc == "two" or not when for f in facts]
        return Comparer(facts, texts).link(0, 1).odds

    assert odds(" in 2029") < odds("") - 1


def in_quarter(name: str, words: str) -> tuple[Document, Claim]:
    """A strike on a part of Velm that the gazetteer does not have."""
    document, made = told(name, "strike", "airstrike", f"A strike hit {words}", place=replace(VELM, text=words))
    at = document.text.index(words)
    mention = Mention(role="place", span=Span.of(document.text, at, at + len(words)), place=VELM)
    return document, replace(made, place=VELM, arguments=(mention,))


def test_two_quarters_of_a_town_are_two_spots() -> None:
    mill, port = in_quarter("one", "Milltown in Velm"), in_quarter("two", "Portside in Velm")
    assert spots_apart(pair(mill, port)).value == 1.0
    assert spots_apart(pair(mill, in_quarter("two", "Milltown of Velm"))).value == 0.0
    assert spots_apart(pair(mill, in_quarter("two", "Velm"))).value == 0.0


def test_statements_are_told_apart_by_who_speaks() -> None:
    ours, theirs = (told(name, "condemned", "accusation", agent=who) for name, who in (("one", NORTH), ("two", SOUTH)))
    assert speech_by_others(pair(ours, theirs)).value == 1.0
    assert speech_by_others(pair(ours, told("two", "condemned", "accusation", agent=MINISTRY))).value == 0.0
    assert speech_by_others(pair(ours, told("two", "bombed", "airstrike", agent=SOUTH))).value == 0.0


def test_a_denial_is_quoted_in_words_of_denial() -> None:
    document = article("one", "There was no strike that day. The army denied the strike. It spoke of a strike later")
    rows = []
    for s, sure in ((0, 0.9), (1, 0.6), (2, 0.7)):
        made = claim(document, "strike", "airstrike", stance=Stance.DENIES, source=MONITOR, confidence=sure)
        at = document.text.index("denied")
        cue = document.span(at, at + len("denied")) if s == 1 else None
        rows.append(replace(made, id=f"c{s}", s=s, sentence=document.sentences[s], cue=cue))
    facts = gather([document], rows)
    assert best_first(facts, denied=True) == ("c1", "c0", "c2")
    assert best_first(facts) == ("c0", "c2", "c1")
