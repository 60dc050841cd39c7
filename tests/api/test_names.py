"""Places and actors are found by name: in every spelling and script that the record, a pack or the gazetteer has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.publish import made
from vigil.api.app import build
from vigil.model.claim import Mention
from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.state import States
from vigil.reference import packs
from vigil.reference.keys import fold
from vigil.reference.tables import Reference
from vigil.store import Store

PACK = Path(__file__).parent.parent / "world" / "pack"
ALEPPO = PlaceRef(text="Aleppo", place_id="gn:170063", name="Aleppo", lat=36.2, lon=37.16, within=("iso:SYR",))
SHAYKHUN = PlaceRef(text="Khan Sheikhun", place_id="gn:1", name="Khan Shaykhun", lat=35.44, lon=36.65)
DORVANE = PlaceRef(text="the town", place_id="pack:kelmora/dorvane", name="Dorvane", lat=-27.96, lon=-20.47)
UN = ActorRef(text="the world body", actor_id="io/un", name="United Nations", kind="un")


def found(client: TestClient, room: str, q: str) -> list[str]:
    answer = client.get(f"/v1/{room}", params={"q": q}).json()
    assert answer["total"] == len(answer["items"])
    return [item["name"] for item in answer["items"]]


@pytest.mark.parametrize(
    ("room", "q", "names"),
    [
        ("places", "Velm", ["Velm"]), ("places", " vÉLM ", ["Velm"]), ("places", "vel", ["Velm"]), ("places", "elm", []),
        ("places", "the north", ["North"]), ("places", "%", []), ("places", "velm*", ["Velm"]), ("places", "market", []),
        ("actors", "Front", ["Tarn Front"]), ("actors", "orsan", ["Orsan Army"]), ("actors", "army jets", ["Orsan Army"]),
        ("actors", "civilians", ["three civilians"]), ("actors", "' OR 1=1 --", []),
    ],
)  # fmt: skip
def test_a_name_or_how_one_of_its_words_begins(client: TestClient, room: str, q: str, names: list[str]) -> None:
    assert found(client, room, q) == names


def test_without_words_the_whole_list_comes(client: TestClient) -> None:
    for room in ("places", "actors"):
        whole = client.get(f"/v1/{room}").json()
        assert client.get(f"/v1/{room}?q=%20").json() == whole
        assert {item["spelling"] for item in whole["items"]} == {""}


def test_those_with_an_id_can_be_had_alone(client: TestClient) -> None:
    every = client.get("/v1/actors").json()["items"]
    some = client.get("/v1/actors?identified=true").json()
    assert some["items"] == [item for item in every if "/" in item["id"]]
    assert 0 < some["total"] == len(some["items"]) < len(every)

    pages, cursor = [], ""
    while cursor is not None:
        page = client.get(f"/v1/actors?identified=true&limit=1&cursor={cursor}").json()
        pages += page["items"]
        cursor = page["next"]
    assert pages == some["items"]
    assert client.get("/v1/actors?identified=true&q=civilians").json()["items"] == []


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference.load()


@pytest.fixture
def knowing(store: Store, reference: Reference) -> Any:
    """A server with the packs, the gazetteer and the registry, over events at places that these know."""
    first, second, third = made.record().made_events
    events = [
        replace(first, place=ALEPPO, agents=(*first.agents, UN)),
        replace(second, place=SHAYKHUN),
        replace(third, place=DORVANE),
    ]
    with store.write() as writer:
        writer.replace_derived(events, States(), {})
    return TestClient(
        build(store, theatres=[packs.read(PACK)], index=reference.places.index, registry=reference.actors)
    )


@pytest.mark.parametrize(
    ("room", "q", "name"),
    [
        ("places", "Aleppo", "Aleppo"), ("places", "حلب", "Aleppo"), ("places", "Алеппо", "Aleppo"),
        ("places", "Halab", "Aleppo"), ("places", "Хан-Шейхун", "Khan Shaykhun"),
        ("places", "Khan Sheikhoun", "Khan Shaykhun"), ("places", "خان شيخون", "Khan Shaykhun"),
        ("places", "دورفان", "Dorvane"), ("places", "Дорвейн", "Dorvane"), ("places", "Syria", "Syria"),
        ("actors", "ООН", "United Nations"), ("actors", "الأمم المتحدة", "United Nations"),
    ],
)  # fmt: skip
def test_other_spellings_and_scripts(knowing: TestClient, room: str, q: str, name: str) -> None:
    assert found(knowing, room, q)[0] == name


def test_whole_names_come_first_and_a_spelling_is_told(knowing: TestClient) -> None:
    (item,) = knowing.get("/v1/places?q=дорвейн").json()["items"]
    assert (item["id"], item["spelling"], item["events"]) == ("pack:kelmora/dorvane", fold("Дорвейн"), 1)
    assert knowing.get("/v1/places?q=dorvane").json()["items"][0]["spelling"] == ""


def test_names_of_a_newer_record_are_known(store: Store, client: TestClient) -> None:
    assert found(client, "places", "Aleppo") == []
    first, *rest = made.record().made_events
    with store.write() as writer:
        writer.replace_derived([replace(first, place=ALEPPO), *rest], States(), {})
    assert found(client, "places", "Aleppo") == ["Aleppo"]


def test_what_is_found_comes_in_pages(knowing: TestClient) -> None:
    for room, q in (("actors", "t"), ("places", "a"), ("places", "d")):
        whole = knowing.get(f"/v1/{room}?q={q}").json()
        seen, cursor = [], ""
        while cursor is not None:
            page = knowing.get(f"/v1/{room}", params={"q": q, "limit": 1, "cursor": cursor}).json()
            seen += page["items"]
            cursor = page["next"]
        assert seen == whole["items"]
        assert len(seen) == whole["total"] > 0
    other = knowing.get("/v1/places?limit=1").json()["next"]
    assert knowing.get("/v1/places", params={"q": "a", "cursor": other}).status_code == 404


def test_on_a_public_server_nobody_finds_who_may_be_a_private_person(client: TestClient, public: TestClient) -> None:
    assert found(client, "actors", "Lena Marsh") == ["Lena Marsh, a baker"]
    assert found(public, "actors", "Lena Marsh") == []
    assert found(public, "actors", "Orsan Army") == ["Orsan Army"]


def test_on_a_public_server_an_organisation_is_found_and_its_members_names_are_not(
    store: Store, reference: Reference
) -> None:
    words = "Nora Quill, a member of Doctors Without Borders"
    member = ActorRef(text=words, actor_id="ngo/msf", name="Doctors Without Borders", kind="aid")
    document = replace(
        made.document("d1"), id="d9", key="file:d9.txt", text=f"Shells killed {words}.", sentences=((0, 63),)
    )
    span = made.words(document, words)
    told = made.claim(document, "killed", id="c-d9", arguments=(Mention(role="target", span=span, actor=member),))
    with store.write() as writer:
        writer.put_reading(document, [told], stages="test/1 reader=test@1")
        event = made.strike_event()
        evidence = (*event.evidence, replace(event.evidence[0], claim="c-d9", doc="d9"))
        writer.replace_derived([replace(event, targets=(*event.targets, member), evidence=evidence)], States(), {})
    own, public = (
        TestClient(build(store, public=closed, index=reference.places.index, registry=reference.actors))
        for closed in (False, True)
    )
    for client in (own, public):
        assert found(client, "actors", "Doctors Without Borders") == ["Doctors Without Borders"]
    assert found(own, "actors", "Nora Quill") == ["Doctors Without Borders"]
    assert found(public, "actors", "Nora Quill") == []
    shown = [client.get("/v1/actors/ngo/msf").json()["names_used"] for client in (own, public)]
    assert [name["text"] for name in shown[0]] == [words]
    assert shown[1] == []
