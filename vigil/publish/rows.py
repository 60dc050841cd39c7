"""One event as one flat row: the columns that csv and geojson share, documented here and nowhere else."""

from __future__ import annotations

import re

from vigil.model.entity import PlacePrecision, PlaceRef
from vigil.model.event import Estimate, Event, Relation
from vigil.model.interval import Precision
from vigil.publish import masking, text
from vigil.publish.record import Record

#: Our place precision as UCDP GED's where_prec and ACLED's geo_precision (crosswalk in docs/data-model.md; "" not coded).
UCDP_WHERE = {"exact": "1", "near": "2", "district": "3", "province": "4", "region": "5", "country": "6", "unknown": ""}
ACLED_GEO = {"exact": "1", "near": "2", "district": "2", "province": "3", "region": "3", "country": "", "unknown": ""}
UCDP_SEA = "7"
_SEA = re.compile(
    r"\b(?:Sea|Ocean|Gulf|Strait|English Channel|Bay of \w+|Hudson Bay)\b|"
    r"^(?:Mediterranean|Bab el-Mandeb|Bosphorus|Dardanelles)$"
)
#: Our time precision as UCDP GED's date_prec: 1 day, 2 some days, 3 week, 4 month, 5 year or more.
UCDP_DATE = {
    Precision.INSTANT: "1", Precision.PART_OF_DAY: "1", Precision.DAY: "1", Precision.DAYS: "2", Precision.WEEK: "3",
    Precision.MONTH: "4", Precision.SEASON: "5", Precision.YEAR: "5", Precision.UNKNOWN: "",
}  # fmt: skip
ESTIMATES = ("killed", "wounded", "displaced")

COLUMNS: dict[str, str] = {
    "id": "the event's id in the record",
    "type": "event type of the claims codebook",
    "mode": "mode of the type, empty if none",
    "status": "reported, corroborated, disputed, denied, announced or did_not_happen",
    "status_reason": "why it has that status",
    "date_start": "first day on which it may have happened (ISO 8601, UTC)",
    "date_end": "last day on which it may have happened, inclusive",
    "date_precision": "unit in which the time was told",
    "date_prec_ucdp": "the same as UCDP GED's date_prec (1 day .. 5 year)",
    "place": "name of the place, or the words as written when it could not be placed",
    "place_id": "id in the gazetteer, empty when it could not be placed",
    "country": "ISO 3166-1 alpha-3",
    "latitude": "WGS 84; the middle of the place, not the spot",
    "longitude": "WGS 84",
    "radius_km": "how far from that point it may have happened",
    "place_precision": "exact, near, district, province, region, country or unknown",
    "where_prec_ucdp": "the same as UCDP GED's where_prec (1 exact .. 6 country, 7 at sea)",
    "geo_precision_acled": "the same as ACLED's geo_precision (1 exact .. 3 region)",
    "agents": "who is said to have done it, '; ' between them",
    "targets": "to whom or what; private persons' names withheld",
    "provisional": "of these, the groups that no registry knows: joined by name alone",
    "killed_low": "lowest number of dead that is claimed", "killed_best": "by the rule of the record",
    "killed_high": "highest number claimed; empty when left open",
    "wounded_low": "as for killed", "wounded_best": "as for killed", "wounded_high": "as for killed",
    "displaced_low": "as for killed", "displaced_best": "as for killed", "displaced_high": "as for killed",
    "witnesses": "number of independent witnesses for it: copies count once, one side counts once",
    "witness_names": "institutions and outlets by name, other witnesses by kind",
    "claims_for": "number of claims that support it", "claims_against": "number of claims that deny it",
    "declined": "number of refusals to comment",
    "disputes": "what is disputed with each position and who holds it",
    "sources": "outlets that carry it, '; ' between them",
    "source_links": "the articles' addresses, '; ' between them",
}  # fmt: skip


def row_of(record: Record, event: Event) -> dict[str, str | int | float]:
    """All COLUMNS of one event; empty text where nothing is known."""
    row: dict[str, str | int | float] = dict.fromkeys(COLUMNS, "")
    row |= {"id": event.id, "type": event.type, "mode": event.mode, "status": event.status.value}
    row["status_reason"] = masking.reason(event)
    row |= _when(event) | _where(event)
    row["agents"] = _listed([masking.party(actor) for actor in event.agents])
    row["targets"] = _listed([masking.party(actor) for actor in event.targets])
    row["provisional"] = _listed([name for name in _provisional(event) if name != masking.WITHHELD])
    for estimate in event.estimates:
        if estimate.kind in ESTIMATES and not estimate.who and not estimate.cumulative:
            row |= _estimate(estimate)
    row |= _backing(record, event)
    return row


def _provisional(event: Event) -> list[str]:
    return [masking.party(actor) for actor in (*event.agents, *event.targets) if actor.provisional]


def _when(event: Event) -> dict[str, str]:
    if event.when is None:
        return {"date_precision": Precision.UNKNOWN.value}
    first, last = event.when.first_day, event.when.last_day
    return {
        "date_start": first.isoformat() if first else "",
        "date_end": last.isoformat() if last else "",
        "date_precision": event.when.precision.value,
        "date_prec_ucdp": UCDP_DATE[event.when.precision],
    }


def at_sea(place: PlaceRef) -> bool:
    """Whether a place is a sea, a strait or a gulf of the world layer: UCDP codes it apart from regions on land."""
    return (place.place_id or "").startswith("area:") and _SEA.search(place.name) is not None


def _where(event: Event) -> dict[str, str | float]:
    place = event.place
    precision = place.precision if place else PlacePrecision.UNKNOWN
    found: dict[str, str | float] = {
        "place_precision": precision.value,
        "where_prec_ucdp": UCDP_SEA if place is not None and at_sea(place) else UCDP_WHERE[precision.value],
        "geo_precision_acled": ACLED_GEO[precision.value],
    }
    if place is None:
        return found
    found |= {"place": text.clean(place.name or place.text), "place_id": place.place_id or "", "country": place.country}
    if place.lat is not None and place.lon is not None:
        found |= {"latitude": round(place.lat, 5), "longitude": round(place.lon, 5), "radius_km": place.radius_km}
    return found


def _estimate(estimate: Estimate) -> dict[str, str | int]:
    numbers = {"low": estimate.low, "best": estimate.best, "high": estimate.high}
    return {f"{estimate.kind}_{name}": "" if value is None else value for name, value in numbers.items()}


def _backing(record: Record, event: Event) -> dict[str, str | int]:
    relations = [evidence.relation for evidence in event.evidence]
    documents = [record.document(doc) for doc in dict.fromkeys(evidence.doc for evidence in event.evidence)]
    held = [document for document in documents if document is not None]
    return {
        "witnesses": text.independent(event),
        "witness_names": _listed([masking.witness(witness) for witness in event.witnesses]),
        "claims_for": relations.count(Relation.SUPPORTS),
        "claims_against": relations.count(Relation.DENIES),
        "declined": relations.count(Relation.DECLINES),
        "disputes": _disputes(event),
        "sources": _listed([text.outlet_words(document) for document in held]),
        "source_links": _listed([text.clean(document.url) for document in held]),
    }


def _disputes(event: Event) -> str:
    known = {name for item in event.witnesses if (name := text.clean(item.name)) == masking.witness(item)}
    return " | ".join(
        f"{dispute.what}: "
        + " / ".join(_position(position.value, position.by, known, dispute.what) for position in dispute.positions)
        for dispute in event.disputes
    )


def _position(value: str, by: tuple[str, ...], known: set[str], what: str) -> str:
    # A target in dispute may be a person: the value is not repeated. Holders are named as witnesses are.
    shown = masking.WITHHELD if what in ("target", "victim") else text.clean(value)
    names = [name if (name := text.clean(item)) in known else masking.WITHHELD for item in by]
    return f"{shown} ({_listed(names)})" if names else shown


def _listed(values: list[str]) -> str:
    return "; ".join(dict.fromkeys(value for value in values if value))
