"""A teacher: the reader's network on a base of twelve wide layers, too large to ship, whose answers the shipped one learns.

MPNet (Song et al. 2020, "MPNet: masked and permuted pre-training for language understanding"), as ``all-mpnet-base-v2``
was trained on from it: a BERT encoder whose attention adds a number for the distance between two tokens. Its words are
MiniLM's under other numbers, so that both read the same tokens and the answers can be compared one by one.
"""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from training.reader.net import ReaderNet

BASE_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
SHARED = 10  # of twelve layers
SPECIAL = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
#: MPNet's layers say q, k, v, o where BERT's have longer names.
NAMES = {
    "attention.attn.q": "attention.self.query",
    "attention.attn.k": "attention.self.key",
    "attention.attn.v": "attention.self.value",
    "attention.attn.o": "attention.output.dense",
    "attention.LayerNorm": "attention.output.LayerNorm",
}


class Relative(nn.Module):
    """A number for each head and distance: 8 near distances by themselves, the others to 128 in 8 parts, both ways.

    Not trained on: where it needs no gradient, attention has a quicker way.
    """

    BUCKETS, FARTHEST = 32, 128

    weight: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.register_buffer("weight", weight)

    def forward(self, length: int) -> Tensor:
        """[1, heads, length, length]."""
        at = torch.arange(length, device=self.weight.device)
        ahead = at[None, :] - at[:, None]
        half, near = self.BUCKETS // 2, self.BUCKETS // 4
        distance = ahead.abs()
        part = torch.log(distance.clamp(min=1) / near) / math.log(self.FARTHEST / near) * (half - near)
        far = (near + part.long()).clamp(max=half - 1)
        bucket = torch.where(distance < near, distance, far) + half * (ahead > 0)
        return self.weight[bucket].permute(2, 0, 1)[None]


def build_teacher(base: Path, vocabulary: Path, dropout: float) -> ReaderNet:
    """The network on the teacher's base in the folder ``base``, with rows in the order of a BERT ``vocabulary``.

    Raises:
        SystemExit: the base's digest is not the one that the recipe names.
    """
    weights = base / "model.safetensors"
    if hashlib.sha256(weights.read_bytes()).hexdigest() != BASE_SHA256:
        raise SystemExit(f"{weights} is not the teacher's base that the recipe names")
    own, wanted = (path.read_text(encoding="utf-8").splitlines() for path in (base / "vocab.txt", vocabulary))
    return network(load_file(str(weights)), own, wanted, dropout, SHARED)


def network(given: dict[str, Tensor], own: list[str], wanted: list[str], dropout: float, shared: int) -> ReaderNet:
    """The network on an MPNet's weights and words (``own``), for tokens that are numbered as in ``wanted``."""
    row = {word: n for n, word in enumerate(own)}
    relative = given["encoder.relative_attention_bias.weight"]
    state = {
        "embeddings.word_embeddings.weight": given["embeddings.word_embeddings.weight"][
            torch.tensor([row[SPECIAL.get(word, word)] for word in wanted])
        ],
        # Its positions begin at 2.
        "embeddings.position_embeddings.weight": given["embeddings.position_embeddings.weight"][2:],
    }
    for name, value in given.items():
        if name.startswith("embeddings.LayerNorm"):
            state[name] = value
        elif name.startswith("encoder.layer"):
            for old, new in NAMES.items():
                name = name.replace(old, new)
            state[name] = value
    positions, width = state["embeddings.position_embeddings.weight"].shape
    state["embeddings.token_type_embeddings.weight"] = torch.zeros(2, width)
    config = BertConfig(
        vocab_size=len(wanted), hidden_size=width, max_position_embeddings=positions, layer_norm_eps=1e-5,
        num_hidden_layers=sum(name.endswith("attention.attn.q.weight") for name in given),
        num_attention_heads=relative.shape[1], intermediate_size=given["encoder.layer.0.intermediate.dense.bias"].shape[0],
        hidden_dropout_prob=0.1, attention_probs_dropout_prob=0.0,
    )  # fmt: skip
    bert = BertModel(config, add_pooling_layer=False)
    bert.load_state_dict(state, strict=True)
    return ReaderNet(config, bert, dropout, shared, Relative(relative))
