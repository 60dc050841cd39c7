"""What the user's environment says, read once and passed down. Only engine, api and command line import this."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from vigil.model.errors import Misuse

DAY = 86_400  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Each setting and its variable: ``db`` is VIGIL_DB, ``llm_url`` VIGIL_LLM_URL, and so on."""

    db: str = "vigil.db"  # a file's path, or a database's URL
    archive: Path | None = None  # WARC file; None: beside the record (see ``archive_path``)
    theatres: tuple[Path, ...] = ()  # folders of theatre packs, parted as in PATH
    index: Path | None = None  # another places index
    weights: Path | None = None  # another reader's folder
    threads: int = 0  # of one call of the reader; 0: one a core, divided among the articles read at once
    llm_url: str = ""  # an OpenAI-compatible endpoint, up to /v1: it reads instead of the shipped reader
    llm_model: str = ""  # the model's name there
    llm_key: str = field(default="", repr=False)  # sent as a bearer token
    llm_languages: tuple[str, ...] = ("en",)  # ISO 639-1, parted by commas: what it is trusted with
    llm_timeout: int = 120  # seconds for a whole answer, at most a day
    rate: int = 0  # requests a second that one address may make of vigil serve; 0: as many as it likes
    burst: int = 200  # how many it may make at once after a rest

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
            llm_url=_address(env, "VIGIL_LLM_URL"),
            llm_model=env.get("VIGIL_LLM_MODEL", ""),
            llm_key=_secret(env, "VIGIL_LLM_KEY"),
            llm_languages=tuple(part.strip() for part in (env.get("VIGIL_LLM_LANGUAGES") or "en").split(",")),
            llm_timeout=_whole(env, "VIGIL_LLM_TIMEOUT", most=DAY) or 120,
            rate=_whole(env, "VIGIL_RATE"),
            burst=_whole(env, "VIGIL_BURST") or 200,
        )

    def archive_path(self, db: str | Path = "") -> Path:
        """Where the bytes are kept: as set, else FILE.warc.gz beside a record's file, else vigil.warc.gz here."""
        if self.archive is not None:
            return self.archive
        where = str(db or self.db)
        return Path("vigil.warc.gz") if "://" in where else Path(f"{where}.warc.gz")


def _path(env: Mapping[str, str], name: str) -> Path | None:
    return Path(env[name]) if env.get(name) else None


def _address(env: Mapping[str, str], name: str) -> str:
    value = (env.get(name) or "").strip()
    try:
        parts = urlsplit(value)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, half of a pair of brackets
        fits = False
    if value and not fits:  # not shown: it may hold a password
        raise Misuse(f"{name} is no web address", item=name, advice="give an address such as http://localhost:8080/v1")
    return value


def _secret(env: Mapping[str, str], name: str) -> str:
    """A value that is sent in a header; it is never shown."""
    value = (env.get(name) or "").strip()
    if not value.isascii() or not value.isprintable():
        raise Misuse(
            f"{name} holds characters that no key has",
            item=name,
            advice="copy it again: letters, digits and signs of ASCII, without curly quotes or line ends",
        )
    return value


def _whole(env: Mapping[str, str], name: str, most: int = 1_000_000) -> int:
    value = env.get(name) or "0"
    if not value.isascii() or not value.isdigit():
        raise Misuse(f"{name} is {value!r}", item=name, advice="give a whole number; 0 or nothing for the default")
    digits = value.lstrip("0") or "0"
    if len(digits) > len(str(most)) or int(digits) > most:  # so many digits that Python takes them for an attack, too
        raise Misuse(f"{name} is more than {most}", item=name, advice=f"give a whole number up to {most}")
    return int(digits)
