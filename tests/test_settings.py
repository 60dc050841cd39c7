"""Settings come from the environment and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vigil.model.errors import Misuse
from vigil.settings import Settings


def test_every_variable_is_read() -> None:
    env = {
        "VIGIL_DB": "x.db",
        "VIGIL_ARCHIVE": "kept.warc.gz",
        "VIGIL_THEATRES": os.pathsep.join(["packs/a", "", "packs/b"]),
        "VIGIL_INDEX": "i.sqlite",
        "VIGIL_WEIGHTS": "w",
        "VIGIL_THREADS": "2",
    }
    settings = Settings.from_env(env)
    assert settings.db == "x.db"
    assert settings.theatres == (Path("packs/a"), Path("packs/b"))
    assert (settings.archive, settings.index, settings.weights) == (Path("kept.warc.gz"), Path("i.sqlite"), Path("w"))
    assert settings.threads == 2


def test_defaults_and_the_archive_beside_the_record() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings().archive_path("a/r.db") == Path("a/r.db.warc.gz")
    assert Settings().archive_path("postgresql+psycopg://h/d") == Path("vigil.warc.gz")


@pytest.mark.parametrize("value", ["two", "-1", "1.5", "²"])
def test_a_wrong_number_is_misuse(value: str) -> None:
    with pytest.raises(Misuse, match="VIGIL_THREADS"):
        Settings.from_env({"VIGIL_THREADS": value})
