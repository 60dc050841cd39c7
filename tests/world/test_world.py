"""The small world's record against its texts: what a careful person wrote down must stand in the articles, word for word."""

from __future__ import annotations

import gzip
import html
import json
import re
import zlib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from tests.world import make_binary

WORLD = Path(__file__).parent
ARTICLES = WORLD / "articles"
RECORD = yaml.safe_load((WORLD / "record.yaml").read_text(encoding="utf-8"))
EVENTS = {event["id"]: event for event in RECORD["events"]}


def text_of(doc: str) -> str:
    """The words of one document, as a plain reader sees them."""
    name, _, item = doc.partition("#")
    path = ARTICLES / name
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    words = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return str(next(post["text"] for post in map(json.loads, words.splitlines()) if post["id"] == item))
    if path.suffix == ".json":
        return str(next(post["text"] for post in json.loads(words)["messages"] if str(post["id"]) == item))
    return html.unescape(re.sub(r"<[^>]+>", "", words)) if path.suffix == ".html" else words


def quotes() -> Iterator[tuple[str, dict[str, Any]]]:
    for event in RECORD["events"]:
        for claim in event["claims"]:
            yield event["id"], claim
    for claim in RECORD["control_quotes"]:
        yield "control", claim


@pytest.mark.parametrize(("event", "claim"), list(quotes()))
def test_every_quote_stands_in_its_text(event: str, claim: dict[str, Any]) -> None:
    assert claim["quote"] in text_of(claim["doc"]), event
    assert claim.get("trigger", "") in claim["quote"]


def test_every_place_and_actor_is_in_the_pack() -> None:
    pack = WORLD / "pack"
    places = {place["id"] for place in yaml.safe_load((pack / "places.yaml").read_text("utf-8"))["places"]}
    actors = {actor["id"] for actor in yaml.safe_load((pack / "actors.yaml").read_text("utf-8"))["actors"]}
    assert {event["place"] for event in RECORD["events"] if "place" in event} | set(RECORD["control"]) <= places
    named = {name for stretches in RECORD["control"].values() for stretch in stretches for name in stretch["holders"]}
    named |= {event[role] for event in RECORD["events"] for role in ("agent", "target") if role in event}
    named |= {name for event in RECORD["events"] for name in event.get("agents", ())}
    named |= {claim["agent"] for _, claim in quotes() if "agent" in claim}
    assert named <= actors


def test_every_tie_and_parent_leads_somewhere() -> None:
    pack = WORLD / "pack"
    places = yaml.safe_load((pack / "places.yaml").read_text("utf-8"))["places"]
    actors = yaml.safe_load((pack / "actors.yaml").read_text("utf-8"))["actors"]
    ids = {actor["id"] for actor in actors}
    assert {place["parent"] for place in places if "parent" in place} <= {place["id"] for place in places}
    assert {tie["actor"] for actor in actors for tie in actor.get("ties", ())} <= ids
    shapes = {feature["id"] for name in ("coast", "areas") for feature in _features(pack / f"{name}.geojson")}
    assert {place["shape"].split(":")[1] for place in places if "shape" in place} <= shapes


def _features(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text("utf-8"))["features"])


def test_stretches_of_control_follow_each_other() -> None:
    for place, stretches in RECORD["control"].items():
        for before, after in pairwise(stretches):
            assert before["to"] == after["from"], place
        assert stretches[-1]["to"] is None
        assert all(isinstance(stretch["from"], date) for stretch in stretches)
        assert {name for stretch in stretches for name in stretch.get("by", ())} <= set(EVENTS)


def test_counts_of_files_and_documents() -> None:
    files = [path for path in ARTICLES.rglob("*") if path.is_file()]
    inside = sum(each["documents"] for each in RECORD["documents"]["containers"])
    containers, broken = len(RECORD["documents"]["containers"]), len(RECORD["documents"]["set_aside"])
    versions = len(files) - containers + inside - broken - len(RECORD["documents"]["duplicates"])
    foreign = len(RECORD["documents"]["other_languages"])
    assert RECORD["about"] == {"files": len(files), "versions": versions, "read_in_english": versions - foreign - 1}


def test_the_broken_and_the_double_file_are_what_the_record_says() -> None:
    with pytest.raises(EOFError):
        gzip.decompress((ARTICLES / RECORD["documents"]["set_aside"][0]["file"]).read_bytes())
    double = RECORD["documents"]["duplicates"][0]
    assert (ARTICLES / double["file"]).read_bytes() == (ARTICLES / double["of"]).read_bytes()


def test_the_binary_files_say_what_their_script_says() -> None:
    written = text_of("0411-open-strait-ferry.docx").splitlines()
    assert written == [make_binary.TITLE, *make_binary.PARAGRAPHS]
    readable = zlib.decompressobj(31).decompress((ARTICLES / "0422-herald-column.html.gz").read_bytes())
    page = (ARTICLES / "0421-herald-velmist.html").read_bytes().replace(b"velmist-home", b"velmist-column")
    assert readable
    assert page.startswith(readable)
