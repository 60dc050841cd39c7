"""The mean of several checkpoints of one training lineage, as one (weight averaging; Izmailov et al. 2018).

python -m training.reader.average OUT.pt FIRST.pt SECOND.pt ...

Dev figures of single checkpoints move by two points from epoch to epoch; their mean is better than each on most lines.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional as F


def main() -> None:
    """Average the files named on the command line."""
    out, *paths = (Path(word) for word in sys.argv[1:])
    states = [torch.load(path) for path in paths]
    width = max(state["two.hidden.weight"].shape[1] for state in states)
    for state in states:  # the first stage knew no pooled source and cue: zeros, as the second stage began
        weight = state["two.hidden.weight"]
        state["two.hidden.weight"] = F.pad(weight, (0, width - weight.shape[1]))
    torch.save(mean(states), out)


def mean(states: list[dict[str, Any]]) -> dict[str, Any]:
    """Parameter by parameter."""
    first = states[0]
    return {name: sum(s[name].float() / len(states) for s in states).to(first[name].dtype) for name in first}


if __name__ == "__main__":
    main()
