"""Train the reader from the claims gold. See training/README.md.

    python -m training.reader.train --gold ../shared/gold --base FOLDER --out training/out

Seeded; a checkpoint after each epoch, so that a stopped run goes on where it was; the dev score of the averaged weights
is printed and kept in OUT/log.jsonl, and the weights with it as OUT/epoch-N.pt. OUT/last.pt is the end.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import nn
from transformers import BertConfig, BertModel

from training.reader.adversary import Disturbance
from training.reader.corpus import retold, training_lines
from training.reader.data import Builder, Example, read_jsonl
from training.reader.kept import KeptStates
from training.reader.loss import Teaching, Weights, batch_loss
from training.reader.net import ReaderNet
from training.reader.options import arguments
from training.reader.rename import lower_words
from training.reader.scoring import FIGURES, score
from training.reader.teacher import build_teacher
from training.reader.whole import put
from vigil.extract.windows import open_tokenizer

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS_DROPOUT = 0.1
#: Parts of parameter names that the base model does not have: they learn faster.
HEADS = (
    "tags",
    "spans",
    "hidden",
    "classes",
    "marks",
    "case",
    "habit",
    "anyone",
    "two.norm",
    "passed",
    "notes",
    "asked",
    "distance",
    "far",
    "beside",
    "told",
)


def main() -> None:
    """Train, scoring after each epoch."""
    args = arguments(__doc__)
    torch.manual_seed(args.seed)  # for what the base model does not have: see ReaderNet
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = open_tokenizer(args.base)
    sources = training_lines(args.gold, args.only)
    if args.silver:
        sources["silver"] = [line | {"habit": 0} for line in read_jsonl(args.silver)]
    if args.teacher:
        sources = taught_on(sources, args.taught_on)
    everything = [line for lines in sources.values() for line in lines]
    builder, common = Builder(tokenizer), lower_words(everything)
    dev = read_jsonl(args.gold / "claims/dev.jsonl")
    if args.teacher_base and not args.teacher:
        net = build_teacher(args.teacher_base, args.base / "vocab.txt", args.dropout)
    else:
        net = build(args.base, args.dropout)
    if args.start:
        net.load_state_dict(torch.load(args.start, map_location="cpu"))
    net, teaching = net.to(args.device), None
    if args.teacher:
        teacher = build_teacher(args.teacher_base, args.base / "vocab.txt", args.dropout)
        teacher.load_state_dict(torch.load(args.teacher, map_location="cpu"))
        teaching = Teaching(teacher.to(args.device), args.taught, kept_states(args, teacher))
    average = torch.optim.swa_utils.AveragedModel(
        net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(args.ema)
    )
    optimizer = make_optimizer(net, args.lr, args.head_rate, args.beta2)
    first, args.bfloat16 = resume(args.out, net, average, optimizer, args.bfloat16)
    print(f"{len(everything)} texts, {sum(len(line['claims']) for line in everything)} claims", flush=True)
    for epoch in range(first, args.epochs):
        rng = random.Random(args.seed * 1000 + epoch)
        lines = [line for name in sources for line in drawn(sources[name], name, args, rng)]
        told = (retold(line, common, rng, args.rename) for line in lines)
        train = list(builder.examples([new | {"plain": new is old} for new, old in zip(told, lines, strict=True)]))
        started, loss = time.time(), one_epoch(net, average, optimizer, train, args, epoch, teaching)
        line: dict[str, Any] = {"epoch": epoch, "loss": loss, "train_s": round(time.time() - started)}
        if epoch >= args.score_from:
            figures = score(average.module, tokenizer, dev, args.gold)
            line |= {name: figures[name]["f1"] for name in FIGURES} | {
                k: v["right"] for k, v in figures["accuracy"].items()
            }
            put(args.out / f"epoch-{epoch}.pt", partial(torch.save, on_cpu(average.module)))
        with (args.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        save(args.out, net, average, optimizer, epoch + 1, args.bfloat16)
    put(args.out / "last.pt", partial(torch.save, on_cpu(average.module)))


def taught_on(sources: dict[str, list[Any]], names: list[str]) -> dict[str, list[Any]]:
    """The lines with whether the teacher is asked. Raises SystemExit where a name begins no source's."""
    for each in names:
        if not any(name.startswith(each) for name in sources):
            raise SystemExit(f"--taught-on {each}: no source begins so; there are {', '.join(sources)}")
    return {
        name: [line | {"taught": name.startswith(tuple(names))} for line in lines] for name, lines in sources.items()
    }


def kept_states(args: argparse.Namespace, teacher: ReaderNet) -> KeptStates | None:
    """Where --kept has this teacher's states."""
    if not args.kept:
        return None
    with args.teacher.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return KeptStates(args.kept / digest[:16], 2 * teacher.one.case.weight.shape[1])


def on_cpu(net: nn.Module) -> dict[str, torch.Tensor]:
    """A network's weights as any machine can open them."""
    return {name: each.cpu() for name, each in net.state_dict().items()}


def drawn(lines: list[Any], name: str, args: argparse.Namespace, rng: random.Random) -> list[Any]:
    """The texts of one source that this epoch reads: all, or another part each time."""
    share = args.share.get(name, 1.0)
    return lines if share >= 1 else rng.sample(lines, round(share * len(lines)))


def build(base: Path, dropout: float) -> ReaderNet:
    """The network on the base model's weights, whose digest is checked."""
    weights = base / "model.safetensors"
    if hashlib.sha256(weights.read_bytes()).hexdigest() != BASE_SHA256:
        raise SystemExit(f"{weights} is not the base model that the recipe names")
    config = BertConfig.from_json_file(str(base / "config.json"))
    config.hidden_dropout_prob, config.attention_probs_dropout_prob = LAYERS_DROPOUT, 0.0
    bert = BertModel(config, add_pooling_layer=False)
    state = {k: v for k, v in load_file(str(weights)).items() if not k.startswith("pooler") and "position_ids" not in k}
    bert.load_state_dict(state, strict=True)
    return ReaderNet(config, bert, dropout)


def make_optimizer(net: ReaderNet, lr: float, head_rate: float = 5.0, beta2: float = 0.999) -> torch.optim.Optimizer:
    """AdamW: pretrained layers at ``lr``, new heads at ``head_rate`` times that; word embeddings stay as they are.

    ``beta2``: decay of the mean of squared gradients (Kingma and Ba 2015), whose half-life is 693 steps at .999, 34 at .98.
    """
    heads, layers = [], []
    for name, parameter in net.named_parameters():
        if "word_embeddings" in name:
            parameter.requires_grad_(
                False
            )  # 422 documents move too few of 30,522 rows to generalise, and it saves time
            continue
        if not parameter.requires_grad:
            continue
        if any(part in name for part in HEADS):
            heads.append(parameter)
        else:
            layers.append(parameter)
    groups = [{"params": layers, "lr": lr, "peak": lr}, {"params": heads, "lr": lr * head_rate, "peak": lr * head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, beta2), fused=True)


def one_cycle(done: float, rise: float = 0.1) -> float:
    """Share of the peak rate when ``done`` (0 to 1) of the training is done: up and down by cosines (Smith 2018)."""
    low, at = (0.04, done / rise) if done < rise else (0.0, (1 - done) / (1 - rise))
    return low + (1 - low) * (1 - math.cos(math.pi * at)) / 2


def one_epoch(
    net: Any,
    average: Any,
    optimizer: Any,
    train: list[Example],
    args: Any,
    epoch: int,
    teaching: Teaching | None = None,
) -> float:
    """One pass over the windows, batched by like length in random order."""
    net.train()
    if args.plain_dropout:
        plain = epoch < args.adversarial_from
        net.rate_dropout(*(args.plain_dropout if plain else (LAYERS_DROPOUT, args.dropout)))
    # A checkpoint keeps no state of torch's draws (dropout, masked words): with a seed for each epoch a training that was
    # stopped ends at the weights of one that was not.
    torch.manual_seed(args.seed * 1000 + epoch)
    rng = random.Random(args.seed * 1000 + epoch)
    batches = steps_of(train, args, rng)
    total, weights, arithmetic = 0.0, Weights(*args.span_weights, args.class_weight), arithmetic_of(args)
    against = args.adversarial and epoch >= args.adversarial_from
    disturbance = Disturbance(net.one.embeddings.LayerNorm, args.adversarial) if against else None
    for step, batch in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * one_cycle((epoch + step / len(batches)) / args.epochs)
        windows = [train[n] for n in batch]
        asked = teaching if windows[0].taught else None
        with arithmetic():
            loss = batch_loss(net, windows, rng, args.word_drop, weights, asked)
        optimizer.zero_grad()
        loss.backward()
        if disturbance is not None:
            with disturbance.turned():
                with arithmetic():
                    again = batch_loss(net, windows, rng, args.word_drop, weights, asked)
                again.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        average.update_parameters(net)
        total += float(loss.detach())
        if args.every and (step + 1) % args.every == 0:
            print(f"epoch {epoch}, step {step + 1} of {len(batches)}, loss {total / (step + 1):.3f}", flush=True)
    if disturbance is not None:
        disturbance.remove()
    return round(total / len(batches), 4)


def arithmetic_of(args: Any) -> Callable[[], Any]:
    """Under what products are computed: bfloat16 if asked for."""
    return partial(torch.autocast, args.device.partition(":")[0], torch.bfloat16, enabled=args.bfloat16)


def steps_of(train: list[Example], args: Any, rng: random.Random) -> list[list[int]]:
    """The batches of an epoch: a step's windows are all taught by the teacher, or none of them is."""
    both = ([n for n, window in enumerate(train) if window.taught is taught] for taught in (False, True))
    parts = [part for part in both if part]
    made = [
        [part[k] for k in each] for part in parts for each in batches_of([len(train[n].ids) for n in part], args, rng)
    ]
    if len(parts) > 1:
        rng.shuffle(made)
    return made


def batches_of(lengths: list[int], args: Any, rng: random.Random) -> list[list[int]]:
    """Numbers of windows, of like length together and in random order: ``--batch`` a step, or as ``--tokens`` allows."""
    order = sorted(range(len(lengths)), key=lambda n: lengths[n] + rng.random() * 40)
    batches: list[list[int]] = []
    for n in order:
        full = not batches or len(batches[-1]) == args.batch
        if args.tokens and batches:
            full = (len(batches[-1]) + 1) * max(lengths[k] for k in (*batches[-1], n)) > args.tokens
        if full:
            batches.append([])
        batches[-1].append(n)
    rng.shuffle(batches)
    return batches


def resume(out: Path, net: Any, average: Any, optimizer: Any, bfloat16: bool) -> tuple[int, bool]:
    """Go on from OUT/checkpoint.pt if there is one, in its arithmetic: what is quicker may come out otherwise now."""
    path = out / "checkpoint.pt"
    if not path.exists():
        return 0, bfloat16
    state = torch.load(path, weights_only=False, map_location=average.module.one.case.weight.device)
    net.load_state_dict(state["net"]), average.load_state_dict(state["average"])
    optimizer.load_state_dict(state["optimizer"])
    return state["epoch"], state["bfloat16"]


def save(out: Path, net: Any, average: Any, optimizer: Any, epoch: int, bfloat16: bool) -> None:
    """A checkpoint."""
    state = {"net": net.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}
    put(out / "checkpoint.pt", partial(torch.save, state | {"epoch": epoch, "bfloat16": bfloat16}))


if __name__ == "__main__":
    main()
