"""Average the weights of two trainings, the second of which went on from the first: less sure of what only one has learnt.

python -m training.average FIRST.pt SECOND.pt OUT.onnx
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch

from training.network import Recognizer
from training.train import save


def average(first: Path, second: Path) -> Recognizer:
    """A network with the mean of both networks' weights."""
    one, two = torch.load(first), torch.load(second)
    network = Recognizer()
    mixed = {name: (one[name] + two[name]) / 2 if one[name].is_floating_point() else one[name] for name in one}
    network.load_state_dict(mixed)
    return network


if __name__ == "__main__":
    save(average(Path(sys.argv[1]), Path(sys.argv[2])), Path(sys.argv[3]))
