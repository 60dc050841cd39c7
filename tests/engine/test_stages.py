"""The list of stages and its check."""

from __future__ import annotations

import pytest

from tests.fakes import tools
from vigil.engine.stages import DOCUMENT_STAGES, RECORD_STAGES, check, key_of, table
from vigil.model.errors import BadReference


def test_the_list_holds_together() -> None:
    check()


def test_check_names_what_is_missing() -> None:
    without_dates = tuple(stage for stage in DOCUMENT_STAGES if stage.name != "dates")
    with pytest.raises(BadReference, match=r"actors needs claims\.when"):
        check(without_dates, RECORD_STAGES)


def test_check_refuses_one_name_twice() -> None:
    with pytest.raises(BadReference, match="two stages"):
        check((*DOCUMENT_STAGES, DOCUMENT_STAGES[-1]), RECORD_STAGES)


def test_key_changes_with_the_reader_and_the_reference() -> None:
    keys = {key_of(tools()), key_of(tools("2")), key_of(tools(reference="abc"))}
    assert len(keys) == 3


def test_table_has_a_line_for_every_stage() -> None:
    assert len(table().splitlines()) == 2 + len(DOCUMENT_STAGES) + len(RECORD_STAGES)
