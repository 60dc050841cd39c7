"""Our claim model to other people's types, roles and records, on claims made by hand."""

from __future__ import annotations

import pytest

from bench import incidents, muc4_roles
from bench.type_maps import ACLED, ACLED_25, BEYOND_US, PLOVER, acled, plover
from vigil.model.claim import TYPES, Claim, Mention, Status
from vigil.model.text import Span


def _claim(
    type_: str, trigger: str = "act", *, mode: str = "", status: str = "actual", s: int = 0, **roles: str
) -> Claim:
    arguments = tuple(
        Mention(role=role, span=Span(0, len(words), words))
        for role, phrases in roles.items()
        for words in phrases.split(" + ")
    )
    return Claim(
        id=f"{type_}{trigger}{s}", doc="d", s=s, sentence=(0, 99), trigger=Span(0, len(trigger), trigger), type=type_,
        mode=mode, status=Status(status), arguments=arguments,
    )  # fmt: skip


def test_every_type_is_mapped_and_no_other() -> None:
    assert set(ACLED) == set(PLOVER) == set(TYPES)
    assert set(TYPES) >= set(incidents.ACTIONS)
    assert set(TYPES) >= muc4_roles.INCIDENTS >= muc4_roles.ON_PEOPLE


def test_acled_has_its_25() -> None:
    assert len(ACLED_25) == 25
    assert set(ACLED.values()) <= ACLED_25
    assert BEYOND_US <= ACLED_25


@pytest.mark.parametrize(
    ("claims", "label"),
    [
        ([], "OTHER"),
        ([_claim("airstrike"), _claim("casualties")], "AIR_STRIKE"),
        ([_claim("attack", target="villagers")], "ATTACK"),
        ([_claim("attack", target="soldiers")], "ARMED_CLASH"),
        ([_claim("bombing", "suicide attack")], "SUIC_BOMB"),
        ([_claim("bombing", instrument="hand grenade")], "GRENADE"),
        ([_claim("bombing")], "REM_EXPLOS"),
        ([_claim("takeover", mode="captured", agent="Orsan army")], "GOV_REGAINS_TERIT"),
        ([_claim("takeover", mode="captured", agent="rebels")], "NON_STATE_ACTOR_OVERTAKES_TER"),
        ([_claim("takeover", mode="captured"), _claim("withdrawal")], "NON_VIOL_TERRIT_TRANSFER"),
        ([_claim("arms", mode="seized")], "DISR_WEAP"),
        ([_claim("protest"), _claim("detention")], "PROTEST_WITH_INTER"),
        ([_claim("protest"), _claim("killing", agent="police")], "FORCE_AGAINST_PROTEST"),
        ([_claim("protest", "riot")], "VIOL_DEMONSTR"),
        ([_claim("attack", status="intended"), _claim("ceasefire", s=1)], "AGREEMENT"),
    ],
)
def test_acled_of_a_text(claims: list[Claim], label: str) -> None:
    assert acled(claims) == label


@pytest.mark.parametrize(
    ("claim", "root"),
    [
        (_claim("attack"), "ASSAULT"),
        (_claim("attack", status="intended"), "THREATEN"),
        (_claim("withdrawal", status="intended"), "AGREE"),
        (_claim("talks", status="negated"), "REJECT"),
        (_claim("aid", mode="delivered", status="negated"), "SANCTION"),
        (_claim("aid", mode="sought"), "REQUEST"),
        (_claim("siege", mode="lifted"), "YIELD"),
        (_claim("sanction", "sentenced"), "COERCE"),
    ],
)
def test_plover_of_a_claim(claim: Claim, root: str) -> None:
    assert plover(claim) == root


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("gunmen", [("PerpInd", "gunmen")]),
        ("ORSAN ARMY", [("PerpOrg", "ORSAN ARMY")]),
        ("Army of the North", [("PerpOrg", "Army of the North")]),
        ("OLF", [("PerpOrg", "OLF")]),
        ("OLF GUERRILLAS", [("PerpInd", "OLF GUERRILLAS"), ("PerpOrg", "OLF")]),
        ("members of the OLF", [("PerpInd", "members of the OLF"), ("PerpOrg", "OLF")]),
    ],
)
def test_perpetrators_are_people_or_bodies(words: str, roles: list[tuple[str, str]]) -> None:
    bodies = muc4_roles.bodies_of("A SPOKESMAN OF THE ORSAN LIBERATION FRONT (OLF) SAID")
    assert "orsan liberation front" in bodies
    assert list(muc4_roles.perpetrator(words, bodies)) == roles


def test_one_string_an_entity() -> None:
    assert muc4_roles.distinct(["the mayor", "Abel Kane", "Mayor Abel Kane", "guard"]) == [
        "mayor",
        "abel kane",
        "guard",
    ]


def test_victims_without_a_number() -> None:
    assert incidents.victims([_claim("killing", target="villager + Abel Kane")]) == 1
    assert incidents.victims([_claim("killing", target="Abel Kane"), _claim("killing", target="Kane", s=1)]) == 1
    assert incidents.victims([_claim("killing", target="villagers")]) == 2
    assert incidents.victims([]) == 0


def test_surrender_is_told_from_retreat() -> None:
    assert incidents.actions([_claim("withdrawal", "surrendered"), _claim("detention", status="negated")]) == {
        "surrender"
    }
    assert incidents.actions([_claim("withdrawal", "fled"), _claim("arms", mode="seized")]) == {"seizure"}


@pytest.mark.parametrize(
    ("claim", "side"),
    [
        (_claim("attack", agent="rebels"), "Maoist"),
        (_claim("attack", agent="police"), "Security"),
        (_claim("detention"), "Security"),
        (_claim("killing"), "Unknown"),
        (_claim("withdrawal", "surrendered"), "Maoist"),
    ],
)
def test_perpetrators_class(claim: Claim, side: str) -> None:
    assert incidents.perpetrator([claim]) == side
