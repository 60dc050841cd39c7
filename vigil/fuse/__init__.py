"""Claims -> Events: copies found, same events joined, ranges and disputes settled, each with its reason."""

from vigil.fuse.accounts.totals import totals
from vigil.fuse.arrivals.arrival import Joined, join
from vigil.fuse.arrivals.filing import Basis
from vigil.fuse.arrivals.ground import Ground
from vigil.fuse.copies.outlets import Outlet
from vigil.fuse.copies.passages import Passage
from vigil.fuse.copies.syndication import Copies, Origin
from vigil.fuse.fusion import Fusion, fuse
from vigil.fuse.lineage import forwards

__all__ = [
    "Basis", "Copies", "Fusion", "Ground", "Joined", "Origin", "Outlet", "Passage", "forwards", "fuse", "join", "totals",
]  # fmt: skip
