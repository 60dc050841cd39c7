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
        "VIGIL_LLM_URL": "http://localhost:8080/v1",
        "VIGIL_LLM_MODEL": "m",
        "VIGIL_LLM_KEY": "secret",
        "VIGIL_LLM_LANGUAGES": "en, fr",
        "VIGIL_LLM_TIMEOUT": "9",
    }
    settings = Settings.from_env(env)
    assert settings.db == "x.db"
    assert settings.theatres == (Path("packs/a"), Path("packs/b"))
    assert (settings.archive, settings.index, settings.weights) == (Path("kept.warc.gz"), Path("i.sqlite"), Path("w"))
    assert settings.threads == 2
    assert (settings.llm_url, settings.llm_model, settings.llm_key) == ("http://localhost:8080/v1", "m", "secret")
    assert (settings.llm_languages, settings.llm_timeout) == (("en", "fr"), 9)
    assert "secret" not in repr(settings)


def test_defaults_and_the_archive_beside_the_record() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings().archive_path("a/r.db") == Path("a/r.db.warc.gz")
    assert Settings().archive_path("postgresql+psycopg://h/d") == Path("vigil.warc.gz")


@pytest.mark.parametrize("value", ["two", "-1", "1.5", "²"])
def test_a_wrong_number_is_misuse(value: str) -> None:
    with pytest.raises(Misuse, match="VIGIL_THREADS"):
        Settings.from_env({"VIGIL_THREADS": value})


@pytest.mark.parametrize("value", ["99999999999999999999", "86401", "9" * 5000], ids=["much", "a day", "digits"])
def test_a_number_beyond_reason_is_misuse(value: str) -> None:
    with pytest.raises(Misuse, match="VIGIL_LLM_TIMEOUT is more than 86400"):
        Settings.from_env({"VIGIL_LLM_TIMEOUT": value})
    assert Settings.from_env({"VIGIL_LLM_TIMEOUT": "0086400"}).llm_timeout == 86400


@pytest.mark.parametrize(
    "value", ["bob:hunter2@h:8080", "http://", "http://bob:hunter2@h:99999/v1", "http://hunter2[::1"]
)
def test_an_endpoint_that_is_no_address_is_misuse_and_not_shown(value: str) -> None:
    with pytest.raises(Misuse, match="VIGIL_LLM_URL") as caught:
        Settings.from_env({"VIGIL_LLM_URL": value})
    assert "hunter2" not in f"{caught.value} {caught.value.item} {caught.value.advice}"


@pytest.mark.parametrize("value", ["sk-SECRET\r", " sk-SECRET\n", "sk-SECRET"])
def test_a_key_is_stripped(value: str) -> None:
    assert Settings.from_env({"VIGIL_LLM_KEY": value}).llm_key == "sk-SECRET"


@pytest.mark.parametrize("value", ["\u201csk-SECRET\u201d", "sk-\r\nSECRET", "sk-SECRET\x00", "sk-SECRET\udcff"])
def test_a_key_that_no_header_holds_is_misuse_and_not_shown(value: str) -> None:
    with pytest.raises(Misuse, match="VIGIL_LLM_KEY") as caught:
        Settings.from_env({"VIGIL_LLM_KEY": value})
    assert "SECRET" not in f"{caught.value} {caught.value.item} {caught.value.advice}"
