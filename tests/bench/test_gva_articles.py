"""Articles grouped by a table fitted on other articles."""

from __future__ import annotations

from bench.gva_articles import NAMES, compared, fit, grouped
from tests.fuse.builders import VELM, article, claim
from vigil.model.claim import Claim
from vigil.model.text import Document

VICTIMS = ("Amin Sorel", "Ilse Dorvane", "Brask Noor", "Tarn Kelm", "Sund Hask", "Orsa Velmin")


def shootings(prefix: str) -> tuple[list[Document], list[Claim], dict[str, str]]:
    """Each of some people was shot; of each it is told on the day and half a year later, at the same kiosk."""
    documents, claims, incident = [], [], {}
    for number, name in enumerate(VICTIMS):
        for part, day in (("a", f"2031-03-{5 + number:02}"), ("b", f"2031-09-{5 + number:02}")):
            made = article(f"{prefix}{number}{part}", f"{name} was shot at a kiosk", day, title="Shooting")
            documents.append(made)
            claims.append(claim(made, "shot", "killing", place=VELM))
            incident[made.id] = str(number)
    return documents, claims, incident


def test_a_table_learns_from_names_that_a_later_article_tells_of_the_same() -> None:
    documents, claims, incident = shootings("t")
    table = fit(compared(documents, claims), incident)
    assert table.weights[NAMES.index("full_names")] > 0
    others, theirs, home = shootings("d")
    found = grouped(compared(others, theirs), table)
    assert {(a, b) for a in found for b in found if found[a] == found[b]} == {
        (a, b) for a in home for b in home if home[a] == home[b]
    }


def test_order_changes_nothing() -> None:
    documents, claims, incident = shootings("t")
    one, two = compared(documents, claims), compared(documents[::-1], claims[::-1])
    assert one.ids == two.ids
    assert (one.values == two.values).all()
    assert fit(one, incident).join == fit(two, incident).join
