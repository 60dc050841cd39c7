from __future__ import annotations

import json

import pytest

from vigil.cli.app import call

Capture = pytest.CaptureFixture[str]


def shown(capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert call(list(arguments)) == code
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def flat(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ([], 3),
        (["--type", "airstrike"], 1),
        (["--actor", "Tarn Front"], 1),
        (["--place", "Velm"], 1),
        (["--since", "2031-05-04"], 1),
        (["--until", "2031-05-03"], 1),
        (["--status", "announced"], 1),
        (["--type", "siege"], 0),
    ],
)
def test_events_are_filtered(db: str, capsys: Capture, filters: list[str], found: int) -> None:
    answer = json.loads(shown(capsys, "events", *filters, "--db", db, "--json"))
    assert answer["count"] == len(answer["events"]) == found


def test_events_read_as_a_list(db: str, capsys: Capture) -> None:
    words = shown(capsys, "events", "--db", db)
    assert max(len(line) for line in words.splitlines()) <= 80
    assert "Airstrike, Velm – Orsan Army" in flat(words)
    assert "9 to 21 killed" in flat(words)
    assert "disputed (2)" in flat(words)
    assert "ev_aaaaaa" in words


def test_an_event_is_shown_whole_in_80_columns_without_colour(db: str, capsys: Capture) -> None:
    words = shown(capsys, "event", "ev_aa", "--db", db)
    assert max(len(line) for line in words.splitlines()) <= 80
    assert "\x1b" not in words
    told = flat(words)
    assert "THEY DISAGREE ABOUT HOW MANY KILLED" in told
    assert "FOR 3 statements" in told
    assert "AGAINST 1 statement" in told
    assert "_Army jets_ **bombed** _the market in Velm_ _on Friday_, killing _21_ people" in told
    assert "The army (Orsan Army) denied it" in told
    assert "copy of Harbour Times: no witness of its own" in told
    assert "Orsan Army (military, a party to it, in 1 article)" in told
    assert "best guess 21" in told


def test_positions_stand_side_by_side(db: str, capsys: Capture) -> None:
    lines = shown(capsys, "event", "ev_aa", "--db", db).splitlines()
    assert any("according to Orsan Army" in line and "according to Old Tom" in line for line in lines)


def test_an_event_as_json(db: str, capsys: Capture) -> None:
    answer = json.loads(shown(capsys, "event", "ev_aa", "--db", db, "--json"))
    assert [told["claim"]["id"] for told in answer["for"]] == ["c-d1", "c-d2b", "c-d3"]
    assert answer["for"][2]["copy_of"] == "d1"
    assert answer["against"][0]["stance"] == "denies"
    assert answer["event"]["disputes"][0]["what"] == "killed"


def test_an_unknown_event_is_misuse(db: str, capsys: Capture) -> None:
    assert call(["event", "zz", "--db", db]) == 2
    assert "vigil events lists the ids" in capsys.readouterr().err.replace("Vigil", "vigil")


def test_places_tell_who_held_it_when(db: str, capsys: Capture) -> None:
    words = flat(shown(capsys, "places", "velm", "--db", db))
    assert "before the record – 2 May 2031: held by Orsan Army" in words
    assert "2 May 2031 – 6 May 2031: contested between Orsan Army and Tarn Front" in words
    answer = json.loads(shown(capsys, "places", "velm", "--db", db, "--json"))
    assert len(answer["control"]["stretches"]) == 3
    assert json.loads(shown(capsys, "places", "elsewhere", "--db", db, "--json"))["control"] is None


def test_disputes_are_listed(db: str, capsys: Capture) -> None:
    assert "1 disputed event(s)" in shown(capsys, "disputes", "--db", db)
    answer = json.loads(shown(capsys, "disputes", "--db", db, "--json"))
    assert answer["disputes"][0]["event"] == "ev_aaaaaaaaaaaaaaaa"


def test_search_finds_words_and_says_on_which_event_they_bear(db: str, capsys: Capture) -> None:
    words = flat(shown(capsys, "search", "gas blast", "--db", db))
    assert "Orsa Radio, 5 May 2031" in words
    assert json.loads(shown(capsys, "search", "zebra", "--db", db, "--json")) == {
        "query": "zebra",
        "count": 0,
        "hits": [],
    }


def test_issues_say_what_and_how_to_mend_it(db: str, capsys: Capture) -> None:
    words = flat(shown(capsys, "issues", "--db", db))
    assert "file:x.pdf: its bytes are damaged fetch it again" in words
    assert json.loads(shown(capsys, "issues", "--db", db, "--json"))["issues"][0]["item"] == "file:x.pdf"


def test_unknown_groups_are_listed(db: str, capsys: Capture) -> None:
    answer = json.loads(shown(capsys, "unknown", "--db", db, "--json"))
    assert answer["count"] == len(answer["groups"])
    assert "group" in shown(capsys, "unknown", "--db", db)


def test_why_weighs_every_claim_and_names_what_came_near(db: str, capsys: Capture) -> None:
    answer = json.loads(shown(capsys, "event", "ev_aa", "--why", "--db", db, "--json"))
    bonds = answer["why"]["inside"] + answer["why"]["near_misses"]
    assert bonds
    for bond in bonds:
        assert bond["log_odds"] == pytest.approx(sum(p["value"] * p["weight"] for p in bond["parts"]), abs=0.02)
        assert {"feature": "bias"}.items() <= min(bond["parts"], key=lambda p: p["feature"] != "bias").items()
    words = shown(capsys, "event", "ev_aa", "--why", "--db", db)
    assert max(len(line) for line in words.splitlines()) <= 80
    assert "WHY THESE ARE ONE EVENT" in words
    assert "CLOSEST OF WHAT IS NOT IN IT" in words
