"""Where the gold data is, and what to say when it is not there."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

GOLD = Path(os.environ.get("VIGIL_GOLD", Path(__file__).resolve().parents[2] / "shared" / "gold"))


def need(*names: str) -> list[Path]:
    """Paths of gold files; ends the benchmark with exit code 0 and a plain line when one is missing."""
    paths = [GOLD / name for name in names]
    for path in paths:
        if not path.exists():
            print(f"skipped: no benchmark data {path.parent.name}/{path.name} (VIGIL_GOLD names its folder)")
            sys.exit(0)
    return paths


def read(path: Path) -> list[dict[str, Any]]:
    """Lines of a JSONL file, gzipped or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip()]


def module(path: Path) -> ModuleType:
    """A scorer that comes with the gold data."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded
