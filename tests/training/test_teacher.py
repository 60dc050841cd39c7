"""A teacher, and what makes a training step quick. Needs torch: run with the training's interpreter (training/README.md)."""

from __future__ import annotations

import gzip
import json
import random
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vigil.extract.reader import WEIGHTS
from vigil.extract.windows import open_tokenizer

torch = pytest.importorskip("torch", reason="torch is only where the reader is trained")
transformers = pytest.importorskip("transformers", reason="transformers is only where the reader is trained")

from training.reader import silver  # noqa: E402
from training.reader.corpus import training_lines  # noqa: E402
from training.reader.data import Builder, Example  # noqa: E402
from training.reader.kept import KeptStates  # noqa: E402
from training.reader.loss import Teaching, Weights, batch_loss  # noqa: E402
from training.reader.net import HEADS, ReaderNet  # noqa: E402
from training.reader.quick import Dropout, attention_of, up_to  # noqa: E402
from training.reader.teacher import build_teacher, network  # noqa: E402
from training.reader.train import batches_of, steps_of, taught_on  # noqa: E402

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *(f"word{n}" for n in range(50))]
THEIRS = ["<s>", "<pad>", "</s>", "<unk>", *WORDS, "<mask>"]


def test_a_teacher_has_the_states_of_its_base() -> None:
    torch.manual_seed(5)
    config = transformers.MPNetConfig(
        vocab_size=len(THEIRS), hidden_size=2 * HEADS, num_hidden_layers=3, num_attention_heads=HEADS,
        intermediate_size=40, max_position_embeddings=302, layer_norm_eps=1e-5,
    )  # fmt: skip
    base = transformers.MPNetModel(config, add_pooling_layer=False).eval()
    torch.nn.init.normal_(base.encoder.relative_attention_bias.weight)
    net = network(base.state_dict(), THEIRS, WORDS, 0.1, 2).eval()
    words = torch.randint(5, 50, (1, 300))
    words[0, 0], words[0, -1], words[0, 7] = 2, 3, 4
    theirs = torch.tensor([[THEIRS.index(WORDS[n]) for n in words[0].tolist()]])
    theirs[0, 0], theirs[0, -1], theirs[0, 7] = 0, 2, len(THEIRS) - 1
    with torch.no_grad():
        top, _ = net.one.read(words, torch.ones_like(words), torch.zeros_like(words), None)
        assert torch.allclose(top, base(theirs).last_hidden_state, atol=1e-5)


def test_another_base_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"another")
    with pytest.raises(SystemExit, match=r"model\.safetensors is not the teacher's base"):
        build_teacher(tmp_path, tmp_path / "vocab.txt", 0.1)


def small(seed: int) -> ReaderNet:
    torch.manual_seed(seed)
    config = transformers.BertConfig(
        hidden_size=2 * HEADS, num_attention_heads=HEADS, num_hidden_layers=6, intermediate_size=48
    )
    return ReaderNet(config, transformers.BertModel(config, add_pooling_layer=False), 0.0)


def examples(tmp_path: Path) -> list[Example]:
    lines = training_lines(tmp_path, ["written/briefs"])["written/briefs"][:3]
    return list(Builder(open_tokenizer(WEIGHTS)).examples(lines))


def test_nothing_is_learnt_from_one_who_answers_the_same(tmp_path: Path) -> None:
    net, texts = small(3).eval(), examples(tmp_path)
    assert sum(len(text.asks) for text in texts) > 3

    def loss(teacher: ReaderNet, share: float) -> float:
        return float(batch_loss(net, texts, random.Random(1), 0.0, Weights(), Teaching(teacher, share)).detach())

    alone = float(batch_loss(net, texts, random.Random(1), 0.0, Weights()).detach())
    assert loss(net, 1.0) == pytest.approx(0, abs=1e-4)
    assert loss(small(4), 1.0) > 0.1
    assert loss(small(4), 0.0) == pytest.approx(alone, rel=1e-5)
    assert not any(each.requires_grad for each in Teaching(small(4), 0.5).net.parameters())


def test_windows_without_a_claim_have_a_loss(tmp_path: Path) -> None:
    quiet = [replace(text, asks=[], tags=text.tags * 0) for text in examples(tmp_path)]
    for teaching in (None, Teaching(small(4), 0.5)):
        assert 0 < float(batch_loss(small(3), quiet, random.Random(1), 0.0, Weights(), teaching).detach()) < 100


@contextmanager
def opened(folder: Path) -> Iterator[KeptStates]:
    with closing(KeptStates(folder / "kept", 4 * HEADS)) as kept:
        yield kept


def test_a_teachers_states_are_kept_and_not_asked_for_again(tmp_path: Path) -> None:
    net, texts = small(3).eval(), [replace(text, plain=True) for text in examples(tmp_path)]

    def loss(teaching: Teaching) -> float:
        return float(batch_loss(net, texts, random.Random(1), 0.0, Weights(), teaching).detach())

    asked = loss(Teaching(small(4), 0.5))
    with opened(tmp_path) as kept:
        first = loss(Teaching(small(4), 0.5, kept))
        assert first == pytest.approx(asked, rel=1e-3)
        assert len(kept) == len(texts)
    for name, half in (("windows.txt", b"0123 99"), ("states.f16", b"half of a window")):
        with (tmp_path / "kept" / name).open("ab") as file:
            file.write(half)
    silent = small(4)
    silent.one.read = None  # type: ignore[assignment]
    with opened(tmp_path) as kept:
        assert loss(Teaching(silent, 0.5, kept)) == first
        kept.put("another", torch.full((2, 4 * HEADS), 0.5))
    with opened(tmp_path) as kept:
        assert kept.get("another").tolist() == [[0.5] * 4 * HEADS] * 2
        assert loss(Teaching(silent, 0.5, kept)) == first


def test_a_text_told_otherwise_is_not_kept(tmp_path: Path) -> None:
    texts = examples(tmp_path)
    with opened(tmp_path) as kept:
        batch_loss(small(3).eval(), texts, random.Random(1), 0.0, Weights(), Teaching(small(4), 0.5, kept))
        assert len(kept) == 0


def test_padding_changes_no_loss(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    net, texts = small(3).eval(), examples(tmp_path)
    padded = float(batch_loss(net, texts, random.Random(1), 0.0, Weights()).detach())
    monkeypatch.setattr("training.reader.loss.up_to", lambda size, _step: size)
    assert float(batch_loss(net, texts, random.Random(1), 0.0, Weights()).detach()) == pytest.approx(padded, rel=1e-5)
    assert [up_to(size, 8) for size in (1, 8, 9)] == [8, 8, 16]


def test_dropout_drops_its_share_and_keeps_the_mean() -> None:
    torch.manual_seed(1)
    drop, ones = Dropout(0.1), torch.ones(300, 1001)
    dropped = drop(ones)
    assert float((dropped == 0).float().mean()) == pytest.approx(26 / 256, abs=0.005)
    assert float(dropped.mean()) == pytest.approx(1, abs=0.01)
    assert torch.equal(drop.eval()(ones), ones)


def test_attention_in_bfloat16_is_nearly_that_in_float32() -> None:
    torch.manual_seed(1)
    query, key, value = (torch.randn(2, 3, 7, 4) for _ in range(3))
    bias = torch.zeros(2, 1, 1, 7)
    bias[1, :, :, 5:] = -1e4
    exact = torch.softmax(query @ key.transpose(-1, -2) / 2 + bias, -1) @ value
    assert torch.allclose(attention_of(query, key, value, bias), exact, atol=1e-5)
    lowered = attention_of(*(each.bfloat16() for each in (query, key, value, bias)))
    assert torch.allclose(lowered.float(), exact, atol=0.05)


def test_attention_that_is_learnt_in_bfloat16_turns_nearly_as_in_float32() -> None:
    torch.manual_seed(3)
    given = [torch.randn(3, 12, 40, 32) for _ in range(4)]
    bias = torch.zeros(3, 1, 1, 40)
    bias[0, :, :, 25:] = -1e4  # padding

    def learnt(kind: Any) -> tuple[Any, list[Any]]:
        query, key, value = (each.to(kind, copy=True).requires_grad_() for each in given[:3])
        mixed = attention_of(query, key, value, bias)
        (mixed.float() * given[3]).sum().backward()
        return mixed.float(), [each.grad.float() for each in (query, key, value)]

    (exact, turns), (low, low_turns) = learnt(torch.float32), learnt(torch.bfloat16)
    assert torch.allclose(low, exact, atol=0.05)
    for slope, lower in zip(turns, low_turns, strict=True):
        assert (lower - slope).norm() < 0.02 * slope.norm()
    assert not low_turns[1][0, :, 25:].any()
    assert not low_turns[2][0, :, 25:].any()


@pytest.mark.parametrize(("tokens", "batch"), [(0, 3), (900, 3)])
def test_every_window_is_in_one_batch_beside_others_of_like_length(tokens: int, batch: int) -> None:
    draws = random.Random(2)
    lengths = [draws.choice((30, 200, 500)) + draws.randrange(20) for _ in range(200)]
    batches = batches_of(lengths, Namespace(tokens=tokens, batch=batch), random.Random(1))
    assert sorted(n for each in batches for n in each) == list(range(200))
    if tokens:
        assert all(len(each) == 1 or len(each) * max(lengths[n] for n in each) <= tokens for each in batches)
        assert max(len(each) for each in batches) > 15
    else:
        assert sorted(len(each) for each in batches)[1:] == [3] * 66


def test_a_steps_windows_are_all_taught_or_none() -> None:
    args, draws = Namespace(tokens=900, batch=3), random.Random(3)
    windows = [Namespace(ids=[0] * draws.randrange(20, 400), taught=draws.random() < 0.5) for _ in range(100)]
    steps = steps_of(windows, args, random.Random(1))
    assert sorted(n for each in steps for n in each) == list(range(100))
    kinds = [{windows[n].taught for n in each} for each in steps]
    assert all(len(each) == 1 for each in kinds)
    assert len({min(each) for each in kinds[: len(kinds) // 2]}) == 2  # not first all of one kind
    for window in windows:
        window.taught = True
    lengths = [len(window.ids) for window in windows]
    assert steps_of(windows, args, random.Random(1)) == batches_of(lengths, args, random.Random(1))


def test_the_teacher_is_asked_on_named_sources_only() -> None:
    sources = {name: [{"doc": name}] for name in ("gold", "written/briefs", "silver")}
    told = taught_on(sources, ["gold", "written/"])
    assert [line["taught"] for lines in told.values() for line in lines] == [True, True, False]
    assert all(line["taught"] for lines in taught_on(sources, [""]).values() for line in lines)
    with pytest.raises(SystemExit, match="--taught-on silvr: no source begins so; there are gold"):
        taught_on(sources, ["gold", "silvr"])


def test_what_stands_in_the_development_set_is_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = "Nine of the ferrymen who had gone up the river to look for their brothers came home at night without boats."
    other = (
        "The mayor of the upper town said on Friday that the bridge was shelled twice, and that nobody had crossed it."
    )
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/dev.jsonl").write_text(json.dumps({"text": f"A dateline. {kept}"}) + "\n")
    (tmp_path / "claims/train.jsonl").write_text(json.dumps({"text": "It was quiet."}) + "\n")
    with gzip.open(tmp_path / "sentences.jsonl.gz", "wt") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in (kept, other, "It was quiet.", other))
    monkeypatch.setattr(silver, "DOCUMENTS", ())
    monkeypatch.setattr(silver, "SENTENCES", ("sentences.jsonl.gz",))
    (line,) = silver.unread(tmp_path)
    assert line["text"] == other
    assert line["sentences"] == [[0, len(other)]]


def test_a_line_that_was_not_written_to_its_end_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "silver.jsonl"
    for given, kept in ((b'{"a": 1}\n{"b": 2}\n{"c', b'{"a": 1}\n{"b": 2}\n'), (b'{"a"', b""), (b"", b"")):
        path.write_bytes(given)
        assert silver.whole_lines(path) == kept.count(b"\n")
        assert path.read_bytes() == kept
