"""Train the reader from the claims gold. See training/README.md.

    python -m training.reader.train --gold ../shared/gold --base FOLDER --out training/out/reader

Seeded; a checkpoint after each epoch, so that a stopped run goes on where it was; the dev score of the averaged weights
is printed and kept in OUT/log.jsonl. The best epoch by the mean of the issue's figures is OUT/best.pt.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertConfig, BertModel

from training.reader.data import IGNORE, Ask, Builder, Example, as_document, read_jsonl
from training.reader.net import ReaderNet
from training.reader.rename import lower_words, rename
from vigil.extract import labels as L
from vigil.extract.codebook import to_codebook
from vigil.extract.decode import Thresholds
from vigil.extract.reader import CLS, SEP, NeuralReader
from vigil.model.claim import TYPES

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MASK_ID = 103
#: Rare classes weigh more, so that denials (2.6 % of claims) are learnt at all.
STANCE_WEIGHT = torch.tensor([1.0, 4.0, 6.0])
STATUS_WEIGHT = torch.tensor([1.0, 1.5, 2.0, 2.0])
CLASS_WEIGHT = {"source_kind": 0.8}
FIGURES = ("detection", "claim", "argument", "source", "counts")


def main() -> None:
    """Train, scoring after each epoch."""
    args = arguments()
    torch.manual_seed(args.seed), random.seed(args.seed), np.random.seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    lines = read_jsonl(args.gold / "claims/train.jsonl")
    builder, common = Builder(tokenizer), lower_words(lines)
    windows = sum(1 for _ in builder.examples(lines))
    dev = read_jsonl(args.gold / "claims/dev.jsonl")
    net = build(args.base, args.dropout)
    if args.start:
        load_start(net, args.start)
    average = torch.optim.swa_utils.AveragedModel(
        net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(args.ema)
    )
    steps = args.epochs * ((windows + args.batch - 1) // args.batch)
    optimizer = make_optimizer(net, args.lr)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [group["lr"] for group in optimizer.param_groups], total_steps=steps, pct_start=0.1
    )
    first, best = resume(args.out, net, average, optimizer, schedule)
    print(f"{windows} windows, {sum(len(line['claims']) for line in lines)} claims, {steps} steps", flush=True)
    for epoch in range(first, args.epochs):
        rng = random.Random(args.seed * 1000 + epoch)
        told = [rename(line, common, rng) if rng.random() < args.rename else line for line in lines]
        train = list(builder.examples(told))
        started, loss = time.time(), one_epoch(net, average, optimizer, schedule, train, args, epoch)
        line: dict[str, Any] = {"epoch": epoch, "loss": loss, "train_s": round(time.time() - started)}
        if epoch >= args.score_from:
            figures = score(average.module, tokenizer, dev, args.gold)
            line |= {name: figures[name]["f1"] for name in FIGURES} | {
                k: v["right"] for k, v in figures["accuracy"].items()
            }
            mean = sum(line[name] for name in FIGURES) / len(FIGURES)
            if mean > best:
                best = mean
                torch.save(average.module.state_dict(), args.out / "best.pt")
        with (args.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        save(args.out, net, average, optimizer, schedule, epoch + 1, best)
    torch.save(average.module.state_dict(), args.out / "last.pt")


def arguments() -> argparse.Namespace:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model (model.safetensors)")
    parser.add_argument("--out", type=Path, default=Path("training/out/reader"))
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--batch", type=int, default=4, help="windows a step")
    parser.add_argument("--lr", type=float, default=2e-4)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--ema", type=float, default=0.995)
    parser.add_argument("--word-drop", type=float, default=0.08)
    parser.add_argument("--start", type=Path, help="weights of an earlier stage to go on from")
    parser.add_argument("--rename", type=float, default=0.4, help="share of documents told with invented names")
    parser.add_argument("--score-from", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--no-bf16", action="store_true")
    return parser.parse_args()


def build(base: Path, dropout: float) -> ReaderNet:
    """The network on the base model's weights, whose digest is checked."""
    import hashlib

    weights = base / "model.safetensors"
    if hashlib.sha256(weights.read_bytes()).hexdigest() != BASE_SHA256:
        raise SystemExit(f"{weights} is not the base model that the recipe names")
    config = BertConfig.from_json_file(str(base / "config.json"))
    config.hidden_dropout_prob, config.attention_probs_dropout_prob = 0.1, 0.0
    bert = BertModel(config, add_pooling_layer=False)
    state = {k: v for k, v in load_file(str(weights)).items() if not k.startswith("pooler") and "position_ids" not in k}
    bert.load_state_dict(state, strict=True)
    return ReaderNet(config, bert, dropout)


def load_start(net: ReaderNet, path: Path) -> None:
    """An earlier stage's weights; inputs that the ``hidden`` layer has gained since begin at zero."""
    state = torch.load(path)
    old, name = state["two.hidden.weight"], "two.hidden.weight"
    state[name] = F.pad(old, (0, net.two.hidden.in_features - old.shape[1]))
    net.load_state_dict(state)


def make_optimizer(net: ReaderNet, lr: float) -> torch.optim.Optimizer:
    """AdamW: pretrained layers at ``lr``, new heads at five times that; word embeddings stay as they are."""
    heads, layers = [], []
    for name, parameter in net.named_parameters():
        if "word_embeddings" in name:
            parameter.requires_grad_(
                False
            )  # 422 documents move too few of 30,522 rows to generalise, and it saves time
            continue
        if any(part in name for part in ("tags", "spans", "hidden", "classes", "marks", "types", "case", "two.norm")):
            heads.append(parameter)
        else:
            layers.append(parameter)
    groups = [{"params": layers, "lr": lr}, {"params": heads, "lr": lr * 5}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def one_epoch(
    net: Any, average: Any, optimizer: Any, schedule: Any, train: list[Example], args: Any, epoch: int
) -> float:
    """One pass over the windows, batched by like length in random order."""
    net.train()
    rng = random.Random(args.seed * 1000 + epoch)
    order = sorted(range(len(train)), key=lambda n: len(train[n].ids) + rng.random() * 40)
    batches = [order[at : at + args.batch] for at in range(0, len(order), args.batch)]
    rng.shuffle(batches)
    total = 0.0
    for batch in batches:
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not args.no_bf16):
            loss = batch_loss(net, [train[n] for n in batch], rng, args.word_drop)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        if schedule.last_epoch + 1 < schedule.total_steps:  # renaming can add a window, and so a step
            schedule.step()
        average.update_parameters(net)
        total += float(loss.detach())
    return round(total / len(batches), 4)


def batch_loss(net: ReaderNet, examples: list[Example], rng: random.Random, word_drop: float) -> Tensor:
    """Loss of both passes on some windows."""
    width = max(len(e.ids) for e in examples) + 2
    ids, mask, case = (torch.zeros(len(examples), width, dtype=torch.long) for _ in range(3))
    tags = torch.full((len(examples), width), IGNORE)
    for n, e in enumerate(examples):
        size = len(e.ids)
        ids[n, : size + 2] = torch.from_numpy(np.concatenate([[CLS], e.ids, [SEP]]))
        mask[n, : size + 2] = 1
        case[n, 1 : size + 1] = torch.from_numpy(e.case)
        tags[n, 1 : size + 1] = torch.from_numpy(e.tags)
    if word_drop:
        dropped = (torch.rand(ids.shape) < word_drop) & (ids > 999)
        ids = ids.masked_fill(dropped, MASK_ID)
    states, logits = net.one(ids, mask, case)
    loss = F.cross_entropy(logits.float().flatten(0, 1), tags.flatten(), ignore_index=IGNORE, label_smoothing=0.05) * 4
    asks = [(n, ask) for n, e in enumerate(examples) for ask in e.asks] + false_triggers(examples, logits, rng)
    if asks:
        loss = loss + ask_loss(net, examples, states, asks, rng)
    return loss


def false_triggers(examples: list[Example], logits: Tensor, rng: random.Random) -> list[tuple[int, Ask]]:
    """Hard negatives for the ``valid`` head: outside tokens that pass one now likes best, two a window at most."""
    made = []
    with torch.no_grad():
        outside = torch.softmax(logits.float(), -1)[:, :, 0]
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
            kind = int(logits[n, 1 + at, 1:].argmax()) // 2
            blank = np.full_like(near.spans, IGNORE)
            classes = dict.fromkeys(near.classes, IGNORE) | {"valid": 0}
            made.append(
                (
                    n,
                    Ask(
                        near.start,
                        near.end,
                        near.inside,
                        (token, token + 1),
                        kind,
                        blank,
                        np.full_like(near.counts, IGNORE),
                        classes,
                    ),
                )
            )
    return made


def ask_loss(
    net: ReaderNet, examples: list[Example], states: Tensor, asks: list[tuple[int, Ask]], rng: random.Random
) -> Tensor:
    """Pass two's loss."""
    width = max(ask.end - ask.start for _, ask in asks)
    rows, kinds = [], []
    mask, trigger, inside = (torch.zeros(len(asks), width, dtype=torch.long) for _ in range(3))
    spans = torch.full((len(asks), width, len(L.SPAN_ROLES)), IGNORE)
    counts = torch.full((len(asks), width), IGNORE)
    for k, (n, ask) in enumerate(asks):
        offset, size = examples[n].offset, ask.end - ask.start
        rows.append(F.pad(states[n, 1 + ask.start - offset : 1 + ask.end - offset], (0, 0, 0, width - size)))
        mask[k, :size] = 1
        trigger[k, ask.trigger[0] - ask.start : ask.trigger[1] - ask.start] = 1
        low, high = ask.inside[0] - ask.start, ask.inside[1] - ask.start
        inside[k, low:high] = 1
        spans[k, :size] = torch.from_numpy(ask.spans)
        counts[k, low:high] = torch.from_numpy(ask.counts[low:high])
        kinds.append(len(TYPES) if rng.random() < 0.1 else ask.type)
    tags, classes = net.two(torch.stack(rows), mask, trigger, inside, torch.tensor(kinds))
    tags, classes = tags.float(), classes.float()
    loss = tags.new_zeros(())
    for r in range(len(L.SPAN_ROLES)):
        loss = (
            loss
            + F.cross_entropy(
                tags[:, :, 3 * r : 3 * r + 3].flatten(0, 1), spans[:, :, r].flatten(), ignore_index=IGNORE
            )
            * 2
        )
    loss = loss + F.cross_entropy(tags[:, :, L.N_SPAN :].flatten(0, 1), counts.flatten(), ignore_index=IGNORE) * 4
    weights = {"stance": STANCE_WEIGHT, "status": STATUS_WEIGHT}
    for name, columns in L.class_slices().items():
        wanted = torch.tensor([ask.classes[name] for _, ask in asks])
        if (wanted != IGNORE).any():
            part = F.cross_entropy(
                classes[:, columns], wanted, weights.get(name), ignore_index=IGNORE, label_smoothing=0.03
            )
            loss = loss + part * CLASS_WEIGHT.get(name, 0.4)
    return loss


class TorchPasses:
    """The network as the reader's Passes, so that dev is scored by the reader's own code."""

    def __init__(self, net: ReaderNet) -> None:
        self.net = net.eval()

    def one(self, *arrays: Any) -> Any:
        """See reader.Passes."""
        with torch.no_grad():
            return tuple(x.numpy() for x in self.net.one(*map(torch.from_numpy, arrays)))

    def two(self, *arrays: Any) -> Any:
        """See reader.Passes."""
        with torch.no_grad():
            return tuple(x.numpy() for x in self.net.two(*map(torch.from_numpy, arrays)))


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


def resume(out: Path, net: Any, average: Any, optimizer: Any, schedule: Any) -> tuple[int, float]:
    """Go on from OUT/checkpoint.pt if there is one."""
    path = out / "checkpoint.pt"
    if not path.exists():
        return 0, 0.0
    state = torch.load(path, weights_only=False)
    net.load_state_dict(state["net"]), average.load_state_dict(state["average"])
    optimizer.load_state_dict(state["optimizer"]), schedule.load_state_dict(state["schedule"])
    return state["epoch"], state["best"]


def save(out: Path, net: Any, average: Any, optimizer: Any, schedule: Any, epoch: int, best: float) -> None:
    """A checkpoint, replaced at once or not at all."""
    state = {"net": net.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save(state | {"schedule": schedule.state_dict(), "epoch": epoch, "best": best}, out / "checkpoint.tmp")
    (out / "checkpoint.tmp").replace(out / "checkpoint.pt")


if __name__ == "__main__":
    main()
