"""What the network is trained for: the loss of both passes on some windows."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from training.reader.data import IGNORE, Ask, Example
from training.reader.kept import KeptStates, digest_of
from training.reader.net import ReaderNet
from training.reader.quick import up_to
from vigil.extract import labels as L
from vigil.extract.reader import CLS, SEP

MASK_ID = 103
#: Rare classes weigh more, so that denials (2.6 % of claims) are learnt at all.
STANCE_WEIGHT = torch.tensor([1.0, 4.0, 6.0])
STATUS_WEIGHT = torch.tensor([1.0, 1.5, 2.0, 2.0])
RARE = {"stance": STANCE_WEIGHT, "status": STATUS_WEIGHT}
CLASS_WEIGHT = {"source_kind": 1.2, "type": 0.8, "status": 0.6}


class Weights(NamedTuple):
    """What each part of the loss weighs. A mean over tokens, of which few are a role's: the longer the stretch, the more."""

    span: float = 3.0
    count: float = 3.0
    far: float = 4.0
    anyone: float = 2.0
    classes: float = 1.0  # factor on a claim's classes (stance, ...)


def batch_loss(
    net: ReaderNet,
    examples: list[Example],
    rng: random.Random,
    word_drop: float,
    weights: Weights,
    teaching: Teaching | None = None,
) -> Tensor:
    """Loss of both passes on some windows, where the network is; with ``teaching`` also what its answers differ by."""
    device = net.one.case.weight.device
    width = up_to(max(len(e.ids) for e in examples) + 2, 64)
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
    whole = ids
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
    taught = None
    if teaching is not None:
        # The teacher reads every word, also those that are hidden from the one that learns.
        plain = [example.plain for example in examples]
        taught = teaching.window(whole.to(device), mask, case, habit, plain)
        loss = loss * (1 - teaching.share) + teaching.window_loss(taught, logits, tags, anyone, roles, weights.anyone)
    for part in by_length(asks):
        loss = loss + ask_loss(net, examples, states, notes, part, weights, teaching, taught) * (len(part) / len(asks))
    return loss


def by_length(asks: list[tuple[int, Ask]], least: int = 8) -> list[list[tuple[int, Ask]]]:
    """Asks in up to four parts of like sentence length: 18 % of what pass two reads is padding then, together 48 %."""
    ordered = sorted(asks, key=lambda pair: pair[1].inside[1] - pair[1].inside[0])
    parts = max(1, min(4, len(ordered) // least))
    size = -(-len(ordered) // parts) or 1  # windows in which nobody found anything ask nothing
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
    teaching: Teaching | None = None,
    taught: Any = None,
) -> Tensor:
    """Pass two's loss."""
    width = up_to(max(ask.inside[1] - ask.inside[0] for _, ask in asks), 16)
    reach = up_to(max(len(ask.distance) for _, ask in asks), 64)
    many = up_to(len(asks), 8)
    mask, trigger = (torch.zeros(many, width, dtype=torch.long) for _ in range(2))
    around = torch.zeros(many, reach, dtype=torch.long)
    spans = torch.full((many, width, len(L.SPAN_ROLES)), IGNORE)
    far = torch.full((many, reach, len(L.SPAN_ROLES)), IGNORE)
    counts = torch.full((many, width), IGNORE)
    for k, (_, ask) in enumerate(asks):
        (start, end), size = ask.inside, len(ask.distance)
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

    def asked(of: ReaderNet, states: Tensor, notes: Tensor) -> tuple[Tensor, ...]:
        rows, far_rows = [], []
        for n, ask in asks:
            shift, (start, end), size = 1 - examples[n].offset, ask.inside, len(ask.distance)
            rows.append(F.pad(states[n, start + shift : end + shift], (0, 0, 0, width - (end - start))))
            at = ask.context + shift
            far_rows.append(F.pad(notes[n, at : at + size], (0, 0, 0, reach - size)))
        empty = many - len(asks)
        rows += [torch.zeros_like(rows[0])] * empty
        far_rows += [torch.zeros_like(far_rows[0])] * empty
        return of.two(torch.stack(rows), mask, trigger, torch.stack(far_rows), around)[:3]

    tags, far_tags, classes = (each.float() for each in asked(net, states, notes))
    loss = _tag_loss(tags[:, :, : L.N_SPAN], spans) * weigh.span + _tag_loss(far_tags, far) * weigh.far
    loss = loss + _mean_loss(tags[:, :, L.N_SPAN :], counts) * weigh.count
    blank = [IGNORE] * (many - len(asks))
    wanted = {
        name: torch.tensor([ask.classes[name] for _, ask in asks] + blank, device=device) for name in L.class_slices()
    }
    for name, columns in L.class_slices().items():
        if (wanted[name] != IGNORE).any():
            rare = RARE[name].to(device) if name in RARE else None
            part = F.cross_entropy(classes[:, columns], wanted[name], rare, ignore_index=IGNORE, label_smoothing=0.03)
            loss = loss + part * CLASS_WEIGHT.get(name, 0.4) * weigh.classes
    if teaching is None:
        return loss
    soft = teaching.answers(asked, taught)
    learnt = _soft_tags(tags[:, :, : L.N_SPAN], soft[0][:, :, : L.N_SPAN], spans) * weigh.span
    learnt = learnt + _soft_tags(far_tags, soft[1], far) * weigh.far
    learnt = learnt + soft_loss(tags[:, :, L.N_SPAN :], soft[0][:, :, L.N_SPAN :], counts) * weigh.count
    for name, columns in L.class_slices().items():
        part = soft_loss(classes[:, columns], soft[2][:, columns], wanted[name])
        learnt = learnt + part * CLASS_WEIGHT.get(name, 0.4) * weigh.classes
    return loss * (1 - teaching.share) + learnt * teaching.share


class Teaching:
    """A larger network's answers, which count ``share`` of the loss (Hinton, Vinyals and Dean 2015, at temperature one).

    ``kept``: where its states of windows lie that come again, those told as they stand in the text.
    """

    def __init__(self, net: ReaderNet, share: float, kept: KeptStates | None = None) -> None:
        self.net, self.share, self.kept = net.eval().requires_grad_(requires_grad=False), share, kept

    @torch.no_grad()
    def window(
        self, ids: Tensor, mask: Tensor, case: Tensor, habit: Tensor, plain: Sequence[bool]
    ) -> tuple[Tensor, Tensor]:
        """Its states of the windows: of the last layer, and those for pass two."""
        if self.kept is None:
            return self.net.one.read(ids, mask, case, habit)
        sizes = [int(size) for size in mask.sum(1)]
        digests = [digest_of(ids[n, :size], case[n, :size], habit[n]) for n, size in enumerate(sizes)]
        new = [n for n, digest in enumerate(digests) if digest not in self.kept]
        once: dict[int, Tensor] = {}
        if new:
            both = torch.cat(self.net.one.read(ids[new], mask[new], case[new], habit[new]), -1).float()
            once = {n: states[: sizes[n]] for n, states in zip(new, both, strict=True)}
            for n in filter(plain.__getitem__, new):
                self.kept.put(digests[n], once.pop(n))  # and read from there: rounded the first time, too
        rows = [once[n] if n in once else self.kept.get(digest).to(ids.device) for n, digest in enumerate(digests)]
        top, states = torch.stack([F.pad(row, (0, 0, 0, ids.shape[1] - len(row))) for row in rows]).chunk(2, -1)
        return top, states

    def window_loss(
        self, taught: Any, logits: Tensor, tags: Tensor, anyone: Tensor, roles: Tensor, weight: float
    ) -> Tensor:
        """What pass one's answers differ by, where there are labels."""
        top, _ = taught
        learnt = soft_loss(logits, self.net.one.tags(top), tags) * 5
        return (learnt + _soft_tags(anyone, self.net.one.anyone(top), roles) * weight) * self.share

    @torch.no_grad()
    def answers(self, asked: Callable[[ReaderNet, Tensor, Tensor], tuple[Tensor, ...]], taught: Any) -> Any:
        """Its answers to the same questions."""
        top, states = taught
        return asked(self.net, states, self.net.one.notes(top))


def soft_loss(logits: Tensor, taught: Tensor, wanted: Tensor) -> Tensor:
    """Mean divergence from the teacher's chances where there is a label; zero where none is."""
    apart = F.kl_div(
        torch.log_softmax(logits.float(), -1), torch.log_softmax(taught.float(), -1), reduction="none", log_target=True
    )
    labelled = wanted != IGNORE
    return (apart.sum(-1) * labelled).sum() / labelled.sum().clamp(min=1)


def _soft_tags(tags: Tensor, taught: Tensor, wanted: Tensor) -> Tensor:
    """As ``_tag_loss``."""
    thirds = [slice(3 * r, 3 * r + 3) for r in range(wanted.shape[2])]
    parts = [soft_loss(tags[:, :, t], taught[:, :, t], wanted[:, :, r]) for r, t in enumerate(thirds)]
    return torch.stack(parts).sum()


def _tag_loss(tags: Tensor, wanted: Tensor) -> Tensor:
    """Sum over the roles of the mean loss of their B/I/O choice."""
    tags = tags.float()
    parts = [_mean_loss(tags[:, :, 3 * r : 3 * r + 3], wanted[:, :, r]) for r in range(wanted.shape[2])]
    return torch.stack(parts).sum()


def _mean_loss(logits: Tensor, wanted: Tensor) -> Tensor:
    """Cross entropy over all tokens that have a label; zero where none has."""
    labels = wanted.flatten()
    if not (labels != IGNORE).any():
        return logits.sum() * 0
    return F.cross_entropy(logits.flatten(0, 1), labels, ignore_index=IGNORE)
