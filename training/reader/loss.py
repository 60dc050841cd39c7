"""What the network is trained for: the loss of both passes on some windows."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from training.reader.data import IGNORE, Ask, Example
from training.reader.net import ReaderNet
from vigil.extract import labels as L
from vigil.extract.reader import CLS, SEP

MASK_ID = 103
#: Rare classes weigh more, so that denials (2.6 % of claims) are learnt at all.
STANCE_WEIGHT = torch.tensor([1.0, 4.0, 6.0])
STATUS_WEIGHT = torch.tensor([1.0, 1.5, 2.0, 2.0])
CLASS_WEIGHT = {"source_kind": 0.8, "type": 0.8}


class Weights(NamedTuple):
    """What each part of the loss weighs. A mean over tokens, of which few are a role's: the longer the stretch, the more."""

    span: float = 3.0
    count: float = 3.0
    far: float = 4.0
    anyone: float = 2.0
    classes: float = 1.0  # factor on a claim's classes (stance, ...)


def batch_loss(
    net: ReaderNet, examples: list[Example], rng: random.Random, word_drop: float, weights: Weights
) -> Tensor:
    """Loss of both passes on some windows, where the network is."""
    device = net.one.case.weight.device
    width = max(len(e.ids) for e in examples) + 2
    ids, mask, case = (torch.zeros(len(examples), width, dtype=torch.long) for _ in range(3))
    tags = torch.full((len(examples), width), IGNORE)
    roles = torch.full((len(examples), width, len(L.SPAN_ROLES)), IGNORE)
    for n, e in enumerate(examples):
        size = len(e.ids)
        ids[n, : size + 2] = torch.from_numpy(np.concatenate([[CLS], e.ids, [SEP]]))
        mask[n, : size + 2] = 1
        case[n, 1 : size + 1] = torch.from_numpy(e.case)
        tags[n, 1 : size + 1] = torch.from_numpy(e.tags)
        roles[n, 1 : size + 1] = torch.from_numpy(e.anyone)
    if word_drop:
        dropped = (torch.rand(ids.shape) < word_drop) & (ids > 999)
        ids = ids.masked_fill(dropped, MASK_ID)
    ids, mask, case, tags, roles = (each.to(device) for each in (ids, mask, case, tags, roles))
    habit = torch.tensor([e.habit for e in examples], device=device)
    top, states = net.one.read(ids, mask, case, habit)
    notes, logits, anyone = net.one.notes(top), net.one.tags(net.one.dropout(top)), net.one.anyone(top)
    loss = F.cross_entropy(logits.float().flatten(0, 1), tags.flatten(), ignore_index=IGNORE, label_smoothing=0.05) * 5
    loss = loss + _tag_loss(anyone, roles) * weights.anyone
    asks = [(n, ask) for n, e in enumerate(examples) for ask in e.asks] + false_triggers(examples, logits, rng)
    for part in by_length(asks):
        loss = loss + ask_loss(net, examples, states, notes, part, weights) * (len(part) / len(asks))
    return loss


def by_length(asks: list[tuple[int, Ask]], least: int = 8) -> list[list[tuple[int, Ask]]]:
    """Asks in up to four parts of like sentence length: 18 % of what pass two reads is padding then, together 48 %."""
    ordered = sorted(asks, key=lambda pair: pair[1].inside[1] - pair[1].inside[0])
    parts = max(1, min(4, len(ordered) // least))
    size = -(-len(ordered) // parts)
    return [ordered[at : at + size] for at in range(0, len(ordered), size)]


def false_triggers(examples: list[Example], logits: Tensor, rng: random.Random) -> list[tuple[int, Ask]]:
    """Hard negatives for the ``valid`` head: outside tokens that pass one now likes best, two a window at most."""
    made = []
    with torch.no_grad():
        outside = torch.softmax(logits.float(), -1)[:, :, 0].cpu()
    for n, e in enumerate(examples):
        wrong = np.flatnonzero(e.tags == 0)
        if not e.asks or len(wrong) == 0:
            continue
        liked = outside[n, 1 : len(e.ids) + 1].numpy()[wrong]
        for at in wrong[np.argsort(liked)[:2]]:
            if outside[n, 1 + at] > 0.97 and rng.random() > 0.1:
                continue
            token = int(at) + e.offset
            near = min(e.asks, key=lambda ask: abs(ask.trigger[0] - token))
            if not near.inside[0] <= token < near.inside[1]:
                continue
            classes = dict.fromkeys(near.classes, IGNORE) | {"valid": 0}
            blank = {name: np.full_like(getattr(near, name), IGNORE) for name in ("spans", "far", "counts")}
            made.append((n, replace(near, trigger=(token, token + 1), classes=classes, **blank)))
    return made


def ask_loss(
    net: ReaderNet,
    examples: list[Example],
    states: Tensor,
    notes: Tensor,
    asks: list[tuple[int, Ask]],
    weigh: Weights,
) -> Tensor:
    """Pass two's loss."""
    width = max(ask.inside[1] - ask.inside[0] for _, ask in asks)
    reach = max(len(ask.distance) for _, ask in asks)
    rows, far_rows = [], []
    mask, trigger = (torch.zeros(len(asks), width, dtype=torch.long) for _ in range(2))
    around = torch.zeros(len(asks), reach, dtype=torch.long)
    spans = torch.full((len(asks), width, len(L.SPAN_ROLES)), IGNORE)
    far = torch.full((len(asks), reach, len(L.SPAN_ROLES)), IGNORE)
    counts = torch.full((len(asks), width), IGNORE)
    for k, (n, ask) in enumerate(asks):
        shift, (start, end), size = 1 - examples[n].offset, ask.inside, len(ask.distance)
        rows.append(F.pad(states[n, start + shift : end + shift], (0, 0, 0, width - (end - start))))
        at = ask.context + shift
        far_rows.append(F.pad(notes[n, at : at + size], (0, 0, 0, reach - size)))
        mask[k, : end - start] = 1
        trigger[k, ask.trigger[0] - start : ask.trigger[1] - start] = 1
        around[k, :size] = torch.from_numpy(ask.distance + 1)
        spans[k, : end - start] = torch.from_numpy(ask.spans)
        far[k, :size] = torch.from_numpy(ask.far)
        counts[k, : end - start] = torch.from_numpy(ask.counts)
    device = states.device
    mask, trigger, around, spans, far, counts = (
        each.to(device) for each in (mask, trigger, around, spans, far, counts)
    )
    tags, far_tags, classes, _ = net.two(torch.stack(rows), mask, trigger, torch.stack(far_rows), around)
    loss = _tag_loss(tags[:, :, : L.N_SPAN], spans) * weigh.span + _tag_loss(far_tags, far) * weigh.far
    loss = loss + _mean_loss(tags[:, :, L.N_SPAN :], counts) * weigh.count
    weights = {"stance": STANCE_WEIGHT, "status": STATUS_WEIGHT}
    for name, columns in L.class_slices().items():
        wanted = torch.tensor([ask.classes[name] for _, ask in asks], device=device)
        if (wanted != IGNORE).any():
            rare = weights[name].to(device) if name in weights else None
            part = F.cross_entropy(classes[:, columns], wanted, rare, ignore_index=IGNORE, label_smoothing=0.03)
            loss = loss + part * CLASS_WEIGHT.get(name, 0.4) * weigh.classes
    return loss


def _tag_loss(tags: Tensor, wanted: Tensor) -> Tensor:
    """Sum over the roles of the mean loss of their B/I/O choice."""
    parts = [_mean_loss(tags[:, :, 3 * r : 3 * r + 3], wanted[:, :, r]) for r in range(wanted.shape[2])]
    return torch.stack(parts).sum()


def _mean_loss(logits: Tensor, wanted: Tensor) -> Tensor:
    """Cross entropy over all tokens that have a label; zero where none has."""
    labels = wanted.flatten()
    if not (labels != IGNORE).any():
        return logits.sum() * 0
    return F.cross_entropy(logits.flatten(0, 1), labels, ignore_index=IGNORE)
