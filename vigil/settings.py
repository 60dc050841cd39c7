"""What the user's environment says, read once and passed down. Only the engine and the command line import this."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vigil.model.errors import Misuse


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Each setting and its variable: VIGIL_DB, VIGIL_ARCHIVE, VIGIL_THEATRES, VIGIL_INDEX, VIGIL_WEIGHTS, VIGIL_THREADS."""

    db: str = "vigil.db"  # a file's path, or a database's URL
    archive: Path | None = None  # WARC file; None: beside the record (see ``archive_path``)
    theatres: tuple[Path, ...] = ()  # folders of theatre packs, parted as in PATH
    index: Path | None = None  # another places index
    weights: Path | None = None  # another reader's folder
    threads: int = 0  # for the reader; 0: one a core

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Settings:
        """Read the environment (or a mapping in its place). Raises Misuse on a value that cannot be."""
        env = os.environ if env is None else env
        return cls(
            db=env.get("VIGIL_DB") or "vigil.db",
            archive=_path(env, "VIGIL_ARCHIVE"),
            theatres=tuple(Path(part) for part in env.get("VIGIL_THEATRES", "").split(os.pathsep) if part),
            index=_path(env, "VIGIL_INDEX"),
            weights=_path(env, "VIGIL_WEIGHTS"),
            threads=_whole(env, "VIGIL_THREADS"),
        )

    def archive_path(self, db: str | Path = "") -> Path:
        """Where the bytes are kept: as set, else FILE.warc.gz beside a record's file, else vigil.warc.gz here."""
        if self.archive is not None:
            return self.archive
        where = str(db or self.db)
        return Path("vigil.warc.gz") if "://" in where else Path(f"{where}.warc.gz")


def _path(env: Mapping[str, str], name: str) -> Path | None:
    return Path(env[name]) if env.get(name) else None


def _whole(env: Mapping[str, str], name: str) -> int:
    value = env.get(name) or "0"
    if not value.isascii() or not value.isdigit():
        raise Misuse(f"{name} is {value!r}", item=name, advice="give a whole number, 0 for one a core")
    return int(value)
