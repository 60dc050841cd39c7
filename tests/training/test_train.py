"""Stopping a training and starting it again. Needs torch: run with the training's interpreter (training/README.md)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from vigil.extract.reader import WEIGHTS

torch = pytest.importorskip("torch", reason="torch is only where the reader is trained")
transformers = pytest.importorskip("transformers", reason="transformers is only where the reader is trained")

from training import wording  # noqa: E402
from training.reader import average, options, train  # noqa: E402
from training.reader.corpus import training_lines  # noqa: E402
from training.reader.net import HEADS, ReaderNet  # noqa: E402

Run = Callable[..., dict[str, Any]]


def small(_base: Path, dropout: float) -> ReaderNet:
    """A network of the reader's shape, 24 wide, that no base model is needed for."""
    config = transformers.BertConfig(
        hidden_size=2 * HEADS, num_attention_heads=HEADS, num_hidden_layers=6, intermediate_size=48
    )
    return ReaderNet(config, transformers.BertModel(config, add_pooling_layer=False), dropout)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Two epochs on three written texts, into a folder."""
    lines = training_lines(tmp_path, ["written/briefs"])["written/briefs"][:3]
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/dev.jsonl").touch()
    monkeypatch.setattr(train, "build", small)
    monkeypatch.setattr(train, "training_lines", lambda _gold, _only: {"written/briefs": lines})

    def trained(name: str, *more: str) -> dict[str, Any]:
        given = f"train --gold {tmp_path} --base {WEIGHTS} --out {tmp_path / name} --epochs 2 --batch 2 --threads 1"
        monkeypatch.setattr("sys.argv", [*given.split(), "--score-from", "9", "--device", "cpu", *more])
        train.main()
        state: dict[str, Any] = torch.load(tmp_path / name / "last.pt")
        return state

    return trained


def test_a_training_that_was_stopped_ends_at_the_weights_of_one_that_was_not(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    unbroken, epoch_of = run("unbroken"), train.one_epoch

    def stopped(*given: Any) -> float:
        if given[5] == 1:
            raise KeyboardInterrupt
        return epoch_of(*given)

    with monkeypatch.context() as patch:
        patch.setattr(train, "one_epoch", stopped)
        with pytest.raises(KeyboardInterrupt):
            run("stopped")
    # What is quicker is measured at each start, and may come out otherwise.
    pays = options.bfloat16_pays()
    monkeypatch.setattr(options, "bfloat16_pays", lambda: not pays)
    again = run("stopped")
    assert again.keys() == unbroken.keys()
    assert all(torch.equal(again[name], unbroken[name]) for name in unbroken)


def test_a_step_is_learnt_against_itself_from_the_epoch_on_that_is_named(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    def same(left: dict[str, Any], right: dict[str, Any]) -> bool:
        return all(torch.equal(left[name], right[name]) for name in left)

    plain = run("plain")
    assert same(plain, run("never", "--adversarial", "0.5", "--adversarial-from", "2"))
    second = run("second", "--adversarial", "0.5", "--adversarial-from", "1")
    assert not same(plain, second)
    assert not same(second, run("both", "--adversarial", "0.5"))
    with pytest.raises(SystemExit):
        run("since", "--adversarial-from", "1")
    assert "--adversarial says how far" in capsys.readouterr().err


def test_dropout_is_what_was_asked_for_until_a_step_is_learnt_against_itself(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    def differ(left: dict[str, Any], right: dict[str, Any]) -> bool:
        return any(not torch.equal(left[name], right[name]) for name in left)

    against = ("--adversarial", "0.5", "--adversarial-from")
    usual = run("usual", *against, "1")
    assert not differ(usual, run("said", *against, "1", "--plain-dropout", "0.1", "0.1"))
    assert differ(usual, run("layers", *against, "1", "--plain-dropout", "0", "0.1"))
    assert differ(usual, run("heads", *against, "1", "--plain-dropout", "0.1", "0"))
    with pytest.raises(SystemExit):
        run("always", "--plain-dropout", "0", "0")
    assert "which says until when" in capsys.readouterr().err


def test_dropout_is_the_usual_one_where_a_step_is_learnt_against_itself(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    rates, epoch_of = [], train.one_epoch

    def seen(net: ReaderNet, *given: Any) -> float:
        loss = epoch_of(net, *given)
        rates.append((net.two.upper.layers[0].output.dropout.dropped, net.two.dropout.dropped))
        return loss

    monkeypatch.setattr(train, "one_epoch", seen)
    run("both", "--adversarial", "0.5", "--adversarial-from", "1", "--plain-dropout", "0", "0.05")
    assert rates == [(0, 13), (26, 26)]


def test_the_memory_of_squared_gradients_is_what_was_asked_for(run: Run) -> None:
    def differ(left: dict[str, Any], right: dict[str, Any]) -> bool:
        return any(not torch.equal(left[name], right[name]) for name in left)

    usual = run("usual")
    assert not differ(usual, run("said", "--beta2", "0.999"))
    assert differ(usual, run("short", "--beta2", "0.9"))


def test_every_scored_epoch_is_kept(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(
        train, "score", lambda *_given: {name: {"f1": 0.5} for name in train.FIGURES} | {"accuracy": {}}
    )
    end = run("scored", "--score-from", "0")
    first, last = (torch.load(tmp_path / "scored" / f"epoch-{epoch}.pt") for epoch in (0, 1))
    assert all(torch.equal(last[name], end[name]) for name in end)
    assert any(not torch.equal(first[name], end[name]) for name in end)
    run("late", "--score-from", "1")
    assert not (tmp_path / "late/epoch-0.pt").exists()


def test_an_end_that_is_half_written_is_not_taken_for_one(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save = torch.save

    def stopped(state: Any, path: Path) -> None:
        if path.name.startswith(("last", "mean")):
            path.write_bytes(b"half")
            raise KeyboardInterrupt
        save(state, path)

    with monkeypatch.context() as patch:
        patch.setattr(torch, "save", stopped)
        with pytest.raises(KeyboardInterrupt):
            run("one")
        assert not (tmp_path / "one/last.pt").exists()
        save({"weight": torch.ones(2)}, tmp_path / "end.pt")
        patch.setattr("sys.argv", ["average", "--out", str(tmp_path / "mean.pt"), str(tmp_path / "end.pt")])
        with pytest.raises(KeyboardInterrupt):
            average.main()
        assert not (tmp_path / "mean.pt").exists()
    assert run("one")


def test_tables_of_words_are_the_first_file_of_a_new_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/dev.jsonl").touch()
    monkeypatch.setattr(wording, "training_lines", lambda _gold: {"gold": []})
    monkeypatch.setattr(
        wording, "measured", lambda _name, _rows, classes, *_: (np.zeros((4, classes)), np.zeros(classes))
    )
    monkeypatch.setattr("sys.argv", ["wording", "--gold", str(tmp_path), "--out", str(tmp_path / "new/weights")])
    wording.main()
    assert (tmp_path / "new/weights" / wording.FILE).exists()
