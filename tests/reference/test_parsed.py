"""The table of parsed YAML says what the files say, or nothing."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from vigil.reference import packs, parsed


def _fresh(file: Path) -> Any:
    return packs.load_yaml(file, fresh=True)


def _files(folder: Path, **contents: str) -> list[Path]:
    made = []
    for name, text in contents.items():
        made.append(folder / f"{name}.yaml")
        made[-1].write_text(text, encoding="utf-8")
    return made


def test_every_shipped_file_comes_back_as_it_is_parsed(tmp_path: Path) -> None:
    files, table = packs.built_in_files(), tmp_path / "parsed.json"
    assert len(files) > 30
    assert parsed.build(files, _fresh, table) == len(files)
    for file in files:
        assert parsed.known(file.read_bytes(), table) == _fresh(file)


def test_the_table_is_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    files = _files(tmp_path, one="a: 1\n", two="b: [x, 2.0, true]\n")
    parsed.build(files, _fresh, tmp_path / "t1")
    parsed.build(files[::-1], _fresh, tmp_path / "t2")
    assert (tmp_path / "t1").read_bytes() == (tmp_path / "t2").read_bytes()


def test_dates_stay_dates_and_what_json_cannot_say_is_left_to_be_parsed(tmp_path: Path) -> None:
    day, moment, numbered = _files(
        tmp_path, day="start: 2014-09-22\n", moment="at: 2014-09-22T10:00:00Z\n", numbered="1: one\n"
    )
    table = tmp_path / "parsed.json"
    assert isinstance(yaml.safe_load(moment.read_text())["at"], datetime)
    assert parsed.build([day, moment, numbered], _fresh, table) == 1
    assert parsed.known(day.read_bytes(), table) == {"start": date(2014, 9, 22)}
    assert parsed.known(moment.read_bytes(), table) is None
    assert parsed.known(numbered.read_bytes(), table) is None


def test_each_caller_has_a_value_of_its_own(tmp_path: Path) -> None:
    (file,) = _files(tmp_path, one="names: [a]\n")
    table = tmp_path / "parsed.json"
    parsed.build([file], _fresh, table)
    parsed.known(file.read_bytes(), table)["names"].append("b")
    assert parsed.known(file.read_bytes(), table) == {"names": ["a"]}


def test_a_changed_file_an_absent_table_and_a_damaged_one_give_nothing(tmp_path: Path) -> None:
    (file,) = _files(tmp_path, one="names: [a]\n")
    table = tmp_path / "parsed.json"
    assert parsed.known(file.read_bytes(), table) is None
    parsed.build([file], _fresh, table)
    assert parsed.known(b"names: [b]\n", table) is None
    damaged = tmp_path / "damaged.json"
    damaged.write_text(table.read_text(encoding="utf-8")[:-4] + "\n", encoding="utf-8")
    assert parsed.known(file.read_bytes(), damaged) is None
