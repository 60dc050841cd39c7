"""Groups that no registry knows: joined by name across documents, persons and places left out, any order the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.claim import Claim, Mention
from vigil.model.entity import ActorRef
from vigil.model.link import decided_by
from vigil.model.text import Span
from vigil.resolve.provisional.link import forwards, link, provisional
from vigil.resolve.provisional.names import group_name


def _claim(doc: str, number: int, words: str, *, role: str = "agent", ref: ActorRef | None = None) -> Claim:
    mention = Mention(role=role, span=Span(0, len(words), words), actor=ref or ActorRef(text=words))
    return Claim(
        id=f"{doc}/{number:03d}", doc=doc, s=0, sentence=(0, 50), trigger=Span(40, 43, "hit"), type="attack",
        arguments=(mention,),
    )  # fmt: skip


ARMY = ActorRef(text="", actor_id="orsa/army", name="Orsan Army", kind="army", score=decided_by("ana"))
CLAIMS = [
    _claim("a", 0, "Heron Liberation Front"),
    _claim("a", 1, "the Heron Liberation Front (HLF)", role="target"),
    _claim("a", 2, "HLF"),
    _claim("b", 0, "Heron Liberation Front fighters"),
    _claim("b", 1, "Liwa al-Balashun"),
    _claim("c", 0, "Liwa al Balashun"),
    _claim("c", 1, "Velm", ref=ActorRef(text="Velm", kind="place")),
    _claim("c", 2, "Old Tom"),
    _claim("c", 3, "dozens of rebels"),
    _claim("c", 4, "Grey Heron Brigade", ref=ActorRef(text="Grey Heron Brigade", actor_id="x/grey")),
    _claim("d", 0, "Lewa Balashoon"),
    _claim("d", 1, "the Military Council"),
]


def _ids(claims: list[Claim]) -> dict[str, str | None]:
    return {claim.id: claim.arguments[0].actor.actor_id for claim in link(claims).claims if claim.arguments[0].actor}


def test_unknown_groups_are_joined_across_documents_and_spellings() -> None:
    second, first = provisional(CLAIMS)  # the one in most documents comes first
    assert (first.name, len(first.claims), first.documents) == ("Heron Liberation Front", 4, 2)
    assert first.names == ("HLF", "Heron Liberation Front")
    assert first.roles == (("agent", 3), ("target", 1))
    assert first.id == "new/heron-liberation-front"
    assert first.mentions == (("a/000", "agent"), ("a/001", "target"), ("a/002", "agent"), ("b/000", "agent"))
    assert second.names == ("Lewa Balashoon", "Liwa al Balashun", "Liwa al-Balashun")
    assert (second.id, second.documents) == ("new/liwa-balashun", 3)


def test_every_mention_refers_to_its_group_and_keeps_what_was_written() -> None:
    found = {claim.id: claim.arguments[0].actor for claim in link(CLAIMS).claims}
    told = found["a/001"]
    assert told is not None
    assert (told.actor_id, told.name, told.text) == (
        "new/heron-liberation-front", "Heron Liberation Front", "the Heron Liberation Front (HLF)",
    )  # fmt: skip
    assert told.provisional
    assert not told.known
    untouched = {id for id, ref in found.items() if ref is not None and not ref.provisional}
    assert untouched == {"c/001", "c/002", "c/003", "c/004", "d/001"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the group", ""),
        ("militants", ""),
        ("The Militants", ""),
        ("the Armed Forces", ""),
        ("the 4th Brigade", ""),
        ("Interior Ministry", ""),
        ("an NGO", ""),
        ("Old Tom", ""),
        ("Heron Observatory chief Jon Marrach", ""),
        ("Heron Observatory", "Heron Observatory"),
        ("fighters of the Tarn Front", ""),
        ("the Tarn Front fighters", "Tarn Front"),
        ("Army of the Heron", "Army of the Heron"),
        ("TLF", "TLF"),
    ],
)
def test_what_is_a_group_s_name(words: str, name: str) -> None:
    assert group_name(words) == name


def test_an_abbreviation_alone_in_another_document_stays_apart() -> None:
    apart = [CLAIMS[0], replace(CLAIMS[2], id="z/000", doc="z")]
    assert [group.name for group in provisional(apart)] == ["Heron Liberation Front", "HLF"]


def test_letters_that_stand_for_two_groups_stay_apart() -> None:
    two = [*CLAIMS[:1], CLAIMS[2], _claim("a", 5, "Harrow Loyalty Force")]
    assert sorted(group.name for group in provisional(two)) == ["HLF", "Harrow Loyalty Force", "Heron Liberation Front"]


def test_one_spelling_of_two_countries_is_two_groups() -> None:
    refs = [ActorRef(text="x", country=code) for code in ("AAA", "BBB")]
    two = [_claim("a", 0, "Balashun Front", ref=refs[0]), _claim("b", 0, "Balashoun Front", ref=refs[1])]
    assert len(provisional(two)) == 2
    assert len(provisional([two[0], _claim("b", 0, "Balashoun Front", ref=refs[0])])) == 1


def test_the_id_is_the_earliest_telling_s_and_the_others_lead_to_it() -> None:
    old = provisional(CLAIMS[5:6], {"c": "2031-02-01"})
    moments = {"b": "2031-01-05", "c": "2031-02-01", "d": "2031-01-01"}
    new = link(CLAIMS, moments)
    assert [group.id for group in new.groups] == ["new/lewa-balashoon", "new/heron-liberation-front"]
    assert [group.id for group in old] == ["new/liwa-balashun"]
    (note,) = forwards(old, new.groups, new.claims)
    assert note[:2] == ("new/liwa-balashun", "new/lewa-balashoon")
    assert forwards(new.groups, new.groups, new.claims) == []


def test_a_group_that_the_registry_knows_by_now_leads_to_its_entry() -> None:
    old = provisional(CLAIMS)
    known = ActorRef(text="Heron Liberation Front", actor_id="orsa/heron", name="Heron Front")
    named = [
        replace(c, arguments=(replace(c.arguments[0], actor=known),)) if "Heron Lib" in c.arguments[0].words else c
        for c in CLAIMS
    ]
    new = link(named)
    assert [group.name for group in new.groups] == ["Liwa al-Balashun", "HLF"]  # letters alone say nothing any more
    assert forwards(old, new.groups, new.claims) == [
        ("new/heron-liberation-front", "orsa/heron", "named: the registry knows it now")
    ]


def test_what_people_decide_alike_twice_holds_for_the_name() -> None:
    def decided(*ids: str, ref: ActorRef = ARMY) -> list[Claim]:
        return [
            replace(c, arguments=(replace(c.arguments[0], actor=replace(ref, text=c.arguments[0].words)),))
            if c.id in ids
            else c
            for c in CLAIMS
        ]

    once = _ids(decided("a/000"))
    assert once["a/000"] == "orsa/army"
    assert once["b/000"] == "new/heron-liberation-front"
    twice = _ids(decided("a/000", "b/000"))
    assert {twice[id] for id in ("a/000", "a/001", "a/002", "b/000")} == {"orsa/army"}
    new = link(decided("a/000", "b/000"))
    assert forwards(provisional(CLAIMS), new.groups, new.claims) == [
        ("new/heron-liberation-front", "orsa/army", "named: people decided")
    ]


def test_people_may_say_that_two_groups_are_one() -> None:
    other = ActorRef(text="", actor_id="new/liwa-balashun", name="Liwa al-Balashun", score=decided_by("ana"))
    claims = [
        replace(c, arguments=(replace(c.arguments[0], actor=other),)) if c.id in ("a/000", "b/000") else c
        for c in CLAIMS
    ]
    (group,) = provisional(claims)
    assert group.id == "new/liwa-balashun"
    assert "Heron Liberation Front" in group.names
    assert group.documents == 4


@given(st.permutations(CLAIMS))
def test_the_order_of_claims_does_not_matter(claims: list[Claim]) -> None:
    assert provisional(claims) == provisional(CLAIMS)
    assert _ids(claims) == _ids(CLAIMS)
