"""News agencies by the names under which their copy is credited, and the dateline and credit forms that name them."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Name to spellings (regular expressions, whole words). Short capitals count only as written.
AGENCIES: tuple[tuple[str, str], ...] = (
    ("Reuters", r"(?i:reuters|thomson reuters|рейтер|رويترز)|REUTERS"),
    ("AFP", r"AFP|(?i:agence france[- ]presse)|АФП|أ ?ف ?ب|(?:وكالة )?فرانس برس"),
    ("AP", r"AP|(?i:(?:the )?associated press)|أسوشي?يتد برس|Ассошиэйтед Пресс"),
    ("TASS", r"TASS|ТАСС|Itar-Tass|تاس"),
    ("RIA Novosti", r"RIA(?: Novosti)?|РИА(?: Новости)?"),
    ("Interfax", r"(?i:interfax|интерфакс)(?:-Ukraine|-Украина)?"),
    ("Sputnik", r"Sputnik|سبوتنيك"),
    ("Xinhua", r"(?i:xinhua)|Синьхуа|شينخوا"),
    ("SANA", r"SANA|(?i:syrian arab news agency)|САНА|سانا"),
    ("Anadolu", r"AA|(?i:anadolu(?: ajansı| agency)?)|الأناضول|Анадолу"),
    ("DHA", r"DHA"), ("IHA", r"İHA|IHA"),
    ("dpa", r"dpa|DPA|د ?ب ?أ"),
    ("EFE", r"EFE"), ("ANSA", r"ANSA"), ("UPI", r"UPI"), ("PTI", r"PTI"), ("ANI", r"ANI"),
    ("IRNA", r"IRNA|إرنا"), ("Fars", r"Fars(?: News(?: Agency)?)?"), ("Tasnim", r"Tasnim(?: News(?: Agency)?)?"),
    ("Petra", r"Petra|بترا"), ("WAFA", r"WAFA|وفا"), ("NNA", r"NNA"), ("KUNA", r"KUNA|كونا"), ("SPA", r"SPA|واس"),
    ("WAM", r"WAM|وام"), ("MENA", r"MENA|أ ?ش ?أ"), ("INA", r"INA|واع"), ("SABA", r"SABA|سبأ"),
    ("Ukrinform", r"Ukrinform|Укринформ|Укрінформ"),
    ("UNIAN", r"UNIAN|УНИАН|УНІАН"), ("BelTA", r"BelTA|БЕЛТА"), ("Kyodo", r"(?i:kyodo)"), ("Yonhap", r"(?i:yonhap)"),
    ("Bloomberg", r"Bloomberg"), ("SUNA", r"SUNA|سونا"),
)  # fmt: skip
_KNOWN = tuple((name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for name, pattern in AGENCIES)
#: What a credit to an agency outside the table looks like ("Orsa Press", "Island News Agency").
_LOOKS = re.compile(r"(?i:\b(?:news|agency|agence|press|presse|wires?|newswire|ajansı?)\b)|وكالة|агентств")
_SEVERAL = re.compile(r"(?i:(?:news )?agencies|agences|wires|ajanslar)|وكالات|агентства")

_PLACE = r"[^\W\d_][\w'’ʼ.\-]*(?:[ ][^\W\d_][\w'’ʼ.\-]*){0,4}"
_MONTH = r"[^\W\d_]{3,10}\.?"
_DAY = rf"(?:,? (?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?)?"
_DASH = r"[ \t]*(?:--|[-–—―])[ \t]+"
_AGENCY = r"[^\W\d_][\w .&/\-]{0,38}[\w.]"
#: The ways in which a report opens with its place and agency. First match at the start of a line holds.
_DATELINES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # BEIRUT, Aug 27 (Reuters) -   |   دمشق (سانا) -
        rf"(?P<place>{_PLACE}(?:(?:/|, ){_PLACE}){{0,3}}?){_DAY} ?\((?P<agency>{_AGENCY})\)(?:{_DASH}|[ \t]*:[ \t]+)",
        # (Reuters) -
        rf"\((?P<agency>{_AGENCY})\){_DASH}",
        # МОСКВА, 27 авг. - РИА Новости.   |   MOSCOW, August 27. /TASS/.
        rf"(?P<place>{_PLACE}(?:/{_PLACE})?){_DAY}\.? ?(?:{_DASH}(?P<agency>РИА Новости|ТАСС|Интерфакс|"
        rf"RIA Novosti|TASS)|/(?P<agency2>{_AGENCY})/)\.[ \t]+",
        # دمشق-سانا
        r"(?P<place>[\u0600-\u06ff]+(?: [\u0600-\u06ff]+){0,3}) ?[-–—] ?(?P<agency>سانا|رويترز|وفا|كونا|بترا|"
        r"سونا|واس|وام)[ \t]*[-–—:]?[ \t\n]+",
        # Orsa City/NewsCo —
        rf"(?P<place>(?=[A-ZÀ-ÞА-ЯЁ]){_PLACE})/(?P<agency>[A-ZА-ЯЁ][\w.&\-]{{1,30}}){_DASH}",
        # سارنهولت -   (no case to go by: one or two words at the very start, before a dash between blanks)
        r"(?P<place>[\u0620-\u06ff]{2,}(?: [\u0620-\u06ff]{2,})?) [-–—] (?=[\u0620-\u06ff«])",
        # GENEVA, 27 August -   |   ANKARA —
        rf"(?P<place>[A-ZÀ-ÞĞİŞА-ЯЁ][A-ZÀ-ÞĞİŞА-ЯЁ'’.\-]{{2,}}(?:(?:, |/|"
        rf" )[A-ZÀ-ÞĞİŞА-ЯЁ][\w'’.\-]+){{0,3}}){_DAY}{_DASH}",
    )
)
_LABEL = r"(?i:source|sources|credit|via|with|kaynak|источник|fonte|avec)|المصدر|مع"
#: Credits to an agency at the end of a line: " - REUTERS", "(AFP)", "Source: AFP", "With AFP", "Agencies".
_CREDIT = re.compile(rf"(?:{_LABEL})[ \t]*:?[ \t]*(?P<named>{_AGENCY})\.?$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report: where it was filed, by which agency, and where the opening ends in the line."""

    place: str
    agency: str
    end: int


def known_agency(words: str) -> str:
    """The agency's name when the words are just an agency's name in one of its spellings, "" otherwise."""
    words = words.strip(" .()[]/—–-\t")
    return next((name for name, pattern in _KNOWN if pattern.fullmatch(words)), "")


def agency_named(words: str) -> str:
    """The agency that a credit names: a known one, one that calls itself a news agency, or "agencies" for several."""
    words = words.strip(" .()[]\t")
    if _SEVERAL.fullmatch(words):
        return "agencies"
    known = known_agency(words)
    if known:
        return known
    for part in re.split(r",|/|&| and | et | و(?=\w)| и ", words):
        if found := known_agency(part):
            return found
    return words if len(words.split()) <= 5 and _LOOKS.search(words) else ""


def find_dateline(line: str) -> Dateline | None:
    """The dateline at the start of a line, None when it opens like any sentence."""
    for pattern in _DATELINES:
        match = pattern.match(line)
        if not match:
            continue
        groups = match.groupdict()
        place = (groups.get("place") or "").strip(" ,.")
        named = groups.get("agency") or groups.get("agency2") or ""
        if _believable(place, named):
            return Dateline(place, known_agency(named) or named.strip(), match.end())
    return None


def _believable(place: str, agency: str) -> bool:
    """Places are few words that begin with capitals (where the script has them); agencies are names, not clauses."""
    words = [word for word in re.split(r"[ /,]+", place) if word]
    small = [word for word in words if word[0].islower() and word not in ("de", "al", "el", "la", "le", "and", "of")]
    if small or len(words) > 8:
        return False
    if not agency or known_agency(agency):
        return True
    lowered_first = agency[0].islower()
    return (
        not lowered_first
        and len(agency.split()) <= 4
        and not re.search(r"(?i)\b(?:left|right|photo|age[ds]?)\b", agency)
    )


def find_credit(line: str) -> str:
    """The agency that a line which is nothing but a credit names, "" when it is none."""
    stripped = line.strip().strip("()[]").strip()
    match = _CREDIT.match(stripped)
    if match:
        return agency_named(match["named"])
    bare = re.sub(r"^(?:--|[-–—])\s*", "", stripped)
    return "agencies" if _SEVERAL.fullmatch(bare) else known_agency(bare)


def agency_in_report_credit(words: str) -> str:
    """The agency that a bracket such as "Reporting by the X news agency" or "writing for AFP" names, mostly ""."""
    return next((name for name, pattern in _KNOWN if pattern.search(words)), "")
