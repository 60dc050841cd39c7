"""Who is kept out of exports. The record concerns people in danger (DESIGN.md, "Care").

Exports that are meant to be passed on (csv, geojson) carry no private person's name: a target is written out only when it
stands in the actor registry as something other than a person, or when its words are a plain description ("three
civilians"). Witnesses are named only by the kind of source, unless they are in the registry or are outlets. The full
record (jsonl) is for moving the record between machines, names everybody as the reports do, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigil.model.entity import ActorKind, ActorRef
from vigil.model.event import Event, EventStatus, Witness
from vigil.publish import text

WITHHELD = "[name withheld]"
#: Source kinds that are institutions: their names are no private matter. Residents, analysts and "other" may be people.
PUBLIC_WITNESSES = frozenset({"outlet", "government", "military", "armed_group", "un", "aid", "monitor", "media"})
#: Forward-looking claims about movements are not for public views.
MOVEMENTS = frozenset(
    {"deployment", "withdrawal", "displacement", "attack", "airstrike", "shelling", "takeover", "arms"}
)
#: Last words of phrases that name a body of people ("Kurdish forces", "the Orsan government").
GROUPS = frozenset(
    "administration alliance army authorities battalion brigade brigades civilians coalition command council division "
    "fighters force forces front gang government governments group groups guards gunmen insurgents jets jihadists marines "
    "media militants militia militias ministry movement navy officials opposition parliament party people police positions "
    "rebels refugees regime regiment residents soldiers state states terrorists troops union units villagers "
    "warplanes".split()
)
_OPENER = re.compile(
    r"^(?:an?|the|some|about|at least|more than|up to|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.I
)


def party(actor: ActorRef) -> str:
    """An actor's name when it may be shown, a plain description as written, else a note that a name is withheld."""
    if actor.kind == ActorKind.PERSON:
        return WITHHELD
    if actor.known:
        return text.actor_words(actor)
    words = text.clean(actor.text)
    return words if _describes(_OPENER.sub("", words).split()) else WITHHELD


def _describes(words: Sequence[str]) -> bool:
    """True when no word can be a private name: all in lower case or acronyms, or the last one says that it is a group.

    A script without capitals cannot show that its words are no name: withheld too.
    """
    plain = all(word.islower() or (len(word) > 1 and word.isupper()) for word in words)
    return bool(words) and (plain or words[-1].lower() in GROUPS)


def witness(item: Witness) -> str:
    """An institution's or outlet's name; for other sources only what kind they are."""
    kind = text.SOURCE_KIND_WORDS.get(item.kind, item.kind)
    return f"{kind} {WITHHELD}" if masked(item) else text.clean(item.name)


def reason(event: Event) -> str:
    """Why the event has its status, with the names of witnesses that may be private persons withheld."""
    words = text.clean(event.status_reason)
    for item in sorted(event.witnesses, key=lambda item: -len(item.name)):
        name = text.clean(item.name)
        if name and masked(item):
            words = words.replace(name, WITHHELD)
    return words


def masked(item: Witness) -> bool:
    """True when a witness is shown by kind only."""
    return item.kind not in PUBLIC_WITNESSES


def held_back(event: Event) -> bool:
    """True for an announced movement: who means to go where is left out of what is passed on."""
    return event.status is EventStatus.ANNOUNCED and event.type in MOVEMENTS
