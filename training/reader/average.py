"""The mean of several ends' weights: one network that is better than each (Wortsman et al. 2022, "model soups").

    python -m training.reader.average --out OUT.pt ONE.pt TWO.pt ...

The weights must come from one line of descent (a cycle gone on from the same weights), or their mean means nothing.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import torch

from training.reader.whole import put


def average(paths: list[Path]) -> dict[str, torch.Tensor]:
    """State of the network. Raises SystemExit where a file is not there or does not hold the same parameters."""
    for path in paths:
        if not path.exists():
            raise SystemExit(f"{path} is not there: an epoch's weights are kept where it is scored (--score-from)")
    states = [torch.load(path, weights_only=True) for path in paths]
    names = states[0].keys()
    for path, state in zip(paths, states, strict=True):
        if state.keys() != names:
            raise SystemExit(f"{path} holds other parameters than {paths[0]}")
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in names}


def main() -> None:
    """Read, average, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("weights", type=Path, nargs="+")
    args = parser.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    put(args.out, partial(torch.save, average(args.weights)))


if __name__ == "__main__":
    main()
