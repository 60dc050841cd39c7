"""Adversarial training: each step is learnt once more with the embeddings moved to where it is hardest.

The fast gradient method on embeddings (Miyato, Dai and Goodfellow 2017, "Adversarial training methods for semi-supervised
text classification"): by a small step along the gradient, of one length for each window.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn


class Disturbance:
    """Watches what a layer gives, and moves it while ``turned``. ``size`` is in lengths of a mean token vector."""

    def __init__(self, layer: nn.Module, size: float) -> None:
        self._size = size
        self._seen: Tensor | None = None
        self._by: Tensor | None = None
        self._hook = layer.register_forward_hook(self._passed)

    def _passed(self, _layer: nn.Module, _given: Any, states: Tensor) -> Tensor:
        if self._by is not None:
            return states + self._by
        if states.requires_grad:
            states.retain_grad()
            self._seen = states
        return states

    @contextmanager
    def turned(self) -> Iterator[None]:
        """Inside, the layer's answers of the last backward pass are moved against it. The same windows must be given."""
        seen = self._seen
        if seen is None or seen.grad is None:
            raise RuntimeError("no backward pass has gone through the layer")
        with torch.no_grad():
            length = self._size * seen.norm(dim=-1).mean()
            steep = seen.grad.flatten(1).norm(dim=1).clamp_min(1e-12)
            self._by = seen.grad * (length / steep)[:, None, None]
        try:
            yield
        finally:
            self._by = self._seen = None

    def remove(self) -> None:
        """Leave the layer as it was."""
        self._hook.remove()
