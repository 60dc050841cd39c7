"""What makes a training step quick on a CPU: bfloat16 where the processor has it, and what stands around products."""

from __future__ import annotations

import time

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def bfloat16_pays() -> bool:
    """Whether this CPU is quicker in bfloat16: some take a hundred times as long for a product, some a quarter."""
    took = []
    for kind in (torch.float32, torch.bfloat16):
        left, right, runs = torch.ones(512, 384, dtype=kind), torch.ones(384, 1536, dtype=kind), []
        for _ in range(4):
            started = time.perf_counter()
            left @ right
            runs.append(time.perf_counter() - started)
        took.append(min(runs))
    return took[1] < 0.6 * took[0]


def up_to(size: int, step: int) -> int:
    """The next multiple: of each new form of a product oneDNN makes a program first, which takes longer than the product."""
    return -(-size // step) * step


def attention_of(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Attention [n, heads, l, d]; ``bias`` [n, 1, 1, l] or [1 or n, heads, l, l] is added to the scores.

    On a CPU torch's own is quick in float32 only (its backward pass in bfloat16 takes twice as long, ten times on short
    rows), and plain products in bfloat16 are quicker still. They are taken where a backward pass will follow.
    """
    if query.is_cuda or query.dtype == torch.float32:
        return F.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
    if query.requires_grad and bias.shape[1:3] == (1, 1):
        return by_products(query, key, value, bias)
    with torch.autocast("cpu", enabled=False):
        return F.scaled_dot_product_attention(query.float(), key.float(), value.float(), attn_mask=bias.float())


def by_products(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Attention by plain products, ``bias`` [n, 1, 1, l].

    It is the same for all queries: as a further column of the keys the product adds it, which saves some three hundredths
    of a step that adding it to the scores [n, heads, l, l] takes.
    """
    n, heads, length, depth = query.shape
    ones, beside = query.new_ones(n, heads, length, 8), query.new_zeros(n, 1, length, 8)  # rows stay a multiple of 8
    beside[..., 0] = bias[:, 0, 0, None, :]
    query = torch.cat([query * depth**-0.5, ones], -1)
    key = torch.cat([key, beside.expand(-1, heads, -1, -1)], -1)
    return torch.softmax(query @ key.transpose(-1, -2), -1, dtype=query.dtype) @ value


class Dropout(nn.Module):
    """nn.Dropout with a random byte an element: torch's draws take a tenth of a step. ``p`` is rounded to 1/256."""

    def __init__(self, p: float) -> None:
        super().__init__()
        self.rate(p)

    def rate(self, p: float) -> None:
        """Drop this share of states from now on."""
        self.dropped = round(p * 256)

    def forward(self, states: Tensor) -> Tensor:
        """The states, some of them zero and the others the larger for it; as they are in evaluation."""
        if not self.training or not self.dropped:
            return states
        words = torch.empty(-(-states.numel() // 8), dtype=torch.int64, device=states.device)
        drawn = words.random_(-(2**63), None).view(torch.uint8)[: states.numel()].view(states.shape)
        return states * (drawn >= self.dropped).to(states.dtype).mul_(256 / (256 - self.dropped))


def with_quick_dropout(module: nn.Module) -> None:
    """Put ours in place of every nn.Dropout inside."""
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout):
            setattr(module, name, Dropout(child.p))
        else:
            with_quick_dropout(child)
