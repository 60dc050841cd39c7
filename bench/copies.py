"""Copies and independent reports: are copies found, and are two reports of one event never taken for one?

    python -m bench.copies [--part dev|test] [--show] [--json FILE]

Copies are made at run time from licence-free texts (``copies_made``) and searched for in one record that holds all of
them. A copy is right when its origin is the text that it was made of; recall is over all made copies, precision over all
documents that are given an origin. Passages are scored by sentence: of the sentences that another text's passage is made
of, how many are given to it; of those given to any, how many are. Thresholds were chosen on ``dev``; ``test`` is the
default.

Translations are simulated (``translated``), one of each text, and told apart from pairs of independent reports of which one
is such a stand-in (pairs that share an agency's passage are not counted: they are partly copies).

Independent reports: pairs of articles by rival outlets, all of one group of ``events`` and, to reach 500, of ``fa_kes``
that tell of one province on one day or the next. Each pair is alone in a record, so that nothing else can help. A pair
that is found is a true copy when ``copies_seen.csv`` says so, with the reason found by reading; any other is an error.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from bench.copies_made import CHANGES, Made, make
from bench.gold import GOLD, need, read
from bench.score import Tally
from bench.table import Figure, option, show
from bench.translated import translated
from vigil.extract.sentences import split
from vigil.fuse.copies.outlets import Outlets
from vigil.fuse.copies.shingles import shingle
from vigil.fuse.copies.syndication import Copies, origins
from vigil.model.text import Bounds, Document

PAIRS = 500
SEEDS = (7, 8, 9)  # three draws of hosts, changes and places of passages
SEEN = Path(__file__).parent / "data" / "copies_seen.csv"
NEWSCOPY = "NEWS-COPY, adjusted Rand index .937 (other texts, other measure)"


def whole(made: Sequence[Made], found: Copies, tallies: dict[str, Tally]) -> None:
    """Count, per change and for "all", copies with their origin right."""
    for item in made:
        origin = found.origins[item.document.id].doc
        claimed, right = origin != item.document.id, bool(item.base) and origin == item.base
        for name in ("all", item.kind):
            tallies[name].add(found=claimed, gold=bool(item.base), right=right)


def scored(item: Made) -> list[Bounds]:
    """Sentences of at least four words: claims stand in no shorter ones."""
    text = item.document.text
    return [(start, end) for start, end in item.document.sentences if len(text[start:end].split()) >= 4]


def passages(made: Sequence[Made], found: Copies, tallies: dict[str, Tally]) -> None:
    """Count sentences of hosts given to the text that they are a passage of."""
    for item in made:
        if not item.donor:
            continue
        for start, end in scored(item):
            inside = min(end, item.passage[1]) - max(start, item.passage[0]) > (end - start) / 2
            origin = found.of(item.document.id, start, end)
            claimed = origin != item.document.id
            for name in ("all", item.kind):
                tallies[name].add(found=claimed, gold=inside, right=inside and origin == item.donor)


def articles() -> dict[str, Document]:
    """The texts of ``fa_kes`` and of the events' training groups by "fa_kes/..." and "events/..." ids."""
    found = {}
    for row in read(GOLD / "fa_kes/all.jsonl.gz"):
        day = datetime.fromisoformat(row["date"]).replace(tzinfo=UTC) if row["date"] else None
        found[f"fa_kes/{row['id']}"] = _article(f"fa_kes/{row['id']}", row["text"], row["title"], row["source"], day)
    for group in read(GOLD / "events/train.jsonl"):
        for line in group["docs"]:
            day = datetime.fromisoformat(line["published"][:10]).replace(tzinfo=UTC)
            name = f"events/{line['doc']}"
            found[name] = _article(name, line["text"], line["title"], line["source"], day)
    return found


def _article(name: str, text: str, title: str, outlet: str, day: datetime | None) -> Document:
    return split(
        Document(
            id=name, key=name, digest="", text=text, title=title, outlet=outlet, published=day, language="en",
            published_precision="day",
        )
    )  # fmt: skip


def rivals(by_id: dict[str, Document], seed: int = 7) -> list[tuple[str, str]]:
    """``PAIRS`` pairs by rival outlets: all of the events' groups, then a draw of fa_kes' of one province and day."""
    pairs = []
    for group in read(GOLD / "events/train.jsonl"):
        docs = [f"events/{line['doc']}" for line in group["docs"]]
        pairs += [(a, b) for n, a in enumerate(docs) for b in docs[n + 1 :] if by_id[a].outlet != by_id[b].outlet]
    taken = {tuple(sorted(name.rsplit("-", 1)[-1].rsplit("/", 1)[-1] for name in pair)) for pair in pairs}
    rows = [row for row in read(GOLD / "fa_kes/all.jsonl.gz") if row["date"]]
    other = []
    for days in (1, 2):  # those of one day or the next; only if they do not suffice, two days apart
        for n, a in enumerate(rows):
            for b in rows[n + 1 :]:
                gap = abs((datetime.fromisoformat(a["date"]) - datetime.fromisoformat(b["date"])).days)
                known = tuple(sorted((str(a["id"]), str(b["id"])))) in taken
                fits = gap <= 1 if days == 1 else gap == 2
                if a["source"] != b["source"] and a["location"] == b["location"] and fits and not known:
                    other.append((f"fa_kes/{a['id']}", f"fa_kes/{b['id']}"))
        if len(other) + len(pairs) >= PAIRS:
            break
    Random(seed).shuffle(other)
    return pairs + other[: PAIRS - len(pairs)]


def seen() -> dict[tuple[str, str], str]:
    """Pairs that a person read and found to be copies, with how one knows."""
    with SEEN.open(encoding="utf-8", newline="") as file:
        return {(row["one"], row["two"]): row["why"] for row in csv.DictReader(file)}


def independent(display: bool) -> list[Figure]:
    """Pairs taken for copies without being any."""
    by_id = articles()
    known = seen()
    wrong = true = 0
    pairs = rivals(by_id)
    for one, two in pairs:
        found = origins([by_id[one], by_id[two]], Outlets({}))
        later = next((name for name in (one, two) if found.origins[name].doc != name), "")
        if not later:
            continue
        judged = known.get((one, two)) or known.get((two, one)) or ""
        true, wrong = (true + 1, wrong) if judged else (true, wrong + 1)
        if display or not judged:
            print(f"{one} {two}: {found.origins[later].why.reason} [{judged or 'NOT READ: counts as an error'}]")
    return [
        Figure("copies", "independent reports: pairs", len(pairs)),
        Figure("copies", "independent reports: taken for copies", wrong, 0, "the aim: none"),
        Figure("copies", "pairs by rival outlets that are agency copies", true, None, "read, see copies_seen.csv"),
    ]


def foreign(part: str, seed: int = 3) -> list[Figure]:
    """Stand-ins of translations among their originals, and independent pairs of which one is such a stand-in."""
    rng = Random(seed)
    originals = [item.document for item in make(part) if item.kind == "original"]
    documents, gold = list(originals), {}
    for n, original in enumerate(originals):
        copy = translated(original, ("ru", "ar")[n % 2], rng)
        documents.append(copy)
        gold[copy.id] = original.id
    found = origins(documents, Outlets({})).origins
    tally = Tally()
    for document in documents:
        claimed = found[document.id].doc != document.id
        right = claimed and found[document.id].doc == gold.get(document.id)
        tally.add(found=claimed, gold=document.id in gold, right=right)
    by_id, known, linked = articles(), seen(), 0
    for n, (one, two) in enumerate(rivals(by_id)):
        pair = [by_id[one], translated(by_id[two], ("ru", "ar")[n % 2], rng)]
        copied = any(origin.doc != doc for doc, origin in origins(pair, Outlets({})).origins.items())
        parts = origins([by_id[one], by_id[two]], Outlets({})).passages
        linked += copied and (one, two) not in known and (two, one) not in known and not parts
    return [
        Figure("copies", "simulated translations", tally.gold),
        Figure("copies", "simulated translations: precision", tally.precision),
        Figure("copies", "simulated translations: recall", tally.recall),
        Figure("copies", "independent, one translated: taken for copies", linked, 0, "the aim: none"),
    ]


def wording(made: Sequence[Made]) -> float:
    """The share of four-word runs that the copies with a third paraphrased keep: how strong the paraphrase is."""
    shingled = {item.document.id: shingle(item.document).distinct for item in made}
    shares = [
        len(shingled[item.document.id] & shingled[item.base]) / max(1, len(shingled[item.document.id]))
        for item in made
        if item.kind == "a third paraphrased"
    ]
    return sum(shares) / max(1, len(shares))


def tell(made: Sequence[Made], found: Copies) -> None:
    """What went wrong, by ids."""
    for item in made:
        origin = found.origins[item.document.id]
        if origin.doc != (item.base or item.document.id):
            print(f"{item.kind}: {item.document.id} -> {origin.doc}: {origin.why.reason}")
        for start, end in scored(item) if item.donor else ():
            inside = min(end, item.passage[1]) - max(start, item.passage[0]) > (end - start) / 2
            got = found.of(item.document.id, start, end)
            if got != (item.donor if inside else item.document.id):
                print(f"{item.kind}: {item.document.id} {start}-{end} -> {got}")


def measure(part: str = "test", *, display: bool = False) -> list[Figure]:
    """All figures. ``display`` prints what went wrong."""
    copies: dict[str, Tally] = defaultdict(Tally)
    parts: dict[str, Tally] = defaultdict(Tally)
    kept = []
    for seed in SEEDS:
        made = make(part, seed)
        found = origins([item.document for item in made], Outlets({}))
        whole(made, found, copies)
        passages(made, found, parts)
        kept.append(wording(made))
        if display:
            tell(made, found)
    figures = [
        Figure("copies", "made copies", copies["all"].gold),
        Figure("copies", "copies: precision", copies["all"].precision, 0.97, "the aim"),
        Figure("copies", "copies: recall", copies["all"].recall, 0.97, "the aim"),
        *(Figure("copies", f"copies, {kind}: recall", copies[kind].recall) for kind in CHANGES),
        Figure("copies", "wording kept when a third is paraphrased", sum(kept) / len(kept)),
        Figure("copies", "sentences of passages", parts["all"].gold),
        Figure("copies", "passages: precision", parts["all"].precision, 0.97, "the aim"),
        Figure("copies", "passages: recall", parts["all"].recall, 0.97, "the aim"),
        Figure("copies", "passages, edited: recall", parts["passage, edited"].recall),
    ]
    return figures + foreign(part) + independent(display)


def main() -> int:
    """Command line; see the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--part", choices=("dev", "test"), default="test")
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    need("events/train.jsonl", "fa_kes/all.jsonl.gz")
    show(measure(options.part, display=options.show), options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
