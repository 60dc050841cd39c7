# ruff: noqa: E501 - tables of cases read better in one line each
from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.ingest.encoding import decode
from vigil.ingest.language import classify, identify, normal
from vigil.ingest.page import parse
from vigil.model.errors import Unreadable

from .helpers import item

RUSSIAN = "Во вторник на рынок города Вельм упали снаряды, погибли четыре человека, сообщил мэр по местному радио."
ARABIC = "سقطت قذائف على سوق المدينة يوم الثلاثاء مما أسفر عن مقتل أربعة أشخاص، حسبما قال رئيس البلدية للإذاعة المحلية."
FRENCH = "Des obus sont tombés mardi sur le marché, tuant quatre personnes, a déclaré le maire à la radio de l’île."
ENGLISH = (
    "Shells fell on the market – killing four, the mayor said. “They knew who was there,” he told the island’s radio."
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (ARABIC, "cp1256"), (FRENCH, "cp1252"), (ENGLISH, "cp1252"),
        (RUSSIAN, "utf-8"), (ARABIC, "utf-8-sig"), (ENGLISH, "utf-16"), (ENGLISH, "utf-16-le"), (ENGLISH, "utf-16-be"),
        (RUSSIAN, "utf-16"), (ARABIC, "utf-32"),
    ],
)  # fmt: skip
def test_text_comes_back_whatever_it_was_saved_in(text: str, encoding: str) -> None:
    document, notes = parse(item(text.encode(encoding)))
    assert document.text == text
    assert bool(notes) == encoding.startswith(("cp", "koi"))


def test_the_declared_charset_goes_before_a_guess() -> None:
    page = f"<html><head><meta charset='windows-1251'></head><body><article><p>{RUSSIAN}</p></article></body></html>"
    document, notes = parse(item(page.encode("cp1251"), "text/html"))
    assert document.text == RUSSIAN
    assert notes == ()


def test_a_wrong_declared_charset_does_not_spoil_utf8() -> None:
    assert decode(RUSSIAN.encode(), declared="latin-1", item="x")[0] == RUSSIAN


def test_undecodable_bytes_are_unreadable() -> None:
    with pytest.raises(Unreadable, match=r"utf-16 at byte|valid utf-16"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8\x00", item="x")
    with pytest.raises(Unreadable, match="encoding cannot be told"):
        decode(bytes(range(0x80, 0x100)) * 5, item="x")


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_utf8_text_is_changed_only_in_line_ends_and_controls(text: str) -> None:
    try:
        found, _ = decode(text.encode(), item="x")
    except Unreadable:
        return  # mostly control characters
    kept = [char for char in found if char not in "\n\r\ufeff"]
    assert kept == [char for char in kept if char in text]


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_clear_error(data: bytes) -> None:
    try:
        text, _ = decode(data, item="x")
    except Unreadable as error:
        assert error.advice  # noqa: PT017 - either outcome is right
    else:
        assert "\0" not in text


@pytest.mark.parametrize(
    ("text", "prior", "language"),
    [
        (RUSSIAN, "", "ru"), (ARABIC, "", "ar"), (FRENCH, "", "fr"), (ENGLISH, "", "en"), ("Обстрел рынка в городе и эвакуация", "", "ru"),
        ("", "", "zxx"), ("12 / 34 : 56", "en", "zxx"), (ARABIC, "en", "ar"), ("Velm", "en-GB", "en"), ("Velm", "Arabic", "ar"),
        ("Velm", "und", ""), (ENGLISH, "und", "en"),
    ],
)  # fmt: skip
def test_languages(text: str, prior: str, language: str) -> None:
    assert identify(text, prior) == language


def test_labels() -> None:
    assert [normal(label) for label in ("en-GB", "English", "arz", "ar_SY", "", "x", "und")] == [
        "en",
        "en",
        "ar",
        "ar",
        "",
        "",
        "",
    ]
    assert classify("") == ("zxx", 1.0)
