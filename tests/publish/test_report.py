from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tests.publish import made
from vigil.model.issue import Level
from vigil.publish.dossier import open_dossier
from vigil.publish.report import render, told_twice

COAST = {"type": "Polygon", "coordinates": [[[12.0, 41.0], [13.0, 41.0], [13.0, 42.0], [12.0, 42.0], [12.0, 41.0]]]}


def page(**more: object) -> str:
    return render(made.record(), issues=[made.issue(), made.issue(level=Level.INFO)], title="Orsa", **more)  # type: ignore[arg-type]


def words_of(html: str) -> str:
    return " ".join(
        " ".join(etree.fromstring(html.replace("<!DOCTYPE html>\n", "").strip().encode()).itertext()).split()
    )


def test_the_page_is_well_formed() -> None:
    html = page(coast=COAST)
    root = etree.fromstring(html[html.index("<html") :].encode())
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = {element.get("href")[1:] for element in root.iter("a") if element.get("href", "").startswith("#")}
    assert links <= set(ids)


def test_fetched_words_come_out_as_words() -> None:
    record = made.record()
    bad = made.ATTACKS
    record.made_documents[0] = replace(
        record.made_documents[0], outlet=bad, url="javascript:alert(1)", title='" onmouseover="x'
    )
    event = record.made_events[0]
    record.made_events[0] = replace(
        event,
        status_reason=bad,
        place=replace(made.VELM, name=bad),
        agents=(replace(made.ARMY, name=bad),),
        witnesses=tuple(replace(witness, name=bad) for witness in event.witnesses),
        disputes=tuple(
            replace(d, positions=tuple(replace(p, value=bad, by=(bad,)) for p in d.positions)) for d in event.disputes
        ),
    )
    html = render(record, issues=[made.issue(item=bad, message=bad)], title=bad)
    root = etree.fromstring(html[html.index("<html") :].encode())
    assert not list(root.iter("script", "img", "iframe", "object", "embed"))
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert "javascript:" not in html
    assert "&lt;script&gt;" in html


def test_the_page_loads_nothing() -> None:
    html = page(coast=COAST)
    root = etree.fromstring(html[html.index("<html") :].encode())
    assert not list(root.iter("script", "link", "img", "iframe", "source", "image", "use"))
    assert not [element for element in root.iter() if element.get("src") or element.get("srcset")]
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html
    outward = {element.get("href") for element in root.iter("a") if not element.get("href", "").startswith("#")}
    assert outward == {"https://example.org/velm"}


def test_both_sides_stand_side_by_side_with_their_words() -> None:
    html = page()
    words = words_of(html)
    assert "They disagree about how many killed 9 according to Orsan Army" in words
    assert "21 according to Old Tom Army jets bombed the market" in words
    assert "<mark>bombed</mark>" in html
    assert "denied it" in words
    assert "Same words, so not counted again: Daily Copy , 5 May 2031" in words


def test_the_head_counts_what_is_there() -> None:
    words = words_of(page())
    assert "articles 4 claims found 5 events 3 corroborated 0 disputed 1 set aside 1" in words


def test_doubt_is_drawn() -> None:
    html = page(coast=COAST)
    assert 'class="mark split"' in html
    assert 'class="mark hollow"' in html
    assert 'class="area"' in html
    assert "Not drawn: 1 event without a place that could be found" in words_of(html)


def test_control_is_told_from_day_to_day() -> None:
    words = words_of(page())
    assert "before the record – 2 May 2031: held by Orsan Army" in words
    assert "2 May 2031 – 6 May 2031: contested between Orsan Army and Tarn Front" in words


def test_the_same_record_gives_the_same_bytes() -> None:
    assert page(coast=COAST) == page(coast=COAST)


def test_an_empty_record_has_a_page_too() -> None:
    words = words_of(render(made.MadeRecord()))
    assert "The record holds no event yet" in words
    assert "No event could be placed on a map" in words


def test_a_copy_in_other_words_is_shown_by_itself() -> None:
    record = made.record()
    supporting = open_dossier(record, record.made_events[0]).supporting
    folded = told_twice(supporting)
    assert [len(copies) for _, copies in folded] == [1, 0]
    assert sum(1 + len(copies) for _, copies in folded) == len(supporting)


def test_one_far_off_place_does_not_shrink_the_map() -> None:
    record = made.record()
    far = replace(made.VELM, place_id="far", name="Farhaven", lat=-40.0, lon=150.0)
    record.made_events += [replace(made.takeover_event(), id=f"ev_{n}", place=made.VELM) for n in range(6)]
    record.made_events.append(replace(made.takeover_event(), id="ev_far", place=far))
    for html in (render(record), render(record, coast=COAST)):
        assert "1 event outside this frame" in words_of(html)
        assert ">Farhaven</text>" not in html
        assert ">Velm</text>" in html
