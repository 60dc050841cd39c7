"""The claim: one statement, by someone, in one place of one text. Fields and types follow the claims codebook, v1."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.interval import Interval
from vigil.model.text import Bounds, Span

MODES: dict[str, tuple[str, ...]] = {
    "takeover": ("captured", "recaptured", "lost", "holds", "divided"),
    "siege": ("imposed", "lifted"),
    "arms": ("supplied", "seized"),
    "displacement": ("fled", "evacuated", "expelled", "returned", "sheltering"),
    "aid": ("delivered", "blocked", "sought"),
    "ceasefire": ("agreed", "declared", "proposed", "violated", "ended", "holds"),
}
TYPES: tuple[str, ...] = (
    "attack", "airstrike", "shelling", "bombing", "killing", "chemical", "abduction", "detention", "abuse",
    "destruction", "casualties", "takeover", "siege", "deployment", "withdrawal", "arms", "displacement", "aid",
    "ceasefire", "talks", "agreement", "demand", "threat", "accusation", "sanction", "protest", "release",
)  # fmt: skip
ROLES: tuple[str, ...] = ("agent", "target", "place", "from", "instrument")
COUNT_KINDS: tuple[str, ...] = (
    "killed", "wounded", "missing", "displaced", "detained", "abducted", "forces", "materiel", "places", "strikes",
)  # fmt: skip
SOURCE_KINDS: tuple[str, ...] = (
    "government", "military", "armed_group", "official", "resident", "rescuer", "monitor", "un", "aid", "media",
    "analyst", "other", "none",
)  # fmt: skip


class Stance(StrEnum):
    """What the source does with the event."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"


class Status(StrEnum):
    """What the event itself is said to be."""

    ACTUAL = "actual"
    INTENDED = "intended"
    FEARED = "feared"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An argument or source: its words (None when the sentence leaves it out), and what they refer to in the text.

    ``means`` is set where the words are a pronoun or bare noun, or left out: the antecedent's span elsewhere in the
    document. ``actor`` and ``place`` are filled by the resolve stage.
    """

    role: str  # one of ROLES, or "source"
    span: Span | None
    means: Span | None = None
    actor: ActorRef | None = None  # filled by resolve for agent, target, source
    place: PlaceRef | None = None  # filled by resolve for place, from
    score: float = 0.0  # the reader's confidence in [0, 1]

    @property
    def words(self) -> str:
        """The words in the sentence, "" when left out."""
        return self.span.text if self.span else ""

    @property
    def meaning(self) -> str:
        """What is meant: the antecedent's words, else the words themselves."""
        return self.means.text if self.means else self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people or things as a range; None leaves that side open ("at least five" is 5 .. None)."""

    kind: str  # one of COUNT_KINDS
    min: int | None
    max: int | None
    span: Span | None = None  # the number words
    who: Span | None = None  # whom or what they count
    cumulative: bool = False  # a running toll ("bringing the toll to 27"), not this event's own

    def __post_init__(self) -> None:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"a count's range is empty: {self.min} .. {self.max}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What the reader's network saw of a claim's sentence: for the stage after it, and kept nowhere.

    ``tokens`` are the character bounds of the sentence's word pieces; ``rows`` holds for each of them its states and notes,
    pass two's last states and what it thinks of it as a place (docs/reader.md): half-precision numbers, one row after
    another. They mean something only to what was trained on the same network, which ``network`` names.
    """

    network: str
    tokens: tuple[Bounds, ...]
    trigger: tuple[int, int]  # its first token and the one behind it
    rows: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement that something happened, will happen or did not happen, with the words it was read from.

    ``sources`` are innermost first, the outermost last, and empty where the document's own writer says it. ``when``
    and ``place`` are what the resolve stage takes the time and place words to mean; ``place`` is the claim's one best
    place, while each place mention keeps its own ref.
    """

    id: str
    doc: str
    s: int  # sentence number in Document.sentences
    sentence: Bounds
    trigger: Span
    type: str
    mode: str = ""
    arguments: tuple[Mention, ...] = ()
    sources: tuple[Mention, ...] = ()
    source_kind: str = "none"
    cue: Span | None = None
    time: Span | None = None
    counts: tuple[Count, ...] = ()
    stance: Stance = Stance.ASSERTS
    status: Status = Status.ACTUAL
    confidence: float = 0.0
    reader: str = ""  # name and version of the reader that read it
    when: Interval | None = None
    place: PlaceRef | None = None
    sight: Sight | None = field(default=None, compare=False, repr=False, metadata={"passing": True})

    def of(self, role: str) -> tuple[Mention, ...]:
        """The arguments that play one role."""
        return tuple([mention for mention in self.arguments if mention.role == role])
