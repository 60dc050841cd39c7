"""``vigil review`` and ``vigil account`` on a record: decide, see it take effect, take it back; accounts."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.fakes import FakeClock, article, tools, write_articles
from vigil.cli.app import call
from vigil.engine.run import run
from vigil.ingest.archive import Archive
from vigil.store import open_store

Capture = pytest.CaptureFixture[str]
VELM = (
    "Residents spoke of shelling in Velm by the Tarn Guards in the morning, 3 killed, and of closed roads to the coast."
)


@pytest.fixture
def war(tmp_path: Path) -> str:
    """A record of a dozen articles, read by the fake reader; some tell of a place that is in no gazetteer."""
    lost = [
        article(20 + n, words=f"There was shelling in Nowhere{n} that night, {n + 2} killed, it said.")
        for n in range(6)
    ]
    source = write_articles(tmp_path / "a.jsonl", [*(article(n) for n in range(5)), article(7, words=VELM), *lost])
    with open_store(tmp_path / "own.db") as store, Archive(tmp_path / "own.db.warc.gz") as archive:
        run([source], store=store, archive=archive, tools=tools(), clock=FakeClock())
    return str(tmp_path / "own.db")


def answer(capsys: Capture, *arguments: str, code: int = 0) -> dict[str, object]:
    assert call([*arguments, "--json"]) == code
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def refusal(capsys: Capture, *arguments: str) -> str:
    assert call(list(arguments)) == 2
    return capsys.readouterr().err


def shelling(db: str) -> str:
    view = open_store(db).view()
    return next(c.id for c in view.claims() if view.document(c.doc).text == VELM)  # type: ignore[union-attr]


def event_of(db: str, claim: str) -> object:
    view = open_store(db).view()
    found = view.events_of_claim(claim)
    return view.event(found[0]) if found else None


def test_a_correction_takes_effect_is_logged_and_is_undone(war: str, capsys: Capture) -> None:
    claim = shelling(war)
    before = event_of(war, claim)
    made = answer(
        capsys, "review", "should-read", claim, "killed", "8", "--user", "ana", "--reason", "eight", "--db", war
    )
    (row,) = made["decisions"]  # type: ignore[misc]
    assert [(e.low, e.high) for e in event_of(war, claim).estimates] == [(8, 8)]  # type: ignore[attr-defined]
    assert answer(capsys, "review", "log", "--db", war)["count"] == 1
    assert answer(capsys, "review", "undo", row["id"], "--user", "ana", "--db", war) == {"taken_back": [row["id"]]}
    assert event_of(war, claim) == before
    (logged,) = answer(capsys, "review", "log", "--db", war)["decisions"]  # type: ignore[misc]
    assert logged["deleted_at"]
    assert "no decision" in refusal(capsys, "review", "undo", row["id"], "--db", war)
    assert call(["verify", "--db", war]) == 0


def test_reject_merge_split_and_disprove(war: str, capsys: Capture) -> None:
    view = open_store(war).view()
    one, other = [e for e in view.events() if e.type == "shelling"][:2]
    merged = answer(capsys, "review", "same", one.id, other.id, "--user", "ana", "--db", war)["decisions"]
    (whole,) = {e for r in merged for e in view.events_of_claim(r["left"])}  # type: ignore[attr-defined]
    going = other.evidence[0].claim
    call(["review", "not-same", going, "--event", whole, "--user", "ana", "--db", war])
    assert view.events_of_claim(going) != view.events_of_claim(one.evidence[0].claim)
    call(["review", "disprove", view.events_of_claim(going)[0], "--user", "ana", "--db", war])
    assert event_of(war, going).status.value == "disproved"  # type: ignore[attr-defined]
    call(["review", "reject", going, "--user", "ana", "--db", war])
    assert event_of(war, going) is None
    capsys.readouterr()
    assert call(["review", "log", "--db", war]) == 0
    words = capsys.readouterr().out
    assert all(word in words for word in ("ana same", "ana not same", "ana disproved", "ana reject"))
    assert call(["events", "--db", war]) == 0


def test_with_later_nothing_is_made_anew_until_the_next_decision(war: str, capsys: Capture) -> None:
    claim = shelling(war)
    before = event_of(war, claim)
    call(["review", "should-read", claim, "killed", "8", "--later", "--db", war])
    assert event_of(war, claim) == before
    call(["review", "accept", claim, "--db", war])
    assert event_of(war, claim) != before


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["accept", "nobody"], "vigil review queue"),
        (["should-read", "CLAIM", "colour", "red"], "type, mode, stance"),
        (["should-read", "CLAIM", "stance", "maybe"], "asserts, denies, declines"),
        (["same", "CLAIM", "CLAIM"], "Name two claims"),
        (["not-same", "CLAIM"], "vigil review not-same C1 C2"),
        (["not-same", "CLAIM", "--event", "nowhere"], "vigil events for the ids"),
        (["disprove", "ev_"], "vigil events for the ids"),
        (["undo", "de_0"], "vigil review log"),
        (["skip", "q_0"], "vigil review queue"),
    ],
)
def test_what_cannot_be_is_refused_with_the_mend(war: str, capsys: Capture, arguments: list[str], advice: str) -> None:
    claim = shelling(war)
    words = refusal(capsys, "review", *[claim if part == "CLAIM" else part for part in arguments], "--db", war)
    assert advice in words
    assert open_store(war).view().decisions() == []


def test_a_skipped_question_comes_last_for_that_person_alone(war: str, capsys: Capture) -> None:
    first = answer(capsys, "review", "queue", "-n", "0", "--user", "ana", "--db", war)["questions"]
    assert len(first) > 1  # type: ignore[arg-type]
    call(["review", "skip", first[0]["id"], "--user", "ana", "--db", war])  # type: ignore[index]
    capsys.readouterr()
    again = answer(capsys, "review", "queue", "-n", "0", "--user", "ana", "--db", war)["questions"]
    assert again[-1]["id"] == first[0]["id"]  # type: ignore[index]
    other = answer(capsys, "review", "queue", "-n", "0", "--user", "ben", "--db", war)["questions"]
    assert [q["id"] for q in other] == [q["id"] for q in first]  # type: ignore[attr-defined]
    assert call(["review", "queue", "--user", "ana", "-n", "0", "--db", war]) == 0
    words = capsys.readouterr().out
    assert "(put off)" in words
    assert max(map(len, words.splitlines())) <= 80


def typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(words + "\n"))


def test_accounts_are_made_listed_changed_and_shut_out(
    war: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "kettle orbit lantern seven"
    typed(monkeypatch, secret)
    assert answer(capsys, "account", "add", "olena", "--role", "admin", "--db", war)["role"] == "admin"
    typed(monkeypatch, secret)
    assert "already" in refusal(capsys, "account", "add", "olena", "--db", war)
    typed(monkeypatch, "short")
    assert "12 to 256" in refusal(capsys, "account", "add", "ben", "--db", war)
    assert "no role" in refusal(capsys, "account", "role", "olena", "king", "--db", war)
    assert "last admin" in refusal(capsys, "account", "disable", "olena", "--db", war)
    typed(monkeypatch, secret)
    call(["account", "add", "ben", "--db", war])
    call(["account", "role", "ben", "editor", "--db", war])
    typed(monkeypatch, secret + " more")
    call(["account", "password", "ben", "--db", war])
    call(["account", "disable", "ben", "--db", war])
    capsys.readouterr()
    assert call(["account", "list", "--db", war]) == 0
    words = capsys.readouterr().out
    assert "ben  editor" in words
    assert "shut out" in words
    assert "2 account(s)" in words
    assert call(["verify", "--db", war]) == 0
    assert secret.encode() not in b"".join(path.read_bytes() for path in Path(war).parent.glob("own.db*"))
