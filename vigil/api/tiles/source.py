"""What ``vigil serve --tiles`` was given: an archive that this server reads, or another server's address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from vigil.api.tiles.pmtiles import Archive
from vigil.model.errors import Misuse

_PARTS = ("{z}", "{x}", "{y}")
_LOCAL = ("localhost", "127.0.0.1", "::1")
_VECTOR = (".pbf", ".mvt")


@dataclass(frozen=True, slots=True)
class Tiles:
    """``archive`` or ``address``, never both. ``origin``: the other server that pages may then ask, "" none."""

    archive: Archive | None = None
    address: str = ""
    origin: str = ""

    @property
    def vector(self) -> bool:
        """True where tiles are shapes, False where they are pictures."""
        return self.archive.vector if self.archive else urlsplit(self.address).path.endswith(_VECTOR)


def tiles_of(given: str) -> Tiles:
    """What ``--tiles`` means. Raises Misuse for a file that is no archive and an address that is none of tiles."""
    if "://" not in given:
        return Tiles(archive=Archive(Path(given)))
    parts = urlsplit(given)
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOCAL)
    plain = not any(sign in parts.netloc for sign in " ;,'\"@") and bool(parts.hostname)
    if not safe or not plain or any(part not in given for part in _PARTS):
        raise Misuse(
            f"{given} is no address of tiles",
            item=given,
            advice="write it as https://HOST/{z}/{x}/{y}.png (or .pbf), or name a file: map.pmtiles",
        )
    return Tiles(address=given, origin=f"{parts.scheme}://{parts.netloc}")
