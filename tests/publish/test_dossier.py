from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.publish import made
from vigil.model.claim import Claim, Mention
from vigil.model.text import Document
from vigil.publish.dossier import open_dossier, pieces


def test_each_claim_stands_in_its_sentence_with_its_part_marked() -> None:
    record = made.record()
    dossier = open_dossier(record, record.made_events[0])
    roles = {piece.role: piece.text for piece in dossier.supporting[0].pieces}
    assert roles["trigger"] == "bombed"
    assert roles["agent"] == "Army jets"
    assert roles["source"] == "rescuers"
    assert dossier.supporting[0].sentence == made.TEXTS["d1"][2]


def test_for_and_against_are_kept_apart_and_copies_name_their_original() -> None:
    record = made.record()
    dossier = open_dossier(record, record.made_events[0])
    assert [told.claim.id for told in dossier.supporting] == ["c-d1", "c-d2b", "c-d3"]
    assert [told.stance for told in dossier.denying] == ["denied it"]
    copy = dossier.supporting[2]
    assert copy.original is not None
    assert copy.original.id == "d1"
    assert [side.value for side in dossier.quarrels[0].sides] == ["9", "21"]


def test_evidence_that_the_record_no_longer_holds_is_left_out() -> None:
    record = made.record()
    record.made_claims = record.made_claims[1:]
    assert [told.claim.id for told in open_dossier(record, record.made_events[0]).supporting] == ["c-d2b", "c-d3"]


@given(st.data())
def test_marking_never_adds_or_loses_a_letter(data: st.DataObject) -> None:
    words = data.draw(st.text("ab c.", min_size=3, max_size=40))
    size = len(words)

    def bounds() -> tuple[int, int]:
        start = data.draw(st.integers(0, size - 1))
        return start, data.draw(st.integers(start + 1, size))

    document = Document(id="d", key="k", digest="", text=words)
    mentions = tuple(Mention(role="agent", span=document.span(*bounds())) for _ in range(3))
    claim = Claim(
        id="c", doc="d", s=0, sentence=bounds(), trigger=document.span(*bounds()), type="attack", arguments=mentions
    )
    start, end = claim.sentence
    shown = "".join(piece.text for piece in pieces(document, claim))
    assert shown.replace(" ", "") == words[start:end].replace(" ", "")
