"""The mean of several checkpoints of one training lineage, as one (weight averaging; Izmailov et al. 2018).

python -m training.reader.average OUT.pt FIRST.pt SECOND.pt ...

Dev figures of single checkpoints move by two points from epoch to epoch; their mean is better than each on most lines.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import torch


def main() -> None:
    """Average the files named on the command line."""
    out, *paths = (Path(word) for word in sys.argv[1:])
    torch.save(mean([torch.load(path) for path in paths]), out)


def mean(states: list[dict[str, Any]]) -> dict[str, Any]:
    """Parameter by parameter."""
    first = states[0]
    return {name: sum(s[name].float() / len(states) for s in states).to(first[name].dtype) for name in first}


if __name__ == "__main__":
    main()
