"""One more article into a record that was fused as a whole: its claims join events that stand, or make new ones, at once.

The new claims meet the claims of their blocks only (``meeting``), are weighed by the same table as ever, with the counts of
words of the last whole fusion, and join by the same means (``attach``). What is worked out again is the events that they
join. So what stands afterwards follows from what stood before and the article, and is marked ``unsettled``: the next fusion
of the whole gives what fusing everything at once gives. What waits for that: events that the new telling parts or makes one,
older texts that turn out to be copies, translations, notices that withdraw a report, waves of which older events are parts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from vigil.fuse.accounts.tellings import ONE_TELLING, Telling, dated, tellings
from vigil.fuse.accounts.witnesses import Voice, Voices
from vigil.fuse.arrivals.ground import FiledArticle, FiledClaim, Ground
from vigil.fuse.arrivals.meeting import Shelf, Words, meet, pair_of, story
from vigil.fuse.arrivals.postings import of_claim, of_story, of_trace, seeks_of_trace, wordings
from vigil.fuse.arrivals.regroup import Regrouping
from vigil.fuse.arrivals.remembered import voice_written, with_claim, written
from vigil.fuse.clustering.cluster import BILLION, rulings
from vigil.fuse.copies.outlets import Outlet, Outlets
from vigil.fuse.copies.shingles import Shingled, shingle
from vigil.fuse.copies.standing import standing
from vigil.fuse.copies.syndication import Copies, Origin, against, by_age, inner, wording
from vigil.fuse.facts import Facts, gather
from vigil.fuse.pairs.comparer import Weights
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.link import Decision, Score
from vigil.model.text import Document

ALIKE_TEXTS = 40  # articles that share most wording are compared in whole


@dataclass(frozen=True, slots=True)
class Joined:
    """What an article's arrival changes: ``before`` are events as they stood, whose place ``events`` take."""

    events: tuple[Event, ...]
    before: tuple[Event, ...]
    origin: Origin
    article: FiledArticle
    claims: tuple[FiledClaim, ...]
    told: Mapping[str, str]  # claim of an older text -> the telling that it is of from now on


def join(
    document: Document,
    claims: Sequence[Claim],
    *,
    ground: Ground,
    decisions: Sequence[Decision] = (),
    replaces: Collection[str] = (),
    corrected: Collection[str] = (),
    outlets: Mapping[str, Outlet] | None = None,
    weights: Weights | None = None,
) -> Joined:
    """Join one article. ``claims`` and ``decisions`` are as the stage "review" leaves them.

    ``replaces`` are the ids of documents whose claims go: earlier versions of the article, and itself where it is read
    again; ``corrected`` those of claims that people say should read otherwise.
    """
    known = Outlets(outlets or {})
    gone = frozenset(replaces) | {document.id}
    text = shingle(document)
    copies, texts = _copies(document, text, ground, gone, known)
    document = texts[0]
    shelf, words = Shelf(ground), Words(ground)
    new = gather([document], claims)
    stands = standing(texts, copies, known)
    withdrawn = {row[1] for row in ground.articles_of({copies.of(document.id)} - {document.id}) if row[4]}
    if withdrawn:
        withdrawn.add(document.id)
    told = _tellings(texts, new, copies, shelf)
    met = meet(document, new, shelf, words, gone, weights)
    bound = {pair_of(a, b): a for telling in told for a in telling.claims for b in telling.claims if a < b}
    met.odds.update(dict.fromkeys(bound, round(ONE_TELLING * BILLION)))
    voices = _voices(texts, [item.claim for item in new], told, copies, known, withdrawn, shelf)
    silent = bool(withdrawn) or document.id in stands.outdated
    if silent:
        shelf.silent.add(document.id)
    work = Regrouping(new, shelf, words, met, frozenset(bound), rulings(decisions), gone, copies, weights)
    events, before = work.run(voices)
    mine, day = story(document)
    rarity = words.claims()
    telling_of = {claim: shelf.tellings.get(one.claims[0], one.claims[0]) for one in told for claim in one.claims}
    return Joined(
        events,
        before,
        copies.origins[document.id],
        FiledArticle(
            document.id,
            " ".join(sorted(mine)),
            day,
            bool(withdrawn),
            of_story(mine, day, words.articles()) | of_trace(wording(text), day),
        ),
        tuple(
            FiledClaim(
                item.claim.id,
                document.id,
                with_claim(line, item.claim) if item.claim.id in corrected else line,
                voice_written(voices[item.claim.id]),
                telling_of.get(item.claim.id, ""),
                silent,
                of_claim(item, rarity),
            )
            for item, line in zip(new, map(written, new), strict=True)
        ),
        {claim: name for claim, name in telling_of.items() if claim not in voices and claim not in shelf.tellings},
    )


def _copies(
    document: Document, text: Shingled, ground: Ground, gone: Collection[str], outlets: Outlets
) -> tuple[Copies, list[Document]]:
    """What the article copies, and the texts that this rests on: itself first (with its origin's day, where it has none).

    Whichever is older, the text that was there first is taken for the first.
    """
    sharing = wordings(ground.found(list(seeks_of_trace(wording(text)))))
    most = sorted(sharing, key=lambda number: (-sharing[number], number))[:ALIKE_TEXTS]
    near = ground.documents({row[1] for row in ground.articles(most)} - set(gone))
    first = {doc: origin for doc, origin in ground.origins(near.keys()).items() if origin not in gone}
    every = near | ground.documents(set(first.values()) - near.keys())

    def root(doc: str) -> Document:
        return every.get(first.get(doc, doc), every[doc])

    earlier = [(other, shingle(other)) for other in by_age(near.values(), outlets)]
    found, stretches = against(document, text, earlier, root, outlets)
    parts = inner(document.id, stretches, root) if found is None else ()
    origin = found or Origin(document.id, Score(1.0, "a report of its own"))
    copies = Copies({document.id: origin}, {document.id: parts} if parts else {})
    others = sorted({origin.doc, *(passage.origin for passage in parts)} - {document.id})
    texts = [document, *(every[doc] for doc in others)]
    return copies, dated(texts, copies)


def _tellings(texts: Sequence[Document], new: Sequence[Facts], copies: Copies, shelf: Shelf) -> list[Telling]:
    """The tellings that the new claims belong to, with all older claims of these."""
    others = [document.id for document in texts[1:]]
    if not others or not new:
        return []
    rows = shelf.ground.rows(shelf.ground.told_in(others))
    shelf.take(rows)
    there = [shelf.facts[row[1]].claim for row in rows if row[1] in shelf.facts]
    found = tellings(texts, [*(item.claim for item in new), *there], copies)
    names = {shelf.tellings[claim] for told in found for claim in told.claims if claim in shelf.tellings}
    more = shelf.ground.rows(shelf.ground.told_as(names)) if names else []
    shelf.take(more)
    by_name: dict[str, set[str]] = {}
    for row in more:
        if row[1] in shelf.facts:
            by_name.setdefault(row[4], set()).add(row[1])
    return [
        replace(
            told,
            claims=tuple(
                sorted({*told.claims, *(c for o in told.claims for c in by_name.get(shelf.tellings.get(o, ""), ()))})
            ),
        )
        for told in found
    ]


def _voices(
    texts: Sequence[Document],
    claims: Sequence[Claim],
    told: Sequence[Telling],
    copies: Copies,
    outlets: Outlets,
    withdrawn: Collection[str],
    shelf: Shelf,
) -> dict[str, Voice]:
    """Who says each new claim: where older texts have the same telling, whoever says it there."""
    found = Voices(texts, copies, outlets, withdrawn).all(claims)
    for telling in told:
        voice = next((shelf.voices[claim] for claim in telling.claims if claim in shelf.voices), None)
        if voice is not None:
            found |= {claim: voice for claim in telling.claims if claim in found}
    return found
