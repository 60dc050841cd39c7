"""The chemical attack on Khan Sheikhoun of 4 April 2017, told by the articles of fa_kes: one event, and who disputes what.

    python -m bench.khan_sheikhoun [--keep DIR] [--words] [--page docs/examples/khan-sheikhoun.md] [--json FILE]

The main job (``vigil run``) over the articles of 4 to 25 April 2017 that name the town, or a gas or chemical attack in
Idlib. Prints the event that most outlets tell, with its witnesses, perpetrators and weapons as ids and offsets only,
so that nothing of the articles' text leaves this machine; ``--words`` prints short evidence too, ``--page`` writes the same
ids and offsets into a page between its two marks. ``--keep`` keeps the record (``vigil event ID --db DIR/khan.db`` shows
it). Half a minute on one core.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.gold import need, read
from bench.table import Figure, option, show
from vigil.engine.rooms import furnish
from vigil.engine.run import run
from vigil.extract.reader import NeuralReader
from vigil.ingest.archive import Archive
from vigil.ingest.items import ReadOptions
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.text import Document
from vigil.reference.tables import Reference
from vigil.store import open_store

FIRST, LAST = "2017-04-04", "2017-04-25"
TOWN = re.compile(r"(?i)\bkhan[ -]?(?:al-)?sh[ae]+[iy]?[ck]+h?[a-z]*")
GAS = re.compile(r"(?i)\b(?:chemical|gas|sarin)\b.{0,40}\b(?:attack|strike|massacre)|\battack\b.{0,40}\bsarin\b")
WANTED = 5  # outlets, by the aim
BEGIN, END = "<!-- made by bench.khan_sheikhoun -->", "<!-- end -->"


@dataclass(frozen=True, slots=True)
class Told:
    """What was made of the articles."""

    documents: dict[str, Document]
    claims: dict[str, Claim]
    events: list[Event]
    rows: dict[str, str]  # document id -> fa_kes id

    def outlets(self, event: Event) -> set[str]:
        """Outlets whose articles tell of an event."""
        return {self.documents[e.doc].outlet for e in event.evidence}


def chosen(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles on the attack, by day and id."""
    found = []
    for row in rows:
        text = f"{row['title']} {row['text']}"
        about = TOWN.search(text) or ("idlib" in text.lower() and GAS.search(text))
        if about and FIRST <= (row["date"] or "") <= LAST:
            found.append(row)
    return sorted(found, key=lambda row: (row["date"], str(row["id"])))


def follow(rows: Sequence[dict[str, Any]], folder: Path) -> Told:
    """The main job over some articles, in a folder that keeps the record."""
    source = folder / "articles.jsonl"
    lines = (
        {
            "id": str(r["id"]),
            "title": r["title"],
            "text": r["text"],
            "outlet": r["source"],
            "published": r["date"],
            "language": "en",
        }
        for r in rows
    )
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    tools = furnish(Reference.load(), NeuralReader.load(), ReadOptions(theatre="syria"))
    with open_store(folder / "khan.db") as store, Archive(folder / "khan.warc.gz") as archive:
        run([str(source)], store=store, archive=archive, tools=tools)
        view = store.view()
        documents = {document.id: document for document in view.documents()}
        by_text = {" ".join(str(row["title"]).split()): str(row["id"]) for row in rows}
        told = {d.id: by_text.get(" ".join(d.title.split()), d.key) for d in documents.values()}
        return Told(documents, {claim.id: claim for claim in view.claims()}, view.events(), told)


def main_event(told: Told) -> Event:
    """The event told by most outlets among those that a chemical claim is in, then by most claims."""
    chemical = {c.id for c in told.claims.values() if c.type == "chemical"}
    return max(
        told.events,
        key=lambda e: (
            bool(chemical & {v.claim for v in e.evidence}), len(told.outlets(e)), len(e.evidence), e.id,
        ),
    )  # fmt: skip


def where(told: Told, claim: Claim) -> str:
    """A claim as fa_kes id and offsets of its sentence."""
    return f"{told.rows[claim.doc]}[{claim.sentence[0]}:{claim.sentence[1]}]"


def shown(told: Told, event: Event, *, words: bool) -> list[str]:
    """The event for a page: ids and offsets, no text unless asked for."""
    outlets = Counter(told.documents[e.doc].outlet for e in event.evidence)
    lines = [
        f"event {event.id}: {event.type}, {event.when.codebook() if event.when else '-'}, "
        f"{event.place.name if event.place else '-'}; {event.status.value}",
        "outlets: " + ", ".join(f"{name} {count}" for name, count in sorted(outlets.items())),
        f"witnesses: {len(event.witnesses)}, of {len({w.side or w.id for w in event.witnesses})} sides",
        *(f"  {w.name} [{w.kind}, {w.side or 'no side'}] in {len(w.docs)} articles" for w in event.witnesses),
        *(f"{e.kind}: {e.low}..{e.high}, best {e.best} ({e.rule})" for e in event.estimates),
    ]
    for dispute in event.disputes:
        lines.append(f"dispute: {dispute.what}")
        for position in dispute.positions:
            at = ", ".join(where(told, told.claims[c]) for c in position.claims[:6])
            lines.append(f"  {position.value}: {', '.join(position.by)} at {at}")
            if words:
                for claim in (told.claims[c] for c in position.claims[:6]):
                    lines.append(f"      {told.documents[claim.doc].text[slice(*claim.sentence)][:160]!r}")
    return lines


def positions(event: Event, what: str) -> int:
    """How many positions the event's dispute on one thing has, 0 without one."""
    return sum(len(found.positions) for found in event.disputes if found.what == what)


def measure(*, keep: Path | None, words: bool, page: Path | None) -> list[Figure]:
    """Run, print, and count."""
    (path,) = need("fa_kes/all.jsonl.gz")
    rows = chosen(read(path))
    start = time.process_time()
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        told = follow(rows, folder)
    event = main_event(told)
    chemical = [e for e in told.events if any(told.claims[v.claim].type == "chemical" for v in e.evidence)]
    others = [f"events that hold a chemical claim: {len(chemical)}"]
    for other in sorted(chemical, key=lambda e: (-len(told.outlets(e)), -len(e.evidence), e.id))[:12]:
        others.append(f"  {other.id} {len(other.evidence)} claims, {len(told.outlets(other))} outlets: {other.gist}")
    print("\n".join(shown(told, event, words=words) + others))
    if page is not None:
        write_page(page, shown(told, event, words=False) + others)
    cost = time.process_time() - start
    return [
        Figure("khan", "articles", len(rows)),
        Figure("khan", "events that hold a chemical claim", len(chemical), 1, "the aim"),
        Figure("khan", "outlets of the event", len(told.outlets(event)), WANTED, "the aim"),
        Figure("khan", "claims of the event", len(event.evidence)),
        Figure("khan", "witnesses of the event", len(event.witnesses)),
        Figure("khan", "positions on the perpetrator", positions(event, "perpetrator"), 2, "the aim"),
        Figure("khan", "positions on the weapon", positions(event, "weapon"), 2, "the aim"),
        Figure("khan", "seconds of CPU", cost),
    ]


def write_page(page: Path, lines: Sequence[str]) -> None:
    """Put some lines between a page's marks. Raises ValueError when it has none."""
    text = page.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise ValueError(f"{page} has no {BEGIN} and {END}")
    head, tail = text.split(BEGIN)[0], text.split(END)[1]
    page.write_text(f"{head}{BEGIN}\n```text\n" + "\n".join(lines) + f"\n```\n{END}{tail}", encoding="utf-8")


def main() -> int:
    """Command line; see the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the record here")
    parser.add_argument("--words", action="store_true", help="print short evidence too")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write ids and offsets into this page")
    options = parser.parse_args()
    show(measure(keep=options.keep, words=options.words, page=options.page), options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
