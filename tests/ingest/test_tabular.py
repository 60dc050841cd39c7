# ruff: noqa: E501 - tables of cases read better in one line each
from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from vigil.ingest.feeds import read
from vigil.ingest.items import ReadOptions
from vigil.ingest.page import parse

from .helpers import STORY, split


def test_common_names_are_understood(tmp_path: Path) -> None:
    record = {
        "doc": "n1", "headline": "Shells fall", "content": STORY, "date": "2031-05-06", "source": "Hill Times",
        "link": "https://hill.example/1", "lang": "en", "authors": ["Ann Lee", "Bo Kim"],
    }  # fmt: skip
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    (item,), _ = split(read(str(tmp_path / "a.jsonl")))
    document, _ = parse(item)
    assert item.key == "file:a.jsonl#n1"
    assert (document.title, document.text, document.outlet) == ("Shells fall", STORY, "Hill Times")
    assert (document.byline, document.url, document.published_precision) == (
        "Ann Lee, Bo Kim",
        "https://hill.example/1",
        "day",
    )


def test_a_field_map_names_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("nr;x,story,when\n7,Shells fell on Velm.,2031-05-06\n".replace("nr;x", "nr"))
    options = ReadOptions(field_map={"id": "nr", "text": "story", "published": "when"}, outlet="Hill Times")
    (item,), bad = split(read(str(tmp_path / "a.csv"), options))
    document, _ = parse(item)
    assert not bad
    assert (item.key, document.text, document.outlet) == ("file:a.csv#7", "Shells fell on Velm.", "Hill Times")
    _, bad = split(read(str(tmp_path / "a.csv")))
    assert "field map" in bad[0].advice


def test_bad_lines_are_set_aside_by_number(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "One."}',
        "{broken",
        "[1, 2]",
        '{"id": "d"}',
        "",
        '{"id": "f", "text": "Six."}',
        '{"id": "g", "text": "\\ud800"}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    items, bad = split(read(str(tmp_path / "a.jsonl")))
    assert [item.key for item in items] == ["file:a.jsonl#a", "file:a.jsonl#f"]
    assert [error.item for error in bad] == [f"file:a.jsonl#{name}" for name in ("2", "3", "d", "7")]
    assert all(error.advice for error in bad)


def test_csv_rows_of_the_wrong_width_and_an_open_quote(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,text\n1,One.\n2,Two,more\n3,"Three, quoted\nover lines."\n4,"open\n')
    items, bad = split(read(str(tmp_path / "a.csv")))
    assert [parse(item)[0].text for item in items] == ["One.", "Three, quoted\nover lines."]
    assert [error.item for error in bad] == ["file:a.csv#2", "file:a.csv"]


def test_csv_in_other_encodings_and_tabs(tmp_path: Path) -> None:
    text = "id\ttext\n1\tВо вторник на рынок города упали снаряды, погибли четыре человека.\n2\tАрмия отрицает обстрел города.\n"
    (tmp_path / "a.tsv").write_bytes(text.encode("cp1251"))
    (tmp_path / "b.tsv").write_bytes(text.encode("utf-16"))
    (tmp_path / "c.csv").write_bytes(text.replace("\t", ",").replace("снаряды,", "снаряды").encode("utf-8-sig"))
    items, bad = split(read(str(tmp_path)))
    assert not bad
    assert [item.key for item in items] == [
        f"file:{name}#{row}" for name in ("a.tsv", "b.tsv", "c.csv") for row in (1, 2)
    ]
    assert len({parse(item)[0].text.replace("снаряды,", "снаряды") for item in items}) == 2


def test_fields_longer_than_the_csv_modules_own_limit(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,text\n1,{'shells fell ' * 20_000}\n")
    items, bad = split(read(str(tmp_path / "a.csv")))
    assert len(items) == 1
    assert not bad


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.text(alphabet=st.characters(blacklist_categories=("C",)), min_size=1).filter(str.strip),
        min_size=1,
        max_size=5,
    )
)
@example(["0\u2028"])
def test_rows_written_by_csv_come_back(tmp_path: Path, texts: list[str]) -> None:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "text"])
    writer.writerows([str(number), text] for number, text in enumerate(texts))
    (tmp_path / "a.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    items, bad = split(read(str(tmp_path / "a.csv")))
    assert not bad
    assert [json.loads(item.payload)["text"] for item in items] == texts


def test_the_line_itself_is_the_payload(tmp_path: Path) -> None:
    line = '{"text": "One.",   "id": "a", "extra": [1, 2]}'
    (tmp_path / "a.jsonl").write_text(line + "\r\n")
    (item,), _ = split(read(str(tmp_path / "a.jsonl")))
    assert item.payload == line.encode()
