"""The record in plain English: types, statuses, dates, numbers, places. The terminal and the report page share these words.

Everything here that comes out of a document passes ``clean``: fetched text may hold terminal escapes or characters that
turn the reading order round.
"""

from __future__ import annotations

import re
from datetime import date

from vigil.model.claim import Claim, Mention, Stance, Status
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.event import Estimate, Event, EventStatus, Relation
from vigil.model.interval import Interval, Precision
from vigil.model.state import Hold, Stretch
from vigil.model.text import Document

TYPE_WORDS: dict[str, str] = {
    "attack": "Attack", "airstrike": "Airstrike", "shelling": "Shelling", "bombing": "Bombing", "killing": "Killing",
    "chemical": "Chemical attack", "abduction": "Abduction", "detention": "Detention", "abuse": "Abuse",
    "destruction": "Destruction", "casualties": "Casualties", "takeover": "Takeover", "siege": "Siege",
    "deployment": "Deployment", "withdrawal": "Withdrawal", "arms": "Arms", "displacement": "Displacement",
    "aid": "Aid", "ceasefire": "Ceasefire", "talks": "Talks", "agreement": "Agreement", "demand": "Demand",
    "threat": "Threat", "accusation": "Accusation", "sanction": "Sanction", "protest": "Protest",
    "release": "Release",
}  # fmt: skip
STATUS_WORDS: dict[EventStatus, str] = {
    EventStatus.ANNOUNCED: "announced",
    EventStatus.REPORTED: "reported",
    EventStatus.CORROBORATED: "corroborated",
    EventStatus.DISPUTED: "disputed",
    EventStatus.DENIED: "denied",
    EventStatus.DID_NOT_HAPPEN: "did not happen",
    EventStatus.DISPROVED: "disproved",
}
STATUS_MEANING: dict[EventStatus, str] = {
    EventStatus.REPORTED: "One independent witness says so. Copies of one report count as one witness.",
    EventStatus.CORROBORATED: "Two or more witnesses that do not copy each other say so.",
    EventStatus.DISPUTED: "Some say so; others deny it or tell it otherwise. Both sides are shown.",
    EventStatus.DENIED: "Only denials are on record; nobody who says that it happened was found.",
    EventStatus.ANNOUNCED: "Planned, threatened or feared. Nobody has said yet that it happened.",
    EventStatus.DID_NOT_HAPPEN: "All who speak of it say that it did not happen.",
    EventStatus.DISPROVED: "A person who weighed the evidence decided that it did not happen.",
}
RELATION_WORDS: dict[Relation, str] = {
    Relation.SUPPORTS: "said so",
    Relation.DENIES: "denied it",
    Relation.DECLINES: "declined to say",
}
HOLD_WORDS: dict[Hold, str] = {
    Hold.HELD: "held by",
    Hold.CONTESTED: "contested between",
    Hold.DIVIDED: "divided between",
    Hold.UNKNOWN: "not known",
}
DISPUTE_WORDS: dict[str, str] = {
    "occurrence": "whether it happened",
    "perpetrator": "who did it",
    "place": "where it happened",
    "time": "when it happened",
    "weapon": "what was used",
    "victims": "who was hit",
    "outcome": "how it ended",
}
COUNT_WORDS: dict[str, str] = {"materiel": "items of materiel", "forces": "fighters"}
SOURCE_KIND_WORDS: dict[str, str] = {
    "government": "government", "military": "military", "armed_group": "armed group", "official": "official",
    "resident": "resident", "rescuer": "rescuers", "monitor": "monitor", "un": "United Nations",
    "aid": "aid agency", "media": "media", "analyst": "analyst", "other": "other", "none": "kind not told",
    "outlet": "outlet",
}  # fmt: skip
#: C0 and C1 controls (terminal escapes), and the marks that override reading order (Unicode TR 36, "bidirectional text").
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def clean(words: str) -> str:
    """Fetched words on one line, with no control characters and nothing that reorders its neighbours."""
    return _SPACE.sub(" ", _UNSAFE.sub(" ", words)).strip()


def one_line(words: str) -> str:
    """Clean, with a blank at the edges kept: pieces of a sentence are set side by side."""
    return "".join(
        (
            " " if words[:1].isspace() else "",
            clean(words),
            " " if len(words.strip()) and words[-1:].isspace() else "",
        )
    )


def plural(number: int, noun: str, many: str = "") -> str:
    """``1 document``, ``1,204 documents``."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def joined(words: list[str] | tuple[str, ...]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def some(words: tuple[str, ...], most: int = 6) -> str:
    """The same with at most so many named: ``a, b and 12 more``."""
    return joined(words) if len(words) <= most else joined([*words[:most], f"{len(words) - most} more"])


def day_words(day: date) -> str:
    """``3 May 2024``."""
    return f"{day.day} {_MONTHS[day.month]} {day.year}"


def when_words(when: Interval | None) -> str:
    """An interval with its doubt: ``3 May 2024``, ``3-5 May 2024``, ``about May 2024``, ``before 3 May 2024``."""
    if when is None or (when.first_day is None and when.last_day is None):
        return "date unknown"
    first, last = when.first_day, when.last_day
    if first is None or last is None:
        return f"by {day_words(last)}" if last is not None else f"since {day_words(first)}" if first else "date unknown"
    return ("about " if when.approximate else "") + _range_words(first, last, when.precision)


def _range_words(first: date, last: date, precision: Precision) -> str:
    if first == last:
        return day_words(first)
    if precision is Precision.YEAR and first.year == last.year:
        return str(first.year)
    if precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {_MONTHS[first.month]} {first.year}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month]} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def count_words(low: int | None, high: int | None) -> str:
    """A range as people say it: ``5``, ``at least 5``, ``at most 7``, ``9 to 21``."""
    if low is None and high is None:
        return "an unknown number of"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"at most {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def estimate_words(estimate: Estimate) -> str:
    """``9 to 21 killed``, ``at least 300 displaced``, ``6 killed (children)``, ``300 killed (running toll)``."""
    number = count_words(estimate.low, estimate.high)
    notes = [clean(estimate.who)] if estimate.who else []
    notes += ["running toll"] if estimate.cumulative else []
    return f"{number} {COUNT_WORDS.get(estimate.kind, estimate.kind)}" + (f" ({', '.join(notes)})" if notes else "")


def place_words(place: PlaceRef | None) -> str:
    """``Velm``, ``near Velm``, ``Velm district``, ``somewhere in Orsa``; as written when it could not be placed."""
    if place is None:
        return "place unknown"
    name = clean(place.name or place.text)
    if place.place_id is None and place.lat is None:
        return f"“{clean(place.text)}” (not on the map)" if place.text else "place unknown"
    if place.precision is PlacePrecision.NEAR:
        return f"near {name}"
    if place.precision in (PlacePrecision.DISTRICT, PlacePrecision.PROVINCE):
        kind = place.precision.value
        return name if kind in name.lower() or "governorate" in name.lower() else f"{name} {kind}"
    if place.precision is PlacePrecision.COUNTRY:
        return f"somewhere in {name}"
    return name


def actor_words(actor: ActorRef) -> str:
    """The name in the registry, else the words as written."""
    return clean(actor.name or actor.text)


def type_words(kind: str, mode: str = "") -> str:
    """``Takeover (captured)``, ``Airstrike``."""
    word = TYPE_WORDS.get(kind, kind.capitalize())
    return f"{word} ({mode})" if mode else word


def event_title(event: Event) -> str:
    """One line of the event's own fields: ``Airstrike, Velm – Northern Army``. Targets stay out: they may be people.

    Where it is disputed who did it: ``Airstrike, Velm – blamed on Northern Army and on Southern Army``.
    """
    title = type_words(event.type, event.mode)
    if event.place is not None:
        title += f", {place_words(event.place)}"
    names = list(dict.fromkeys(actor_words(actor) for actor in event.agents))
    if names:
        shown = names if len(names) <= 2 else [*names[:2], f"{len(names) - 2} more"]
        blamed = any(dispute.what == "perpetrator" for dispute in event.disputes)
        title += f" – blamed on {' and on '.join(shown)}" if blamed else f" – {joined(shown)}"
    return title


def dispute_words(what: str) -> str:
    """What is disputed, as a phrase that ends "they disagree about ..."."""
    return DISPUTE_WORDS.get(what, f"how many {what}")


def independent(event: Event) -> int:
    """How many independent witnesses say that it happened: all that speak for one side count once."""
    return event.independent


def witnesses_words(event: Event) -> str:
    """``1 witness``, ``3 independent witnesses``, ``no witness``."""
    number = independent(event)
    return "no witness" if not number else "1 witness" if number == 1 else f"{number} independent witnesses"


def outlet_words(document: Document) -> str:
    """Who publishes it, else the article's own address."""
    return clean(document.outlet) or clean(document.key)[:80]


def source_words(claim: Claim) -> str:
    """Who says it inside the text, innermost first: ``a doctor, as cited by the monitor``."""
    names = [_source_name(mention) for mention in claim.sources]
    names = [name for name in dict.fromkeys(names) if name]
    return ", as cited by ".join(names) if names else "the outlet itself"


def _source_name(mention: Mention) -> str:
    words = clean(mention.words)
    known = actor_words(mention.actor) if mention.actor is not None else ""
    meant = known or clean(mention.meaning)
    if not words or words.casefold() == meant.casefold():
        return meant
    return f"{words} ({meant})" if meant else words


def stance_words(claim: Claim) -> str:
    """What the source does with the event: ``said so``, ``denied it``, ``declined to say``, ``said it is planned``."""
    if claim.stance is Stance.DENIES:
        return "denied it"
    if claim.stance is Stance.DECLINES:
        return "declined to say"
    return {
        Status.ACTUAL: "said so",
        Status.INTENDED: "said it is planned",
        Status.FEARED: "said it may happen",
        Status.NEGATED: "said it did not happen",
    }[claim.status]


def stretch_words(stretch: Stretch) -> str:
    """``3 May 2024 – 9 Jun 2024: held by the Northern Army``."""
    start = day_words(stretch.start) if stretch.start else "before the record"
    end = day_words(stretch.end) if stretch.end else "the record's end"
    return f"{start} – {end}: {hold_words(stretch)}"


def hold_words(stretch: Stretch) -> str:
    """``held by Northern Army``, ``contested between A and B``, ``not known``."""
    names = [actor_words(actor) for actor in stretch.holders]
    if stretch.hold is Hold.UNKNOWN or not names:
        return "contested" if stretch.hold is Hold.CONTESTED else "not known"
    return f"{HOLD_WORDS[stretch.hold]} {joined(names)}"
