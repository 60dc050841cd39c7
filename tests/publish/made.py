"""A record made by hand: one strike with two tolls, a denial and a copy; a town that changes hands; a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from vigil.model.claim import Claim, Count, Mention, Stance
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.event import (
    Dispute,
    Estimate,
    Event,
    EventStatus,
    Evidence,
    Position,
    Relation,
    Witness,
)
from vigil.model.interval import Interval
from vigil.model.issue import Issue, Level
from vigil.model.state import Control, Hold, States, Stretch
from vigil.model.text import Document, Span

VELM = PlaceRef(
    text="Velm", place_id="pack:orsa/velm", name="Velm", lat=41.2, lon=12.4, radius_km=2.0, precision=PlacePrecision.EXACT,
    country="ORS",
)  # fmt: skip
NORTH = PlaceRef(
    text="the north", place_id="pack:orsa/north", name="North", lat=41.6, lon=12.6, radius_km=30.0,
    precision=PlacePrecision.DISTRICT, country="ORS",
)  # fmt: skip
ARMY = ActorRef(text="army jets", actor_id="orsa/army", name="Orsan Army", kind="army", side="orsa/government")
FRONT = ActorRef(text="the Front", actor_id="orsa/front", name="Tarn Front", kind="rebel", side="orsa/front")
VICTIM = ActorRef(text="Lena Marsh, a baker")
ATTACKS = '<script>alert("x")</script><img src=x onerror=alert(1)>'

TEXTS = {
    "d1": (
        "Harbour Times",
        "Strike on Velm market",
        "Army jets bombed the market in Velm on Friday, killing 21 people, rescuers said.",
    ),
    "d2": (
        "Orsa Radio",
        "No strike, says army",
        'The army denied that its jets bombed Velm. "Nine people died in a gas blast," it said.',
    ),
    "d3": ("Daily Copy", ATTACKS, "Army jets bombed the market in Velm on Friday, killing 21 people, rescuers said."),
    "d4": ("", "", "The Front took the north from the army."),
}


@dataclass
class MadeRecord:
    """Stands in for the store's View."""

    made_documents: list[Document] = field(default_factory=list)
    made_claims: list[Claim] = field(default_factory=list)
    made_events: list[Event] = field(default_factory=list)
    made_controls: list[Control] = field(default_factory=list)
    made_states: States = field(default_factory=States)  # all but the controls

    def documents(self) -> Iterable[Document]:
        return self.made_documents

    def document(self, id: str, /) -> Document | None:
        return next((item for item in self.made_documents if item.id == id), None)

    def claims(self) -> Iterable[Claim]:
        return self.made_claims

    def claim(self, id: str, /) -> Claim | None:
        return next((item for item in self.made_claims if item.id == id), None)

    def events(self) -> Iterable[Event]:
        return self.made_events

    def controls(self) -> Iterable[Control]:
        return self.made_controls

    def all_states(self) -> States:
        return replace(self.made_states, controls=tuple(self.made_controls))


def issue(item: str = "file:x.pdf", message: str = "its bytes are damaged", level: Level = Level.ERROR) -> Issue:
    return Issue(item=item, stage="ingest", level=level, message=message, advice="fetch it again")


def document(id: str, day: int = 4, url: str = "") -> Document:
    outlet, title, body = TEXTS[id]
    return Document(
        id=id, key=f"file:{id}.txt", digest=id * 32, text=body, title=title, outlet=outlet, url=url, language="en",
        published=datetime(2031, 5, day, 9, 30, tzinfo=UTC), published_precision="second", sentences=((0, len(body)),),
    )  # fmt: skip


def words(doc: Document, part: str) -> Span:
    start = doc.text.index(part)
    return doc.span(start, start + len(part))


def claim(doc: Document, trigger: str, **more: object) -> Claim:
    base: dict[str, object] = {
        "id": f"c-{doc.id}",
        "type": "airstrike",
        "when": Interval.day(date(2031, 5, 2)),
        "place": VELM,
    }
    return Claim(doc=doc.id, s=0, sentence=(0, len(doc.text)), trigger=words(doc, trigger), **(base | more))  # type: ignore[arg-type]


def record() -> MadeRecord:
    one, two, three, four = (
        document("d1", url="https://example.org/velm"),
        document("d2", 5),
        document("d3", 5),
        document("d4", 6),
    )

    def strike(doc: Document) -> Claim:
        return claim(
            doc,
            "bombed",
            arguments=(
                Mention(role="agent", span=words(doc, "Army jets"), actor=ARMY),
                Mention(role="target", span=words(doc, "the market in Velm")),
                Mention(role="place", span=words(doc, "Velm"), place=VELM),
            ),
            sources=(Mention(role="source", span=words(doc, "rescuers")),),
            source_kind="rescuer",
            cue=words(doc, "said"),
            time=words(doc, "on Friday"),
            counts=(Count(kind="killed", min=21, max=21, span=words(doc, "21"), who=words(doc, "people")),),
        )

    denial = claim(
        two, "bombed", stance=Stance.DENIES, sources=(Mention(role="source", span=words(two, "The army"), actor=ARMY),),
        source_kind="military", cue=words(two, "denied"),
    )  # fmt: skip
    blast = claim(
        two, "died", id="c-d2b", type="casualties",
        sources=(Mention(role="source", span=words(two, "it said"), means=words(two, "The army")),),
        counts=(Count(kind="killed", min=9, max=9, span=words(two, "Nine")),),
    )  # fmt: skip
    taken = claim(
        four, "took", type="takeover", mode="captured", place=NORTH, when=Interval.day(date(2031, 5, 6)),
        arguments=(Mention(role="agent", span=words(four, "The Front"), actor=FRONT),),
    )  # fmt: skip
    claims = [strike(one), denial, blast, strike(three), taken]
    return MadeRecord([one, two, three, four], claims, [strike_event(), takeover_event(), plan_event()], [control()])


def strike_event() -> Event:
    return Event(
        id="ev_aaaaaaaaaaaaaaaa", type="airstrike", place=VELM, when=Interval.day(date(2031, 5, 2)),
        status=EventStatus.DISPUTED, status_reason="told by rescuers, Old Tom; disputed: occurrence", agents=(ARMY,),
        targets=(VICTIM, ActorRef(text="three civilians")),
        evidence=(
            Evidence(claim="c-d1", doc="d1", relation=Relation.SUPPORTS, witness="w1"),
            Evidence(claim="c-d3", doc="d3", relation=Relation.SUPPORTS, witness="w1", copy_of="d1"),
            Evidence(claim="c-d2", doc="d2", relation=Relation.DENIES, witness="w2"),
            Evidence(claim="c-d2b", doc="d2", relation=Relation.SUPPORTS, witness="w2"),
        ),
        witnesses=(
            Witness(id="w1", name="Old Tom", kind="resident", side="", docs=("d1", "d3")),
            Witness(id="w2", name="Orsan Army", kind="military", side="orsa/government", docs=("d2",)),
        ),
        estimates=(Estimate(kind="killed", low=9, best=21, high=21, rule="latest of the most telling", claims=("c-d1",)),),
        disputes=(
            Dispute(
                what="killed",
                positions=(
                    Position(value="9", by=("Orsan Army",), claims=("c-d2b",)),
                    Position(value="21", by=("Old Tom",), claims=("c-d1", "c-d3")),
                ),
            ),
        ),
    )  # fmt: skip


def takeover_event() -> Event:
    return Event(
        id="ev_bbbbbbbbbbbbbbbb", type="takeover", mode="captured", place=NORTH,
        when=Interval.day(date(2031, 5, 6)), agents=(FRONT,),
        evidence=(Evidence(claim="c-d4", doc="d4", relation=Relation.SUPPORTS, witness="w3"),),
        witnesses=(Witness(id="w3", name="file d4", kind="outlet", side="", docs=("d4",)),), status_reason="one witness",
    )  # fmt: skip


def plan_event() -> Event:
    return Event(
        id="ev_cccccccccccccccc",
        type="deployment",
        status=EventStatus.ANNOUNCED,
        place=PlaceRef(text="Nowhere"),
        agents=(ARMY,),
    )


def stretch(
    start: date | None,
    end: date | None,
    hold: Hold,
    holders: tuple[ActorRef, ...],
    events: tuple[str, ...],
    reason: str,
) -> Stretch:
    return Stretch(start=start, end=end, hold=hold, holders=holders, events=events, reason=reason)


def control() -> Control:
    return Control(
        place=VELM,
        stretches=(
            stretch(None, date(2031, 5, 2), Hold.HELD, (ARMY,), ("ev_aaaaaaaaaaaaaaaa",), "said to hold it"),
            stretch(date(2031, 5, 2), date(2031, 5, 6), Hold.CONTESTED, (ARMY, FRONT), (), "both claim it"),
            stretch(date(2031, 5, 6), None, Hold.HELD, (FRONT,), ("ev_bbbbbbbbbbbbbbbb",), "took it"),
        ),
    )
