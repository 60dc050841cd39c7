"""Claims in a short form that people write by hand, and the checks that keep it true to the codebook.

A file holds documents. A document begins with ``@``; a line that begins with ``>`` is one of its sentences (only in texts
written for the project: texts of the gold sets come from there); a line that begins with a sentence number is a claim:

    @ w-gazette-001 | 2023-04-11 | The Gazette | Shells fall on Ostrel
    > On Monday, a war monitor reported that Russian air strikes killed five civilians in Jabal al-Zawiya.
    0|air strikes|airstrike|ag=Russian|tg=civilians|pl=Jabal al-Zawiya|so=war monitor|sk=monitor|cue=reported

After the trigger and the type come fields, each as often as needed: ``m`` mode, ``ag`` agent, ``tg`` target, ``pl`` place,
``fr`` from, ``in`` instrument, ``so`` source (innermost first), ``sk`` source kind, ``cue``, ``ti`` time, ``n`` a count as
kind:number words:whom, ``st`` stance, ``ss`` status. ``they>Syrian rebels`` gives the words of the sentence and what they
mean; ``>Russia`` an argument that the sentence leaves out. What is plain (asserts, actual, none) is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from vigil.extract import quantities
from vigil.model.claim import COUNT_KINDS, MODES, SOURCE_KINDS, TYPES, Stance, Status

ROLES = {"ag": "agent", "tg": "target", "pl": "place", "fr": "from", "in": "instrument", "so": "source"}
SINGLE = {"m": "mode", "sk": "source_kind", "cue": "cue", "ti": "time", "st": "stance", "ss": "status"}
ALLOWED = {
    "source_kind": set(SOURCE_KINDS),
    "stance": {stance.value for stance in Stance},
    "status": {status.value for status in Status},
}


@dataclass
class Terse:
    """One document of a file: its header words, its own sentences (may be empty), and claim lines with line numbers."""

    head: list[str]
    sentences: list[str] = field(default_factory=list)
    claims: list[tuple[int, str]] = field(default_factory=list)


def parse(text: str) -> Iterator[Terse]:
    """Documents of a file, in order. Empty lines and lines that begin with ``#`` are skipped."""
    doc: Terse | None = None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            if doc is not None:
                yield doc
            doc = Terse([part.strip() for part in line[1:].split("|")])
        elif doc is None:
            raise ValueError(f"line {number}: a document must begin with @")
        elif line.startswith(">"):
            doc.sentences.append(line[1:].strip())
        else:
            doc.claims.append((number, line))
    if doc is not None:
        yield doc


def claim_of(line: str, sentences: list[str], text: str) -> tuple[dict[str, Any], list[str]]:
    """One claim line as a claim of the codebook, and what is wrong with it (nothing: an empty list)."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) < 3 or not parts[0].isdigit() or int(parts[0]) >= len(sentences):
        return {}, [f"needs sentence number|trigger|type, number under {len(sentences)}"]
    claim: dict[str, Any] = {"s": int(parts[0]), "trigger": parts[1], "type": parts[2]}
    sentence, wrong = sentences[claim["s"]], []
    if not parts[1] or parts[1] not in sentence:
        wrong.append(f"trigger {parts[1]!r} is not in sentence {parts[0]}")
    if claim["type"] not in TYPES:
        wrong.append(f"type {claim['type']!r} is not one of the codebook's")
    for part in parts[3:]:
        key, _, value = part.partition("=")
        if key in ROLES:
            words, sign, meaning = (word.strip() for word in value.partition(">"))
            if words not in sentence:
                wrong.append(f"{key}: {words!r} is not in sentence {parts[0]}")
            if sign and meaning not in text:
                wrong.append(f"{key}: {meaning!r} is nowhere in the document")
            if not (words or meaning):
                wrong.append(f"{key}: empty")
            claim.setdefault(ROLES[key], []).append({"t": words, "is": meaning} if sign else words)
        elif key in SINGLE:
            name = SINGLE[key]
            if name in ("cue", "time") and value not in sentence:
                wrong.append(f"{key}: {value!r} is not in sentence {parts[0]}")
            if name in ALLOWED and value not in ALLOWED[name]:
                wrong.append(f"{key}: {value!r} is not one of {sorted(ALLOWED[name])}")
            claim[name] = value
        elif key == "n":
            claim.setdefault("counts", []).append(_count(value, sentence, wrong))
        else:
            wrong.append(f"unknown field {key!r}")
    modes = MODES.get(claim["type"], ())
    if modes and claim.get("mode") not in modes:
        wrong.append(f"{claim['type']} needs m= one of {sorted(modes)}")
    if not modes and claim.get("mode"):
        wrong.append(f"{claim['type']} has no mode")
    if claim.get("source") and claim.get("source_kind", "none") == "none":
        wrong.append("a source needs sk=")
    return claim, wrong


def _count(value: str, sentence: str, wrong: list[str]) -> dict[str, Any]:
    kind, words, who = ([*(part.strip() for part in value.split(":")), "", ""])[:3]
    if kind not in COUNT_KINDS:
        wrong.append(f"n: {kind!r} is not one of {sorted(COUNT_KINDS)}")
    for part in (words, who):
        if part not in sentence:
            wrong.append(f"n: {part!r} is not in the sentence")
    bounds = quantities.parse(words)
    if bounds is None:
        wrong.append(f"n: {words!r} is not read as a number (leave 'a soldier' and the like uncounted)")
    low, high = bounds or (None, None)
    return {"kind": kind, "text": words, "min": low, "max": high} | ({"who": who} if who else {})


def written(doc: Terse) -> tuple[dict[str, Any], list[str]]:
    """A document with its own sentences as a line of a claim set, and what is wrong with it."""
    head = [*doc.head, "", "", ""]
    text, bounds = "", []
    for sentence in doc.sentences:
        start = len(text) + (1 if text else 0)
        text = f"{text} {sentence}" if text else sentence
        bounds.append([start, len(text)])
    claims, wrong = [], []
    for number, line in doc.claims:
        claim, bad = claim_of(line, doc.sentences, text)
        wrong += [f"line {number}: {problem}" for problem in bad]
        if not bad:
            claims.append(claim)
    made = {"doc": head[0], "published": head[1], "source": head[2], "title": head[3], "text": text}
    return made | {"sentences": bounds, "claims": sorted(claims, key=lambda c: c["s"])}, wrong


def coded(doc: Terse, line: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """A gold set's text (a claim-set line without claims) with the claims written for it, and what is wrong."""
    sentences = [line["text"][a:b] for a, b in line["sentences"]]
    claims, wrong = [], []
    for number, words in doc.claims:
        claim, bad = claim_of(words, sentences, line["text"])
        wrong += [f"line {number}: {problem}" for problem in bad]
        if not bad:
            claims.append(claim)
    return line | {"claims": sorted(claims, key=lambda c: c["s"])}, wrong


def terse_of(claim: dict[str, Any]) -> str:
    """A claim of the codebook as a line of the short form."""
    parts = [str(claim["s"]), claim["trigger"], claim["type"]]
    if claim.get("mode"):
        parts.append(f"m={claim['mode']}")
    for key, role in ROLES.items():
        for argument in claim.get(role, []):
            parts.append(f"{key}={argument if isinstance(argument, str) else argument['t'] + '>' + argument['is']}")
    for count in claim.get("counts", []):
        parts.append(f"n={count['kind']}:{count['text']}" + (f":{count['who']}" if count.get("who") else ""))
    for key, name in SINGLE.items():
        value = claim.get(name) or ""
        if name != "mode" and value not in ("", "asserts", "actual", "none"):
            parts.append(f"{key}={value}")
    return "|".join(parts)
