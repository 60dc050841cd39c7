"""Copies made from texts whose licences allow it: cut, reordered, re-headlined, partly paraphrased, numbers changed, mixed.

Texts: ``meantime_en`` and ``gum_open`` news and interviews (Wikinews, CC BY), ``re3d`` without the BBC (government and
military releases, Wikipedia). A third of them are hosts, which appear only with a passage of another text in them.
Two releases of one pattern are among them and must stay two; but a text that holds a passage of another text by nature is
neither host nor donor. Everything is drawn from one seed; nothing is kept on disk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from zlib import crc32

from bench.gold import GOLD, need, read
from bench.paraphrase import paraphrase
from vigil.extract.sentences import split
from vigil.model.text import Document

WORDS = 100  # shorter texts give copies of three sentences, which nobody would call articles
PASSAGE = 40  # words of a passage, at least
START = datetime(2030, 1, 1, 6, tzinfo=UTC)
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(?![\w.,]*\d)")


@dataclass(frozen=True, slots=True)
class Made:
    """A made document. ``base`` is the text it copies as a whole ("" none), ``passage`` the stretch that is ``donor``'s."""

    document: Document
    kind: str
    base: str = ""
    donor: str = ""
    passage: tuple[int, int] = (0, 0)


def texts(part: str) -> list[tuple[str, list[str]]]:
    """(id, sentences) of the texts of one part, "dev" or "test": halves by a checksum of the id. Sorted by id."""
    need("meantime_en/all.jsonl", "gum_open/train.jsonl.gz", "re3d/train.jsonl")
    rows = [(f"meantime/{row['id']}", row["text"]) for row in read(GOLD / "meantime_en/all.jsonl")]
    rows += [
        (f"gum/{row['id']}", row["text"])
        for row in read(GOLD / "gum_open/train.jsonl.gz")
        if row["genre"] in ("news", "interview")
    ]
    rows += [
        (f"re3d/{row['id']}", row["text"]) for row in read(GOLD / "re3d/train.jsonl") if row["source"] != "BBC Online"
    ]
    found = []
    for name, text in sorted(rows):
        if crc32(name.encode()) % 2 == ("dev", "test").index(part) and len(text.split()) >= WORDS:
            whole = document(name, text, 0, "Wire")
            found.append((name, [text[a:b].strip() for a, b in whole.sentences if text[a:b].strip()]))
    return found


def document(name: str, text: str, day: int, outlet: str, title: str = "") -> Document:
    """A text as a document of some day and outlet, its sentences found."""
    when = START + timedelta(days=day)
    return split(
        Document(
            id=name, key=name, digest="", text=text, title=title, outlet=outlet, published=when, language="en",
            published_precision="day",
        )
    )  # fmt: skip


Change = Callable[[list[str], Random], list[str]]


def cut(parts: list[str], rng: Random) -> list[str]:
    """The head and one later stretch left out: two thirds to four fifths are kept, as a desk does for length."""
    drop = max(1, round(len(parts) * rng.uniform(0.2, 0.34)))
    at = rng.randrange(1, max(2, len(parts) - drop + 1))
    return parts[:at] + parts[at + drop :]


def halved(parts: list[str], _: Random) -> list[str]:
    """The first half only: the inverted pyramid cut from below."""
    return parts[: max(3, len(parts) // 2)]


def reordered(parts: list[str], rng: Random) -> list[str]:
    """The lead kept, the other sentences shuffled."""
    rest = parts[1:]
    rng.shuffle(rest)
    return parts[:1] + rest


def reheadlined(parts: list[str], rng: Random) -> list[str]:
    """Another headline made of words of the text, a byline, and the first sentence told in other words."""
    words = rng.sample([w for part in parts for w in part.split() if w.isalpha()], 7)
    return [" ".join(words).capitalize() + ".", "By our own staff.", paraphrase(parts[0], rng), *parts[1:]]


def third(parts: list[str], rng: Random) -> list[str]:
    """A third of the sentences paraphrased, rounded up."""
    chosen = set(rng.sample(range(len(parts)), -(-len(parts) // 3)))
    return [paraphrase(part, rng) if n in chosen else part for n, part in enumerate(parts)]


def renumbered(parts: list[str], rng: Random) -> list[str]:
    """Every number in digits changed, years too."""
    return [_NUMBER.sub(lambda m: str(int(m[1].replace(",", "")) + rng.randint(1, 9)), part) for part in parts]


def mixed(parts: list[str], rng: Random) -> list[str]:
    """Cut, a third paraphrased, the rest shuffled, re-headlined, numbers changed: all at once."""
    return reheadlined(renumbered(reordered(third(cut(parts, rng), rng), rng), rng), rng)


CHANGES: dict[str, Change] = {
    "cut": cut, "halved": halved, "reordered": reordered, "re-headlined": reheadlined, "a third paraphrased": third,
    "numbers changed": renumbered, "all at once": mixed,
}  # fmt: skip


def make(part: str, seed: int = 7) -> list[Made]:
    """The originals, one copy of each by every change, and the hosts with their passages."""
    rng = Random(f"{seed}/{part}")
    rows = texts(part)
    rng.shuffle(rows)
    unlike = _unlike(rows)
    hosts = [row for n, row in enumerate(rows) if n % 3 == 2 and row[0] in unlike]
    bases = [row for n, row in enumerate(rows) if n % 3 != 2]
    made = []
    for number, (name, parts) in enumerate(bases):
        text = " ".join(parts)
        made.append(Made(document(name, text, number % 60, "Wire"), "original"))
        for kind, change in CHANGES.items():
            outlet, later = f"Paper {rng.randint(1, 9)}", number % 60 + rng.randint(0, 2)
            copy = document(f"{name}#{kind}", " ".join(change(list(parts), rng)), later, outlet)
            # Later on the same day: an original goes before its copies, whatever their ids.
            when = copy.published + timedelta(hours=rng.randint(1, 15)) if copy.published else None
            made.append(Made(replace(copy, published=when, published_precision="second"), kind, base=name))
    donors = [row for row in bases if row[0] in unlike]
    made += [_host(row, donors, rng, edited=n % 2 == 1) for n, row in enumerate(hosts)]
    return made


def _unlike(rows: Sequence[tuple[str, list[str]]]) -> set[str]:
    """Texts that share fewer than ten runs of eight words with every other text: the others hold passages already."""
    runs: dict[str, set[str]] = {}
    for name, parts in rows:
        words = " ".join(parts).lower().split()
        runs[name] = {" ".join(words[i : i + 8]) for i in range(len(words) - 7)}
    return {one for one in runs if all(len(runs[one] & runs[two]) < 10 for two in runs if two != one)}


def _host(row: tuple[str, list[str]], bases: Sequence[tuple[str, list[str]]], rng: Random, *, edited: bool) -> Made:
    """A text with a passage of a text of another collection or topic in it; ``edited``: numbers and some words changed."""
    name, parts = row
    topic = name.rsplit("/", 1)[0]
    donor, theirs = rng.choice([base for base in bases if base[0].rsplit("/", 1)[0] != topic])
    first = rng.randrange(max(1, len(theirs) - 4))
    passage: list[str] = []
    for sentence in theirs[first:]:
        passage.append(sentence)
        if sum(len(s.split()) for s in passage) >= PASSAGE:
            break
    if edited:
        passage = renumbered(passage, rng)
        passage[-1] = paraphrase(passage[-1], rng) if len(passage) > 2 else passage[-1]
    at = rng.randrange(1, len(parts))
    head, inside = " ".join(parts[:at]) + " ", " ".join(passage)
    text = head + inside + " " + " ".join(parts[at:])
    kind = "passage, edited" if edited else "passage"
    made = document(f"{name}<{donor}#{rng.randrange(10**6)}", text, 70, "Paper 10")
    return Made(made, kind, donor=donor, passage=(len(head), len(head) + len(inside)))
