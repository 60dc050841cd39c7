"""Speakers of two clauses stay apart, and a "not" within somebody's account is no denial."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from tests.fuse.builders import _mention, article, claim
from vigil.extract.whose import denied, parted
from vigil.model.claim import Claim, Mention, Stance
from vigil.model.text import Document


def read(doc: Document, trigger: str, cue: str, sources: list[str], **fields) -> Claim:
    """A claim with all of its sentence's speakers, as pass two gives them."""
    made = claim(doc, trigger, "takeover", **fields)
    start = doc.text.index(cue)
    spoken = tuple(_mention(doc, made.sentence, "source", words) for words in sources)
    return replace(made, cue=doc.span(start, start + len(cue)), sources=spoken)


def speakers(text: str, sources: list[str], *acts: tuple[str, str]) -> list[list[str]]:
    doc = article("gull", text)
    claims = [read(doc, trigger, cue, sources) for trigger, cue in acts]
    return [[source.words for source in found.sources] for found in parted(claims, doc.text)]


@pytest.mark.parametrize(
    "text",
    [
        "The front says that it took Velm and the army denies having lost the town",
        "The front says that it took Velm while the army, on the radio, denies having lost the town",
    ],
)
def test_two_clauses_have_a_speaker_each(text: str):
    assert speakers(text, ["front", "army"], ("took", "says"), ("lost", "denies")) == [["front"], ["army"]]


def test_the_speaker_may_follow():
    text = "The bridge was blown up, the mayor said, but the garrison holds it, state radio reported"
    found = speakers(text, ["mayor", "state radio"], ("blown up", "said"), ("holds", "reported"))
    assert found == [["mayor"], ["state radio"]]


@pytest.mark.parametrize(
    "text",
    [
        "The monitor says that the front took Velm and that the army denies having lost the town",
        "The monitor says that the army, which took Velm, denies having lost the town",
    ],
)
def test_who_says_both_stays_behind_the_one_who_says_the_inner(text: str):
    assert speakers(text, ["monitor", "army"], ("took", "says"), ("lost", "denies"))[1] == ["army", "monitor"]


def test_two_who_say_one_thing_stay():
    text = "The front took Velm, residents and a monitor said, and hung a flag there"
    found = speakers(text, ["residents", "monitor"], ("took", "said"), ("hung", "said"))
    assert found == [["residents", "monitor"]] * 2


TWICE = "The Lamp group claimed responsibility for the attack: we have burnt the depot, said Oran Tarl, its spokesman"


def twice() -> list[list[str]]:
    """Speakers of two acts whose word of saying was read with one end and with another."""
    acts = ("attack", "claimed responsibility"), ("burnt", "claimed")
    return speakers(TWICE, ["Lamp group", "Oran Tarl"], *acts)


def test_a_word_of_saying_read_with_two_ends_is_one():
    assert twice() == [["Lamp group", "Oran Tarl"]] * 2


def test_a_word_of_saying_read_with_two_ends_still_parts_clauses():
    acts = ("took", "says"), ("shelled", "denies"), ("lost", "denies having")
    text = "The front says that it took Velm and the army denies having shelled or lost the town"
    assert speakers(text, ["front", "army"], *acts) == [["front"], ["army"], ["army"]]


@pytest.mark.parametrize("seed", ["1", "2", "3", "4"])
def test_speakers_are_the_same_in_every_process(seed: str):
    # The order of a set of spans hangs on the seed of their texts' hash, which is another in each process.
    command = [sys.executable, "-c", "from tests.extract.test_whose import twice; print(twice())"]
    made = subprocess.run(
        command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
    )
    assert made.stdout.strip() == str(twice())


def bare(text: str, trigger: str, speaker: str, agent: str) -> Stance:
    """The stance of what was read as a denial in a sentence without speaker and cue."""
    doc = article("gull", text)
    at = text.index(speaker)
    meant = Mention(role="source", span=None, means=doc.span(at, at + len(speaker)))
    read_so = replace(claim(doc, trigger, "airstrike", agent=agent), sources=(meant,), stance=Stance.DENIES)
    return denied(read_so).stance


def test_a_not_in_a_bystanders_account_is_no_denial():
    text = "The army bombed Velm. I was weighing fish, said Ada Renn. Then there was no wall any more"
    assert bare(text, "wall", "Ada Renn", "army") is Stance.ASSERTS


def test_a_bystander_names_no_doer_whom_their_words_leave_out():
    doc = article("gull", "The army bombed Velm. I was weighing fish, said Ada Renn. Then there was no wall any more")
    left_out = Mention(role="agent", span=None, means=doc.span(4, 8))
    meant = Mention(role="source", span=None, means=doc.span(doc.text.index("Ada"), doc.text.index("Ada") + 8))
    told = claim(doc, "wall", "airstrike", stance=Stance.DENIES)
    assert denied(replace(told, sources=(meant,), arguments=(left_out,))).arguments == ()


@pytest.mark.parametrize("agent", ["We", "Northern jets"])
def test_who_answers_for_an_act_of_their_own_denies_it(agent: str):
    text = f"Ask them, said a spokesman of the Northern army. {agent} have not bombed Velm"
    assert bare(text, "bombed", "spokesman of the Northern army", agent) is Stance.DENIES


def test_a_denial_in_so_many_words_stays():
    doc = article("gull", "Ada Renn denied that Velm was bombed")
    said = read(doc, "bombed", "denied", ["Ada Renn"], stance=Stance.DENIES)
    assert denied(said) == said
