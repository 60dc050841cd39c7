"""What the reader's output columns mean: one place for training, export and decoding.

The network has two heads' worth of output. Pass one gives, for every token, one of TRIGGER_TAGS. Pass two, run once for
each trigger, gives for every token one B/I/O choice per role (an actor may be agent and source at once, so roles do not
compete), one count tag, and for the claim as a whole its stance, status, mode, source kind and type, and whether it is one.
"""

from __future__ import annotations

from vigil.model.claim import COUNT_KINDS, MODES, SOURCE_KINDS, TYPES, Stance, Status

O_TAG = 0
#: 0 is outside; type number t has its first token at 1 + 2t and its further tokens at 2 + 2t.
TRIGGER_TAGS: tuple[str, ...] = ("O", *(f"{bi}-{name}" for name in TYPES for bi in "BI"))

#: Roles tagged independently, three columns (O, B, I) each.
SPAN_ROLES: tuple[str, ...] = ("agent", "target", "place", "from", "instrument", "source", "cue", "time", "who")
COUNT_TAGS: tuple[str, ...] = ("O", *(f"{bi}-{kind}" for kind in COUNT_KINDS for bi in "BI"))

STANCES: tuple[str, ...] = tuple(stance.value for stance in Stance)
STATUSES: tuple[str, ...] = tuple(status.value for status in Status)
#: "" where the type has no modes; each (type, mode) pair is a class of its own.
MODE_CLASSES: tuple[tuple[str, str], ...] = tuple((name, mode) for name, modes in MODES.items() for mode in modes)

N_SPAN = 3 * len(SPAN_ROLES)
N_COUNT = len(COUNT_TAGS)

#: Order of the claim-level classes in pass two's third output (tags, far tags, classes, top).
CLASS_HEADS: tuple[tuple[str, int], ...] = (
    ("stance", len(STANCES)),
    ("status", len(STATUSES)),
    ("mode", len(MODE_CLASSES)),
    ("source_kind", len(SOURCE_KINDS)),
    ("type", len(TYPES)),
    ("valid", 2),
)
N_CLASS = sum(size for _, size in CLASS_HEADS)


def class_slices() -> dict[str, slice]:
    """Columns of each claim-level head in pass two's third output."""
    slices, start = {}, 0
    for name, size in CLASS_HEADS:
        slices[name] = slice(start, start + size)
        start += size
    return slices
