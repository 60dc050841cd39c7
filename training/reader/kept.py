"""A teacher's states of windows, kept in files: to ask a wide network of twelve layers takes most of a student's step.

Two files in the folder: the numbers (float16), and a line for each window that says where its numbers lie, written after
them. A training that was stopped goes on behind the last whole line. Some 3 kB a token for a teacher of width 768.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO, TextIO

import numpy as np
import torch
from torch import Tensor

NUMBERS, WINDOWS = "states.f16", "windows.txt"


class KeptStates:
    """States [tokens, columns] by the digest of what was read; ``columns`` is the same for all of a folder."""

    def __init__(self, folder: Path, columns: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._columns, self._lies = columns, dict[str, tuple[int, int]]()
        index = folder / WINDOWS
        told = index.read_bytes() if index.exists() else b""
        whole = told[: told.rfind(b"\n") + 1]
        self._end = 0
        for line in whole.decode("ascii").splitlines():
            digest, start, tokens = line.split()
            self._lies[digest] = int(start), int(tokens)
            self._end = int(start) + int(tokens) * columns * 2
        self._index: TextIO = index.open("a", encoding="ascii")
        self._index.truncate(len(whole))
        self._numbers: BinaryIO = (folder / NUMBERS).open("a+b")
        self._numbers.truncate(self._end)

    def close(self) -> None:
        """Close both files; everything is in them already."""
        self._index.close()
        self._numbers.close()

    def __len__(self) -> int:
        return len(self._lies)

    def __contains__(self, digest: str) -> bool:
        return digest in self._lies

    def get(self, digest: str) -> Tensor:
        """What was kept, as float32. Raises KeyError where nothing was."""
        start, tokens = self._lies[digest]
        raw = os.pread(self._numbers.fileno(), tokens * self._columns * 2, start)
        numbers = np.frombuffer(raw, dtype=np.float16).reshape(tokens, self._columns)
        return torch.from_numpy(numbers.astype(np.float32))

    def put(self, digest: str, states: Tensor) -> None:
        """Keep [tokens, columns] of a window."""
        raw = states.detach().cpu().to(torch.float16).contiguous().numpy().tobytes()
        self._numbers.write(raw)
        self._numbers.flush()
        self._index.write(f"{digest} {self._end} {len(states)}\n")
        self._index.flush()
        self._lies[digest] = self._end, len(states)
        self._end += len(raw)


def digest_of(*parts: Tensor) -> str:
    """Of what a window is read from."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.cpu().numpy().tobytes() + b"/")
    return whole.hexdigest()[:32]
