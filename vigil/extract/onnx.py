"""The shipped weights: what they are (ModelCard), that they are what they say (SHA-256), and how they run."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from vigil.extract.decode import Thresholds
from vigil.model.errors import BadReference

Array = NDArray[np.generic]
ONE, TWO = "pass1.onnx", "pass2.onnx"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model with its digest (hex SHA-256) and size in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ModelCard:
    """The machine-readable half of a model card; MODEL_CARD.md beside it is the half for people."""

    name: str
    languages: tuple[str, ...]
    licence: str
    files: tuple[ModelFile, ...]
    thresholds: Thresholds

    @property
    def network(self) -> str:
        """Names the two passes' weights: what was trained on their states fits these and no others."""
        digests = {file.name: file.sha256 for file in self.files}
        return hashlib.sha256("".join(digests.get(name, "") for name in (ONE, TWO)).encode()).hexdigest()[:12]

    @classmethod
    def load(cls, folder: Path) -> ModelCard:
        """Read card.json and check each file's digest. Raises BadReference naming the file that is wrong."""
        path = folder / "card.json"
        try:
            plain: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            chosen = plain["thresholds"]
            roles = tuple(sorted((str(role), float(value)) for role, value in chosen.pop("roles").items()))
            card = cls(
                name=plain["name"],
                languages=tuple(plain["languages"]),
                licence=plain["licence"],
                files=tuple(ModelFile(**file) for file in plain["files"]),
                thresholds=Thresholds(roles=roles, confidence=tuple(chosen.pop("confidence")), **chosen),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BadReference(
                f"the model card is missing or damaged: {error}", item=str(path), advice="install the package again"
            ) from error
        for file in card.files:
            _check(folder / file.name, file)
        return card


def _check(path: Path, file: ModelFile) -> None:
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise BadReference(
            f"a model file is missing: {error}", item=str(path), advice="install the package again"
        ) from error
    if digest != file.sha256:
        raise BadReference(
            "a model file is not the one on its card", item=str(path), advice="install the package again"
        )


class OnnxPasses:
    """The two passes on onnxruntime, CPU."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        # The arena keeps the largest batch's memory for ever and windows differ in length; without it a run's peak is
        # lower: 514 MB for 659 MB on 150 articles, at 23.4 s for 21.8 s.
        options.enable_cpu_mem_arena = False
        # A pool that spins between two calls takes half of the core on which the rest of the run works, where two cores are
        # two threads of one: 4.2 articles a second without, 2.9 with (bench.speed).
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        providers = ["CPUExecutionProvider"]
        self._one = onnxruntime.InferenceSession(str(folder / ONE), options, providers=providers)
        self._two = onnxruntime.InferenceSession(str(folder / TWO), options, providers=providers)

    def one(self, ids: Array, mask: Array, case: Array) -> tuple[Array, Array, Array]:
        """Pass one, see reader.Passes."""
        states, notes, logits = self._one.run(None, {"ids": ids, "mask": mask, "case": case})
        return states, notes, logits

    def two(
        self, states: Array, mask: Array, trigger: Array, notes: Array, around: Array
    ) -> tuple[Array, Array, Array, Array]:
        """Pass two, see reader.Passes."""
        named = {"states": states, "mask": mask, "trigger": trigger, "notes": notes, "around": around}
        tags, far, classes, top = self._two.run(None, named)
        return tags, far, classes, top
