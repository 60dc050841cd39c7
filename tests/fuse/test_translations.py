"""Reports in languages that nobody reads are linked to what they translate, by names and numbers in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fuse.builders import Outlet, article
from vigil.fuse.copies.outlets import Outlets
from vigil.fuse.copies.syndication import origins
from vigil.fuse.copies.translations import bones, compare, marks, translations

ENGLISH = (
    "Shells fell on Velmist and Quelby before dawn, Rami Haddad of the Orsa Monitor said. At 04:40 the first of 26 rounds "
    "hit the bakery of Dorvane Street. By noon 14 bodies lay in the clinic of Pellworth, said Ilun Dasar, and 37 people had "
    "been brought to Sarnholt. General Hallam said that his guns at Brennock had not fired"
)
RUSSIAN = (
    "Снаряды упали на Велмист и Квелби до рассвета, сообщил Рами Хаддад из Орса Монитор. В 04:40 первый из 26 снарядов "
    "попал в пекарню на улице Дорвейн. К полудню 14 тел лежали в клинике Пеллворт, рассказал Илун Дасар, и 37 человек "
    "привезли в Сарнхольт. Генерал Халлам заявил, что его орудия в Бренноке не стреляли"
)
ARABIC = (
    "سقطت قذائف على فلميست وكويلبي قبل الفجر، قال رامي حداد من مرصد أورسا. وفي الساعة ٠٤:٤٠ أصابت أولى ٢٦ قذيفة مخبز "
    "شارع دورفان. وعند الظهر كانت ١٤ جثة في عيادة بلورث، قال إيلون داسار، ونقل ٣٧ شخصا إلى سارنهولت. "
    "وقال الجنرال هالام إن مدافعه في برينوك لم تطلق النار"
)
OTHER = (
    "Келморская армия обвинила Норрин в нарушении перемирия в Квелби. Генерал Халлам сказал, что 9 снарядов упали на южный "
    "берег. В Сарнхольте прошли похороны. Петра Лунд из Ганнерика назвала это ложью и показала список из 18 имен"
)
NONE = Outlets({})


def test_a_name_has_the_same_bones_in_every_script():
    assert bones("Velmist") == bones("Велмист") == bones("فلميست") != ""
    assert bones("Sarnholt") == bones("سارنهولت") != ""
    assert bones("Al") == ""


@pytest.mark.parametrize(("text", "language"), [(RUSSIAN, "ru"), (ARABIC, "ar")])
def test_a_translation_is_linked_to_its_original(text: str, language: str):
    first = replace(article("a", ENGLISH), language="en")
    later = replace(article("b", text, day="2031-03-06"), language=language)
    found = origins([later, first], NONE).origins
    assert found["b"].doc == "a"
    assert found["b"].why.reason.startswith("a translation")


@pytest.mark.parametrize(("day", "language"), [("2031-03-20", "ru"), ("2031-03-06", ""), ("2031-03-06", "en")])
def test_no_translation_weeks_later_in_an_unknown_or_the_same_language(day: str, language: str):
    first = replace(article("a", ENGLISH), language="en")
    assert translations([first, replace(article("b", RUSSIAN, day=day), language=language)]) == {}


def test_another_report_of_the_same_places_is_no_translation():
    first = replace(article("a", ENGLISH), language="en")
    other = replace(article("b", OTHER, day="2031-03-06"), language="ru")
    assert origins([first, other], NONE).origins["b"].doc == "b"
    assert compare(marks(first), marks(other)) is None


def test_a_translation_of_a_copy_leads_to_the_agencys_text():
    wire = replace(article("w", ENGLISH, outlet="Isle Press"), language="en")
    copy = replace(article("c", ENGLISH, agency="Isle Press"), language="en")
    russian = replace(article("r", RUSSIAN, day="2031-03-06"), language="ru")
    outlets = Outlets({"Isle Press": Outlet("isle-press", "agency")})
    found = origins([russian, copy, wire], outlets).origins
    assert {doc: origin.doc for doc, origin in found.items()} == {"w": "w", "c": "w", "r": "w"}
