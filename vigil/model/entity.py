"""Actors, places, and references to them: what was written beside what we take it to mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from vigil.model.link import Score

#: What the ids of actors begin with that no registry knows.
PROVISIONAL = "new/"


def is_provisional(id: str) -> bool:
    """True for the id of an actor that no registry knows."""
    return id.startswith(PROVISIONAL)


class PlacePrecision(StrEnum):
    """How exactly a place is known; crosswalk to UCDP and ACLED codes in docs/data-model.md."""

    EXACT = "exact"  # the named town or site itself
    NEAR = "near"  # within sight of a named place
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"  # larger than a province, a line, or vague
    COUNTRY = "country"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry of the gazetteer. ``radius_km`` is the honest extent of the place around its point."""

    id: str  # "gn:170063", "pack:orsa/velm", "iso:SYR", "adm1:SY.12"
    name: str
    kind: str  # "town", "village", "district", "province", "country", "region", "road", "river", "site", ...
    lat: float | None = None
    lon: float | None = None
    radius_km: float = 2.0
    country: str = ""  # ISO 3166-1 alpha-3
    admin1: str = ""
    parent: str = ""  # id of the place that holds it
    population: int = 0
    theatre: str = ""
    events: int = 0  # acts of war that the source has coded there: how often the name will mean this place


class ActorKind(StrEnum):
    """What kind of party an actor is."""

    STATE = "state"
    ARMY = "army"
    REBEL = "rebel"
    MILITIA = "militia"
    POLICE = "police"
    MONITOR = "monitor"
    AGENCY = "agency"  # news agency
    UN = "un"
    AID = "aid"
    RESCUER = "rescuer"
    MEDIA = "media"
    COALITION = "coalition"
    PERSON = "person"
    CIVILIANS = "civilians"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorName:
    """A name or alias with the dates between which it was in use."""

    text: str
    start: date | None = None
    end: date | None = None
    slant: bool = False  # a name that only a foe or friend would use ("regime", "terrorist gangs")
    person: bool = False  # somebody who spoke for the actor in that time, and is nobody's voice before and after


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A dated tie between actors: parent, member_of, backed_by, enemy_of, formerly, speaks_for."""

    kind: str
    actor: str
    start: date | None = None
    end: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One entry of an actor registry."""

    id: str  # "syr/government", "orsa/northern-army"
    name: str
    kind: ActorKind
    names: tuple[ActorName, ...] = ()
    country: str = ""  # ISO 3166-1 alpha-3
    sector: str = ""  # PLOVER sector
    side: str = ""  # id of the actor at the head of its side ("" none): two spokesmen of one side are one side
    ties: tuple[Tie, ...] = ()
    theatre: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRef:
    """Words and the actor they are taken to mean; ``actor_id`` None when unresolved: it stays as written."""

    text: str
    actor_id: str | None = None
    name: str = ""
    country: str = ""
    kind: str = ""
    sector: str = ""
    side: str = ""
    slant: bool = False
    score: Score = Score(0.0, "not resolved")

    @property
    def provisional(self) -> bool:
        """Taken to mean a group that no registry knows (``ProvisionalActor``)."""
        return self.actor_id is not None and is_provisional(self.actor_id)

    @property
    def known(self) -> bool:
        """Taken to mean somebody in the registry."""
        return self.actor_id is not None and not self.provisional


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionalActor:
    """A group that is named and that no registry knows, joined across documents; made anew from the claims by each run.

    ``mentions`` are (claim id, field) pairs, the field as review names it ("agent", "source.2").
    """

    id: str  # PROVISIONAL and a folded spelling: "new/heron-front"
    name: str  # the commonest spelling
    names: tuple[str, ...]  # every spelling, sorted
    documents: int  # that name it
    roles: tuple[tuple[str, int], ...]  # role -> mentions
    mentions: tuple[tuple[str, str], ...]
    kind: str = ""  # a guess by its head noun
    country: str = ""  # alpha-3 where the words say so

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that name it."""
        return tuple(dict.fromkeys(claim for claim, _ in self.mentions))


def field_of(role: str, number: int) -> str:
    """What review calls a claim's party: "agent" for its first agent, "agent.2" for the second."""
    return role if number == 1 else f"{role}.{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRef:
    """Words and the place they are taken to mean, with its area of doubt (point + radius)."""

    text: str
    place_id: str | None = None
    name: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_km: float = 0.0
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    country: str = ""
    admin1: str = ""
    within: tuple[str, ...] = ()  # ids of the places that hold it, nearest first
    kind: str = ""
    score: Score = Score(0.0, "not resolved")


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance (haversine, mean earth radius 6371 km)."""
    phi_a, phi_b = radians(lat_a), radians(lat_b)
    half_phi, half_lambda = (phi_b - phi_a) / 2, radians(lon_b - lon_a) / 2
    h = sin(half_phi) ** 2 + cos(phi_a) * cos(phi_b) * sin(half_lambda) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, h)))
