"""The reader's network: one MiniLM encoder read once, and what is asked of it for each trigger.

Pass one runs the whole encoder over a window: trigger tags, and two states a token for pass two. ``states`` are those of the
lower layers with the upper layers' answer added; ``notes`` are a narrow summary. Pass two, for each trigger, marks the
trigger in its own sentence and runs a second copy of the encoder's upper layers over that sentence alone: roles, counts and
classes. What the sentence leaves out (an antecedent, a speaker named before) is looked for in the notes of the tokens around
it by a pair scorer: notes of the token + the trigger's state + distance, one hidden layer, no attention. So a trigger costs
two layers over its sentence, where it first cost three over the sentence and 96 tokens around it. Both stand in
docs/plans/2026-11-reader.md ("The network"), and what pass two takes of the whole way.
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from training.reader.quick import Dropout, attention_of, with_quick_dropout
from vigil.extract.labels import N_CLASS, N_COUNT, N_SPAN, SPAN_ROLES, TRIGGER_TAGS
from vigil.extract.windows import DISTANCES

SHARED = 4  # of the base's six layers
HEADS = 12
N_CASE = 4
NOTE = 192  # width of a note
HABITS = 3  # whose annotation a text has: the gold's coder's, ours on gold sets' texts, ours on our own
REACH = 24  # tokens on each side of a trigger whose distance has an embedding of its own


class Layers(nn.Module):
    """Some of a BERT encoder's layers, with an additive mask; plain enough to export.

    ``relative``: what attention adds for the distance between two tokens, where the base has such (``teacher.py``).
    """

    def __init__(self, layers: list[nn.Module], relative: nn.Module | None = None) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.relative = relative

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        n, length, width = states.shape
        bias = (1.0 - mask.to(states.dtype))[:, None, None, :] * -1e4
        if self.relative is not None:
            bias = bias + self.relative(length).to(states.dtype)
        for layer in self.layers:
            attention = layer.attention.self

            def split(x: Tensor) -> Tensor:
                return x.view(n, length, HEADS, width // HEADS).transpose(1, 2)

            query, key, value = (
                split(attention.query(states)),
                split(attention.key(states)),
                split(attention.value(states)),
            )
            # No dropout on attention weights: on a CPU it costs a quarter of the step. Its worth on dev was not tried.
            mixed = attention_of(query, key, value, bias)
            mixed = mixed.transpose(1, 2).reshape(n, length, width)
            states = layer.attention.output(mixed, states)
            states = layer.output(layer.intermediate(states), states)
        return states


class PassOne(nn.Module):
    """ids, mask, case [b, t], habit [b] (else 0) -> states [b, t, d], notes [b, t, NOTE], trigger logits [b, t, tags]."""

    def __init__(self, bert: BertModel, dropout: float, shared: int, relative: nn.Module | None) -> None:
        super().__init__()
        self.embeddings = bert.embeddings
        width = bert.config.hidden_size
        self.case = nn.Embedding(N_CASE, width)
        nn.init.zeros_(self.case.weight)
        # Coders differ in what they take for a claim. Told whose text it reads, the network learns from all of them and
        # keeps the gold's habit apart; the shipped reader always reads as habit 0.
        self.habit = nn.Embedding(HABITS, width)
        nn.init.zeros_(self.habit.weight)
        layers = list(bert.encoder.layer)
        self.shared, self.upper = Layers(layers[:shared], relative), Layers(layers[shared:], relative)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(width, len(TRIGGER_TAGS))
        # Only trained, not exported: that some claim has this word as its agent, place, ... makes the encoder see
        # candidates, so that pass two need only tell whose they are.
        self.anyone = nn.Linear(width, N_SPAN)
        self.passed = nn.Linear(width, width, bias=False)  # what the upper layers found, handed to pass two
        nn.init.zeros_(self.passed.weight)
        self.notes = nn.Linear(width, NOTE)

    def forward(
        self, ids: Tensor, mask: Tensor, case: Tensor, habit: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """See the class."""
        top, states = self.read(ids, mask, case, habit)
        return states, self.notes(top), self.tags(self.dropout(top))

    def read(self, ids: Tensor, mask: Tensor, case: Tensor, habit: Tensor | None) -> tuple[Tensor, Tensor]:
        """The upper layers' states and those for pass two."""
        embeddings = self.embeddings
        positions = torch.arange(ids.shape[1], device=ids.device)[None, :]
        # Token type 0 throughout, as in the base model's training.
        summed = (
            embeddings.word_embeddings(ids)
            + embeddings.position_embeddings(positions)
            + embeddings.token_type_embeddings.weight[0]
            + self.case(case)
            + (self.habit.weight[0] if habit is None else self.habit(habit)[:, None, :])
        )
        states = self.shared(embeddings.dropout(embeddings.LayerNorm(summed)), mask)
        top = self.upper(states, mask)
        return top, states + self.passed(top)


class PassTwo(nn.Module):
    """One row a trigger; l tokens of its sentence, c tokens around it.

    states [n, l, d], mask, trigger [n, l] (0/1), notes [n, c, NOTE], around [n, c] (0 where padded, else 1 + distance class)
    -> tags [n, l, N_SPAN + N_COUNT], far [n, c, N_SPAN], classes [n, N_CLASS], top [n, l, d]: its last states, for what is
    trained on them later (``training.event_place``).
    """

    def __init__(self, upper: Layers, width: int, dropout: float) -> None:
        super().__init__()
        self.marks = nn.Embedding(1, width)
        nn.init.normal_(self.marks.weight, std=0.1)
        # Two layers are too few for attention alone to carry the question to every token: each is told how far from the
        # trigger it stands and what the trigger is. Without this, every trigger got all of its sentence's arguments.
        self.beside = nn.Embedding(2 * REACH + 1, width)
        nn.init.zeros_(self.beside.weight)
        self.told = nn.Linear(width, width, bias=False)
        nn.init.zeros_(self.told.weight)
        self.norm = nn.LayerNorm(width)
        self.upper = upper
        self.dropout = nn.Dropout(dropout)
        self.spans = nn.Linear(width, N_SPAN + N_COUNT)
        self.asked = nn.Linear(2 * width, NOTE)
        self.distance = nn.Embedding(1 + DISTANCES, NOTE)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.far = nn.Sequential(nn.GELU(), nn.Linear(NOTE, NOTE), nn.GELU())
        self.far_spans = nn.Linear(NOTE, N_SPAN)
        self.hidden = nn.Linear(4 * width + NOTE, width)
        self.classes = nn.Linear(width, N_CLASS)

    def forward(
        self, states: Tensor, mask: Tensor, trigger: Tensor, notes: Tensor, around: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        at, within = trigger[:, :, None].to(states.dtype), mask[:, :, None].to(states.dtype)
        told = self.told((states * at).sum(1) / at.sum(1).clamp(min=1))
        asked_of = states + at * self.marks.weight[0] + self.beside(_beside(trigger)) + told[:, None, :]
        top = self.upper(self.norm(asked_of), mask)
        of_trigger = (top * at).sum(1) / at.sum(1).clamp(min=1)
        of_sentence = (top * within).sum(1) / within.sum(1).clamp(min=1)
        tags = self.spans(self.dropout(top))
        asked = self.asked(self.dropout(torch.cat([of_trigger, of_sentence], -1)))
        paired = self.far(notes + asked[:, None, :] + self.distance(around))
        far = self.far_spans(self.dropout(paired))
        # Who says it and with which word ("denied") settle the claim's classes: both are looked at where they were found.
        pools = [
            of_trigger,
            of_sentence,
            *(_found(top, tags, mask, role) for role in ("source", "cue")),
            _found(paired, far, (around > 0).to(mask.dtype), "source"),
        ]
        pooled = torch.tanh(self.hidden(self.dropout(torch.cat(pools, -1))))
        return tags, far, self.classes(self.dropout(pooled)), top


def _beside(trigger: Tensor) -> Tensor:
    """Signed distance [n, l] in tokens from the nearest end of the trigger (0/1, one run a row), cut at REACH, from 0 up."""
    at = torch.arange(trigger.shape[1], device=trigger.device)[None, :]
    first = trigger.argmax(1)[:, None]
    last = first + trigger.sum(1)[:, None] - 1
    return (torch.clamp(at - first, max=0) + torch.clamp(at - last, min=0)).clamp(-REACH, REACH) + REACH


def _found(top: Tensor, tags: Tensor, mask: Tensor, role: str) -> Tensor:
    """Mean state of a role's tokens, weighed by how surely they are its; near zero where there are none."""
    column = 3 * SPAN_ROLES.index(role)
    sure = (1 - torch.softmax(tags[:, :, column : column + 3].detach(), -1)[:, :, 0]) * mask.to(top.dtype)
    return (top * sure[:, :, None]).sum(1) / (sure.sum(1, keepdim=True) + 0.1)


class ReaderNet(nn.Module):
    """Both passes. ``shared``: how many of the base's layers pass two does not have a copy of."""

    def __init__(
        self,
        config: BertConfig,
        bert: BertModel,
        dropout: float = 0.2,
        shared: int = SHARED,
        relative: nn.Module | None = None,
    ) -> None:
        super().__init__()
        upper_copy = copy.deepcopy(list(bert.encoder.layer)[shared:])
        self.one = PassOne(bert, dropout, shared, relative)
        self.two = PassTwo(Layers(upper_copy, copy.deepcopy(relative)), config.hidden_size, dropout)
        with_quick_dropout(self)

    def rate_dropout(self, layers: float, heads: float) -> None:
        """From now on: dropout inside the layers, and of the states that heads read."""
        of_heads = (self.one.dropout, self.two.dropout)
        for module in self.modules():
            if isinstance(module, Dropout):
                module.rate(heads if module in of_heads else layers)
