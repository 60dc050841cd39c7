"""The files that a model card lists, with their digests: the reader checks them at every start."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from vigil.extract import gate, wording
from vigil.extract.onnx import ONE, TWO


def files_of(folder: Path) -> list[dict[str, Any]]:
    """Name, SHA-256 (hex) and size in bytes of each file that is there."""
    files = []
    for name in (ONE, TWO, "tokenizer.json", gate.FILE, wording.FILE):
        if (folder / name).exists():
            data = (folder / name).read_bytes()
            files.append({"name": name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)})
    return files
