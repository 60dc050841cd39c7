"""The interface's OpenAPI as JSON on stdout, keys sorted: ``python -m docs.openapi``. The web client is made from it."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from vigil.api.app import build
from vigil.store import open_store


def main() -> None:
    """Print it. An empty record is enough: the interface does not depend on what is in one."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "empty.db") as store:
        json.dump(build(store).openapi(), sys.stdout, indent=1, sort_keys=True, ensure_ascii=False)


if __name__ == "__main__":
    main()
