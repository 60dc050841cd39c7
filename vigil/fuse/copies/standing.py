"""What no longer stands: reports that were withdrawn, and copies of a report that has been corrected since.

Their claims stay as evidence and lose their say: a withdrawn report is nobody's witness, wherever it was copied, and a copy
that still carries the old figure does not speak against the corrected one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from vigil.fuse.copies.outlets import Outlets
from vigil.fuse.copies.syndication import Copies
from vigil.fuse.words import content
from vigil.model.text import Document, Unread, ZoneKind

HEAD = 400  # characters: a notice says what it is at once
DAYS = 30  # between a report and the notice that withdraws it
TITLE = 0.6  # of the headline's words that the notice repeats
_THING = r"(?:story|article|report)"
_ABOUT = r"(?: (?:about|on|of|headlined|titled|published)[^.!?\n]{0,80}?)?"
_NOTICE = re.compile(
    rf"(?i)\b(?:this|the|our|its|an?) (?:\w+ ){{0,2}}{_THING}{_ABOUT},? (?:has|have|is|was)(?: been| being)? "
    rf"(?:withdrawn|retracted|taken down)\b"
    rf"|\b(?:withdraws?|withdrew|retracts?|retracted) (?:its|the|our|an?|this) (?:\w+ ){{0,3}}{_THING}\b"
    rf"|^\W*(?:withdrawn|withdrawal|retracted|retraction|mandatory kill|kill notice)\s*(?:[:!—–-]|$)"
)


_SIGNS = ("withdr", "retract", "taken down", "mandatory kill", "kill notice")


@dataclass(frozen=True, slots=True)
class Standing:
    """Document ids. ``withdrawn``: taken back, with their copies and the notice. ``outdated``: copies of a text that was
    corrected after them, with a number that it no longer has."""

    withdrawn: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()

    @property
    def silent(self) -> frozenset[str]:
        """Documents whose claims have no more say."""
        return self.withdrawn | self.outdated


def is_notice(document: Document) -> bool:
    """True for a text that says at once that a report is withdrawn."""
    return any(_told(text) for text in (document.title, document.text[:HEAD]))


def _told(text: str) -> bool:
    # The pattern is slow to find that nothing is there; that most texts have none of its words is found at once.
    plain = text.casefold()
    return any(word in plain for word in _SIGNS) and _NOTICE.search(text) is not None


def standing(documents: Sequence[Document], copies: Copies, outlets: Outlets) -> Standing:
    """What of some documents was withdrawn or outdated. Pure; the order of the documents is free."""
    notices = [document for document in documents if is_notice(document)]
    gone = {notice.id for notice in notices}
    if notices:
        by_voice: dict[str, list[Document]] = defaultdict(list)
        by_key: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            by_voice[outlets.voice(document)[0]].append(document)
            by_key[document.key].append(document)
        for notice in notices:
            near = [*by_key[notice.key], *by_voice[outlets.voice(notice)[0]]]
            gone.update(other.id for other in near if _withdraws(notice, other, outlets))
    origins = {document.id: copies.of(document.id) for document in documents}
    withdrawn = {doc for doc, origin in origins.items() if doc in gone or origin in gone}
    by_id = {document.id: document for document in documents}
    outdated = {
        doc
        for doc, origin in origins.items()
        if origin != doc and origin in by_id and _corrected_after(by_id[origin], by_id[doc])
    }
    return Standing(frozenset(withdrawn), frozenset(outdated))


def _withdraws(notice: Document, report: Document, outlets: Outlets) -> bool:
    """The report is an older one of the notice's publisher or agency, and the notice repeats its headline's words."""
    if report.id == notice.id or is_notice(report) or not report.title:
        return False
    if report.key == notice.key:
        return True
    one, two = outlets.voice(notice)[0], outlets.voice(report)[0]
    if one != two or notice.published is None or report.published is None:
        return False
    if not 0 <= (notice.published - report.published).days <= DAYS:
        return False
    words = content(report.title)
    return len(words & content(f"{notice.title} {notice.text[: 2 * HEAD]}")) >= TITLE * len(words) > 0


_NUMBER = re.compile(r"\d+")


def _corrected_after(origin: Document, copy: Document) -> bool:
    """The origin says that it was corrected, after the copy appeared, and the copy has a number that it no longer has."""
    marked = any(zone.kind is ZoneKind.CORRECTION for zone in origin.zones)
    changed = origin.modified if origin.modified != origin.published else None
    if not marked or (changed is not None and copy.published is not None and copy.published > changed):
        return False
    return bool(_story_numbers(copy) - _story_numbers(origin))


def _story_numbers(document: Document) -> frozenset[str]:
    unread = Unread(document.zones)
    text = "".join(document.text[a:b] + "\n" for a, b in document.sentences if not unread(a, b))
    return frozenset(_NUMBER.findall(text or document.text)) | frozenset(_WORDS.findall(text.lower()))


_WORDS = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds)\b")
