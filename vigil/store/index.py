"""The index over the events that lists, maps and counts are answered from; made anew whenever the events are.

A filter looks at ``cards`` (one narrow row an event) and ``tags`` (who, where, which outlets), never at an event's body;
what a list or map then shows of an event lies ready as JSON, so that thirty thousand dots are put together by the database.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Executable,
    Table,
    bindparam,
    delete,
    insert,
    select,
    text,
    update,
)

from vigil.model.codec import from_plain
from vigil.model.entity import ActorRef, ProvisionalActor, field_of
from vigil.model.event import Event
from vigil.model.interval import Interval
from vigil.model.wording import is_capitalised
from vigil.store import tables
from vigil.store.ledger import canonical
from vigil.store.order import LAST, days, in_order, undated
from vigil.store.summary import Row, gist, summary
from vigil.store.words import fold

#: What a point of the map is made of, in the order of ``cards.point``.
POINT = (
    "id", "type", "status", "lat", "lon", "radius_km", "precision", "first_day", "last_day", "witnesses", "disputed", "gist",
)  # fmt: skip
TOLLS = ("killed", "wounded", "displaced")
#: The tag (role and value) of events of which no claim was read with at least this much confidence.
DOUBTFUL, SURE = ("doubtful", "reading"), 0.5
#: Ordinals of days that are open on a side, and one that no day reaches.
OPEN_BEFORE, OPEN_AFTER, NEVER = 0, 9_000_000, 9_999_999
_BATCH = 2000
Names = Mapping[str, Sequence[str]]
#: (claim id, field as review names it) -> the group that is named there.
Groups = Mapping[tuple[str, str], ProvisionalActor]

# A claim read again has a row for each reading; the last one of its document stands.
_STANDING = "c.reading = (SELECT max(r.seq) FROM readings r WHERE r.doc = c.doc)"
_OUTLETS = """
INSERT INTO tags (role, value, n, label)
SELECT DISTINCT 'outlet', coalesce(nullif(d.outlet, ''), d.key), k.n, coalesce(nullif(d.outlet, ''), d.key)
FROM evidence v JOIN cards k ON k.event = v.event JOIN documents d ON d.id = v.doc WHERE d.body <> ''
"""
_WORDS = f"""
INSERT INTO words_of_events (rowid, words)
SELECT k.n, :gist || coalesce((
    SELECT group_concat(c.sentence, ' ') FROM evidence v JOIN claims c ON c.id = v.claim
    WHERE v.event = k.event AND c.body <> '' AND {_STANDING}), '')
FROM cards k WHERE k.n = :n
"""  # noqa: S608 - nothing of a document is in it


def build(
    connection: Connection, events: Iterable[Event], names: Names, *, groups: Iterable[ProvisionalActor] = ()
) -> None:
    """Fill the index for events that are in their table already; it must be empty.

    ``names`` are further names by actor or place id; ``groups`` are whom mentions mean that claims leave open.
    """
    ordered = sorted(events, key=in_order)
    # Half of the numbers for those that are here, the rest for those that come later: most go after the last day.
    apart = max(1, LAST // (2 * len(ordered) + 2))
    later = LAST // 2 if 2 * len(ordered) < LAST else 0
    numbered = {n * apart + (later if undated(event) else 0): event for n, event in enumerate(ordered, 1)}
    query = text(f"SELECT c.id, c.doc, c.body FROM claims c WHERE c.body <> '' AND {_STANDING}")  # noqa: S608
    named = {mention: group for group in groups for mention in group.mentions}
    claims = connection.execute(query.execution_options(yield_per=_BATCH))
    _fill(connection, numbered, names, claims, text(_OUTLETS), named)
    if ordered and connection.dialect.name == "sqlite":
        for name in ("cards", "tags", "names"):
            connection.execute(text(f"ANALYZE {name}"))  # without numbers the planner guesses which filter is narrow


def remove(connection: Connection, events: Sequence[str], gone: Iterable[str]) -> None:
    """Take some events out of the index; ``gone`` are ids of documents whose claims are in no event any more."""
    connection.execute(delete(tables.mentions).where(tables.mentions.c.doc.in_(list(gone))))
    if not events:
        return
    columns = tables.cards.c
    numbers = list(connection.execute(select(columns.n).where(columns.event.in_(events))).scalars())
    if connection.dialect.name == "sqlite":
        connection.execute(text("DELETE FROM words_of_events WHERE rowid = :n"), [{"n": n} for n in numbers])
    for table in (tables.tags, tables.points, tables.cards):
        connection.execute(delete(table).where(table.c.n.in_(numbers)))


def add(connection: Connection, events: Iterable[Event], names: Names, numbers: Mapping[str, int]) -> None:
    """Put events that are in their table already into the index beside the others, under their ``numbers``."""
    numbered = {numbers[event.id]: event for event in events}
    if not numbered:
        return
    some: BindParameter[Any] = bindparam("some", [event.id for event in numbered.values()], expanding=True)
    query = text(
        "SELECT DISTINCT c.id, c.doc, c.body FROM evidence v JOIN claims c ON c.id = v.claim "  # noqa: S608
        f"WHERE v.event IN :some AND c.body <> '' AND {_STANDING}"
    )
    outlets = text(f"{_OUTLETS} AND k.event IN :some").bindparams(some)
    # Who stands for a group that no registry knows is found when the whole is fused: until then it goes by its words.
    _fill(connection, numbered, names, connection.execute(query.bindparams(some)), outlets, {})


def _fill(
    connection: Connection,
    numbered: Mapping[int, Event],
    names: Names,
    claims: Iterable[Any],
    outlets: Executable,
    groups: Groups,
) -> None:
    """The rows of events by their numbers; ``claims`` are rows of which some bear on them."""
    if not numbered:
        return
    columns = tables.events.c
    summarise = update(tables.events).where(columns.id == text(":event")).values(summary=text(":text"))
    found = _Rows(names)
    every = list(numbered.items())
    for start in range(0, len(every), _BATCH):
        batch = every[start : start + _BATCH]
        for n, event in batch:
            found.take(n, event)
        found.write(connection)
        connection.execute(summarise, [{"event": event.id, "text": canonical(summary(event))} for _, event in batch])
        if connection.dialect.name == "sqlite":
            said = [{"n": n, "gist": f"{gist(event)} {' '.join(_spoken(event))} "} for n, event in batch]
            connection.execute(text(_WORDS), said)
    connection.execute(outlets)
    unsure = [numbered[n] for n in _read_claims(connection, numbered, claims, groups)]
    if unsure:
        rows = [{"event": event.id, "text": canonical(summary(event, doubtful=True))} for event in unsure]
        connection.execute(summarise, rows)


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows; names and mentions that are there already stay."""
    statement: Any = insert(table)
    if table in (tables.names, tables.mentions):
        values = ", ".join(f":{column.name}" for column in table.columns)
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        statement = text(f"INSERT INTO {table.name} ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING")  # noqa: S608
    for start in range(0, len(rows), _BATCH):
        connection.execute(statement, rows[start : start + _BATCH])


def _read_claims(
    connection: Connection, numbered: Mapping[int, Event], claims: Iterable[Any], groups: Groups
) -> list[int]:
    """Who is named in each standing claim of an event, and from what kinds of sources each event is told.

    Returns the numbers of the events that are doubtful.
    """
    bears_on: dict[str, list[int]] = {}
    for n, event in numbered.items():
        for evidence in event.evidence:
            bears_on.setdefault(evidence.claim, []).append(n)
    tagged: dict[tuple[str, str, int], str] = {}
    rows, read = list[Row](), dict[int, float]()
    for row in claims:
        if row.id not in bears_on:
            continue
        claim = json.loads(row.body)
        for n in bears_on[row.id]:
            read[n] = max(read.get(n, 0.0), claim.get("confidence") or 1.0)  # 0: the reader told none
        # Interned: the same few words in a hundred thousand claims.
        kind = intern(claim.get("source_kind", "none"))
        named = list(_mentions(row.id, row.doc, claim, groups))
        said = [(intern(m["key"]), intern(m["label"])) for m in named if m["role"] == "source"]
        for n in bears_on[row.id]:
            tagged["source_kind", kind, n] = kind
            for key, label in said:
                # Of several spellings the first by letters: claims come in another order where one article joins.
                tagged["speaker", key, n] = min(label, tagged.get(("speaker", key, n), label))
        rows += [{name: value for name, value in m.items() if name != "label"} for m in named]
        if len(rows) >= _BATCH:
            _insert(connection, tables.mentions, rows)
            rows = []
    doubtful = [n for n, confidence in read.items() if confidence < SURE]
    tagged |= {(*DOUBTFUL, n): "" for n in doubtful}
    tags = [{"role": r, "value": v, "n": n, "label": label} for (r, v, n), label in sorted(tagged.items())]
    _insert(connection, tables.tags, tags)
    _insert(connection, tables.mentions, rows)
    return doubtful


def _mentions(claim: str, doc: str, plain: Row, groups: Groups) -> Iterable[Row]:
    said = [*plain.get("arguments", ()), *plain.get("sources", ())]
    numbers: Counter[str] = Counter()
    for n, mention in enumerate(said):
        actor, role = mention.get("actor"), mention["role"]
        numbers[role] += 1
        if actor is None:
            continue
        group = None if actor.get("actor_id") else groups.get((claim, field_of(role, numbers[role])))
        key = group.id if group else actor.get("actor_id") or fold(actor.get("name") or actor["text"])
        words = (mention.get("span") or mention.get("means") or {}).get("text", "")
        if key:
            yield {
                "claim": claim,
                "n": n,
                "doc": doc,
                "role": role,
                "key": key,
                "text": words,
                "slant": int(bool(actor.get("slant"))),
                "label": group.name if group else actor.get("name") or actor["text"],
            }


def clear_words(connection: Connection) -> None:
    """Forget the events' words; their tables are emptied by the writer."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("DELETE FROM words_of_events"))


def forget(connection: Connection, doc: str) -> None:
    """Take a document's words out of the index: it was taken down."""
    connection.execute(delete(tables.mentions).where(tables.mentions.c.doc == doc))
    if connection.dialect.name != "sqlite":
        return
    query = "SELECT k.n, e.body FROM evidence v JOIN cards k ON k.event = v.event JOIN events e ON e.id = k.event"
    rows = connection.execute(text(f"{query} WHERE v.doc = :doc GROUP BY k.n"), {"doc": doc}).all()
    for row in rows:
        event = from_plain(Event, json.loads(row.body))
        connection.execute(text("DELETE FROM words_of_events WHERE rowid = :n"), {"n": row.n})
        said = f"{gist(event)} {' '.join(_spoken(event))} "
        connection.execute(text(_WORDS), {"n": row.n, "gist": said})


def refill(connection: Connection) -> None:
    """Make the index of a record that was written before there was one. Aliases come back with its next run."""
    bodies = connection.execute(text("SELECT body FROM events")).scalars().all()
    build(connection, (from_plain(Event, json.loads(body)) for body in bodies), {})


class _Rows:
    """The rows of the index, gathered event by event."""

    def __init__(self, names: Names) -> None:
        self.aliases = names
        self._clear()
        self._named: set[tuple[str, str, str]] = set()
        self._met: set[tuple[str, ...]] = set()

    def _clear(self) -> None:
        self.cards: list[Row] = []
        self.points: list[Row] = []
        self.tags: list[Row] = []
        self.names: list[Row] = []

    def write(self, connection: Connection) -> None:
        """Write what was gathered since the last time."""
        for table, rows in (
            (tables.cards, self.cards), (tables.points, self.points), (tables.tags, self.tags), (tables.names, self.names),
        ):  # fmt: skip
            _insert(connection, table, rows)
        self._clear()

    def take(self, n: int, event: Event) -> None:
        card, point = _card(n, event)
        self.cards.append(card)
        self.points.append(point)
        tagged: dict[tuple[str, str], str] = {}
        refs = [*(("agent", ref) for ref in event.agents), *(("target", ref) for ref in event.targets)]
        for part, ref in refs:
            key = actor_key(ref)
            if key:
                label = ref.name or ref.text
                tagged.setdefault(("actor", key), label)
                tagged.setdefault((part, key), label)
                self._name("actor", key, [ref.text, ref.name, *self.aliases.get(ref.actor_id or "", ())])
            if ref.side:
                tagged.setdefault(("side", ref.side), (self.aliases.get(ref.side) or (ref.side,))[0])
                self._name("actor", ref.side, self.aliases.get(ref.side, ()))
        if event.place:
            place = event.place
            named = place.place_id or is_capitalised(place.name or place.text)  # "a safehouse" is nothing to look for
            key = (place.place_id or fold(place.name or place.text)) if named else ""
            if key:
                label = place.name or place.text
                tagged[("place", key)] = tagged[("within", key)] = label
                self._name("place", key, [place.text, place.name, *self.aliases.get(key, ())])
            for holder in place.within:
                tagged.setdefault(("within", holder), (self.aliases.get(holder) or (holder,))[0])
                self._name("place", holder, self.aliases.get(holder, ()))
        tagged |= {("dispute", dispute.what): dispute.what for dispute in event.disputes}
        self.tags += [{"role": r, "value": v, "n": n, "label": label} for (r, v), label in tagged.items()]

    def _name(self, role: str, key: str, names: Sequence[str]) -> None:
        if (role, key, *names) in self._met:  # folding is what costs; most names come again and again
            return
        self._met.add((role, key, *names))
        for term in (key, *(f" {fold(name)} " for name in names if fold(name))):
            if (role, term, key) not in self._named:
                self._named.add((role, term, key))
                self.names.append({"role": role, "term": term, "key": key})


def actor_key(ref: ActorRef) -> str:
    """What an actor is picked and counted by: its id, else its words folded ("" for words without letters)."""
    return ref.actor_id or fold(ref.name or ref.text)


def is_actor_id(key: str) -> bool:
    """Whether an actor's key is an id ("kelmora/army", "new/..."); folded words have no slash."""
    return "/" in key


def _card(n: int, event: Event) -> tuple[Row, Row]:
    """The event's row in ``cards`` and its row in ``points``."""
    first, last, up = days(event)
    begins, ends = _ordinals(event.when)
    place = event.place
    tolls = {kind: event.toll(kind) for kind in TOLLS}
    row: Row = {
        "n": n,
        "event": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "begins": begins,
        "ends": ends,
        "up": up,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "witnesses": event.independent,
        "disputed": int(bool(event.disputes)),
        "part_of": event.part_of,
    }
    for kind, toll in tolls.items():
        row |= {f"{kind}_{side}": getattr(toll, side) if toll else None for side in ("low", "best", "high")}
    radius = place.radius_km if place else 0.0
    precision = place.precision.value if place else "unknown"
    point = [
        event.id, event.type, event.status.value, row["lat"], row["lon"], radius, precision, first, last,
        row["witnesses"], bool(event.disputes), gist(event),
    ]  # fmt: skip
    return row, {"n": n, "point": canonical(point)}


def _ordinals(when: Interval | None) -> tuple[int, int]:
    """First and last day as ordinals: so that two comparisons say whether an event may have been within some days."""
    first, last = (when.first_day, when.last_day) if when else (None, None)
    if first is None and last is None:
        return NEVER, -1
    return first.toordinal() if first else OPEN_BEFORE, last.toordinal() if last else OPEN_AFTER


def _spoken(event: Event) -> Iterable[str]:
    for ref in (*event.agents, *event.targets):
        yield from dict.fromkeys((ref.text, ref.name))
    if event.place:
        yield from dict.fromkeys((event.place.text, event.place.name))
