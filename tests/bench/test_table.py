"""Figures survive being written, and say when they are under their anchor."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import all as bench_all
from bench.table import Figure, lines, markdown, read, write

FIGURES = [Figure("one", "plain", 0.5), Figure("two", "with an anchor", 0.61, 0.7, "somebody's | other texts")]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write(FIGURES, tmp_path / "figures.json")
    assert read(tmp_path / "figures.json") == FIGURES


def test_an_unknown_field_is_refused(tmp_path: Path) -> None:
    (tmp_path / "figures.json").write_text('[{"bench": "a", "name": "b", "value": 1, "colour": "red"}]', "utf-8")
    with pytest.raises(TypeError):
        read(tmp_path / "figures.json")


@pytest.mark.parametrize(("value", "under"), [(0.6994, True), (0.6996, False), (0.7, False)])
def test_under_is_judged_as_it_is_shown(value: float, under: bool) -> None:
    assert lines([Figure("a", "b", value, 0.7)])[-1].endswith("UNDER") is under


def test_the_page_has_one_row_a_figure_with_its_command() -> None:
    rows = markdown([("python -m bench.x", FIGURES)])
    assert len(rows) == 2 + len(FIGURES)
    assert rows[-1] == "| two | with an anchor | 0.610 | 0.700 | somebody's \\| other texts | `python -m bench.x` |"


def test_a_page_names_no_folder_of_the_gold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_all, "GOLD", Path("/somewhere/gold"))
    assert bench_all.shown(("bench.x", "/somewhere/gold/a.jsonl")) == "python -m bench.x GOLD/a.jsonl"


def test_one_that_fails_and_one_without_data_do_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"bench.bad": (3, []), "bench.empty": (0, []), "bench.good": (0, FIGURES)}
    monkeypatch.setattr(bench_all, "BENCHES", tuple((name,) for name in answers))
    monkeypatch.setattr(bench_all, "run", lambda words: answers[words[0]])
    monkeypatch.setattr("sys.argv", ["all", "--out", str(tmp_path / "deep" / "table.md")])
    assert bench_all.main() == 1
    page = (tmp_path / "deep" / "table.md").read_text("utf-8")
    assert "`python -m bench.bad` failed with exit code 3." in page
    assert "`python -m bench.empty` gave no figures" in page
    assert "| one | plain | 0.500 |" in page


def test_only_those_named_are_measured_and_types_is_event_types(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_all, "run", lambda words: (0, FIGURES))
    monkeypatch.setattr("sys.argv", ["all", "--out", str(tmp_path / "table.md"), "--only", "types", "dates"])
    assert bench_all.main() == 0
    page = (tmp_path / "table.md").read_text("utf-8")
    assert {name for name in map(bench_all.named, bench_all.BENCHES) if f"bench.{name} " in page} == {
        "event_types",
        "dates",
    }


def test_a_name_of_no_benchmark_is_refused_and_the_table_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "table.md").write_text("as it was", "utf-8")
    monkeypatch.setattr("sys.argv", ["all", "--out", str(tmp_path / "table.md"), "--only", "dates", "nonsense"])
    with pytest.raises(SystemExit) as left:
        bench_all.main()
    assert left.value.code == 2
    shown = capsys.readouterr().err
    assert "nonsense" in shown
    assert all(name in shown for name in map(bench_all.named, bench_all.BENCHES))
    assert (tmp_path / "table.md").read_text("utf-8") == "as it was"
