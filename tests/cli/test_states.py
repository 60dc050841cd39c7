"""The commands that show what stands, on the small world's record as claims given by hand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.world.given import given
from vigil.cli.app import call
from vigil.store import open_store

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def _world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = given()
    path = tmp_path_factory.mktemp("states") / "world.db"
    names = {"pack:kelmora/highland": ("Highland district",), "pack:kelmora/a1": ("A1 highway",)}
    with open_store(path) as store, store.write() as writer:
        for document in world.documents:
            writer.put_reading(document, [c for c in world.claims if c.doc == document.id], stages="test/1")
        writer.replace_derived(world.fusion.events, world.states, {}, names=names)
    return path


@pytest.fixture
def db(_world: Path, tmp_path: Path) -> str:
    shutil.copy(_world, tmp_path / "world.db")
    return str(tmp_path / "world.db")


def shown(capsys: Capture, *words: str) -> str:
    assert call(list(words)) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert max(len(line) for line in captured.out.splitlines()) <= 80
    return captured.out


def plain(capsys: Capture, *words: str) -> Any:
    assert call([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def flat(words: str) -> str:
    return " ".join(words.split())


def test_control_on_a_day(db: str, capsys: Capture) -> None:
    found = plain(capsys, "control", "--on", "2031-04-20", "--db", db)
    holds = {row["place"]["name"]: (row["stretch"]["hold"], row["certainty"]) for row in found["places"]}
    assert holds["Velmist"] == ("held", "corroborated")
    assert holds["Quelby"] == ("divided", "one_witness")
    assert holds["Pellworth"] == ("held", "own_word")
    assert "Skerrin" not in holds
    words = flat(shown(capsys, "control", "--on", "2031-05-20", "--db", db))
    assert "Velmist contested between Free Highland 12 May 2031 contradicted Army and Kelmoran Army" in words
    assert "On 20 May 2031." in words


def test_control_without_a_day_is_that_of_the_records_end(db: str, capsys: Capture) -> None:
    assert plain(capsys, "control", "--db", db)["on"] == "2031-05-17"


def test_control_of_an_area(db: str, capsys: Capture) -> None:
    words = flat(shown(capsys, "control", "--on", "2031-05-20", "--place", "Highland district", "--db", db))
    assert "4 places on record: 2 held by Free Highland Army, 1 contested and 1 held by Red Ridge Brigade" in words
    assert "Quelby" not in words
    one = plain(capsys, "control", "--place", "Velmist", "--on", "2031-04-25", "--db", db)
    assert (one["count"], one["area"]) == (1, None)


def test_what_changed_in_a_week(db: str, capsys: Capture) -> None:
    found = plain(capsys, "control", "--changed", "2031-05-11", "2031-05-17", "--db", db)
    assert [(c["on"], c["control"]["place"]["name"]) for c in found["changes"]] == [
        ("2031-05-12", "Velmist"), ("2031-05-16", "Ostrel"), ("2031-05-17", "Ostrel"),
    ]  # fmt: skip
    words = flat(shown(capsys, "control", "--changed", "2031-05-11", "2031-05-17", "--db", db))
    assert "captured, says Free Highland Army; denied by Kelmoran Army" in words
    assert "3 changes from 11 May 2031 to 17 May 2031." in words


def test_control_as_it_was_known_then(db: str, capsys: Capture) -> None:
    then = plain(capsys, "control", "--on", "2031-05-12", "--place", "Velmist", "--known", "2031-05-12", "--db", db)
    assert then["places"][0]["stretch"]["hold"] == "held"  # the army's denial came on the next day
    now = plain(capsys, "control", "--on", "2031-05-12", "--place", "Velmist", "--db", db)
    assert now["places"][0]["stretch"]["hold"] == "contested"


def test_truces_show_terms_violations_and_denials(db: str, capsys: Capture) -> None:
    words = flat(shown(capsys, "truces", "--attacks", "--db", db))
    assert "declared 25 Apr 2031; in force from 26 Apr 2031" in words
    assert "violation alleged against Kelmoran Army, says Norrin Republic; denied by Kelmoran Army" in words
    assert "9 May 2031: restored" in words
    assert "The two sides will exchange prisoners" in words
    assert "30 Apr 2031: 1 by Norrin Republic, 1 of them denied" in words
    assert "while it stood: 30 Apr 2031 Shelling, Quelby" in words
    assert plain(capsys, "truces", "--on", "2031-04-25", "--db", db)["count"] == 0
    assert plain(capsys, "truces", "--on", "2031-04-26", "--db", db)["count"] == 1
    assert len(plain(capsys, "truces", "--known", "2031-04-29", "--db", db)["truces"][0]["steps"]) == 1


def test_displacement_lists_and_adds_up(db: str, capsys: Capture) -> None:
    words = flat(shown(capsys, "displacement", "--db", db))
    assert "3,500 to 6,000 people fled from Velmist to Pellworth (the number is disputed)" in words
    assert "1,800 to 2,400 people returned to Quelby" in words
    found = plain(capsys, "displacement", "--by", "month", "--db", db)
    assert [(row["start"], row["low"], row["high"]) for row in found["flow"]] == [("2031-04-01", 3500, 6000)]
    assert [(row["start"], row["low"], row["high"]) for row in found["return"]] == [("2031-05-01", 1800, 2400)]
    assert found["stock"] == []
    assert "Fled, by week" in shown(capsys, "displacement", "--by", "week", "--place", "Pellworth", "--db", db)


def test_forces_relations_and_aid(db: str, capsys: Capture) -> None:
    words = flat(shown(capsys, "forces", "--actor", "Norrin", "--db", db))
    assert "16 May 2031: Norrin Army left Ostrel" in words
    assert "1 move." in words
    words = flat(shown(capsys, "relations", "--db", db))
    assert "Free Highland Army broke with Red Ridge Brigade · 5 May 2031 · 1 event" in words
    assert plain(capsys, "relations", "--kind", "fights", "--actor", "Red Ridge", "--db", db)["count"] == 1
    words = flat(shown(capsys, "aid", "--on", "2031-04-20", "--db", db))
    assert "17 Apr 2031: blocked by Kelmoran Army, Brennock" in words
    assert "Brennock: blocked since 17 Apr 2031" in words
    assert plain(capsys, "aid", "--db", db)["access"][0]["state"] == "open"


@pytest.mark.parametrize("command", ["truces", "displacement", "forces", "relations", "aid", "control"])
def test_an_empty_record_says_so(command: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "empty.db"
    with open_store(path):
        pass
    assert len(shown(capsys, command, "--db", str(path)).splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (["control", "--on", "May"], "--on is no day"),
        (["control", "--changed", "2031-05-17", "2031-05-01"], "ends before it begins"),
        (["displacement", "--by", "year"], "--by knows no 'year'"),
        (["relations", "--kind", "loves"], "--kind knows no 'loves'"),
        (["truces", "--known", "now"], "--known is no day"),
    ],
)
def test_misuse_is_named(words: list[str], wrong: str, db: str, capsys: Capture) -> None:
    assert call([*words, "--db", db]) == 2
    assert wrong in capsys.readouterr().err
