"""The reader's network: one MiniLM encoder read once, its upper layers read again for each trigger.

The lower layers (``shared``) are run once a window. Pass one goes on through the encoder's own upper layers to trigger
tags. Pass two starts again from the shared states of the trigger's sentence and context, adds what is being asked (which
tokens are the trigger, which tokens are its sentence, its type) and goes through a second copy of the upper layers to
arguments and classes. So a sentence with five triggers costs one whole pass and five short ones.
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertConfig, BertModel

from vigil.extract.labels import N_CLASS, N_COUNT, N_SPAN, SPAN_ROLES, TRIGGER_TAGS
from vigil.model.claim import TYPES

SHARED = 3  # of six layers
N_CASE = 4


class Layers(nn.Module):
    """Some of a BERT encoder's layers, with an additive mask; plain enough to export."""

    def __init__(self, layers: list[nn.Module]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        heads = 12
        bias = (1.0 - mask.to(states.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            attention = layer.attention.self
            n, length, width = states.shape
            size = width // heads

            def split(x: Tensor, n: int = n, length: int = length, size: int = size) -> Tensor:
                return x.view(n, length, heads, size).transpose(1, 2)

            query, key, value = (
                split(attention.query(states)),
                split(attention.key(states)),
                split(attention.value(states)),
            )
            # No dropout on attention weights: on a CPU it costs a quarter of the step. Its worth on dev was not tried.
            mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
            mixed = mixed.transpose(1, 2).reshape(n, length, width)
            states = layer.attention.output(mixed, states)
            states = layer.output(layer.intermediate(states), states)
        return states


class PassOne(nn.Module):
    """ids, mask, case [b, t] -> shared states [b, t, d] and trigger logits [b, t, tags]."""

    def __init__(self, bert: BertModel, dropout: float) -> None:
        super().__init__()
        self.embeddings = bert.embeddings
        self.case = nn.Embedding(N_CASE, bert.config.hidden_size)
        nn.init.zeros_(self.case.weight)
        layers = list(bert.encoder.layer)
        self.shared, self.upper = Layers(layers[:SHARED]), Layers(layers[SHARED:])
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(bert.config.hidden_size, len(TRIGGER_TAGS))

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor) -> tuple[Tensor, Tensor]:
        embeddings = self.embeddings
        positions = torch.arange(ids.shape[1], device=ids.device)[None, :]
        # Token type 0 throughout, as in the base model's training.
        summed = (
            embeddings.word_embeddings(ids)
            + embeddings.position_embeddings(positions)
            + embeddings.token_type_embeddings.weight[0]
            + self.case(case)
        )
        states = self.shared(embeddings.dropout(embeddings.LayerNorm(summed)), mask)
        return states, self.tags(self.dropout(self.upper(states, mask)))


class PassTwo(nn.Module):
    """shared states [n, l, d], mask, trigger, inside [n, l] (0/1), type [n] -> span+count logits [n, l, .], class logits."""

    def __init__(self, upper: Layers, width: int, dropout: float) -> None:
        super().__init__()
        self.marks = nn.Embedding(2, width)  # trigger, own sentence
        self.types = nn.Embedding(len(TYPES) + 1, width)  # the last: type not told
        nn.init.normal_(self.marks.weight, std=0.1)
        nn.init.normal_(self.types.weight, std=0.02)
        self.norm = nn.LayerNorm(width)
        self.upper = upper
        self.dropout = nn.Dropout(dropout)
        self.spans = nn.Linear(width, N_SPAN + N_COUNT)
        self.hidden = nn.Linear(4 * width, width)
        self.classes = nn.Linear(width, N_CLASS)

    def forward(
        self, states: Tensor, mask: Tensor, trigger: Tensor, inside: Tensor, kind: Tensor
    ) -> tuple[Tensor, Tensor]:
        at, within = trigger[:, :, None].to(states.dtype), inside[:, :, None].to(states.dtype)
        asked = states + at * (self.marks.weight[0] + self.types(kind)[:, None, :]) + within * self.marks.weight[1]
        top = self.upper(self.norm(asked), mask)
        of_trigger = (top * at).sum(1) / at.sum(1).clamp(min=1)
        of_sentence = (top * within).sum(1) / within.sum(1).clamp(min=1)
        tags = self.spans(self.dropout(top))
        # Who says it and with which word ("denied") settle the claim's classes: both are looked at where they were found.
        pools = [of_trigger, of_sentence, *(_found(top, tags, mask, role) for role in ("source", "cue"))]
        pooled = torch.tanh(self.hidden(self.dropout(torch.cat(pools, -1))))
        return tags, self.classes(self.dropout(pooled))


def _found(top: Tensor, tags: Tensor, mask: Tensor, role: str) -> Tensor:
    """Mean state of a role's tokens, weighed by how surely they are its; near zero where there are none."""
    column = 3 * SPAN_ROLES.index(role)
    sure = (1 - torch.softmax(tags[:, :, column : column + 3].detach(), -1)[:, :, 0]) * mask.to(top.dtype)
    return (top * sure[:, :, None]).sum(1) / (sure.sum(1, keepdim=True) + 0.1)


class ReaderNet(nn.Module):
    """Both passes."""

    def __init__(self, config: BertConfig, bert: BertModel, dropout: float = 0.2) -> None:
        super().__init__()
        upper_copy = copy.deepcopy(list(bert.encoder.layer)[SHARED:])
        self.one = PassOne(bert, dropout)
        self.two = PassTwo(Layers(upper_copy), config.hidden_size, dropout)
