"""Claims -> Events: copies found, same events joined, ranges and disputes settled, each with its reason."""

from vigil.fuse.arrival import Joined, join
from vigil.fuse.filing import Basis
from vigil.fuse.fusion import Fusion, fuse
from vigil.fuse.ground import Ground
from vigil.fuse.lineage import forwards
from vigil.fuse.outlets import Outlet
from vigil.fuse.passages import Passage
from vigil.fuse.syndication import Copies, Origin
from vigil.fuse.totals import totals

__all__ = [
    "Basis", "Copies", "Fusion", "Ground", "Joined", "Origin", "Outlet", "Passage", "forwards", "fuse", "join", "totals",
]  # fmt: skip
