"""The short form of annotation: what it says, what it refuses, and that all texts written for the project keep to it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from training.annotate.standoff import pack, texts_of, unpack, written_lines
from training.annotate.terse import claim_of, parse, terse_of, written

WRITTEN = Path(__file__).parents[2] / "training/data/written"
FILE = """\
@ w-1 | 2024-05-07 | The Gazette | Shells fall
> The Third Brigade shelled Ostrel on Monday, killing five people, a monitor said.
0|shelled|shelling|ag=Third Brigade|pl=Ostrel|ti=on Monday|n=killed:five:people|so=monitor|sk=monitor|cue=said
> It denied the attack.
1|attack|shelling|ag=It>Third Brigade|pl=>Ostrel|so=It>Third Brigade|sk=military|cue=denied|st=denies
"""


def test_a_document_becomes_a_line_of_a_claim_set() -> None:
    (doc,) = parse(FILE)
    line, wrong = written(doc)
    assert wrong == []
    assert [line["text"][a:b] for a, b in line["sentences"]] == doc.sentences
    first, second = line["claims"]
    assert first["counts"] == [{"kind": "killed", "text": "five", "min": 5, "max": 5, "who": "people"}]
    assert (second["stance"], second["agent"], second["place"]) == (
        "denies",
        [{"t": "It", "is": "Third Brigade"}],
        [{"t": "", "is": "Ostrel"}],
    )
    assert claim_of(terse_of(first), doc.sentences, line["text"]) == (first, [])


def test_offsets_give_the_words_again() -> None:
    (doc,) = parse(FILE.replace("w-1", "re3d:w-1"))
    line, _ = written(doc)
    again = unpack(pack(line), line["text"], "re3d")
    assert again["sentences"] == line["sentences"]
    for told, kept in zip(line["claims"], again["claims"], strict=True):
        assert {k: v for k, v in kept.items() if k != "counts"} == {k: v for k, v in told.items() if k != "counts"}


def test_rows_that_are_sentences_are_joined_to_their_document(tmp_path: Path) -> None:
    rows = [("w-1-0001", "One."), ("w-1-0002", "Two."), ("w-2-0001", "Three.")]
    (tmp_path / "uds_factuality").mkdir()
    lines = "\n".join(json.dumps({"id": name, "sent_id": name, "text": text}) for name, text in rows)
    (tmp_path / "uds_factuality/train.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    assert texts_of("ewt", tmp_path) == {"w-1": "One.\nTwo.", "w-2": "Three."}


@pytest.mark.parametrize(
    ("claim", "problem"),
    [
        ("0|bombed|shelling", "trigger"),
        ("0|shelled|shooting", "type"),
        ("0|shelled|shelling|ag=Fourth Brigade", "not in sentence"),
        ("0|shelled|shelling|ag=>Fourth Brigade", "nowhere in the document"),
        ("0|shelled|shelling|n=killed:people:five", "not read as a number"),
        ("0|shelled|shelling|m=captured", "has no mode"),
        ("0|shelled|takeover", "needs m="),
        ("0|shelled|shelling|so=monitor", "needs sk="),
        ("0|shelled|shelling|st=perhaps", "st"),
        ("7|shelled|shelling", "number under"),
    ],
)
def test_what_breaks_the_codebook_is_named(claim: str, problem: str) -> None:
    (doc,) = parse(FILE)
    _, wrong = claim_of(claim, doc.sentences, " ".join(doc.sentences))
    assert any(problem in words for words in wrong), wrong


def test_all_texts_written_for_the_project_keep_to_the_codebook() -> None:
    lines = [line for path in sorted(WRITTEN.glob("*.txt")) for line in written_lines(path)]
    assert len({line["doc"] for line in lines}) == len(lines) > 400
    assert sum(len(line["claims"]) for line in lines) > 5000
