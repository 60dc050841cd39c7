"""Each kind of zone with lines that are one, and sentences of a story that only look like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.ingest.agencies import agency_named, find_credit, find_dateline
from vigil.ingest.zones import mark
from vigil.model.text import ZoneKind as Z

BEFORE = "Shells fell on the market of Velm on Tuesday, the mayor said."
AFTER = "The army denied that it had fired on the town."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: A. Lee/NewsCo", Z.CAPTION),
        ("FILE PHOTO: Smoke rises over Velm in April.", Z.CAPTION),
        ("Smoke rises over the port of Velm. [Photo: Ann Lee]", Z.CAPTION),
        ("A woman carries water through Velm, May 6. REUTERS/Ann Lee", Z.CAPTION),
        ("Фото: Анна Ли / НьюсКо", Z.CAPTION),
        ("صورة: دخان فوق الميناء", Z.CAPTION),
        ("READ MORE: Truce talks stall in Orsa City", Z.READ_MORE),
        ("Related", Z.READ_MORE),
        ("Read more", Z.READ_MORE),
        ("Also read: Who holds the hills?", Z.READ_MORE),
        ("Читайте также: переговоры зашли в тупик", Z.READ_MORE),
        ("اقرأ أيضا: محادثات الهدنة", Z.READ_MORE),
        ("Lire aussi : la trêve tient", Z.READ_MORE),
        ("Ayrıca bkz: ateşkes görüşmeleri", Z.READ_MORE),
        ("Share this article on Facebook", Z.SHARE),
        ("Share", Z.SHARE),
        ("Facebook Twitter WhatsApp Email", Z.SHARE),
        ("Facebook | Twitter | Print", Z.SHARE),
        ("Поделиться", Z.SHARE),
        ("Partager sur Facebook", Z.SHARE),
        ("3 min read", Z.READING_TIME),
        ("Reading time: 4 minutes", Z.READING_TIME),
        ("Время чтения: 3 мин.", Z.READING_TIME),
        ("مدة القراءة: ٣ دقائق", Z.READING_TIME),
        ("This article was automatically translated from Arabic.", Z.TRANSLATION_NOTICE),
        ("[Machine translation]", Z.TRANSLATION_NOTICE),
        ("Translated from Arabic by the newsroom", Z.TRANSLATION_NOTICE),
        ("Перевод выполнен автоматически", Z.TRANSLATION_NOTICE),
        ("Updated: 7 May 2031, 09:15", Z.UPDATED_STAMP),
        ("Last updated on May 7, 2031 at 9:15 a.m.", Z.UPDATED_STAMP),
        ("Published 6 May 2031", Z.UPDATED_STAMP),
        ("Обновлено: 7 мая 2031, 09:15", Z.UPDATED_STAMP),
        ("آخر تحديث: 7 مايو 2031", Z.UPDATED_STAMP),
        ("Correction: An earlier report said five people had died; the number is four.", Z.CORRECTION),
        ("An earlier version of this article misstated the name of the mayor.", Z.CORRECTION),
        ("Исправление: погибли четыре человека, а не пять.", Z.CORRECTION),
        ("(Reporting by Ann Lee; editing by Bo Kim)", Z.CREDIT),
        ("Reporting by Ann Lee in Velm; Editing by Bo Kim", Z.CREDIT),
        ("Source: AFP", Z.CREDIT),
        ("With AFP", Z.CREDIT),
        ("Agencies", Z.CREDIT),
        ("By Ann Lee and Bo Kim", Z.CREDIT),
        ("© 2031 Hill Times", Z.BOILERPLATE),
        ("Copyright 2031 Hill Times. All rights reserved.", Z.BOILERPLATE),
        ("Sign up for our morning newsletter", Z.BOILERPLATE),
        ("Advertisement", Z.BOILERPLATE),
        ("Все права защищены", Z.BOILERPLATE),
    ],
)
def test_lines_that_are_zones(line: str, kind: Z) -> None:
    text = f"{BEFORE}\n{line}\n{AFTER}"
    zones = [(zone.kind, text[zone.start : zone.end]) for zone in mark(text).zones]
    assert zones == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "A photo shared by residents shows smoke over the market.",
        "A photo: proof of the shelling, the rebels said, and a lie, the army said.",
        "They share a border with the rebels and share the blame for the strike.",
        "Share prices fell in Orsa City after the shelling of the port.",
        "Facebook removed the rebels' page, the company said.",
        "Read more than one account of the battle and they differ, the monitor said.",
        "Related fighting was reported north of Velm, where six soldiers died.",
        "Watch towers along the road were shelled on Monday.",
        "It took the ambulances 30 minutes to reach the dead.",
        "The truce lasted 20 minutes.",
        "The minister was updated on the attack at 5 p.m. on Tuesday.",
        "Published accounts of the massacre differ on the number of dead.",
        "The general issued an order on 6 May 2031 to leave the town.",
        "Translated into numbers, the siege has cost 400 lives.",
        "The correction of the border was demanded by the rebels.",
        "Source: a commander who asked not to be named, and who said that the army had left the town in the night.",
        "Source close to the governor said the army had left.",
        "With rebels at the gates, the army left Velm on Friday.",
        "By Tuesday the army had left Velm.",
        "By the time help came, nine people had died.",
        "Agencies suspended aid to the town after the attack.",
        "Advertisements for the army hang over the square.",
        "Clarification was sought by the monitor, but the army did not answer.",
        "Sources in Velm said four people died.",
        "An earlier version of the truce had failed within a day.",
        "The army (left) and the rebels - both were blamed.",
    ],
)
def test_sentences_of_the_story_are_not_marked(line: str) -> None:
    assert mark(f"{BEFORE}\n{line}\n{AFTER}").zones == ()


@pytest.mark.parametrize(
    ("text", "place", "agency", "rest"),
    [
        ("BEIRUT (Reuters) - Shells fell.", "BEIRUT", "Reuters", "Shells fell."),
        ("DAMASCUS, 27 August (SANA) - Shells fell.", "DAMASCUS", "SANA", "Shells fell."),
        ("VELM, Orsa, May 6 (NewsCo) -- Shells fell.", "VELM, Orsa", "NewsCo", "Shells fell."),
        ("Orsa City/NewsCo — Shells fell.", "Orsa City", "NewsCo", "Shells fell."),
        ("Paris (AFP) – Des obus sont tombés.", "Paris", "AFP", "Des obus sont tombés."),
        ("(Reuters) - Shells fell.", "", "Reuters", "Shells fell."),
        ("BEIRUT/VELM (Reuters) - Shells fell.", "BEIRUT/VELM", "Reuters", "Shells fell."),
        ("GENEVA, 27 August - Shells fell.", "GENEVA", "", "Shells fell."),
        ("МОСКВА, 27 авг - РИА Новости. Обстрелян рынок.", "МОСКВА", "RIA Novosti", "Обстрелян рынок."),
        ("МОСКВА, 27 августа. /ТАСС/. Обстрелян рынок.", "МОСКВА", "TASS", "Обстрелян рынок."),
        ("بيروت (رويترز) - سقطت قذائف", "بيروت", "Reuters", "سقطت قذائف"),
        ("دمشق-سانا سقطت قذائف", "دمشق", "SANA", "سقطت قذائف"),
        ("سارنهولت - استعاد الجيش البلدة", "سارنهولت", "", "استعاد الجيش البلدة"),
        ("ANKARA (AA) - Pazara havan düştü.", "ANKARA", "Anadolu", "Pazara havan düştü."),
    ],
)
def test_datelines(text: str, place: str, agency: str, rest: str) -> None:
    marks = mark(text)
    assert (marks.dateline, marks.agency) == (place, agency)
    (zone,) = marks.zones
    assert zone.kind is Z.DATELINE
    assert text[zone.end :].strip() == rest


@pytest.mark.parametrize(
    "line",
    [
        "The commander (left) - a man of few words - said nothing.",
        "Rebels (and their allies) - said the army - had fled.",
        "The market of Velm - the largest on the island - was hit.",
        "UN officials - who asked not to be named - blamed the army.",
        "Shells fell on Velm (population 900) - again.",
        "Four dead and/or missing - that is all the army would say.",
        "NATO-led forces left Velm.",
    ],
)
def test_sentences_that_open_like_datelines(line: str) -> None:
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    ("text", "agency", "byline"),
    [
        (f"{BEFORE} (Reporting by Ann Lee; Editing by Bo Kim)", "", "Ann Lee"),
        (f"{BEFORE} (Reporting by Ann Lee for Reuters)", "Reuters", "Ann Lee for Reuters"),
        (f"{BEFORE} - REUTERS", "Reuters", ""),
        (f"{BEFORE}\nSource: AFP", "AFP", ""),
        (f"{BEFORE}\nSource: Orsa News Agency", "Orsa News Agency", ""),
        (f"{BEFORE}\nSource: Ministry of Defence", "", ""),
        (f"{BEFORE}\nWith AFP", "AFP", ""),
        (f"{BEFORE}\nAgencies", "agencies", ""),
        (f"{BEFORE}\nالمصدر: رويترز", "Reuters", ""),
        (f"By Ann Lee\n{BEFORE}", "", "Ann Lee"),
    ],
)
def test_credits(text: str, agency: str, byline: str) -> None:
    marks = mark(text)
    assert (marks.agency, marks.byline) == (agency, byline)


def test_agency_words() -> None:
    assert agency_named("AP and Reuters") == "AP"
    assert agency_named("the army") == ""
    assert find_credit("The AP building was hit by shells.") == ""


def test_machine_translation_is_told_from_a_translators_credit() -> None:
    assert mark(f"{BEFORE}\nThis text is machine translated.").machine_translated
    assert not mark(f"{BEFORE}\nTranslated from Arabic by the newsroom").machine_translated


def test_structure_goes_before_patterns() -> None:
    text = f"{BEFORE}\nSmoke over the port\n{AFTER}"
    (zone,) = mark(text, [("Smoke over the port", Z.CAPTION)]).zones
    assert (zone.kind, text[zone.start : zone.end]) == (Z.CAPTION, "Smoke over the port")


@given(st.text(max_size=400))
def test_zones_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for zone in mark(text).zones:
        assert end <= zone.start < zone.end <= len(text)
        end = zone.end


def test_marking_stays_quick_on_hostile_lines() -> None:
    import time

    start = time.monotonic()
    for line in (
        "(" * 20_000,
        "By A " * 5_000,
        "Reporting by " * 3_000,
        "Facebook " * 5_000 + "!",
        "Orsa " * 5_000 + "(",
        "а " * 9_000,
    ):
        mark(line)
    assert time.monotonic() - start < 2
