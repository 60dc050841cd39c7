"""An error in one line names what it is about, once."""

from __future__ import annotations

import pytest

from vigil.cli.common import complaint
from vigil.model.errors import Unreadable


@pytest.mark.parametrize(
    ("item", "message", "line"),
    [
        ("a", "the reader does not read 'fr'", "a: the reader does not read 'fr'. Leave it out"),
        ("line 2", "line 21 is shut", "line 2: line 21 is shut. Leave it out"),
        ("line 2", "line 2 is shut.", "line 2 is shut. Leave it out"),
        ("in/a.jsonl", "cannot read in/a.jsonl: gone", "cannot read in/a.jsonl: gone. Leave it out"),
        ("a", "no event 'a'", "no event 'a'. Leave it out"),
        ("(a+", "no event '(a+'", "no event '(a+'. Leave it out"),
        ("", "gone", "gone. Leave it out"),
    ],
)
def test_the_item_is_named_once(item: str, message: str, line: str) -> None:
    assert complaint(Unreadable(message, item=item, advice="leave it out")) == line
