"""Words by which an act's place is told from the other places of its sentence."""

from __future__ import annotations

#: Preposition -> its kind.
PREPOSITIONS = {
    word: kind
    for kind, words in {
        "in": "in inside within", "at": "at", "near": "near off", "from": "from", "to": "to toward towards", "of": "of",
        "on": "on", "around": "outside around", "across": "across throughout", "into": "into", "between": "between",
        "against": "against", "for": "for", "with": "with", "by": "by", "over": "over through along via",
    }.items()
    for word in words.split()
}  # fmt: skip
#: Nouns of places: "the town of", "the outskirts of".
HEADS = frozenset(
    "town city village district province region area neighborhood neighbourhood suburb outskirts state county camp capital "
    "port part parts south north east west center centre settlement valley municipality governorate island countryside "
    "hamlet localities towns villages cities districts provinces sector subdistrict division airbase base".split()
)
#: Noun of a place -> its kind: "Idlib province", "Tishrin Dam".
PLACE_NOUNS = {
    word: kind
    for kind, words in {
        "division": "province governorate state region county oblast provinces governorates",
        "settlement": "village town city district neighborhood neighbourhood suburb area camp commune municipality township "
        "block quarter villages towns cities districts",
        "site": "airport airbase base hospital market square bridge street road highway mosque church school university "
        "station prison courthouse mountain mountains river valley border crossing port stadium park",
    }.items()
    for word in words.split()
}
#: Kinds of names by what the gazetteer takes them for, and how large the place is beside others.
SIZE = {"town": 1, "unknown": 1, "city": 2, "division": 3, "region": 3, "country": 4, "people": 5}
FAMILIES = {
    kind: family
    for family, kinds in {
        "violence": "attack airstrike shelling bombing killing chemical casualties destruction abuse",
        "ground": "takeover siege deployment withdrawal arms",
        "captivity": "abduction detention release",
        "people": "displacement aid protest",
        "words": "ceasefire talks agreement demand threat accusation sanction",
    }.items()
    for kind in kinds.split()
}
#: Words that a name in capitals may have caught in front.
LEADING = frozenset("in at on near the from meanwhile of and a after by to".split())
