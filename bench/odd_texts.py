"""Texts that break readers: random and mutated strings, odd Unicode, odd numbers and dates, and some of a megabyte."""

from __future__ import annotations

import random

from bench.speed import sentences

#: Characters that break things: joiners, marks, direction overrides, surrogate halves, controls, astral letters.
ODD = "\u200b\u200d\u202e\u2066\ufeff\u0301\u0489\x00\x07\x1b\x85\u2028\ud800\udfff\U0001f4a5\U00012000"
ODD += "ﷺß\u0130ſΣ\u00ad\t\r\n"
SCRIPTS = [
    "абвгд ежз.",
    "حرب غارة دبابة",
    "戦争爆撃。",
    "যুদ্ধ",
    "ᎠᎡᎢ",
    "ไทยสงคราม",
    "𝔴𝔞𝔯",
    "ＷＡＲ",
    "1234567890,.%$",
    "()[]{}<>\"'`&;",
]
#: What Python or a person takes for a number, or nearly.
NUMBERS = [
    *(
        "²",
        "½",
        "٣٤",
        "１２",
        "Ⅻ",
        "一二",
        "0",
        "-5",
        "007",
        "1e999",
        "nan",
        "inf",
        "0x1F",
        "1_000",
        "1,2,3",
        "1.000.000",
    ),
    *("10,00", "5-3", "between 9 and 4", "at least", "more than 0", "up to", "dozens of", "a hundred thousand million"),
    *("no", "neither", "some 10 or 12", "nine hundred and ninety-nine", "3 million billion", "zero", "half a dozen"),
    *("9" * 40, "9" * 5000, "1," * 30, "twenty " * 12, "million " * 12, "1–2–3–4", "three (3) to 2", "1/0", "%"),
]
#: Days that there are not, that are told oddly, or that lie at the ends of the calendar.
DATES = [
    *("31 February 2024", "0 May", "the 99th of May", "13/13/2013", "2024-00-00", "9999-12-31", "1 January 0001"),
    *(
        "in the year 0",
        "since 10000",
        "1 BC",
        "Friday the 32nd",
        "last week next year",
        "a day earlier",
        "in 99999 days",
    ),
    *("in the last 9999999999999 years", "5 million months ago", "between Monday and Monday", "25:61", "noon to noon"),
    *("30 Ramadan 1445", "the 1st of the 2nd of the 3rd", "29 February 1900", "from May until April", "²/²/²²²²"),
    *("last " * 12 + "Friday", "12.12.12.12", "the 1990s and 1990", "minus two days ago", "yesterday tomorrow"),
]
FRAMES = [
    "{who} killed {number} soldiers and wounded {number} others in Velm {date}.",
    "{number} people were killed, {who} said {date}, denying that {number} had fled.",
    '"{who} shelled {number} villages {date}," said {who}, "and {number} were taken."',
    "On {date}, {who} captured {number} of {number} towns; {who} denied it {date}.",
    "{who} and {who} agreed to a truce from {date} to {date}, {number} days after the strike.",
    "The toll rose to {number} from {number} {date} ({number} children).",
]
LONG = 1_000_000
#: One text in so many is as long as an article or ten.
RARE = 500


class OddTexts:
    """Text n of a seed, always the same; made of the small world's sentences where it is made of sentences."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.told = sorted(set(sentences()))

    def __getitem__(self, n: int) -> str:
        rng = random.Random(self.seed * 10_000_019 + n)
        return self._long(rng) if n % RARE == RARE - 1 else self._short(rng)

    def _short(self, rng: random.Random) -> str:
        match rng.randrange(6):
            case 0:
                return "".join(
                    chr(rng.choice((rng.randrange(0x250), rng.randrange(0x110000)))) for _ in range(rng.randrange(60))
                )
            case 1:
                return "".join(rng.choice(ODD + " abc.") for _ in range(rng.randrange(80)))
            case 2:
                return " ".join(rng.choice(SCRIPTS) for _ in range(rng.randrange(8)))
            case 3:
                return self._mutated(rng, rng.choice(self.told))
            case 4:
                return self._filled(rng)
            case _:
                two = " ".join(rng.choice(self.told) for _ in range(2))
                return self._mutated(rng, two).replace(" ", rng.choice(("", " ", "\n")))

    def _long(self, rng: random.Random) -> str:
        """One kind many times over, or all mixed: 1,000 to 15,000 characters, half of them in one line."""
        size = int(1000 * 15 ** rng.random())
        one = self._short(rng) or "."
        again, parts, length = rng.random() < 0.3, [], 0
        while length < size:
            parts.append(one if again else self._short(rng))
            length += len(parts[-1]) + 1
        text = rng.choice((" ", "\n", "")).join(parts)[:size]
        return text.replace("\n", " ") if rng.random() < 0.5 else text

    def _filled(self, rng: random.Random) -> str:
        """A sentence of war news with numbers and days that are none."""
        who = ("Rebels", "The army", "Ilker Dane", "a spokesman for the Council of Doral", "\u202eحرب", "they", "")
        text = rng.choice(FRAMES)
        for name, choices in (("{who}", who), ("{number}", NUMBERS), ("{date}", DATES)):
            while name in text:
                text = text.replace(name, rng.choice(choices), 1)
        return self._mutated(rng, text) if rng.random() < 0.3 else text

    def _mutated(self, rng: random.Random, text: str) -> str:
        letters = list(text)
        for _ in range(rng.randrange(1, 12)):
            at = rng.randrange(len(letters) + 1)
            letters[at : at + rng.randrange(4)] = rng.choice(
                (rng.choice(ODD), "", "".join(letters[:9]), rng.choice(SCRIPTS))
            )
        return "".join(letters)

    def giants(self) -> list[str]:
        """A megabyte in one line, the quick ones first: of one letter, of marks, of sentences run together, of odd scripts,
        of words that are all triggers."""
        units = [
            "a",
            "\u202e",
            "e\u0301\u0489",
            "حرب غارة دبابة ",
            "A. ",
            "戦争爆撃",
            '("',
            "shelling killed five in Velm ",
        ]
        long = [(unit * (LONG // len(unit) + 1))[:LONG] for unit in units]
        endless = "".join(self.told * (LONG // len("".join(self.told)) + 1))
        return [*long[:3], endless[:LONG].replace(". ", " "), *long[3:]]
