"""The network read by the reader's own code, and scored by the gold set's own scorer."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn

from training.reader.data import as_document
from training.reader.net import ReaderNet
from vigil.extract.codebook import to_codebook
from vigil.extract.decode import Thresholds
from vigil.extract.reader import NeuralReader

FIGURES = ("detection", "claim", "argument", "source", "counts")


class TorchPasses:
    """The network as the reader's Passes, so that dev is scored by the reader's own code."""

    def __init__(self, net: ReaderNet, *, bfloat16: bool = False) -> None:
        self.net = net.eval()
        self._device = net.one.case.weight.device
        self._bfloat16 = bfloat16

    def one(self, *arrays: Any) -> Any:
        """See reader.Passes."""
        return self._ask(self.net.one, arrays)

    def two(self, *arrays: Any) -> Any:
        """See reader.Passes."""
        return self._ask(self.net.two, arrays)

    def _ask(self, part: nn.Module, arrays: Any) -> Any:
        given = (torch.from_numpy(a).to(self._device) for a in arrays)
        with torch.no_grad(), torch.autocast(self._device.type, torch.bfloat16, enabled=self._bfloat16):
            return tuple(x.float().cpu().numpy() for x in part(*given))


def predict(reader: NeuralReader, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines with the reader's claims."""
    documents = [as_document(line) for line in lines]
    claims = reader.read(documents)
    return [{**line, "claims": [to_codebook(c) for c in found]} for line, found in zip(lines, claims, strict=True)]


def claimset(gold: Path) -> Any:
    """The gold set's own scorer."""
    spec = importlib.util.spec_from_file_location("claimset", gold / "claims/claimset.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(
    net: ReaderNet, tokenizer: Tokenizer, dev: list[dict[str, Any]], gold: Path, thresholds: Thresholds | None = None
) -> Any:
    """claimset.py's figures on the dev set."""
    reader = NeuralReader(TorchPasses(net), tokenizer, thresholds or Thresholds(), name="dev", languages=("en",))
    return claimset(gold).score(dev, predict(reader, dev))
