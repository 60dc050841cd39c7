"""Claims in the claims codebook's JSON form (fields and strings exactly as it says), and documents from its lines."""

from __future__ import annotations

from typing import Any

from vigil.model.claim import ROLES, Claim, Count, Mention
from vigil.model.errors import Unreadable
from vigil.model.interval import midnight
from vigil.model.text import Document, language_code


def document_of(line: dict[str, Any], number: int) -> Document:
    """A contract line ``{"doc", "published", "source", "title", "text", "sentences"}`` as a Document.

    Raises Unreadable when a field that the contract asks for is missing or of the wrong kind.
    """
    from datetime import date

    name = f"line {number}"
    text, key = line.get("text"), line.get("doc")
    if not isinstance(text, str) or key is None:
        raise Unreadable(f"{name} has no text or no doc", item=name, advice='give "doc" and "text" on every line')
    sentences = line.get("sentences") or ()
    try:
        bounds = tuple((int(start), int(end)) for start, end in sentences)
    except (OverflowError, TypeError, ValueError) as error:
        raise Unreadable(f"{name}: sentences are [start, end] pairs", item=str(key), advice="mend sentences") from error
    if any(not 0 <= start <= end <= len(text) for start, end in bounds):
        raise Unreadable(f"{name}: a sentence ends outside the text", item=str(key), advice="count in code points")
    published = None
    if isinstance(line.get("published"), str):
        try:
            day = date.fromisoformat(line["published"][:10])
            # Fillers such as 0001 and 9999 are no day of publication, and leave no room for "last week" beside them.
            published = midnight(day) if 1850 <= day.year < 2200 else None
        except ValueError:
            published = None
    return Document(
        id=str(key),
        key=str(key),
        digest="",
        text=text,
        title=str(line.get("title") or ""),
        outlet=str(line.get("source") or ""),
        published=published,
        published_precision="day" if published else "unknown",
        language=language_code(str(line.get("lang") or line.get("language") or "")),
        sentences=bounds,
    )


def to_codebook(claim: Claim) -> dict[str, Any]:
    """One claim as the codebook writes it; empty fields and defaults are left out."""
    plain: dict[str, Any] = {"s": claim.s, "trigger": claim.trigger.text, "type": claim.type}
    if claim.mode:
        plain["mode"] = claim.mode
    for role in ROLES:
        mentions = [_argument(mention) for mention in claim.of(role)]
        if mentions:
            plain[role] = mentions
    if claim.time is not None:
        plain["time"] = claim.time.text
    if claim.when is not None:
        plain["date"] = claim.when.codebook()
    if claim.counts:
        plain["counts"] = [_count(count) for count in claim.counts]
    if claim.sources:
        plain["source"] = [_argument(mention) for mention in claim.sources]
        plain["source_kind"] = claim.source_kind
    elif claim.source_kind != "none":
        plain["source_kind"] = claim.source_kind
    if claim.cue is not None:
        plain["cue"] = claim.cue.text
    if claim.stance != "asserts":
        plain["stance"] = claim.stance.value
    if claim.status != "actual":
        plain["status"] = claim.status.value
    return plain


def _argument(mention: Mention) -> str | dict[str, str]:
    if mention.means is None:
        return mention.words
    return {"t": mention.words, "is": mention.means.text}


def _count(count: Count) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "kind": count.kind,
        "text": count.span.text if count.span else "",
        "min": count.min,
        "max": count.max,
    }
    if count.who is not None:
        plain["who"] = count.who.text
    return plain
