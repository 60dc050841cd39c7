"""Names of buildings, streets and institutions: by the place that stands in the name, or by where the text is.

No gazetteer here knows hospitals and markets. "Velm General Hospital" is in or near Velm; "Kestrel Hospital", in a text that
has just named Velm, is most likely there too. Both are areas with a low score, never points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from vigil.model.entity import PlacePrecision, PlaceRef
from vigil.model.link import Score
from vigil.reference.keys import fold
from vigil.resolve.places.words import is_name

#: Last (or, before "of", first) words of names of things that stand in a place and are no place of their own.
FACILITIES = frozenset(
    "hospital clinic school elementary academy university college institute mosque church cathedral chapel temple "
    "synagogue monastery market mall supermarket bazaar souk square street st road avenue boulevard lane drive quarter "
    "neighborhood neighbourhood estate building tower towers center centre complex hotel restaurant cafe cinema theatre "
    "theater stadium arena park garden gardens zoo museum library court courthouse prison jail barracks station depot "
    "factory plant mill warehouse refinery pipeline farm cemetery graveyard hall house palace castle fort fortress "
    "citadel bridge roundabout checkpoint crossing gate airport airfield airbase airstrip port harbour harbor dock pier "
    "office headquarters ministry embassy consulate bank company club gym gallery studio shelter orphanage dam "
    "powerhouse district suburb block township campus memorial faculty".split()
)
#: Radius (km) of the area around a town in which something named after it, or named beside it, may lie.
AROUND_KM = 15.0
LONGEST = 4
#: Score from which a town says where a facility beside it is: the town's share of all chances is then one half
#: (``choose.share_of``), and by the reliability of such choices it is right in two of three.
CLEAR = 0.68
#: Score of a facility that only stands beside a town in the text.
BESIDE = 0.3


def is_facility(name: str) -> bool:
    """True when a name says that it is a building, a street or an institution."""
    words = fold(name).split()
    return bool(words) and (words[-1] in FACILITIES or (len(words) > 2 and words[0] in FACILITIES and words[1] == "of"))


def embedded(name: str, known: Callable[[str], bool]) -> str:
    """The longest known place that stands in a facility's name ("Velm" in "Velm General Hospital"), "" for none."""
    words = name.replace("’", "'").split()
    if len(words) < 2 or not is_facility(name):
        return ""
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size]).removesuffix("'s").strip(",")
            if is_name(part) and not is_facility(part) and known(part):
                return part
    return ""


def beside(refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Facilities that nothing else placed, put where the nearest town named before them (else after them) is."""
    found = list(refs)
    for number, ref in enumerate(refs):
        if ref.place_id is not None or not is_facility(ref.text) or not is_name(ref.text):
            continue
        town = _town(reversed(refs[:number])) or _town(refs[number + 1 :])
        if town is not None:
            found[number] = replace(
                town, text=ref.text, radius_km=round(town.radius_km + AROUND_KM, 1), precision=PlacePrecision.NEAR,
                within=(town.place_id or "", *town.within),
                score=Score(BESIDE, f"a facility, most likely in or near {town.name}, which the text names beside it"),
            )  # fmt: skip
    return found


def _town(refs: Iterable[PlaceRef]) -> PlaceRef | None:
    return next(
        (
            ref
            for ref in refs
            if ref.place_id
            and ref.precision in (PlacePrecision.EXACT, PlacePrecision.NEAR)
            and ref.score.value >= CLEAR
        ),
        None,
    )
